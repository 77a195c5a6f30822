import { counted } from '../counted';
import type { CellValue } from '../reading';
import {
  cellArea,
  cellAt,
  filledCells,
  isEmpty,
  type Area,
  type SheetDescription,
  type TableDescription,
} from './description';
import { isCover, isNotes, onEachSheet, visibleSheets, type Found, type Rule } from './rule';

/** What every table needs, and every sheet that has or should have one. */
export const TABLE_RULES: readonly Rule[] = [
  {
    id: 'table',
    heading: 'Tables not marked up',
    mend: 'Select it with its headings and make it a table (Insert, Table).',
    find: onEachSheet((sheet) => {
      if (sheet.tables.length > 0) return [];
      const beyond = filledCells(sheet).filter(({ column }) => column > 0);
      return beyond.length === 0
        ? []
        : [
            {
              area: { ...boundsOf(beyond), left: 0 },
              what: `${counted(beyond.length, 'cell stands', 'cells stand')} beside column A, and in no Excel table.`,
            },
          ];
    }),
  },
  {
    id: 'one-table',
    heading: 'Several tables on a sheet',
    mend: 'Move it to a sheet of its own.',
    find: onEachSheet(({ tables }) =>
      inOrder(tables)
        .slice(1)
        .map(({ name, area }) => ({
          area,
          what: `The table ‘${name}’ is not the only one of its sheet.`,
        })),
    ),
  },
  {
    id: 'left-edge',
    heading: 'Tables away from the left edge',
    mend: 'Move it to begin in column A.',
    find: onEachSheet((sheet) =>
      // A second table beside the first is a fault by itself.
      inOrder(tablesOn(sheet))
        .slice(0, 1)
        .filter(({ area }) => area.left > 0)
        .map((table) => ({
          area: table.area,
          what: `The ${called(table)} does not begin in column A.`,
        })),
    ),
  },
  {
    id: 'beside-table',
    heading: 'Cells outside of tables',
    mend: 'Put titles and notes into column A, above the table, and figures into the table.',
    find: onEachSheet((sheet) => {
      if (sheet.tables.length === 0) return [];
      const beside = filledCells(sheet).filter(({ column, inTable }) => column > 0 && !inTable);
      const [first] = beside;
      return first
        ? [
            {
              area: cellArea(first.row, first.column),
              what: `${counted(beside.length, 'cell stands', 'cells stand')} outside of the table and not in column A.`,
            },
          ]
        : [];
    }),
  },
  {
    id: 'header-row',
    heading: 'Tables without a header row',
    mend: 'Switch it on (Table Design, Header Row) and name each column.',
    find: onEachTable((sheet, { name, area, hasHeaderRow }) =>
      hasHeaderRow ? [] : [{ area, what: `The table ‘${name}’ has no header row.` }],
    ),
  },
  {
    id: 'blank-heading',
    heading: 'Blank headings',
    mend: 'Say in the heading what the column holds, or delete the column.',
    find: onEachTable((sheet, table) =>
      headingsOf(sheet, table)
        .filter(({ text }) => text === '' || STAND_IN.test(text))
        .map(({ area, text }) => ({
          area,
          what:
            text === ''
              ? 'The heading is blank.'
              : `The heading ‘${text}’ is only Excel’s stand-in for a blank one.`,
        })),
    ),
  },
  {
    id: 'repeated-heading',
    heading: 'Repeated headings',
    mend: 'Give each column a heading of its own.',
    find: onEachTable((sheet, table) => {
      const taken = new Set<string>();
      return headingsOf(sheet, table).flatMap(({ area, text }) => {
        const plain = text.toLowerCase();
        const isTwin = plain !== '' && taken.has(plain);
        taken.add(plain);
        return isTwin ? [{ area, what: `The heading ‘${text}’ stands there twice.` }] : [];
      });
    }),
  },
  {
    id: 'one-header-row',
    heading: 'Second rows of headings',
    mend: 'Say all of it in one row of headings: ‘2024/25, forecast’.',
    find: onEachTable((sheet, table) => {
      const { top } = bodyOf(table);
      return table.hasHeaderRow && hasMoreHeadings(sheet, table)
        ? [
            {
              area: { ...table.area, top, bottom: top },
              what: `The first row of the ${called(table)} is a second row of headings.`,
            },
          ]
        : [];
    }),
  },
  {
    id: 'blank-rows',
    heading: 'Blank rows and columns',
    mend: 'Delete it.',
    find: onEachTable((sheet, table) => {
      const { rows, columns } = blanksOf(sheet, table);
      const { area } = table;
      return [
        ...rows.map((row) => ({
          area: { ...area, top: row, bottom: row },
          what: `A row of the ${called(table)} is blank.`,
        })),
        ...columns.map((column) => ({
          area: { ...area, left: column, right: column },
          what: `A column of the ${called(table)} is blank.`,
        })),
      ];
    }),
  },
  {
    id: 'empty-cells',
    heading: 'Empty cells',
    mend: 'Fill them, or say above the table what a blank cell means.',
    find: onEachTable((sheet, table, { sheets }) => {
      const empty = emptyCells(sheet, table);
      const [first] = empty;
      if (!first || explains(BLANK, sheet, sheets)) return [];
      return [
        {
          area: first,
          what: `${counted(empty.length, 'cell', 'cells')} of the ${called(table)} ${empty.length === 1 ? 'is' : 'are'} empty, and nothing says why.`,
        },
      ];
    }),
  },
  {
    id: 'marks',
    heading: 'Marks not explained',
    mend: 'Say above the table, or among the notes, what it stands for.',
    find: onEachTable((sheet, table, { sheets }) =>
      marksOf(sheet, table)
        .filter(
          ({ mark }) =>
            !explains(wordsWith(mark), sheet, sheets) && !sheets.some((each) => lists(mark, each)),
        )
        .map(({ mark, area }) => ({ area, what: `Nothing says what ${mark} stands for.` })),
    ),
  },
];

