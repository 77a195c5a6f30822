import { DemoPage, setStage, type Stage } from './demoPage';

jest.setTimeout(60_000);

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterAll(() => stage.close());

it('asks for nothing but its own files and office.js, from opening to undoing', async () => {
  const demo = await DemoPage.open(stage);
  await demo.write();
  await demo.pane.getByRole('button', { name: 'Undo' }).click();
  await demo.pane.getByRole('heading', { name: 'Undone' }).waitFor();
  const { page, addin } = stage.served;
  const strangers = demo.requests.filter(
    (url) => !url.startsWith(`${page}/`) && !url.startsWith(`${addin}/`),
  );
  expect(strangers).toEqual([]);
  const ofOffice = demo.requests.filter((url) => url.includes('office'));
  expect(ofOffice.map((url) => url.replace(`${addin}/lib/office-js/`, '')).sort()).toEqual([
    'en-us/office_strings.js',
    'excel-web-16.00.js',
    'office.js',
  ]);
  // Neither in the address nor in its path does anything of the workbook travel.
  expect(demo.requests.join()).not.toMatch(/Cohort|Tracker|103/);
  await demo.close();
});

it('does nothing that its own security policy forbids, and throws nothing', async () => {
  const demo = await DemoPage.open(stage);
  await demo.write();
  expect(await demo.violations()).toEqual([]);
  expect(demo.errors).toEqual([]);
  await demo.close();
});

it('is stopped by that policy where a script of another origin or an inline one is put in', async () => {
  const demo = await DemoPage.open(stage);
  const ran = await demo.frame.evaluate(async () => {
    const inline = document.createElement('script');
    inline.textContent = 'window.intruder = true';
    const foreign = document.createElement('script');
    foreign.src = 'https://example.com/intruder.js';
    document.head.append(inline, foreign);
    await fetch('https://example.com/').catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 200));
    return 'intruder' in window;
  });
  expect(ran).toBe(false);
  const violations = (await demo.violations()).map((line) => line.split(' (')[0]);
  expect(violations.sort()).toEqual([
    'connect-src https://example.com/',
    'script-src-elem https://example.com/intruder.js',
    'script-src-elem inline',
  ]);
  await demo.close();
});
