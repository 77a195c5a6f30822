import { readFinancialYear } from '../domain/calendar';
import { readMoney } from '../domain/money';
import type { CellValue } from '../domain/reading';
import { columnLetters } from './address';
import { proposeColumns, type Column } from './columns';
import { cellText, isBlank, type SheetSnapshot } from './sheetSnapshot';
import { rolesOf, type ColumnRole, type SourceKind } from '../domain/sources/source';
import { headingWords } from './headingWords';

/** A list found on a sheet; rows and columns count from 0 on the sheet. */
export interface FoundSource<Role extends string> {
  snapshot: SheetSnapshot;
  /** The first of the heading rows (there may be two) and the last. */
  firstHeadingRow: number;
  headingRow: number;
  left: number;
  right: number;
  /** The last row that the list can reach: its Excel table's end, or the sheet's. */
  bottom: number;
  /** Left to right from `left`, each different from the others. */
  headings: string[];
  /** Role to column on the sheet. */
  columns: Partial<Record<Role, number>>;
  /** Every column on the sheet of a role that several hold. */
  several: Partial<Record<Role, number[]>>;
  missing: Role[];
  /** Columns that a required role could have taken nearly as well, by their headings. */
  rivals: Partial<Record<Role, string[]>>;
  /** Where other lists of this kind stand on the sheet, beside this one: 0-based columns of their left edges. */
  besides: { row: number; column: number }[];
  score: number;
}

/** What stands above the headings of a list: its title, whatever else is there. */
export const titleOf = <Role extends string>({
  snapshot,
  firstHeadingRow,
}: FoundSource<Role>): string =>
  snapshot.values
    .slice(0, firstHeadingRow - snapshot.top)
    .flatMap((row) => row.map(cellText))
    .filter((text) => text !== '')
    .join(' ');

interface HeadingRows {
  first: number;
  last: number;
  /** One for each column of the snapshot, '' where there is none. */
  texts: string[];
}

const SAMPLE_ROWS = 40;
/** Headings of tables that count children rather than list them. */
const SUMMARY_HEADING =
  /\b(number of|no\.? of|count of|headcount|average|mean)\b|^(young people|children|yps|count|number)$/i;
/** Over small whole numbers it heads a count, over anything else references. */
const PERSON_OR_COUNT = /^yp$/i;

const headsCount = ({ heading, cells }: Column): boolean =>
  SUMMARY_HEADING.test(heading) ||
  (PERSON_OR_COUNT.test(heading) &&
    cells.every((cell) => isBlank(cell) || (Number.isInteger(cell) && Number(cell) < 1000)));

/** Cells that could be a list, as every kind of list looks at them. */
interface Candidate {
  rows: HeadingRows;
  block: { left: number; right: number };
  columns: Column[];
  /** False where the rows above go on: the headings of a list stand below a title or nothing. */
  begins: boolean;
}

/** The best reading of this sheet as that kind of list, or undefined where no heading row fits at all. */
export function findSource<Role extends string>(
  kind: SourceKind<Role>,
  snapshot: SheetSnapshot,
  chosen: Partial<Record<Role, string>> = {},
): FoundSource<Role> | undefined {
  const all = candidatesOn(snapshot).flatMap(
    (candidate) => sourceAt(kind, snapshot, candidate, chosen) ?? [],
  );
  return bestOf(all);
}

/** The same for a list that has all its columns and begins where lists begin; told without weighing cells. */
export function findWhole<Role extends string>(
  kind: SourceKind<Role>,
  snapshot: SheetSnapshot,
): FoundSource<Role> | undefined {
  const all = candidatesOn(snapshot)
    .filter(({ begins, columns }) => begins && namesAll(kind, columns))
    .flatMap((candidate) => sourceAt(kind, snapshot, candidate, {}) ?? [])
    .filter(({ missing }) => missing.length === 0);
  return bestOf(all);
}

function bestOf<Role extends string>(
  all: readonly FoundSource<Role>[],
): FoundSource<Role> | undefined {
  // The first of equals: headings are repeated further down a long list.
  const best = all.reduce<FoundSource<Role> | undefined>(
    (leader, source) => (leader && leader.score >= source.score - 0.01 ? leader : source),
    undefined,
  );
  return best && { ...best, besides: besidesOf(best, all) };
}

/** Whether every required role has a heading that may name it. */
const namesAll = <Role extends string>(
  { roles, alsoNamed }: SourceKind<Role>,
  columns: readonly Column[],
): boolean =>
  alsoNamed !== undefined ||
  Object.values<ColumnRole>(roles).every(
    ({ required, named }) =>
      !required || columns.some(({ words }) => words !== '' && named(words) > 0),
  );

/** Headings stand near the top of what they head; no more rows are tried. */
const HEADING_ROWS = 200;

/** Every kind looks at the same cells: they are told apart once. */
const known = new WeakMap<SheetSnapshot, Candidate[]>();

