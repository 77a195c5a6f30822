import { RunningTotal } from '../domain/money';
import type { CellValue } from '../domain/reading';
import type { YoungPerson } from '../domain/youngPerson';
import type { ControlTotal, ControlTotals } from '../reports/report';
import { columnLetters, quotedSheet } from './address';
import type { FoundSource } from './findSource';
import { isBlank } from './sheetSnapshot';
import type { TrackerRole } from '../domain/sources/tracker';

/** A sheet's part of the tracker and the young people read from it. */
interface Part {
  source: FoundSource<TrackerRole>;
  people: readonly YoungPerson[];
}

/** Rows of a sheet, both ends in; 0-based. */
interface Span {
  first: number;
  last: number;
}

/** Blank rows below the last young person that are watched for one who is added there. */
const ROWS_BELOW = 20;
const LAST_ROW_OF_A_SHEET = 1_048_575;
/** A formula names every range twice and takes 8,192 characters, a function 255 arguments. */
const MOST = { ranges: 100, characters: 2_700 };

/**
 * The sums to compare the tracker with later on: over the rows of young people and blank rows among
 * and just below them. Where those lie in more stretches than a formula can name, over everything
 * from the first to the last; undefined where even that is too much, or nobody is listed.
 */
export function controlTotals(parts: readonly Part[]): ControlTotals | undefined {
  const listed = parts.filter(({ people }) => people.length > 0);
  if (listed.length === 0) return undefined;
  const rows = listed.map((part) => ({ source: part.source, spans: spansOf(part) }));
  const whole = rows.map(({ source, spans }) => ({
    source,
    spans: [{ first: spans[0]!.first, last: spans[spans.length - 1]!.last }],
  }));
  const namesPeople = parts.some(({ people }) => people.some(({ reference }) => reference !== ''));
  for (const [wholeSpan, stretches] of [[false, rows] as const, [true, whole] as const]) {
    const total = (role: TrackerRole, read: Read) => controlTotal(stretches, role, read);
    const totals = {
      originalCost: total('originalCost', sumOf),
      currentCost: total('currentCost', sumOf),
      youngPeople: total(namesPeople ? 'reference' : 'originalCost', filledIn),
      wholeSpan,
    };
    if ([totals.originalCost, totals.currentCost, totals.youngPeople].every(fits)) return totals;
  }
  return undefined;
}

const fits = ({ ranges }: ControlTotal): boolean =>
  ranges.length <= MOST.ranges && ranges.join().length <= MOST.characters;

interface Stretch {
  source: FoundSource<TrackerRole>;
  spans: Span[];
}

type Read = (cells: readonly (CellValue | undefined)[]) => number;

function controlTotal(stretches: readonly Stretch[], role: TrackerRole, read: Read): ControlTotal {
  // Sheets of one tracker may lack a column that another has.
  const within = stretches.filter(({ source }) => source.columns[role] !== undefined);
  const cells = within.flatMap(({ source, spans }) =>
    spans.flatMap((span) => cellsIn(source, source.columns[role]!, span)),
  );
  const ranges = within.flatMap(({ source, spans }) => {
    const column = `$${columnLetters(source.columns[role]!)}$`;
    const sheet = quotedSheet(source.snapshot.name);
    return spans.map(({ first, last }) => `${sheet}!${column}${first + 1}:${column}${last + 1}`);
  });
  return { read: read(cells), ranges };
}

/** As SUM adds: numbers alone. */
function sumOf(cells: readonly (CellValue | undefined)[]): number {
  const total = new RunningTotal();
  for (const cell of cells) if (typeof cell === 'number') total.add(cell);
  return total.pounds;
}

/** As COUNTBLANK tells: all but what is empty, or a formula that shows nothing. */
const filledIn: Read = (cells) => cells.filter((cell) => cell !== undefined && cell !== '').length;

function cellsIn(
  { snapshot }: FoundSource<TrackerRole>,
  column: number,
  { first, last }: Span,
): (CellValue | undefined)[] {
  const { values, top, left } = snapshot;
  return values.slice(first - top, last - top + 1).map((row) => row[column - left]);
}

/** Stretches of rows without anything in them but young people. */
function spansOf({ source, people }: Part): Span[] {
  const rows = new Set(people.map(({ row }) => row - 1));
  const last = people[people.length - 1]!.row - 1;
  const spans: Span[] = [];
  let span: Span | undefined;
  for (let at = people[0]!.row - 1; at <= Math.min(last + ROWS_BELOW, LAST_ROW_OF_A_SHEET); at++) {
    if (rows.has(at)) {
      span ??= spans[spans.push({ first: at, last: at }) - 1]!;
      span.last = at;
    } else if (!isBlankRow(source, at)) {
      if (at > last) break;
      span = undefined;
    } else if (at > last && span) {
      span.last = at;
    }
  }
  return spans;
}

/** False also for a row that was not read. */
function isBlankRow({ snapshot, left, right }: FoundSource<TrackerRole>, at: number): boolean {
  if (at > snapshot.lastRow) return true;
  const row = snapshot.values[at - snapshot.top];
  return row?.slice(left - snapshot.left, right - snapshot.left + 1).every(isBlank) ?? false;
}
