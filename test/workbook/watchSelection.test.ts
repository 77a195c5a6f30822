import { inExcel } from '../../src/workbook/excelRun';
import { watchSelection } from '../../src/workbook/watchSelection';
import { excelWithSheets, type PlayedExcel } from './excelWithSheets';

let excel: PlayedExcel;
afterEach(() => excel.close());

const moment = () => new Promise((resolve) => setTimeout(resolve, 50));

it('tells of other cells and of other sheets until it is ended, and of nothing after', async () => {
  excel = await excelWithSheets({ One: [[1, 2]], Two: [[3]] });
  excel.host.workbook.worksheets.getItem('One').activate();
  let moves = 0;
  const end = await watchSelection(() => moves++);
  const { worksheets } = excel.host.workbook;

  worksheets.getItem('One').getRange('B1').select();
  await moment();
  expect(moves).toBe(1);
  worksheets.getItem('Two').activate();
  await moment();
  expect(moves).toBe(2);
  // A sheet that comes later is watched too.
  worksheets.add('Three').getRange('A1').select();
  await moment();
  const before = moves;
  expect(before).toBeGreaterThan(2);

  await end();
  worksheets.getItem('One').getRange('A1').select();
  await moment();
  expect(moves).toBe(before);
  await inExcel(async (context) => context.sync());
});
