import { counted } from '../counted';
import { grouped } from '../grouped';
import { roundPence, sum } from '../money';
import { slackOf, type Figure } from './figure';

/** One thing that must hold of figures, and whether it does. */
export interface Check {
  /** The table's title. */
  table: string;
  /** What must hold: 'Rows add up to the total: Weekly cost'. */
  check: string;
  status: Status;
  /** Stated less recomputed; 0 where it passes. */
  difference: number;
  unit: Unit;
  /** A sentence; where the cause is found it names the row, child or total. */
  detail: string;
}

/** What a difference is in; a share is a fraction, a number is people or pounds without their sign. */
export type Unit = 'pounds' | 'number' | 'share';

export const unitOf = ({ isMoney, isPercent }: Figure): Unit =>
  isMoney ? 'pounds' : isPercent ? 'share' : 'number';

/** The difference as it is read: '-£1,947.21', '1'; nothing where there is none. */
export const shownDifference = ({ difference, unit }: Check): string =>
  difference === 0
    ? ''
    : said(difference, { isMoney: unit === 'pounds', isPercent: unit === 'share', step: 0 });

/** 'rounding' is a difference that rounding for print explains. */
export type Status = 'passes' | 'rounding' | 'fails';

/** A number worked out from printed figures. */
export interface Derived {
  value: number;
  /** How far from its true value rounding for print can have taken it. */
  slack: number;
  /** From figures before rounding, where all of them are known. */
  exact?: number;
  /** True for an average or a share, which is rounded where it is printed. */
  isRatio?: boolean;
}

export const derived = (figure: Figure): Derived => ({
  value: figure.value,
  slack: slackOf(figure),
  exact: figure.exact,
});

/** The sum of figures, each times a factor. */
export function combined(parts: readonly (readonly [Derived, number])[]): Derived {
  const exact = parts.map(([part, factor]) =>
    part.exact === undefined ? undefined : factor * part.exact,
  );
  return {
    value: sum(parts.map(([{ value }, factor]) => factor * value)),
    slack: sum(parts.map(([{ slack }, factor]) => Math.abs(factor) * slack)),
    exact: exact.every((part) => part !== undefined) ? sum(exact) : undefined,
  };
}

export const total = (figures: readonly Figure[]): Derived =>
  combined(figures.map((figure) => [derived(figure), 1]));

export const times = (part: Derived, factor: number): Derived => combined([[part, factor]]);

/** Binary hair between sums that print alike. */
const HAIR = 1e-7;

const isNothing = (difference: number, size: number): boolean =>
  Math.abs(difference) <= HAIR * Math.max(1, Math.abs(size) / 1e6);

/** Whether a stated figure is what it should be: exactly, but for rounding, or not. */
export function compared(
  stated: Figure,
  should: Derived,
): { status: Status; difference: number; slack: number } {
  const printed = should.isRatio ? roundedTo(should.value, stated.step) : should.value;
  const difference = tidy(stated.value - printed);
  const slack = should.slack + slackOf(stated);
  const exact =
    stated.exact === undefined || should.exact === undefined
      ? undefined
      : stated.exact - should.exact;
  if (exact !== undefined && !isNothing(exact, stated.value)) {
    return { status: 'fails', difference: tidy(exact), slack };
  }
  if (isNothing(difference, stated.value)) return { status: 'passes', difference: 0, slack };
  const apart = Math.abs(stated.value - should.value);
  const isRounding = exact !== undefined || Math.min(apart, Math.abs(difference)) <= slack + HAIR;
  return { status: isRounding ? 'rounding' : 'fails', difference, slack };
}

/** Rounded to a step, half away from nought, whatever hair binary holds a tie off by. */
function roundedTo(value: number, step: number): number {
  if (step === 0) return value;
  return Math.sign(value) * Math.floor(Math.abs(value) / step + 0.5 + HAIR) * step;
}

/** What rounding for print does not explain. */
export interface Apart {
  difference: number;
  slack: number;
}

interface Comparison {
  table: string;
  check: string;
  stated: Figure;
  should: Derived;
  /** The two figures in words, without a full stop: '‘Total’ is £6; the rows add up to £5'. */
  sums: string;
  /** Why they are apart, in a sentence; undefined where nothing explains it. */
  cause: (apart: Apart) => string | undefined;
  /** As which figure a difference is printed; the stated one otherwise. */
  like?: Figure;
  /** What the rounding is of; 'Rounding explains' otherwise. */
  rounding?: string;
}

/** The check of a stated figure against what it should be, in words. */
export function comparison({
  table,
  check,
  stated,
  should,
  sums,
  cause,
  ...as
}: Comparison): Check {
  const { like = stated, rounding = 'Rounding explains' } = as;
  const { status, difference, slack } = compared(stated, should);
  const detail = {
    passes: () => `${sums}.`,
    rounding: () => `${sums}. ${rounding} ${said(Math.abs(difference), like)}.`,
    fails: () =>
      `${sums}, a difference of ${said(difference, like)}. ${
        cause({ difference, slack }) ?? 'No row, pair of rows or pair of digits explains it.'
      }`,
  }[status]();
  return { table, check, status, difference, unit: unitOf(like), detail };
}

/** Without the binary hair of a subtraction. */
export const tidy = (difference: number): number => {
  const rounded = Math.round(difference * 1e6) / 1e6;
  return rounded === 0 ? 0 : rounded;
};

/** The check of a headcount against another. */
export const headcountCheck = (
  table: string,
  check: string,
  difference: number,
  detail: string,
): Check => ({
  table,
  check,
  status: difference === 0 ? 'passes' : 'fails',
  difference,
  unit: 'number',
  detail,
});

// In words ------------------------------------------------------------------------------------

/** An amount as the figure beside it is printed: '£1,234.50', '103', '20.8%'. */
export function said(amount: number, like: Pick<Figure, 'isMoney' | 'isPercent' | 'step'>): string {
  const sign = amount < 0 ? '-' : '';
  const size = Math.abs(amount);
  if (like.isPercent) return `${sign}${grouped(size * 100, decimalsOf(like.step) - 2)}%`;
  if (like.isMoney) {
    const isWhole = like.step >= 1 && Number.isInteger(tidy(size));
    return `${sign}£${isWhole ? grouped(size, 0) : grouped(roundPence(size), 2)}`;
  }
  const isWhole = Number.isInteger(tidy(size)) && !(like.step > 0 && like.step < 1);
  return `${sign}${grouped(isWhole ? size : roundPence(size), isWhole ? 0 : 2)}`;
}

const decimalsOf = (step: number): number =>
  step > 0 && step < 1 ? Math.min(6, Math.max(2, Math.round(-Math.log10(step)))) : 2;

/** How money is printed that nobody printed before. */
export const POUNDS = { isMoney: true, isPercent: false, step: 0.01 } as const;

/** Money that was worked out, as a figure beside those that are printed. */
export const asPounds = ({ value, slack, exact }: Derived): Figure => ({
  value,
  step: 2 * slack,
  exact,
  text: said(value, POUNDS),
  isMoney: true,
  isPercent: false,
});

/** '1 young person', '57 young people'. */
export const people = (count: number): string =>
  counted(Math.abs(count), 'young person', 'young people');

/** 'a', 'a and b', 'a, b and c'. */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
