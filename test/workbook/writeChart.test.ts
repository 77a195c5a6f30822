import fc from 'fast-check';
import type { ExcelHost } from '../../host/excel-host';
import type { PlanCell, PlanFormula, SheetPlan } from '../../src/reports/plan';
import { readTracker } from '../../src/commands/readTracker';
import type { Tracker } from '../../src/workbook/tracker';
import { MARK_KEY, markText, type Mark } from '../../src/workbook/mark';
import { undoWrite } from '../../src/workbook/putBack';
import { writePlans } from '../../src/workbook/write';
import { snapshotOf } from '../host/book-snapshot';
import { excelWithSheets, valuesOf, type PlayedExcel } from './excelWithSheets';

const TRACKER = [
  ['Ref', 'Cohort', 'Original weekly cost', 'Current weekly cost'],
  ['YP1', 'Cohort 1', 1000, 800],
];

const REASONS: PlanCell[][] = [
  ['Turned 18', 8, 15846.56],
  ['Return home', 6, 23746.62],
];
const TOTAL: PlanCell[] = ['Total', 14, 39593.18];
const CHART: SheetPlan['chart'] = {
  title: 'Weekly reduction by reason',
  sentences: ['Return home saves most: £23,746.62 a week.'],
  labels: 'reason',
  values: 'weekly',
};
const CONTROL: PlanFormula[] = [
  { formula: '="In this sheet: "&SUM(Reductions[Weekly])' },
  { formula: '="In the tracker: "&SUM(Tracker!C2:C9)' },
  { formula: '=IF(1=1,"Reconciles","")' },
];

const plan = (change: Partial<SheetPlan> = {}, reasons = REASONS): SheetPlan => ({
  id: 'reductions',
  sheet: 'Reductions',
  title: 'Reductions by reason',
  publishable: true,
  notes: ['One note.', ...CHART!.sentences],
  table: {
    name: 'Reductions',
    columns: [
      { key: 'reason', heading: 'Reason', format: 'text' },
      { key: 'count', heading: 'Young people', format: 'count' },
      { key: 'weekly', heading: 'Weekly', format: 'money' },
    ],
    rows: [...reasons, TOTAL],
  },
  total: true,
  chart: CHART,
  ...change,
});

async function found(): Promise<Tracker> {
  const { look } = await readTracker();
  if (look.kind !== 'found') throw new Error(look.sentence);
  return look.tracker;
}

async function write(...plans: SheetPlan[]) {
  const { seen } = await found();
  const outcome = await writePlans({ plans, signs: 'minus', seen, settings: [] });
  if (outcome.kind !== 'written') throw new Error(outcome.kind);
  return outcome.receipt;
}

