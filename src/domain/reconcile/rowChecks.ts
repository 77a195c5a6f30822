import { bases, basisName, weeksIn, type Basis } from '../calendar';
import {
  combined,
  compared,
  derived,
  said,
  tidy,
  times,
  unitOf,
  type Check,
  type Derived,
} from './check';
import type { DoubtfulRows } from './casts';
import { misprints, swaps } from './explainGap';
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

const at = (row: PrintedRow, column: number): Figure | undefined => row.figures[column];

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
    const pairs = table.rows.flatMap((row) => {
      const [stated, should] = [at(row, rule.column), rule.should(row)];
      return stated && should ? [{ stated, should }] : [];
    });
    const fit = pairs.filter((pair) => compared(pair.stated, pair.should).status !== 'fails');
    return { rule, pairs, fit: fit.length };
  });
  const first = tried.reduce<(typeof tried)[number] | undefined>(
    (most, one) => (most && most.fit >= one.fit ? most : one),
    undefined,
  );
  if (!first || first.pairs.length === 0) return undefined;
  if (first.fit >= Math.max(fewest, MOST * first.pairs.length)) return first.rule;
  const isLike = ({ stated, should }: { stated: Figure; should: Derived }): boolean =>
    should.value / stated.value > 0.05 && should.value / stated.value < 20;
  return fewest === 1 && first.pairs.length <= 2 && first.pairs.every(isLike)
    ? first.rule
    : undefined;
}

// Differences ---------------------------------------------------------------------------------

function differenceRules(table: PrintedTable): RowRule[] {
  const side = (wanted: PrintedColumn['side'], period: PrintedColumn['period']): number[] =>
    table.columns.flatMap((column, i) =>
      column.measure === 'amount' && column.side === wanted && column.period === period ? [i] : [],
    );
  return (['week', 'year', 'part'] as const).flatMap((period) => {
    const [original, current] = [side('original', period)[0], side('current', period)[0]];
    if (original === undefined || current === undefined) return [];
    return side('difference', period).flatMap(
      (column) =>
        best(
          table,
          [1, -1].map((sign) => differenceRule(table, column, original, current, sign)),
          1,
        ) ?? [],
    );
  });
}

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
  const ratio = (part: Figure | undefined, whole: Figure | undefined, less: number) => {
    if (!part || !whole || whole.value === 0) return undefined;
    const value = part.value / whole.value;
    const slack = (slackOf(part) + Math.abs(value) * slackOf(whole)) / Math.abs(whole.value);
    return { value: value - less, slack, isRatio: true };
  };
  const growth = numbers.flatMap((before) =>
    numbers
      .filter((now) => now !== before)
      .map((now): RowRule => ({
        check,
        column,
        from: [before, now],
        should: (row) => ratio(at(row, now), at(row, before), 1),
        because: (row, should) =>
          `from ${at(row, before)!.text} to ${at(row, now)!.text} is ${said(should.value, at(row, column)!)}`,
      })),
  );
  const difference = numbers.flatMap((part) =>
    numbers
      .filter((whole) => whole !== part)
      .map((whole): RowRule => ({
        check,
        column,
        from: [part, whole],
        should: (row) => ratio(at(row, part), at(row, whole), 0),
        because: (row, should) =>
          `${at(row, part)!.text} of ${at(row, whole)!.text} is ${said(should.value, at(row, column)!)}`,
      })),
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
        const slack = (slackOf(own) + all.slack) / Math.abs(all.value);
        return { value: own.value / all.value, slack, isRatio: true };
      },
      because: (row, should) =>
        `${at(row, part)!.text} of the rows’ ${said(all.value, at(row, part)!)} is ${said(should.value, at(row, column)!)}`,
    };
  });
  return [...shares, ...growth, ...difference];
}

// Checking ------------------------------------------------------------------------------------

/** Rows in which a rule is broken, by each column that may be to blame. */
export function doubtfulRows(table: PrintedTable, rules: readonly RowRule[]): DoubtfulRows {
  const doubtful = new Map<number, Map<string, number | undefined>>();
  for (const { column, from, should } of rules) {
    for (const row of table.rows) {
      const [stated, value] = [at(row, column), should(row)];
      if (!stated || !value || compared(stated, value).status !== 'fails') continue;
      for (const each of [column, ...from]) {
        const rows = doubtful.get(each) ?? new Map<string, number | undefined>();
        doubtful.set(
          each,
          rows.set(row.label, each === column ? value.value : rows.get(row.label)),
        );
      }
    }
  }
  return doubtful;
}

/**
 * One check for each row that does not keep the rule, one for all that keep it but for rounding, or
 * one for the table where every row keeps it.
 * @param unsound columns whose rows do not add up to their total
 */
