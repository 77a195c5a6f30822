import type { Booted } from '../../host/boot-jsdom';
import { Book } from '../../host/model/book';
import { failureOf, officePage } from './office-page';

let page: Booted;
beforeEach(async () => {
  page = await officePage({ book: Book.blank() });
});
afterEach(() => page.close());

const run = <T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  page.window.Excel.run(work);
const sheetOf = (context: Excel.RequestContext) => context.workbook.worksheets.getItem('Sheet1');

describe('what the library enforces reaches the add-in', () => {
  it('refuses to read a property that was not loaded', async () => {
    await run(async (context) => {
      const range = sheetOf(context).getRange('A1');
      await context.sync();
      expect(() => range.values).toThrow(/not available/);
    });
  });

  it('gives null objects, and null objects of null objects', async () => {
    await run(async (context) => {
      const missing = context.workbook.worksheets.getItemOrNullObject('Nope');
      const below = missing.getRange('A1').load('values');
      const there = context.workbook.worksheets.getItemOrNullObject('sheet1').load('name');
      const table = context.workbook.tables.getItemOrNullObject('T');
      const blank = sheetOf(context).getUsedRangeOrNullObject(true);
      missing.delete();
      await context.sync();
      expect([missing, below, there, table, blank].map((one) => one.isNullObject)).toEqual([
        true,
        true,
        false,
        true,
        true,
      ]);
      expect(there.name).toBe('Sheet1');
    });
  });

  it('names the error, the member and the statement', async () => {
    const error = await failureOf(page, (context) => {
      context.workbook.worksheets.getItem('Missing').getRange('A1').load('values');
    });
    expect(error).toMatchObject({
      code: 'ItemNotFound',
      debugInfo: { errorLocation: 'WorksheetCollection.getItem' },
    });
    expect(error.debugInfo.statement).toContain('getItem(');
  });

  it.each<[string, string, (context: Excel.RequestContext) => void]>([
    [
      'InvalidArgument',
      'a block of the wrong size',
      (c) => (sheetOf(c).getRange('A1:B2').values = [[1]]),
    ],
    [
      'InvalidArgument',
      'an address that is none',
      (c) => sheetOf(c).getRange('ZZZZ9').load('values'),
    ],
    [
      'InvalidArgument',
      'a formula with a table that is not there',
      (c) => (sheetOf(c).getRange('A1').formulas = [['=SUM(Costs[Weekly])']]),
    ],
    ['InvalidArgument', 'a sheet name with a slash', (c) => c.workbook.worksheets.add('a/b')],
    ['ItemAlreadyExists', 'a sheet name that is taken', (c) => c.workbook.worksheets.add('SHEET1')],
    ['InvalidOperation', 'deleting the last sheet', (c) => sheetOf(c).delete()],
    ['ApiNotFound', 'pivot tables, by name', (c) => sheetOf(c).pivotTables.load('items/name')],
    [
      'ApiNotFound',
      'other worksheet functions, by name',
      (c) => c.workbook.functions.abs(-1).load('value'),
    ],
    [
      'RangeExceedsLimit',
      'reading six million cells',
      (c) => sheetOf(c).getRange('A1:F1000000').load('values'),
    ],
  ])('answers %s to %s', async (code, _what, work) => {
    expect((await failureOf(page, work)).code).toBe(code);
  });

  it('says which API it does not implement', async () => {
    const error = await failureOf(
      page,
      (context) => void sheetOf(context).pivotTables.load('items/name'),
    );
    expect(error.message).toContain('Worksheet.pivotTables');
  });
});

