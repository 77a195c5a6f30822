import { readMateriality } from '../commands/choices';
import { defaultMateriality } from '../domain/classify/classify';
import type { Reading } from '../domain/reading';
import { quoted } from '../domain/typed';
import { useTyped, type TypedField } from './useTyped';

/** The largest difference that is no change, £ a week, as it is typed; empty means the usual one. */
export const useMateriality = (
  materiality: number,
  choose: (materiality: number) => void,
): TypedField =>
  useTyped(String(materiality), readTyped, (value) => choose(value ?? defaultMateriality));

function readTyped(text: string): Reading<number> {
  if (text.trim() === '') return { kind: 'blank' };
  const value = readMateriality(text);
  if (value !== undefined) return { kind: 'value', value };
  return {
    kind: 'unreadable',
    why: `holds ${quoted(text)}, which is not an amount of £0 or more`,
  };
}
