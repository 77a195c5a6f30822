import type { CellValue } from '../../src/domain/reading';
import { roundPence } from '../../src/domain/money';
import { sampleSheets } from '../sampleWorkbook';
import { planNamed } from './planNamed';
import { summaryOf } from './plansOf';

const ID = 'forecast-periods';
const AS_AT = '2024-12-03';

const HEADINGS = ['Child ref', 'Placement', 'Provider', 'Start date', 'End date', 'Weekly cost'];

describe('the forecast by period', () => {
  it('is right to the penny on the sample, in each period and in all', async () => {
    const { summary } = summaryOf(await sampleSheets(), { asAt: AS_AT });
    const plan = summary.plans.find(({ id }) => id === ID)!;
    expect(plan.table.columns.map(({ heading }) => heading)).toEqual([
      'Period',
      'Residential',
      'IFA',
      'In-house fostering',
      'Supported accommodation',
      'All placements',
    ]);
    // The answers of the sample's data, worked out apart from this project.
    expect(plan.table.rows.map((row) => roundPence(Number(row.at(-1))))).toEqual([
      361402.58, 416693.41, 404034.97, 396811.34, 410987.86, 380392.3, 403818.36, 398810.49,
      436802.21, 455571.73, 391690.92, 428800.19, 4885816.37,
    ]);
    const total = plan.table.rows.at(-1)!;
    expect(total[0]).toBe('Total');
    expect(total.slice(1, -1).map((amount) => roundPence(Number(amount)))).toEqual([
      3085426.15, 793808.03, 419465.77, 587116.42,
    ]);
    const own = summary.reconciliation.filter(({ table }) => table === plan.title);
    expect(own.length).toBeGreaterThan(4);
    expect(own.filter(({ status }) => status === 'fails')).toEqual([]);
  });

  it('has a row for every period, April first, and a column for every kind with a day in the year', () => {
    const listed: CellValue[][] = [
      HEADINGS,
      ['A1', 'IFA', 'Private', '31/03/2025', '', 700],
      ['A2', 'Residential', 'Private', '01/04/2024', '03/04/2024', 700],
      ['A3', 'Secure', 'Private', '01/04/2020', '01/04/2024', 700],
    ];
    const plan = planNamed(ID, { Placements: listed }, { asAt: AS_AT })!;
    expect(plan.table.columns.map(({ heading }) => heading)).toEqual([
      'Period',
      'IFA',
      'Residential',
      'All placements',
    ]);
    expect(plan.table.rows).toHaveLength(13);
    expect(plan.table.rows[0]).toEqual(['Period 1 (Apr)', 0, 200, 200]);
    expect(plan.table.rows[11]).toEqual(['Period 12 (Mar)', 100, 0, 100]);
    expect(plan.table.rows[12]).toEqual(['Total', 100, 200, 300]);
  });

  it('is not made without a list of placements', () => {
    expect(planNamed(ID, { Other: [['Nothing', 'to find']] })).toBeUndefined();
  });
});
