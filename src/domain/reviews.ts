import { oldestDate } from './oldestDate';
import { daysBetween, financialYearBounds, financialYearOf } from './calendar';
import { perCohort } from './cohort';
import { sum } from './money';
import type { IsoDate } from './reading';
import type { ListProblem } from './sources/source';
import { plainly } from './typed';

/** What one young person cost a week at one review. */
export interface ReviewedCost {
  reference: string;
  /** '' where the list has none. */
  cohort: string;
  on: IsoDate;
  /** £ a week. */
  weeklyCost: number;
  /** Addresses of the cells that say who, and when. */
  at: { who: string; when: string };
}

/** A tracker as it stood at one review. */
export interface Review {
  on: IsoDate;
  /** By the reference, capitals and spaces left aside. */
  costs: ReadonlyMap<string, ReviewedCost>;
}

export interface Reviews {
  /** The earliest first. */
  reviews: Review[];
  /** Reviews whose entries have more than one date. */
  spread: number;
  problems: ListProblem[];
}

/** Dates no further apart are one review, where nobody has two of them; months are further apart. */
const DAYS_OF_A_REVIEW = 27;

/**
 * Entries by review. Dates up to 27 days apart are one review, on the date that most of it has, as long
 * as nobody is in it twice. Problems: a second entry for somebody on one date, of which the first
 * counts; a date after the as-at date's financial year or more than 25 years before it, whose entry is
 * left out; somebody who is missing at a review between two others.
 */
export function reviewsOf(entries: readonly ReviewedCost[], asAt: IsoDate): Reviews {
  const { start, end } = financialYearBounds(financialYearOf(asAt));
  const oldest = oldestDate(start);
  const isDated = ({ on }: ReviewedCost): boolean => on >= oldest && on <= end;
  const problems = entries
    .filter((entry) => !isDated(entry))
    .map((entry) =>
      problemAt(
        entry.at.when,
        entry,
        `holds a date ${entry.on > end ? 'after the financial year of the position' : 'from too long ago'}, so the entry is at no review. Correct the review date.`,
      ),
    );
  const dates = byDate(entries.filter(isDated), problems);
  const rounds: ReviewedCost[][] = [];
  const keysOfLast = new Set<string>();
  for (const date of dates) {
    const last = rounds[rounds.length - 1];
    const isSame =
      last !== undefined &&
      daysBetween(last[0]!.on, date[0]!.on) <= DAYS_OF_A_REVIEW &&
      date.every((entry) => !keysOfLast.has(keyOf(entry)));
    if (!isSame) keysOfLast.clear();
    for (const entry of date) keysOfLast.add(keyOf(entry));
    if (isSame) last.push(...date);
    else rounds.push([...date]);
  }
  const reviews = rounds.map((round) => ({
    on: usualDate(round),
    costs: new Map(round.map((entry) => [keyOf(entry), entry])),
  }));
  return {
    reviews,
    spread: rounds.filter((round) => round.some(({ on }) => on !== round[0]!.on)).length,
    problems: [...problems, ...gaps(reviews)],
  };
}

const keyOf = ({ reference }: ReviewedCost): string => plainly(reference);

const problemAt = (address: string, { reference }: ReviewedCost, what: string): ListProblem => ({
  address,
  ref: reference,
  message: `${address} ${what}`,
});

/** Entries by date, the earliest first, each young person once; who is there twice is a problem. */
function byDate(entries: readonly ReviewedCost[], problems: ListProblem[]): ReviewedCost[][] {
  const dates = new Map<IsoDate, Map<string, ReviewedCost>>();
  for (const entry of entries) {
    const date = dates.get(entry.on) ?? new Map<string, ReviewedCost>();
    dates.set(entry.on, date);
    const first = date.get(keyOf(entry));
    if (!first) date.set(keyOf(entry), entry);
    else {
      problems.push(
        problemAt(
          entry.at.who,
          entry,
          `holds the reference ${entry.reference}, which ${first.at.who} holds for the same review. The first counts, this one does not; delete one.`,
        ),
      );
    }
  }
  return [...dates]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([, date]) => [...date.values()]);
}

/** The date of the most entries, the latest of equals. */
function usualDate(round: readonly ReviewedCost[]): IsoDate {
  const counts = new Map<IsoDate, number>();
  for (const { on } of round) counts.set(on, (counts.get(on) ?? 0) + 1);
  const [usual] = [...counts].sort(
    ([one, ones], [other, others]) => others - ones || other.localeCompare(one),
  );
  return usual![0];
}

