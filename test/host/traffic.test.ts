import type { Booted } from '../../host/boot-jsdom';
import { Book } from '../../host/model/book';
import { until } from '../until';
import { failureOf, officePage } from './office-page';

let page: Booted;
afterEach(() => page.close());
const boot = async (options: Parameters<typeof officePage>[0] = {}, bundle = '') => {
  page = await officePage(options, bundle);
};
const sheetOf = (context: Excel.RequestContext) => context.workbook.worksheets.getItem('Sheet1');
const cell = (address: string) =>
  page.host.workbook.worksheets.getItem('Sheet1').getRange(address).values![0]![0];
/** What the library asks for itself when it starts: it comes a while after `Office.onReady`. */
const AT_THE_START = 2;
const started = () =>
  until('what the library asks when it starts', () => page.host.io.housekeeping >= AT_THE_START);
const heard = (seen: unknown[], count: number) =>
  until(`${count} events heard`, () => seen.length >= count);

describe('what is counted', () => {
  beforeEach(() => boot({ book: Book.blank() }));

  it('is one sync for a read, and the cleanup of its ranges apart from it', async () => {
    await started();
    await page.window.Excel.run(async (context) => {
      const range = sheetOf(context).getRange('A1').load('values');
      await context.sync();
      expect(page.host.keptReferences).toBe(1);
      return range.values;
    });
    await until('the cleanup', () => page.host.io.housekeeping > AT_THE_START);
    expect(page.host.io).toMatchObject({ syncs: 1, housekeeping: AT_THE_START + 1 });
    expect(page.host.keptReferences).toBe(0);
  });

  it('is no cleanup where the ranges were untracked before the sync', async () => {
    await started();
    await page.window.Excel.run(async (context) => {
      const range = sheetOf(context).getRange('A1').load('address');
      range.untrack();
      await context.sync();
      expect(range.address).toBe('Sheet1!A1');
    });
    // The same again without untracking ends in one cleanup: the first has sent none of its own.
    await page.window.Excel.run(async (context) => {
      sheetOf(context).getRange('A1').load('address');
      await context.sync();
    });
    await until('the cleanup', () => page.host.io.housekeeping > AT_THE_START);
    expect(page.host.io.housekeeping).toBe(AT_THE_START + 1);
  });

  it('is one request for a write without a sync of its own: Excel.run sends it at its end', async () => {
    await page.window.Excel.run(async (context) => {
      sheetOf(context).getRange('A1').values = [[1]];
    });
    expect(page.host.io.syncs).toBe(1);
    expect(cell('A1')).toBe(1);
  });

  it('is bytes of every batch', async () => {
    await page.window.Excel.run(async (context) => {
      sheetOf(context).getRange('A1').values = [['£'.repeat(1000)]];
    });
    const { io, batches } = page.host;
    const sum = (key: 'requestBytes' | 'responseBytes') =>
      batches.reduce((total, batch) => total + batch[key], 0);
    expect(io).toMatchObject({
      requestBytes: sum('requestBytes'),
      responseBytes: sum('responseBytes'),
    });
    expect(io.requestBytes).toBeGreaterThan(2000);
  });
});

describe('a payload limit', () => {
  it('refuses a request above it, and nothing takes effect', async () => {
    await boot({ payloadLimit: 20_000 });
    const error = await failureOf(page, (context) => {
      sheetOf(context).getRange('A1').values = [['x'.repeat(20_000)]];
    });
    expect(error.code).toBe('RequestPayloadSizeLimitExceeded');
    expect(cell('A1')).toBe('');
  });

  it('refuses a response above it', async () => {
    await boot({ payloadLimit: 20_000 });
    page.host.workbook.worksheets.getItem('Sheet1').getRange('A1:B2').values = 'x'.repeat(10_000);
    const error = await failureOf(page, (c) => void sheetOf(c).getRange('A1:B2').load('values'));
    expect(error.code).toBe('ResponsePayloadSizeLimitExceeded');
  });

  it('is 5 MB by default', async () => {
    await boot();
    page.host.workbook.worksheets.getItem('Sheet1').getRange('A1:A200').values = 'x'.repeat(30_000);
    const error = await failureOf(page, (c) => void sheetOf(c).getRange('A1:A200').load('values'));
    expect(error.code).toBe('ResponsePayloadSizeLimitExceeded');
    const few = await page.window.Excel.run(async (context) => {
      const range = sheetOf(context).getRange('A1:A160').load('values');
      await context.sync();
      return range.values.length;
    });
    expect(few).toBe(160);
  });
});

