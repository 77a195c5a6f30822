import {
  areaAddress,
  cellAddress,
  columnLetters,
  quotedSheet,
  splitAddress,
} from '../../src/workbook/address';

describe('addresses', () => {
  it('count columns as Excel does', () => {
    expect([0, 25, 26, 51, 701, 702, 16383].map(columnLetters)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'ZZ',
      'AAA',
      'XFD',
    ]);
  });

  it('quote a sheet where Excel does', () => {
    expect(
      ['Tracker', 'Tracker 24-25', "Jo's", 'Q1', 'R1C1', '2024', 'Café_1'].map(quotedSheet),
    ).toEqual(['Tracker', "'Tracker 24-25'", "'Jo''s'", "'Q1'", "'R1C1'", "'2024'", 'Café_1']);
  });

  it.each(["Jo's tracker", 'A!B', 'Tracker', "'", 'Q1'])(
    'are taken apart again, on the sheet %j',
    (sheet) => {
      expect(splitAddress(cellAddress(sheet, 11, 6))).toEqual({ sheet, cells: 'G12' });
      expect(splitAddress(areaAddress(sheet, 3, 0, 147, 11))).toEqual({ sheet, cells: 'A4:L148' });
      expect(splitAddress(quotedSheet(sheet)).sheet).toBe(sheet);
    },
  );
});
