/* global window -- functions given to page.evaluate run in the page */
/**
 * Makes the pictures of docs/images from the built add-in, in a real browser:
 *
 *   npm run screenshots
 *   npm run screenshots -- pane-publish pane-accessibility    those whose names begin so
 */
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { ensureBuilt } from './build.mjs';
import { ensureChromium } from './setup.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const images = `${root}docs/images`;

const WIDE = { width: 1360, height: 820 };
const NARROW = { width: 320, height: 900 };
/** A tall window shows the whole pane at once. */
const TALL = { width: 1360, height: 2400 };
/** Room for a pane that shows part of what scrolls in it. */
const PAGE = { width: 1360, height: 1200 };

const LIGHT = { colorScheme: 'light' };
const DARK = { colorScheme: 'dark' };
const FORCED = { colorScheme: 'dark', forcedColors: 'active' };

const SHOTS = [
  { name: 'demo-light', viewport: WIDE, look: LIGHT, steps: [onTracker] },
  { name: 'demo-written-light', viewport: WIDE, look: LIGHT, steps: [write, onCohorts] },
  { name: 'demo-written-dark', viewport: WIDE, look: DARK, steps: [write, onCohorts] },
  { name: 'demo-forced-colours', viewport: WIDE, look: FORCED, steps: [write, onCohorts] },
  { name: 'demo-320', viewport: NARROW, look: LIGHT, steps: [onTracker], wholePage: true },
  { name: 'pane-light', viewport: TALL, look: LIGHT, steps: [], pane: true },
  { name: 'pane-dark', viewport: TALL, look: DARK, steps: [], pane: true },
  { name: 'pane-written', viewport: TALL, look: LIGHT, steps: [write], pane: true },
  { name: 'pane-problems', viewport: TALL, look: LIGHT, steps: [spoil], pane: true },
  {
    name: 'pane-problems-forced-colours',
    viewport: TALL,
    look: FORCED,
    steps: [spoil],
    pane: true,
  },
  { name: 'pane-review-light', viewport: TALL, look: LIGHT, steps: [review], pane: true },
  { name: 'pane-review-dark', viewport: TALL, look: DARK, steps: [review], pane: true },
  { name: 'pane-review-forced-colours', viewport: TALL, look: FORCED, steps: [review], pane: true },
  { name: 'demo-reductions', viewport: WIDE, look: LIGHT, steps: [write, onReductions] },
  { name: 'demo-figure', viewport: WIDE, look: LIGHT, steps: [write, explainFigure] },
  { name: 'pane-publish-light', viewport: PAGE, look: LIGHT, steps: [publish], pane: true },
  { name: 'pane-publish-dark', viewport: PAGE, look: DARK, steps: [publish], pane: true },
  {
    name: 'pane-publish-changed',
    viewport: PAGE,
    look: LIGHT,
    steps: [publish, changeMeanwhile],
    pane: true,
  },
  {
    name: 'pane-publish-forced-colours',
    viewport: PAGE,
    look: FORCED,
    steps: [publish],
    pane: true,
  },
  { name: 'pane-accessibility', viewport: PAGE, look: LIGHT, steps: [accessibility], pane: true },
  { name: 'pane-nothing-found', viewport: WIDE, look: LIGHT, steps: [empty], pane: true },
];

const paneOf = (page) => page.frameLocator('iframe[title="Placement costs"]');

async function onTracker(page) {
  await page.getByRole('tab', { name: 'Tracker' }).click();
}

async function write(page) {
  await paneOf(page).getByRole('button', { name: 'Write to workbook' }).click();
  await paneOf(page).getByRole('heading', { name: 'Written to the workbook' }).waitFor();
}

async function review(page) {
  await paneOf(page).getByRole('button', { name: 'Review reasons' }).click();
  await paneOf(page).getByRole('listbox').waitFor();
}

