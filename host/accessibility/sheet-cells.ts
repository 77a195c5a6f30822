import type { CellLook } from '../../src/domain/accessibility/description';
import type { CellValue } from '../../src/domain/reading';
import { rectOf } from '../model/address';
import { unescapeXml } from '../xlsx/package';

export interface SheetCells {
  cells: CellValue[][];
  looks: (CellLook | undefined)[][];
  /** The formulas that make links, by where they stand. */
  linkFormulas: { row: number; column: number; formula: string }[];
  hidesRows: boolean;
}

const ROW = /<(?:\w+:)?row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g;
const CELL = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;
const VALUE = /<(?:\w+:)?v\b[^>]*>([\s\S]*?)<\/(?:\w+:)?v>/;
const FORMULA = /<(?:\w+:)?f\b[^>]*>([\s\S]*?)<\/(?:\w+:)?f>/;
const TEXT = /<(?:\w+:)?t\b[^>]*>([\s\S]*?)<\/(?:\w+:)?t>/g;
/** How a word is said, in Japanese; not part of the text. */
const PHONETIC = /<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g;

const attributeIn = (tag: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1];

/** The runs of a rich text, or its one text. */
export const stringOf = (xml: string): string =>
  [...xml.replace(PHONETIC, '').matchAll(TEXT)].map(([, text]) => unescapeXml(text!)).join('');

/**
 * The cells of a sheet's part, found as text: as a document a long list would take a hundred times
 * its size.
 */
export function sheetCells(
  xml: string,
  strings: readonly string[],
  looksOf: readonly CellLook[],
): SheetCells {
  const found: SheetCells = { cells: [], looks: [], linkFormulas: [], hidesRows: false };
  const blank: never[] = [];
  let row = -1;
  for (const [, rowTag, content = ''] of xml.matchAll(ROW)) {
    const number = attributeIn(rowTag!, 'r');
    row = number === undefined ? row + 1 : Number(number) - 1;
    if (/^(?:1|true)$/.test(attributeIn(rowTag!, 'hidden') ?? '')) found.hidesRows = true;
    while (found.cells.length < row) {
      found.cells.push(blank);
      found.looks.push(blank);
    }
    const cells: CellValue[] = [];
    const looks: (CellLook | undefined)[] = [];
    let column = -1;
    for (const [, tag, inside = ''] of content.matchAll(CELL)) {
      column = rectOf(attributeIn(tag!, 'r') ?? '')?.left ?? column + 1;
      while (cells.length < column) {
        cells.push('');
        looks.push(undefined);
      }
      cells[column] = valueOf(attributeIn(tag!, 't') ?? 'n', inside, strings);
      looks[column] = looksOf[Number(attributeIn(tag!, 's') ?? 0)];
      const formula = inside === '' ? undefined : FORMULA.exec(inside)?.[1];
      if (formula && /HYPERLINK\(/i.test(formula)) {
        found.linkFormulas.push({ row, column, formula: unescapeXml(formula) });
      }
    }
    found.cells[row] = cells;
    found.looks[row] = looks;
  }
  return found;
}

function valueOf(type: string, inside: string, strings: readonly string[]): CellValue {
  if (type === 'inlineStr') return stringOf(inside);
  const value = VALUE.exec(inside)?.[1];
  if (value === undefined) return '';
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value.trim() === '1';
  if (type === 'n') return value.trim() === '' ? '' : Number(value);
  return unescapeXml(value);
}
