import {
  annualise,
  financialYearBounds,
  financialYearOf,
  partYearEffect,
  type Basis,
  type FinancialYear,
} from './calendar';
import { perCohort, TOTAL } from './cohort';
import type { CountedEntry } from './ledger';
import { sum } from './money';
import type { IsoDate } from './reading';
import type { Reason } from './reason';
import { byReason, type ReasonRow } from './reasonTable';

/**
 * What a change of weekly cost comes to in one financial year and in a full one, £, unrounded.
 * Differences are current less original: a saving is negative.
 */
export interface InYearEffect {
  youngPeople: number;
  /** Difference a week of all of them. */
  weekly: number;
  /** Those of them of whom no date says from when on the current cost is paid. */
  undated: number;
  /** Difference a week of those; it is in `weekly` and `fullYear` and in nothing else here. */
  undatedWeekly: number;
  /** What falls in the financial year, of those with a date. */
  inYear: number;
  /** A year of those with a date, on the stated basis. */
  datedFullYear: number;
  /** A year of all of them, on the stated basis. */
  fullYear: number;
}

export type InYearCohort = InYearEffect & { cohort: string };
export type InYearReason = InYearEffect & Pick<ReasonRow, 'reason'>;

/** The year that counts and how a week becomes a year. */
export interface InYearTerms {
  /** The position's date: its financial year is the one that counts. */
  asAt: IsoDate;
  basis: Basis;
}

/**
 * The first day on which the current weekly cost was paid: the date of change, or where that is
 * missing and care has ended by the as-at date, the date that it ended; undefined where neither is
 * known.
 */
export const changeDateOf = (
  { changedOn, circumstances: { endedOn } }: Pick<CountedEntry, 'changedOn' | 'circumstances'>,
  asAt: IsoDate,
): IsoDate | undefined =>
  changedOn ?? (endedOn !== undefined && endedOn <= asAt ? endedOn : undefined);

/**
 * The part of a change that falls in a financial year, £, unrounded: the weekly difference for the
 * days from the date of change, which counts, to 31 March, which counts, by sevenths. A change
 * before the year counts for all of its days, one after it for none.
 * @example £5,000 a week more from 2025-01-08 is 83 days of 2024/25: 59285.714…
 */
export const inYearDifference = (
  { original, current }: Pick<CountedEntry, 'original' | 'current'>,
  changedOn: IsoDate,
  year: FinancialYear,
): number => partYearEffect(current - original, changedOn, null, year);

/** Those for whom a date says from when on the current cost is paid, each with that date. */
export const datedIn = (
  entries: readonly CountedEntry[],
  asAt: IsoDate,
): { entry: CountedEntry; changedOn: IsoDate }[] =>
  entries.flatMap((entry) => {
    const changedOn = changeDateOf(entry, asAt);
    return changedOn === undefined ? [] : [{ entry, changedOn }];
  });

/** By cohort, in the order and under the names of byCohort, the total last. */
export function inYearByCohort(
  entries: readonly CountedEntry[],
  terms: InYearTerms,
): InYearCohort[] {
  return [
    ...perCohort(entries).map(({ cohort, rows }) => ({ cohort, ...effectOf(rows, terms) })),
    { cohort: TOTAL, ...effectOf(entries, terms) },
  ];
}

/** By the reason that counts, in the order of byReason for all of them, the total last. */
export function inYearByReason(
  entries: readonly CountedEntry[],
  terms: InYearTerms,
): InYearReason[] {
  const own = new Map<Reason, CountedEntry[]>();
  for (const entry of entries) {
    const alike = own.get(entry.reason);
    if (alike) alike.push(entry);
    else own.set(entry.reason, [entry]);
  }
  return byReason(entries, 'net').map(({ reason }) => ({
    reason,
    ...effectOf(reason === TOTAL ? entries : (own.get(reason) ?? []), terms),
  }));
}

/** Those with a date who changed before the as-at date's financial year. */
export const changedBeforeYear = (entries: readonly CountedEntry[], asAt: IsoDate): number => {
  const { start } = financialYearBounds(financialYearOf(asAt));
  return datedIn(entries, asAt).filter(({ changedOn }) => changedOn < start).length;
};

function effectOf(entries: readonly CountedEntry[], { asAt, basis }: InYearTerms): InYearEffect {
  const year = financialYearOf(asAt);
  const dated = datedIn(entries, asAt);
  const undated = entries.filter((entry) => changeDateOf(entry, asAt) === undefined);
  const weekly = differenceOf(entries);
  return {
    youngPeople: entries.length,
    weekly,
    undated: undated.length,
    undatedWeekly: differenceOf(undated),
    inYear: sum(dated.map(({ entry, changedOn }) => inYearDifference(entry, changedOn, year))),
    datedFullYear: annualise(differenceOf(dated.map(({ entry }) => entry)), basis),
    fullYear: annualise(weekly, basis),
  };
}

const differenceOf = (entries: readonly CountedEntry[]): number =>
  sum(entries.flatMap(({ original, current }) => [current, -original]));
