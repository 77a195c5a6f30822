import * as fc from 'fast-check';
import type { ExcelHost } from '../../host/excel-host';
import { readTracker } from '../../src/commands/readTracker';
import { runSummary } from '../../src/commands/runSummary';
import { undoWrite } from '../../src/commands/writeSummary';
import { NO_COMMENTARY } from '../../src/reports/commentary';
import type { SheetPlan } from '../../src/reports/plan';
import { plainText } from '../../src/reports/plainText';
import { writePlans } from '../../src/workbook/write';
import { snapshotOf } from '../host/book-snapshot';
import { excelWithSheets, valuesOf, type PlayedExcel } from './excelWithSheets';

const TRACKER = [
  ['Ref', 'Original weekly cost', 'Current weekly cost'],
  ['YP1', 1000, 800],
];

const plan = (notes = ['One note.'], id = 'p'): SheetPlan => ({
  id,
  sheet: id,
  title: `About ${id}`,
  publishable: true,
  notes,
  commentary: NO_COMMENTARY,
  table: {
    name: `Table_${id}`,
    columns: [
      { key: 'label', heading: 'Label', format: 'text' },
      { key: 'amount', heading: 'Amount', format: 'money' },
    ],
    rows: [
      ['a', 1],
      ['b', 2],
    ],
  },
  total: false,
});

