import type { CellLook } from '../../src/domain/accessibility/description';
import { attribute, every, first } from './parts';

const ALIGNMENTS: Record<string, CellLook['alignment']> = {
  '': 'general',
  general: 'general',
  left: 'left',
  right: 'right',
  center: 'centre',
  centerContinuous: 'centre',
};

/** What each of a file's cell formats looks like, by its number. */
export function cellLooks(styles: Document | undefined): CellLook[] {
  const fills = every(first(styles, 'fills'), 'fill').map(fillOf);
  return every(first(styles, 'cellXfs'), 'xf').map((format) => ({
    alignment: ALIGNMENTS[attribute(first(format, 'alignment'), 'horizontal')] ?? 'other',
    fill: fills[Number(attribute(format, 'fillId') || 0)] ?? '',
  }));
}

/** White is the sheet's own colour: theme colour 0, and index 9 or 65. */
const WHITE = /^(?:rgb=(?:FF|00)?FFFFFF|theme=0|indexed=(?:9|65))$/i;

function fillOf(fill: Element, number: number): string {
  // The first two are every file's: none, and a pattern that nobody chose.
  if (number < 2) return '';
  const pattern = first(fill, 'patternFill');
  const kind = attribute(pattern, 'patternType');
  if (!pattern) return first(fill, 'gradientFill') ? 'gradient' : '';
  if (kind === '' || kind === 'none') return '';
  const colour = [...(first(pattern, 'fgColor')?.attributes ?? [])]
    .map(({ name, value }) => `${name}=${value}`)
    .join(' ');
  return colour === '' || WHITE.test(colour) ? '' : `${kind} ${colour}`;
}
