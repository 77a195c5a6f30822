import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootJsdom, filesIn, type Booted } from '../../host/boot-jsdom';
import { ExcelHost } from '../../host/excel-host';
import { loadXlsx } from '../../host/xlsx';
import { WRITTEN_SHEETS } from '../writtenSheets';

const root = join(__dirname, '../..');
const addin = join(root, 'dist/addin');

describe("the ribbon's 'Write summary'", () => {
  let page: Booted;
  afterEach(() => page.close());

  async function start(host: ExcelHost): Promise<void> {
    const html = readFileSync(join(addin, 'taskpane.html'), 'utf8');
    page = bootJsdom({ html, file: filesIn(addin), host });
    await page.ready;
    // The library listens for the ribbon from here on, as it does for custom functions.
    await host.functionsReady;
  }
  const names = (host: ExcelHost) => host.book.sheets.map((sheet) => sheet.name);

  it('writes the sheets without the pane being asked', async () => {
    const sample = readFileSync(join(root, 'assets/sample-budget.xlsx'));
    const host = new ExcelHost({ book: await loadXlsx(sample) });
    await start(host);
    await host.invokeCommand('writeSummary');
    expect(names(host).slice(-WRITTEN_SHEETS.length)).toEqual(WRITTEN_SHEETS);
    expect(host.book.active.name).toBe('Cover');
  });

  it('opens the pane, which says why, where it cannot', async () => {
    const host = new ExcelHost();
    await start(host);
    host.runtime.visibility = 'Hidden';
    await host.invokeCommand('writeSummary');
    expect(names(host)).toEqual(['Sheet1']);
    expect(host.runtime.visibility).toBe('Visible');
  });
});