function candidatesOn(snapshot: SheetSnapshot): Candidate[] {
  const found =
    known.get(snapshot) ??
    headingCandidates(snapshot.values.slice(0, HEADING_ROWS)).flatMap((rows) =>
      columnBlocks(snapshot, rows).map((block) => candidateAt(snapshot, rows, block)),
    );
  known.set(snapshot, found);
  return found;
}

function candidateAt(
  snapshot: SheetSnapshot,
  rows: HeadingRows,
  block: Candidate['block'],
): Candidate {
  const headings = distinctHeadings(
    rows.texts.slice(block.left, block.right + 1),
    snapshot.left + block.left,
  );
  const below = snapshot.values.slice(rows.last + 1, rows.last + 1 + SAMPLE_ROWS);
  const above = snapshot.values[rows.first - 1]?.slice(block.left, block.right + 1) ?? [];
  return {
    rows,
    block,
    columns: headings.map((heading, offset) => ({
      heading,
      words: heading.length > LONGEST_HEADING ? '' : headingWords(heading),
      // Headings that are repeated further down say nothing of what the column holds.
      cells: below
        .map((row) => row[block.left + offset] ?? '')
        .filter((cell) => cellText(cell) !== heading),
    })),
    begins: above.filter((cell) => !isBlank(cell)).length <= 2,
  };
}

/** Characters; what is longer is a sentence. */
const LONGEST_HEADING = 120;

/** Complete lists that share no column with the one that was found. */
const besidesOf = <Role extends string>(
  best: FoundSource<Role>,
  all: readonly FoundSource<Role>[],
): FoundSource<Role>['besides'] =>
  all
    .filter(
      (source) =>
        source.missing.length === 0 &&
        best.missing.length === 0 &&
        (source.left > best.right || source.right < best.left),
    )
    .filter((source, i, others) => others.findIndex((other) => other.left === source.left) === i)
    .map((source) => ({ row: source.headingRow, column: source.left }));

/** Rows that could be headings: mostly text, and two of them together where the upper one spans columns. */
function headingCandidates(values: readonly CellValue[][]): HeadingRows[] {
  const candidates: HeadingRows[] = [];
  values.forEach((row, index) => {
    if (!looksLikeHeadings(row)) return;
    candidates.push({ first: index, last: index, texts: row.map(cellText) });
    const above = values[index - 1];
    if (
      above &&
      spansColumns(above) &&
      row.every((cell) => isBlank(cell) || typeof cell === 'string')
    ) {
      candidates.push({ first: index - 1, last: index, texts: joinedHeadings(above, row) });
    }
  });
  return candidates;
}

