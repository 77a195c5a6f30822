import { toSerial } from '../domain/calendar';
import { roundPence } from '../domain/money';
import type { DateSystem, IsoDate } from '../domain/reading';
import type { Commentary } from './commentary';
import { displayCell, isDate, numberFormat } from './display';
import type {
  CellFormat,
  Figures,
  PlanCell,
  PlanChart,
  PlanColumn,
  SheetPlan,
  SignStyle,
} from './plan';

/** A sheet cell by cell, ready to be painted into Excel or copied into a file. From A1; counts from 0. */
export interface SheetImage {
  /** As wide as the table. */
  cells: ImageCell[][];
  /** Excel number formats, one a cell. */
  numberFormats: string[][];
  /** The row of the table's headings. */
  headingRow: number;
  /** The row of the cell for commentary, its label above it; absent where there is none. */
  commentaryRow?: number;
  /** Lines that the commentary takes, wrapped at the width of its column. */
  commentaryLines?: number;
  /** The plan's own; an earlier version's sheets had another beside it. */
  tables: ImageTable[];
  chart?: ImageChart;
  /** How many columns are printed, from A on; absent where all are. */
  printedColumns?: number;
  /** How the sheet is laid out for print where it is new. */
  page?: ImagePage;
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
  /** One a column, true where its cells are wrapped; absent where none is. */
  wrapped?: { columns: boolean[] };
}

/** A4; one page across, and as many down as it takes unless it is made to fit one. */
export interface ImagePage {
  orientation: 'portrait' | 'landscape';
  onOnePage: boolean;
}

/** Words right after a column of numbers, or of full lines, would run into them. */
export const isIndented = ({ rightAligned, wrapped }: ImageTable, column: number): boolean =>
  rightAligned[column] === false &&
  (rightAligned[column - 1] === true || wrapped?.columns[column - 1] === true);

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
  /** The cell at which the chart begins; an earlier version's stood beside the headings and says no row. */
  row?: number;
  left: number;
  /** Points. */
  width: number;
  height: number;
}

/** What of a plan is laid out. */
export type Layout = Omit<SheetPlan, 'sheet' | 'publishable' | 'publication' | 'behind'>;

/**
 * Lays a plan out: title, notes one a row, then the table, all from column A (Analysis Function
 * checklist); a chart stands one blank row below. Live figures are formulas, with a line of check
 * above the table. `dates` is how the workbook counts days.
 */
export function sheetImage(
  plan: Layout,
  signs: SignStyle,
  figures: Figures = 'values',
  dates: DateSystem = 1900,
): SheetImage {
  const { commentary, table } = plan;
  const isLive = figures === 'live';
  const above: ImageCell[] = [
    plan.title,
    ...plan.notes,
    ...(plan.control ?? []),
    ...(isLive && plan.check ? [plan.check] : []),
    ...(commentary ? [commentary.label, commentaryCell(commentary)] : []),
  ];
  const headingRow = above.length;
  const { cells, numberFormats, widths: own, headingLines } = painting(table, signs, dates, isLive);
  const [first, ...others] = own;
  const room = commentary && roomFor(commentary.text, first!);
  const widths = [room?.width ?? first!, ...others];
  const printed = printedColumns(table.columns);
  const wraps = table.columns.map((column) => column.wraps !== undefined);
  const image: SheetImage = {
    cells: [
      ...above.map((cell) => [cell, ...new Array<ImageCell>(widths.length - 1).fill('')]),
      ...cells,
    ],
    numberFormats: [
      ...above.map(() => new Array<string>(widths.length).fill('General')),
      ...numberFormats,
    ],
    headingRow,
    ...(room && { commentaryRow: headingRow - 1, commentaryLines: room.lines }),
    tables: [
      {
        name: table.name,
        left: 0,
        right: widths.length - 1,
        bottom: headingRow + cells.length - 1,
        total: plan.total,
        rightAligned: table.columns.map((column) => column.format !== 'text'),
        ...(wraps.includes(true) && { wrapped: { columns: wraps } }),
      },
    ],
    chart: chartOf(plan, headingRow, widths, headingRow + cells.length),
    ...(printed < widths.length && { printedColumns: printed }),
    widths,
    headingLines,
  };
  return { ...image, page: pageFor(image) };
}

/** What stands right of the last column that is read is the add-in's own, for the screen. */
const printedColumns = (columns: readonly PlanColumn[]): number =>
  columns.reduce((last, { narrow }, i) => (narrow ? last : i + 1), 0);

/** A table from its headings on. */
interface Painting {
  cells: ImageCell[][];
  numberFormats: string[][];
  widths: number[];
  headingLines: number;
}

