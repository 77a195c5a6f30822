import { DemoPage, setStage, type Stage } from './demoPage';
import { GOOD_ROWS, HEADINGS, trackerOf } from './workbooks';

jest.setTimeout(60_000);

const TABLE = 'Weekly placement cost by cohort';

let stage: Stage;
let demo: DemoPage;
beforeAll(async () => {
  stage = await setStage();
  demo = await DemoPage.open(stage);
});
afterAll(() => stage.close());

it('reads the tracker again by the as-at date, which says whether a placement has ended', async () => {
  const ended = [['C4', 'Cohort 2', 700, null, null, '31/03/2025']];
  await demo.openWorkbook(await trackerOf([...GOOD_ROWS, ...ended], [...HEADINGS, 'End date']));
  const asAt = demo.pane.getByLabel('As-at date');
  const leftOut = demo.pane.getByText('1 row, listed below');
  await asAt.fill('30/03/2025');
  await asAt.press('Enter');
  await leftOut.waitFor();
  expect((await demo.previewRows(TABLE))[2]!.slice(0, 3)).toEqual(['Total', '3', '£2,300.50']);
  expect(await asAt.evaluate((box) => box === document.activeElement)).toBe(true);
  await asAt.fill('31/03/2025');
  await demo.write();
  expect(await leftOut.count()).toBe(0);
  const total = ['Total', '4', '£3,000.50', '£2,300.75', '-£699.75', '-£174.94', '-£36,387.00'];
  expect((await demo.previewRows(TABLE))[2]).toEqual(total);
  expect(await demo.values('Cohorts', 'B13')).toEqual([[4]]);
});
