import { counted } from '../counted';
import {
  cellArea,
  cellAt,
  isEmpty,
  type Area,
  type CellLook,
  type SheetDescription,
  type TableDescription,
} from './description';
import type { Found, Rule } from './rule';
import {
  between,
  bodyOf,
  called,
  columnCells,
  columnsOf,
  isMark,
  isNumeric,
  onEachTable,
  type Cell,
} from './tables';

/** How the cells of tables look: where numbers stand, and what only a colour says. */
export const LOOK_RULES: readonly Rule[] = [
  {
    id: 'numbers-right',
    heading: 'Numbers and headings not to the right',
    mend: 'Align the column and its heading to the right (Home, Align Right).',
    find: onEachTable((sheet, table) => columnsOf(table).flatMap((c) => notRight(sheet, table, c))),
  },
  {
    id: 'colour-alone',
    heading: 'Meaning by colour alone',
    mend: 'Say in words, in the cell or in a column beside it, what the colour means.',
    find: onEachTable((sheet, table) => {
      const coloured = colouredAlone(sheet, table);
      const [first] = coloured;
      const rows = colouredRows(sheet, table);
      const [firstRow] = rows;
      if (firstRow) {
        return [
          {
            area: firstRow,
            what: `${counted(rows.length, 'row')} of the ${called(table)} ${rows.length === 1 ? 'is' : 'are'} told apart by colour alone.`,
          },
        ];
      }
      return first
        ? [
            {
              area: first,
              what: `${counted(coloured.length, 'cell')} of the ${called(table)} ${coloured.length === 1 ? 'says' : 'say'} something by colour alone.`,
            },
          ]
        : [];
    }),
  },
];

const lookAt = ({ looks }: SheetDescription, row: number, column: number): CellLook | undefined =>
  looks?.[row]?.[column];

/** A column of numbers whose heading, numbers or marks stand elsewhere than to the right. */
function notRight(
  sheet: SheetDescription,
  table: TableDescription,
  column: number,
): Omit<Found, 'sheet'>[] {
  const cells = columnCells(sheet, bodyOf(table), column);
  if (!isNumeric(cells)) return typedAsText(sheet, table, cells);
  const wrong = cells.filter(({ row, value }) => {
    const alignment = lookAt(sheet, row, column)?.alignment;
    if (alignment === undefined || alignment === 'right' || isEmpty(value)) return false;
    return typeof value !== 'number' || alignment !== 'general';
  });
  const { top } = table.area;
  const heading = table.hasHeaderRow ? lookAt(sheet, top, column)?.alignment : undefined;
  const isHeadingWrong = heading !== undefined && heading !== 'right';
  if (wrong.length === 0 && !isHeadingWrong) return [];
  const name = String(cellAt(sheet, top, column)).trim();
  const what = [
    ...(isHeadingWrong ? ['its heading'] : []),
    ...(wrong.length > 0 ? [counted(wrong.length, 'cell')] : []),
  ].join(' and ');
  return [
    {
      area: isHeadingWrong ? cellArea(top, column) : cellArea(wrong[0]!.row, column),
      what: `${table.hasHeaderRow && name !== '' ? `‘${name}’` : 'A column'} holds numbers or dates; not to the right: ${what}.`,
    },
  ];
}