/** Opens the copy's screen at a page with what is hidden struck out. */
async function publish(page) {
  const pane = paneOf(page);
  await pane.getByRole('button', { name: 'Prepare the copy' }).click();
  await pane.getByText(/hidden in \d+ tables/).waitFor();
  await pane.getByRole('radio', { name: /struck out/ }).check();
  await pane.getByText(/^Reductions by reason/).click();
  await pane.getByRole('table').waitFor();
}

/** The tracker changes behind the screen, and then the copy is asked for. */
async function changeMeanwhile(page) {
  await page.evaluate(() => {
    const cost = window.excelHost.workbook.worksheets.getItem('Tracker').getRange('G5');
    cost.values = [[Number(cost.values[0][0]) + 1000]];
  });
  const pane = paneOf(page);
  await pane.getByRole('button', { name: 'Open as a new workbook' }).click();
  await pane.getByRole('alert').waitFor();
}

async function accessibility(page) {
  const pane = paneOf(page);
  await pane.getByRole('button', { name: 'Check this workbook' }).click();
  await pane.getByText(/sheets checked/).waitFor();
  await pane
    .getByRole('heading', { name: 'Accessibility of this workbook' })
    .evaluate((heading) => heading.scrollIntoView());
}

async function onCohorts(page) {
  await page.getByRole('tab', { name: 'Cohorts', exact: true }).click();
}

async function onReductions(page) {
  await page.getByRole('tab', { name: 'Reductions by reason' }).click();
}

async function explainFigure(page) {
  await page.evaluate(() =>
    window.excelHost.workbook.tables.getItem('PlacementCohorts').getRange().getCell(1, 4).select(),
  );
  await paneOf(page).getByRole('button', { name: 'Explain the selected figure' }).click();
  await paneOf(page).getByRole('listbox').waitFor();
}

async function lookAgain(page) {
  const pane = paneOf(page);
  await pane.getByRole('button', { name: 'Look again' }).click();
  await pane.getByRole('button', { name: 'Look again' }).waitFor();
}

/** Gives the tracker faults of the kinds that officers' workbooks have. */
async function spoil(page) {
  await onTracker(page);
  await page.evaluate(() => {
    const sheet = window.excelHost.workbook.worksheets.getItem('Tracker');
    const heading = (words) =>
      sheet.getRange('A4:O4').values[0].findIndex((text) => text.toLowerCase() === words);
    const put = (row, words, value) => {
      sheet.getCell(row - 1, heading(words)).values = [[value]];
    };
    put(7, 'current weekly cost', 'see notes');
    put(12, 'original weekly cost', 'tbc');
    put(20, 'current weekly cost', '-450');
  });
  await lookAgain(page);
}

async function empty(page) {
  await page.evaluate(() => {
    const { worksheets } = window.excelHost.workbook;
    for (const sheet of [...window.excelHost.book.sheets].slice(1)) {
      worksheets.getItem(sheet.name).delete();
    }
  });
  await lookAgain(page);
}

async function take(browser, address, { name, viewport, look, steps, pane, wholePage }) {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport, ...look });
  const page = await context.newPage();
  await page.goto(address);
  await paneOf(page).getByRole('button', { name: 'Look again' }).waitFor();
  for (const step of steps) await step(page);
  await page.mouse.move(0, 0);
  // Progress and focus settle, and the grid is drawn.
  await page.waitForTimeout(500);
  const path = `${images}/${name}.png`;
  if (pane) await page.locator('iframe').screenshot({ path });
  else await page.screenshot({ path, fullPage: wholePage });
  await context.close();
  process.stdout.write(`docs/images/${name}.png\n`);
}

const wanted = process.argv.slice(2);
const isWanted = ({ name }) =>
  wanted.length === 0 || wanted.some((start) => name.startsWith(start));

ensureBuilt();
mkdirSync(images, { recursive: true });
const { serve } = createRequire(import.meta.url)('../dist/node/serve.js');
const served = await serve({ root, ports: { page: 0, addin: 0 } });
const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
try {
  for (const shot of SHOTS.filter(isWanted)) await take(browser, served.page, shot);
} finally {
  await browser.close();
  await served.close();
}
