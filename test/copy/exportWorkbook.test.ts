import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { exportWorkbook } from '../../src/copy/exportWorkbook';
import { HIDDEN } from '../../src/domain/disclosure/hidden';
import type { PublishedAppendix, PublishedPlan } from '../../src/reports/published';
import { widthOf } from '../../src/reports/sheetImage';
import { packageFaults } from '../host/package-faults';
import { APPENDIX, appendices } from './appendices';
import { elements, partsOf, saidBeyond, xmlOf } from './packageParts';

async function opened(appendix: PublishedAppendix): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await exportWorkbook(appendix)) as unknown as ExcelJS.Buffer);
  return book;
}

const rowsOf = (sheet: ExcelJS.Worksheet): ExcelJS.CellValue[][] =>
  Array.from({ length: sheet.rowCount }, (_, r) =>
    Array.from({ length: sheet.columnCount }, (_, c) => sheet.getCell(r + 1, c + 1).value),
  );

const firsts = (sheet: ExcelJS.Worksheet): string[] => rowsOf(sheet).map(([cell]) => String(cell));

/** The table's headings and rows. */
function tableOf(sheet: ExcelJS.Worksheet): ExcelJS.CellValue[][] {
  const [table] = Object.values(
    (sheet as unknown as { tables: Record<string, { table: { tableRef: string } }> }).tables,
  );
  const [, top, bottom] = /A(\d+):[A-Z]+(\d+)/.exec(table!.table.tableRef)!;
  return rowsOf(sheet).slice(Number(top) - 1, Number(bottom));
}

const withPlan = (changes: Partial<PublishedPlan>): PublishedAppendix => ({
  ...APPENDIX,
  plans: [APPENDIX.plans[0]!, { ...APPENDIX.plans[1]!, ...changes }],
});

