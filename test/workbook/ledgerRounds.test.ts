import { keepDecisions } from '../../src/commands/keepDecisions';
import { readTracker } from '../../src/commands/readTracker';
import { runSummary } from '../../src/commands/runSummary';
import { summarise } from '../../src/commands/summarise';
import { undoWrite, writeSummary } from '../../src/commands/writeSummary';
import { decide, laidOver, takeBack } from '../../src/domain/decisions';
import type { Decision, LedgerEntry } from '../../src/domain/ledger';
import type { CellValue } from '../../src/domain/reading';
import type { Reason } from '../../src/domain/reason';
import { LEDGER_ID } from '../../src/reports/changeReasons';
import type { SheetPlan } from '../../src/reports/plan';
import type { Tracker } from '../../src/workbook/tracker';
import { snapshotOf } from '../host/book-snapshot';
import { excelWithSheets, valuesOf, type PlayedExcel } from './excelWithSheets';

const TODAY = '2024-12-03';
const HEADINGS = [
  'Ref',
  'Cohort',
  'Opportunity',
  'Original weekly cost',
  'Current weekly cost',
  'Note',
];
const person = (i: number, note = `note ${i}`): CellValue[] => [
  `YP${i}`,
  'Cohort 1',
  '',
  900 + i,
  950,
  note,
];
const people = (count: number) => Array.from({ length: count }, (_, i) => person(i + 1));

/** A plan as a version before the ledger had dates would have made it. */
function withoutDates(plan: SheetPlan): SheetPlan {
  if (plan.id !== LEDGER_ID) return { ...plan, table: { ...plan.table, formulas: undefined } };
  const { columns, rows, formulas } = plan.table;
  const had = <T>(cells: readonly T[]): T[] =>
    cells.filter((_, i) => !['changedOn', 'inYear'].includes(columns[i]!.key));
  const table = { columns: had(columns), rows: rows.map(had), formulas: formulas!.map(had) };
  return { ...plan, table: { ...plan.table, ...table } };
}

