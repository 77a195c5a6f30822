import { capitalised } from '../../domain/typed';

/** The least share of right answers for each word; the yardstick's gaps go to the humbler word. */
const YARDSTICK: readonly [from: number, words: string][] = [
  [0.95, 'almost certain'],
  [0.8, 'highly likely'],
  [0.55, 'likely'],
  [0.4, 'a realistic possibility'],
];

/**
 * A confidence in the words of the probability yardstick that UK government analysts use, and in
 * per cent; only what is certain is printed as 100%.
 * @example confidenceWords(0.97) // 'Almost certain, 97%'
 */
export function confidenceWords(confidence: number): string {
  const words = YARDSTICK.find(([from]) => confidence >= from)?.[1] ?? 'little more than a guess';
  const percent = confidence < 1 ? Math.min(99, Math.round(confidence * 100)) : 100;
  return `${capitalised(words)}, ${percent}%`;
}
