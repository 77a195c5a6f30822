import fc from 'fast-check';
import { dischargesByRoute } from '../../src/domain/discharges';
import { sum } from '../../src/domain/money';
import type { CellValue } from '../../src/domain/reading';
import { allProblems } from '../../src/commands/allProblems';
import { sampleSheets } from '../sampleWorkbook';
import { summaryOf } from './plansOf';

const ID = 'discharges';

const planOf = (sheets: Record<string, CellValue[][]>, asAt?: string) =>
  summaryOf(sheets, { asAt }).summary.plans.find(({ id }) => id === ID);

/** A column of the plan by its heading, top to bottom. */
const column = (plan: ReturnType<typeof planOf>, heading: string) => {
  const at = plan!.table.columns.findIndex((each) => each.heading === heading);
  return plan!.table.rows.map((row) => row[at]);
};

describe('discharges by route and financial year', () => {
  it('are 24 in 2023/24 and 16 in 2024/25 to date in the sample', async () => {
    const plan = planOf(await sampleSheets());
    expect(column(plan, 'Route').at(-1)).toBe('Total');
    expect(column(plan, '2023/24').at(-1)).toBe(24);
    expect(column(plan, '2024/25 to date').at(-1)).toBe(16);
    expect(column(plan, 'All years').at(-1)).toBe(40);
    expect(plan!.publishable).toBe(true);
  });

  it.each([
    ['LAC ID', 'Date ceased', 'Reason ceased'],
    ['Young person', 'Left care on', 'Destination'],
    ['Mosaic number', 'Discharge date', 'Discharge route'],
  ])('are found under %s, %s, %s', (...headings) => {
    const plan = planOf({
      Leavers: [
        ['Children who left care'],
        [],
        headings,
        ['A1', '31/03/2024', 'Adoption'],
        ['A2', '01/04/2024', 'adoption '],
        ['A3', '02/04/2024', 'SGO'],
        ['Total', '', '3'],
      ],
    });
    expect(plan!.table.rows).toEqual([
      ['Adoption', 1, 1, 2],
      ['SGO', 0, 1, 1],
      ['Total', 1, 2, 3],
    ]);
  });

  it('leave out a date that is none, or in no year, with the cell and what to do', () => {
    const sheets = {
      Leavers: [
        ['Child ref', 'Discharged on', 'Route'],
        ['A1', '31/06/2024', 'Adoption'],
        ['A2', '01/05/1924', 'Adoption'],
        ['A3', '01/05/2034', 'SGO'],
        ['A4', '01/05/2024', ''],
        ['A5', '01/05/2024', 'SGO'],
        ['A6', '02/05/2024', 'SGO'],
      ],
    };
    const read = summaryOf(sheets);
    expect(read.summary.plans.find(({ id }) => id === ID)!.table.rows).toEqual([
      ['SGO', 2, 2],
      ['Total', 2, 2],
    ]);
    const problems = allProblems(read);
    expect(problems.map(({ address, ref }) => [address, ref])).toEqual([
      ['Leavers!B2', 'A1'],
      ['Leavers!C5', 'A4'],
      ['Leavers!B3', 'A2'],
      ['Leavers!B4', 'A3'],
    ]);
    for (const { message } of problems) expect(message).toMatch(/[.]$/);
  });

  it('say that all are counted only where all are', () => {
    const notesOf = (...dates: string[]) =>
      summaryOf({
        Leavers: [['Ref', 'Date left care', 'Route'], ...dates.map((date) => ['A', date, 'SGO'])],
      })
        .summary.plans.find(({ id }) => id === ID)!
        .notes.join(' ');
    expect(notesOf('01/05/2024')).toContain('Every young person in the list is counted.');
    expect(notesOf('01/05/2024', '01/05/1924')).not.toContain('Every young person');
  });

  it('count everybody once, whatever the order of the rows', () => {
    const discharge = fc.record({
      dischargedOn: fc
        .date({ min: new Date('2015-01-01'), max: new Date('2025-03-31'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
      route: fc.constantFrom('Adoption', 'SGO', 'Return home', 'Turned 18'),
      reference: fc.constant(undefined),
      at: fc.constant({ reference: 'L!A2', dischargedOn: 'L!B2', route: 'L!C2' }),
    });
    fc.assert(
      fc.property(fc.array(discharge, { maxLength: 40 }), (rows) => {
        const { routes, years } = dischargesByRoute(rows, '2025-01-31');
        expect(sum(routes.map(({ total }) => total))).toBe(rows.length);
        for (const { counts, total } of routes) expect(sum(counts)).toBe(total);
        const again = dischargesByRoute([...rows].reverse(), '2025-01-31');
        expect(again.years).toEqual(years);
        expect(again.routes).toEqual(routes);
      }),
    );
  });
});
