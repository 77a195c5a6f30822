import fc from 'fast-check';
import type { PeopleGroup } from '../../src/domain/disclosure/peopleGroup';
import type { CellValue } from '../../src/domain/reading';
import { LIST_REPORTS } from '../../src/reports';
import type { SheetPlan } from '../../src/reports/plan';
import { inWorkbook, stating } from '../../src/reports/planNote';
import { ALL, inPlaces, ofRows, toPublish } from '../../src/reports/publication';
import { publish, type Published } from '../../src/reports/publish';
import { HIDDEN } from '../../src/domain/disclosure/hidden';
import { sampleSheets } from '../sampleWorkbook';
import { summaryOf } from './plansOf';

const published = (
  sheets: Record<string, CellValue[][]>,
  threshold = 5,
): Published & { plans: SheetPlan[] } => {
  const { plans, front } = summaryOf(sheets).summary;
  return { plans, ...publish(plans, front, { threshold, signs: 'minus' }) };
};

const front = { title: 'Title', lines: ['Leicester'], about: [] };

interface Row {
  name: string;
  people: number;
}

/** A ranked table of young people by name, with a total. */
function planOf(rows: readonly Row[]): SheetPlan {
  const all = rows.reduce((sum, { people }) => sum + people, 0);
  const group = (by: string, names: string[], people: number): PeopleGroup =>
    inPlaces(
      'these',
      by,
      names.map((name) => [name]),
      people,
    );
  return {
    id: 'these',
    sheet: 'These',
    title: 'These',
    ...toPublish({
      notes: [
        'A method.',
        inWorkbook("Source: 'Tracker'!A1:B9.", 'A source.'),
        inWorkbook('The pane lists each.'),
        stating([0], `The first has ${rows[0]?.people}.`),
      ],
      people: ofRows([
        ...rows.map(({ name, people }) => group('name', [name], people)),
        group(
          ALL,
          rows.map(({ name }) => name),
          all,
        ),
      ]),
      ranked: { within: 0 },
    }),
    table: {
      name: 'These',
      columns: [
        { key: 'name', heading: 'Name', format: 'text' },
        { key: 'people', heading: 'Young people', format: 'count' },
      ],
      rows: [...rows.map(({ name, people }) => [name, people]), ['Total', all]],
    },
    total: true,
  };
}

const copyOf = (rows: readonly Row[], threshold = 5) =>
  publish([planOf(rows)], front, { threshold, signs: 'minus' });