describe('cells', () => {
  it('take a block of more than 1,500 cells, which the library cuts up, in one sync', async () => {
    const block = Array.from({ length: 3000 }, (_, r) => [r, `row ${r}`, r / 7]);
    const back = await run(async (context) => {
      const range = sheetOf(context).getRange('A1:C3000');
      range.values = block;
      range.load('values');
      await context.sync();
      return range.values;
    });
    expect(back).toEqual(block);
    expect(page.host.io.syncs).toBe(1);
  });

  it('read what is put into them as if it were typed', async () => {
    const typed = [
      '12',
      '5%',
      '1/2/2024',
      "'12",
      '=A1',
      '-abc',
      'abc',
      '',
      true,
      '#REF!',
      '1,234.50',
      'TRUE',
    ];
    const [values, formulas, types, formats] = await run(async (context) => {
      const range = sheetOf(context).getRange('A1:L1');
      range.values = [typed];
      range.load('values, formulas, valueTypes, numberFormat');
      await context.sync();
      return [range.values[0], range.formulas[0], range.valueTypes[0], range.numberFormat[0]];
    });
    expect(values).toEqual([
      12,
      0.05,
      45293,
      '12',
      12,
      '#GETTING_DATA',
      'abc',
      '',
      true,
      '#REF!',
      1234.5,
      true,
    ]);
    expect(formulas!.slice(4, 6)).toEqual(['=A1', '=-abc']);
    expect(types![9]).toBe('Error');
    expect(types![7]).toBe('Empty');
    expect(formats!.slice(0, 4)).toEqual(['General', '0%', 'm/d/yyyy', 'General']);
  });

  it('keep every string as it is under the text format', async () => {
    const strings = ['=A1', '12', '-x', '+1', '@y', '1/2/2024'];
    const [values, types] = await run(async (context) => {
      const range = sheetOf(context).getRange('A1:F1');
      range.numberFormat = [strings.map(() => '@')];
      range.values = [strings];
      range.load('values, valueTypes');
      await context.sync();
      return [range.values[0], range.valueTypes[0]];
    });
    expect(values).toEqual(strings);
    expect(new Set(types)).toEqual(new Set(['String']));
  });

  it('are left alone by null and cleared by an empty string', async () => {
    const values = await run(async (context) => {
      const range = sheetOf(context).getRange('A1:C1');
      range.values = [[1, 2, 3]];
      range.values = [[null, '', 4]];
      range.load('values');
      await context.sync();
      return range.values;
    });
    expect(values).toEqual([[1, '', 4]]);
  });

  it('show their text by their number format', async () => {
    const text = await run(async (context) => {
      const range = sheetOf(context).getRange('A1:C1');
      range.values = [[-1234.5, 45629, 0.125]];
      range.numberFormat = [['£#,##0.00;-£#,##0.00', 'dd/mm/yyyy', '0.0%']];
      range.load('text');
      await context.sync();
      return range.text;
    });
    expect(text).toEqual([['-£1,234.50', '03/12/2024', '12.5%']]);
  });

  it('of a protected sheet refuse writing, all but the unlocked ones', async () => {
    await run(async (context) => {
      sheetOf(context).getRange('B2').format.protection.locked = false;
      sheetOf(context).protection.protect();
      sheetOf(context).getRange('B2').values = [['open']];
      await context.sync();
    });
    const error = await failureOf(page, (context) => {
      sheetOf(context).getRange('A1').values = [['shut']];
    });
    expect(error.code).toBe('AccessDenied');
    expect(page.host.workbook.worksheets.getItem('Sheet1').getRange('A1:B2').values).toEqual([
      ['', ''],
      ['', 'open'],
    ]);
  });

  it('answer null for whole columns, and take nothing', async () => {
    const values = await run(async (context) => {
      const column = sheetOf(context).getRange('A:A').load('values, address, rowCount');
      await context.sync();
      return [column.address, column.rowCount, column.values];
    });
    expect(values).toEqual(['Sheet1!A:A', 1048576, null]);
    const error = await failureOf(page, (c) => (sheetOf(c).getRange('A:A').values = [[1]]));
    expect(error.code).toBe('InvalidArgument');
  });
});

