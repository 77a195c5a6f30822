import { bootJsdom, type Booted } from '../../host/boot-jsdom';

const PAGE =
  '<!doctype html><html><head><script src="/lib/office.js"></script></head><body></body></html>';

describe('a page with the real office.js in jsdom', () => {
  let page: Booted;
  beforeAll(async () => {
    page = bootJsdom({ html: PAGE });
    await page.ready;
  });
  afterAll(() => page.close());

  it('is told that it runs in Excel on the web', async () => {
    await expect(page.ready).resolves.toMatchObject({ host: 'Excel', platform: 'OfficeOnline' });
    expect(page.errors).toEqual([]);
  });

  it('writes and reads a sheet', async () => {
    const values = await page.window.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('Report');
      sheet.getRange('A1:B2').values = [
        ['Cohort', 'Weekly'],
        ['One', 12.5],
      ];
      const used = sheet.getUsedRange().load('address, values');
      await context.sync();
      return [used.address, used.values];
    });
    expect(values).toEqual([
      'Report!A1:B2',
      [
        ['Cohort', 'Weekly'],
        ['One', 12.5],
      ],
    ]);
  });
});