export function onEachTable(
  find: (
    sheet: SheetDescription,
    table: TableDescription,
    workbook: { sheets: readonly SheetDescription[] },
  ) => Omit<Found, 'sheet'>[],
): Rule['find'] {
  return onEachSheet((sheet, workbook) =>
    tablesOn(sheet).flatMap((table) => find(sheet, table, { sheets: visibleSheets(workbook) })),
  );
}

/** The sheet's Excel tables; where it has none, the list that looks like one. */
export function tablesOn(sheet: SheetDescription): readonly TableDescription[] {
  if (sheet.tables.length > 0) return sheet.tables;
  const filled = filledCells(sheet);
  const headings = filled.find(({ row, column }, i) => {
    const next = filled[i + 1];
    return next?.row === row && next.column === column + 1;
  });
  if (!headings) return [];
  const { row: top, column: left } = headings;
  const below = filled.filter(({ row, column }) => row >= top && column > left);
  const { bottom, right } = boundsOf(below);
  return [{ name: '', area: { top, left, bottom, right }, hasHeaderRow: true }];
}

export const called = ({ name }: TableDescription): string =>
  name === '' ? 'list' : `table ‘${name}’`;

/** Tables from left to right, then from top to bottom: the first is the sheet's own. */
const inOrder = (tables: readonly TableDescription[]): TableDescription[] =>
  [...tables].sort((a, b) => a.area.left - b.area.left || a.area.top - b.area.top);

function boundsOf(cells: readonly { row: number; column: number }[]): Area {
  const area = cellArea(cells[0]!.row, cells[0]!.column);
  for (const { row, column } of cells) {
    area.bottom = Math.max(area.bottom, row);
    area.left = Math.min(area.left, column);
    area.right = Math.max(area.right, column);
  }
  return area;
}

export const bodyOf = ({ area, hasHeaderRow }: TableDescription): Area => ({
  ...area,
  top: area.top + (hasHeaderRow ? 1 : 0),
});

export const columnsOf = ({ area }: TableDescription): number[] => between(area.left, area.right);
export const between = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(last - first + 1, 0) }, (_, i) => first + i);

/** What Excel calls a column whose heading is left blank. */
const STAND_IN = /^(?:column|spalte|colonne|columna|colonna|kolom)\s?\d+$/i;

function headingsOf(
  sheet: SheetDescription,
  table: TableDescription,
): { area: Area; text: string }[] {
  if (!table.hasHeaderRow) return [];
  const { top } = table.area;
  return columnsOf(table).map((column) => ({
    area: cellArea(top, column),
    text: String(cellAt(sheet, top, column)).trim(),
  }));
}

export interface Cell {
  row: number;
  column: number;
  value: CellValue;
}

export const columnCells = (
  sheet: SheetDescription,
  { top, bottom }: Area,
  column: number,
): Cell[] =>
  between(top, bottom).map((row) => ({ row, column, value: cellAt(sheet, row, column) }));

/** What official statistics put in the place of a figure: '[c]', '[x]'. */
const MARK = /^\[[a-z]{1,5}\]$/i;
export const isMark = (value: CellValue): boolean =>
  typeof value === 'string' && MARK.test(value.trim()) && !/note/i.test(value);

