import { bases, basisName, weeksIn, type Basis } from '../calendar';
import { combined, compared, derived, said, times, type Derived, type Status } from './check';
import { slackOf, type Figure } from './figure';
import type { PrintedColumn, PrintedRow, PrintedTable } from './printedTable';

/** What must hold within each row of a table: one figure follows from others beside it. */
export interface RowRule {
  /** Names the check: 'Averages follow: Average a person'. */
  check: string;
  /** The column that follows, and those that it follows from. */
  column: number;
  from: number[];
  should: (row: PrintedRow) => Derived | undefined;
  /** How it follows: '£15,846.56 ÷ 8 is £1,980.82'. */
  because: (row: PrintedRow, should: Derived) => string;
  /** A way in which such figures go wrong, other than by a slip of the hand. */
  fault?: (row: PrintedRow) => Fault | undefined;
}

/** What is wrong in a row: which figure, and what it should be where that is known. */
export interface Fault {
  column: number;
  should?: Figure;
  words: string;
}

export const at = (row: PrintedRow, column: number): Figure | undefined => row.figures[column];

/** A row's figure beside what the rule makes of the others. */
export interface Kept {
  row: PrintedRow;
  stated: Figure;
  should: Derived;
  status: Status;
  difference: number;
}

/** How each row that the rule is about keeps it. */
export const keptBy = (table: PrintedTable, { column, should }: RowRule): Kept[] =>
  table.rows.flatMap((row) => {
    const [stated, follows] = [at(row, column), should(row)];
    return stated && follows
      ? [{ row, stated, should: follows, ...compared(stated, follows) }]
      : [];
  });

/** The rules that a table's columns make; where there is a choice, the one that most rows keep. */
export function rowRules(table: PrintedTable): RowRule[] {
  const of = (test: (column: PrintedColumn) => boolean): number[] =>
    table.columns.flatMap((column, i) => (test(column) ? [i] : []));
  const amounts = of(({ measure, period }) => measure === 'amount' && period === 'week');
  const annual = of(({ measure, period }) => measure === 'amount' && period === 'year');
  const counts = of(({ measure }) => measure === 'count');
  return [
    ...differenceRules(table),
    ...of(({ measure }) => measure === 'average').flatMap((column) => {
      const choices = counts.flatMap((count) =>
        [...amounts, ...annual].map((amount) => averageRule(table, column, amount, count)),
      );
      return best(table, choices, 1) ?? [];
    }),
    ...annual.flatMap((column) => {
      const stated = table.columns[column]!.basis;
      const choices = amounts.flatMap((amount) =>
        (stated ? [stated] : bases).map((basis) => annualRule(table, column, amount, basis)),
      );
      return best(table, choices, 1) ?? [];
    }),
    ...of(({ measure, heading }) => measure === 'amount' && TOTALS.test(heading)).flatMap(
      (column) => best(table, acrossRules(table, column), 2) ?? [],
    ),
    ...of(({ measure }) => measure === 'percent').flatMap(
      (column) => best(table, percentRules(table, column), 2) ?? [],
    ),
  ];
}

/** A rule is the columns' own from this share of rows on that keep it. */
const MOST = 0.5;

/**
 * The rule that most rows keep, the first of equals. None where too few keep it: then the column
 * means something else, but for one or two rows whose figures are of the right size all the same.
 */
function best(table: PrintedTable, rules: readonly RowRule[], fewest: number): RowRule | undefined {
  const tried = rules.map((rule) => {
    const rows = keptBy(table, rule);
    return { rule, rows, fit: rows.filter(({ status }) => status !== 'fails').length };
  });
  const first = tried.reduce<(typeof tried)[number] | undefined>(
    (most, one) => (most && most.fit >= one.fit ? most : one),
    undefined,
  );
  if (!first || first.rows.length === 0) return undefined;
  if (first.fit >= Math.max(fewest, MOST * first.rows.length)) return first.rule;
  const isLike = ({ stated, should }: Kept): boolean =>
    should.value / stated.value > 0.05 && should.value / stated.value < 20;
  return fewest === 1 && first.rows.length <= 2 && first.rows.every(isLike)
    ? first.rule
    : undefined;
}

// Differences ---------------------------------------------------------------------------------

