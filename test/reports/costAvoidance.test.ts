import { allProblems } from '../../src/commands/allProblems';
import type { CellValue } from '../../src/domain/reading';
import { sampleSheets } from '../sampleWorkbook';
import { summaryOf } from './plansOf';

const ID = 'cost-avoidance';

const planOf = (sheets: Record<string, CellValue[][]>, asAt = '2024-12-03') =>
  summaryOf(sheets, { asAt }).summary.plans.find(({ id }) => id === ID);

const HEADINGS = ['Child ref', 'Team', 'Diverted on', 'Expected placement', 'Expected weekly cost'];

describe('cost avoidance by team and expected placement', () => {
  it('is £1,599,999.36 for 80 children in 2024/25 in the sample, £20,000 each', async () => {
    const { summary } = summaryOf(await sampleSheets());
    const plan = summary.plans.find(({ id }) => id === ID)!;
    const total = plan.table.rows.at(-1)!;
    expect(total.slice(0, 3)).toEqual(['Total', 'All placements', 80]);
    expect(total[4]).toBeCloseTo(1_599_999.36, 2);
    expect(total[5]).toBeCloseTo((total[3] as number) * 52, 6);
    expect(plan.table.rows.slice(0, -1).map((row) => row.slice(0, 3))).toEqual([
      ['FFT', 'IFA', 24],
      ['FFT', 'In-house fostering', 16],
      ['FFT', 'Residential', 7],
      ['FFT', 'Supported accommodation', 6],
      ['MST', 'IFA', 17],
      ['MST', 'In-house fostering', 5],
      ['MST', 'Supported accommodation', 5],
    ]);
    expect(plan.notes).toContain(
      '80 children: £1,599,999.36 avoided in 2024/25, £19,999.99 a child.',
    );
    expect(plan.notes.join(' ')).toContain("Source: 'Edge of care'!A1:E81, 80 children.");
    expect(plan.publishable).toBe(true);
    const failing = summary.reconciliation.filter(
      ({ table, status }) => table === plan.title && status === 'fails',
    );
    expect(failing).toEqual([]);
  });

  it.each<CellValue[]>([
    ['Mosaic ID', 'Service', 'Date diverted', 'Placement avoided', 'Est. £/wk'],
    ['Young person', 'Intervention', 'Diversion date', 'Likely placement', 'Unit cost p/w'],
    [
      'LCS number',
      'Edge of care team',
      'Date care avoided',
      'Placement type',
      'Weekly cost avoided',
    ],
    [
      'Ref',
      'MST / FFT',
      'Start date',
      'Would have been placed in: placement',
      'Notional cost per week',
    ],
  ])('is found under %s, %s, %s, %s, %s', (...headings) => {
    const plan = planOf({
      Diversions: [
        ['Children kept at home'],
        ['Edge of care 2024/25', '', 'draft'],
        [],
        ['Notes', headings[4]!, headings[3]!, headings[0]!, headings[2]!, headings[1]!],
        ['', 700, 'IFA', 'A1', '31/03/2025', 'MST'],
        ['moved school', '1,400', 'ifa ', 'A2', '30/03/2025', 'mst'],
        ['', '£70 pw', 'Residential', 'A3', '25/03/2025', 'FFT'],
        ['Total', 2170, '', '', '', ''],
      ],
    });
    expect(plan!.table.rows).toEqual([
      ['FFT', 'Residential', 1, 70, 70, 3640],
      ['MST', 'IFA', 2, 2100, 500, 109200],
      ['Total', 'All placements', 3, 2170, 570, 112840],
    ]);
  });

  it('takes no other list with a weekly cost and a date for one of its own', () => {
    const lists: CellValue[][][] = [
      [
        ['Child ref', 'Placement', 'Provider', 'Start date', 'End date', 'Weekly cost'],
        ['A1', 'IFA', 'Private', '01/05/2024', '', 900],
      ],
      [
        ['Child ref', 'Team', 'Date of change', 'Expected end date', 'Current weekly cost'],
        ['A1', 'North', '01/05/2024', '', 900],
      ],
    ];
    for (const rows of lists) expect(planOf({ Placements: rows })).toBeUndefined();
  });

  it('counts a diversion of an earlier year for as long as a date says that it lasted', () => {
    const plan = planOf({
      Diversions: [
        [...HEADINGS, 'Until'],
        ['A1', 'MST', '01/03/2024', 'IFA', 700, '01/04/2024'],
        ['A2', 'MST', '01/03/2024', 'IFA', 700, '31/03/2026'],
        ['A3', 'MST', '01/03/2024', 'IFA', 700, '31/03/2024'],
        ['A4', 'MST', '01/03/2024', 'IFA', 700, ''],
        ['A5', 'MST', '10/12/2024', 'IFA', 700, '10/12/2024'],
      ],
    })!;
    expect(plan.table.rows[0]).toEqual(['MST', 'IFA', 3, 2100, 36_700, 109_200]);
    expect(plan.notes).toContain(
      '2 children diverted earlier are left out: no date says that they were still diverted on 1 April 2024.',
    );
    expect(plan.notes).toContain(
      '1 child diverted after the position’s date is counted, to 31 March 2025.',
    );
    expect(plan.notes.join(' ')).not.toContain('Every child');
  });

  it('ends a diversion the day before care began', () => {
    const plan = planOf({
      Diversions: [
        [...HEADINGS, 'Came into care on'],
        ['A1', 'MST', '01/05/2024', 'IFA', 700, '03/05/2024'],
      ],
    })!;
    expect(plan.table.rows.at(-1)).toEqual(['Total', 'All placements', 1, 700, 200, 36_400]);
  });

  it('does not take the end of the team’s work for the end of what it avoids', () => {
    const plan = planOf({
      Diversions: [
        [...HEADINGS, 'Intervention ended', 'Case closed'],
        ['A1', 'MST', '30/03/2025', 'IFA', 700, '31/03/2025', '31/03/2025'],
      ],
    })!;
    expect(plan.table.rows.at(-1)![4]).toBe(200);
  });

  it('leaves out what cannot be right, with the cell and what to do', () => {
    const read = summaryOf(
      {
        Diversions: [
          [...HEADINGS, 'Until'],
          ['A1', 'MST', '31/06/2024', 'IFA', 700, ''],
          ['A2', 'MST', '01/06/1924', 'IFA', 700, ''],
          ['A3', 'MST', '01/04/2025', 'IFA', 700, ''],
          ['A4', 'MST', '01/06/2024', 'IFA', 700, '31/05/2024'],
          ['A5', 'MST', '01/06/2024', 'IFA', -700, ''],
          ['A6', 'MST', '01/06/2024', 'IFA', 'TBC', ''],
          ['A7', 'MST', '31/03/2025', '', 700, ''],
        ],
      },
      { asAt: '2024-12-03' },
    );
    const plan = read.summary.plans.find(({ id }) => id === ID)!;
    expect(plan.table.rows[0]).toEqual(['MST', 'Placement not given', 1, 700, 100, 36_400]);
    const problems = allProblems(read);
    expect(problems.map(({ address, ref }) => [address, ref])).toEqual([
      ['Diversions!C2', 'A1'],
      ['Diversions!E7', 'A6'],
      ['Diversions!C3', 'A2'],
      ['Diversions!C4', 'A3'],
      ['Diversions!F5', 'A4'],
      ['Diversions!E6', 'A5'],
    ]);
    for (const { address, message } of problems) {
      expect(message).toMatch(/[.]$/);
      expect(message.startsWith(address)).toBe(true);
    }
  });

  it('says which of two lists it is of', () => {
    const plan = planOf({
      Old: [
        ['Ref', 'Diverted', 'Weekly cost'],
        ['A1', '01/05/2024', 700],
      ],
      New: [HEADINGS, ['A1', 'MST', '31/03/2025', 'IFA', 700]],
    })!;
    expect(plan.table.rows.at(-1)![4]).toBe(100);
    expect(plan.notes.join(' ')).toMatch(/Old!A1:C2 holds such a list too and is not used/);
  });
});