/** Most of what the column holds is numbers; marks stand for some. */
export function isNumeric(cells: readonly Cell[]): boolean {
  const filled = cells.filter(({ value }) => !isEmpty(value) && !isMark(value));
  const numbers = filled.filter(({ value }) => typeof value === 'number');
  return numbers.length > filled.length / 2;
}

/** Words over every column of numbers, in a row that should hold the first of them. */
function hasMoreHeadings(sheet: SheetDescription, table: TableDescription): boolean {
  const body = bodyOf(table);
  if (body.bottom - body.top < 2) return false;
  const numeric = columnsOf(table).filter((column) =>
    isNumeric(columnCells(sheet, { ...body, top: body.top + 1 }, column)),
  );
  return (
    numeric.length > 0 &&
    numeric.every((column) => {
      const value = cellAt(sheet, body.top, column);
      const below = columnCells(sheet, { ...body, top: body.top + 1 }, column);
      const isWords = typeof value === 'string' && !isEmpty(value) && !isMark(value);
      return (
        isWords && below.every((cell) => isEmpty(cell.value) || typeof cell.value === 'number')
      );
    })
  );
}

/**
 * Rows without anything, and columns that have neither cells nor a heading; a column that is named and
 * has nothing to say yet is one of empty cells.
 */
function blanksOf(
  sheet: SheetDescription,
  table: TableDescription,
): { rows: number[]; columns: number[] } {
  const body = bodyOf(table);
  const columns = columnsOf(table);
  const headings = headingsOf(sheet, table);
  const rows = between(body.top, body.bottom).filter((row) =>
    columns.every((column) => isEmpty(cellAt(sheet, row, column))),
  );
  const isNamed = (i: number) => (headings[i]?.text ?? '').replace(STAND_IN, '') !== '';
  return {
    rows,
    columns: columns.filter(
      (column, i) =>
        !isNamed(i) && columnCells(sheet, body, column).every(({ value }) => isEmpty(value)),
    ),
  };
}

/** Those in rows and columns that hold something. */
function emptyCells(sheet: SheetDescription, table: TableDescription): Area[] {
  const blanks = blanksOf(sheet, table);
  const [rows, columns] = [new Set(blanks.rows), new Set(blanks.columns)];
  const body = bodyOf(table);
  return between(body.top, body.bottom).flatMap((row) =>
    rows.has(row)
      ? []
      : columnsOf(table)
          .filter((column) => !columns.has(column) && isEmpty(cellAt(sheet, row, column)))
          .map((column) => cellArea(row, column)),
  );
}

const BLANK = /\b(?:blanks?|empty)\b/i;
const wordsWith = (mark: string): RegExp =>
  new RegExp(`\\[${mark.slice(1, -1)}\\]\\W*\\w|\\w\\W*\\[${mark.slice(1, -1)}\\]`, 'i');

/** Said on the sheet, its title aside, or where the workbook’s conventions are: on the cover or among the notes. */
function explains(
  words: RegExp,
  sheet: SheetDescription,
  sheets: readonly SheetDescription[],
): boolean {
  const says = (value: CellValue) => typeof value === 'string' && words.test(value);
  return (
    filledCells(sheet).some(({ row, value, inTable }) => row > 0 && !inTable && says(value)) ||
    sheets
      .filter((each) => isCover(each) || isNotes(each))
      .some((each) => filledCells(each).some(({ value }) => says(value)))
  );
}

/** Shorthand in a list, on a sheet of notes or one of its own: the mark, and words in the next cell. */
const lists = (mark: string, sheet: SheetDescription): boolean =>
  (isCover(sheet) || isNotes(sheet) || SHORTHAND.test(sheet.name)) &&
  filledCells(sheet).some(({ row, column, value }) => {
    const meaning = sheet.cells[row]?.[column + 1];
    return (
      String(value).trim().toLowerCase() === mark &&
      typeof meaning === 'string' &&
      /\p{L}{2}/u.test(meaning)
    );
  });

const SHORTHAND = /shorthand|symbols|conventions|abbreviations/i;

/** Each mark once, where it first stands. */
function marksOf(sheet: SheetDescription, table: TableDescription): { mark: string; area: Area }[] {
  const marks = new Map<string, Area>();
  const body = bodyOf(table);
  for (const column of columnsOf(table)) {
    for (const { row, value } of columnCells(sheet, body, column)) {
      if (!isMark(value)) continue;
      const mark = String(value).trim().toLowerCase();
      if (!marks.has(mark)) marks.set(mark, cellArea(row, column));
    }
  }
  return [...marks].map(([mark, area]) => ({ mark, area }));
}
