import fc from 'fast-check';
import { allProblems } from '../../src/commands/allProblems';
import { populationChanges } from '../../src/domain/populationChange';
import type { CellValue } from '../../src/domain/reading';
import { displayCell } from '../../src/reports/display';
import { sampleSheets } from '../sampleWorkbook';
import { summaryOf } from './plansOf';

const ID = 'children-looked-after';

type Sheets = Record<string, CellValue[][]>;

const planOf = (sheets: Sheets) => summaryOf(sheets).summary.plans.find(({ id }) => id === ID);

describe('children looked after', () => {
  it('go from 630 to 599, from 375 to 510 and from 510 to 533 in the sample', async () => {
    const { summary } = summaryOf(await sampleSheets());
    const plan = summary.plans.find(({ id }) => id === ID)!;
    const shown = plan.table.rows.map((row) =>
      row.map((cell, i) => displayCell(cell, plan.table.columns[i]!.format, 'minus')),
    );
    expect(shown).toEqual([
      ['Leicestershire', '31/03/2012', '31/03/2017', '375', '510', '135', '36.0%'],
      ['Leicestershire', '31/03/2017', '25/08/2017', '510', '533', '23', '4.5%'],
      ['Leicester', '31/03/2023', '31/03/2024', '630', '599', '-31', '-4.9%'],
    ]);
    expect(plan.publishable).toBe(true);
    expect(
      summary.reconciliation.filter(
        ({ table, status }) => table === plan.title && status === 'fails',
      ),
    ).toEqual([]);
    for (const note of plan.notes) expect(note.length).toBeLessThanOrEqual(130);
  });

  it.each([
    ['Local authority', 'As at', 'Number of CLA', 'Rate per 10,000'],
    ['Council', 'Census date', 'No. of LAC', 'Of which UASC'],
    ['Region', 'Snapshot date', 'Headcount', 'Change'],
  ])('are found under %s, %s, %s beside %s', (authority, date, children, other) => {
    const plan = planOf({
      Trend: [
        ['Children in care over time'],
        [],
        [other, date, children, authority],
        [60, '31/03/2024', 120, 'Fenland'],
        [61, '31/03/2023', '1,100', 'Fenland'],
        ['Total', '', 1220, ''],
        ['Source: our own returns'],
      ],
    });
    expect(plan!.table.rows).toEqual([
      ['Fenland', '31/03/2023', '31/03/2024', 1100, 120, -980, -980 / 1100],
    ]);
  });

  it('are found without an authority, whose name is then that of the wording', () => {
    const sheets = {
      Trend: [
        ['Month', 'Children looked after'],
        ['30/04/2024', 100],
        ['31/05/2024', 90],
      ],
    };
    expect(planOf(sheets)!.table.rows[0]![0]).toBe('Not stated');
    const { summary } = summaryOf(sheets, { wording: { authority: 'Fenland' } });
    expect(summary.plans.find(({ id }) => id === ID)!.table.rows[0]![0]).toBe('Fenland');
  });

  it('are of the authority above where a merged cell names it once', () => {
    const plan = planOf({
      Trend: [
        ['Authority', 'Date', 'Children'],
        ['Fenland', '31/03/2022', 10],
        ['', '31/03/2023', 20],
        ['Mereshire', '31/03/2022', 8],
        ['', '31/03/2023', 6],
      ],
    });
    expect(plan!.table.rows.map((row) => [row[0], row[5]])).toEqual([
      ['Fenland', 10],
      ['Mereshire', -2],
    ]);
  });

  it('have no percentage from 0, and no change from one date, both said', () => {
    const plan = planOf({
      Trend: [
        ['Authority', 'Date', 'Children'],
        ['Fenland', '31/03/2022', 0],
        ['Fenland', '31/03/2023', 4],
        ['Mereshire', '31/03/2023', 9],
      ],
    })!;
    expect(plan.table.rows).toEqual([['Fenland', '31/03/2022', '31/03/2023', 0, 4, 4, null]]);
    expect(plan.notes).toContain(
      'Fenland had no children on 31 March 2022: from 0 there is no percentage, so the cell is empty.',
    );
    expect(plan.notes).toContain('Mereshire has one date alone, so it has no change.');
  });

  it('leave out what cannot be so, with the cell and what to do', () => {
    const read = summaryOf({
      Trend: [
        ['Authority', 'Date', 'Children'],
        ['Fenland', '31/03/2022', 10],
        ['Fenland', '31/03/2023', 20],
        ['Fenland', '31/03/2023', 21],
        ['Fenland', '31/03/1924', 30],
        ['Fenland', '31/02/2024', 30],
        ['Fenland', '31/03/2024', -1],
        ['Fenland', '01/04/2024', 'about 20'],
        ['Fenland', '30/06/2030', 25],
        ['Fenland', '', 25],
        ['Fenland', '30/06/2031', 25],
      ],
    });
    const plan = read.summary.plans.find(({ id }) => id === ID)!;
    expect(plan.table.rows.map((row) => row.slice(1, 5))).toEqual([
      ['31/03/2022', '31/03/2023', 10, 20],
      ['31/03/2023', '30/06/2030', 20, 25],
      ['30/06/2030', '30/06/2031', 25, 25],
    ]);
    const problems = allProblems(read);
    expect(problems.map(({ address }) => address)).toEqual([
      'Trend!B6',
      'Trend!C7',
      'Trend!C8',
      'Trend!B10',
      'Trend!C4',
      'Trend!B5',
    ]);
    for (const { address, message } of problems) {
      expect(message.startsWith(address)).toBe(true);
      expect(message).toMatch(/[.]$/);
    }
    expect(plan.notes).toContain('2 dated counts dated after the position are taken as listed.');
  });

  it('say so where no two dates are left, and show the cell to correct', () => {
    const read = summaryOf({
      Trend: [
        ['Authority', 'Date', 'Children'],
        ['Fenland', '31/03/1924', 10],
        ['Fenland', '31/03/2023', 20],
      ],
    });
    const plan = read.summary.plans.find(({ id }) => id === ID)!;
    expect(plan.table.rows).toEqual([['None', 'None', 'None', null, null, null, null]]);
    expect(plan.notes).toContain(
      'No authority has two dates that can be used, so there is no change to show and its cells are empty.',
    );
    expect(allProblems(read).map(({ address }) => address)).toEqual(['Trend!B2']);
  });

  it('are not read from counts of parts of the children', () => {
    const parts = ['Residential', 'IFA', 'In-house'].flatMap((placement): CellValue[][] => [
      [placement, '31/03/2023', 10],
      [placement, '31/03/2024', 12],
    ]);
    expect(planOf({ Mix: [['Placement', 'Date', 'Number of children'], ...parts] })).toBe(
      undefined,
    );
  });
});

