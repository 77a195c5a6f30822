import { allProblems } from '../../src/commands/allProblems';
import type { CellValue } from '../../src/domain/reading';
import { defaultTerms } from '../../src/reports/terms';
import { sampleSheets } from '../sampleWorkbook';
import { cellsOf, planNamed } from './planNamed';
import { summaryOf } from './plansOf';

const ID = 'high-cost';
const DEAREST = 'ten-dearest';
const HEADINGS = ['Child ref', 'Financial year', 'Weekly cost'];

/** Young people with these weekly costs in a year, under references of their own. */
const inYear = (year: string, costs: CellValue[]): CellValue[][] =>
  costs.map((cost, i) => [`${year.slice(2, 4)}-${i + 1}`, year, cost]);

describe('high-cost placements by year', () => {
  it('are 2, then 9 over £10,000, and the ten dearest cost 18.7% more, in the sample', async () => {
    const { summary } = summaryOf(await sampleSheets());
    const plan = summary.plans.find(({ id }) => id === ID)!;
    expect(cellsOf(plan, 'year')).toEqual(['2022/23', '2023/24']);
    expect(cellsOf(plan, 'over')).toEqual([2, 9]);
    expect(cellsOf(plan, 'total')).toEqual([95_600, 113_477.2]);
    expect(cellsOf(plan, 'average')).toEqual([9560, 11_347.72]);
    expect(cellsOf(plan, 'growth')).toEqual([null, 113_477.2 / 95_600 - 1]);
    expect(cellsOf(plan, 'growth')[1]).toBeCloseTo(0.187, 10);
    expect(plan.publishable).toBe(true);
    const checks = summary.reconciliation.filter(({ table }) => table === plan.title);
    expect(checks.map(({ status }) => status)).toEqual(['passes']);
    expect(summary.reconciliation.filter(({ status }) => status === 'fails')).toEqual([]);
  });

  it('come from the list with most over the threshold, and the note says which was not used', async () => {
    const plan = planNamed(ID, await sampleSheets())!;
    expect(plan.notes.join(' ')).toMatch(/Source: 'High-cost placements'!A1:C21/);
    expect(plan.notes.join(' ')).toMatch(/not used: ‘Residential weekly cost’\./);
  });

  it.each([
    [
      ['YP', 'FY', '£/wk'],
      ['A1', '2023/24', 10_500],
    ],
    [
      ['Mosaic ID', 'Year', 'Placement', 'Gross weekly cost'],
      ['A1', '2023-24', 'Residential', '£10,500.00'],
    ],
    [
      ['Fin year', 'Provider', 'Fee per week', 'Young person ref', 'Comment'],
      ['23/24', 'Elm Ltd', '10.5k', 'A1', ''],
    ],
    [
      ['Placement cost (p/w)', 'Initials', 'Financial Yr'],
      [10_500, 'A.B.', 'FY23/24'],
    ],
  ])('are found under %j', (headings, row) => {
    const width = headings.length;
    const total = ['Total', ...Array<string>(width - 2).fill(''), '10,500'];
    const plan = planNamed(ID, {
      Panel: [['High-cost panel, children'], [], headings, row, total],
    })!;
    expect(plan.table.rows).toEqual([['2023/24', 1, 1, 10_500, 10_500, null]]);
  });

  it('are none at the threshold itself, whatever that is', () => {
    const sheets = { Panel: [HEADINGS, ...inYear('2023/24', [10_000, 10_000.01, 8000])] };
    expect(cellsOf(planNamed(ID, sheets), 'over')).toEqual([1]);
    const terms = { ...defaultTerms, highCost: 7999.5 };
    const plan = planNamed(ID, sheets, { terms })!;
    expect(cellsOf(plan, 'over')).toEqual([3]);
    expect(plan.table.columns[1]!.heading).toBe('Young people over £7,999.50 a week');
  });

  it('have no growth over a year that the list has not, and say where fewer than ten are listed', () => {
    const plan = planNamed(ID, {
      Panel: [
        HEADINGS,
        ...inYear('2020/21', [4000]),
        ...inYear('2022/23', [5000, 6000]),
        ...inYear('2023/24', [12_100]),
      ],
    })!;
    expect(cellsOf(plan, 'growth')).toEqual([null, null, 12_100 / 11_000 - 1]);
    const notes = plan.notes.join(' ');
    expect(notes).toMatch(/There is no growth for 2020\/21, 2022\/23:/);
    expect(notes).toMatch(/2022\/23: only 2 young people have a weekly cost, fewer than ten/);
    expect(notes).toMatch(/2023\/24: only 1 young person has a weekly cost, fewer than ten/);
  });

  it('come from the tracker, before and now, where there is no list, and say so', () => {
    const plan = planNamed(ID, {
      Tracker: [
        [
          'Child ref',
          'Original placement',
          'Original weekly cost',
          'Current placement',
          'Current weekly cost',
        ],
        ['A1', 'Residential', 10_500, 'Left care', 0],
        ['A2', 'Residential', 8000, 'Residential', 11_000],
        ['A3', 'IFA', 900, 'Residential', 12_000],
      ],
    })!;
    expect(plan.table.rows).toEqual([
      ['Before', 1, 3, 19_400, 19_400 / 3, null],
      ['Now', 2, 2, 23_000, 11_500, 23_000 / 19_400 - 1],
    ]);
    expect(plan.notes.join(' ')).toMatch(/No list of weekly costs by financial year serves here/);
  });

  it('count nobody twice in a year, and leave out a year that no list reaches, with the cell', () => {
    const read = summaryOf(
      {
        Panel: [
          HEADINGS,
          ['A1', '2023/24', 10_500],
          ['a1 ', '2023/24', 11_500],
          ['A1', '2022/23', 9000],
          ['A2', '1996/97', 12_000],
          ['A3', '2029/30', 12_000],
          ['A4', '2023/25', 12_000],
          ['A5', '2023/24', '12,000 pcm'],
          ['A6', '2023/24', -500],
        ],
      },
      { asAt: '2024-12-03' },
    );
    const plan = read.summary.plans.find(({ id }) => id === ID)!;
    expect(cellsOf(plan, 'year')).toEqual(['2022/23', '2023/24']);
    expect(cellsOf(plan, 'over')).toEqual([0, 1]);
    expect(cellsOf(plan, 'total')).toEqual([9000, 11_500]);
    const problems = allProblems(read);
    expect(problems.map(({ address, ref }) => [address, ref])).toEqual([
      ['Panel!B7', 'A4'],
      ['Panel!C8', 'A5'],
      ['Panel!B5', 'A2'],
      ['Panel!B6', 'A3'],
      ['Panel!C9', 'A6'],
      ['Panel!A3', 'a1'],
    ]);
    for (const { address, message } of problems) {
      expect(message.startsWith(`${address} holds `)).toBe(true);
      expect(message).toMatch(/(Correct|correct|Delete|Type) .*\.$/);
    }
    expect(plan.notes.join(' ')).toMatch(/5 rows are left out/);
    expect(plan.notes.join(' ')).toMatch(
      /1 weekly cost is less than nothing and counted as it stands/,
    );
  });
});