describe('decisions from one run to the next', () => {
  let excel: PlayedExcel;
  const open = async (rows: CellValue[][] = people(3)) => {
    excel = await excelWithSheets({ Tracker: [HEADINGS, ...rows] });
    return excel.host;
  };
  afterEach(() => excel.close());

  async function read(): Promise<Tracker> {
    const { look } = await readTracker({}, TODAY);
    if (look.kind !== 'found') throw new Error(look.sentence);
    return look.tracker;
  }
  const entriesOf = async (decisions?: Decision[]): Promise<LedgerEntry[]> => {
    const tracker = await read();
    const { choices } = await readTracker({}, TODAY);
    return summarise(tracker, choices, TODAY, decisions ?? tracker.decisions).ledger;
  };
  async function write(decisions?: Decision[], tracker?: Tracker) {
    const { choices } = await readTracker({}, TODAY);
    const seen = tracker ?? (await read());
    return writeSummary(seen, summarise(seen, choices, TODAY, decisions), choices);
  }
  const reasonsOf = (entries: LedgerEntry[]) =>
    entries.map(({ reference, reason, decidedBy, standing }) =>
      [reference, decidedBy === 'officer' ? reason : '', standing].join(' '),
    );
  async function decided(reference: string, reason: Reason, note = ''): Promise<Decision> {
    const entry = (await entriesOf()).find((each) => each.reference === reference)!;
    return decide(entry, reason, note);
  }
  /** A cell of the ledger sheet by the reference of its row and its heading. */
  function cellOf(reference: string, heading: string) {
    const sheet = excel.host.workbook.worksheets.getItem('Change reasons');
    const values = valuesOf(excel.host, 'Change reasons');
    const top = values.findIndex((row) => row[0] === 'Reference');
    const row = values.findIndex((each, r) => r > top && each[0] === reference);
    return sheet.getRangeByIndexes(row, values[top]!.indexOf(heading), 1, 1);
  }

  it('are kept in the workbook at once, and by the ledger sheet once it is written', async () => {
    const host = await open();
    const decision = await decided('YP2', 'SGO granted', 'Order seen');
    await keepDecisions([decision]);
    expect(reasonsOf(await entriesOf())).toEqual([
      'YP1  counted',
      'YP2 SGO granted counted',
      'YP3  counted',
    ]);
    await runSummary({}, TODAY);
    expect(Object.keys(Object.fromEntries(host.book.settings))).toEqual([
      'PlacementCostAddin.choices',
    ]);
    expect((await read()).decisions).toEqual([decision]);
    expect(cellOf('YP2', 'Reason').values).toEqual([['SGO granted']]);
    await runSummary({}, TODAY);
    expect((await read()).decisions).toEqual([decision]);
  });

  it('go with the young person, not with the row', async () => {
    const host = await open();
    const decision = await decided('YP2', 'SGO granted');
    await write([decision]);
    const sheet = host.workbook.worksheets.getItem('Tracker');
    sheet.getRange('A2:F5').values = [person(9), person(3), person(2), person(1)] as never;
    expect(reasonsOf(await entriesOf())).toEqual([
      'YP9  counted',
      'YP3  counted',
      'YP2 SGO granted counted',
      'YP1  counted',
    ]);
    sheet.getRange('A2:F5').values = [person(9), person(3), person(2, 'New'), person(1)] as never;
    expect(reasonsOf(await entriesOf())[2]).toBe('YP2 SGO granted facts changed');
    sheet.getRange('A2:F5').values = [person(9), person(3), person(7), person(1)] as never;
    await runSummary({}, TODAY);
    expect(reasonsOf(await entriesOf()).at(-1)).toBe('YP2 SGO granted departed');
    expect(cellOf('YP2', 'Status').values).toEqual([['No longer in the tracker']]);
  });

  it('can be typed over in the sheet, and what is no reason is reported', async () => {
    await open();
    await runSummary({}, TODAY);
    cellOf('YP1', 'Reason').values = [['sgo granted']];
    cellOf('YP3', 'Reason').values = [['Because']];
    const tracker = await read();
    expect(tracker.decisions).toMatchObject([{ reason: 'SGO granted', reference: 'YP1' }]);
    expect(tracker.problems).toMatchObject([{ ref: 'YP3', leavesOut: false }]);
    expect(tracker.problems[0]!.address).toMatch(/^'Change reasons'!I\d+$/);
    await runSummary({}, TODAY);
    expect(cellOf('YP1', 'Decided by').values).toEqual([['Officer']]);
    expect((await read()).problems).toEqual([]);
  });

  it('are not written over where one was typed in the sheet after the look', async () => {
    await open();
    await runSummary({}, TODAY);
    const tracker = await read();
    cellOf('YP1', 'Reason').values = [['SGO granted']];
    const before = snapshotOf(excel.host.book);
    expect(await write([], tracker)).toEqual({ kind: 'changed' });
    expect(snapshotOf(excel.host.book)).toEqual(before);
    expect((await read()).decisions).toHaveLength(1);
  });

  it('are written again and again without a new look', async () => {
    await open();
    const tracker = await read();
    const { choices } = await readTracker({}, TODAY);
    let { seen } = tracker;
    for (const reason of ['SGO granted', 'No change', 'Turned 18'] as const) {
      const [entry] = summarise(tracker, choices, TODAY).ledger;
      const summary = summarise(tracker, choices, TODAY, [decide(entry!, reason, 'x\ny')]);
      const outcome = await writeSummary({ ...tracker, seen }, summary, choices);
      if (outcome.kind !== 'written') throw new Error(outcome.kind);
      seen = { ...outcome.seen, tracked: seen.tracked };
    }
    expect((await read()).decisions).toMatchObject([{ reason: 'Turned 18', note: 'x\ny' }]);
  });

  it('are taken back in the sheet too', async () => {
    await open();
    const decision = await decided('YP2', 'SGO granted');
    await write([decision]);
    const entry = (await entriesOf())[1]!;
    const { decisions, written } = await read();
    await keepDecisions(laidOver(decisions, [takeBack(entry)]), written);
    expect(reasonsOf(await entriesOf())[1]).toBe('YP2  counted');
    await runSummary({}, TODAY);
    expect((await read()).decisions).toEqual([]);
  });

  it.each([
    ['', false],
    [', with what was decided since', true],
  ])('are as they were once a write is undone%s', async (_, decidesOn) => {
    const host = await open();
    const [one, two, three] = [
      await decided('YP1', 'SGO granted'),
      await decided('YP2', 'Turned 18'),
      await decided('YP3', 'No change'),
    ];
    await write([one]);
    const before = snapshotOf(host.book).sheets;
    await keepDecisions([one, two], [one]);
    const tracker = await read();
    const outcome = await write([one, two], tracker);
    if (outcome.kind !== 'written') throw new Error(outcome.kind);
    expect((await read()).decisions).toEqual([one, two]);
    if (decidesOn) await keepDecisions([one, two, three], tracker.written);
    await undoWrite(outcome.receipt);
    expect(snapshotOf(host.book).sheets).toEqual(before);
    const again = await read();
    expect(again.written).toEqual([one]);
    expect(new Set(again.decisions)).toEqual(new Set(decidesOn ? [one, two, three] : [one, two]));
    expect(Object.fromEntries(host.book.settings)['PlacementCostAddin.choices']).toBeDefined();
  });

  it('cost no more round trips than the tracker alone', async () => {
    const host = await open(people(60));
    await runSummary({}, TODAY);
    const syncs = async (work: () => Promise<unknown>) => {
      const before = host.io.syncs;
      await work();
      return host.io.syncs - before;
    };
    expect(await syncs(read)).toBe(2);
    expect(await syncs(() => runSummary({}, TODAY))).toBe(4);
    expect(await syncs(() => keepDecisions([]))).toBe(1);
  });

  it('are read off a long ledger in the round trip of the long tracker’s rest', async () => {
    const host = await open(people(900));
    const decision = await decided('YP899', 'SGO granted');
    await write([decision]);
    const before = host.io.syncs;
    expect((await read()).decisions).toEqual([decision]);
    expect(host.io.syncs - before).toBe(3);
  });

  it('stand on a sheet that the officer sorted, moved down and widened', async () => {
    const host = await open();
    const decisions = [
      await decided('YP2', 'SGO granted', 'Order'),
      await decided('YP3', 'No change'),
    ];
    await write(decisions);
    const sheet = host.workbook.worksheets.getItem('Change reasons');
    sheet.getRange('1:1').insert('Down' as never);
    sheet.name = 'For the panel';
    expect(new Set((await read()).decisions)).toEqual(new Set(decisions));
  });

  it('are followed on a sheet of a version without dates, which is then brought up to date in place', async () => {
    const host = await open();
    const decisions = [await decided('YP2', 'SGO granted', 'Order')];
    const tracker = await read();
    const { choices } = await readTracker({}, TODAY);
    const summary = summarise(tracker, choices, TODAY, decisions);
    await writeSummary(tracker, { ...summary, plans: summary.plans.map(withoutDates) }, choices);
    const sheet = host.workbook.worksheets.getItem('Change reasons');
    const headings = () => sheet.tables.getItem('ChangeReasons').getHeaderRowRange().values![0]!;
    expect(headings()).not.toContain('Date of change');
    const before = snapshotOf(host.book).sheets;
    expect((await read()).decisions).toEqual(decisions);
    const { choices: now } = await readTracker({}, TODAY);
    const again = await read();
    const outcome = await writeSummary(again, summarise(again, now, TODAY), now);
    expect(headings().slice(5, 9)).toEqual([
      'Change a week',
      'Date of change',
      'Change in the year',
      'Reason',
    ]);
    expect((await read()).decisions).toEqual(decisions);
    if (outcome.kind !== 'written') throw new Error(outcome.kind);
    await undoWrite(outcome.receipt);
    expect(snapshotOf(host.book).sheets).toEqual(before);
  });

  it('compare the tracker as it is now in formulas of Excel', async () => {
    const host = await open();
    await runSummary({}, TODAY);
    const sheet = host.workbook.worksheets.getItem('Change reasons');
    const formulas = sheet.getUsedRange(true).formulas!.flat().map(String);
    const named = (cells: string) => formulas.filter((each) => each.includes(cells)).length;
    expect(named('SUM(Tracker!$D$2:$D$24)')).toBe(1);
    expect(named('ROWS(Tracker!$A$2:$A$24)-COUNTBLANK(Tracker!$A$2:$A$24)')).toBe(1);
    const agreeing = () =>
      sheet
        .getUsedRange(true)
        .values!.flat()
        .filter((each) => / Agrees with/.test(String(each)));
    expect(agreeing()).toHaveLength(3);
    host.workbook.worksheets.getItem('Tracker').getRange('D2').values = [['#REF!']];
    expect(agreeing()).toHaveLength(2);
  });

  it('can be made although nobody has both weekly costs, and not where no note says why', async () => {
    const host = await open(people(3).map((row) => [...row.slice(0, 3), '', '', row[5]!]));
    const { summary } = await runSummary({}, TODAY);
    expect(summary.ledger.map(({ standing }) => standing)).toEqual([
      'not counted',
      'not counted',
      'not counted',
    ]);
    expect(cellOf('YP3', 'Status').values![0]![0]).toMatch(/^Not counted: no weekly costs/);
    host.workbook.worksheets.getItem('Tracker').getRange('F2:F4').clear();
    await expect(runSummary({}, TODAY)).rejects.toThrow(/There is no young person to write about/);
  });
});
