import type { Choices } from '../../src/commands/choices';
import { roundPence } from '../../src/domain/money';
import type { CellValue } from '../../src/domain/reading';
import type { SheetPlan } from '../../src/reports/plan';
import { dataRows } from '../csvRows';
import { plansOf } from './plansOf';

type Rows = CellValue[][];

/** The two reports of a workbook with these sheets. */
function reportsOf(sheets: Record<string, Rows>, choices?: Partial<Choices>) {
  const plans = plansOf(sheets, choices);
  const plan = (id: string): SheetPlan => plans.find((each) => each.id === id)!;
  return { cohorts: plan('in-year-cohorts'), reasons: plan('in-year-reasons') };
}

const toPence = ({ table }: SheetPlan) =>
  table.rows.map((cells) =>
    cells.map((cell) => (typeof cell === 'number' ? roundPence(cell) : cell)),
  );
const headings = ({ table }: SheetPlan) => table.columns.map(({ heading }) => heading);

describe('the in-year and the full-year difference', () => {
  it('are, for the sample, those of its 48 dates of change', () => {
    const { cohorts, reasons } = reportsOf(
      { Tracker: dataRows('impower-cohorts.csv') },
      { asAt: '2024-12-03' },
    );
    expect(headings(cohorts)).toEqual([
      'Cohort',
      'Young people',
      'Without a date',
      'Difference a week',
      'Difference in 2024/25',
      'Full year of those with a date (x 52)',
      'Full year of all (x 52)',
    ]);
    // The dated rows of the CSV file added up apart: 48 of them, £19,987.17 a week less.
    const total = ['Total', 103, 55, -14724.86, -351956.69, -1039332.84, -765692.72];
    expect(toPence(cohorts).at(-1)).toEqual(total);
    expect(toPence(reasons).at(-1)).toEqual(total);
    expect(toPence(cohorts).map(([cohort, youngPeople]) => [cohort, youngPeople])).toEqual([
      ['Cohort 1', 57],
      ['Cohort 2', 46],
      ['Total', 103],
    ]);
    expect(cohorts.notes).toEqual(
      expect.arrayContaining([
        '2024/25 holds the weekly difference for the days from the date of change to 31 March 2025, both included, by sevenths of a week.',
        '14 young people changed before 1 April 2024 and count for all 365 days of 2024/25; a change after 31 March 2025 counts for none.',
        '55 young people without a date that can be read stand for +£5,262.31 a week.',
        'That is in the difference a week and in the full year of all, and not in 2024/25.',
      ]),
    );
  });

  it('follow the signs, the year and the basis of a tracker with typed dates and no cohorts', () => {
    const rows: Rows = [
      ['Child ID', 'Baseline £/wk', 'Now £/wk', 'Effective from', 'End date'],
      ['a', '£6,000.00', '£1,000.00', '8th January 2025', ''],
      ['b', 700, '', '', '01/03/2025'],
      ['c', 500, 640, '31/02/2025', ''],
    ];
    const { cohorts } = reportsOf(
      { 'Resi list': rows },
      { asAt: '2025-03-10', basis: '2024/25', signs: 'brackets' },
    );
    // a: 5,000 x 83 / 7; b: 700 x 31 / 7; a year is 365 / 7 weeks; c's date never was.
    expect(toPence(cohorts)).toEqual(
      ['All young people', 'Total'].map((label) => [
        label,
        ...[3, 1, -5560, -62385.71, -297214.29, -289914.29],
      ]),
    );
    expect(headings(cohorts).at(-1)).toBe('Full year of all (2024/25)');
    expect(cohorts.notes.join(' ')).toMatch(
      /1 young person without a date that can be read stands for £140\.00 a week/,
    );
  });

  it('say that everybody has a date, and nobody changed before, in a tracker over two sheets', () => {
    const HEADINGS = ['YP', 'Group', 'Weekly cost before', 'Weekly cost after', 'Date of move'];
    const { cohorts, reasons } = reportsOf(
      {
        North: [HEADINGS, ['n1', 'North', 100, 30, '2023-05-06'], ['n2', 'North', 10, 17, 45055]],
        South: [HEADINGS, ['s1', 'South', 70, 0, '31/03/2024']],
      },
      { asAt: '2024-03-31' },
    );
    // 2023/24: from 6 May 331 days; serial 45055 is 9 May 2023, 328 days; the last day alone.
    expect(toPence(cohorts)).toEqual([
      ['North', 2, 0, -63, -2982, -3276, -3276],
      ['South', 1, 0, -70, -10, -3640, -3640],
      ['Total', 3, 0, -133, -2992, -6916, -6916],
    ]);
    expect(reasons.notes).toEqual(
      expect.arrayContaining([
        'Everybody has a date of change.',
        expect.stringContaining('Nobody changed before 1 April 2023;'),
      ]),
    );
  });

  it('have as many notes whatever they say', () => {
    const HEADINGS = ['Ref', 'Original weekly cost', 'Current weekly cost', 'Date of change'];
    const counts = [[], [['a', 1, 2, '']], [['a', 1, 2, '01/01/2020']]].map((rows) => {
      const { cohorts, reasons } = reportsOf({ T: [HEADINGS, ...rows, ['z', 1, 2, '01/06/2024']] });
      return [cohorts.notes.length, reasons.notes.length];
    });
    expect(new Set(counts.map(String)).size).toBe(1);
  });
});
