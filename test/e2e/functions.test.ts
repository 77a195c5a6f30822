import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DemoPage, setStage, type Stage } from './demoPage';

jest.setTimeout(60_000);

interface Metadata {
  functions: { id: string; parameters: unknown[] }[];
}

const { functions } = JSON.parse(
  readFileSync(join(__dirname, '../../dist/addin/functions.json'), 'utf8'),
) as Metadata;

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterAll(() => stage.close());

const call = (demo: DemoPage, name: string, parameters: unknown[]) =>
  demo.page.evaluate(
    async ([id, given]) => window.excelHost!.callFunction(id as string, given as unknown[]),
    [name, parameters],
  );

/** The pane's own chunks are asked for and never come. */
async function withoutPane(): Promise<DemoPage> {
  const demo = await DemoPage.blank(stage);
  await demo.context.route(/\d+\.[0-9a-f]{8}\.js$/, () => {});
  await demo.go();
  await demo.page.waitForFunction(() => window.excelHost);
  await demo.page.evaluate(() => window.excelHost!.functionsReady);
  return demo;
}

it('knows every function of functions.json, before the pane’s code has come', async () => {
  const demo = await withoutPane();
  const unknown = await call(demo, 'NO_SUCH_FUNCTION', []);
  expect(unknown).toHaveProperty('error');
  expect(functions.length).toBeGreaterThanOrEqual(12);
  for (const { id, parameters } of functions) {
    const outcome = await call(
      demo,
      id,
      parameters.map(() => null),
    );
    expect({ id, outcome }).not.toEqual({ id, outcome: unknown });
  }
  expect(await demo.pane.getByText('Looking through this workbook…').isVisible()).toBe(true);
  await demo.close();
});

it('answers from a cell before the pane’s code has come', async () => {
  const demo = await withoutPane();
  expect(
    await call(demo, 'WEEKLY_SAVING', [
      [[1000], [500.5]],
      [[900], [600.75]],
    ]),
  ).toEqual({
    value: [[100], [-100.25]],
  });
  expect(await call(demo, 'ANNUALISE', [[[-14724.86]], null])).toEqual({ value: [[-765692.72]] });
  await demo.close();
});

it('spills reasons, their evidence and their table from ranges of cells', async () => {
  const demo = await withoutPane();
  const rows = [
    [['Stepped down from residential to foster care 13/07/24'], ['']],
    [['Residential'], ['']],
    [['Private'], ['']],
    [[4584.88], ['']],
    [['In-house fostering'], ['']],
    [['Own provision'], ['']],
    [[945.13], ['']],
    null,
    null,
    null,
  ];
  expect(await call(demo, 'CHANGE_REASON', rows)).toEqual({ value: [['To foster care'], ['']] });
  expect(await call(demo, 'CHANGE_EVIDENCE', rows)).toEqual({
    value: [
      ['To foster care', expect.any(Number), expect.any(String)],
      ['', '', ''],
    ],
  });
  expect(
    await call(demo, 'REASON_SUMMARY', [[['From IFA to LCC']], [[900]], [[600]], null]),
  ).toEqual({
    value: [
      ['Reason', 'Young people', 'Difference', 'Average'],
      ['From IFA to in-house', 1, -300, -300],
      ['Total', 1, -300, -300],
    ],
  });
  await demo.close();
});