describe('the workbook that is published', () => {
  it('has a cover, contents, notes and a sheet for each table', async () => {
    const book = await opened(APPENDIX);
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      'Cover',
      'Contents',
      'Notes',
      'Cohorts',
      'Reductions',
    ]);
    const cover = book.getWorksheet('Cover')!;
    expect(firsts(cover).slice(0, 4)).toEqual([APPENDIX.title, ...APPENDIX.lines]);
    expect(tableOf(cover)).toEqual([
      ['Item', 'Detail'],
      ...APPENDIX.about,
      ['Disclosure control', APPENDIX.disclosure[0]],
      ['Marks', expect.stringMatching(/^\[c\] stands for/)],
    ]);
    expect(tableOf(book.getWorksheet('Contents')!).slice(3)).toEqual([
      ['Cohorts', 'Change in weekly placement cost by cohort'],
      ['Reductions', 'Reductions by reason'],
    ]);
  });

  it('says every note once, with the sheets that refer to it by its number', async () => {
    const book = await opened(APPENDIX);
    expect(tableOf(book.getWorksheet('Notes')!)).toEqual([
      ['Note', 'What it says', 'Sheets that refer to it'],
      ['[note 1]', 'A year is 52 weeks.', 'All sheets of figures'],
      ['[note 2]', 'Costs are gross.', 'Cohorts'],
      ['[note 3]', 'Reasons are read from notes.', 'Reductions'],
    ]);
    expect(firsts(book.getWorksheet('Reductions')!).slice(0, 7)).toEqual([
      'Reductions by reason',
      'This sheet holds one table. [c] stands for a figure that is not published, so that no young person can be identified. An empty cell has nothing to show for its row and column.',
      'Notes are on the sheet Notes: [note 1], [note 3].',
      'Back to Contents',
      'The largest is Return home.',
      'Two of three reasons are shown.',
      'Reason',
    ]);
  });

  it('keeps figures as numbers, dates as dates, and marks to the right as the figures', async () => {
    const sheet = (await opened(APPENDIX)).getWorksheet('Reductions')!;
    const hidden = sheet.getRow(9);
    expect(rowsOf(sheet)[7]).toEqual(['Return home', 6, 23746.62, 0.6, new Date('2024-11-02')]);
    expect(rowsOf(sheet)[8]).toEqual(['To foster care', HIDDEN, HIDDEN, HIDDEN, HIDDEN]);
    expect([1, 2, 3, 4, 5].map((c) => hidden.getCell(c).alignment.horizontal)).toEqual([
      'left',
      'right',
      'right',
      'right',
      'right',
    ]);
    expect(sheet.getCell('D10').value).toBeNull();
  });

  it('shows what the officer says, whole, above the table', async () => {
    const sheet = (await opened(APPENDIX)).getWorksheet('Cohorts')!;
    const at = firsts(sheet).indexOf('Commentary') + 1;
    const said = sheet.getCell(at + 1, 1);
    expect(said.value).toBe('Costs fell.\nThey are expected to fall further.');
    expect(said.alignment.wrapText).toBe(true);
    expect(sheet.getRow(at + 1).height).toBeGreaterThanOrEqual(30);
  });

  it('leaves room between a heading and the one before it, however it is broken', async () => {
    const headings = ['Original weekly cost', 'Saving a year (x 52)', 'Difference a year (x 52)'];
    const columns = headings.map((heading, i) => ({
      key: `k${i}`,
      heading,
      format: 'money' as const,
    }));
    const table = { name: 'Reductions', columns, rows: [[1, 2, 3]] };
    const sheet = (await opened(withPlan({ table, chart: undefined }))).getWorksheet('Reductions')!;
    const room = headings.map((heading, i) => {
      const { width } = sheet.getColumn(i + 1);
      const words = heading.split(' ');
      const widths = words.map((_, n) => 1.1 * widthOf(words.slice(0, n + 1).join(' ')));
      return width! - Math.max(...widths.filter((each) => each <= width!));
    });
    for (const each of room) expect(each).toBeGreaterThan(2);
  });

  it('keeps words apart from the figures before them', async () => {
    const { columns, rows } = APPENDIX.plans[1]!.table;
    const table = {
      name: 'Reductions',
      columns: [...columns, { key: 'remark', heading: 'Remark', format: 'text' as const }],
      rows: rows.map((row) => [...row, 'a remark']),
    };
    const sheet = (await opened(withPlan({ table }))).getWorksheet('Reductions')!;
    expect(['E8', 'F8'].map((cell) => sheet.getCell(cell).alignment.indent)).toEqual([
      undefined,
      1,
    ]);
  });

  it('is in one font, in which the columns are as wide as they are', async () => {
    const parts = await partsOf(await exportWorkbook(APPENDIX));
    const fonts = elements(xmlOf(parts['xl/styles.xml']!), 'font');
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts) {
      expect(elements(font, 'name')[0]!.getAttribute('val')).toBe('Arial');
      expect(elements(font, 'scheme')).toHaveLength(0);
    }
  });

  it('has a row that says so where a table has none', async () => {
    const table = { ...APPENDIX.plans[1]!.table, rows: [] };
    const book = await opened(withPlan({ table, total: true, chart: undefined }));
    expect(tableOf(book.getWorksheet('Reductions')!)[1]).toEqual(['None', null, null, null, null]);
  });

  it('lets a report have a name of its own sheets', async () => {
    const book = await opened(withPlan({ sheet: 'NOTES' }));
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      'Cover',
      'Contents',
      'Notes (2)',
      'Cohorts',
      'NOTES',
    ]);
    expect(firsts(book.getWorksheet('Cohorts')!)[2]).toBe(
      'Notes are on the sheet Notes (2): [note 1], [note 2].',
    );
  });

  it('explains marks and blanks only where they are', async () => {
    const [cohorts] = APPENDIX.plans;
    const book = await opened({ ...APPENDIX, plans: [cohorts!] });
    expect(firsts(book.getWorksheet('Cohorts')!)[1]).toBe('This sheet holds one table.');
    expect(JSON.stringify(rowsOf(book.getWorksheet('Cover')!))).not.toContain('[c]');
  });

  it('has a title, a language and no other property', async () => {
    const parts = await partsOf(await exportWorkbook(APPENDIX));
    const core = xmlOf(parts['docProps/core.xml']!).documentElement;
    expect([...core.children].map(({ nodeName, textContent }) => [nodeName, textContent])).toEqual([
      ['dc:title', APPENDIX.title],
      ['dc:language', 'en-GB'],
    ]);
    expect(xmlOf(parts['docProps/app.xml']!).documentElement.children).toHaveLength(0);
  });

  it('is the same file for the same appendix', async () => {
    expect(await exportWorkbook(APPENDIX)).toEqual(await exportWorkbook(APPENDIX));
  });

  it('is looked through by a check that sees what the library writes by itself', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Sheet', { state: 'hidden' });
    sheet.getCell('A1').value = { formula: '1+1', result: 2 };
    sheet.getCell('A2').value = { text: 'a file', hyperlink: 'file:///home/somebody/budget.xlsx' };
    sheet.getCell('A3').note = 'A remark';
    const parts = await partsOf(new Uint8Array(await book.xlsx.writeBuffer()));
    const said = saidBeyond(parts).join('\n');
    for (const fault of [
      'elsewhere',
      'formula',
      'hides',
      'path',
      'who made it',
      'who or when',
      'there is',
    ]) {
      expect(said).toContain(fault);
    }
  });

  describe('whatever the appendix holds', () => {
    const always = (holds: (appendix: PublishedAppendix, bytes: Uint8Array) => Promise<void>) =>
      fc.assert(
        fc.asyncProperty(appendices, async (appendix) =>
          holds(appendix, await exportWorkbook(appendix)),
        ),
        { numRuns: 10, endOnFailure: true },
      );

    it('is a file that Excel need not repair, and that says nothing more', () =>
      always(async (_appendix, bytes) => {
        expect(await packageFaults(bytes)).toEqual([]);
        const parts = await partsOf(bytes);
        // What the officers' own words look like is theirs.
        parts['xl/sharedStrings.xml'] = '';
        parts['docProps/core.xml'] = parts['docProps/core.xml']!.replace(
          /<dc:title>.*<\/dc:title>/s,
          '',
        );
        expect(saidBeyond(parts)).toEqual([]);
      }));

    it('has on every sheet one table from column A, nothing merged, and A1 selected', () =>
      always(async ({ plans }, bytes) => {
        const parts = await partsOf(bytes);
        const sheets = Object.keys(parts).filter((name) => /^xl\/worksheets\/[^/]+$/.test(name));
        expect(sheets.length).toBeGreaterThanOrEqual(plans.length + 2);
        for (const name of sheets) {
          const sheet = xmlOf(parts[name]!);
          expect(elements(sheet, 'tablePart')).toHaveLength(1);
          expect(elements(sheet, 'mergeCell')).toHaveLength(0);
          expect(elements(sheet, 'pane')).toHaveLength(0);
          expect(elements(sheet, 'selection').map((each) => each.getAttribute('sqref'))).toEqual([
            'A1',
          ]);
          expect(elements(sheet, 'sheetView')[0]!.getAttribute('workbookViewId')).toBe('0');
        }
        const tables = Object.keys(parts).filter((name) => name.startsWith('xl/tables/'));
        for (const name of tables) {
          const table = xmlOf(parts[name]!).documentElement;
          expect(table.getAttribute('ref')).toMatch(/^A\d/);
          expect(elements(table, 'autoFilter')).toHaveLength(0);
        }
        expect(
          xmlOf(parts['xl/workbook.xml']!).querySelector('workbookView')?.getAttribute('activeTab'),
        ).toBe('0');
      }));

    it('leads by every link and every mark of a note to where they say', () =>
      always(async ({ plans }, bytes) => {
        const book = new ExcelJS.Workbook();
        await book.xlsx.load(bytes as unknown as ExcelJS.Buffer);
        const names = book.worksheets.map(({ name }) => name);
        const parts = await partsOf(bytes);
        const links = names.flatMap((_, i) =>
          elements(xmlOf(parts[`xl/worksheets/sheet${i + 1}.xml`]!), 'hyperlink'),
        );
        // Contents leads to every sheet but itself.
        expect(links.length).toBeGreaterThanOrEqual(names.length - 1);
        for (const link of links) {
          const [, sheet] = /^'(.*)'!A1$/.exec(link.getAttribute('location')!)!;
          expect(names).toContain(sheet!.replace(/''/g, "'"));
        }
        const notes = book.worksheets[2]!;
        const numbered = new Map(
          /^notes/i.test(notes.name)
            ? tableOf(notes).map(([mark, note]) => [String(mark), String(note)])
            : [],
        );
        for (const [i, plan] of plans.entries()) {
          const sheet = book.worksheets[names.length - plans.length + i]!;
          const marks = firsts(sheet)
            .filter((line) => line.startsWith('Notes are on'))
            .flatMap((line) => line.match(/\[note \d+\]/g) ?? []);
          const wanted = plan.notes.filter((note) => !plan.chart?.sentences.includes(note));
          expect(new Set(marks.map((mark) => numbered.get(mark)))).toEqual(new Set(wanted));
        }
      }));

    it('holds the plans’ figures as they are', () =>
      always(async ({ plans }, bytes) => {
        const book = new ExcelJS.Workbook();
        await book.xlsx.load(bytes as unknown as ExcelJS.Buffer);
        const sheets = book.worksheets.slice(-plans.length);
        for (const [i, { table }] of plans.entries()) {
          const rows = tableOf(sheets[i]!).slice(1);
          table.rows.forEach((row, r) =>
            row.forEach((cell, c) => {
              const { format } = table.columns[c]!;
              const read = rows[r]![c];
              if (cell === HIDDEN) expect(read).toBe(HIDDEN);
              else if (cell === null) expect(read).toBeNull();
              else if (format === 'date') expect(read).toEqual(new Date(`${cell}`));
              else if (typeof cell === 'number') {
                expect(Number(read)).toBeCloseTo(cell, 2);
              }
            }),
          );
        }
      }));
  });
});