/** Numbers that only their looks tell for text: pounds, thousands, pence and per cent. */
const TYPED_FIGURE =
  /^\(?[-+−]?\s?(?:£\s?\d[\d,]*(?:\.\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{2}|\d+(?:\.\d+)?\s?%)\)?$/;
/** Whole numbers are figures where the heading counts somebody; else they may be references or years. */
const TYPED_COUNT = /^\d{1,6}$/;
const COUNTS = /\b(?:number|count|children|young people|placements|total)\b/i;

/** A column of numbers that are text, which stand to the left and add up to nothing. */
function typedAsText(
  sheet: SheetDescription,
  table: TableDescription,
  cells: readonly Cell[],
): Omit<Found, 'sheet'>[] {
  const [first] = cells;
  const heading =
    first && table.hasHeaderRow ? String(cellAt(sheet, table.area.top, first.column)).trim() : '';
  const filled = cells.filter(({ value }) => !isEmpty(value) && !isMark(value));
  const typed = filled.filter(({ row, column, value }) => {
    if (typeof value !== 'string' || lookAt(sheet, row, column)?.alignment === 'right')
      return false;
    const text = value.trim();
    return TYPED_FIGURE.test(text) || (COUNTS.test(heading) && TYPED_COUNT.test(text));
  });
  if (typed.length <= filled.length / 2) return [];
  return [
    {
      area: cellArea(typed[0]!.row, typed[0]!.column),
      what: `${heading === '' ? 'A column' : `‘${heading}’`} holds numbers typed as text, in ${counted(typed.length, 'cell')}: make them numbers, which stand to the right.`,
    },
  ];
}

/**
 * Cells that a fill singles out from most of their row and their column, and where no word follows the
 * fill: they are empty, or a number, or say the same as one without that fill.
 */
function colouredAlone(sheet: SheetDescription, table: TableDescription): Area[] {
  const body = bodyOf(table);
  const columns = columnsOf(table);
  const fillAt = (row: number, column: number) => lookAt(sheet, row, column)?.fill ?? '';
  const isSingled = (fill: string, fills: readonly string[]) =>
    fills.filter((each) => each === fill).length <= fills.length / 2;
  return columns.flatMap((column) => {
    const cells = columnCells(sheet, body, column);
    const fills = cells.map(({ row }) => fillAt(row, column));
    if (fills.every((fill) => fill === '')) return [];
    const fillsOf = new Map<string, Set<string>>();
    cells.forEach(({ value }, i) => {
      const text = String(value).trim().toLowerCase();
      fillsOf.set(text, (fillsOf.get(text) ?? new Set()).add(fills[i]!));
    });
    return cells.flatMap(({ row, value }, i) => {
      const fill = fills[i]!;
      if (fill === '') return [];
      const inRow = columns.map((each) => fillAt(row, each));
      if (inRow.length > 1 && !isSingled(fill, inRow)) return [];
      const sayNothing = isEmpty(value);
      const isUsual = !isSingled(fill, fills);
      const says = typeof value === 'string' && fillsOf.get(value.trim().toLowerCase())!.size === 1;
      return sayNothing || (!isUsual && !says) ? [cellArea(row, column)] : [];
    });
  });
}

/**
 * Rows that a fill of their own singles out all along, where no word goes with it: no column says the same
 * of them and of no other. Stripes, and totals below or above, say nothing by their fill.
 */
function colouredRows(sheet: SheetDescription, table: TableDescription): Area[] {
  const body = bodyOf(table);
  const columns = columnsOf(table);
  const rows = between(body.top, body.bottom).map((row) => {
    const fills = new Set(columns.map((column) => lookAt(sheet, row, column)?.fill ?? ''));
    return { row, fill: fills.size === 1 ? [...fills][0]! : '' };
  });
  const isStriped = rows.every(({ fill }, i) => i < 2 || fill === rows[i - 2]!.fill);
  if (columns.length < 2 || isStriped) return [];
  return [...new Set(rows.map(({ fill }) => fill))].flatMap((fill) => {
    const own = rows.filter((each) => each.fill === fill && fill !== '');
    if (own.length === 0 || own.length > rows.length / 2) return [];
    const wordsIn = (row: number, column: number): string =>
      String(cellAt(sheet, row, column))
        .trim()
        .toLowerCase();
    const isTotal = ({ row }: { row: number }): boolean =>
      columns.some((column) => TOTALS.test(wordsIn(row, column)));
    const isSaid = columns.some((column) => {
      const words = new Set(own.map(({ row }) => wordsIn(row, column)));
      const others = rows.filter((each) => each.fill !== fill);
      const isOneWord = words.size === 1 && !words.has('');
      return isOneWord && others.every(({ row }) => !words.has(wordsIn(row, column)));
    });
    const isLabel = own.length === 1;
    if (own.every(isTotal) || (isSaid && !isLabel)) return [];
    return isLabel && saysOfFew(own[0]!.row) ? [] : own.map(({ row }) => cellArea(row, body.left));

    /** A word of a column in which words come again, so that it tells a kind of row and not its name. */
    function saysOfFew(only: number): boolean {
      return columns.some((column) => {
        const texts = rows.map(({ row }) => wordsIn(row, column)).filter((text) => text !== '');
        const isKind = new Set(texts).size <= texts.length / 2;
        const same = texts.filter((text) => text === wordsIn(only, column));
        return isKind && same.length === 1;
      });
    }
  });
}

const TOTALS = /\b(?:sub-?)?totals?\b|^all\b|\baverage\b/;
