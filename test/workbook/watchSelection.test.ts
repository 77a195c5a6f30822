import { inExcel } from '../../src/workbook/excelRun';
import { watchSelection } from '../../src/workbook/watchSelection';
import { until } from '../until';
import { excelWithSheets, type PlayedExcel } from './excelWithSheets';

let excel: PlayedExcel;
afterEach(() => excel.close());

/** A request is answered after the events that came before it. */
const allHeard = () => inExcel((context) => context.sync());

it('tells of other cells and of other sheets until it is ended, and of nothing after', async () => {
  excel = await excelWithSheets({ One: [[1, 2]], Two: [[3]] });
  excel.host.workbook.worksheets.getItem('One').activate();
  let moves = 0;
  const end = await watchSelection(() => moves++);
  const { worksheets } = excel.host.workbook;

  worksheets.getItem('One').getRange('B1').select();
  await until('the first move', () => moves > 0);
  expect(moves).toBe(1);
  worksheets.getItem('Two').activate();
  await until('the second move', () => moves > 1);
  expect(moves).toBe(2);
  // A sheet that comes later is watched too.
  worksheets.add('Three').getRange('A1').select();
  await until('a move on the new sheet', () => moves > 2);
  // Several events tell of one new sheet: all of them are heard before the watch ends.
  await allHeard();
  const before = moves;

  await end();
  worksheets.getItem('One').getRange('A1').select();
  await allHeard();
  expect(moves).toBe(before);
});
