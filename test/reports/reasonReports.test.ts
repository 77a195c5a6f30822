import { sheetImage } from '../../src/reports/sheetImage';
import type { PlacementChange } from '../../src/domain/change';
import { assess, ledgerOf } from '../../src/domain/ledger';
import { roundPence } from '../../src/domain/money';
import { reasonNamed, type Reason } from '../../src/domain/reason';
import { REPORTS } from '../../src/reports';
import { displayCell } from '../../src/reports/display';
import type { SheetPlan, SignStyle } from '../../src/reports/plan';
import { reportInput } from '../../src/reports/report';
import { reasonedSample } from '../reasonedSample';

type Row = PlacementChange & { reason: Reason };

interface Chosen {
  basis?: '52' | '2023/24';
  signs?: SignStyle;
  materiality?: number;
  /** References of those whose reason a person has to look at. */
  review?: string[];
  /** References of those whose costs cannot be read. */
  uncounted?: string[];
}

const row = (reason: Reason, original: number, current: number, opportunity = ''): Row => ({
  reference: `${reason} ${original} ${current}`,
  cohort: '',
  opportunity,
  original,
  current,
  reason,
});

/** The plans of a tracker in which the note says the reason in so many words. */
function plansOf(rows: Row[], chosen: Chosen = {}): Record<string, SheetPlan> {
  const people = rows.map(({ reason, original, current, ...person }, i) => ({
    ...person,
    circumstances: {
      note: reason,
      original: { placement: '', provider: '', cost: original },
      current: { placement: '', provider: '', cost: current },
    },
    counted: !chosen.uncounted?.includes(person.reference),
    sheet: 'Tracker',
    row: i + 5,
  }));
  const assessed = assess(people, ({ note }) => ({
    reason: reasonNamed(note)!,
    confidence: 1,
    review: rows.some(
      ({ reference, reason }) => reason === note && chosen.review?.includes(reference),
    ),
    evidence: [],
  }));
  const input = reportInput({
    changes: rows,
    ledger: ledgerOf(assessed, []),
    materiality: chosen.materiality ?? 3,
    basis: chosen.basis ?? '52',
    asAt: '2024-12-03',
    signs: chosen.signs ?? 'minus',
    source: 'Tracker!A4:L107',
    leftOut: 0,
    wording: {},
    problems: 0,
    version: '1.2.3',
  });
  return Object.fromEntries(REPORTS.map((report) => report(input)).map((plan) => [plan.id, plan]));
}

/** A plan's rows with money to the penny. */
const toPence = ({ table }: SheetPlan) =>
  table.rows.map((cells) =>
    cells.map((cell) => (typeof cell === 'number' ? roundPence(cell) : cell)),
  );

const sample = plansOf(reasonedSample());
const reasonPlans = (plans: Record<string, SheetPlan>) =>
  ['reductions', 'increases', 'outcomes'].map((id) => plans[id]!);

describe('reductions by reason', () => {
  const plan = sample.reductions!;

  it('are the paper’s rows to the penny, under the names that it prints, with a total that casts', () => {
    const rows = toPence(plan);
    expect(rows[0]).toEqual(['Turned 18', 8, 15846.56, 1980.82, 824020.86]);
    expect(rows.map(([reason]) => reason)).toContain('From IFA to LCC');
    expect(rows.at(-1)).toEqual(['Total', 26, 64884.57, 2495.56, 3373997.64]);
    expect(plan.total).toBe(true);
  });

  it('say in words what the chart shows', () => {
    expect(plan.chart).toEqual({
      title: 'Weekly saving by reason',
      sentences: [
        'Weekly saving by reason: Return home saves the most, £23,746.62 of £64,884.57 a week (36.6%); next is Turned 18, £15,846.56 (24.4%).',
      ],
      labels: 'reason',
      values: 'weekly',
    });
  });

  it('have a row and a note that say so where nobody’s cost fell', () => {
    const none = plansOf([row('No change', 500, 498)]).reductions!;
    expect(none.table.rows).toEqual([
      ['No reductions', 0, 0, 0, 0],
      ['Total', 0, 0, 0, 0],
    ]);
    expect(none.chart).toBeUndefined();
    expect(none.notes.at(-1)).toBe('There is no chart: no reason saves anything.');
  });

  it('say so where one reason saves it all', () => {
    const one = plansOf([row('Turned 18', 500, 0), row('Turned 18', 300, 0)]).reductions!;
    expect(one.chart?.sentences).toEqual([
      'Weekly saving by reason: Turned 18 saves all of it, £800.00 a week.',
    ]);
  });
});

