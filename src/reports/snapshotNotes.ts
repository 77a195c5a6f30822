import type { PeopleGroup } from '../domain/disclosure/hideSmallGroups';
import { counted } from '../domain/counted';
import type { Snapshot } from '../domain/snapshot';
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

/**
 * Children of a snapshot by one breakdown of them; all of them without one. A tracker's are its young
 * people by where they are now.
 */
export const childrenIn = (
  { list }: Snapshot,
  where: { [breakdown: string]: string },
  { children: people, weekly }: { children: number; weekly: number },
): PeopleGroup =>
  list.isTracker
    ? {
        population: TRACKER,
        where: Object.fromEntries(Object.values(where).map((group) => ['now', group])),
        people,
        amounts: { current: unsigned(weekly) },
      }
    : { population: list.addresses.join(), where, people, amounts: { cost: unsigned(weekly) } };
