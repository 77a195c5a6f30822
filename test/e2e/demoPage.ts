import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Frame,
  type FrameLocator,
  type Page,
} from 'playwright-core';
import type { ExcelHost } from '../../host/excel-host';
import { serve, type Served } from '../../host/server/serve';

const ROOT = join(__dirname, '..', '..');

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

declare global {
  interface Window {
    excelHost?: ExcelHost;
    violations?: string[];
  }
}

/** The host's workbook as text, a line a fact; run in the page. */
const DUMP = `(${workbookAsText.toString()})()`;

function workbookAsText(): string {
  const { book } = window.excelHost!;
  const everywhere = { top: 0, left: 0, bottom: 1_048_575, right: 16_383 };
  const sheets = book.sheets.map((sheet) => {
    const cells: unknown[] = [];
    sheet.cells.visit(everywhere, (row, column, cell) => cells.push([row, column, cell]));
    const tables = book.tables.filter((table) => table.sheet === sheet);
    return [
      { name: sheet.name, id: sheet.id, visibility: sheet.visibility, merges: sheet.merges },
      { frozen: sheet.frozen, rows: sheet.hiddenRows.all(), columns: sheet.hiddenColumns.all() },
      { widths: sheet.columnWidths.all(), heights: sheet.rowHeights.all() },
      { marks: [...sheet.customProperties] },
      ...tables.map(({ name, rect, style, headings }) => ({ name, rect, style, headings })),
      ...cells,
      sheet.formats.areas(),
    ];
  });
  const names = book.names.map((one) => [one.name, one.formula]);
  const facts = [...sheets.flat(), names, [...book.settings]];
  return facts.map((fact) => JSON.stringify(fact)).join('\n');
}

/** The built demo page, served on free ports, and a browser to open it in. */
export interface Stage {
  served: Served;
  browser: Browser;
  close: () => Promise<void>;
}

export async function setStage(): Promise<Stage> {
  if (!existsSync(join(ROOT, 'dist', 'demo', 'index.html'))) {
    throw new Error('The demo page is not built: run npm run build first.');
  }
  const served = await serve({ root: ROOT, ports: { page: 0, addin: 0 } });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: QUIET,
  });
  const close = async () => {
    await browser.close();
    await served.close();
  };
  return { served, browser, close };
}

