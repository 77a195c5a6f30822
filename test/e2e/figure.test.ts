import { DemoPage, setStage, type Stage } from './demoPage';
import { WRITTEN_SHEETS } from '../writtenSheets';
import { until } from '../until';

jest.setTimeout(120_000);

const OWN_SHEET = 'Where a figure comes from';

let stage: Stage;
let demo: DemoPage;
beforeAll(async () => void (stage = await setStage()));
afterAll(() => stage.close());
beforeEach(async () => void (demo = await DemoPage.open(stage)));
afterEach(() => demo.close());

const press = (key: string) => demo.page.keyboard.press(key);
const heading = (name: string) => demo.pane.getByRole('heading', { name, exact: true });
const isSelected = (address: string) =>
  until(`${address} is selected`, async () => (await demo.selected()) === address);
const listHasFocus = () =>
  until('the focus is in the list', () =>
    demo.pane
      .getByRole('listbox', { name: 'Young people' })
      .evaluateAll(([found]) => found !== undefined && found === document.activeElement),
  );

/** The row of a sheet's table that a label names, counted from 1. */
const rowOf = (table: string, label: string) =>
  demo.page.evaluate(
    ([name, text]) => {
      const range = window.excelHost!.workbook.tables.getItem(name!).getRange();
      return range.rowIndex + range.values!.findIndex(([cell]) => cell === text) + 1;
    },
    [table, label],
  );

it('explains a figure, goes to the tracker and back, and puts it on a sheet, all by keyboard', async () => {
  await demo.write();
  const row = await rowOf('PlacementCohorts', 'Cohort 1');
  await demo.page.getByRole('tab', { name: 'Cohorts', exact: true }).click();
  await demo.page.locator(`#cell-E${row}`).click();
  await isSelected(`Cohorts!E${row}`);

  await demo.tabTo('Explain the selected figure');
  await press('Enter');
  await heading('Difference a week: Cohort 1').waitFor();
  await listHasFocus();
  await demo.pane
    .getByText(
      'It is the current weekly costs of the 57 young people in ‘Cohort 1’, £151,234.90, less the original ones, £183,523.64. The list casts to -£32,288.74.',
    )
    .waitFor();

  await press('ArrowDown');
  const second = await demo.pane.getByRole('option', { selected: true }).textContent();
  expect(second).toMatch(/^YP002 \+£36\.62 £1,310\.32 before, £1,346\.94 now /);
  await press('Enter');
  await isSelected('Tracker!A6');
  // What was asked of stays in sight, and the keys stay in the list.
  await listHasFocus();
  await heading('Difference a week: Cohort 1').waitFor();
  await press('Backspace');
  await isSelected(`Cohorts!E${row}`);
  await listHasFocus();
  expect(await demo.pane.getByRole('option', { selected: true }).textContent()).toBe(second);

  await demo.tabTo('Put on a sheet of its own');
  await press('Enter');
  await demo.pane.getByText(`Put on the sheet ‘${OWN_SHEET}’`, { exact: false }).waitFor();
  expect((await demo.sheetNames()).slice(-1)).toEqual([OWN_SHEET]);
  const total = await rowOf('FigureBehind', 'Total');
  const [[name, ...sums]] = (await demo.values(OWN_SHEET, `A${total}:D${total}`)) as [
    [string, ...number[]],
  ];
  expect([name, ...sums.map((sum) => Math.round(sum * 100) / 100)]).toEqual([
    'Total',
    183523.64,
    151234.9,
    -32288.74,
  ]);
  await heading('Difference a week: Cohort 1').waitFor();

  await demo.pane.getByRole('button', { name: 'Undo' }).click();
  await demo.pane.getByText('Undone: the workbook is as it was before.').waitFor();
  expect((await demo.sheetNames()).slice(-WRITTEN_SHEETS.length)).toEqual(WRITTEN_SHEETS);
  expect(demo.errors).toEqual([]);
});

it('follows the selection for as long as it is open, and writes the summary after it as before', async () => {
  await demo.write();
  const row = await rowOf('PlacementCohorts', 'Total');
  await demo.page.getByRole('tab', { name: 'Cohorts', exact: true }).click();
  await demo.page.locator(`#cell-B${row}`).click();
  await demo.pane.getByRole('button', { name: 'Explain the selected figure' }).click();
  await heading('Young people: Total').waitFor();
  await demo.page.locator(`#cell-C${row - 1}`).click();
  await heading('Original weekly cost: Cohort 2').waitFor();
  await demo.page.getByRole('tab', { name: 'Tracker' }).click();
  await demo.pane.getByText('is on no sheet of the add-in’s', { exact: false }).last().waitFor();

  await demo.page.getByRole('tab', { name: 'Cohorts', exact: true }).click();
  await heading('Original weekly cost: Cohort 2').waitFor();
  await demo.pane.getByRole('button', { name: 'Put on a sheet of its own' }).click();
  await demo.pane.getByText(`Put on the sheet ‘${OWN_SHEET}’`, { exact: false }).waitFor();
  await demo.pane.getByRole('button', { name: 'Back', exact: true }).click();
  await demo.write();
  expect(await demo.sheetNames()).toContain(OWN_SHEET);
});