describe('what is published', () => {
  it('has every plan that may be, without those that name young people', async () => {
    const { plans, appendix, kept } = published(await sampleSheets());
    const names = (wanted: boolean) =>
      plans.filter(({ publication }) => (publication !== undefined) === wanted);
    expect(appendix.plans.map(({ id }) => id)).toEqual(names(true).map(({ id }) => id));
    // The copy has a cover of its own.
    expect(names(false).map(({ sheet }) => sheet)).toEqual(['Cover', ...kept]);
    expect(kept).toEqual([
      'Change reasons',
      'Ten dearest placements',
      'Need and cost',
      'Joint funding by child',
      'Reconciliation',
    ]);
    expect(appendix.plans.length + 3).toBeGreaterThan(LIST_REPORTS.length);
  });

  it('says nothing of where the figures lie in the workbook', async () => {
    const { appendix } = published(await sampleSheets());
    const text = JSON.stringify(appendix);
    expect(text).not.toMatch(/![$A-Z]/);
    expect(text).not.toMatch(/\bpane\b/);
  });

  it('shows no count from 1 to the threshold, and every count of nobody', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 9 }),
        (counts, threshold) => {
          const rows = counts.map((people, i) => ({ name: `Row ${i}`, people }));
          const [plan] = copyOf(rows, threshold).appendix.plans;
          const cells = plan!.table.rows.map(([, people]) => people!);
          for (const cell of cells) {
            if (typeof cell === 'number') expect(cell === 0 || cell > threshold).toBe(true);
            else expect(cell).toBe(HIDDEN);
          }
          const zeros = (all: readonly unknown[]) => all.filter((cell) => cell === 0).length;
          const total = counts.every((count) => count === 0) ? 1 : 0;
          expect(zeros(cells)).toBe(zeros(counts) + total);
        },
      ),
    );
  });

  it('hides no total that the rows above it add up to', async () => {
    for (const threshold of [2, 5, 9]) {
      const { appendix } = published(await sampleSheets(), threshold);
      const open = appendix.plans
        .filter(({ total }) => total)
        .flatMap(({ sheet, table: { columns, rows } }) =>
          columns
            .filter(({ format, heading }) => format !== 'percent' && !/average/i.test(heading))
            .map(({ heading }) => ({
              sheet,
              heading,
              at: columns.findIndex((c) => c.heading === heading),
            }))
            .filter(({ at }) => rows.at(-1)![at] === HIDDEN)
            .filter(({ at }) => rows.slice(0, -1).every((row) => row[at] !== HIDDEN)),
        );
      expect(open).toEqual([]);
    }
  });

  it('hides nothing at a threshold of 0', async () => {
    const { appendix, hidden } = published(await sampleSheets(), 0);
    expect(hidden).toEqual([]);
    expect(JSON.stringify(appendix.plans)).not.toContain(HIDDEN);
    expect(appendix.disclosure).toEqual([
      'No figure is hidden, however few young people it is of.',
    ]);
  });

  it('puts rows that are hidden last, by their names, so that their order tells nothing', () => {
    const { appendix } = copyOf([
      { name: 'Most', people: 30 },
      { name: 'Zeta', people: 4 },
      { name: 'Alpha', people: 3 },
      { name: 'None', people: 0 },
    ]);
    expect(appendix.plans[0]!.table.rows.map(([name]) => name)).toEqual([
      'Most',
      'None',
      'Alpha',
      'Zeta',
      'Total',
    ]);
  });

  it('has the notes that a reader can use, and none that states what is hidden', () => {
    const shown = copyOf([{ name: 'A', people: 20 }]).appendix.plans[0]!;
    expect(shown.notes).toEqual(['A method.', 'A source.', 'The first has 20.']);
    const hidden = copyOf([
      { name: 'A', people: 2 },
      { name: 'B', people: 20 },
      { name: 'C', people: 30 },
    ]).appendix.plans[0]!;
    expect(hidden.notes).toEqual(['A method.', 'A source.']);
  });

  it('says so where nobody is left', () => {
    const { appendix, hidden } = copyOf([{ name: 'Cohort 1', people: 3 }]);
    expect(appendix.plans[0]!.table.rows).toEqual([
      ['Cohort 1', HIDDEN],
      ['Total', HIDDEN],
    ]);
    expect(hidden).toHaveLength(2);
    expect(appendix.disclosure.join(' ')).toContain('shown as [c]');
  });

  it('leaves a chart of what is shown, and none where nothing is', () => {
    const charted = (rows: readonly Row[]) =>
      publish(
        [
          {
            ...planOf(rows),
            chart: {
              title: 'People',
              sentences: ['Zeta has 4.'],
              labels: 'name',
              values: 'people',
            },
          },
        ],
        front,
        { threshold: 5, signs: 'minus' },
      ).appendix.plans[0]!.chart;
    const rows = [
      { name: 'Most', people: 30 },
      { name: 'Next', people: 20 },
      { name: 'Zeta', people: 4 },
      { name: 'Alpha', people: 3 },
    ];
    expect(charted(rows)).toMatchObject({
      bars: expect.arrayContaining([{ label: 'Most', value: 30 }]),
      sentences: [
        'The largest ‘Young people’, of the rows that are not hidden: Most, 30; then Next, 20.',
      ],
    });
    expect(charted(rows.slice(1))).toBeUndefined();
    expect(charted(rows.slice(2))).toBeUndefined();
    expect(charted(rows.slice(1))).toBeUndefined();
  });

  it.each([-1, 10, 2.5])('refuses %d as a threshold', (threshold) => {
    expect(() => copyOf([{ name: 'A', people: 2 }], threshold)).toThrow(RangeError);
  });
});