describe('failures on order', () => {
  beforeEach(() => boot());
  const write = (context: Excel.RequestContext, address: string) => {
    sheetOf(context).getRange(address).untrack().values = [[address]];
  };

  it('take a whole request: nothing of it takes effect, and the next one works', async () => {
    page.host.failures.atRequest(2, 'ActivityLimitReached');
    await page.window.Excel.run(async (context) => write(context, 'A1'));
    expect((await failureOf(page, (context) => write(context, 'A2'))).code).toBe(
      'ActivityLimitReached',
    );
    await page.window.Excel.run(async (context) => write(context, 'A3'));
    expect(['A1', 'A2', 'A3'].map(cell)).toEqual(['A1', '', 'A3']);
  });

  it('take one action: those before it stay in effect, those after it do not come', async () => {
    const work = (context: Excel.RequestContext) => {
      write(context, 'A1');
      write(context, 'A2');
    };
    await page.window.Excel.run(async (context) => work(context));
    const actions = page.host.batches.filter((batch) => !batch.housekeeping).at(-1)!.actions;
    page.host.workbook.worksheets.getItem('Sheet1').getRange('A1:A2').clear();
    page.host.failures.atAction(actions);
    expect((await failureOf(page, work)).code).toBe('GeneralException');
    expect(['A1', 'A2'].map(cell)).toEqual(['A1', '']);
  });
});

describe('requirement sets', () => {
  const markSheet = (context: Excel.RequestContext) =>
    void sheetOf(context).customProperties.add('mark', 'x');

  it('refuse a member above the set that is played, and say which it needs', async () => {
    await boot({ plays: '1.11' });
    const error = await failureOf(page, markSheet);
    expect(error.code).toBe('ApiNotFound');
    expect(error.message).toContain('ExcelApi 1.12');
    expect(error.message).toContain('1.11');
  });

  it('let the same through at its set', async () => {
    await boot({ plays: '1.12' });
    await page.window.Excel.run(async (context) => markSheet(context));
    expect(page.window.Office.context.requirements.isSetSupported('ExcelApi', '1.12')).toBe(true);
    expect(page.window.Office.context.requirements.isSetSupported('ExcelApi', '1.13')).toBe(false);
  });

  it('let a table be resized at 1.13 and not at 1.12', async () => {
    const resize = (context: Excel.RequestContext) =>
      sheetOf(context).tables.add('A1:B3', true).resize('A1:B9');
    await boot({ plays: '1.12' });
    expect((await failureOf(page, resize)).message).toContain('Table.resize needs ExcelApi 1.13');
    page.close();
    await boot({ plays: '1.13' });
    await page.window.Excel.run(async (context) => resize(context));
  });

  it('hold for loaded properties, also of items of a collection', async () => {
    await boot({ plays: '1.6' });
    const one = await failureOf(page, (c) => void sheetOf(c).load('name, tabColor'));
    expect(one.message).toContain('Worksheet.tabColor needs ExcelApi 1.7');
    const many = await failureOf(page, (c) => void c.workbook.worksheets.load('items/tabColor'));
    expect(many.message).toContain('Worksheet.tabColor needs ExcelApi 1.7');
  });

  it('hold for properties that may be read before they may be set', async () => {
    await boot({ plays: '1.1' });
    await page.window.Excel.run(async (context) => void sheetOf(context).load('visibility'));
    const error = await failureOf(page, (context) => {
      sheetOf(context).visibility = 'Hidden';
    });
    expect(error.message).toContain('Worksheet.visibility needs ExcelApi 1.2');
  });

  it('hold for events', async () => {
    await boot({ plays: '1.6' });
    const error = await failureOf(page, (c) => void sheetOf(c).onChanged.add(async () => {}));
    expect(error.message).toContain('Worksheet.onChanged needs ExcelApi 1.7');
  });

  it('leave out of load() without names what is above them', async () => {
    await boot({ plays: '1.6' });
    const loaded = await page.window.Excel.run(async (context) => {
      const sheet = sheetOf(context).load();
      await context.sync();
      return sheet.toJSON() as unknown as Record<string, unknown>;
    });
    expect(loaded).toMatchObject({ name: 'Sheet1', visibility: 'Visible' });
    expect(loaded).not.toHaveProperty('tabColor');
  });
});

