import { DemoPage, setStage, type Stage } from './demoPage';
import { until } from '../until';
import { trackerOf } from './workbooks';

jest.setTimeout(60_000);

const TABLE = 'Weekly placement cost by cohort';
const COHORTS = 30;
/** A weekly total of two million pounds: the largest councils'. */
const ROWS = Array.from({ length: COHORTS }, (_, i) => [
  `C${i}`,
  `Cohort ${String(i + 1).padStart(2, '0')}`,
  68_000.75,
  1_234.56,
  i < 2 ? 'Placement move from residential to fostering, in house wherever one can be had' : null,
]);

let stage: Stage;
let demo: DemoPage;
beforeAll(async () => void (stage = await setStage()));
afterAll(() => stage.close());
afterEach(() => demo.close());

async function openWithManyCohorts(width: number): Promise<void> {
  demo = await DemoPage.open(stage, { viewport: { width, height: 640 } });
  await demo.openWorkbook(await trackerOf(ROWS));
  await demo.pane.getByLabel('favourable').check();
}

/** Cells of the preview that do not stand whole within the pane, and boxes that scroll sideways. */
const outOfSight = () =>
  demo.frame.evaluate(() => {
    const { right, left } = document.querySelector('main')!.getBoundingClientRect();
    const cells = [...document.querySelectorAll('tbody :is(th, td)')];
    const scrollers = [...document.querySelectorAll('main, main *')].filter((box) =>
      ['auto', 'scroll'].includes(getComputedStyle(box).overflowX),
    );
    return [
      ...cells.filter((cell) => {
        const text = document.createRange();
        text.selectNodeContents(cell);
        const box = text.getBoundingClientRect();
        return box.left < left || box.right > right;
      }),
      ...scrollers.filter((box) => box.scrollWidth > box.clientWidth),
    ].map(({ tagName, textContent }) => `${tagName} ${textContent?.slice(0, 60)}`);
  });

/** The table as the browser tells it to a screen reader: a line a part, as 'role: name'. */
async function partsToldOf(title: string): Promise<string[]> {
  const session = await demo.context.newCDPSession(demo.page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const frameId = frameTree.childFrames![0]!.frame.id;
  const { nodes } = await session.send('Accessibility.getFullAXTree', { frameId });
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const table = nodes.find((node) => node.role?.value === 'table' && node.name?.value === title);
  const within = (id: string): string[] => {
    const { role, name, childIds = [] } = byId.get(id)!;
    const line = `${role?.value}: ${name?.value ?? ''}`;
    const isPart = ['columnheader', 'rowheader', 'cell', 'gridcell'].includes(String(role?.value));
    return isPart ? [line] : childIds.flatMap(within);
  };
  return table ? within(table.nodeId) : [];
}

const look = () =>
  demo.pane
    .getByRole('table', { name: TABLE })
    .evaluate((table) => getComputedStyle(table).display);

it('shows every figure of thirty cohorts at 320 px, with nothing to scroll sideways', async () => {
  await openWithManyCohorts(320);
  expect(await demo.previewRows(TABLE)).toHaveLength(COHORTS + 1);
  expect(await look()).toBe('block');
  expect(await outOfSight()).toEqual([]);
});

it('shows a heading beside each figure there, and tells a screen reader of a table all the same', async () => {
  await openWithManyCohorts(320);
  const shown = await demo.pane
    .getByRole('row', { name: /^Cohort 07/ })
    .locator('td')
    .evaluateAll((cells) =>
      cells.map((cell) =>
        ['::before', '::after'].map((end) => getComputedStyle(cell, end).content).join(),
      ),
    );
  expect(shown[0]).toContain('"Young people"');
  expect(shown[3]).toContain('"Difference a week"');
  const told = await partsToldOf(TABLE);
  expect(told.slice(0, 9)).toEqual([
    'columnheader: Cohort',
    'columnheader: Young people',
    'columnheader: Original weekly cost',
    'columnheader: Current weekly cost',
    'columnheader: Difference a week',
    'columnheader: Average difference per young person',
    'columnheader: Difference a year (x 52)',
    'rowheader: Cohort 01',
    'cell: 1',
  ]);
  expect(told[11]).toBe('cell: £66,766.19 favourable');
});

it('is an ordinary table in a pane that is drawn wide', async () => {
  await openWithManyCohorts(1360);
  await demo.page.locator('iframe').evaluate((frame: HTMLElement) => {
    frame.style.cssText = 'position: fixed; inset: 0 auto auto 0; width: 680px; height: 600px';
  });
  await until('there is room for a table', async () => (await look()) === 'table');
  expect(await outOfSight()).toEqual([]);
});
