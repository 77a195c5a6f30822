import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';
import { DemoPage, setStage, widerThanWindow, type Stage } from './demoPage';
import { GOOD_ROWS, trackerOf, workbookOf } from './workbooks';

jest.setTimeout(120_000);

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const NARROW = { viewport: { width: 320, height: 640 } };

const LOOKS = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced colours', colorScheme: 'dark', forcedColors: 'active' },
] as const;

let stage: Stage;
let demo: DemoPage;
beforeAll(async () => void (stage = await setStage()));
afterAll(() => stage.close());
beforeEach(async () => void (demo = await DemoPage.open(stage, NARROW)));
afterEach(() => demo.close());

/** What axe finds in one frame, a line a fault. */
async function faultsIn(frame: Frame): Promise<string[]> {
  await frame.evaluate(AXE);
  const { violations } = (await frame.evaluate(() =>
    (window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({
      iframes: false,
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  )) as AxeResults;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`),
  );
}

async function expectNoFaults(frames = [demo.frame]): Promise<void> {
  // A frame out of sight is not told of a new theme until it is scrolled to.
  await demo.page.locator('iframe').scrollIntoViewIfNeeded();
  for (const { name, ...look } of LOOKS) {
    await demo.page.emulateMedia(look);
    // Colours move to those of the new theme over a moment.
    await demo.page.waitForTimeout(400);
    const faults = await Promise.all(frames.map(faultsIn));
    expect({ name, faults: faults.flat() }).toEqual({ name, faults: [] });
    expect({ name, wide: await widerThanWindow(demo) }).toEqual({ name, wide: [] });
  }
}

it('would tell of a fault, and of a page too wide', async () => {
  await demo.frame.evaluate(() => {
    const picture = document.createElement('img');
    picture.width = 400;
    document.querySelector('main')!.prepend(picture);
  });
  expect((await faultsIn(demo.frame)).join()).toContain('image-alt');
  expect((await widerThanWindow(demo)).join()).toContain('MAIN');
});

it('has no fault at 320 px when the tracker is found, nor has the page around the pane', async () => {
  await demo.pane.getByRole('table', { name: 'Weekly placement cost by cohort' }).waitFor();
  await expectNoFaults(demo.page.frames());
});

it('has no fault at 320 px when there are problems', async () => {
  const rows = [...GOOD_ROWS, ['C4', 'Cohort 2', 'see notes', 700, null], ['C1', null, 5, 6, null]];
  await demo.openWorkbook(await trackerOf(rows));
  await demo.pane.getByRole('heading', { name: /^Problems \(\d+\)/ }).waitFor();
  await expectNoFaults();
});

it('has no fault at 320 px when the sheets are written', async () => {
  await demo.write();
  await expectNoFaults();
});

it('has no fault at 320 px when no tracker is found', async () => {
  await demo.openWorkbook(await workbookOf({ Notes: [['Nothing to see here']] }));
  await expectNoFaults();
});

it('has no fault at 320 px when a column is missing', async () => {
  const rows = GOOD_ROWS.map((row) => row.slice(0, 3));
  await demo.openWorkbook(await trackerOf(rows, ['Ref', 'Cohort', 'Original weekly cost']));
  await expectNoFaults();
});

it('has no fault at 320 px in the review of reasons, nor while another reason is looked for', async () => {
  await demo.pane.getByRole('button', { name: 'Review reasons' }).click();
  await demo.pane.getByRole('listbox', { name: 'Young people' }).waitFor();
  await expectNoFaults();
  await demo.page.keyboard.type('p');
  await demo.pane.getByRole('listbox', { name: 'Reasons' }).waitFor();
  await expectNoFaults();
});

it('has no fault at 320 px where a figure is explained, nor where the selected cell is none', async () => {
  await demo.write();
  await demo.pane.getByRole('button', { name: 'Explain the selected figure' }).click();
  await demo.pane.getByText('Cover!A1 ', { exact: false }).last().waitFor();
  await expectNoFaults();
  await demo.page.evaluate(() =>
    window.excelHost!.workbook.tables.getItem('PlacementCohorts').getRange().getCell(1, 4).select(),
  );
  await demo.pane.getByRole('listbox', { name: 'Young people' }).waitFor();
  await expectNoFaults();
});

it('has no fault at 320 px where a copy is prepared, before and after what is hidden, nor once it is made', async () => {
  await demo.pane.getByRole('button', { name: 'Prepare the copy' }).click();
  await demo.pane.getByText(/figures of few young people are hidden/).waitFor();
  await demo.pane.getByText(/^Reductions by reason: \d+ hidden/).click();
  await demo.pane.getByRole('table').waitFor();
  await expectNoFaults();
  await demo.pane.getByRole('radio', { name: /struck out/ }).check();
  await demo.pane.getByRole('combobox', { name: 'Hide counts of' }).selectOption('1 to 9');
  await demo.pane.getByRole('button', { name: 'Open as a new workbook' }).click();
  await demo.pane.getByText(/^The copy is open as a new workbook/).waitFor();
  await expectNoFaults();
  // The files' buttons stay in sight: what scrolls is what stands above them, not the page.
  const beyond = await demo.frame.evaluate(
    () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
  );
  expect(beyond).toBe(0);
});

it('has no fault at 320 px in the check of accessibility, before and after', async () => {
  const check = demo.pane.getByRole('button', { name: 'Check this workbook' });
  await check.scrollIntoViewIfNeeded();
  await expectNoFaults();
  await check.click();
  await demo.pane.getByText(/sheets checked: \d+ faults to mend/).waitFor();
  await demo.pane
    .getByRole('button', { name: /^Show \d+ more/ })
    .first()
    .click();
  await expectNoFaults();
});
