import type { PeopleGroup } from '../domain/disclosure/peopleGroup';
import { counted } from '../domain/counted';
import type { Snapshot } from '../domain/snapshot';
import { rowKeys } from '../domain/identity';
import { isCounted } from '../domain/ledger';
import { sum } from '../domain/money';
import { SNAPSHOT, type SnapshotRow } from '../domain/sources/snapshot';
import { displayCell } from './display';
import { listNotes } from './listNotes';
import { inWorkbook, type PlanNote } from './planNote';
import { TRACKER, unsigned } from './publication';
import type { ReportInput } from './report';

/** '1 child', '599 children'. */
export const children = (count: number): string => counted(count, 'child', 'children');

/** Which children a sheet is made of, and which list, where there are several. */
export function snapshotNotes(input: ReportInput, snapshot: Snapshot): PlanNote[] {
  const { list, ended, otherVersions, otherLists } = snapshot;
  const others = otherLists.flatMap(({ addresses }) => addresses);
  return [
    ...listNotes(input, [{ ...list, rows: snapshot.children }], SNAPSHOT),
    ...when(
      list.isTracker === true,
      'No list in the workbook has all placements at one date: the tracker’s children stand for it.',
    ),
    ...endedNote(ended, otherVersions.length > 0 ? 0 : (list.over ?? 0)),
    ...when(
      otherVersions.length > 0,
      inWorkbook(
        `${otherVersions.join(' and ')} ${otherVersions.length === 1 ? 'has' : 'have'} mostly the same children and ${otherVersions.length === 1 ? 'is' : 'are'} not counted again.`,
      ),
    ),
    ...when(
      others.length > 0,
      inWorkbook(
        `Used is the list that says the most of its children; not used: ${others.join(' and ')}.`,
      ),
    ),
  ];
}

/** `without` is how many of them have no cost. */
function endedNote(ended: readonly SnapshotRow[], without: number): PlanNote[] {
  const count = ended.length + without;
  const cost = displayCell(sum(ended.map(({ weeklyCost }) => weeklyCost)), 'money', 'minus');
  return when(
    count > 0,
    inWorkbook(
      `${children(count)} whose care has ended, at ${cost} a week in all, ${count === 1 ? 'is' : 'are'} not among them.`,
      'Children whose care has ended are not among them.',
    ),
  );
}

export const when = (holds: boolean, note: PlanNote): PlanNote[] => (holds ? [note] : []);

/** Some children of a snapshot, which may be the tracker's young people. */
interface Some {
  weekly: number;
  rows: readonly SnapshotRow[];
}

/** "'Tracker 24-25'!C5" as the ledger has it: the sheet and the row. */
function placeOf({ at: { placement } }: SnapshotRow): string {
  const end = placement.lastIndexOf('!');
  const sheet = placement.slice(0, end).replace(/^'|'$/g, '').replaceAll("''", "'");
  return `${sheet} ${placement.slice(end + 1).replace(/\D/g, '')}`;
}

/** Makes groups of a snapshot's children; `by` says what tells them from others of it. */
export function childrenOf(
  { list, children: all }: Snapshot,
  { ledger }: ReportInput,
): (by: string, some: Some) => PeopleGroup {
  const name = list.addresses.join();
  const own = rowKeys(all, name);
  const inLedger = new Map(
    ledger.filter(isCounted).map(({ key, sheet, row }) => [`${sheet} ${row}`, key]),
  );
  const keys = new Map(
    all.map((row, at) => [row, (list.isTracker && inLedger.get(placeOf(row))) || own[at]!]),
  );
  return (by, { weekly, rows }) => ({
    source: list.isTracker ? TRACKER : name,
    by,
    members: rows.map((row) => keys.get(row)!),
    people: rows.length,
    amounts: { [list.isTracker ? 'current' : `cost in ${name}`]: unsigned(weekly) },
  });
}
