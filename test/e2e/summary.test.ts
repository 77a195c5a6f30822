import { asShown, COHORTS, OPPORTUNITIES } from './published';
import { DemoPage, rowsOf, setStage, type Stage } from './demoPage';
import { until } from '../until';
import { WRITTEN_SHEETS } from '../writtenSheets';

jest.setTimeout(60_000);

const COHORT_TABLE = 'Weekly placement cost by cohort';
const OPPORTUNITY_TABLE = 'Change in weekly placement cost by identified opportunity';
const COHORT_TEXTS = asShown(COHORTS, [2, 3]);
const OPPORTUNITY_TEXTS = asShown(OPPORTUNITIES, []);

/** Cells hold more than pence; the paper prints pence. */
const inPence = (rows: unknown[][]) =>
  rows.map((row) =>
    row.map((value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value)),
  );

let stage: Stage;
let demo: DemoPage;
beforeAll(async () => void (stage = await setStage()));
afterAll(() => stage.close());
beforeEach(async () => void (demo = await DemoPage.open(stage)));
afterEach(() => demo.close());

const writtenFigures = async () => ({
  cohorts: inPence(await demo.values('Cohorts', 'A11:G13')),
  opportunities: inPence(await demo.values('Opportunities', 'A11:D13')),
});

it('finds the tracker of the sample workbook and previews every published figure', async () => {
  const found = demo.pane.getByRole('region', { name: 'What was found' });
  expect(await found.textContent()).toContain('Tracker');
  expect(await found.textContent()).toContain('103');
  expect(await demo.previewRows(COHORT_TABLE)).toEqual(COHORT_TEXTS);
  expect(await demo.previewRows(OPPORTUNITY_TABLE)).toEqual(OPPORTUNITY_TEXTS);
});

it('goes from opening to written by keyboard alone', async () => {
  await demo.tabTo('Write to workbook');
  await demo.page.keyboard.press('Enter');
  const result = demo.pane.getByRole('heading', { name: 'Written to the workbook' });
  await result.waitFor();
  await until('the result has the focus', () =>
    result.evaluate((heading) => heading === document.activeElement),
  );
  expect(await writtenFigures()).toEqual({ cohorts: COHORTS, opportunities: OPPORTUNITIES });
});

it('writes the published figures to sheets that the grid then shows', async () => {
  await demo.write();
  expect(await writtenFigures()).toEqual({ cohorts: COHORTS, opportunities: OPPORTUNITIES });
  const gridRow = async (sheet: string, row: number) => {
    const rows = demo.page.getByRole('grid', { name: sheet }).locator('tbody tr');
    await rows.nth(row - 1).waitFor();
    return (await rowsOf(rows))[row - 1]!;
  };
  await demo.page.getByRole('tab', { name: 'Cover', selected: true }).waitFor();
  await demo.page.getByRole('tab', { name: 'Cohorts', exact: true }).click();
  expect((await gridRow('Cohorts', 11)).slice(1, 8)).toEqual(COHORT_TEXTS[0]);
  expect((await gridRow('Cohorts', 13)).slice(1, 8)).toEqual(COHORT_TEXTS[2]);
  await demo.page.getByRole('tab', { name: 'Opportunities' }).click();
  expect((await gridRow('Opportunities', 12)).slice(1, 5)).toEqual(OPPORTUNITY_TEXTS[1]);
});

it('takes back what it wrote when asked to undo', async () => {
  const before = await demo.sheetNames();
  await demo.write();
  expect(await demo.sheetNames()).toEqual([...before, ...WRITTEN_SHEETS]);
  await demo.pane.getByRole('button', { name: 'Undo' }).click();
  await demo.pane.getByRole('heading', { name: 'Undone' }).waitFor();
  expect(await demo.sheetNames()).toEqual(before);
  await demo.page.getByRole('tab', { name: 'Cohorts' }).waitFor({ state: 'detached' });
});

it('rewrites its sheets in place the second time', async () => {
  await demo.write();
  const ids = () =>
    demo.page.evaluate(() => window.excelHost!.book.sheets.map((sheet) => [sheet.id, sheet.name]));
  const first = await ids();
  await demo.pane.getByLabel('Weeks in a year').selectOption('53');
  const looks = () => demo.page.evaluate(() => window.excelHost!.io.syncs);
  const before = await looks();
  await demo.write();
  await until('the year is of 53 weeks', async () =>
    /53/.test(String((await demo.values('Cohorts', 'G10'))[0]![0])),
  );
  // Those of one write: the pane knows the sheets that it wrote, and reads nothing anew.
  expect((await looks()) - before).toBeLessThanOrEqual(2);
  expect(await ids()).toEqual(first);
  expect(inPence(await demo.values('Cohorts', 'G13'))).toEqual([[-780417.58]]);
});

it('reads and writes in at most four round trips', async () => {
  await demo.write();
  const syncs = await demo.page.evaluate(() => window.excelHost!.io.syncs);
  expect(syncs).toBeLessThanOrEqual(4);
});

it('writes a workbook that can be saved, opened again and written to in place', async () => {
  await demo.write();
  const download = demo.page.waitForEvent('download');
  await demo.page.getByRole('button', { name: 'Save as .xlsx' }).click();
  const path = await (await download).path();
  await demo.page.getByLabel('Workbook file').setInputFiles(path);
  await demo.page.getByRole('status').filter({ hasText: 'is open.' }).waitFor();
  await demo.hasLooked();
  const names = await demo.sheetNames();
  expect(await writtenFigures()).toEqual({ cohorts: COHORTS, opportunities: OPPORTUNITIES });
  await demo.write();
  expect(await demo.sheetNames()).toEqual(names);
});

it('gives the pane the theme that is chosen on the page', async () => {
  // Where a browser is told which scheme to prefer, as these tests do by default, no frame follows.
  const unled = await DemoPage.open(stage, { colorScheme: null });
  const isDark = () => unled.frame.evaluate(() => document.documentElement.dataset.theme);
  await unled.page.getByLabel('Theme').selectOption('Dark');
  await until('the pane is dark', async () => (await isDark()) === 'dark');
  await unled.page.getByLabel('Theme').selectOption('Light');
  await until('the pane is light', async () => (await isDark()) === 'light');
  await unled.close();
});
