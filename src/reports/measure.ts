import { annualise, financialYearOf, type Basis } from '../domain/calendar';
import { datedIn, inYearDifference } from '../domain/inYear';
import type { CountedEntry } from '../domain/ledger';
import { sum } from '../domain/money';
import type { IsoDate } from '../domain/reading';
import { displayCell } from './display';
import { inAYear } from './notes';
import type { CellFormat, SignStyle } from './plan';

/** What a figure gives of the young people behind it, and how to say that. */
export interface Measure {
  /** Pounds, unrounded, or how many; 0 of nobody. */
  of: (entries: readonly CountedEntry[]) => number;
  /** How it is worked out, in a sentence. */
  how: (said: Said) => string;
  /** Why there may be no figure of somebody who is counted. Completes "There is no figure here: …". */
  none?: string;
}

/** What a measure's sentence is made of. */
export interface Said {
  entries: readonly CountedEntry[];
  /** 'the 57 young people in ‘Cohort 1’' */
  them: string;
  signs: SignStyle;
}

/** An amount of money that every young person has one of. */
export interface Amount extends Measure {
  /** 'difference a week' */
  name: string;
  format: CellFormat;
}

const totalOf =
  (one: (entry: CountedEntry) => number) =>
  (entries: readonly CountedEntry[]): number =>
    sum(entries.map(one));

const ofOriginals = totalOf(({ original }) => original);
const ofCurrents = totalOf(({ current }) => current);
// As the tables have it: each cost is added by itself, so that no rounding is of a difference.
const ofDifferences = (entries: readonly CountedEntry[]): number =>
  sum(entries.flatMap(({ original, current }) => [current, -original]));

const pounds = (amount: number): string => displayCell(amount, 'money', 'minus');

type Total = Measure['of'];

const lessCosts = (
  first: string,
  ofFirst: Total,
  second: string,
  ofSecond: Total,
  entries: readonly CountedEntry[],
  them: string,
): string => {
  const [cost, one] = entries.length === 1 ? ['cost', 'one'] : ['costs', 'ones'];
  return `the ${first} weekly ${cost} of ${them}, ${pounds(ofFirst(entries))}, less the ${second} ${one}, ${pounds(ofSecond(entries))}`;
};

/** 'current weekly costs of the 57 young people in ‘Cohort 1’, added up' */
const costs = (which: 'original' | 'current', { entries, them }: Said): string =>
  entries.length === 1
    ? `${which} weekly cost of ${them}`
    : `${which} weekly costs of ${them}, added up`;

export const PEOPLE: Measure = {
  of: (entries) => entries.length,
  how: ({ them }) => `It counts ${them}.`,
};

export const ORIGINAL: Measure = {
  of: ofOriginals,
  how: (said) => `It is the ${costs('original', said)}.`,
};

export const CURRENT: Measure = {
  of: ofCurrents,
  how: (said) => `It is the ${costs('current', said)}.`,
};

/** Current less original: a saving is negative. */
export const DIFFERENCE: Amount = {
  name: 'difference a week',
  format: 'change',
  of: ofDifferences,
  how: ({ entries, them }) =>
    `It is ${lessCosts('current', ofCurrents, 'original', ofOriginals, entries, them)}.`,
};

/** Original less current: a saving is positive. */
export const SAVING: Amount = {
  name: 'saving a week',
  format: 'money',
  of: (entries) => -ofDifferences(entries),
  how: ({ entries, them }) =>
    `It is ${lessCosts('original', ofOriginals, 'current', ofCurrents, entries, them)}.`,
};

/** What of the differences falls in the financial year of the as-at date. */
export const inTheYear = (asAt: IsoDate): Measure => {
  const year = financialYearOf(asAt);
  return {
    of: (entries) =>
      sum(
        datedIn(entries, asAt).map(({ entry, changedOn }) =>
          inYearDifference(entry, changedOn, year),
        ),
      ),
    how: ({ entries, them }) => {
      const whose = entries.length === 1 ? them : `each of ${them}`;
      const isSome = datedIn(entries, asAt).length < entries.length;
      const without = isSome ? '; of those without a date nothing is in it' : '';
      return `It is the difference a week of ${whose}, for the days of ${year} from the date of change on, by sevenths of a week${without}.`;
    },
    none: 'no date of change can be read.',
  };
};

/** Growth as a fraction; 0 where there was nothing before. */
export const PERCENT: Measure = {
  of: (entries) => {
    const before = ofOriginals(entries);
    return before === 0 ? 0 : ofDifferences(entries) / before;
  },
  how: ({ entries, them, signs }) =>
    `It is the ${DIFFERENCE.name} of ${them}, ${amountText(DIFFERENCE, entries, signs)}, divided by their original weekly costs, ${pounds(ofOriginals(entries))}.`,
};

export const averageOf = (amount: Amount): Measure => ({
  of: (entries) => (entries.length === 0 ? 0 : amount.of(entries) / entries.length),
  how: ({ entries, them, signs }) =>
    `It is the ${amount.name} of ${them}, ${amountText(amount, entries, signs)}, divided by their number, ${entries.length.toLocaleString('en-GB')}.`,
});

export const aYearOf = (amount: Amount, basis: Basis): Measure => ({
  of: (entries) => annualise(amount.of(entries), basis),
  how: ({ entries, them, signs }) =>
    `It is the ${amount.name} of ${them}, ${amountText(amount, entries, signs)}, ${inAYear(basis)}.`,
});

const amountText = (
  { of, format }: Amount,
  entries: readonly CountedEntry[],
  signs: SignStyle,
): string => displayCell(of(entries), format, signs);