describe('increases by reason', () => {
  const plan = sample.increases!;

  it('are the paper’s rows to the penny and the young person that it lost', () => {
    const rows = toPence(plan);
    expect(rows).toContainEqual(['No change', 22, 34.19, 1.55, 1777.88]);
    expect(rows).toContainEqual(['Other / unclear', 1, 30.91, 30.91, 1607.56]);
    expect(rows.at(-1)).toEqual(['Total', 77, 50159.71, 651.42, 2608304.92]);
  });

  it('say in words what the chart shows', () => {
    expect(plan.chart?.sentences).toEqual([
      'Weekly increase by reason: Breakdown - new placement adds the most, £20,776.32 of £50,159.71 a week (41.4%); next is To residential, £10,012.02 (20.0%).',
    ]);
  });

  it('say that No change stands among them, and up to what amount', () => {
    expect(plansOf([], { materiality: 4.5 }).increases!.notes).toContain(
      'No change stands among the increases, whatever its sign: the same placement, up to £4.50 a week more or less.',
    );
  });

  it('take shares of what is added alone, and show a fall in the chosen signs', () => {
    const rows = [
      row('No change', 500, 498),
      row('To residential', 100, 400),
      row('To solo placement', 0, 100),
    ];
    const { chart, table } = plansOf(rows, { signs: 'brackets' }).increases!;
    expect(chart?.sentences).toEqual([
      'Weekly increase by reason: To residential adds the most, £300.00 of £400.00 a week (75.0%); next is To solo placement, £100.00 (25.0%).',
    ]);
    expect(displayCell(table.rows[2]![2]!, table.columns[2]!.format, 'brackets')).toBe('(£2.00)');
  });

  it('have no chart where nothing is added', () => {
    const none = plansOf([row('No change', 500, 498)]).increases!;
    expect(none.chart).toBeUndefined();
    expect(none.notes.at(-1)).toBe('There is no chart: no reason adds anything.');
    expect(plansOf([]).increases!.table.rows[0]).toEqual(['No increases', 0, 0, 0, 0]);
  });
});

describe('opportunity outcomes', () => {
  const plan = sample.outcomes!;

  it('set each identified opportunity against what happened', () => {
    const rows = toPence(plan);
    expect(rows).toHaveLength(29);
    expect(rows[0]).toEqual([
      'Opportunity 1 (Reunification)',
      'Return home',
      4,
      -14913.03,
      'Opportunity 1: Return home',
    ]);
    expect(rows.map((cells) => cells[4])).toContain('Opportunity 3: From IFA to LCC');
    expect(plan.total).toBe(false);
  });

  it('say in words what the chart shows', () => {
    expect(plan.chart).toEqual({
      title: 'Weekly difference by opportunity and what happened',
      sentences: [
        'The chart shows the weekly difference by opportunity and what happened.',
        'The largest saving is Opportunity 1: Return home, £14,913.03 a week (27.1% of the savings), then Opportunity 2: To new placement, £12,863.37.',
        'The largest increase is Opportunity 2: To residential, £4,238.99 a week (18.7% of the increases), then Opportunity 1: Breakdown - new placement, £3,250.41.',
      ],
      labels: 'name',
      values: 'weekly',
    });
  });

  it('leave the words in brackets out of the chart only where opportunities are told apart without', () => {
    const names = (...opportunities: string[]) =>
      plansOf(opportunities.map((each) => row('Turned 18', 5, 0, each))).outcomes!.table.rows.map(
        (cells) => cells[4],
      );
    expect(names('Move (IFA)', 'Move (home)', 'Step down (16+)', '(none yet)')).toEqual(
      expect.arrayContaining([
        'Move (IFA): Turned 18',
        'Move (home): Turned 18',
        'Step down: Turned 18',
        '(none yet): Turned 18',
      ]),
    );
  });

  it('have a row and notes that say so where nobody has one, and no chart of bars without length', () => {
    const none = plansOf([row('Turned 18', 5, 0)]).outcomes!;
    expect(none.table.rows).toEqual([['None identified', 'Nothing', 0, 0, 'None']]);
    expect(none.chart).toBeUndefined();
    expect(none.notes.slice(-3)).toEqual([
      'There is no chart: no weekly cost changed under an opportunity.',
      'There is no saving.',
      'There is no increase.',
    ]);
    expect(plansOf([row('No change', 5, 5, 'Opp 1')]).outcomes!.chart).toBeUndefined();
    expect(plansOf([row('No change', 5, 6, 'Opp 1')]).outcomes!.chart?.sentences).toEqual([
      'The chart shows the weekly difference by opportunity and what happened.',
      'There is no saving.',
      'The largest increase is Opp 1: No change, £1.00 a week.',
    ]);
  });
});

