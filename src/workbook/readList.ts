import { grouped } from '../domain/grouped';
import { roundPence, sum } from '../domain/money';
import type { CellValue, DateSystem } from '../domain/reading';
import { isBareShare, percentsIn, readHeld } from '../domain/sources/readHeld';
import {
  rolesOf,
  type AnyKind,
  type ColumnContent,
  type HeldUnder,
  type ListProblem,
  type RowOf,
  type SourceList,
} from '../domain/sources/source';
import { labelKind } from '../domain/totalLabel';
import { areaAddress, cellAddress } from './address';
import type { ChosenList } from './chooseLists';
import { titleOf, type FoundSource } from './findSource';
import { filledRows, type FilledRow } from './filledRows';
import { cellText, isBlank } from './sheetSnapshot';

/**
 * Reads a list whose snapshots are whole: every row by the roles of its kind. A row without a value
 * that its kind requires is left out and said; titles, totals, repeated headings and footnotes are no
 * rows. Nothing is taken as nought that is not written as nought.
 */
export function readList({ kind, parts, isBorrowed }: ChosenList, system: DateSystem): SourceList {
  const read = parts.map((part) => readPart(kind, part, system));
  const first = parts[0]!;
  return {
    kind: kind.kind,
    label: kind.label,
    sheets: parts.map(({ snapshot }) => snapshot.name),
    titles: parts.map(titleOf),
    addresses: parts.map((part, i) =>
      areaAddress(
        part.snapshot.name,
        part.firstHeadingRow,
        part.left,
        read[i]!.lastRow,
        part.right,
      ),
    ),
    headings: Object.fromEntries(
      Object.entries(first.columns).flatMap(([role, column]) =>
        column === undefined ? [] : [[role, first.headings[column - first.left]!]],
      ),
    ),
    rows: read.flatMap(({ rows }) => rows),
    leftOut: read.reduce((count, { leftOut }) => count + leftOut, 0),
    over: read.reduce((count, { over }) => count + over, 0),
    problems: read.flatMap(({ problems }) => problems),
    ...(isBorrowed && { isTracker: true }),
  };
}

interface ReadPart {
  rows: RowOf<AnyKind>[];
  leftOut: number;
  over: number;
  problems: ListProblem[];
  lastRow: number;
}

function readPart(kind: AnyKind, found: FoundSource<string>, system: DateSystem): ReadPart {
  const listed = listedRows(kind, found);
  const own = listed.filter(({ isTotal }) => !isTotal);
  const inPercent = new Set(
    rolesOf(kind).filter(
      (role) =>
        kind.roles[role]!.holds === 'share' &&
        percentsIn(own.map((row) => cellOf(found, row, role))),
    ),
  );
  const part: ReadPart = { rows: [], leftOut: 0, over: 0, problems: [], lastRow: found.headingRow };
  let sinceTotal: RowOf<AnyKind>[] = [];
  for (const row of listed) {
    if (row.isTotal) {
      const all = part.leftOut === 0 ? [sinceTotal, part.rows] : [];
      part.problems.push(...totalProblems(kind, found, row, all));
      sinceTotal = [];
      continue;
    }
    part.lastRow = row.at;
    const { value, isOver, problems } = readRow(kind, found, row, { system, inPercent });
    if (!value && isOver) {
      part.over += 1;
      continue;
    }
    part.problems.push(...problems);
    if (value) part.rows.push(value);
    else part.leftOut += 1;
    if (value) sinceTotal.push(value);
  }
  return part;
}

const ADDED_UP: readonly ColumnContent[] = ['money', 'amount', 'count'];
/** Totals may be kept in whole pounds. */
const APART = 1;