describe('changes between dates', () => {
  const DAY = 86_400_000;
  const dated = fc.uniqueArray(fc.integer({ min: 0, max: 9000 }), { minLength: 2, maxLength: 12 });

  it('add up to the last count less the first, whatever the order of the rows', () => {
    fc.assert(
      fc.property(
        dated,
        fc.array(fc.nat(2000), { minLength: 12, maxLength: 12 }),
        (days, counts) => {
          const rows = days.map((day, i) => ({
            authority: 'Fenland',
            date: new Date(Date.UTC(2000, 0, 1) + day * DAY).toISOString().slice(0, 10),
            children: counts[i]!,
            at: { authority: `T!A${i + 2}`, date: `T!B${i + 2}`, children: `T!C${i + 2}` },
          }));
          const { changes, problems } = populationChanges(rows, '2025-01-31');
          const inOrder = [...rows].sort((one, other) => one.date.localeCompare(other.date));
          expect(problems).toEqual([]);
          expect(changes).toHaveLength(rows.length - 1);
          expect(changes.reduce((sum, { change }) => sum + change, 0)).toBe(
            inOrder.at(-1)!.children - inOrder[0]!.children,
          );
          for (const { before, after, share } of changes) {
            if (before === 0) expect(share).toBe(undefined);
            else expect(before * (1 + share!)).toBeCloseTo(after, 6);
          }
        },
      ),
    );
  });
});