/** Who was there before and is there again, at the entry that brings them back. */
function gaps(reviews: readonly Review[]): ListProblem[] {
  const lastSeen = new Map<string, number>();
  return reviews.flatMap(({ costs }, i) =>
    [...costs].flatMap(([key, entry]) => {
      const last = lastSeen.get(key);
      lastSeen.set(key, i);
      if (last === undefined || last === i - 1) return [];
      return [
        problemAt(
          entry.at.who,
          entry,
          `holds ${entry.reference}, who is not at the review before and was at an earlier one: counted as having left and joined again. Add the missing row if it was forgotten.`,
        ),
      ];
    }),
  );
}

// Moves ---------------------------------------------------------------------------------------

/** Young people and what they add to the weekly cost, £ a week: a saving is negative. */
export interface Moved {
  youngPeople: number;
  weekly: number;
  /** Who, by their references. */
  references: string[];
}

/** What moved between two reviews, £ a week, unrounded: the later less the earlier. */
export interface Moves {
  /** Of those at both, whose cost rose, fell, or differs by no more than what counts as a change. */
  rose: Moved;
  fell: Moved;
  unchanged: Moved;
  /** At the later review alone: their cost. */
  joined: Moved;
  /** At the earlier review alone: their cost, below nought. */
  left: Moved;
  /** All of them together. */
  net: number;
}

export type CohortMoves = Moves & { cohort: string };

interface Move {
  reference: string;
  cohort: string;
  kind: Exclude<keyof Moves, 'net'>;
  amounts: number[];
}

/** Between two reviews, of everybody; a difference up to `materiality` is no change. */
export const movesBetween = (before: Review, after: Review, materiality: number): Moves =>
  addedUp(eachMove(before, after, materiality));

/** The same by the cohort at the later review, or at the earlier for those who left. */
export const movesByCohort = (before: Review, after: Review, materiality: number): CohortMoves[] =>
  perCohort(eachMove(before, after, materiality)).map(({ cohort, rows }) => ({
    cohort,
    ...addedUp(rows),
  }));

function eachMove(before: Review, after: Review, materiality: number): Move[] {
  const stayedOrJoined = [...after.costs].map(([key, own]): Move => {
    const { reference, cohort, weeklyCost: now } = own;
    const earlier = before.costs.get(key);
    if (!earlier) return { reference, cohort, kind: 'joined', amounts: [now] };
    const difference = sum([now, -earlier.weeklyCost]);
    const isChange = Math.abs(difference) > materiality;
    const kind = !isChange ? 'unchanged' : difference > 0 ? 'rose' : 'fell';
    return {
      reference,
      cohort: cohort || earlier.cohort,
      kind,
      amounts: [now, -earlier.weeklyCost],
    };
  });
  const left = [...before.costs].flatMap(([key, { reference, cohort, weeklyCost }]): Move[] =>
    after.costs.has(key) ? [] : [{ reference, cohort, kind: 'left', amounts: [-weeklyCost] }],
  );
  return [...stayedOrJoined, ...left];
}

function addedUp(moves: readonly Move[]): Moves {
  const of = (kind: Move['kind']): Moved => {
    const own = moves.filter((move) => move.kind === kind);
    return {
      youngPeople: own.length,
      weekly: sum(own.flatMap(({ amounts }) => amounts)),
      references: own.map(({ reference }) => reference),
    };
  };
  return {
    rose: of('rose'),
    fell: of('fell'),
    unchanged: of('unchanged'),
    joined: of('joined'),
    left: of('left'),
    net: sum(moves.flatMap(({ amounts }) => amounts)),
  };
}

// Trajectory ----------------------------------------------------------------------------------

/** How things stand at a review, £ a week, unrounded. */
export interface Position {
  on: IsoDate;
  youngPeople: number;
  weekly: number;
  /** Who, by their references. */
  references: string[];
  /** Since the review before; absent at the first. */
  since?: Moves;
  /** Less what everybody cost at the first review: a saving is negative. */
  net: number;
}

/** The position at each review, the earliest first. */
export const trajectory = (reviews: readonly Review[], materiality: number): Position[] =>
  reviews.map((review, i) => ({
    on: review.on,
    youngPeople: review.costs.size,
    weekly: sum(costsAt(review)),
    references: [...review.costs.values()].map(({ reference }) => reference),
    since: i === 0 ? undefined : movesBetween(reviews[i - 1]!, review, materiality),
    net: sum([...costsAt(review), ...costsAt(reviews[0]!).map((cost) => -cost)]),
  }));

const costsAt = ({ costs }: Review): number[] =>
  [...costs.values()].map(({ weeklyCost }) => weeklyCost);
