import fc from 'fast-check';
import { defaultChoices, type Choices } from '../../src/commands/choices';
import { summarise, type Summary } from '../../src/commands/summarise';
import type { CellValue } from '../../src/domain/reading';
import { isCounted, type Decision, type LedgerEntry } from '../../src/domain/ledger';
import { LIST_REPORTS } from '../../src/reports';
import { figureBehind, type FigureBehind } from '../../src/reports/figureBehind';
import type { SheetPlan } from '../../src/reports/plan';
import type { Tracker } from '../../src/workbook/tracker';
import { dataRows } from '../csvRows';
import { sheet, workbookOf } from '../workbook/sheets';

const summaryOf = (
  rows: readonly (readonly CellValue[])[],
  choices: Partial<Choices> = {},
  decisions: Decision[] = [],
): Summary => {
  const tracker: Tracker = { ...workbookOf([sheet('Tracker', rows)]), decisions };
  // Reports on other lists have nobody behind their figures yet.
  const without = LIST_REPORTS.map(({ id }) => id);
  return summarise(tracker, { ...defaultChoices, ...choices, without }, '2024-12-03');
};

const sample = summaryOf(dataRows('impower-cohorts.csv').map((row) => row.map(typed)));

/** Amounts as Excel holds them. */
function typed(text: string): CellValue {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** Every figure of a plan with what is behind it. */
function figuresOf(plan: SheetPlan): { place: number; key: string; behind: FigureBehind }[] {
  const figures: ReturnType<typeof figuresOf> = [];
  plan.table.rows.forEach((row, place) =>
    plan.table.columns.forEach(({ key, format }, column) => {
      const cell = row[column];
      // How sure a reason is was worked out of no amounts.
      if (typeof cell !== 'number' || format === 'percent') return;
      const behind = figureBehind(plan, place, key, cell, 'minus');
      expect(behind).toBeDefined();
      figures.push({ place, key, behind: behind! });
    }),
  );
  return figures;
}

const difference = (entries: readonly LedgerEntry[]): number =>
  entries.reduce((sum, { original = 0, current = 0 }) => sum + current - original, 0);

/** Every figure is cast to, and the rows share their total's young people out, each once. */
function expectToCast({ plans, ledger }: Summary): void {
  const counted = ledger.filter(isCounted);
  for (const plan of plans) {
    const figures = figuresOf(plan);
    for (const { key, place, behind } of figures) {
      expect([plan.id, place, key, behind.cast?.casts]).toEqual([plan.id, place, key, true]);
      expect(behind.sentences.join(' ')).not.toMatch(/does not cast|The sheet|undefined|NaN/);
      if (key === 'youngPeople') expect(behind.entries).toHaveLength(behind.cast!.figure);
      if (key === 'difference') {
        expect(difference(behind.entries)).toBeCloseTo(behind.cast!.figure, 6);
      }
    }
    const rows = new Map(figures.map(({ place, behind }) => [place, behind.entries]));
    const total = plan.total ? rows.get(plan.table.rows.length - 1)! : undefined;
    const shared = [...rows].filter(([, entries]) => entries !== total).flatMap(([, each]) => each);
    expect(new Set(shared).size).toBe(shared.length);
    if (total) expect(new Set(shared)).toEqual(new Set(total));
    if (plan.id === 'cohorts') expect(total).toHaveLength(counted.length);
    if (plan.id === 'change-reasons') expect(shared).toEqual(counted);
  }
  const both = ['reductions', 'increases'].flatMap((id) => {
    const plan = plans.find((each) => each.id === id)!;
    return plan.behind!.row(plan.table.rows.length - 1).entries;
  });
  expect(new Set(both)).toEqual(new Set(counted));
}

describe('the young people behind a figure', () => {
  it('cast to every figure of the sample', () => {
    expectToCast(sample);
    const figures = sample.plans.reduce((sum, plan) => sum + figuresOf(plan).length, 0);
    expect(figures).toBeGreaterThan(400);
  });

  const NOTES = [
    '',
    'Turned 18 on 3 May and moved to own tenancy.',
    'Returned home to mum in March.',
    'Placement broke down, moved to residential.',
    'Annual uplift agreed with the provider.',
    'SGO granted.',
  ];
  const costs = fc.oneof(
    fc.double({ min: 0, max: 9_000, noNaN: true }),
    fc.integer({ min: 0, max: 900_000 }).map((pence) => pence / 100),
    fc.constantFrom<CellValue>('', 'TBC', '£1,234.50', 0),
  );

  it('cast in a tracker of oddly named, blank and mixed-up cohorts and opportunities', () => {
    const headings = ['Child ref', 'Group', 'Opp', 'Baseline £/wk', '£/wk now', 'Comments'];
    const name = fc.constantFrom('A', 'a ', ' A', 'Total', 'No cohort', '', '<16', '16+*', 'B  c');
    const person = fc.tuple(
      fc.constantFrom('', 'X1', 'X1 ', 'Y2', 'Z3', 'W4'),
      name,
      name,
      costs,
      costs,
      fc.constantFrom(...NOTES),
    );
    let found = 0;
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 3, maxLength: 30 }),
        fc.constantFrom<Choices['basis']>('52', '365/7', '2023/24'),
        (rows, basis) => {
          const summary = attempt(() => summaryOf([headings, ...rows], { basis }));
          if (!summary) return;
          found++;
          expectToCast(summary);
        },
      ),
      { numRuns: 60 },
    );
    expect(found).toBeGreaterThan(40);
  });

  it('cast in a tracker without cohorts or opportunities, under officers’ decisions', () => {
    const headings = ['Name', 'Original weekly cost', 'Current weekly cost', 'Notes'];
    const person = fc.tuple(costs, costs, fc.constantFrom(...NOTES));
    fc.assert(
      fc.property(fc.array(person, { minLength: 3, maxLength: 30 }), (people) => {
        const rows = [headings, ...people.map((cells, i) => [`P${i}`, ...cells])];
        const first = attempt(() => summaryOf(rows));
        if (!first) return;
        const decisions = first.ledger
          .filter((_, i) => i % 3 === 0)
          .map(({ key, facts }): Decision => ({
            key,
            facts,
            reason: 'To solo placement',
            note: '',
          }));
        expectToCast(summaryOf(rows, { materiality: 50 }, decisions));
      }),
      { numRuns: 60 },
    );
  });

  /** Undefined where what is drawn is no tracker, because no cost in it could be read. */
  function attempt<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if ((error as Error).message === 'no tracker was found') return undefined;
      throw error;
    }
  }
});