function painting(
  { columns, rows, formulas }: SheetPlan['table'],
  signs: SignStyle,
  dates: DateSystem,
  isLive: boolean,
): Painting {
  const bodyFormats = columns.map((column) => numberFormat(column.format, signs));
  const widths = columns.map((column, i) =>
    columnWidth(
      column.heading,
      column.narrow ? [] : rows.map((row) => displayCell(row[i] ?? null, column.format, signs)),
      column.wraps,
    ),
  );
  return {
    cells: [
      columns.map((column) => column.heading),
      ...rows.map((row, r) =>
        row.map((cell, i): ImageCell => {
          const formula = isLive && formulas?.[r]?.[i];
          const { format } = columns[i]!;
          const value =
            format === 'date' && typeof cell === 'string' && isDate(cell)
              ? serialOf(cell, dates)
              : imageCell(cell, format, isLive && formulas !== undefined);
          return formula ? { formula, value } : value;
        }),
      ),
    ],
    numberFormats: [
      columns.map(() => 'General'),
      ...rows.map((row) => row.map((cell, i) => (isLong(cell) ? 'General' : bodyFormats[i]!))),
    ],
    widths,
    headingLines: Math.max(
      ...columns.map(({ heading }, i) => linesOf(heading, widths[i]! - MARGIN)),
    ),
  };
}

/** A date before the first one that the workbook can hold is as long ago as that one. */
const serialOf = (date: IsoDate, system: DateSystem): number =>
  system === 1904 && date < '1904-01-01' ? 0 : toSerial(date, system);

/** Points: a chart is as wide as its table within limits, and leaves room for it on the page. */
const CHART = { narrowest: 440, widest: 720, aroundBars: 80, aBar: 18, highest: 420 };

function chartOf(
  { id, chart, table, total }: Layout,
  headingRow: number,
  widths: readonly number[],
  below: number,
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
    row: below + 1,
    left: 0,
    width: Math.round(Math.min(Math.max(pointsAcross(widths), CHART.narrowest), CHART.widest)),
    height: Math.min(CHART.aroundBars + bars * CHART.aBar, CHART.highest),
  };
}

/** Points a character, and a cell's padding. */
export const pointsWide = (characters: number): number => (characters * 7 + 5) * 0.75;
export const charactersWide = (points: number): number => (points / 0.75 - 5) / 7;

export const POINTS_A_LINE = 15;

const pointsAcross = (widths: readonly number[]): number =>
  widths.reduce((sum, width) => sum + pointsWide(width), 0);

/** Of A4, in points, without the margins that Excel leaves on its own. */
const LONG_SIDE = { across: 842 - 2 * 50.4, down: 842 - 2 * 54 };
const SHORT_SIDE = { across: 595 - 2 * 50.4, down: 595 - 2 * 54 };

/** Rows that a chart takes below a table, the blank ones around it with them. */
export const rowsOfChart = ({ height }: ImageChart): number =>
  Math.ceil(height / POINTS_A_LINE) + 2;

/** Print of much less than half its size on the screen is not read without a glass. */
const SMALLEST_SCALE = 0.45;

/**
 * A sheet with a chart goes on one page, turned to where it is larger, so that no page ends in the
 * middle of the chart; where that would be too small, and for a table alone, pages follow each other.
 */
function pageFor(image: SheetImage): ImagePage {
  const { chart, cells, headingRow, printedColumns } = image;
  if (!chart) return { orientation: 'landscape', onOnePage: false };
  const longest = Math.max(
    ...cells.slice(0, headingRow).map(([cell]) => widthOf(typeof cell === 'string' ? cell : '')),
  );
  const across = Math.max(
    pointsAcross(image.widths!.slice(0, printedColumns)),
    pointsWide(longest),
    chart.width,
  );
  const down = heightOf(image) + POINTS_A_LINE + chart.height;
  const landscape = Math.min(LONG_SIDE.across / across, SHORT_SIDE.down / down);
  const portrait = Math.min(SHORT_SIDE.across / across, LONG_SIDE.down / down);
  return Math.max(landscape, portrait) < SMALLEST_SCALE
    ? { orientation: 'landscape', onOnePage: false }
    : { orientation: portrait > landscape ? 'portrait' : 'landscape', onOnePage: true };
}