describe('a chart below a table', () => {
  let excel: PlayedExcel;
  let host: ExcelHost;
  beforeEach(async () => {
    excel = await excelWithSheets({ Tracker: TRACKER });
    host = excel.host;
  });
  afterEach(() => excel.close());

  const sheet = () => host.workbook.worksheets.getItem('Reductions');
  const charts = () => snapshotOf(host.book).charts;
  /** All but which sheet is in view, and ids: what is put back may be a new table. */
  const contents = () => {
    const all = snapshotOf(host.book);
    return { ...all, active: undefined, tables: all.tables.map((each) => ({ ...each, id: 0 })) };
  };

  it('draws the rows of the table without its total, the first on top', async () => {
    await write(plan());
    expect(charts()).toMatchObject([
      {
        sheet: 'Reductions',
        look: {
          name: 'Placement costs: reductions',
          type: 'BarClustered',
          title: { text: 'Weekly reduction by reason', visible: true },
          legend: { visible: false },
          categoryAxis: { reversed: true, crossedAt: 'Maximum', labelsAt: 'Low' },
          valueAxis: { title: 'Weekly', gridlines: false },
        },
        series: [
          {
            name: { cell: 'Reductions!C4' },
            values: 'Reductions!C5:C6',
            labels: 'Reductions!A5:A6',
            hasDataLabels: true,
          },
        ],
      },
    ]);
  });

  it('stands one blank row below all that is written, from column A', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ maxLength: 40 }), { minLength: 1, maxLength: 40 }),
        fc.boolean(),
        async (reasons, withControl) => {
          await write(
            plan(
              withControl ? { control: CONTROL } : {},
              reasons.map((reason, i) => [reason, 1, i]),
            ),
          );
          const used = sheet().getUsedRange(true);
          const [chart] = sheet().charts.items;
          expect(chart!.left).toBe(0);
          expect(chart!.top).toBe(used.top + used.height + 15);
          expect(chart!.height).toBeGreaterThanOrEqual(Math.min(reasons.length * 15, 400));
          expect(sheet().charts.count).toBe(1);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('keeps words apart from the numbers before them', async () => {
    const words = plan();
    words.table.columns.push({ key: 'remark', heading: 'Remark', format: 'text' });
    words.table.rows = words.table.rows.map((row) => [...row, 'a remark']);
    await write(words);
    expect(sheet().getRange('D4:D7').format.indentLevel).toBe(1);
    expect(sheet().getRange('A4:C7').format.indentLevel).toBe(0);
  });

  it('takes no more round trips than a table', async () => {
    const before = host.io.syncs;
    await write(plan());
    await write(plan({ control: CONTROL }));
    expect(host.io.syncs - before).toBe(8);
  });

  it('is brought up to date where it stands, as the officer has restyled it', async () => {
    await write(plan());
    const [chart] = sheet().charts.items;
    chart!.chartType = 'ColumnClustered';
    chart!.series.getItemAt(0).format.fill.setSolidColor('#112233');
    const { id } = chart!;
    await write(
      plan({ chart: { ...CHART!, title: 'Another title' } }, [...REASONS, ['SGO', 4, 3407.63]]),
    );
    const [after, ...others] = sheet().charts.items;
    expect([after!.id, others]).toEqual([id, []]);
    expect(charts()).toMatchObject([
      {
        look: { type: 'ColumnClustered', title: { text: 'Another title' } },
        series: [{ fill: '#112233', values: 'Reductions!C5:C7', labels: 'Reductions!A5:A7' }],
      },
    ]);
  });

  it('grows with its bars, and stays where the officer has moved it', async () => {
    await write(plan());
    const height = sheet().charts.items[0]!.height;
    await write(plan({}, [...REASONS, ['SGO', 4, 3407.63]]));
    expect(sheet().charts.items[0]!.height).toBeGreaterThan(height);
    sheet().charts.items[0]!.setPosition('A20', 'C40');
    const { left, width } = sheet().charts.items[0]!;
    await write(plan());
    expect(sheet().charts.items[0]!).toMatchObject({ left, width });
    expect(sheet().charts.items[0]!.top).toBe(sheet().getRange('A20').top);
  });

  it('is pushed down by a table that grows, where the officer has moved it too', async () => {
    await write(plan());
    const chart = () => sheet().charts.items[0]!;
    const moved = chart().top + 40;
    chart().top = moved;
    const receipt = await write(plan({}, [...REASONS, ['SGO', 4, 3407.63], ['Home', 1, 1]]));
    // To the pixel.
    expect(Math.abs(chart().top - moved - 30)).toBeLessThan(1);
    await undoWrite(receipt);
    expect(Math.abs(chart().top - moved)).toBeLessThan(1);
  });

  it('is still in its place where the officer has put rows in above the table', async () => {
    await write(plan());
    sheet().getRange('2:3').insert('Down');
    await write(plan({}, [...REASONS, ['SGO', 4, 3407.63]]));
    const used = sheet().getUsedRange(true);
    expect(sheet().charts.items[0]!.top).toBe(used.top + used.height + 15);
  });

  it('covers nothing that the officer has typed below', async () => {
    await write(plan({ chart: undefined }));
    sheet().getRange('A8').values = [['Agreed at panel']];
    const before = contents();
    const receipt = await write(plan());
    const typed = sheet().getUsedRange(true).getLastRow();
    const [chart] = sheet().charts.items;
    expect(typed.values![0]![0]).toBe('Agreed at panel');
    expect(typed.top).toBeGreaterThanOrEqual(chart!.top + chart!.height);
    expect(sheet().getRange('A8:C8').format.font.bold).toBe(false);
    await write(plan());
    expect(sheet().getUsedRange(true).rowCount).toBe(typed.rowIndex + 1);
    await undoWrite(receipt);
    expect(contents()).toEqual(before);
  });

  it('comes down from beside the headings, where an earlier version put it, and goes back on undo', async () => {
    await write(plan());
    const mark = sheet().customProperties.getItem(MARK_KEY);
    const said = JSON.parse(mark.value) as Mark;
    mark.value = markText({ ...said, chart: { ...said.chart!, row: undefined, left: 4 } });
    const beside = sheet().getRange('E4');
    Object.assign(sheet().charts.items[0]!, { left: beside.left, top: beside.top });
    const before = contents();
    const receipt = await write(plan());
    expect(sheet().charts.items[0]!).toMatchObject({ left: 0, top: sheet().getRange('A9').top });
    await undoWrite(receipt);
    expect(contents()).toEqual(before);
  });

  it('follows a renamed sheet, and comes again where the officer took it away', async () => {
    await write(plan());
    sheet().name = 'For the board';
    await write(plan());
    const renamed = host.workbook.worksheets.getItem('For the board');
    expect(renamed.charts.count).toBe(1);
    renamed.charts.items[0]!.delete();
    await write(plan());
    expect(renamed.charts.count).toBe(1);
  });

  it("leaves the officer's own charts alone", async () => {
    await write(plan());
    const own = sheet().charts.add('ColumnClustered', sheet().getRange('A4:C6'), 'Columns');
    own.setPosition('A30');
    const before = charts()[1];
    const receipt = await write(plan({ chart: undefined }));
    expect(charts()).toEqual([before]);
    await undoWrite(receipt);
    expect(charts()).toHaveLength(2);
    expect(charts()).toContainEqual(before);
  });

  it('goes where the report has none any more, and comes back on undo', async () => {
    await write(plan());
    const before = contents();
    const receipt = await write(plan({ chart: undefined }));
    expect(charts()).toEqual([]);
    await undoWrite(receipt);
    expect(contents()).toEqual(before);
  });

  it('goes again on undo where it is new, but none that the officer has added since', async () => {
    await write(plan({ chart: undefined }));
    const before = contents();
    const receipt = await write(plan());
    const own = sheet().charts.add('ColumnClustered', sheet().getRange('C4:C6'), 'Columns');
    await undoWrite(receipt);
    expect(sheet().charts.items.map(({ name }) => name)).toEqual([own.name]);
    own.delete();
    expect(contents()).toEqual(before);
  });

  it('makes way for bars where the officer has made a cake of it', async () => {
    await write(plan());
    const [chart] = host.book.charts;
    chart!.type = 'Pie';
    sheet().charts.items[0]!.setPosition('B20', 'D30');
    const { box } = host.book.charts[0]!;
    await write(plan());
    expect(host.book.charts.map(({ type }) => type)).toEqual(['BarClustered']);
    expect(host.book.charts[0]!.box).toEqual(box);
  });

  it('is not drawn where the table has no row but its total', async () => {
    await write(plan({}, []));
    expect(charts()).toEqual([]);
  });

  describe('on paper', () => {
    const ledger = (count: number, evidence: (row: number) => string) => {
      const long = plan({ chart: undefined, total: false, control: CONTROL }, []);
      long.table.columns = [
        { key: 'reference', heading: 'Reference', format: 'text' },
        { key: 'evidence', heading: 'Evidence', format: 'text', wraps: 20 },
        { key: 'check', heading: 'Check', format: 'text', narrow: true },
      ];
      long.table.rows = Array.from({ length: count }, (_, i) => [`YP${i}`, evidence(i), 'f00']);
      return long;
    };
    const area = () => sheet().pageLayout.getPrintAreaOrNullObject()?.address;
    const titles = () => sheet().pageLayout.getPrintTitleRowsOrNullObject()?.address;

    it('repeats the headings, and leaves out what nobody reads', async () => {
      await write(ledger(5, () => 'A move'));
      expect([titles(), area()]).toEqual(['Reductions!7:7', 'Reductions!A1:B12']);
      const before = contents();
      const receipt = await write({ ...ledger(8, () => 'A move'), notes: ['One note.'] });
      expect([titles(), area()]).toEqual(['Reductions!6:6', 'Reductions!A1:B14']);
      await undoWrite(receipt);
      expect(contents()).toEqual(before);
      await write(plan({ chart: undefined }));
      expect(titles()).toBe('Reductions!4:4');
    });

    it('is made as high as its lines in so many calls as there are stretches of equal rows', async () => {
      const heights = () => sheet().getRange('A8:A12').format.rowHeight;
      const actionsOf = async (written: SheetPlan) => {
        const before = host.batches.length;
        await write(written);
        return Math.max(...host.batches.slice(before).map(({ actions }) => actions));
      };
      const few = await actionsOf(ledger(100, () => 'A move'));
      const many = await actionsOf(ledger(10_000, () => 'A move'));
      // The library cuts large blocks up itself; a call a row would be ten thousand and more.
      expect(many - few).toBeLessThan(1_000);
      expect(heights()).toBe(15);
      await write(ledger(100, (row) => (row < 20 ? 'A move to another placement' : 'A move')));
      expect(heights()).toBe(30);
      expect(sheet().getRange('A28:A107').format.rowHeight).toBe(15);
    });
  });

  describe('with a control', () => {
    it('stands below its lines, which are formulas of Excel in column A', async () => {
      await write(plan({ control: CONTROL }));
      expect(sheet().getUsedRange(true).formulas).toEqual([
        ['Reductions by reason', '', ''],
        ['One note.', '', ''],
        [CHART!.sentences[0], '', ''],
        ...CONTROL.map(({ formula }) => [formula, '', '']),
        ['Reason', 'Young people', 'Weekly'],
        ['Turned 18', 8, 15846.56],
        ['Return home', 6, 23746.62],
        ['Total', 14, 39593.18],
      ]);
      expect(valuesOf(host, 'Reductions').slice(3, 6).flat().filter(String)).toEqual([
        'In this sheet: 79186.36',
        'In the tracker: 1000',
        'Reconciles',
      ]);
      const { tables } = snapshotOf(host.book);
      expect(tables.map(({ name, rect }) => [name, rect])).toEqual([
        ['Reductions', { top: 6, bottom: 9, left: 0, right: 2 }],
      ]);
    });

    it('may be longer or shorter, and go again', async () => {
      await write(plan({ control: [...CONTROL, ...CONTROL] }));
      const before = contents();
      expect(valuesOf(host, 'Reductions')).toHaveLength(13);
      const receipt = await write(plan({ control: CONTROL }));
      expect(valuesOf(host, 'Reductions')).toHaveLength(10);
      await write(plan());
      expect(valuesOf(host, 'Reductions')).toHaveLength(7);
      await write(plan({ control: CONTROL }));
      await undoWrite(receipt);
      expect(contents()).toEqual(before);
    });
  });

  /** Writes once for each action that can fail, and expects the workbook to be as it was each time. */
  async function failEverywhere(...plans: SheetPlan[]): Promise<number> {
    const before = contents();
    for (let action = 1; ; action++) {
      const { seen } = await found();
      host.failures.atAction(action, 2);
      const job = { plans, signs: 'minus' as const, seen, settings: [] };
      const outcome = await writePlans(job).catch((error: Error) => error);
      host.failures.clear();
      if (!(outcome instanceof Error)) return action - 1;
      expect(outcome.message).toMatch(/^Excel could not do this/);
      expect({ action, ...contents() }).toEqual({ action, ...before });
    }
  }

  const more = () => plan({ control: CONTROL }, [...REASONS, ['SGO', 4, 3407.63]]);
  const noteMore = () =>
    plan({ control: CONTROL, notes: ['One note.', ...CHART!.sentences, 'And another.'] });
  it.each<[string, SheetPlan, SheetPlan]>([
    ['a chart and a control are new', plan({ chart: undefined }), more()],
    ['both are there already', plan({ control: CONTROL }), more()],
    ['both go', more(), plan({ chart: undefined })],
    ['the headings move', plan({ control: CONTROL }), noteMore()],
  ])(
    'is as it was whichever action fails where %s',
    async (_, first, second) => {
      await write(first);
      sheet().getRange('A12:B12').values = [['Agreed at panel', 'MO']];
      host.book.activate(host.book.sheets[0]!);
      expect(await failEverywhere(second)).toBeGreaterThan(40);
    },
    120_000,
  );
});
