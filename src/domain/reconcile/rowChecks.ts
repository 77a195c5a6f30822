import { compared, tidy, unitOf, type Check } from './check';
import type { DoubtfulRows } from './casts';
import { misprints, swaps } from './explainGap';
import type { PrintedRow, PrintedTable } from './printedTable';
import { at, keptBy, type Fault, type RowRule } from './rowRules';

/** Rows in which a rule is broken, by each column that may be to blame. */
export function doubtfulRows(table: PrintedTable, rules: readonly RowRule[]): DoubtfulRows {
  const doubtful = new Map<number, Map<string, number | undefined>>();
  for (const rule of rules) {
    for (const { row, should, status } of keptBy(table, rule)) {
      if (status !== 'fails') continue;
      for (const each of [rule.column, ...rule.from]) {
        const rows = doubtful.get(each) ?? new Map<string, number | undefined>();
        const value = each === rule.column ? should.value : rows.get(row.label);
        doubtful.set(each, rows.set(row.label, value));
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
  const { check } = rule;
  const kept = keptBy(table, rule);
  if (kept.length === 0) return [];
  const failing = kept.filter(({ status }) => status === 'fails');
  const rounded = kept.filter(({ status }) => status === 'rounding');
  if (failing.length + rounded.length === 0) {
    const rows = kept.length === 1 ? 'The one row follows' : `All ${kept.length} rows follow`;
    const unit = unitOf(kept[0]!.stated);
    return [
      { table: table.title, check, status: 'passes', difference: 0, unit, detail: `${rows}.` },
    ];
  }
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
  const faults = new Map<PrintedRow, Fault[]>();
  for (const rule of rules) {
    for (const { row, status } of keptBy(table, rule)) {
      const fault = status === 'fails' ? faultIn(table, row, rule, unsound) : undefined;
      if (fault) faults.set(row, [...(faults.get(row) ?? []), fault]);
    }
  }
  const rows = table.rows.map((row) => {
    const figures = [...row.figures];
    for (const { column, should } of faults.get(row) ?? []) if (should) figures[column] = should;
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