describe('a sheet of a million blank formatted rows', () => {
  it('is used by its formats, not by values, and costs next to nothing', async () => {
    const started = Date.now();
    const [all, valuesOnly] = await run(async (context) => {
      const sheet = sheetOf(context);
      sheet.getRange('A1:Z1000000').format.fill.color = '#EEEEEE';
      sheet.getRange('A1:Z1000000').numberFormat = '0.00' as never;
      sheet.getRange('B2:C3').values = [
        [1, 2],
        [3, 4],
      ];
      const used = sheet.getUsedRange().load('address');
      const filled = sheet.getUsedRange(true).load('address');
      await context.sync();
      return [used.address, filled.address];
    });
    expect([all, valuesOnly]).toEqual(['Sheet1!A1:Z1000000', 'Sheet1!B2:C3']);
    expect(Date.now() - started).toBeLessThan(2000);
  });

  it('is not made used by the format of whole columns', async () => {
    const used = await run(async (context) => {
      sheetOf(context).getRange('A:C').format.font.bold = true;
      const none = sheetOf(context).getUsedRangeOrNullObject();
      const bold = sheetOf(context).getRange('B7').format.font.load('bold');
      await context.sync();
      return [none.isNullObject, bold.bold];
    });
    expect(used).toEqual([true, true]);
  });
});

describe('tables', () => {
  it('hold headings, rows and totals, and find their columns', async () => {
    const found = await run(async (context) => {
      const sheet = sheetOf(context);
      sheet.getRange('B2:C4').values = [
        ['Ref', ''],
        ['a', 1],
        ['b', 2],
      ];
      const table = sheet.tables.add('B2:C4', true);
      table.name = 'Cohorts';
      table.showTotals = true;
      table.showBandedRows = false;
      table.columns.load('items/name');
      table.load('name, style, showTotals');
      const body = table.getDataBodyRange().load('address');
      const total = table.getTotalRowRange().load('address, formulas');
      const column = table.columns.getItem('Column2').getDataBodyRange().load('values');
      await context.sync();
      return [
        table.name,
        table.columns.items.map((one) => one.name),
        body.address,
        total.address,
        total.formulas,
        column.values,
      ];
    });
    expect(found).toEqual([
      'Cohorts',
      ['Ref', 'Column2'],
      'Sheet1!B3:C4',
      'Sheet1!B5:C5',
      [['Total', '=SUBTOTAL(109,Cohorts[Column2])']],
      [[1], [2]],
    ]);
  });

  it('are resized, and turned into plain ranges', async () => {
    const found = await run(async (context) => {
      const table = sheetOf(context).tables.add('A1:B3', true);
      table.resize('A1:C9');
      const range = table.getRange().load('address');
      table.convertToRange();
      const count = context.workbook.tables.getCount();
      await context.sync();
      return [range.address, count.value];
    });
    expect(found).toEqual(['Sheet1!A1:C9', 0]);
  });

  it('refuse a name that is taken', async () => {
    const error = await failureOf(page, (context) => {
      sheetOf(context).tables.add('A1:B3', true).name = 'One';
      sheetOf(context).tables.add('D1:E3', true).name = 'ONE';
    });
    expect(error.code).toBe('ItemAlreadyExists');
  });
});

describe('what the add-in keeps in the workbook', () => {
  it('are settings, the same through both APIs', async () => {
    await run(async (context) => {
      context.workbook.settings.add('choice', { sheet: 'Tracker', at: [1, 2] });
      await context.sync();
    });
    const { settings } = page.window.Office.context.document;
    const status = await new Promise((done) =>
      settings.refreshAsync((result) => done(result.status)),
    );
    expect(status).toBe('succeeded');
    expect(settings.get('choice')).toEqual({ sheet: 'Tracker', at: [1, 2] });
    settings.set('basis', 52);
    await new Promise((done) => settings.saveAsync(done));
    const value = await run(async (context) => {
      const setting = context.workbook.settings.getItemOrNullObject('basis').load('value');
      const all = context.workbook.settings.load('items/key');
      await context.sync();
      return [setting.value as unknown, all.items.map(({ key }) => key)];
    });
    expect(value).toEqual([52, ['choice', 'basis']]);
  });

  it('are properties of a sheet', async () => {
    const found = await run(async (context) => {
      const properties = sheetOf(context).customProperties;
      properties.add('mark', 'cohorts');
      const mark = properties.getItemOrNullObject('MARK').load('value');
      const none = properties.getItemOrNullObject('other');
      properties.load('items/key, items/value');
      await context.sync();
      return [
        mark.value,
        none.isNullObject,
        properties.items.map(({ key, value }) => [key, value]),
      ];
    });
    expect(found).toEqual(['cohorts', true, [['mark', 'cohorts']]]);
  });

  it('are properties of many sheets, loaded with the sheets in one sync', async () => {
    const found = await run(async (context) => {
      sheetOf(context).customProperties.add('mark', 'cohorts');
      const sheets = context.workbook.worksheets;
      sheets.add('Other');
      sheets.load(
        'items/name, items/customProperties/items/key, items/customProperties/items/value',
      );
      await context.sync();
      return sheets.items.map((sheet) => [
        sheet.name,
        sheet.customProperties.items.map(({ value }) => value),
      ]);
    });
    expect(found).toEqual([
      ['Sheet1', ['cohorts']],
      ['Other', []],
    ]);
  });
});

