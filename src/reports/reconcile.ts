import { annualise, basisName } from '../domain/calendar';
import { TOTAL } from '../domain/cohort';
import { isCounted, type CountedEntry } from '../domain/ledger';
import { sum } from '../domain/money';
import { compared, comparison, people, unitOf, type Check } from '../domain/reconcile/check';
import { explained } from '../domain/reconcile/explainGap';
import type { Figure } from '../domain/reconcile/figure';
import { proofread } from '../domain/reconcile/proofread';
import { ownFigure, ownTables } from './ownTables';
import type { SheetPlan } from './plan';
import type { ReportInput } from './report';

/** A figure elsewhere in the workbook, which an officer says is the tracker's total. */
export interface Pointed {
  /** "'Budget 24-25'!C12" */
  address: string;
  figure: Figure;
}

/**
 * Everything that must hold of the sheets before they are written: the checks that a published
 * paper gets, the tables against the ledger, the outcomes against the opportunities, and the
 * tracker's total against the figures that an officer pointed at.
 */
export const reconciled = (
  input: ReportInput,
  plans: readonly SheetPlan[],
  pointed: readonly Pointed[] = [],
): Check[] => [
  ...proofread(ownTables(plans.filter(({ publishable }) => publishable))).checks,
  ...ledgerChecks(input),
  ...outcomeChecks(input),
  ...pointed.map((one) => pointedCheck(input, one)),
];

const LEDGER = 'Change reasons';

const amount = (value: number): Figure => ownFigure(value, 'money');
const headcount = (count: number): Figure => ownFigure(count, 'count');

/** A check of one figure against what its parts come to. */
function checkOf(
  table: string,
  check: string,
  stated: Figure,
  should: Figure,
  words: string,
): Check {
  const { status, difference } = compared(stated, {
    value: should.value,
    slack: 0,
    exact: should.exact,
  });
  return { table, check, status, difference, unit: unitOf(stated), detail: words };
}

/** The young people of the ledger, added up one by one, are those of the cohorts and of the reasons. */
function ledgerChecks({ ledger, cohorts, reductions, increases }: ReportInput): Check[] {
  const counted = ledger.filter(isCounted);
  const all = cohorts.find(({ cohort }) => cohort === TOTAL);
  if (!all) return [];
  const sides = [reductions, increases].flatMap((rows) => rows.at(-1) ?? []);
  const inReasons = sum(sides.map(({ youngPeople }) => youngPeople));
  const listed = people(counted.length);
  const costs = (['original', 'current'] as const).map((side) => {
    const should = amount(sum(counted.map((entry) => entry[side])));
    return checkOf(
      LEDGER,
      `The ${side} costs of the ledger add up to the cohorts’`,
      amount(all[side]),
      should,
      `The cohorts come to ${amount(all[side]).text} a week, the rows of the ledger to ${should.text}.`,
    );
  });
  return [
    checkOf(
      LEDGER,
      'The young people of the ledger are those of the cohorts',
      headcount(all.youngPeople),
      headcount(counted.length),
      `The cohorts hold ${people(all.youngPeople)}, the ledger ${listed} with both costs.`,
    ),
    checkOf(
      LEDGER,
      'The young people of the ledger are those of the reasons',
      headcount(inReasons),
      headcount(counted.length),
      `The tables of reasons hold ${people(inReasons)}, the ledger ${listed} with both costs.`,
    ),
    ...costs,
  ];
}

function outcomeChecks({ opportunities, outcomes }: ReportInput): Check[] {
  return opportunities.flatMap(({ opportunity, youngPeople, difference }) => {
    const own = outcomes.filter((row) => row.opportunity === opportunity);
    const weekly = amount(sum(own.map((row) => row.weekly)));
    const count = sum(own.map((row) => row.youngPeople));
    const name = 'Identified opportunities and what happened';
    return [
      checkOf(
        name,
        `What happened adds up to the opportunity: ${opportunity}`,
        amount(difference),
        weekly,
        `The opportunity comes to ${amount(difference).text} a week, what happened under it to ${weekly.text}.`,
      ),
      checkOf(
        name,
        `Young people add up to the opportunity: ${opportunity}`,
        headcount(youngPeople),
        headcount(count),
        `The opportunity holds ${people(youngPeople)}, what happened under it ${people(count)}.`,
      ),
    ];
  });
}

// Figures elsewhere in the workbook -----------------------------------------------------------

interface Meant {
  words: string;
  total: number;
  /** What a young person adds to it. */
  of: (entry: CountedEntry) => number;
}

/** The total that a figure is nearest to: cost before, cost now or the difference, a week or a year. */
function meant({ cohorts, basis }: ReportInput, figure: Figure): Meant | undefined {
  const all = cohorts.find(({ cohort }) => cohort === TOTAL);
  if (!all || figure.value === 0) return undefined;
  const totals: Omit<Meant, 'of'>[] = [];
  const ofs: Meant['of'][] = [];
  const add = (words: string, total: number, of: Meant['of']): void => {
    totals.push({ words: `${words} a week`, total });
    ofs.push(of);
    totals.push({ words: `${words} a year (${basisName(basis)})`, total: annualise(total, basis) });
    ofs.push((entry) => annualise(of(entry), basis));
  };
  add('the current cost', all.current, ({ current }) => current);
  add('the original cost', all.original, ({ original }) => original);
  add('the difference', all.difference, ({ current, original }) => current - original);
  add('the saving', -all.difference, ({ current, original }) => original - current);
  const apart = ({ total }: { total: number }): number =>
    total !== 0 && Math.sign(total) === Math.sign(figure.value)
      ? Math.abs(Math.log(figure.value / total))
      : Infinity;
  const nearest = totals.reduce(
    (best, one, at) => (apart(one) < apart(totals[best]!) ? at : best),
    0,
  );
  return { ...totals[nearest]!, of: ofs[nearest]! };
}

function pointedCheck(input: ReportInput, { address, figure }: Pointed): Check {
  const table = 'The tracker and the rest of the workbook';
  const found = meant(input, figure);
  if (!found) {
    const detail = `${address} is ${figure.text}; the tracker has no total to set beside it.`;
    return { table, check: address, status: 'fails', difference: 0, unit: 'pounds', detail };
  }
  const should = amount(found.total);
  const stated: Figure = { ...figure, isMoney: true };
  const parts = input.ledger.filter(isCounted).map((entry, at) => ({
    label: entry.reference || `row ${entry.row ?? at + 1}`,
    figure: amount(found.of(entry)),
  }));
  return comparison({
    table,
    check: `${address} is ${found.words}`,
    stated,
    should: { value: should.value, slack: 0.005 },
    sums: `${address} is ${figure.text}; ${found.words} of the tracker is ${should.text}`,
    cause: (apart) =>
      explained({ stated, ...apart, parts }) ??
      `No young person, and no pair of digits, explains it.${leftOutWords(input)}`,
  });
}

const leftOutWords = ({ leftOut }: ReportInput): string =>
  leftOut === 0
    ? ''
    : ` ${leftOut === 1 ? 'A row is' : `${leftOut} rows are`} left out of the tracker’s total because a cost cannot be read.`;
