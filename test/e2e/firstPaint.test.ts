import { DemoPage, setStage, type Stage } from './demoPage';
import { until } from '../until';

jest.setTimeout(60_000);

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterAll(() => stage.close());

it('shows the pane’s heading and a sentence before any script has run', async () => {
  const demo = await DemoPage.blank(stage, { javaScriptEnabled: false });
  await demo.page.goto(`${stage.served.addin}/taskpane.html`);
  await demo.page.getByRole('heading', { name: 'Placement costs' }).waitFor();
  await demo.page.getByText('Looking through this workbook…').waitFor();
  await demo.close();
});

const SCRIPTS = [
  { which: 'office.js', late: /\/lib\/office-js\/office\.js$/ },
  { which: 'the add-in’s own scripts', late: /\/(functions|taskpane)\.js$/ },
];

/** When the page was first painted with something in it, ms from its start; undefined: not yet. */
const firstPaint = (demo: DemoPage) =>
  demo.page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);

it.each(SCRIPTS)('is painted with the same while $which keeps it waiting', async ({ late }) => {
  const demo = await DemoPage.blank(stage);
  let held = 0;
  await demo.context.route(late, () => void held++);
  await demo.page.goto(`${stage.served.addin}/taskpane.html`, { waitUntil: 'commit' });
  await demo.page.getByRole('heading', { name: 'Placement costs' }).waitFor();
  await demo.page.getByText('Looking through this workbook…').waitFor();
  await until('the page is painted', async () => (await firstPaint(demo)) !== undefined);
  expect(held).toBeGreaterThan(0);
  await demo.close();
});

it('goes on to the pane once a late office.js is there', async () => {
  const demo = await DemoPage.blank(stage);
  await demo.context.route(/\/lib\/office-js\/office\.js$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await demo.go();
  await demo.hasLooked();
  expect(demo.errors).toEqual([]);
  await demo.close();
});

it('says what to do where the pane is opened outside Excel', async () => {
  const demo = await DemoPage.blank(stage);
  await demo.page.goto(`${stage.served.addin}/taskpane.html`);
  await demo.page.getByText('This page works inside Excel.').waitFor();
  await demo.close();
});

it('says what is wrong where the pane’s own code cannot be had', async () => {
  const demo = await DemoPage.blank(stage);
  await demo.context.route(/\d+\.[0-9a-f]{8}\.js$/, (route) => route.abort());
  await demo.go();
  await demo.pane.getByText('The pane could not be loaded.').waitFor();
  await demo.close();
});