const planOf = (id: string): SheetPlan => sample.plans.find((plan) => plan.id === id)!;

/** What is said of the cell in the row whose first cell is that. */
function said(id: string, first: string, key: string, shown?: CellValue): string[] {
  const plan = planOf(id);
  const place = plan.table.rows.findIndex(([cell]) => cell === first);
  const column = plan.table.columns.findIndex((each) => each.key === key);
  const cell = plan.table.rows[place]![column] as CellValue;
  return figureBehind(plan, place, key, shown ?? cell, 'minus')!.sentences;
}

describe('how a figure was worked out, in sentences', () => {
  it('tells counts, costs, differences, averages and years apart', () => {
    const cohort = (key: string) => said('cohorts', 'Cohort 1', key);
    expect(cohort('youngPeople')).toEqual([
      'It counts the 57 young people in ‘Cohort 1’. The list casts to 57.',
    ]);
    expect(cohort('original')).toEqual([
      'It is the original weekly costs of the 57 young people in ‘Cohort 1’, added up. The list casts to £183,523.64.',
    ]);
    expect(cohort('difference')).toEqual([
      'It is the current weekly costs of the 57 young people in ‘Cohort 1’, £151,234.90, less the original ones, £183,523.64. The list casts to -£32,288.74.',
    ]);
    expect(cohort('average')).toEqual([
      'It is the difference a week of the 57 young people in ‘Cohort 1’, -£32,288.74, divided by their number, 57. The list casts to -£566.47.',
    ]);
    expect(cohort('annual')).toEqual([
      'It is the difference a week of the 57 young people in ‘Cohort 1’, -£32,288.74, times 52. The list casts to -£1,679,014.48.',
    ]);
  });

  it('names the side of a reason, and takes a saving as positive', () => {
    expect(said('reductions', 'Turned 18', 'weekly')[0]).toMatch(
      /^It is the original weekly costs of the \d+ young people with a reduction for the reason ‘Turned 18’, £[\d,.]+, less the current ones, £[\d,.]+\. The list casts to £[\d,.]+\.$/,
    );
    expect(said('increases', 'Total', 'youngPeople')[0]).toMatch(
      /young people without a reduction\./,
    );
  });

  it('says for one child of the ledger why, on what evidence and who decided', () => {
    const [entry] = sample.ledger;
    const sentences = said('change-reasons', entry!.reference, 'change');
    expect(sentences[0]).toContain(`the one young person with the reference ‘${entry!.reference}’`);
    expect(sentences[1]).toMatch(
      /^The reason is ‘.+’, proposed by the add-in; of answers as sure as this one [\d.]+% were right\.$/,
    );
    expect(sentences[2]).toMatch(/^Evidence: .+\.$/);
  });

  it('says of a cell that names its row that it is no figure, and whom the row is of', () => {
    expect(said('cohorts', 'Cohort 2', 'cohort')).toEqual([
      'No amounts are behind this cell. The figures of its row are of the 46 young people in ‘Cohort 2’.',
    ]);
  });

  it('says what the sheet says where the tracker gives another figure by now', () => {
    const stale = (shown: CellValue) => said('cohorts', 'Cohort 1', 'difference', shown).at(-1);
    expect(stale(-100)).toBe(
      'The sheet says -£100.00; the tracker as it was last read gives -£32,288.74. Look again and write to bring the sheet up to date.',
    );
    expect(stale('#REF!')).toMatch(/^The sheet shows ‘#REF!’; /);
    expect(stale('')).toMatch(/^The sheet is blank here; /);
    expect(said('cohorts', 'Cohort 1', 'difference')).toHaveLength(1);
  });

  it('says by how much the list misses a figure that it does not cast to', () => {
    const plan = planOf('cohorts');
    const rows = plan.table.rows.map((cells) => [cells[0]!, 1, ...cells.slice(2)]);
    const wrong = { ...plan, table: { ...plan.table, rows } };
    const { sentences, cast } = figureBehind(wrong, 0, 'youngPeople', 1, 'minus')!;
    expect(sentences[0]).toContain('The list does not cast: it comes to 57, and the figure is 1.');
    expect(cast).toEqual({ figure: 1, comesTo: 57, casts: false });
  });

  it('says that nobody is behind a figure of nobody', () => {
    const none = summaryOf([
      ['Ref', 'Original weekly cost', 'Current weekly cost'],
      ['X1', 100, 120],
      ['X2', 100, 130],
      ['X3', 100, 140],
    ]);
    const plan = none.plans.find(({ id }) => id === 'reductions')!;
    expect(figureBehind(plan, 0, 'weekly', 0, 'minus')!.sentences).toEqual([
      'Nobody is behind it: there is no young person with a reduction.',
    ]);
  });
});
