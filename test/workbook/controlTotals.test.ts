import type { CellValue } from '../../src/domain/reading';
import { sheet, trackerIn } from './sheets';

const H = ['Ref', 'Cohort', 'Original weekly cost', 'Current weekly cost', 'Note'];
const person = (i: number, original: CellValue = 100, current: CellValue = 90): CellValue[] => [
  `YP${i}`,
  'Cohort 1',
  original,
  current,
  'n',
];
const total: CellValue[] = ['Total', '', 200, 180, ''];
const control = (...sheets: [string, CellValue[][]][]) =>
  trackerIn(sheets.map(([name, rows]) => sheet(name, [H, ...rows]))).control;

describe('the sums to compare the tracker with later on', () => {
  it('are over the rows of young people and blank rows below, where one may be added', () => {
    expect(control(['Tracker', [person(1), person(2, 50.5, 40)]])).toEqual({
      originalCost: { read: 150.5, ranges: ['Tracker!$C$2:$C$23'] },
      currentCost: { read: 130, ranges: ['Tracker!$D$2:$D$23'] },
      youngPeople: { read: 2, ranges: ['Tracker!$A$2:$A$23'] },
      wholeSpan: false,
    });
  });

  it('leave out totals, and take along blank rows among young people', () => {
    const rows = [person(1), [], person(2), total, person(3), [], total, ['Source: Mosaic']];
    expect(control(["Jo's tracker", rows])!.originalCost).toEqual({
      read: 300,
      ranges: ["'Jo''s tracker'!$C$2:$C$4", "'Jo''s tracker'!$C$6:$C$7"],
    });
  });

  it('add up numbers alone, as SUM does, also of rows that are not counted', () => {
    const rows = [person(1, '£1,000', 90), person(2, 7, 'TBC'), person(3, 5, '#REF!'), person(4)];
    expect(control(['T', rows])).toMatchObject({
      originalCost: { read: 112 },
      currentCost: { read: 180 },
      youngPeople: { read: 4 },
    });
  });

  it('count costs where nobody has a reference', () => {
    const rows = [person(1), person(2, '6.4k')].map((row) => ['', ...row.slice(1)]);
    expect(control(['T', rows])!.youngPeople).toEqual({ read: 2, ranges: ['T!$C$2:$C$23'] });
  });

  it('reach over every sheet of the tracker', () => {
    const { ranges, read } = control(
      ['Cohort 1', [person(1), total]],
      ['Cohort 2', [person(2, 5)]],
    )!.originalCost;
    expect(ranges).toEqual(["'Cohort 1'!$C$2:$C$2", "'Cohort 2'!$C$2:$C$22"]);
    expect(read).toBe(105);
  });

  it('reach from first to last where a formula cannot name every stretch', () => {
    const rows = Array.from({ length: 130 }, (_, i) => [person(2 * i), person(2 * i + 1), total]);
    const totals = control(['T', rows.flat()])!;
    expect(totals.wholeSpan).toBe(true);
    expect(totals.originalCost).toEqual({ read: 129 * 400 + 200, ranges: ['T!$C$2:$C$390'] });
  });
});
