import fc from 'fast-check';
import type { PlacementChange } from '../../src/domain/change';
import type { LedgerEntry } from '../../src/domain/ledger';
import { roundPence } from '../../src/domain/money';
import { readFigure } from '../../src/domain/reconcile/figure';
import { reasons } from '../../src/domain/reason';
import { REPORTS } from '../../src/reports';
import { reconciled, type Pointed } from '../../src/reports/reconcile';
import { reconciliationReport } from '../../src/reports/reconciliation';
import { reportInput, type ReportInput } from '../../src/reports/report';
import { reasonedSample } from '../reasonedSample';

type Row = PlacementChange & { reason: LedgerEntry['reason'] };

const entry = (row: Row, at: number): LedgerEntry => ({
  ...row,
  circumstances: {
    note: '',
    original: { placement: '', provider: '' },
    current: { placement: '', provider: '' },
  },
  proposed: row.reason,
  confidence: 1,
  review: false,
  evidence: [],
  decidedBy: 'add-in',
  decisionNote: '',
  standing: 'counted',
  sheet: 'Tracker',
  row: at + 5,
  key: row.reference,
  facts: '',
});

const inputOf = (rows: Row[], over: Partial<ReportInput> = {}): ReportInput => ({
  ...reportInput({
    changes: rows,
    ledger: rows.map(entry),
    materiality: 3,
    basis: '52',
    asAt: '2024-12-03',
    signs: 'minus',
    source: 'Tracker!A4:L107',
    leftOut: 0,
    wording: {},
    problems: 0,
    version: '0.0.0',
  }),
  ...over,
});

const checksOf = (input: ReportInput, pointed: Pointed[] = []) =>
  reconciled(
    input,
    REPORTS.map((report) => report(input)),
    pointed,
  );
const failing = (input: ReportInput, pointed: Pointed[] = []) =>
  checksOf(input, pointed).filter(({ status }) => status === 'fails');

const pointedAt = (text: string): Pointed => {
  const reading = readFigure(text);
  if (reading.kind !== 'value') throw new Error(text);
  return { address: 'Budget!C12', figure: reading.value };
};

const money = fc.integer({ min: 0, max: 9_000_000 }).map((tenths) => tenths / 1000);
const rows: fc.Arbitrary<Row[]> = fc
  .array(
    fc.record({
      cohort: fc.constantFrom('A', 'B', '', '<16'),
      opportunity: fc.constantFrom('', 'One', 'Two (of two)'),
      original: money,
      current: money,
      reason: fc.constantFrom(...reasons),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((some) => some.map((row, at) => ({ ...row, reference: `YP${at}` })));

describe('reconciliation', () => {
  it('finds no fault in the sheets of any tracker, whatever its pennies', () => {
    fc.assert(
      fc.property(rows, (some) => {
        expect(failing(inputOf(some))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('tells the sample’s penny of rounding from a fault', () => {
    const penny = checksOf(inputOf(reasonedSample())).find(
      ({ difference }) => difference === -0.01,
    );
    expect(penny).toMatchObject({
      status: 'rounding',
      table: 'Reductions in weekly placement cost by reason',
    });
  });

  it('says nothing of No change among the increases, whose amount its own sheets state', () => {
    const checks = checksOf(inputOf(reasonedSample()));
    expect(checks.filter(({ check }) => /No change/.test(check))).toEqual([]);
  });

  it('finds a child that is in the cohorts and in no reason', () => {
    const input = inputOf(reasonedSample());
    const increases = input.increases.map((row) => ({ ...row }));
    increases[0]!.youngPeople -= 1;
    expect(failing({ ...input, increases }).map(({ difference }) => difference)).toContain(-1);
  });

  it('finds a total that is a penny off though no row was rounded', () => {
    const input = inputOf(reasonedSample());
    const reductions = input.reductions.map((row) => ({ ...row }));
    reductions.at(-1)!.weekly += 0.01;
    const found = failing({ ...input, reductions });
    expect(found.map(({ check }) => check)).toContain('Rows add up to the total: Saving a week');
  });

  it('finds what happened under an opportunity that does not add up to it', () => {
    const input = inputOf(reasonedSample());
    const outcomes = input.outcomes.slice(1);
    expect(failing({ ...input, outcomes }).length).toBeGreaterThanOrEqual(2);
  });

  it('sets a total elsewhere beside the tracker’s, a week or a year', () => {
    const input = inputOf(reasonedSample());
    const check = (text: string) =>
      checksOf(input, [pointedAt(text)]).find(({ check: name }) => name.includes('Budget!C12'))!;
    expect(check('£222,431.03')).toMatchObject({ status: 'passes', difference: 0 });
    expect(check('-£765,692.72').check).toBe('Budget!C12 is the difference a year (52)');
    expect(check('£14,724.86').check).toBe('Budget!C12 is the saving a week');
  });

  it('names the young person whose cost is the gap', () => {
    const sample = reasonedSample();
    const input = inputOf(sample);
    const lost = sample[30]!;
    const without = roundPence(input.cohorts.at(-1)!.current - lost.current);
    const [found] = failing(input, [pointedAt(`£${without.toFixed(2)}`)]);
    expect(found!.detail).toContain(`‘${lost.reference}’`);
    expect(found!.difference).toBeCloseTo(-roundPence(lost.current), 2);
  });

  it('is a sheet that is never published, what fails first', () => {
    const input = inputOf(reasonedSample());
    const checks = checksOf(input, [pointedAt('£1.00')]);
    const plan = reconciliationReport(input, checks);
    expect(plan.publishable).toBe(false);
    expect(plan.table.rows[0]![2]).toBe('Fails');
    expect(plan.table.rows).toHaveLength(checks.length);
    expect(plan.notes.join(' ')).toMatch(
      /\d+ checks: \d+ pass, \d+ are off by rounding only, 1 fails\./,
    );
  });
});
