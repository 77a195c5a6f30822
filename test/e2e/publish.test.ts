import { readFileSync } from 'node:fs';
import { NO_COMMENTARY } from '../../src/reports/commentary';
import { until } from '../until';
import { DemoPage, rowsOf, setStage, type Stage } from './demoPage';

jest.setTimeout(120_000);

const REFUSED = 'Excel could not do this (GeneralException). Try again.';
const OPENED = 'The copy is open as a new workbook.';

let stage: Stage;
let demo: DemoPage;
beforeAll(async () => void (stage = await setStage()));
afterAll(() => stage.close());
beforeEach(async () => void (demo = await DemoPage.open(stage)));
afterEach(() => demo.close());

const button = (name: string) => demo.pane.getByRole('button', { name, exact: true });
const title = () => demo.pane.getByRole('heading', { name: 'The copy to publish', level: 1 });
const said = (words: string | RegExp) =>
  demo.pane.getByRole('status').filter({ hasText: words }).waitFor();
const focusOn = (role: 'button', name: string) =>
  until(`the focus is on ‘${name}’`, () =>
    demo.pane
      .getByRole(role, { name, exact: true })
      .evaluateAll(([found]) => found !== undefined && found === document.activeElement),
  );

/** Types commentary above the table of one of the add-in's sheets, as an officer does. */
async function comment(sheet: string, text: string): Promise<void> {
  const [...rows] = await demo.values(sheet, 'A1:A40');
  const row = rows.findIndex(([cell]) => cell === NO_COMMENTARY.label) + 2;
  expect(row).toBeGreaterThan(1);
  await demo.page.evaluate(
    ([name, address, words]) => {
      const { worksheets } = window.excelHost!.workbook;
      worksheets.getItem(name!).getRange(address!).values = [[words!]];
    },
    [sheet, `A${row}`, text],
  );
}

async function prepare(): Promise<void> {
  await button('Prepare the copy').click();
  await said(/hidden in \d+ tables/);
}

/** Unfolds a page; its figures. */
async function page(sheet: string) {
  const details = demo.pane.locator('details').filter({ hasText: new RegExp(`^${sheet}`) });
  if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
  await details.getByRole('table').waitFor();
  return details;
}

/** Presses the button and waits for the workbook that the page then shows. */
async function openCopy(): Promise<void> {
  await button('Open as a new workbook').click();
  await said(OPENED);
  await demo.page.getByRole('heading', { name: /^Copy\d\.xlsx$/ }).waitFor();
}

const tabs = () => demo.page.getByRole('tablist', { name: 'Sheets' }).getByRole('tab');
const textsOnSheet = async (sheet: string): Promise<string[]> => {
  await demo.page.getByRole('tab', { name: sheet, exact: true }).click();
  // The page is drawn a moment after the click.
  const panel = demo.page.getByRole('tabpanel', { name: sheet, exact: true });
  await panel.waitFor();
  const cells = panel.locator('td, th');
  return (await cells.allTextContents()).filter((text) => text !== '');
};

it('shows what is hidden and why, before and after, and opens the copy as a new workbook', async () => {
  await demo.write();
  await comment('Reductions by reason', 'Most of it was planned.');
  await prepare();
  await focusOn('button', 'Back');
  await said(/^\d+ figures of few young people are hidden in \d+ tables, and \d+ more so that/);

  const reductions = await page('Reductions by reason: \\d+ hidden');
  await reductions.getByText('Most of it was planned.').waitFor();
  const rows = reductions.getByRole('table').locator('tbody tr');
  const published = await rowsOf(rows);
  expect(published.flat().filter((cell) => cell === '[c]').length).toBeGreaterThan(0);

  await demo.pane.getByRole('radio', { name: /what is hidden struck out/ }).check();
  const before = await rowsOf(rows);
  expect(before.flat()).not.toContain('[c]');
  const struckOut = before.flat().filter((cell) => /^hidden: .+ (few|protects)$/.test(cell));
  expect(struckOut).toHaveLength(published.flat().filter((cell) => cell === '[c]').length);
  expect(before.find(([reason]) => reason === 'SGO granted')![1]).toBe('hidden: 4 few');

  await openCopy();
  const sheets = await tabs().allTextContents();
  expect(sheets.slice(0, 3)).toEqual(['Cover', 'Contents', 'Notes']);
  expect(sheets).toContain('Reductions by reason');
  expect(sheets.join()).not.toMatch(/Tracker|Change reasons|Ten dearest|by child/);
  const texts = await textsOnSheet('Reductions by reason');
  expect(texts).toContain('Most of it was planned.');
  expect(texts).toContain('[c]');
  expect(
    await demo.page.getByRole('combobox', { name: 'Workbook' }).locator('option').count(),
  ).toBe(2);
  expect(demo.errors).toEqual([]);
});

it('saves a Word document, without a request or an error', async () => {
  await demo.write();
  await prepare();
  const asked = demo.requests.length;
  const download = demo.page.waitForEvent('download');
  await button('Save as a Word document').click();
  const file = await download;
  await said('handed to your browser to be saved');
  expect(file.suggestedFilename()).toBe('Placement costs appendix.docx');
  const bytes = readFileSync(await file.path());
  expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  expect(bytes.includes('word/document.xml')).toBe(true);
  await openCopy();

  const { addin } = stage.served;
  const late = demo.requests.slice(asked).filter((url) => !url.startsWith('blob:'));
  // The code that makes files is loaded when it is first asked for, and nothing else is.
  expect(late.filter((url) => !(url.startsWith(`${addin}/`) && url.endsWith('.js')))).toEqual([]);
  expect(await demo.violations()).toEqual([]);
  expect(demo.errors).toEqual([]);
});

