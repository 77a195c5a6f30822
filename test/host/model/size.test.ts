import { Book } from '../../../host/model/book';
import { Workbook } from '../../../host/workbook/workbook';

describe('a sheet of 100,000 rows of 15 cells', () => {
  it('is written, formatted and read in seconds', () => {
    const sheet = new Workbook(Book.blank()).worksheets.getItem('Sheet1');
    const block = Array.from({ length: 100_000 }, (_, r) =>
      Array.from({ length: 15 }, (_, c) => (c === 0 ? `YP${r}` : r + c / 10)),
    );
    const started = Date.now();
    const range = sheet.getRange('A1:O100000');
    range.values = block;
    range.numberFormat = block.map((row) => row.map((_, c) => (c === 0 ? '@' : '0.00')));
    const back = range.values!;
    const used = sheet.getUsedRange(true).address;
    const formats = range.numberFormat!;
    const took = Date.now() - started;
    expect(used).toBe('Sheet1!A1:O100000');
    expect([back[99_999], formats[50_000]!.slice(0, 2)]).toEqual([block[99_999], ['@', '0.00']]);
    expect(took).toBeLessThan(5000);
  });
});