describe('the workbook', () => {
  it.each([
    [1900, 36526],
    [1904, 35064],
  ])('in the %i system has 1 January 2000 as %i', async (system, serial) => {
    page.host.book.date1904 = system === 1904;
    const value = await run(async (context) => {
      const result = context.workbook.functions.date(2000, 1, 1).load('value');
      await context.sync();
      return result.value;
    });
    expect(value).toBe(serial);
  });

  it('suspends painting and calculation, and knows what is selected', async () => {
    const address = await run(async (context) => {
      context.application.suspendScreenUpdatingUntilNextSync();
      context.application.suspendApiCalculationUntilNextSync();
      sheetOf(context).getRange('C7:D8').select();
      const selected = context.workbook.getSelectedRange().load('address');
      const cell = context.workbook.getActiveCell().load('address');
      await context.sync();
      return [selected.address, cell.address];
    });
    expect(address).toEqual(['Sheet1!C7:D8', 'Sheet1!C7']);
  });

  it('loads an object of properties, sets several at once, and answers load() without names', async () => {
    const found = await run(async (context) => {
      const range = sheetOf(context).getRange('A1');
      range.set({ values: [[7]], format: { fill: { color: 'red' }, wrapText: true } });
      range.load({ values: true, format: { fill: { color: true }, wrapText: true } });
      const sheet = sheetOf(context);
      sheet.load();
      await context.sync();
      return [
        range.values,
        range.format.fill.color,
        range.format.wrapText,
        sheet.toJSON().showGridlines,
      ];
    });
    expect(found).toEqual([[[7]], '#FF0000', true, true]);
  });

  it('freezes rows, hides rows and sheets, and merges cells', async () => {
    const found = await run(async (context) => {
      const sheet = sheetOf(context);
      sheet.freezePanes.freezeRows(3);
      const frozen = sheet.freezePanes.getLocationOrNullObject().load('address');
      sheet.getRange('2:4').rowHidden = true;
      const part = sheet.getRange('A1:A4').load('rowHidden');
      const other = context.workbook.worksheets.add('Kept');
      other.visibility = 'VeryHidden';
      other.load('visibility');
      sheet.getRange('A1:C1').merge();
      sheet.getRange('A1:C1').values = [[1, 2, 3]];
      const merged = sheet.getRange('A1:C1').load('values');
      await context.sync();
      return [frozen.address, part.rowHidden, other.visibility, merged.values];
    });
    expect(found).toEqual(['Sheet1!1:3', null, 'VeryHidden', [[1, '', '']]]);
  });

  it('finds ranges by name', async () => {
    const found = await run(async (context) => {
      context.workbook.names.add('Baseline', sheetOf(context).getRange('B2:B9'));
      const named = sheetOf(context).getRange('Baseline').load('address');
      const item = context.workbook.names.getItem('baseline').load('formula, type, scope');
      await context.sync();
      return [named.address, item.formula as unknown, item.type, item.scope];
    });
    expect(found).toEqual(['Sheet1!B2:B9', '=Sheet1!$B$2:$B$9', 'Range', 'Workbook']);
  });
});