describe('events', () => {
  beforeEach(() => boot());

  it('tell of changes by the officer and by the add-in, with their cells', async () => {
    const seen: unknown[] = [];
    await page.window.Excel.run(async (context) => {
      sheetOf(context).onChanged.add(async (event) => {
        seen.push([event.address, event.changeType, event.triggerSource]);
      });
      await context.sync();
      sheetOf(context).getRange('B2').values = [[1]];
      await context.sync();
    });
    page.host.workbook.worksheets.getItem('Sheet1').getRange('C3:C4').values = 'typed';
    page.host.workbook.worksheets.add('Other').getRange('A1').values = 1;
    await heard(seen, 2);
    expect(seen).toEqual([
      ['B2', 'RangeEdited', 'ThisLocalAddin'],
      ['C3:C4', 'RangeEdited', 'Unknown'],
    ]);
  });

  it('tell of changes on any sheet, and of sheets that come and go', async () => {
    const seen: string[] = [];
    await page.window.Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.onChanged.add(async ({ address }) => void seen.push(`changed ${address}`));
      worksheets.onAdded.add(async () => void seen.push('added'));
      worksheets.onDeleted.add(async () => void seen.push('deleted'));
      worksheets.onActivated.add(async () => void seen.push('activated'));
      await context.sync();
    });
    const other = page.host.workbook.worksheets.add('Other');
    other.getRange('A1').values = 1;
    other.activate();
    other.delete();
    await heard(seen, 4);
    expect(seen).toEqual(['added', 'changed A1', 'activated', 'deleted']);
  });

  it('tell of the selection', async () => {
    let count = 0;
    await page.window.Excel.run(async (context) => {
      context.workbook.onSelectionChanged.add(async () => void count++);
      await context.sync();
    });
    page.host.workbook.worksheets.getItem('Sheet1').getRange('D4').select();
    await until('the selection', () => count > 0);
    expect(count).toBe(1);
  });
});

const BUNDLE = `
  CustomFunctions.associate('ADD', (a, b) => a + b);
  CustomFunctions.associate('SPILL', (n) => Array.from({ length: n }, (_, i) => [i, 'row ' + i]));
  CustomFunctions.associate('REFUSE', () => {
    throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, 'no such cohort');
  });
  CustomFunctions.associate('WHERE', (x, invocation) => invocation.address);
  CustomFunctions.associate('BREAK', () => { throw new TypeError('a slip'); });
  Office.actions.associate('Fill', async (event) => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [['filled']];
    });
    event?.completed?.();
  });
`;

describe('custom functions and commands', () => {
  beforeEach(() => boot({}, BUNDLE));

  it('return values, blocks and errors with their messages', async () => {
    const { host } = page;
    const outcomes = await Promise.all([
      host.callFunction('ADD', [2, 3]),
      host.callFunction('SPILL', [2]),
      host.callFunction('REFUSE', []),
      host.callFunction('WHERE', [1], { address: 'Data!C7' }),
      host.callFunction('BREAK', []),
    ]);
    expect(outcomes).toEqual([
      { value: 5 },
      {
        value: [
          [0, 'row 0'],
          [1, 'row 1'],
        ],
      },
      { error: '#N/A', message: 'no such cohort' },
      { value: 'Data!C7' },
      { error: '#VALUE!', message: expect.any(String) as string },
    ]);
    expect(host.io.syncs).toBe(0);
  });

  it('run a ribbon button to its end', async () => {
    await page.host.functionsReady;
    await page.host.invokeCommand('Fill');
    expect(cell('A1')).toBe('filled');
  });
});
