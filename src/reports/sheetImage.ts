import { toSerial } from '../domain/calendar';
import { roundPence } from '../domain/money';
import type { DateSystem, IsoDate } from '../domain/reading';
import type { Commentary } from './commentary';
import { displayCell, numberFormat } from './display';
import type {
  CellFormat,
  Figures,
  PlanCell,
  PlanChart,
  PlanColumn,
  PlanFormula,
  SheetPlan,
  SignStyle,
} from './plan';

/** A sheet cell by cell, ready to be painted into Excel or copied into a file. From A1; counts from 0. */
export interface SheetImage {
  /** As wide as all tables together; blank where none of them stands. */
  cells: ImageCell[][];
  /** Excel number formats, one a cell. */
  numberFormats: string[][];
  /** The row of the tables' headings. */
  headingRow: number;
  /** The row of the cell for commentary, its label above it; absent where there is none. */
  commentaryRow?: number;
  /** Lines that the commentary takes, wrapped at the width of its column. */
  commentaryLines?: number;
  /** The plan's own table, and the control beside it where there is one. */
  tables: ImageTable[];
  chart?: ImageChart;
  /** Column widths in characters of the sheet's font; absent where they are to stay. */
  widths?: number[];
  /** Lines that the headings take, wrapped between words at those widths. */
  headingLines?: number;
}

/** A formula with what it comes to now, where that is known. */
export type ImageCell = Value | { formula: string; value?: Value };
type Value = string | number | boolean;

/** Where an Excel table stands, from the row of headings on. */
export interface ImageTable {
  name: string;
  left: number;
  right: number;
  bottom: number;
  /** True where its last row is a total. */
  total: boolean;
  /** One a column of the table. */
  rightAligned: boolean[];
  /** One a column, true where its cells are wrapped, and the lines that each row takes; absent where none is. */
  wrapped?: { columns: boolean[]; lines: number[] };
}

/** Words right after a column of numbers would run into them. */
export const isIndented = ({ rightAligned }: ImageTable, column: number): boolean =>
  rightAligned[column] === false && rightAligned[column - 1] === true;

/** Bars of a stretch of the main table's rows, and where they are drawn. */
export interface ImageChart {
  /** The chart's name in Excel, by which the next run finds it: one a report, whatever it shows. */
  name: string;
  title: string;
  /** Rows with a bar, first and last. */
  top: number;
  bottom: number;
  /** Columns of the bars' names and lengths. */
  labels: number;
  values: number;
  /** Says what the lengths are. */
  axisTitle: string;
  /** The column at which the chart begins, in the row of headings. */
  left: number;
  /** Points. */
  width: number;
  height: number;
}

/** A table's columns and rows as a plan gives them, the control's formulas included. */
interface TablePlan {
  name: string;
  columns: PlanColumn[];
  rows: (PlanCell | PlanFormula)[][];
  formulas?: (string | null)[][];
}

/**
 * Lays a plan out: title, notes one a row, then the table, all from column A (Analysis Function
 * checklist); a control stands one blank column further, a chart one more. Live figures are formulas,
 * with a line of check above the table. `dates` is how the workbook counts days.
 */
