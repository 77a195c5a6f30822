import { DemoPage, setStage, type Stage } from './demoPage';
import { WRITTEN_SHEETS } from '../writtenSheets';

jest.setTimeout(170_000);

let stage: Stage;
let demo: DemoPage;
beforeAll(async () => void (stage = await setStage()));
afterAll(() => stage.close());
beforeEach(async () => void (demo = await DemoPage.open(stage)));
afterEach(() => demo.close());

/** The second of the add-in's requests while it writes: the one that paints. */
const PAINTING = 2;

/** How many actions each of the requests of one write has. */
async function actionsOfWriting(write: () => Promise<void>): Promise<number[]> {
  const before = await demo.page.evaluate(() => window.excelHost!.batches.length);
  await write();
  return demo.page.evaluate(
    (from) =>
      window
        .excelHost!.batches.slice(from)
        .filter((batch) => !batch.housekeeping)
        .map((batch) => batch.actions),
    before,
  );
}

const undo = async () => {
  await demo.pane.getByRole('button', { name: 'Undo' }).click();
  await demo.pane.getByRole('heading', { name: 'Undone' }).waitFor();
};

/** Presses the button while a failure is on order; gives the sentence that the pane then shows. */
async function failWriting(order: { request: number; action?: number }): Promise<string> {
  await demo.page.evaluate(({ request, action }) => {
    const { failures } = window.excelHost!;
    failures.clear();
    if (action === undefined) failures.atRequest(request);
    else failures.atAction(action, request);
  }, order);
  // The sentence of the last failure goes while writing; only a new one counts.
  await demo.frame.evaluate(() =>
    document.querySelector('[role="alert"]')?.setAttribute('data-old', ''),
  );
  await demo.writeButton.evaluate((button: HTMLElement) => button.click());
  const alert = demo.pane.locator('[role="alert"]:not([data-old])');
  await alert.waitFor();
  return (await alert.textContent()) ?? '';
}

const SENTENCE = /^[A-Z].{20,}\.$/;

it.each([1, 2])(
  'leaves the workbook as it was when request %i of writing fails',
  async (request) => {
    await demo.rememberWorkbook();
    expect(await failWriting({ request })).toMatch(SENTENCE);
    expect(await demo.changesInWorkbook()).toEqual([]);
  },
);

/** The first ten of so many actions, the last ten, and as many as there is time for of those between. */
const BETWEEN = 25;
const sampleOf = (actions: number): number[] => {
  const step = Math.max(1, Math.floor(actions / BETWEEN));
  return Array.from({ length: actions }, (_, i) => i + 1).filter(
    (action) => action <= 10 || action > actions - 10 || action % step === 0,
  );
};

// Every single action is tried without a browser, in test/workbook/write.test.ts.
async function failPaintingAt(actions: number[]): Promise<void> {
  await demo.rememberWorkbook();
  for (const action of actions) {
    const sentence = await failWriting({ request: PAINTING, action });
    expect({ action, sentence }).toEqual({ action, sentence: expect.stringMatching(SENTENCE) });
    const changes = await demo.changesInWorkbook();
    expect({ action, changes }).toEqual({ action, changes: [] });
  }
}

it('leaves the workbook as it was wherever making the sheets fails', async () => {
  const [, painting = 0] = await actionsOfWriting(() => demo.write());
  expect(painting).toBeGreaterThan(100);
  await undo();
  await failPaintingAt(sampleOf(painting));
});

it('leaves the written sheets as they were wherever rewriting them in place fails', async () => {
  await demo.write();
  await demo.pane.getByLabel('Weeks in a year').selectOption('53');
  const [, painting = 0] = await actionsOfWriting(() => demo.write());
  expect(painting).toBeGreaterThan(100);
  await undo();
  expect(String((await demo.values('Cohorts', 'G10'))[0]![0])).toContain('52');
  await failPaintingAt(sampleOf(painting));
  await demo.write();
  expect(String((await demo.values('Cohorts', 'G10'))[0]![0])).toContain('53');
});

it('writes after a failure as if there had been none', async () => {
  await failWriting({ request: PAINTING, action: 50 });
  await demo.write();
  expect((await demo.sheetNames()).slice(-WRITTEN_SHEETS.length)).toEqual(WRITTEN_SHEETS);
});

it('says so where putting back fails as well', async () => {
  await demo.rememberWorkbook();
  await demo.page.evaluate(() => {
    const { failures } = window.excelHost!;
    failures.atAction(60, 2);
    failures.atRequest(3);
  });
  await demo.writeButton.click();
  const alert = demo.pane.getByRole('alert');
  await alert.waitFor();
  expect(await alert.textContent()).toMatch(/Putting the workbook back failed too/);
  expect(await demo.changesInWorkbook()).not.toEqual([]);
});