/** Points from the sheet's top to the end of the table. */
function heightOf(image: SheetImage): number {
  const [table] = image.tables;
  const rows = table!.wrapped
    ? wrappedLines(image, table!).reduce((sum, lines) => sum + lines, 0)
    : table!.bottom - image.headingRow;
  const above = image.headingRow + Math.max((image.commentaryLines ?? 1) - 1, 0);
  return (above + (image.headingLines ?? 1) + rows) * POINTS_A_LINE;
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

/** Excel shows hashes for more than 255 characters in a cell of the text format. */
const isLong = (cell: PlanCell): boolean => typeof cell === 'string' && cell.length > 255;

/**
 * Numbers stay unrounded, so that officers' sums over them cast; what shows as nought is nought, but
 * for costs that live figures are worked out from.
 */
function imageCell(cell: PlanCell, format: CellFormat, isLive: boolean): Value {
  if (cell === null) return '';
  const isShort = format === 'change' || (format === 'money' && !isLive);
  return isShort && typeof cell === 'number' && roundPence(cell) === 0 ? 0 : cell;
}

/** Room between a column and the next, in characters. */
const MARGIN = 3;

/** What of a column's characters stays blank beside wrapped words. */
const PADDING = 0.5;
const INDENT = 1.5;

/** A heading of no more characters stands in one line. */
const ONE_LINE = 16;

/** Characters of a label. */
const WIDEST = 60;

/**
 * Wide enough for the longest cell, up to the widest; a heading may wrap between words.
 * @param wraps characters at which sentences are wrapped, if they are
 */
function columnWidth(heading: string, texts: readonly string[], wraps: number | undefined): number {
  const longestWord = Math.max(...heading.split(' ').map((word) => word.length));
  const inOneLine = heading.length <= ONE_LINE ? heading.length : Math.ceil(heading.length / 2);
  const headed = Math.ceil(BOLD * Math.max(longestWord, inOneLine));
  const longestCell = texts.reduce(
    (longest, text) => Math.max(longest, wraps ? Math.ceil(widthOf(text)) : text.length),
    0,
  );
  const widest = wraps ? wrappedWidth(texts, wraps) : WIDEST;
  return Math.min(Math.max(headed, longestCell, 10), widest) + MARGIN;
}

/** Wider than asked for where a text would take more lines than a row can have. */
function wrappedWidth(texts: readonly string[], wraps: number): number {
  const holds = (width: number) => texts.every((text) => plainLines(text, width) <= MOST_LINES);
  let width = wraps;
  while (width < WIDEST_COLUMN && !holds(width)) width = Math.ceil(width * 1.5);
  return Math.min(width, WIDEST_COLUMN);
}

/** Lines that each row of a table takes, its headings left out. */
export function wrappedLines(
  { cells, headingRow, widths }: SheetImage,
  table: ImageTable,
): number[] {
  const columns = (table.wrapped?.columns ?? []).flatMap((wraps, i) => {
    const column = table.left + i;
    const room = Math.round(widths?.[column] ?? 0) - PADDING - (isIndented(table, i) ? INDENT : 0);
    return wraps && room > 0 ? [{ column, room }] : [];
  });
  return cells.slice(headingRow + 1, table.bottom + 1).map((row) =>
    columns.reduce((lines, { column, room }) => {
      const text = row[column];
      if (typeof text !== 'string') return lines;
      return Math.max(lines, Math.min(plainLines(text, room), MOST_LINES));
    }, 1),
  );
}

/** A formula of the officer's stays one; its text is for a copy. */
export const commentaryCell = ({ text, formula }: Commentary): ImageCell =>
  formula === undefined ? text : { formula };

/** Excel makes no row higher than 409 points. */
const MOST_LINES = 27;
/** And no column wider than 255 characters. */
const WIDEST_COLUMN = 250;
/** Characters: what reads well, and more where that many lines do not hold the text. */
const COMMENTARY_WIDTHS = [45, 60, 90, 130, 190, WIDEST_COLUMN];

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
const boldWidth = (text: string): number => text.length * BOLD;

/** Letters by their width beside a figure's, at least as wide as in Excel's font and in those that stand in for it. */
const LETTERS: [RegExp, number][] = [
  [/[ijl.,:;'’‘|! ]/g, 0.5],
  [/[frt()[\]/"“”-]/g, 0.7],
  [/[cksz]/g, 0.9],
  [/[mw@%&—…]/g, 1.6],
  [/\p{Lu}/gu, 1.2],
];

/** Of plain text, in characters of a column's width: a figure of the font is one. */
export const widthOf = (text: string): number =>
  LETTERS.reduce(
    (width, [letters, each]) => width + (text.match(letters)?.length ?? 0) * (each - 1),
    text.length,
  );

function linesOf(text: string, width: number, measured = boldWidth): number {
  const space = Math.min(measured(' '), 1);
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const length = measured(word);
    if (used > 0 && used + space + length > width) {
      lines += 1;
      used = length;
    } else {
      used += (used > 0 ? space : 0) + length;
    }
  }
  return lines;
}

/** Of plain text with breaks of its own; a word longer than a line goes on in the next. */
const plainLines = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => {
    const inWords = linesOf(line, width, widthOf);
    return sum + Math.max(inWords, Math.ceil(widthOf(line) / width));
  }, 0);