/** The demo page in a browser that has seen nothing before. */
export class DemoPage {
  /** Every address that the page and its frames asked for. */
  readonly requests: string[] = [];
  /** What was thrown, and what was written to the console as an error. */
  readonly errors: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly served: Served,
  ) {
    page.on('request', (request) => this.requests.push(request.url()));
    page.on('pageerror', (error) => this.errors.push(String(error.stack)));
    page.on('console', (line) => line.type() === 'error' && this.errors.push(line.text()));
  }

  /** A page that has gone nowhere yet. */
  static async blank(stage: Stage, options: BrowserContextOptions = {}): Promise<DemoPage> {
    const context = await stage.browser.newContext({ ignoreHTTPSErrors: true, ...options });
    await context.addInitScript(() => {
      const violations: string[] = (window.violations = []);
      addEventListener('securitypolicyviolation', (event) =>
        violations.push(
          `${event.effectiveDirective} ${event.blockedURI} (${event.sourceFile}:${event.lineNumber})`,
        ),
      );
    });
    return new DemoPage(context, await context.newPage(), stage.served);
  }

  /** The page with the sample workbook open; the pane has looked through it. */
  static async open(stage: Stage, options: BrowserContextOptions = {}): Promise<DemoPage> {
    const demo = await DemoPage.blank(stage, options);
    await demo.go();
    await demo.hasLooked();
    return demo;
  }

  async go(): Promise<void> {
    await this.page.goto(this.served.page);
  }

  /** The pane, to find things in by role and label. */
  get pane(): FrameLocator {
    return this.page.frameLocator('iframe[title="Placement costs"]');
  }

  /** The pane's frame, to run code in. */
  get frame(): Frame {
    return this.page.frames().find((frame) => frame.url().startsWith(this.served.addin))!;
  }

  get writeButton() {
    return this.pane.getByRole('button', { name: 'Write to workbook' });
  }

  async hasLooked(): Promise<void> {
    await this.pane.getByRole('button', { name: 'Look again' }).waitFor();
  }

  /** Opens another workbook, as from disk. */
  async openWorkbook(buffer: Buffer, name = 'council.xlsx'): Promise<void> {
    await this.page
      .getByLabel('Workbook file')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await this.page
      .getByRole('status')
      .filter({ hasText: `${name} is open.` })
      .waitFor();
    await this.hasLooked();
  }

  async write(): Promise<void> {
    await this.writeButton.click();
    await this.pane.getByRole('heading', { name: 'Written to the workbook' }).waitFor();
  }

  /** The rows of a table of the pane's preview, headings left out. */
  previewRows(title: string): Promise<string[][]> {
    return rowsOf(this.pane.getByRole('table', { name: title }).locator('tbody tr'));
  }

  /** The names of the sheets in the host's workbook. */
  sheetNames(): Promise<string[]> {
    return this.page.evaluate(() => window.excelHost!.book.sheets.map((sheet) => sheet.name));
  }

  /** Values of the host's own workbook. */
  values(sheet: string, address: string): Promise<unknown[][]> {
    return this.page.evaluate(
      ([name, cells]) =>
        window.excelHost!.workbook.worksheets.getItem(name!).getRange(cells!).values as unknown[][],
      [sheet, address],
    );
  }

  /** Remembers everything that the workbook keeps: cells, formats, widths, tables, marks, settings. */
  async rememberWorkbook(): Promise<void> {
    await this.page.evaluate(`void (window.remembered = ${DUMP})`);
  }

  /** Where the workbook differs from what was remembered: a few lines, none where nothing does. */
  async changesInWorkbook(): Promise<string[]> {
    return this.page.evaluate(`(() => {
      const now = ${DUMP};
      if (now === window.remembered) return [];
      const [old, fresh] = [window.remembered.split('\\n'), now.split('\\n')];
      const at = fresh.findIndex((line, i) => line !== old[i]);
      return [...old.slice(at, at + 5), 'became', ...fresh.slice(at, at + 5)];
    })()`);
  }

  /** The address that is selected in the host's workbook, with its sheet. */
  selected(): Promise<string> {
    return this.page.evaluate(() => {
      const { active } = window.excelHost!.book;
      const { top, left } = active.selection;
      return `${active.name}!${String.fromCharCode(65 + left)}${top + 1}`;
    });
  }

  /** Presses Tab until the pane's element with that text has the focus. */
  async tabTo(text: string): Promise<void> {
    for (let presses = 0; presses < 80; presses++) {
      await this.page.keyboard.press('Tab');
      const focused = await this.frame?.evaluate(
        () => document.hasFocus() && document.activeElement?.textContent,
      );
      if (focused === text) return;
    }
    throw new Error(`The Tab key does not reach '${text}'.`);
  }

  async violations(): Promise<string[]> {
    const all = await Promise.all(
      this.page.frames().map((frame) => frame.evaluate(() => window.violations ?? [])),
    );
    return all.flat();
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

/** The texts of a table's cells, row by row. */
export const rowsOf = (rows: ReturnType<FrameLocator['locator']>): Promise<string[][]> =>
  rows.evaluateAll((elements) =>
    elements.map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
  );

/** Whether anything on the page, or in the pane, is wider than the window. */
export async function widerThanWindow(demo: DemoPage): Promise<string[]> {
  const frames = demo.page.frames();
  const wide = await Promise.all(
    frames.map((frame) =>
      frame.evaluate(() => {
        const boxes = [document.documentElement, ...document.querySelectorAll('main')];
        return boxes
          .filter((box) => box.scrollWidth > box.clientWidth)
          .map((box) => `${box.tagName} ${box.scrollWidth} > ${box.clientWidth}`);
      }),
    ),
  );
  return wide.flat();
}
