import type { PeopleGroup } from '../domain/disclosure/hideSmallGroups';
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
export const signed = (value: number) => ({ value, isNeverNegative: false });

/** An amount of a group that is never below nought, as a cost is unless a list holds credits. */
export const unsigned = (value: number) => ({ value, isNeverNegative: value >= 0 });

/** The population of everybody who is counted in the tracker. */
export const TRACKER = 'tracker';

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