/** Where a total is the sum neither of the rows since the last one nor of all: it is not counted, but said. */
function totalProblems(
  kind: AnyKind,
  found: FoundSource<string>,
  row: FilledRow,
  stretches: readonly RowOf<AnyKind>[][],
): ListProblem[] {
  if (!filled(row).some((cell) => typeof cell === 'string' && labelKind(cell) === 'sum')) return [];
  return rolesOf(kind).flatMap((role): ListProblem[] => {
    if (found.several[role] || !ADDED_UP.includes(kind.roles[role]!.holds)) return [];
    const cell = cellOf(found, row, role);
    if (typeof cell !== 'number') return [];
    const sums = stretches
      .filter((rows) => rows.length > 0)
      .map((rows) => sum(rows.map((each) => Number(each[role] ?? 0))));
    if (sums.length === 0 || sums.some((each) => Math.abs(each - cell) < APART)) return [];
    const address = cellAddress(found.snapshot.name, row.at, found.columns[role]!);
    const above = grouped(roundPence(sums[sums.length - 1]!), 2);
    const message = `${address} is in a row labelled a total, but the rows above come to ${above}. The total is not counted; check what it leaves out.`;
    return [{ address, ref: '', message }];
  });
}

interface Reading {
  system: DateSystem;
  /** Roles whose bare numbers are per cent. */
  inPercent: ReadonlySet<string>;
}

function readRow(
  kind: AnyKind,
  found: FoundSource<string>,
  row: FilledRow,
  { system, inPercent }: Reading,
): { value?: RowOf<AnyKind>; isOver?: boolean; problems: ListProblem[] } {
  const values: Record<string, string | number | undefined> = {};
  const columned: Record<string, HeldUnder<string | number>[]> = {};
  const at: Record<string, string> = {};
  const problems: ListProblem[] = [];
  const who = rolesOf(kind).find((role) => kind.roles[role]!.identifies);
  const ref = who === undefined ? '' : cellText(cellOf(found, row, who));
  let isWhole = true;
  for (const role of rolesOf(kind)) {
    const { holds, label, required } = kind.roles[role]!;
    const address = cellAddress(found.snapshot.name, row.at, found.columns[role] ?? found.left);
    at[role] = address;
    const say = (where: string, why: string, left: string): void => {
      const message = `${where} ${why}. Type the ${label.toLowerCase()}. ${left}`;
      problems.push({ address: where, ref, message });
    };
    const several = found.several[role];
    if (several) {
      const read = several.map((column) => ({
        heading: found.headings[column - found.left]!,
        at: cellAddress(found.snapshot.name, row.at, column),
        reading: readHeld(holds, row.cells[column - found.left] ?? '', system),
      }));
      columned[role] = read.flatMap(({ heading, at, reading }) =>
        reading.kind === 'value' ? [{ heading, at, value: reading.value }] : [],
      );
      for (const { at, reading } of read) {
        if (reading.kind === 'unreadable') say(at, reading.why, WITHOUT_IT);
      }
      if (required && read.every(({ reading }) => reading.kind === 'blank')) {
        isWhole = false;
        say(address, 'is blank, and so are all others of its row', leftOut(kind));
      }
      continue;
    }
    const cell = cellOf(found, row, role);
    const reading = readHeld(holds, cell, system);
    if (reading.kind === 'value') {
      const isPercent = inPercent.has(role) && isBareShare(cell);
      values[role] = isPercent ? Number(reading.value) / 100 : reading.value;
      continue;
    }
    if (reading.kind === 'blank' && !hasToHold(kind, role)) continue;
    if (required) isWhole = false;
    const why = reading.kind === 'blank' ? 'is blank' : reading.why;
    say(address, why, required ? leftOut(kind) : WITHOUT_IT);
  }
  return isWhole
    ? { value: { ...values, ...columned, at } as unknown as RowOf<AnyKind>, problems }
    : { isOver: kind.isOver?.(values), problems };
}

const WITHOUT_IT = 'The row is counted without it.';
const leftOut = ({ row }: AnyKind): string => `The ${row.one}’s row is left out until then.`;

const cellOf = (found: FoundSource<string>, row: FilledRow, role: string): CellValue => {
  const column = found.columns[role];
  return column === undefined ? '' : (row.cells[column - found.left] ?? '');
};

