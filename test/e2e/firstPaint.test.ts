import { DemoPage, setStage, type Stage } from './demoPage';

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

it('shows the same while the add-in’s own scripts are on their way', async () => {
  const demo = await DemoPage.blank(stage);
  await demo.context.route(/\.js$/, (route) =>
    route.request().url().includes('/lib/office-js/') ? route.continue() : undefined,
  );
  await demo.page.goto(`${stage.served.addin}/taskpane.html`, { waitUntil: 'commit' });
  await demo.page.getByRole('heading', { name: 'Placement costs' }).waitFor();
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