export function rowChecks(
  table: PrintedTable,
  rule: RowRule,
  unsound: ReadonlySet<number>,
): Check[] {
  const { check, column } = rule;
  const results = table.rows.flatMap((row) => {
    const [stated, should] = [at(row, column), rule.should(row)];
    return stated && should ? [{ row, stated, should, ...compared(stated, should) }] : [];
  });
  if (results.length === 0) return [];
  const off = results.filter(({ status }) => status !== 'passes');
  if (off.length === 0) {
    const rows = results.length === 1 ? 'The one row follows' : `All ${results.length} rows follow`;
    const unit = unitOf(results[0]!.stated);
    return [
      { table: table.title, check, status: 'passes', difference: 0, unit, detail: `${rows}.` },
    ];
  }
  const failing = off.filter(({ status }) => status === 'fails');
  const rounded = off.filter(({ status }) => status === 'rounding');
  const failed = failing.map(({ row, stated, should, difference }): Check => {
    const fault = faultIn(table, row, rule, unsound);
    const wrong = fault?.should && row.figures[fault.column];
    return {
      table: table.title,
      check,
      status: 'fails',
      difference: wrong ? tidy(wrong.value - fault.should!.value) : difference,
      unit: unitOf(wrong ?? stated),
      detail: `‘${row.label}’: ${rule.because(row, should)}, but ${stated.text} is printed.${fault ? ` ${fault.words}.` : ''}`,
    };
  });
  if (rounded.length === 0) return failed;
  const most = rounded.reduce((one, other) =>
    Math.abs(other.difference) > Math.abs(one.difference) ? other : one,
  );
  const rows =
    rounded.length === 1 ? '' : ` It is the most that any of ${rounded.length} rows is off.`;
  return [
    ...failed,
    {
      table: table.title,
      check,
      status: 'rounding',
      difference: most.difference,
      unit: unitOf(most.stated),
      detail: `‘${most.row.label}’: ${rule.because(most.row, most.should)}; ${most.stated.text} is printed, a difference that rounding explains.${rows}`,
    },
  ];
}

const faultIn = (
  table: PrintedTable,
  row: PrintedRow,
  rule: RowRule,
  unsound: ReadonlySet<number>,
): Fault | undefined => rule.fault?.(row) ?? slipIn(table, row, rule, unsound);

/** The table with each figure put right whose row tells what it should be. */
export function mended(
  table: PrintedTable,
  rules: readonly RowRule[],
  unsound: ReadonlySet<number>,
): PrintedTable {
  const rows = table.rows.map((row) => {
    const figures = [...row.figures];
    for (const rule of rules) {
      const [stated, should] = [at(row, rule.column), rule.should(row)];
      if (!stated || !should || compared(stated, should).status !== 'fails') continue;
      const fault = faultIn(table, row, rule, unsound);
      if (fault?.should) figures[fault.column] = fault.should;
    }
    return { ...row, figures };
  });
  return { ...table, rows };
}

/**
 * Which figure of a row a slip of the hand is in, by what it takes for the rule to be kept: first
 * among the columns that do not add up, then in the figure that should follow, then in the others.
 */
function slipIn(
  table: PrintedTable,
  row: PrintedRow,
  { column, from, should }: RowRule,
  unsound: ReadonlySet<number>,
): Fault | undefined {
  const keeps = (changed: number, value: number): boolean => {
    const figures = [...row.figures];
    figures[changed] = { ...figures[changed]!, value, exact: undefined };
    const mended = { ...row, figures };
    const follows = should(mended);
    return follows !== undefined && compared(at(mended, column)!, follows).status !== 'fails';
  };
  const columns = [column, ...from].filter((each) => at(row, each) && at(row, each)!.step > 0);
  const order = [
    columns.filter((each) => unsound.has(each)),
    columns.filter((each) => !unsound.has(each) && each === column),
    columns.filter((each) => !unsound.has(each) && each !== column),
  ];
  for (const [ways, words] of [
    [swaps, 'Two digits are swapped'],
    [misprints, 'One digit is wrong'],
  ] as const) {
    for (const some of order) {
      const found = some.flatMap((each) =>
        ways(at(row, each)!)
          .filter(({ value }) => keeps(each, value))
          .map(({ value, text }) => ({ each, value, text })),
      );
      if (found.length === 1) {
        const { each, value, text } = found[0]!;
        const printed = at(row, each)!;
        const where = each === column ? '' : ` under ‘${table.columns[each]!.heading}’`;
        return {
          column: each,
          should: { ...printed, value: tidy(value), text, exact: undefined },
          words: `${words}${where}: ${printed.text} for ${text}`,
        };
      }
    }
  }
  return undefined;
}