describe('the reports of reasons', () => {
  it('may be published, and say their chart’s sentences among the notes', () => {
    for (const { publishable, notes, chart } of reasonPlans(sample)) {
      expect(publishable).toBe(true);
      expect(notes.filter((note) => chart!.sentences.includes(note))).toEqual(chart!.sentences);
    }
  });

  it('have their chart one blank row below the table, from column A', () => {
    for (const plan of reasonPlans(sample)) {
      const { chart, cells, tables } = sheetImage(plan, 'minus', 'live');
      expect([chart!.row, chart!.left]).toEqual([tables[0]!.bottom + 2, 0]);
      expect(tables[0]!.bottom).toBe(cells.length - 1);
    }
  });

  it('draw columns that there are: names of bars that differ, and their amounts', () => {
    for (const { chart, table, total } of reasonPlans(sample)) {
      const column = (key: string) => table.columns.findIndex((each) => each.key === key);
      const bars = table.rows.slice(0, total ? -1 : undefined);
      const names = bars.map((cells) => cells[column(chart!.labels)]);
      expect(new Set(names).size).toBe(bars.length);
      expect(bars.every((cells) => typeof cells[column(chart!.values)] === 'number')).toBe(true);
    }
  });

  it('have as many notes whatever they say, so that cells elsewhere that point at them stay right', () => {
    const variants = [
      sample,
      plansOf([]),
      plansOf([row('Turned 18', 5, 0, 'Opp')], { basis: '2023/24', signs: 'favourable' }),
    ];
    for (const id of ['reductions', 'increases', 'outcomes']) {
      expect(new Set(variants.map((plans) => plans[id]!.notes.length)).size).toBe(1);
    }
  });

  it('say how many reasons a person has yet to look at', () => {
    const rows = [row('Turned 18', 5, 0), row('Return home', 5, 0), row('No change', 5, 5)];
    const noted = (...review: string[]) =>
      reasonPlans(plansOf(rows, { review })).map(({ notes }) => notes.join(' '));
    const all = rows.map(({ reference }) => reference);
    for (const text of noted()) expect(text).toContain('Every reason has been settled.');
    for (const text of noted(all[0]!)) {
      expect(text).toContain('1 young person has a reason still to be reviewed');
    }
    const [plan] = reasonPlans(plansOf(rows, { review: all, uncounted: all.slice(1) }));
    expect(plan!.notes.join(' ')).toContain('1 young person has a reason still to be reviewed');
    for (const text of noted(...all)) {
      expect(text).toContain('3 young people have reasons still to be reviewed');
    }
  });

  it('give a year on the chosen basis, and say which', () => {
    const { table, notes } = plansOf([row('Turned 18', 7, 0)], { basis: '2023/24' }).reductions!;
    expect(table.columns[4]!.heading).toBe('Saving a year (2023/24)');
    expect(table.rows[0]![4]).toBeCloseTo(366, 9);
    expect(notes.join(' ')).toContain('days of 2023/24');
  });
});