describe('the ten dearest placements of each year', () => {
  it('are ranked within their year, and are not for publication', async () => {
    const plan = planNamed(DEAREST, await sampleSheets())!;
    expect(cellsOf(plan, 'year').filter((year) => year === '2023/24')).toHaveLength(10);
    expect(plan.table.rows[10]).toEqual(['2023/24', 1, 'HC11', 14_300]);
    expect(plan.table.rows[19]).toEqual(['2023/24', 10, 'HC20', 7677.2]);
    expect(plan.publishable).toBe(false);
    expect(plan.notes.join(' ')).toMatch(/no column of placements/);
  });

  it('name the placement where the list does', () => {
    const plan = planNamed(DEAREST, {
      Panel: [
        [...HEADINGS, 'Placement type'],
        ['A1', '2023/24', 9000, 'Residential'],
        ['A2', '2023/24', 9500, ''],
      ],
    })!;
    expect(plan.table.rows).toEqual([
      ['2023/24', 1, 'A2', null, 9500],
      ['2023/24', 2, 'A1', 'Residential', 9000],
    ]);
  });

  it('rank equals by their reference, 2 before 10, and say who is left out at the tenth place', () => {
    const refs = ['C11', 'C2', 'C10', 'C9', 'C1', 'C3', 'C8', 'C4', 'C7', 'C5', 'C6', 'C12'];
    const listed = (order: string[]) => ({
      Panel: [HEADINGS, ...order.map((ref): CellValue[] => [ref, '2023/24', 9000])],
    });
    const plan = planNamed(DEAREST, listed(refs))!;
    expect(cellsOf(plan, 'reference')).toEqual([
      'C1',
      'C2',
      'C3',
      'C4',
      'C5',
      'C6',
      'C7',
      'C8',
      'C9',
      'C10',
    ]);
    expect(planNamed(DEAREST, listed([...refs].reverse()))!.table).toEqual(plan.table);
    expect(plan.notes).toContain(
      '2023/24: 2 young people more cost as much as the tenth and are not listed.',
    );
  });
});
