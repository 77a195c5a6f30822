import { DemoPage, setStage, type Stage } from './demoPage';
import { GOOD_ROWS, HEADINGS, trackerOf, workbookOf } from './workbooks';
import { until } from '../until';

jest.setTimeout(60_000);

const TABLE = 'Weekly placement cost by cohort';
const FIGURES = [
  ['Cohort 1', '2', '£1,800.00', '£1,700.00', '-£100.00', '-£50.00', '-£5,200.00'],
  ['Cohort 2', '1', '£500.50', '£600.75', '+£100.25', '+£100.25', '+£5,213.00'],
  ['Total', '3', '£2,300.50', '£2,300.75', '+£0.25', '+£0.08', '+£13.00'],
];

let stage: Stage;
let demo: DemoPage;
beforeAll(async () => {
  stage = await setStage();
  demo = await DemoPage.open(stage);
});
afterAll(() => stage.close());

const hindered = async () => (await demo.writeButton.getAttribute('aria-disabled')) === 'true';

it('says so where no sheet holds a tracker, and writes nothing', async () => {
  await demo.openWorkbook(
    await workbookOf({ Notes: [['Minutes of the panel'], ['Present: all']] }),
  );
  const found = demo.pane.getByRole('region', { name: 'What was found' });
  expect(await found.textContent()).toMatch(/No placements tracker was found in this workbook\./);
  expect(await hindered()).toBe(true);
  await demo.writeButton.click({ force: true });
  expect(await demo.sheetNames()).toEqual(['Notes']);
});

it('says so where the workbook’s only sheet is empty', async () => {
  await demo.openWorkbook(await workbookOf({ Sheet1: [] }));
  expect(await hindered()).toBe(true);
});

it('reads the tracker once the missing column is chosen', async () => {
  const headings = HEADINGS.map((heading) => (heading === '£/wk now' ? 'Xyz' : heading));
  await demo.openWorkbook(await trackerOf(GOOD_ROWS, headings));
  await demo.pane.getByText(/No column was found for ‘Weekly cost now’/).waitFor();
  expect(await hindered()).toBe(true);
  await demo.pane.getByLabel('Weekly cost now').selectOption('Xyz');
  await demo.pane.getByRole('table', { name: TABLE }).waitFor();
  expect(await demo.previewRows(TABLE)).toEqual(FIGURES);
  expect(await hindered()).toBe(false);
});

it('lists what it cannot read, counts the rest, and selects the cell that is pressed', async () => {
  const rows = [...GOOD_ROWS, ['C4', 'Cohort 2', 700, 'see notes', null]];
  await demo.openWorkbook(await trackerOf(rows));
  expect(await demo.previewRows(TABLE)).toEqual(FIGURES);
  await demo.page.getByRole('tab', { name: 'Tracker' }).waitFor();
  await demo.pane.getByRole('button', { name: /Tracker!D7/ }).click();
  await until('the cell is selected', async () => (await demo.selected()) === 'Tracker!D7');
  const cell = demo.page.getByRole('gridcell', { selected: true });
  await until('the grid shows it', async () => (await cell.textContent()) === 'see notes');
});

it('scrolls the grid to a problem far down the sheet', async () => {
  const rows = Array.from({ length: 600 }, (_, i) => [`C${i}`, 'Cohort 1', 100, 90, null]);
  rows[560]![3] = 'unknown' as unknown as number;
  await demo.openWorkbook(await trackerOf(rows));
  await demo.pane.getByRole('button', { name: /Tracker!D564/ }).click();
  const cell = demo.page.getByRole('gridcell', { name: 'unknown' });
  await until('the cell is in sight', () =>
    cell.evaluate((element) => {
      const box = element.getBoundingClientRect();
      const sight = element.closest('[role="tabpanel"]')!.getBoundingClientRect();
      return box.top > sight.top && box.bottom < sight.bottom;
    }),
  );
});

it('says so where a file is no workbook, and keeps the one that is open', async () => {
  const before = await demo.sheetNames();
  const status = demo.page.getByRole('status');
  await demo.page
    .getByLabel('Workbook file')
    .setInputFiles({ name: 'notes.xlsx', mimeType: '', buffer: Buffer.from('no workbook') });
  await until('a sentence', async () => /\.$/.test((await status.textContent()) ?? ''));
  expect(await demo.sheetNames()).toEqual(before);
});