export function sheetImage(
  plan: SheetPlan,
  signs: SignStyle,
  figures: Figures = 'values',
  dates: DateSystem = 1900,
): SheetImage {
  const { commentary } = plan;
  const isLive = figures === 'live';
  const above: ImageCell[] = [
    plan.title,
    ...plan.notes,
    ...(isLive && plan.check ? [plan.check] : []),
    ...(commentary ? [commentary.label, commentaryCell(commentary)] : []),
  ];
  const headingRow = above.length;
  const { formulas, ...values } = plan.table;
  const plans: TablePlan[] = [
    isLive ? { ...values, formulas } : values,
    ...(plan.control ? [plan.control] : []),
  ];
  const [main, ...beside] = plans.map((table) => painting(table, signs, dates)) as [
    Painting,
    ...Painting[],
  ];
  const height = Math.max(main.cells.length, ...beside.map(({ cells }) => cells.length));
  let width = main.widths.length;
  const tables = [main, ...beside].map((each, i): ImageTable => {
    const left = i === 0 ? 0 : width + 1;
    width = left + each.widths.length;
    return {
      name: plans[i]!.name,
      left,
      right: width - 1,
      bottom: headingRow + each.cells.length - 1,
      total: i === 0 && plan.total,
      rightAligned: plans[i]!.columns.map((column) => column.format !== 'text'),
      ...(plans[i]!.columns.some(({ wraps }) => wraps) && {
        wrapped: wrappedIn(plans[i]!, each.widths),
      }),
    };
  });
  const across = <T>(blank: T, rowOf: (painting: Painting) => T[] | undefined): T[] =>
    beside.reduce<T[]>(
      (row, each) => [...row, blank, ...(rowOf(each) ?? each.widths.map(() => blank))],
      rowOf(main) ?? main.widths.map(() => blank),
    );
  const rows = Array.from({ length: height }, (_, r) => r);
  const widths = across(GAP, (painting) => painting.widths);
  const room = commentary && roomFor(commentary.text, widths[0]!);
  return {
    cells: [
      ...above.map((cell) => [cell, ...new Array<ImageCell>(width - 1).fill('')]),
      ...rows.map((r) => across<ImageCell>('', ({ cells }) => cells[r])),
    ],
    numberFormats: [
      ...above.map(() => new Array<string>(width).fill('General')),
      ...rows.map((r) => across('General', ({ numberFormats }) => numberFormats[r])),
    ],
    headingRow,
    ...(room && { commentaryRow: headingRow - 1, commentaryLines: room.lines }),
    tables,
    chart: chartOf(plan, headingRow, width),
    widths: room ? [room.width, ...widths.slice(1)] : widths,
    headingLines: Math.max(main.headingLines, ...beside.map((each) => each.headingLines)),
  };
}

/** A table from its headings on. */
interface Painting {
  cells: ImageCell[][];
  numberFormats: string[][];
  widths: number[];
  headingLines: number;
}

function painting(
  { columns, rows, formulas }: TablePlan,
  signs: SignStyle,
  dates: DateSystem,
): Painting {
  const bodyFormats = columns.map((column) => numberFormat(column.format, signs));
  const widths = columns.map((column, i) =>
    columnWidth(
      column.heading,
      column.narrow ? [] : rows.map((row) => shownText(row[i] ?? null, column.format, signs)),
      column.wraps ? WIDEST_WRAPPED : WIDEST,
    ),
  );
  return {
    cells: [
      columns.map((column) => column.heading),
      ...rows.map((row, r) =>
        row.map((cell, i) => {
          const formula = formulas?.[r]?.[i];
          const { format } = columns[i]!;
          const value =
            format === 'date' && typeof cell === 'string'
              ? serialOf(cell, dates)
              : imageCell(cell, format, formulas !== undefined);
          return formula && typeof value !== 'object' ? { formula, value } : value;
        }),
      ),
    ],
    numberFormats: [
      columns.map(() => 'General'),
      ...rows.map((row) =>
        row.map((cell, i) => {
          if (isNoText(cell, columns[i]!.format)) return 'General';
          const own = isFormula(cell) && cell.format;
          return own ? numberFormat(own, signs) : bodyFormats[i]!;
        }),
      ),
    ],
    widths,
    headingLines: Math.max(
      ...columns.map(({ heading }, i) => linesOf(heading, widths[i]! - MARGIN)),
    ),
  };
}

function wrappedIn({ columns, rows }: TablePlan, widths: readonly number[]) {
  const linesIn = (cell: PlanCell | PlanFormula | undefined, column: number): number =>
    columns[column]!.wraps && typeof cell === 'string'
      ? linesOf(cell, widths[column]! - MARGIN, PLAIN)
      : 1;
  return {
    columns: columns.map(({ wraps = false }) => wraps),
    lines: rows.map((row) => Math.min(MOST_LINES, Math.max(...row.map(linesIn)))),
  };
}

/** A date before the first one that the workbook can hold is as long ago as that one. */
const serialOf = (date: IsoDate, system: DateSystem): number =>
  system === 1904 && date < '1904-01-01' ? 0 : toSerial(date, system);

const isFormula = (cell: PlanCell | PlanFormula): cell is PlanFormula =>
  cell !== null && typeof cell === 'object';

/** A formula's outcome is not known here; room is left for a sum of money. */
const shownText = (cell: PlanCell | PlanFormula, format: CellFormat, signs: SignStyle): string =>
  isFormula(cell)
    ? displayCell(format === 'text' ? null : 9_999_999, format, signs)
    : displayCell(cell, format, signs);

/** Points: as wide as a page leaves beside a usual table, and no higher than a page across. */
const CHART = { width: 440, aroundBars: 90, aBar: 24, highest: 480 };

