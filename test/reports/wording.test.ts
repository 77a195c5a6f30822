import { format } from 'numfmt';
import type { Choices } from '../../src/commands/choices';
import { VERSION } from '../../src/commands/version';
import type { CellValue } from '../../src/domain/reading';
import { writtenAt } from '../../src/reports/cover';
import { displayCell, numberFormat } from '../../src/reports/display';
import type { SheetPlan } from '../../src/reports/plan';
import { plainText } from '../../src/reports/plainText';
import { dataRows } from '../csvRows';
import { plansOf } from './plansOf';

const SAMPLE: Record<string, CellValue[][]> = { 'Tracker 24-25': dataRows('impower-cohorts.csv') };
const SMALL: Record<string, CellValue[][]> = {
  North: [
    ['YP', 'Group', 'Weekly cost before', 'Weekly cost after', 'Name'],
    ['n1', 'A', 100, 30, 'Ann Example'],
    ['n2', 'A', 'tbc', 30, 'Bob Example'],
  ],
  South: [
    ['YP', 'Group', 'Weekly cost before', 'Weekly cost after', 'Name'],
    ['s1', 'B', 10, 17, 'Cat Example'],
  ],
};
const WORDED = {
  title: 'Appendix B: placement costs',
  authority: 'Leicestershire County Council',
  committee: 'Children’s Scrutiny Committee',
  meeting: '2025-01-14',
};

const appendixOf = (sheets: Record<string, CellValue[][]>, choices?: Partial<Choices>) =>
  plansOf(sheets, { asAt: '2024-12-03', ...choices });
const items = ({ table }: SheetPlan) =>
  Object.fromEntries(table.rows as [string, string][]) as Record<string, string>;

describe('the wording of the appendix', () => {
  it.each([
    ['the sample', SAMPLE],
    ['a tracker over two sheets', SMALL],
  ])('stands on every sheet of %s', (_, sheets) => {
    const [cover, ...others] = appendixOf(sheets, { wording: WORDED });
    expect(cover).toMatchObject({
      id: 'cover',
      title: 'Appendix B: placement costs',
      publishable: true,
      notes: [
        'Leicestershire County Council',
        'Children’s Scrutiny Committee',
        'Meeting of 14 January 2025',
        'Period 9, 2024/25',
      ],
    });
    expect(others.length).toBeGreaterThan(7);
    for (const { notes } of others) {
      expect(notes[0]).toBe(
        'Appendix B: placement costs · Leicestershire County Council · Children’s Scrutiny Committee · Meeting of 14 January 2025 · Period 9, 2024/25',
      );
    }
  });

  it('leaves no trace where nothing is entered, but for the period of the as-at date', () => {
    const plans = appendixOf(SAMPLE, { asAt: '2025-03-31' });
    expect(plans[0]).toMatchObject({
      title: 'Placement costs: cohorts, opportunities and reasons',
      notes: ['Period 12, 2024/25'],
    });
    expect(plans.every(({ notes }) => notes[0] === 'Period 12, 2024/25')).toBe(true);
    const [, cohorts] = appendixOf(SAMPLE, { wording: { period: 'Quarter 3' } });
    expect(cohorts!.notes[0]).toBe('Quarter 3');
  });

  it('does not move a table, whatever is entered', () => {
    const [, ...worded] = appendixOf(SAMPLE, { wording: WORDED });
    const [, ...plain] = appendixOf(SAMPLE);
    expect(worded.map(({ notes }) => notes.length)).toEqual(plain.map(({ notes }) => notes.length));
  });
});

describe('the cover', () => {
  it('says where the figures come from, when and by what they were written', () => {
    const [cover] = appendixOf(SAMPLE, { signs: 'brackets', basis: '365/7' });
    expect(items(writtenAt(cover!, '2024-12-04T09:05'))).toEqual({
      Source: "'Tracker 24-25'!A1:O104",
      'Position at': '3 December 2024',
      'Financial year': '2024/25',
      'Weeks in a year': 'x 365/7',
      'Smallest change that counts': 'More than £3.00 a week at the same placement',
      'A saving of £45 is shown as': '(£45.00)',
      Counted: '103 young people',
      'Rows left out': 'None',
      'Cells to look at': 'None',
      'Reasons to be reviewed': expect.stringMatching(/^\d+, listed in the add-in’s pane$|^None$/),
      Written: '4 December 2024 at 09:05',
      'Version of the add-in': VERSION,
    });
    expect(items(cover!).Written).toBe('Not yet');
    expect(VERSION).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('counts what is left out of a tracker over two sheets, and names no young person', () => {
    const [cover] = appendixOf(SMALL);
    expect(items(cover!)).toMatchObject({
      Source: 'North!A1:E3 and South!A1:E2',
      Counted: '2 young people',
      'Rows left out': '1, because a cost cannot be read',
    });
    expect(plainText(cover!, 'minus')).not.toMatch(/Example|\bn1\b|\bs1\b/);
  });
});

describe('signs, pounds and thousands', () => {
  it('are as in the paper, in Excel as in text', () => {
    const cohorts = appendixOf(SAMPLE)[1]!;
    const shown = cohorts.table.columns.map(({ format: kind }, column) =>
      [0, 1].map((row) => {
        const value = cohorts.table.rows[row]![column]!;
        const excel = typeof value === 'number' && format(numberFormat(kind, 'minus'), value);
        const text = displayCell(value, kind, 'minus');
        if (excel !== false) expect(excel).toBe(text);
        return text;
      }),
    );
    expect(shown[2]).toEqual(['£183,523.64', '£53,632.25']);
    expect(shown[4]).toEqual(['-£32,288.74', '+£17,563.88']);
  });

  it.each([
    ['minus', /^(\+|-)?£[\d,]+\.\d\d$/],
    ['brackets', /^(£[\d,]+\.\d\d|\(£[\d,]+\.\d\d\))$/],
    ['favourable', /^£[\d,]+\.\d\d( favourable| adverse)?$/],
  ] as const)('are as chosen in every difference of every sheet: %s', (signs, look) => {
    for (const { id, table } of appendixOf(SAMPLE, { signs })) {
      // Its differences are of people as well as of money.
      if (id === 'reconciliation') continue;
      const differences = table.columns.flatMap(({ format: kind, heading }, i) =>
        /difference|full year/i.test(heading) ? [{ kind, i }] : [],
      );
      for (const { kind, i } of differences) {
        expect([id, kind]).toEqual([id, 'change']);
        for (const row of table.rows) {
          const value = row[i]!;
          expect(displayCell(value, kind, signs)).toMatch(look);
          expect(
            format(numberFormat(kind, signs), Number(value), { locale: 'en-GB' }).trim(),
          ).toMatch(look);
        }
      }
    }
  });
});
