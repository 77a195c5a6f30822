import ExcelJS from 'exceljs';
import { dataRows } from '../csvRows';
import { DemoPage, setStage, type Stage } from './demoPage';

jest.setTimeout(120_000);

let stage: Stage;
let demo: DemoPage;
beforeAll(async () => void (stage = await setStage()));
afterAll(() => stage.close());
beforeEach(async () => void (demo = await DemoPage.open(stage)));
afterEach(() => demo.close());

const select = (sheet: string, cells: string) =>
  demo.page.evaluate(
    ([name, address]) => {
      const chosen = window.excelHost!.workbook.worksheets.getItem(name!);
      chosen.activate();
      chosen.getRange(address!).select();
    },
    [sheet, cells],
  );
const press = async (button: string) => {
  await demo.tabTo(button);
  await demo.page.keyboard.press('Enter');
};
const fails = () =>
  demo.pane
    .getByRole('listitem')
    .filter({ hasText: /^Fails/ })
    .allTextContents();

it('says before anything is written whether the figures reconcile, and with another total', async () => {
  await demo.pane.getByText(/^\d+ checks: \d+ pass, .*, none fails\.$/).waitFor();
  await demo.rememberWorkbook();
  await select('Tracker', 'G5');
  await press('Compare the selected cell');
  await demo.pane.getByText(/1 fails\.$/).waitFor();
  const [found, ...others] = await fails();
  expect(others).toEqual([]);
  expect(found).toMatch(/^Fails Tracker!G5 is .* of the tracker is £/);
  await press('Leave out Tracker!G5');
  await demo.pane.getByText(/none fails\.$/).waitFor();
  expect(await demo.changesInWorkbook()).toEqual([]);
});

it('proofreads a paper in a workbook without a tracker, by keyboard', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Draft paper');
  dataRows('paper-000.csv').forEach((row, i) => (sheet.getRow(i + 1).values = row));
  await demo.openWorkbook(Buffer.from(await book.xlsx.writeBuffer()));
  await select('Draft paper', 'A:F');
  await press('Proofread the selected cells');
  await demo.pane.getByText(/5 tables\. 23 checks: 16 pass, .* 5 fail\.$/).waitFor();
  const found = await fails();
  expect(found).toHaveLength(5);
  expect(found.filter((text) => text.includes('‘Same placement, uplift agreed’'))).toHaveLength(3);
  expect(await demo.violations()).toEqual([]);
});