describe('the commentary above a table', () => {
  let excel: PlayedExcel;
  let host: ExcelHost;
  beforeEach(async () => {
    excel = await excelWithSheets({ Tracker: TRACKER });
    host = excel.host;
  });
  afterEach(() => excel.close());

  async function write(...plans: SheetPlan[]) {
    const { look } = await readTracker();
    if (look.kind !== 'found') throw new Error(look.sentence);
    const { seen } = look.tracker;
    const outcome = await writePlans({ plans, signs: 'minus', seen, settings: [] });
    if (outcome.kind !== 'written') throw new Error(outcome.kind);
    return outcome;
  }
  const sheet = (name = 'p') => host.workbook.worksheets.getItem(name);
  const columnA = (name = 'p') => valuesOf(host, name).map(([first]) => first);
  const labelRow = (name = 'p') => columnA(name).indexOf(NO_COMMENTARY.label);
  /** The cell below the label. */
  const cell = (name = 'p') => sheet(name).getRangeByIndexes(labelRow(name) + 1, 0, 1, 1);
  const type = (text: unknown, name = 'p') => (cell(name).formulas = [[text]]);
  const insertRows = (at: number, rows: number) =>
    sheet().getRangeByIndexes(at, 0, rows, 1).getEntireRow().insert('Down');

  it('has a place below the notes, which wraps and is as high as Excel makes it, nothing merged', async () => {
    await write(plan());
    expect(columnA()).toEqual(['About p', 'One note.', NO_COMMENTARY.label, '', 'Label', 'a', 'b']);
    expect(cell().format.wrapText).toBe(true);
    expect(sheet().getRange('A3').format.font.bold).toBe(true);
    expect(host.book.sheetNamed('p')!.merges).toEqual([]);
    expect(host.book.sheetNamed('p')!.rowHeights.at(3)).toBeUndefined();
  });

  it.each([
    ['words', 'Savings are on track.'],
    ['a line that begins with =', "'=savings are ahead"],
    ['a line that begins with +', "'+ 3 moves agreed"],
    ['several lines', 'First.\n\n  Third, after a blank one.'],
    ['more than a cell shows of the text format', 'word '.repeat(900)],
    ['a date', "'12/05/2024"],
  ])('is kept as typed: %s', async (_, typed) => {
    await write(plan());
    type(typed);
    const before = cell().values;
    expect(before).toEqual([[typed.replace(/^'/, '')]]);
    for (const notes of [['One note.'], ['Now', 'three', 'notes.'], []]) {
      const { plans } = await write(plan(notes));
      expect(plans[0]!.commentary!.text).toBe(before![0]![0]);
      expect(cell().values).toEqual(before);
      expect(cell().formulas).toEqual(before);
      expect(cell().format.wrapText).toBe(true);
    }
  });

  it('is kept whatever is typed, through a write and an undo', async () => {
    await write(plan());
    await fc.assert(
      fc.asyncProperty(
        fc.string({ maxLength: 40, unit: fc.constantFrom(...'=+-@\'"£1 /\n(a:é') }),
        async (text) => {
          fc.pre(text.trim() !== '');
          type(`'${text}`);
          const { receipt } = await write(plan(['Another', 'number of notes.']));
          expect(cell().formulas).toEqual([[text]]);
          await undoWrite(receipt);
          expect(cell().formulas).toEqual([[text]]);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('keeps what the officer has Excel work out', async () => {
    await write(plan());
    type('=TEXT(B6,"£0")&" saved"');
    await write(plan(['Two', 'notes.']));
    expect(cell().formulas).toEqual([['=TEXT(B6,"£0")&" saved"']]);
  });

  it.each<[string, () => void]>([
    ['above the sheet', () => insertRows(0, 3)],
    ['above the label', () => insertRows(2, 7)],
    ['below the label', () => insertRows(3, 1)],
    ['above the table', () => insertRows(4, 2)],
    ['above, more than the table is long', () => insertRows(0, 40)],
  ])(
    'is found where rows were inserted %s, and undo puts all back as it was',
    async (_, insert) => {
      await write(plan());
      type('Kept.');
      insert();
      // The look of the title and the box comes back where it is without the rows.
      const contents = () => ({
        sheets: snapshotOf(host.book).sheets.map((each) => ({ ...each, formats: undefined })),
        tables: host.book.tables.map(({ rect }) => rect),
      });
      const before = contents();
      const { receipt } = await write(plan());
      expect(columnA()).toEqual([
        ...['About p', 'One note.', NO_COMMENTARY.label, 'Kept.', 'Label', 'a', 'b'],
      ]);
      expect(host.book.tables.map(({ rect }) => rect)).toEqual([
        { top: 4, left: 0, bottom: 6, right: 1 },
      ]);
      await undoWrite(receipt);
      expect(contents()).toEqual(before);
    },
  );

  it('is all that stands between the label and the table', async () => {
    await write(plan());
    type('First paragraph.');
    insertRows(4, 2);
    sheet().getRange('A6').values = [['Second paragraph.']];
    await write(plan());
    expect(cell().values).toEqual([['First paragraph.\nSecond paragraph.']]);
  });

  it('is found where it was typed over its label, and where the table is none any more', async () => {
    await write(plan());
    sheet().getRange('A3').values = [['Typed over the label.']];
    await write(plan());
    expect(cell().values).toEqual([['Typed over the label.']]);
    host.workbook.tables.getItem('Table_p').convertToRange();
    insertRows(0, 2);
    await write(plan());
    expect(cell().values).toEqual([['Typed over the label.']]);
  });

  it('is a number or a date as it showed', async () => {
    await write(plan());
    type(45629);
    cell().numberFormat = [['dd/mm/yyyy']];
    await write(plan());
    expect(cell().values).toEqual([['03/12/2024']]);
  });

  it('comes back as it was on undo, and what was typed after the write stays', async () => {
    await write(plan());
    type('As it was.');
    const before = snapshotOf(host.book).sheets;
    await undoWrite((await write(plan(['Other', 'notes.']))).receipt);
    expect(snapshotOf(host.book).sheets).toEqual(before);
    const { receipt } = await write(plan(['Other', 'notes.']));
    type('Typed since.');
    await undoWrite(receipt);
    expect(columnA().slice(0, 5)).toEqual([
      ...['About p', 'One note.', NO_COMMENTARY.label, 'Typed since.', 'Label'],
    ]);
  });

  it('is a formula or words as it was where the other was typed after the write', async () => {
    await write(plan());
    type('=B6');
    const { receipt } = await write(plan());
    type('Words.');
    await undoWrite(receipt);
    expect(cell().formulas).toEqual([['Words.']]);
  });

  it('stays on a copy of the sheet, which is the officer’s', async () => {
    await runSummary({}, '2024-12-03');
    type('Said once.', 'Cohorts');
    const copy = host.workbook.worksheets.add('Copy');
    valuesOf(host, 'Cohorts').forEach((row, r) => {
      copy.getRangeByIndexes(r, 0, 1, row.length).values = [row];
    });
    host.book
      .sheetNamed('Cohorts')!
      .customProperties.forEach((value, key) => copy.customProperties.add(key, value));
    cell('Copy').values = [['Said on the copy.']];
    await runSummary({}, '2024-12-03');
    expect([cell('Cohorts').values, cell('Copy').values]).toEqual([
      [['Said once.']],
      [['Said on the copy.']],
    ]);
  });

  it('stands on every sheet that may be published, and not on the one that names young people', async () => {
    const { summary } = await runSummary({}, '2024-12-03');
    for (const { sheet: name, publishable } of summary.plans) {
      expect(labelRow(name) >= 0).toBe(publishable);
    }
  });

  it('takes no more round trips on twenty sheets than on two', async () => {
    const trips: number[] = [];
    for (const count of [2, 20]) {
      const plans = Array.from({ length: count }, (_, i) => plan(['A note.'], `p${i}`));
      await write(...plans);
      plans.forEach(({ id }) => type(`Of ${id}.`, id));
      const before = host.io.syncs;
      await write(...plans);
      trips.push(host.io.syncs - before);
      expect(plans.map(({ id }) => cell(id).values?.[0]?.[0])).toEqual(
        plans.map(({ id }) => `Of ${id}.`),
      );
    }
    expect(trips).toEqual([4, 4]);
  });

  it('is printed out where something was typed, and nowhere else', async () => {
    const { plans: untouched } = await write(plan());
    expect(plainText(untouched[0]!, 'minus')).not.toMatch(/commentary/i);
    type(`'=A sentence.\nEnd.`);
    const { plans } = await write(plan());
    expect(plainText(plans[0]!, 'minus')).toMatch(/\nCommentary: =A sentence/);
  });
});
