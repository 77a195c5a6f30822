import { displayCell } from '../reports/display';
import type { PlanCell, PlanColumn, SignStyle } from '../reports/plan';
import { widthOf } from '../reports/sheetImage';

/** A table, or a part of its columns, as it is laid out on a page. */
export interface TableLayout {
  orientation: 'portrait' | 'landscape';
  /** Points. */
  fontSize: number;
  /** Which of the table's columns, by their places from 0. */
  columns: number[];
  /** Points, one a column that is shown, the room beside the words in them. */
  widths: number[];
}

/** A4 with margins of 2 cm, in points. */
export const MARGIN = 56.7;
export const PAGE = { short: 595.3, long: 841.9 };
const ACROSS = { portrait: PAGE.short - 2 * MARGIN, landscape: PAGE.long - 2 * MARGIN };

/** Room to the left and to the right of the words in a cell, in points. */
export const CELL_MARGIN = 4;

/** What is tried, in this order: a page is turned before print is too small to read at arm's length. */
const TRIED = [
  { orientation: 'portrait', fontSize: 10 },
  { orientation: 'portrait', fontSize: 9 },
  { orientation: 'landscape', fontSize: 10 },
  { orientation: 'landscape', fontSize: 9 },
  { orientation: 'landscape', fontSize: 8 },
] as const;

/** A figure of Arial beside its size; widths of text are counted in figures. */
const FIGURE = 0.556;
const BOLD = 1.1;

/** Characters in which words still read well, that a column of words takes at most, and above which one is broken. */
const WORDS = { least: 22, most: 48, longest: 30 };

/** What a column needs, and what it takes where there is room. Characters. */
interface Needs {
  least: number;
  most: number;
}

/**
 * The largest print at which no figure and no word of a table is broken, the page turned where it has to
 * be. What no page is wide enough for goes on in parts one below the other, each with the columns of
 * words that begin the table; there is one part at least.
 */
export function tableLayouts(
  columns: readonly PlanColumn[],
  rows: readonly PlanCell[][],
  signs: SignStyle,
): TableLayout[] {
  const needs = columns.map((column, i) =>
    needsOf(
      column,
      rows.map((row) => row[i] ?? null),
      signs,
    ),
  );
  const leastAt = (fontSize: number): number[] => needs.map(({ least }) => points(least, fontSize));
  const every = columns.map((_, i) => i);
  const whole = TRIED.find(
    ({ orientation, fontSize }) => sum(leastAt(fontSize)) <= ACROSS[orientation],
  );
  const tried = whole ?? TRIED[TRIED.length - 1]!;
  const parts = whole
    ? [every]
    : partsOf(every, leadingWords(columns), leastAt(tried.fontSize), ACROSS[tried.orientation]);
  return parts.map((part) => ({
    ...tried,
    columns: part,
    widths: widthsOf(
      part.map((i) => needs[i]!),
      tried,
    ),
  }));
}

const points = (characters: number, fontSize: number): number =>
  characters * FIGURE * fontSize + 2 * CELL_MARGIN;

/** How many columns of words begin a table: by them its rows are told apart. */
function leadingWords(columns: readonly PlanColumn[]): number {
  const figures = columns.findIndex(({ format }) => format !== 'text');
  return figures < 0 ? 1 : Math.max(figures, 1);
}

/** The columns in groups that fit across, each after the first ones, which stand in every group. */
function partsOf(
  columns: readonly number[],
  leading: number,
  least: readonly number[],
  across: number,
): number[][] {
  const first = columns.slice(0, leading);
  const wide = (part: readonly number[]): number => sum(part.map((i) => least[i]!));
  const filled = (most: number): number[][] => {
    const parts: number[][] = [];
    for (const column of columns.slice(leading)) {
      const last = parts[parts.length - 1];
      const fits = last && last.length < most && wide([...last, column]) <= across;
      if (fits) last.push(column);
      else parts.push([...first, column]);
    }
    return parts.length > 0 ? parts : [[...first]];
  };
  // As few parts as can be, and of about as many columns each where that makes no more of them.
  const fewest = filled(columns.length);
  const evenly = filled(leading + Math.ceil((columns.length - leading) / fewest.length));
  return evenly.length > fewest.length ? fewest : evenly;
}

function widthsOf(
  needs: readonly Needs[],
  { orientation, fontSize }: Pick<TableLayout, 'orientation' | 'fontSize'>,
): number[] {
  const least = needs.map((each) => points(each.least, fontSize));
  const more = needs.map(({ most }, i) => Math.max(points(most, fontSize) - least[i]!, 0));
  const room = ACROSS[orientation] - sum(least);
  // Wider than the page in a part of its own: its columns give, and words are broken.
  if (room < 0) return least.map((width) => (width * ACROSS[orientation]) / sum(least));
  return least.map((width, i) => width + more[i]! * Math.min(1, room / Math.max(sum(more), 1)));
}

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, each) => total + each, 0);

function needsOf(
  { heading, format }: PlanColumn,
  cells: readonly PlanCell[],
  signs: SignStyle,
): Needs {
  const texts = cells.map((cell) => displayCell(cell, format, signs));
  const longest = Math.max(0, ...texts.map(longestLine));
  const headed = BOLD * longestWord(heading);
  const inTwoLines = BOLD * widthInTwoLines(heading);
  // A total's row is bold; words may break between words, figures nowhere.
  const least =
    format === 'text'
      ? Math.max(
          BOLD * Math.max(...texts.map(longestWord), 0),
          Math.min(BOLD * longest, WORDS.least),
        )
      : BOLD * longest;
  const most = format === 'text' ? Math.min(BOLD * longest, WORDS.most) : BOLD * longest;
  return { least: Math.max(least, headed), most: Math.max(most, headed, inTwoLines) };
}

const longestLine = (text: string): number => Math.max(...text.split('\n').map(widthOf));

/** The least that a heading takes across where it is broken once between words. */
function widthInTwoLines(heading: string): number {
  const words = heading.split(' ');
  const across = words.map((_, i) =>
    Math.max(widthOf(words.slice(0, i).join(' ')), widthOf(words.slice(i).join(' '))),
  );
  return Math.min(...across);
}

const longestWord = (text: string): number =>
  Math.min(Math.max(...text.split(/\s+/).map(widthOf)), WORDS.longest);
