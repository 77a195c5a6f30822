import { LIST_KINDS } from '../domain/sources';
import { TRACKER, type TrackerRole } from '../domain/sources/tracker';
import { chooseLists, isSamePlace, type ChosenList } from './chooseLists';
import { chooseSources, type ChosenSources } from './chooseSources';
import type { FoundSource } from './findSource';
import type { SheetSnapshot } from './sheetSnapshot';

/** What the workbook's sheets hold: its tracker, where it has one, and the lists beside it. */
export interface Chosen {
  tracker?: ChosenSources<TrackerRole>;
  lists: ChosenList[];
}

/**
 * Tells the tracker and every other list by the tops of the sheets. A whole list of another kind that
 * the cells fit better is no tracker that lacks a column.
 */
export function chooseFrom(
  heads: readonly SheetSnapshot[],
  choice: { sheet?: string; columns?: Partial<Record<TrackerRole, string>> } = {},
): Chosen {
  const tracker = chooseSources(TRACKER, heads, choice);
  const isWhole = tracker?.parts[0]!.missing.length === 0;
  const lists = chooseLists(LIST_KINDS, heads, {
    kind: TRACKER.kind,
    parts: isWhole ? [...tracker.parts, ...tracker.others] : [],
  });
  const isTaken = lists.some(({ parts }) =>
    parts.some((part) =>
      tracker?.parts.some((other) => isSamePlace(part, other) && part.score > other.score),
    ),
  );
  return { tracker: isWhole || !isTaken ? tracker : undefined, lists };
}

/** Every sheet's part of anything, the tracker's first. */
export const partsIn = ({ tracker, lists }: Chosen): FoundSource<string>[] => [
  ...(tracker?.parts ?? []),
  ...lists.flatMap(({ parts }) => parts),
];

/** The same over other snapshots, given in the order of partsIn. */
export function withSnapshots(chosen: Chosen, snapshots: readonly SheetSnapshot[]): Chosen {
  const rest = [...snapshots];
  const renewed = <Role extends string>(part: FoundSource<Role>): FoundSource<Role> => ({
    ...part,
    snapshot: rest.shift()!,
  });
  return {
    tracker: chosen.tracker && {
      ...chosen.tracker,
      parts: chosen.tracker.parts.map((part) => renewed(part)),
    },
    lists: chosen.lists.map((list) => ({
      ...list,
      parts: list.parts.map((part) => renewed(part)),
    })),
  };
}