function differenceRules(table: PrintedTable): RowRule[] {
  const amounts = table.columns.flatMap((column, i) =>
    column.measure === 'amount' ? [{ ...column, i }] : [],
  );
  const changes = amounts.filter(({ side }) => side === 'difference');
  const others = amounts.filter(({ side }) => side !== 'difference');
  return changes.flatMap(({ i: column, period }) => {
    const between = (original: number, current: number): RowRule[] =>
      [1, -1].map((sign) => differenceRule(table, column, original, current, sign));
    const of = (wanted: PrintedColumn['side']) =>
      others.find((other) => other.side === wanted && other.period === period)?.i;
    const [original, current] = [of('original'), of('current')];
    const named =
      original === undefined || current === undefined
        ? undefined
        : best(table, between(original, current), 1);
    // Years and months as headings do not say which is before: two columns that it follows from do.
    const before = others.flatMap(({ i }) => (i < column ? [i] : [])).slice(-MOST_BEFORE);
    const pairs = before.flatMap((one, i) =>
      before.slice(i + 1).flatMap((two) => between(one, two)),
    );
    return named ?? best(table, pairs, 2) ?? [];
  });
}

/** Columns before a change that it may follow from. */
const MOST_BEFORE = 6;

const differenceRule = (
  table: PrintedTable,
  column: number,
  original: number,
  current: number,
  sign: number,
): RowRule => {
  const [first, second] = sign > 0 ? [current, original] : [original, current];
  return {
    check: `The difference follows: ${table.columns[column]!.heading}`,
    column,
    from: [original, current],
    should: (row) => {
      const [more, less] = [at(row, first), at(row, second)];
      return more && less
        ? combined([
            [derived(more), 1],
            [derived(less), -1],
          ])
        : undefined;
    },
    because: (row, should) =>
      `${at(row, first)!.text} less ${at(row, second)!.text} is ${said(should.value, at(row, column)!)}`,
  };
};

// Totals of columns -----------------------------------------------------------------------------

const TOTALS = /^(grand |overall )?totals?\b|\b(in all|all years)$/i;

/** A column of totals is the sum of the amounts before it. */
function acrossRules(table: PrintedTable, column: number): RowRule[] {
  const from = table.columns.flatMap(({ measure }, i) =>
    i < column && measure === 'amount' ? [i] : [],
  );
  if (from.length < 2) return [];
  return [
    {
      check: `Columns add up to ‘${table.columns[column]!.heading}’`,
      column,
      from,
      should: (row) => {
        const isTold = (i: number): boolean => (row.kind === 'row' ? !row.untold[i] : !!at(row, i));
        if (!from.every(isTold)) return undefined;
        return combined(
          from.flatMap((i) => (at(row, i) ? [[derived(at(row, i)!), 1] as const] : [])),
        );
      },
      because: (row, should) => `the columns add up to ${said(should.value, at(row, column)!)}`,
    },
  ];
}

// Averages ------------------------------------------------------------------------------------

const averageRule = (
  table: PrintedTable,
  column: number,
  amount: number,
  count: number,
): RowRule => ({
  check: `Averages follow: ${table.columns[column]!.heading}`,
  column,
  from: [amount, count],
  should: (row) => averageOf(at(row, amount), at(row, count)),
  because: (row, should) =>
    `${at(row, amount)!.text} ÷ ${at(row, count)!.text} is ${said(should.value, at(row, column)!)}`,
  fault: (row) => headcountFault(row, amount, count, column),
});

export function averageOf(amount?: Figure, count?: Figure): Derived | undefined {
  if (!amount || !count) return undefined;
  if (count.value === 0) return { value: 0, slack: 0, exact: 0 };
  return { ...times(derived(amount), 1 / count.value), isRatio: true };
}

/** The headcount that an amount and its average imply, where they imply a whole one. */
export function impliedCount(amount: Figure, average: Figure): number | undefined {
  if (average.value === 0 || amount.value / average.value <= 0) return undefined;
  const count = amount.value / average.value;
  const nearest = Math.round(count);
  const slack = slackOf(amount) + nearest * slackOf(average);
  if (nearest === 0 || slack > Math.abs(average.value) / 4) return undefined;
  return Math.abs(amount.value - nearest * average.value) <= slack + 1e-7 ? nearest : undefined;
}