/** The list's own rows, and among them its totals. */
function listedRows(
  kind: AnyKind,
  found: FoundSource<string>,
): (FilledRow & { isTotal: boolean })[] {
  const rows: (FilledRow & { isTotal: boolean })[] = [];
  for (const row of filledRows(found)) {
    if (row.afterBlank && headsAnotherList(kind, found, row)) break;
    if (headsAgain(found, row) || isRemark(kind, row)) continue;
    rows.push({ ...row, isTotal: isTotal(kind, found, row) });
  }
  return rows;
}

const filled = ({ cells }: FilledRow): CellValue[] => cells.filter((cell) => !isBlank(cell));

function headsAgain(found: FoundSource<string>, row: FilledRow): boolean {
  const repeated = row.cells.filter(
    (cell, i) => !isBlank(cell) && cellText(cell) === found.headings[i],
  );
  return repeated.length >= 2 || (repeated.length === 1 && filled(row).length === 1);
}

/** Roles without whose columns a list is none of its kind, be a cell of theirs blank or not. */
const requiredRoles = (kind: AnyKind): string[] =>
  rolesOf(kind).filter((role) => kind.roles[role]!.required);

/** Whether a row whose cell for the role is blank is left out. */
const hasToHold = (kind: AnyKind, role: string): boolean =>
  kind.roles[role]!.required && !kind.roles[role]!.mayBeBlank;

/** Words, and none of them with a figure, in all columns of figures: the headings of something else. */
function headsAnotherList(kind: AnyKind, found: FoundSource<string>, row: FilledRow): boolean {
  const all = requiredRoles(kind).filter((role) => kind.roles[role]!.holds !== 'text');
  const held = all.filter((role) => hasToHold(kind, role));
  const figures = held.length > 0 ? held : all;
  const isWords = (cell: CellValue): boolean => typeof cell === 'string' && !/\d/.test(cell);
  return (
    figures.length > 0 &&
    filled(row).length >= 2 &&
    figures.every((role) => {
      const cell = cellOf(found, row, role);
      return !isBlank(cell) && isWords(cell);
    })
  );
}

/** A total says so where a row says what it is of; a scheme may be called one in a column of its own. */
function isTotal(kind: AnyKind, found: FoundSource<string>, row: FilledRow): boolean {
  const texts = rolesOf(kind).filter((role) => kind.roles[role]!.holds === 'text');
  const labels = [
    row.cells.find((cell) => !isBlank(cell)) ?? '',
    ...texts.map((role) => cellOf(found, row, role)),
  ];
  const isLabelled = labels.some(
    (cell) => typeof cell === 'string' && labelKind(cell) !== undefined,
  );
  const isBare = rolesOf(kind).some(
    (role) => hasToHold(kind, role) && isBlank(cellOf(found, row, role)),
  );
  const saysLittle = filled(row).length * 2 <= found.headings.length + 1;
  const isFirst = labelKind(cellText(labels[0])) !== undefined;
  return isLabelled && (isBare || saysLittle || isFirst || isCalledTotal(kind, found, row));
}

/** Figures may stand before the cell that says what the row is of, and that one say no more than 'Total'. */
const isCalledTotal = (kind: AnyKind, found: FoundSource<string>, row: FilledRow): boolean =>
  rolesOf(kind).some(
    (role) =>
      kind.roles[role]!.identifies &&
      /^((grand|overall|sub)[ -]?)?totals?:?$/i.test(cellText(cellOf(found, row, role))),
  );

/** A footnote or the name of a section: one cell of words, in a list whose rows have more. */
function isRemark(kind: AnyKind, row: FilledRow): boolean {
  const [cell, ...others] = filled(row);
  if (others.length > 0 || requiredRoles(kind).length < 2) return false;
  return typeof cell === 'string' && !/^[-£(]?\d/.test(cell.trim());
}