function chartOf(
  { id, chart, table, total }: SheetPlan,
  headingRow: number,
  width: number,
): ImageChart | undefined {
  const bars = table.rows.length - (total ? 1 : 0);
  if (!chart || bars <= 0) return undefined;
  const values = columnOf(table.columns, chart, 'values');
  return {
    name: `Placement costs: ${id}`,
    title: chart.title,
    top: headingRow + 1,
    bottom: headingRow + bars,
    labels: columnOf(table.columns, chart, 'labels'),
    values,
    axisTitle: table.columns[values]!.heading,
    left: width + 1,
    width: CHART.width,
    height: Math.min(CHART.aroundBars + bars * CHART.aBar, CHART.highest),
  };
}

function columnOf(
  columns: readonly PlanColumn[],
  chart: PlanChart,
  which: 'labels' | 'values',
): number {
  const column = columns.findIndex(({ key }) => key === chart[which]);
  if (column < 0) throw new TypeError(`The table has no column '${chart[which]}' to draw.`);
  return column;
}

/** In a cell of the text format Excel keeps a formula as words, and shows long text as hashes. */
const isNoText = (cell: PlanCell | PlanFormula, format: CellFormat): boolean =>
  isLong(cell) || (isFormula(cell) && format === 'text');

/** Excel shows hashes for more than 255 characters in a cell of the text format. */
const isLong = (cell: PlanCell | PlanFormula): boolean =>
  typeof cell === 'string' && cell.length > 255;

/**
 * Numbers stay unrounded, so that officers' sums over them cast; what shows as nought is nought, but
 * for costs that live figures are worked out from.
 */
function imageCell(cell: PlanCell | PlanFormula, format: CellFormat, isLive = false): ImageCell {
  if (cell === null) return '';
  const isShort = format === 'change' || (format === 'money' && !isLive);
  return isShort && typeof cell === 'number' && roundPence(cell) === 0 ? 0 : cell;
}

/** Room between a column and the next, and between two tables, in characters. */
const MARGIN = 3;
const GAP = 3;

/** A heading of no more characters stands in one line. */
const ONE_LINE = 16;

/** Characters: of a label, and of sentences that are wrapped. */
const WIDEST = 60;
const WIDEST_WRAPPED = 48;

/** Wide enough for the longest cell, up to the widest; a heading may wrap between words. */
function columnWidth(heading: string, texts: readonly string[], widest: number): number {
  const longestWord = Math.max(...heading.split(' ').map((word) => word.length));
  const inOneLine = heading.length <= ONE_LINE ? heading.length : Math.ceil(heading.length / 2);
  const headed = Math.ceil(BOLD * Math.max(longestWord, inOneLine));
  const longestCell = Math.max(...texts.map((text) => text.length), 0);
  return Math.min(Math.max(headed, longestCell, 10), widest) + MARGIN;
}

/** A formula of the officer's stays one; its text is for a copy. */
export const commentaryCell = ({ text, formula }: Commentary): ImageCell =>
  formula === undefined ? text : { formula };

/** Excel makes no row higher than 409 points. */
const MOST_LINES = 27;
/** Characters: what reads well, and more where that many lines do not hold the text. */
const COMMENTARY_WIDTHS = [45, 60, 90, 130, 190, 250];

/** How wide the column is for the commentary to be seen whole, and how many lines it takes there. */
function roomFor(text: string, columnWidth: number): { width: number; lines: number } {
  const linesAt = (width: number): number =>
    text
      .split('\n')
      .map((line) => Math.max(linesOf(line, width), Math.ceil(line.length / width)))
      .reduce((sum, lines) => sum + lines, 0);
  const widths = COMMENTARY_WIDTHS.map((width) => Math.max(width, columnWidth - MARGIN));
  const width = widths.find((each) => linesAt(each) <= MOST_LINES) ?? widths[widths.length - 1]!;
  return { width: width + MARGIN, lines: Math.min(linesAt(width), MOST_LINES) };
}

/** Bold letters are wider than the average that widths are counted in. */
const BOLD = 1.1;
const PLAIN = 1;

function linesOf(text: string, width: number, letter = BOLD): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const length = word.length * letter;
    if (used > 0 && used + 1 + length > width) {
      lines += 1;
      used = length;
    } else {
      used += (used > 0 ? 1 : 0) + length;
    }
  }
  return lines;
}
