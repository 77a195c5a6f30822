import type { CellValue } from '../../src/domain/reading';
import { allProblems } from '../../src/commands/allProblems';
import { proofread } from '../../src/domain/reconcile/proofread';
import { ownTables } from '../../src/reports/ownTables';
import { sampleSheets } from '../sampleWorkbook';
import { summaryOf } from './plansOf';

const ID = 'joint-funding';
type Sheets = Record<string, CellValue[][]>;

const planOf = (sheets: Sheets) => summaryOf(sheets).summary.plans.find(({ id }) => id === ID);

/** Gross, health, education and social care, by the first column. */
const amountsOf = (sheets: Sheets): Record<string, CellValue[]> =>
  Object.fromEntries(
    planOf(sheets)!.table.rows.map((row) => [String(row[0]), row.slice(3) as CellValue[]]),
  );

describe('joint funding', () => {
  it('adds up to the gross cost by child and in all in the sample', async () => {
    const sheets = await sampleSheets();
    const { summary } = summaryOf(sheets);
    const plan = summary.plans.find(({ id }) => id === ID)!;
    expect(plan.publishable).toBe(false);
    for (const row of plan.table.rows) {
      const [gross, health, education, net] = row.slice(3).map(Number);
      expect(health! + education! + net!).toBeCloseTo(gross!, 6);
    }
    const listed = sheets.Sufficiency!.slice(1);
    const total = (of: (row: CellValue[]) => number): number =>
      listed.reduce((all, row) => all + of(row), 0);
    expect(plan.table.rows).toHaveLength(listed.filter((row) => row[7] || row[8]).length + 2);
    const [gross, health, education] = plan.table.rows.at(-1)!.slice(3).map(Number);
    expect(gross).toBeCloseTo(
      total((row) => Number(row[5])),
      6,
    );
    const percent = Math.max(...listed.map((row) => Number(row[7]))) > 1 ? 100 : 1;
    expect(health).toBeCloseTo(
      total((row) => (Number(row[5]) * Number(row[7])) / percent),
      6,
    );
    expect(education).toBeCloseTo(
      total((row) => (Number(row[5]) * Number(row[8])) / percent),
      6,
    );
    const { checks } = proofread(ownTables([plan]));
    expect(checks.length).toBeGreaterThan(0);
    expect(checks.filter(({ status }) => status === 'fails')).toEqual([]);
  });

  it.each<[string, CellValue[], CellValue[]]>([
    [
      'shares',
      ['Child ref', 'Placement', 'Weekly cost', 'Health share', 'Education share'],
      [0.25, 0.1],
    ],
    ['per cents', ['LAC ID', 'Placement type', '£ pw', 'ICB %', 'Education %'], [25, 10]],
    [
      'typed per cents',
      ['Ref', 'Provision', 'Cost/week', 'CCG contribution', 'SEN contribution'],
      ['25%', '10%'],
    ],
    [
      'pounds a week',
      ['Ref', 'Placement', 'Gross weekly cost', 'Health (£/wk)', 'Education (£/wk)'],
      [250, 100],
    ],
    [
      'typed pounds',
      ['Ref', 'Placement', 'Weekly cost', 'Health contribution', 'Education contribution'],
      ['£250 pw', '£100 pw'],
    ],
    [
      'bare pounds',
      ['Ref', 'Placement', 'Weekly cost', 'Health contribution', 'Education funding'],
      [250, 110],
    ],
  ])('is read from %s', (_, headings, [health, education]) => {
    const amounts = amountsOf({
      Snapshot: [
        ['Jointly funded placements'],
        [],
        headings,
        ['LC1', 'Residential', 1000, health!, education!],
        ['LC2', 'Residential', 500, 0, 0],
        ['LC3', 'IFA', 700, '', ''],
        ['Total', '', 2200, '', ''],
      ],
    });
    const [gross, fromHealth, fromEducation, net] = amounts.LC1!.map(Number);
    expect(gross).toBe(1000);
    expect(fromHealth).toBeCloseTo(250, 8);
    expect(fromEducation).toBeCloseTo(education === 110 ? 110 : 100, 8);
    expect(net).toBeCloseTo(education === 110 ? 640 : 650, 8);
    expect(amounts['2 children with none']).toEqual([1200, 0, 0, 1200]);
    expect(amounts.Total![0]).toBe(2200);
  });

  it('lists shares that pass 100%, and leaves all of that cost to social care', () => {
    const sheets = {
      Snapshot: [
        ['Child ref', 'Placement', 'Weekly cost', 'Health share', 'Education share'],
        ['LC1', 'Residential', 1000, '70%', '40%'],
        ['LC2', 'Residential', 1000, '120%', ''],
        ['LC3', 'Residential', 1000, '60%', '40%'],
        ['LC4', 'Residential', 1000, '-5%', ''],
        ['LC5', 'Residential', 1000, 'some', ''],
      ],
    };
    expect(amountsOf(sheets)).toMatchObject({
      LC1: [1000, 0, 0, 1000],
      LC2: [1000, 0, 0, 1000],
      LC3: [1000, 600, 400, 0],
      '2 children with none': [2000, 0, 0, 2000],
      Total: [5000, 600, 400, 4000],
    });
    const problems = allProblems(summaryOf(sheets));
    expect(problems.map(({ address, ref }) => [address, ref])).toEqual([
      ['Snapshot!D5', 'LC4'],
      ['Snapshot!D6', 'LC5'],
      ['Snapshot!D2', 'LC1'],
      ['Snapshot!D3', 'LC2'],
    ]);
    expect(problems.at(-1)!.message).toMatch(/^Snapshot!D3 .*100%.*social care’s\.$/);
    expect(planOf(sheets)!.notes.join(' ')).toContain('2 children whose contributions pass 100%');
  });

  it('lists pounds that pass the cost or are below nothing, and a share that says another thing', () => {
    const sheets = {
      Snapshot: [
        ['Ref', 'Placement', 'Weekly cost', 'Health £ per week', 'Health %'],
        ['LC1', 'Residential', 1000, 1200, ''],
        ['LC2', 'Residential', 1000, -250, ''],
        ['LC3', 'Residential', 1000, 250, 0.25],
        ['LC4', 'Residential', 1000, 300, 0.25],
      ],
    };
    expect(amountsOf(sheets)).toMatchObject({
      LC1: [1000, 0, 0, 1000],
      LC2: [1000, 0, 0, 1000],
      LC3: [1000, 250, 0, 750],
      LC4: [1000, 300, 0, 700],
    });
    expect(allProblems(summaryOf(sheets)).map(({ address }) => address)).toEqual([
      'Snapshot!D2',
      'Snapshot!D3',
      'Snapshot!D5',
    ]);
  });

  it('is not offered where no column says what others contribute', () => {
    const sheets = {
      Snapshot: [
        ['Ref', 'Placement', 'Weekly cost', 'Mental health', 'NHS number', 'Health plan date'],
        ['LC1', 'Residential', 1000, 'Yes', 4010232137, '01/02/2024'],
        ['LC2', 'Residential', 1000, 'No', 4010232138, '01/02/2024'],
      ],
    };
    expect(planOf(sheets)).toBeUndefined();
  });
});