function looksLikeHeadings(row: readonly CellValue[]): boolean {
  const filled = row.filter((cell) => !isBlank(cell));
  const words = filled.filter((cell) => typeof cell === 'string');
  const isText = (cell: string): boolean => !/^[-(£]?\d/.test(cell.trim());
  const others = words.filter((cell) => !isText(cell));
  const headings = words.length - others.length + yearsAlong(others);
  return headings >= 2 && headings >= filled.length * 0.6;
}

/** How many cells name financial years, where they head columns: a row of a list names no two. */
function yearsAlong(cells: readonly string[]): number {
  if (cells.length < 2) return 0;
  const years = cells
    .map(readFinancialYear)
    .flatMap((year) => (year.kind === 'value' ? [year.value] : []));
  return new Set(years).size > 1 ? years.length : 0;
}

/** A title stands alone in its row; headings that span others come in twos or more. */
function spansColumns(above: readonly CellValue[]): boolean {
  const filled = above.filter((cell) => !isBlank(cell));
  const texts = filled.filter((cell) => readMoney(cell).kind !== 'value');
  return texts.length >= 2 && texts.length === filled.length;
}

/** An upper heading stands over the columns to its right until the next one (a merged cell holds it once). */
function joinedHeadings(above: readonly CellValue[], row: readonly CellValue[]): string[] {
  let over = '';
  return row.map((cell, column) => {
    const upper = cellText(above[column]);
    if (upper !== '') over = upper;
    const lower = cellText(cell);
    if (lower === '') return upper;
    return over === '' || over === lower ? lower : `${over} ${lower}`;
  });
}

/** Stretches of columns with nothing blank between them, and the whole width where a list has a spacer column. */
function columnBlocks(
  snapshot: SheetSnapshot,
  rows: HeadingRows,
): { left: number; right: number }[] {
  const width = rows.texts.length;
  const below = snapshot.values.slice(rows.last + 1, rows.last + 1 + SAMPLE_ROWS);
  const inUse = (column: number) =>
    rows.texts[column] !== '' || below.some((row) => !isBlank(row[column]));
  const blocks: { left: number; right: number }[] = [];
  let left = -1;
  for (let column = 0; column <= width; column++) {
    const used = column < width && inUse(column);
    if (used && left < 0) left = column;
    if (!used && left >= 0) {
      blocks.push({ left, right: column - 1 });
      left = -1;
    }
  }
  if (blocks.length > 1)
    blocks.push({ left: blocks[0]!.left, right: blocks[blocks.length - 1]!.right });
  return blocks;
}

function sourceAt<Role extends string>(
  kind: SourceKind<Role>,
  snapshot: SheetSnapshot,
  { rows, block, columns }: Candidate,
  chosen: Partial<Record<Role, string>>,
): FoundSource<Role> | undefined {
  const proposal = proposeColumns(kind, columns, chosen);
  const headings = columns.map(({ heading }) => heading);
  if (proposal.score === 0) return undefined;

  const left = snapshot.left + block.left;
  const headingRow = snapshot.top + rows.last;
  const placed: Partial<Record<Role, number>> = {};
  for (const role of rolesOf(kind)) {
    const offset = proposal.columns[role];
    if (offset !== undefined) placed[role] = left + offset;
  }
  return {
    snapshot,
    firstHeadingRow: snapshot.top + rows.first,
    headingRow,
    left,
    right: snapshot.left + block.right,
    bottom: lastRowOf(snapshot, headingRow, left, snapshot.left + block.right),
    headings,
    columns: placed,
    several: Object.fromEntries(
      Object.entries<number[] | undefined>(proposal.several).map(([role, offsets]) => [
        role,
        (offsets ?? []).map((offset) => left + offset),
      ]),
    ) as Partial<Record<Role, number[]>>,
    missing: rolesOf(kind).filter(
      (role) => kind.roles[role].required && placed[role] === undefined,
    ),
    rivals: headingsOf(proposal.rivals, headings),
    besides: [],
    score:
      weighed(proposal.score, rows, block, columns, snapshot, kind.row.isPerson) *
      (!kind.row.isPerson || listsPeople(kind, columns, proposal.columns) ? 1 : 0.4),
  };
}

const headingsOf = <Role extends string>(
  rivals: Partial<Record<Role, number[]>>,
  headings: readonly string[],
): Partial<Record<Role, string[]>> =>
  Object.fromEntries(
    Object.entries<number[] | undefined>(rivals).map(([role, columns]) => [
      role,
      (columns ?? []).map((column) => headings[column]!),
    ]),
  ) as Partial<Record<Role, string[]>>;

/** A table of sums has each of its labels once, where a list of people repeats its groups. */
function listsPeople<Role extends string>(
  kind: SourceKind<Role>,
  columns: readonly Column[],
  roles: Partial<Record<Role, number>>,
): boolean {
  const texts = rolesOf(kind)
    .filter((role) => !kind.roles[role].required && roles[role] !== undefined)
    .map((role) => roles[role]!);
  if (rolesOf(kind).some((role) => kind.roles[role].identifies && roles[role] !== undefined))
    return true;
  if (texts.length !== 1 || columns.length > 5) return true;
  const labels = columns[texts[0]!]!.cells.map(cellText).filter((label) => label !== '');
  return (
    labels.length < 2 ||
    new Set(labels).size < labels.length ||
    labels.length > 12 ||
    /\d{2,}/.test(labels.join(''))
  );
}

/** Two heading rows, a whole width with gaps, and tables of counts have to earn their place. */
function weighed(
  score: number,
  rows: HeadingRows,
  block: { left: number; right: number },
  columns: readonly Column[],
  snapshot: SheetSnapshot,
  isPerson: boolean,
): number {
  const twoRows = rows.first === rows.last ? 1 : 0.85;
  const gaps = rows.texts.slice(block.left, block.right + 1).some((text) => text === '')
    ? 0.999
    : 1;
  const summary = isPerson && columns.some(headsCount) ? 0.4 : 1;
  const hidden = snapshot.visible ? 1 : 0.6;
  const length = Math.min(Math.max(snapshot.lastRow - snapshot.top - rows.last, 0), 500) / 1000;
  return (score + length) * twoRows * gaps * summary * hidden;
}

/** An Excel table's end, or that of the rows typed right below it; elsewhere the sheet's. */
function lastRowOf(
  snapshot: SheetSnapshot,
  headingRow: number,
  left: number,
  right: number,
): number {
  const table = snapshot.tables.find(
    (each) => each.top === headingRow && each.left <= left && left <= each.right,
  );
  if (!table) return snapshot.lastRow;
  let row = table.bottom;
  const isFilled = (at: number) =>
    snapshot.values[at - snapshot.top]
      ?.slice(left - snapshot.left, right - snapshot.left + 1)
      .some((cell) => !isBlank(cell)) ?? false;
  while (isFilled(row + 1)) row += 1;
  return row;
}

/** Columns without a heading, or with another's, are told apart by their letter. */
function distinctHeadings(texts: readonly string[], left: number): string[] {
  const seen = new Set<string>();
  return texts.map((text, offset) => {
    const letters = columnLetters(left + offset);
    const heading =
      text === '' ? `Column ${letters}` : seen.has(text) ? `${text} (column ${letters})` : text;
    seen.add(heading);
    return heading;
  });
}
