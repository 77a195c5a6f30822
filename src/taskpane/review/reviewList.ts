import type { LedgerEntry } from '../../domain/ledger';

export type ReviewFilter = 'needed' | 'all' | 'decided';

/** What the review shows under each filter. */
export const FILTERS: Record<ReviewFilter, (entry: LedgerEntry) => boolean> = {
  needed: (entry) => entry.review,
  all: () => true,
  decided: (entry) => entry.decidedBy === 'officer',
};

/** Those that can be decided on: young people who are in the tracker now. */
export const inTracker = (entries: readonly LedgerEntry[]): LedgerEntry[] =>
  entries.filter((entry) => entry.standing !== 'departed');

/** How many young people each filter shows. */
export function reviewCounts(entries: readonly LedgerEntry[]): Record<ReviewFilter, number> {
  const counts = { needed: 0, all: entries.length, decided: 0 };
  for (const entry of entries) {
    if (FILTERS.needed(entry)) counts.needed++;
    if (FILTERS.decided(entry)) counts.decided++;
  }
  return counts;
}

/** What needs a person first, then the rest, either as the tracker has them; each key's place. */
export function reviewOrder(entries: readonly LedgerEntry[]): ReadonlyMap<string, number> {
  const needed = entries.filter((entry) => entry.review);
  const rest = entries.filter((entry) => !entry.review);
  return new Map([...needed, ...rest].map((entry, place) => [entry.key, place]));
}

/** Entries by an order taken earlier; those that it does not know come last, as they stand. */
export const inOrder = (
  entries: readonly LedgerEntry[],
  order: ReadonlyMap<string, number>,
): LedgerEntry[] => {
  const place = ({ key }: LedgerEntry) => order.get(key) ?? order.size;
  return [...entries].sort((one, other) => place(one) - place(other));
};

/** The next that needs a person after a place of the list, and from its top when none is below. */
export function nextNeeded(
  list: readonly LedgerEntry[],
  after: number,
  settled: ReadonlySet<string>,
): LedgerEntry | undefined {
  const isNext = (entry: LedgerEntry) => entry.review && !settled.has(entry.key);
  return list.slice(after + 1).find(isNext) ?? list.find(isNext);
}

/**
 * The undecided ones that need a person and for which the add-in says the same as for this one,
 * which is among them; none where this one is not such itself.
 */
export function alikeTo(one: LedgerEntry, entries: readonly LedgerEntry[]): LedgerEntry[] {
  const isOpen = ({ review, decidedBy }: LedgerEntry) => review && decidedBy === 'add-in';
  if (!isOpen(one)) return [];
  return entries.filter((entry) => isOpen(entry) && entry.proposed === one.proposed);
}
