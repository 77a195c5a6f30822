import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { packageFaults } from '../host/package-faults';
import { partsOf } from '../copy/packageParts';
import { folder, rowsFile, workbookFile } from './workbookFile';

const root = join(__dirname, '../..');
const SAMPLE = join(root, 'assets/sample-budget.xlsx');
const HEADINGS = [
  'Ref',
  'Cohort',
  'Opportunity',
  'Original weekly cost',
  'Current weekly cost',
  'Note',
];

const run = (program: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(root, 'dist/node', `${program}.js`), ...args], {
    encoding: 'utf8',
  });

interface Copies {
  /** The workbook's cells, by sheet. */
  sheets: Record<string, string[][]>;
  /** The document's words. */
  words: string;
}

/** Makes both files of a workbook, and holds them against the two checkers. */
async function copiesOf(workbook: string, ...args: string[]): Promise<Copies> {
  const out = folder();
  const [copy, document] = [join(out, 'copy.xlsx'), join(out, 'copy.docx')];
  const { status, stderr } = run('appendix', workbook, '--out', copy, '--out', document, ...args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const checked = run('check-accessibility', copy);
  expect([checked.status, checked.stdout, checked.stderr]).toEqual([0, '', '']);
  for (const file of [copy, document]) expect(await packageFaults(readFileSync(file))).toEqual([]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(copy);
  const parts = await partsOf(readFileSync(document));
  return {
    sheets: Object.fromEntries(
      book.worksheets.map((sheet) => [
        sheet.name,
        sheet.getSheetValues().flatMap((row) => [((row ?? []) as unknown[]).slice(1).map(String)]),
      ]),
    ),
    words: parts['word/document.xml']!.replace(/<\/w:p>/g, '\n').replace(/<[^>]*>/g, ''),
  };
}

const young = (count: number, row: (i: number) => [string, string, number, number, string]) => [
  HEADINGS,
  ...Array.from({ length: count }, (_, i) => [`YP${i + 1}`, ...row(i)]),
];

/** The row of a sheet that begins with a name. */
const rowOf = ({ sheets }: Copies, sheet: string, name: string) =>
  sheets[sheet]!.find(([first]) => first === name);

// Whole runs of the sample, each with both checkers.
jest.setTimeout(300_000);

describe('a copy that is published', () => {
  const out = folder();

  it.each(['0', '5', '9'])(
    'of the sample keeps to the checklist and is sound, at a threshold of %s',
    async (threshold) => {
      const { sheets, words } = await copiesOf(SAMPLE, '--suppress', threshold);
      const isHiding = threshold !== '0';
      expect(JSON.stringify(sheets).includes('"[c]"')).toBe(isHiding);
      expect(words.includes('[c]')).toBe(isHiding);
      expect(words).toContain(
        isHiding
          ? `A count of 1 to ${threshold} young people is not published`
          : 'No figure is hidden, however few young people it is of.',
      );
    },
  );

  it('of three young people hides all that is worked out of them, and says so', async () => {
    const rows = young(3, (i) => ['Cohort 1', 'Opportunity 1', 1234.5, 1000 + i, 'Moved']);
    const copies = await copiesOf(await rowsFile(join(out, 'three.xlsx'), rows));
    expect(rowOf(copies, 'Cohorts', 'Cohort 1')).toEqual(['Cohort 1', ...Array(6).fill('[c]')]);
    expect(rowOf(copies, 'Cohorts', 'Total')).toEqual(['Total', ...Array(6).fill('[c]')]);
    expect(rowOf(copies, 'Cover', 'Young people counted')).toEqual(['Young people counted', '[c]']);
    for (const text of [copies.words, JSON.stringify(copies.sheets)]) {
      expect(text).toContain('[c] stands for a figure that is not published');
      expect(text).not.toMatch(/1,?234|3,?703|3 young people/);
    }
  });

  it('hides every reason where each is of few, and shows the cohort', async () => {
    const notes = ['Turned 18', 'Returned home to mum', 'SGO granted', 'Uplift of 3% agreed'];
    const rows = young(12, (i) => ['Cohort 1', '', 1000, i % 4 === 3 ? 1030 : 500, notes[i % 4]!]);
    const copies = await copiesOf(await rowsFile(join(out, 'reasons.xlsx'), rows));
    const reasons = copies.sheets['Reductions by reason']!;
    const at = reasons.findIndex(([first]) => first === 'Reason');
    expect(reasons.length).toBeGreaterThan(at + 3);
    for (const [, ...figures] of reasons.slice(at + 1, -1)) {
      for (const figure of figures) expect(['[c]', '0', 'null']).toContain(figure);
    }
    expect(rowOf(copies, 'Cohorts', 'Total')![1]).toBe('12');
  });

  it('of lists without a tracker has their tables alone', async () => {
    const sample = new ExcelJS.Workbook();
    await sample.xlsx.readFile(SAMPLE);
    const rows = (name: string) =>
      sample
        .getWorksheet(name)!
        .getSheetValues()
        .slice(1)
        .map((row) => (row as ExcelJS.CellValue[]).slice(1));
    const file = await workbookFile(join(out, 'lists.xlsx'), (book) => {
      for (const name of ['Discharges', 'Edge of care'])
        book.addWorksheet(name).addRows(rows(name));
    });
    const { sheets } = await copiesOf(file);
    expect(Object.keys(sheets)).toEqual([
      'Cover',
      'Contents',
      'Notes',
      'Discharges by route',
      'Cost avoidance',
    ]);
  });

  it.each<[string, (readonly (string | number)[])[], string[], RegExp]>([
    [
      'nobody who can be counted',
      [HEADINGS, ['YP1', 'Cohort 1', '', 'TBC', 5, '']],
      [],
      /^There is no young person/,
    ],
    ['a tracker without rows', [HEADINGS], [], /\.\n$/],
    [
      'a threshold in words',
      young(9, () => ['Cohort 1', '', 1000, 900, '']),
      ['--suppress', 'ten'],
      /^The count ‘ten’ up to which counts are hidden is not a whole number from 0 to 9\.\n$/,
    ],
    [
      'a threshold of ten',
      young(9, () => ['Cohort 1', '', 1000, 900, '']),
      ['--suppress', '10'],
      /^The count ‘10’ .* from 0 to 9\.\n$/,
    ],
    [
      'a threshold below nought',
      young(9, () => ['Cohort 1', '', 1000, 900, '']),
      ['--suppress', '-1'],
      /^The count ‘-1’ .* from 0 to 9\.\n$/,
    ],
  ])('is not made of %s: one sentence says why', async (name, rows, args, sentence) => {
    const file = await rowsFile(join(out, `${name}.xlsx`), rows);
    const [copy, document] = [join(out, 'none.xlsx'), join(out, 'none.docx')];
    const made = run('appendix', file, '--out', copy, '--out', document, ...args);
    expect([made.status, made.stdout]).toEqual([1, '']);
    expect(made.stderr).toMatch(sentence);
    expect(made.stderr.trim().split('\n')).toHaveLength(1);
    expect([copy, document].filter((each) => existsSync(each))).toEqual([]);
  });
});
