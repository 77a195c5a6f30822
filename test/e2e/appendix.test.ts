import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import ts from 'typescript';
import type { AppendixOutput } from '../../src/commands/appendix-output';
import { LIST_REPORTS } from '../../src/reports';
import { packageFaults } from '../host/package-faults';
import { folder, rowsFile, workbookFile } from './workbookFile';
import { PUBLISHED_SHEETS, WRITTEN_SHEETS } from '../writtenSheets';

const root = join(__dirname, '../..');
const SAMPLE = join(root, 'assets/sample-budget.xlsx');
/** Reports on other lists have their figures in their own tests: a new one leaves the golden file be. */
const TRACKER_ALONE = [SAMPLE, '--without', LIST_REPORTS.map(({ id }) => id).join()];
const HEADINGS = ['Ref', 'Cohort', 'Opportunity', 'Original weekly cost', 'Current weekly cost'];
const ROWS = [
  ['YP1', 'Cohort 1', 'Opportunity 1', 1000, 800],
  ['YP2', 'Cohort 2', 'Opportunity 2', 500, 650],
];

function appendix(...args: string[]) {
  const run = spawnSync(process.execPath, [join(root, 'dist/node/appendix.js'), ...args], {
    encoding: 'utf8',
  });
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}

function json(...args: string[]): AppendixOutput {
  const { status, stdout, stderr } = appendix(...args, '--json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout) as AppendixOutput;
}

const digest = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** What TypeScript says of the object as a literal of the type, unknown keys included. */
function faultsAgainstType(output: AppendixOutput): string[] {
  const file = join(root, 'src/commands/held-to-type.ts');
  const source = `import type { AppendixOutput } from './appendix-output';\nexport const output: AppendixOutput = ${JSON.stringify(output)};\n`;
  const options = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    module: ts.ModuleKind.ESNext,
  };
  const host = ts.createCompilerHost(options);
  const readFile = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version) =>
    name === file ? ts.createSourceFile(name, source, version) : readFile(name, version);
  const program = ts.createProgram([file], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

/** The problems of the paper, not of the workbook's lists. */
const ofPaper = (problems: AppendixOutput['problems']) =>
  problems
    .filter(({ address }) => /^paper/.test(address))
    .map(({ address, ref }) => [address, ref]);

describe('the headless run', () => {
  const out = folder();

  it('prints the golden figures of the sample and nothing else', () => {
    const output = json(...TRACKER_ALONE);
    const golden = JSON.parse(readFileSync(join(root, 'test/golden/sample-budget.json'), 'utf8'));
    const { io, ...figures } = output;
    expect(figures).toEqual(golden);
    expect(io.syncs).toBeLessThanOrEqual(4);
    expect(io.requestBytes).toBeGreaterThan(1000);
    expect(io.responseBytes).toBeGreaterThan(1000);
  });

  it('reconciles its own tables, then proofreads a published paper beside them', () => {
    const paper = join(root, 'assets/data/paper-000.csv');
    const { reconciliation = [], problems } = json(SAMPLE, '--published', paper);
    const first = reconciliation.findIndex(({ table }) => table === 'IMPOWER cohorts');
    const own = reconciliation.slice(0, first);
    expect(own.filter(({ status }) => status === 'fails')).toEqual([]);
    expect(own.map(({ difference }) => difference)).toContain(-0.01);
    const failing = reconciliation.slice(first).filter(({ status }) => status === 'fails');
    expect(failing.map(({ difference }) => difference)).toEqual([
      -1, -30.91, -1916.3, -1947.21, -101254.68,
    ]);
    expect(failing[3]!.detail).toContain('‘Same placement, uplift agreed’');
    expect(ofPaper(problems)).toEqual([]);
  });

  it('says where a paper holds words among its figures, and what is no paper', () => {
    const paper = join(out, 'paper.csv');
    writeFileSync(
      paper,
      'Savings\nScheme,Children,Weekly\nA,2,£100.00\nB,3,TBC\nTotal,6,£190.00\n',
    );
    const { reconciliation = [], problems } = json(SAMPLE, '--published', paper);
    expect(ofPaper(problems)).toEqual([['paper.csv line 4', 'B']]);
    expect(reconciliation.at(-1)).toMatchObject({
      table: 'Savings',
      status: 'fails',
      difference: 1,
    });
    writeFileSync(paper, 'Nothing but words\n');
    expect(appendix(SAMPLE, '--published', paper)).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^paper\.csv holds no table to proofread[^\n]*\n$/) as string,
    });
    expect(appendix(SAMPLE, '--published', SAMPLE).stderr).toMatch(/is not a CSV file/);
  });

  it('holds the tracker against a cell of the workbook, and says which it cannot read', () => {
    const { reconciliation = [] } = json(SAMPLE, '--against', 'Tracker!G5');
    expect(reconciliation.at(-1)).toMatchObject({
      table: 'The tracker and the rest of the workbook',
      status: 'fails',
    });
    const { status, stderr } = appendix(SAMPLE, '--against', 'Nowhere!A1');
    expect([status, stderr]).toEqual([
      1,
      'There is no sheet Nowhere in this workbook, so Nowhere!A1 cannot be read.\n',
    ]);
  });

  it('prints the shape that others rely on', () => {
    const output = json(SAMPLE);
    expect(faultsAgainstType(output)).toEqual([]);
    const wrong = { ...output, asAt: 5 } as unknown as AppendixOutput;
    expect(faultsAgainstType(wrong)).toHaveLength(1);
    const longer = { ...output, extra: 1 } as AppendixOutput;
    expect(faultsAgainstType(longer)).toHaveLength(1);
  });

  it('reads a tracker under other headings, in two date systems', async () => {
    const fill = (date1904: boolean) => (book: ExcelJS.Workbook) => {
      book.properties.date1904 = date1904;
      book.addWorksheet('Notes').getCell('A1').value = 'Nothing here';
      const sheet = book.addWorksheet('Tracker 24-25');
      [
        ['Placements under review'],
        [],
        ['Ref', 'Group', 'Opp', 'Baseline £/wk', '£/wk now', 'Date of change', 'Date ended'],
        ['A1', 'G1', 'Opp 2', '£1,234.50', '890 pw', new Date(Date.UTC(2024, 10, 5)), null],
        ['A2', 'G1', 'Opp 10', '6.4k', 'nil', '12/11/2024', null],
        ['G1 subtotal', null, null, 7634.5, 890, null, null],
        [],
        ['A3', 'G2', null, 45, null, '30 Nov 2024', new Date(Date.UTC(2024, 10, 29))],
        ['A4', 'G2', 'Opp 2', 100, '-', null, null],
        ['Grand total', null, null, 7779.5, 890, null, null],
      ].forEach((row, i) => {
        sheet.getRow(i + 1).values = row as ExcelJS.CellValue[];
      });
      sheet.getCell('F4').numFmt = 'dd/mm/yyyy';
      sheet.getCell('G8').numFmt = 'dd/mm/yyyy';
      sheet.getRow(9).hidden = true;
    };
    for (const date1904 of [false, true]) {
      const output = json(await workbookFile(join(out, `other-${date1904}.xlsx`), fill(date1904)));
      expect(output.asAt).toBe('2024-11-30');
      expect(output.problems).toEqual([]);
      expect(output.source).toMatchObject({
        address: "'Tracker 24-25'!A3:G9",
        headingRow: 3,
        rows: 4,
        leftOut: 0,
        columns: {
          reference: 'Ref',
          cohort: 'Group',
          opportunity: 'Opp',
          originalCost: 'Baseline £/wk',
          currentCost: '£/wk now',
        },
      });
      expect(
        output.cohorts.map(({ cohort, youngPeople, original, current }) => [
          cohort,
          youngPeople,
          original,
          current,
        ]),
      ).toEqual([
        ['G1', 2, 7634.5, 890],
        ['G2', 2, 145, 0],
        ['Total', 4, 7779.5, 890],
      ]);
      expect(output.opportunities.map((row) => row.opportunity)).toEqual(['Opp 2', 'Opp 10']);
    }
  });

  it('takes sheet, date and basis from the command line', async () => {
    const file = await workbookFile(join(out, 'two.xlsx'), (book) => {
      for (const [name, factor] of [
        ['Old', 1],
        ['New', 2],
      ] as const) {
        const sheet = book.addWorksheet(name);
        sheet.addRow([...HEADINGS, 'x'].slice(0, 5));
        ROWS.forEach((row) => sheet.addRow([...row.slice(0, 4), Number(row[4]) * factor]));
      }
    });
    const output = json(file, '--sheet', 'New', '--as-at', '03/12/2024', '--basis', '365/7');
    expect(output).toMatchObject({
      asAt: '2024-12-03',
      basis: '365/7',
      source: { sheets: ['New'] },
    });
    expect(output.cohorts[2]).toMatchObject({ current: 2900, difference: 1400, annual: 73000 });
    expect(json(file, '--sheet', 'Old', '--basis', '2023/24').cohorts[2]!.annual).toBe(-2614.29);
  });

  it('saves figures as values alone where that is asked for', async () => {
    const workbook = join(out, 'values.xlsx');
    expect(appendix(SAMPLE, '--values', '--workbook', workbook).status).toBe(0);
    const saved = new ExcelJS.Workbook();
    await saved.xlsx.readFile(workbook);
    expect(saved.getWorksheet('Cohorts')!.getCell('E12').value).toBeCloseTo(-14724.86, 6);
  });

  it('saves the workbook with its sheets added and a workbook of the summary alone', async () => {
    const before = digest(SAMPLE);
    const [workbook, copy] = [join(out, 'with.xlsx'), join(out, 'copy.xlsx')];
    expect(appendix(SAMPLE, '--workbook', workbook, '--out', copy).status).toBe(0);
    expect(digest(SAMPLE)).toBe(before);
    const saved = new ExcelJS.Workbook();
    await saved.xlsx.readFile(workbook);
    expect(saved.worksheets.map((sheet) => sheet.name)).toEqual(
      expect.arrayContaining(['Tracker', ...WRITTEN_SHEETS]),
    );
    expect(saved.getWorksheet('Cohorts')!.getCell('E13').result).toBeCloseTo(-14724.86, 6);
    const alone = new ExcelJS.Workbook();
    await alone.xlsx.readFile(copy);
    expect(alone.worksheets.map((sheet) => sheet.name)).toEqual(PUBLISHED_SHEETS);
    expect(alone.getWorksheet('Cohorts')!.getCell('G8').value).toBeCloseTo(-765692.72, 4);
    // The add-in finds its own sheets again in the workbook that was saved, and writes over them.
    const again = join(out, 'again.xlsx');
    expect(appendix(workbook, '--workbook', again).status).toBe(0);
    await saved.xlsx.readFile(again);
    const officers = new ExcelJS.Workbook();
    await officers.xlsx.readFile(SAMPLE);
    expect(
      saved.worksheets
        .map(({ name }) => name)
        .filter((name) => officers.getWorksheet(name) === undefined),
    ).toEqual(WRITTEN_SHEETS);
  });

  it('words the cover, every sheet and the copy as it is told to', async () => {
    const copy = join(out, 'worded.xlsx');
    const told = ['--title', 'Appendix B', '--committee', 'Scrutiny', '--meeting', '14/01/2025'];
    const { stdout } = appendix(SAMPLE, '--out', copy, ...told, '--period', 'Quarter 3');
    const line = 'Appendix B · Scrutiny · Meeting of 14 January 2025 · Quarter 3';
    expect(stdout.split('\n')[0]).toBe('Appendix B');
    // The file's own sheets are not printed: its contents and its notes.
    expect(stdout.split('\n').filter((each) => each === line)).toHaveLength(
      PUBLISHED_SHEETS.length - 3,
    );
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(copy);
    expect(book.title).toBe('Appendix B');
    const cover = book.getWorksheet('Cover')!;
    expect(['A1', 'A2', 'A3', 'A4'].map((cell) => cover.getCell(cell).value)).toEqual(
      line.split(' · '),
    );
  });

  it('saves a Word document beside a workbook, its charts as pictures', async () => {
    const [document, copy] = [join(out, 'appendix.docx'), join(out, 'beside.xlsx')];
    const files = ['--out', document, '--out', copy];
    expect(appendix(SAMPLE, ...files, '--title', 'Appendix B', '--suppress', '0').status).toBe(0);
    const zip = await JSZip.loadAsync(readFileSync(document));
    const text = await zip.file('word/document.xml')!.async('string');
    expect(text).toContain('-£14,724.86');
    expect(text).toContain('Change in weekly placement cost by identified opportunity');
    expect(text.match(/<w:drawing>/g)!.length).toBeGreaterThan(2);
    expect(await packageFaults(readFileSync(document))).toEqual([]);
    expect(await packageFaults(readFileSync(copy))).toEqual([]);
  });

  it.each([
    ['--out', 'copy.pdf', 'has to end in .xlsx or .docx.'],
    ['--workbook', 'whole.docx', 'has to end in .xlsx.'],
  ])('refuses to write %s to %s', (option, file, sentence) => {
    const { status, stderr } = appendix(SAMPLE, option, file);
    expect(status).toBe(1);
    expect(stderr).toBe(`The file to write, ${file}, ${sentence}\n`);
  });

  it.each([
    [
      'no tracker',
      [
        ['Just', 'words'],
        ['and', 'more'],
      ],
      /^No placements tracker was found/,
    ],
    ['an empty sheet', [], /^There is nothing on the sheets of this workbook/],
    [
      'a missing column',
      [
        ['Ref', 'Cohort', 'Original weekly cost'],
        ['YP1', 'A', 5],
      ],
      /Tracker.* none of them names the weekly cost now/,
    ],
    [
      'no row that can be read',
      [HEADINGS, ['YP1', 'A', 'B', 'TBC', 5]],
      /^There is no young person to write about/,
    ],
  ])('answers a workbook with %s with one sentence', async (name, rows, sentence) => {
    const file = await rowsFile(join(out, `${name}.xlsx`), rows);
    const { status, stdout, stderr } = appendix(
      file,
      '--json',
      '--workbook',
      join(out, 'none.xlsx'),
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(() => readFileSync(join(out, 'none.xlsx'))).toThrow();
  });

  it('lists each row that it leaves out, and each that it doubts, by address', async () => {
    const rows = [
      [...HEADINGS, 'Date of change'],
      ...ROWS,
      ['YP3', 'Cohort 1', '', 'ask Jo', 10],
      ['YP4', 'Cohort 1', '', 10, null],
      ['YP5', 'Cohort 1', '', 10, -5],
      ['YP6', 'Cohort 1', '', { error: '#REF!' as const }, 10],
      ['YP2', 'Cohort 1', '', 10, 20],
      ['YP7', 'Cohort 1', '', 10, 20, '31/02/2024'],
    ];
    const output = json(await rowsFile(join(out, 'bad.xlsx'), rows as ExcelJS.CellValue[][]));
    expect(output.source).toMatchObject({ rows: 4, leftOut: 4 });
    expect(output.cohorts[output.cohorts.length - 1]!.youngPeople).toBe(4);
    expect(output.problems.map(({ address, ref }) => `${address} ${ref}`)).toEqual([
      'Tracker!D4 YP3',
      'Tracker!E5 YP4',
      'Tracker!E6 YP5',
      'Tracker!D7 YP6',
      'Tracker!F9 YP7',
      'Tracker!A8 YP2',
    ]);
  });

  it('does not take a formula that was never calculated for nothing', async () => {
    const rows = [HEADINGS, ROWS[0]!, ['YP2', 'Cohort 2', '', 500, { formula: '600+50' }]];
    const output = json(
      await rowsFile(join(out, 'uncalculated.xlsx'), rows as ExcelJS.CellValue[][]),
    );
    expect(output.source).toMatchObject({ rows: 1, leftOut: 1 });
    expect(output.problems).toMatchObject([{ address: 'Tracker!E3', ref: 'YP2' }]);
  });

  it.each([
    ['a file that is not there', ['nowhere.xlsx'], /no file nowhere\.xlsx/],
    ['a file that is no workbook', [join(root, 'package.json')], /not an Excel workbook/],
    ['no file', [], /Name one workbook/],
    ['an option it does not know', [SAMPLE, '--colour'], /--colour/],
    ['an impossible date', [SAMPLE, '--as-at', '31/02/2024'], /31\/02\/2024/],
    ['a meeting on no day', [SAMPLE, '--meeting', '31/02/2024'], /meeting, ‘31\/02\/2024’/],
    ['a basis that is none', [SAMPLE, '--basis', '51'], /basis ‘51’/],
    ['a sheet that is not there', [SAMPLE, '--sheet', 'Nope'], /no sheet called ‘Nope’/],
    ['its input as its output', [SAMPLE, '--workbook', SAMPLE], /never changed/],
  ])('answers %s with one sentence', (_, args, sentence) => {
    const { status, stdout, stderr } = appendix(...args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

if (process.env.RENEW_GOLDEN) {
  const figures: Partial<AppendixOutput> = JSON.parse(appendix(...TRACKER_ALONE, '--json').stdout);
  delete figures.io;
  writeFileSync(
    join(root, 'test/golden/sample-budget.json'),
    `${JSON.stringify(figures, null, 2)}\n`,
  );
}
