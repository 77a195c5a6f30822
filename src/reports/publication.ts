import type { PeopleGroup, PublishedAmount } from '../domain/disclosure/peopleGroup';
import type { LedgerEntry } from '../domain/ledger';
import { NO_CHANGE, type Reason } from '../domain/reason';
import { texts, type PlanNote } from './planNote';

/** What a plan has to say of itself before it may be published. */
export interface Publication {
  notes: readonly PlanNote[];
  /**
   * Young people whom the figure in a row (its place, from 0) under a column's key is of; several
   * groups where it is worked out of several. None where it says nothing of anybody.
   */
  people: (row: number, key: string) => readonly PeopleGroup[];
  /** Keys of columns that serve the sheet alone, such as names for its chart. */
  without?: readonly string[];
  /**
   * Where rows stand in the order of their figures, which tells of those that are hidden. The first
   * `within` columns keep their order; the next one names what is ranked under them.
   */
  ranked?: { within: number };
}

/** Figures of money, schemes or actions, none of which is of young people. */
export const ofNobody: Publication['people'] = () => [];

/** Each row's figures are of one group. */
export const ofRows =
  (groups: readonly PeopleGroup[]): Publication['people'] =>
  (row) =>
    groups[row] ? [groups[row]] : [];

/** An amount of a group that can be above and below nought. */
export const signed = (value: number): PublishedAmount => ({ value, isNeverNegative: false });

/** An amount of a group that is never below nought, as a cost is unless a list holds credits. */
export const unsigned = (value: number): PublishedAmount => ({
  value,
  isNeverNegative: value >= 0,
});

/** The source of everybody who is counted in the tracker. */
export const TRACKER = 'tracker';

/** Young people of the tracker; `by` says what tells them from others of it. */
export const inTracker = (
  by: string,
  entries: readonly Pick<LedgerEntry, 'key'>[],
  amounts?: PeopleGroup['amounts'],
): PeopleGroup => ({
  source: TRACKER,
  by,
  members: entries.map(({ key }) => key),
  people: entries.length,
  ...(amounts && { amounts }),
});

/**
 * Young people of a list whose tables are all of the same ways to part them: those in each of some
 * `places`, such as a route in a year, that have one.
 */
export const inPlaces = (
  source: string,
  by: string,
  places: readonly (readonly string[])[],
  people: number,
): PeopleGroup => ({
  source,
  by,
  members: places.map((place) => JSON.stringify([source, ...place])),
  people,
});

/** What tells nobody from anybody: all of a source. */
export const ALL = 'all';

/** A change in cost of so many for a reason: a reader knows of 'No change' how little it can be. */
export const changeFor = (
  reason: Reason | 'Total',
  change: number,
  people: number,
  materiality: number,
): PublishedAmount =>
  reason === NO_CHANGE ? noChange(change, people, materiality) : signed(change);

/** A change in cost that is none: of each no more than what counts as one. */
export const noChange = (change: number, people: number, materiality: number): PublishedAmount => ({
  ...signed(change),
  // An officer may have called a larger one so.
  atMost: Math.max(Math.abs(change), people * materiality),
});

/** The part of a plan that may be published. */
export const toPublish = (publication: Publication) => ({
  publishable: true as const,
  notes: texts(publication.notes),
  publication,
});

/** The part of a plan whose rows name young people. */
export const neverPublished = (notes: readonly PlanNote[]) => ({
  publishable: false as const,
  notes: texts(notes),
});
