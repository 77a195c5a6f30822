import type { CellValue } from '../../src/domain/reading';
import type { Choices } from '../../src/commands/choices';
import { defaultTerms } from '../../src/reports/terms';
import { sampleSheets } from '../sampleWorkbook';
import { summaryOf } from './plansOf';

const ID = 'in-house-against-ifa';
type Sheets = Record<string, CellValue[][]>;

const planOf = (sheets: Sheets, choices: Partial<Choices> = {}) =>
  summaryOf(sheets, choices).summary.plans.find(({ id }) => id === ID);

const ROWS: CellValue[][] = [
  ['A1', 'In-house fostering', 400],
  ['A2', 'IFA', 700],
  ['A3', 'In-house fostering', 500],
  ['A4', 'Kinship foster care', 300],
  ['A5', 'Residential', 5000],
];

describe('in-house fostering against IFA', () => {
  it('is £288.46 a week and £15,000 a year on the sample, £225,000 for 15 families', async () => {
    const { summary } = summaryOf(await sampleSheets());
    const plan = summary.plans.find(({ id }) => id === ID)!;
    expect(plan.table.rows.map(([label, children]) => [label, children])).toEqual([
      ['In-house fostering', 180],
      ['IFA', 144],
      ['IFA less in-house, 15 new families', 15],
    ]);
    const [, , weekly, each, eachYear, year] = plan.table.rows.at(-1)!.map(Number);
    expect(each).toBeCloseTo(288.46, 2);
    expect(eachYear).toBeCloseTo(15_000, 1);
    expect(weekly).toBeCloseTo(15 * each!, 8);
    expect(year).toBeCloseTo(15 * eachYear!, 6);
    expect(plan.notes).toEqual(
      expect.arrayContaining([
        'A child with an IFA costs £288.46 a week more than one in-house, £15,000 a year.',
        expect.stringMatching(/^15 new families .* would save £225,000 a year/),
        expect.stringContaining('Kinship fostering 78'),
      ]),
    );
    const checks = summary.reconciliation.filter(({ table }) => table === plan.title);
    expect(checks.length).toBeGreaterThan(0);
    expect(checks.filter(({ status }) => status === 'fails')).toEqual([]);
  });

  it.each([
    ['Young person', 'Placement', 'Weekly cost'],
    ['LAC ID', 'Type of placement', 'Cost per week'],
    ['Client', 'Current placement', 'Placement cost p/w (gross)'],
  ])('is found under %s, %s, %s', (...headings) => {
    const plan = planOf({ List: [['Placements'], [], headings, ...ROWS, ['Total', '', 6900]] });
    expect(plan!.table.rows.map((row) => row.slice(1, 4))).toEqual([
      [2, 900, 450],
      [1, 700, 700],
      [15, 3750, 250],
    ]);
  });

  it('takes what the tracker says of now where there is no better list', () => {
    const sheets = {
      Tracker: [
        [
          'Ref',
          'Original placement',
          'Original weekly cost',
          'Current placement',
          'Weekly cost now',
        ],
        ['A1', 'IFA', 900, 'In-house fostering', 450],
        ['A2', 'Residential', 4000, 'IFA', 700],
        ['A3', 'IFA', 900, 'SGO', ''],
      ],
    };
    const plan = planOf(sheets);
    expect(plan!.table.rows.map((row) => row.slice(1, 4))).toEqual([
      [1, 450, 450],
      [1, 700, 700],
      [15, 3750, 250],
    ]);
    expect(plan!.notes.join(' ')).toContain('the tracker’s children stand for it');
    expect(plan!.notes.join(' ')).toContain('1 child whose care has ended, at £0.00 a week');
    expect(summaryOf(sheets).tracker.lists.flatMap(({ problems }) => problems)).toEqual([]);
  });

  it('is on the basis and for the families chosen', () => {
    const sheets = { List: [['Ref', 'Placement', 'Weekly cost'], ...ROWS] };
    const terms = { ...defaultTerms, newFamilies: 4 };
    const plan = planOf(sheets, { basis: '53', terms });
    expect(plan!.table.rows.at(-1)).toEqual([
      'IFA less in-house, 4 new families',
      4,
      1000,
      250,
      250 * 53,
      1000 * 53,
    ]);
    expect(plan!.notes.join(' ')).toContain('times 53');
  });

  it('says so where an IFA is the cheaper', () => {
    const sheets = { List: [['Ref', 'Placement', 'Weekly cost'], ...ROWS, ['A6', 'IFA', 100]] };
    expect(planOf(sheets)!.notes.join(' ')).toMatch(
      /£50\.00 a week less.*would cost £39,000 a year more/,
    );
  });

  it.each([
    ['in in-house fostering', 'IFA'],
    ['with an IFA', 'In-house fostering'],
  ])('states no difference where nobody is %s', (words, placement) => {
    const rows: CellValue[][] = [
      ['A1', placement, 400],
      ['A2', placement, 500],
      ['A3', 'Residential', 5000],
    ];
    const plan = planOf({ List: [['Ref', 'Placement', 'Weekly cost'], ...rows] });
    expect(plan!.table.rows).toHaveLength(2);
    expect(plan!.table.rows.flat()).toContain(null);
    expect(plan!.notes.join(' ')).toMatch(
      new RegExp(`No child is ${words}, .* no difference to work out`),
    );
  });
});