it('has the commentary as it is reworded while the screen is open', async () => {
  await demo.write();
  await comment('Reductions by reason', 'Four young people were granted an SGO.');
  await prepare();
  await demo.pane.getByText('Commentary seems to quote hidden figures: ‘Four’').waitFor();
  await comment('Reductions by reason', 'Some young people were granted an SGO.');
  await openCopy();
  const texts = await textsOnSheet('Reductions by reason');
  expect(texts).toContain('Some young people were granted an SGO.');
  expect(await demo.pane.getByText('Commentary seems to quote').count()).toBe(0);
});

it('is not made of a tracker that has changed since it was read, but of it read again', async () => {
  await prepare();
  const net = async () => {
    const cohorts = await page('Cohorts');
    const rows = await rowsOf(cohorts.getByRole('table').locator('tbody tr'));
    return rows.at(-1)!.slice(2, 5).join(' ');
  };
  const before = await net();
  await demo.page.evaluate(() => {
    const tracker = window.excelHost!.workbook.worksheets.getItem('Tracker');
    const cost = tracker.getRange('G5');
    cost.values = [[Number(cost.values![0]![0]) + 1000]];
  });
  await button('Open as a new workbook').click();
  await demo.pane
    .getByRole('alert')
    .filter({ hasText: 'No copy was made: the tracker has changed since it was read.' })
    .waitFor();
  expect(await demo.page.getByRole('heading', { name: /^Copy\d\.xlsx$/ }).count()).toBe(0);
  await until('the pages have the new cost', async () => (await net()) !== before);
  const after = await net();
  await openCopy();
  expect((await textsOnSheet('Cohorts')).join(' ')).toContain(after);
  expect(demo.errors).toEqual([]);
});

it('says so where Excel refuses the new workbook, and opens it on the next press', async () => {
  await prepare();
  await demo.page.evaluate(() => window.excelHost!.failures.atRequest(1));
  await button('Open as a new workbook').click();
  await demo.pane.getByRole('alert').filter({ hasText: REFUSED }).waitFor();
  await openCopy();
  expect(await demo.pane.getByRole('alert').count()).toBe(0);
});

it('says so where the workbook could not be read, and reads it on request', async () => {
  await demo.write();
  await demo.page.evaluate(() => window.excelHost!.failures.atRequest(1));
  await button('Prepare the copy').click();
  await demo.pane
    .getByRole('alert')
    .filter({ hasText: /^Excel could not do this/ })
    .waitFor();
  await button('Try again').click();
  await said(/hidden in \d+ tables/);
  expect(await demo.pane.getByRole('alert').count()).toBe(0);
});

it('is made without the commentary of a sheet that was deleted meanwhile', async () => {
  await demo.write();
  await comment('Reductions by reason', 'Most of it was planned.');
  await comment('Cohorts', 'Both cohorts were reviewed.');
  await demo.page.evaluate(() =>
    window.excelHost!.workbook.worksheets.getItem('Reductions by reason').delete(),
  );
  await prepare();
  const cohorts = await page('Cohorts');
  await cohorts.getByText('Both cohorts were reviewed.').waitFor();
  await openCopy();
  expect(await textsOnSheet('Reductions by reason')).not.toContain('Most of it was planned.');
  expect(demo.errors).toEqual([]);
});

it('says what to do instead in Excel for Mac, which saves no files from a pane', async () => {
  await prepare();
  // The library lets nobody change the platform, so this one is given Mac's name.
  await demo.frame.evaluate(() =>
    Object.assign(Office.PlatformType, { Mac: Office.context.platform }),
  );
  await button('Save as a Word document').click();
  await demo.pane
    .getByRole('alert')
    .filter({ hasText: 'Excel for Mac does not let a pane save files. Open the copy as a new' })
    .waitFor();
  await openCopy();
});

it('is reached, chosen and left by keyboard, and the focus goes back to what opened it', async () => {
  await demo.tabTo('Prepare the copy');
  await demo.page.keyboard.press('Enter');
  await focusOn('button', 'Back');
  await said(/hidden in \d+ tables/);

  const choices = await demo.pane.getByRole('combobox', { name: 'Hide counts of' }).textContent();
  await demo.tabTo(choices!);
  await demo.page.keyboard.press('Home');
  await said(/^Nothing is hidden in \d+ tables/);
  expect(await demo.frame.evaluate(() => (document.activeElement as HTMLSelectElement).value)).toBe(
    '0',
  );
  await demo.pane.getByText('Counts of one are children.').waitFor();
  await demo.page.keyboard.press('End');
  await said(/figures of few young people are hidden/);

  // One radio button takes the Tab key, the arrows go on from it.
  await demo.page.keyboard.press('Tab');
  await demo.page.keyboard.press('ArrowDown');
  await demo.pane.getByText('‘few’: of few young people itself').waitFor();
  await demo.tabTo('Open as a new workbook');
  await demo.page.keyboard.press('Enter');
  await said(OPENED);
  await focusOn('button', 'Open as a new workbook');
  await demo.page.keyboard.press('Shift+Tab');
  await button('Back').focus();
  await demo.page.keyboard.press('Enter');
  await focusOn('button', 'Prepare the copy');
  expect(await title().count()).toBe(0);
});