function headcountFault(
  row: PrintedRow,
  amount: number,
  count: number,
  average: number,
): Fault | undefined {
  const held = at(row, count)!;
  const implied = impliedCount(at(row, amount)!, at(row, average)!);
  if (implied === undefined || implied === held.value) return undefined;
  const off = Math.abs(held.value - implied);
  const side = held.value > implied ? 'too many' : 'too few';
  return {
    column: count,
    should: { ...held, value: implied, text: String(implied), exact: undefined },
    words: `The amount and the average are of ${implied}, so the headcount of ${held.text} is ${off === 1 ? 'one' : off} ${side}`,
  };
}

// A year --------------------------------------------------------------------------------------

const annualRule = (
  table: PrintedTable,
  column: number,
  amount: number,
  basis: Basis,
): RowRule => ({
  check: `A year is the week times ${basisName(basis)}: ${table.columns[column]!.heading}`,
  column,
  from: [amount],
  should: (row) => {
    const weekly = at(row, amount);
    return weekly && times(derived(weekly), weeksIn(basis));
  },
  because: (row, should) =>
    `${at(row, amount)!.text} × ${basisName(basis)} is ${said(should.value, at(row, column)!)}`,
  fault: (row) => {
    const other = basisBetween(at(row, amount)!, at(row, column)!);
    return other && other !== basis
      ? {
          column,
          words: `It is on ${basisName(other)} weeks where the others are on ${basisName(basis)}`,
        }
      : undefined;
  },
});

/** The weeks by which a weekly figure becomes an annual one; undefined where none of the bases does. */
export function basisBetween(weekly: Figure, annual: Figure): Basis | undefined {
  const fits = bases.filter(
    (basis) =>
      compared(
        { ...annual, value: Math.abs(annual.value) },
        times({ value: Math.abs(weekly.value), slack: slackOf(weekly) }, weeksIn(basis)),
      ).status !== 'fails',
  );
  return weekly.value === 0 ? undefined : fits[0];
}

// Percentages ---------------------------------------------------------------------------------

/** Growth from one column to the next, or a row's share of the total. */
function percentRules(table: PrintedTable, column: number): RowRule[] {
  const numbers = table.columns.flatMap(({ measure }, i) =>
    measure === 'amount' || measure === 'count' ? [i] : [],
  );
  const check = `Percentages follow: ${table.columns[column]!.heading}`;
  /** A column as a fraction of another; or by how much another is more than it. */
  const fractions = (less: 0 | 1): RowRule[] =>
    numbers.flatMap((one) =>
      numbers
        .filter((other) => other !== one)
        .map((other) => {
          const [part, whole] = less === 1 ? [other, one] : [one, other];
          return {
            check,
            column,
            from: [one, other],
            should: (row) => fraction(at(row, part), at(row, whole), less),
            because: (row, should) => {
              const [of, from] = [at(row, part)!.text, at(row, whole)!.text];
              const is = `is ${said(should.value, at(row, column)!)}`;
              return less === 1 ? `from ${from} to ${of} ${is}` : `${of} of ${from} ${is}`;
            },
          };
        }),
    );
  const shares = numbers.map((part): RowRule => {
    const rows = table.rows.filter(({ kind, figures }) => kind === 'row' && figures[part]);
    const all = combined(rows.map((row) => [derived(at(row, part)!), 1]));
    return {
      check,
      column,
      from: [part],
      should: (row) => {
        const own = at(row, part);
        if (!own || all.value === 0) return undefined;
        // A total of all that is not what its rows come to is told of where they are added up.
        const isOff = row.kind === 'total' && compared(own, all).status === 'fails';
        if (isOff && isWholeOf(at(row, column))) return undefined;
        const slack = (slackOf(own) + all.slack) / Math.abs(all.value);
        return { value: own.value / all.value, slack, isRatio: true };
      },
      because: (row, should) =>
        `${at(row, part)!.text} of the rows’ ${said(all.value, at(row, part)!)} is ${said(should.value, at(row, column)!)}`,
    };
  });
  return [...shares, ...fractions(1), ...fractions(0)];
}

/** 100%, in print. */
const isWholeOf = (share: Figure | undefined): boolean =>
  share !== undefined && Math.abs(share.value - 1) <= share.step / 2;

function fraction(part: Figure | undefined, whole: Figure | undefined, less: number) {
  if (!part || !whole || whole.value === 0) return undefined;
  const value = part.value / whole.value;
  const slack = (slackOf(part) + Math.abs(value) * slackOf(whole)) / Math.abs(whole.value);
  return { value: value - less, slack, isRatio: true };
}
