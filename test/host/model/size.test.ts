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
    expect(range.values).toEqual(block);
    expect(sheet.getUsedRange(true).address).toBe('Sheet1!A1:O100000');
    expect(Date.now() - started).toBeLessThan(5000);
  });
});
