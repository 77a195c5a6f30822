import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { roundPence } from '../../src/domain/money';
import { sheetsRead } from './libreoffice';
import { PUBLISHED_SHEETS } from '../writtenSheets';

const root = join(__dirname, '../..');

/** Paper 000, as printed: young people, original, current, difference, average, a year. */
const COHORTS = [
  ['Cohort 1', 57, 183523.64, 151234.9, -32288.74, -566.47, -1679014.48],
  ['Cohort 2', 46, 53632.25, 71196.13, 17563.88, 381.82, 913321.76],
  ['Total', 103, 237155.89, 222431.03, -14724.86, -142.96, -765692.72],
];
const OPPORTUNITIES = [
  ['Opportunity 1 (Reunification)', 15, -12261.8, -817.45],
  ['Opportunity 2 (Placement move from residential to fostering)', 24, -21177.55, -882.4],
  ['Opportunity 3 (Move from an Independent Fostering Agency to in house)', 18, 1150.61, 63.92],
];

/** A table's rows as printed: numbers to the penny. */
const printed = (rows: string[][] | undefined, from: number) =>
  rows?.slice(from).map((row) => row.map((cell, i) => (i === 0 ? cell : roundPence(Number(cell)))));

describe('LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'placement-costs-'));
  const workbook = join(folder, 'budget.xlsx');
  const copy = join(folder, 'summary.xlsx');

  beforeAll(() => {
    execFileSync(process.execPath, [
      join(root, 'dist/node/appendix.js'),
      join(root, 'assets/sample-budget.xlsx'),
      '--workbook',
      workbook,
      '--out',
      copy,
    ]);
  });

  it('reads the figures of paper 000 from the sheets that were written', () => {
    const sheets = sheetsRead(workbook);
    expect(printed(sheets.Cohorts, 10)).toEqual(COHORTS);
    expect(printed(sheets.Opportunities, 10)).toEqual(OPPORTUNITIES);
  });

  it("finds the officer's own sheets as they were", () => {
    const before = sheetsRead(join(root, 'assets/sample-budget.xlsx'));
    const after = sheetsRead(workbook);
    expect(Object.keys(before).length).toBeGreaterThan(10);
    for (const [name, rows] of Object.entries(before))
      expect({ [name]: after[name] }).toEqual({ [name]: rows });
  });

  it('reads the same figures, and nothing else, from the workbook of the summary alone', () => {
    const sheets = sheetsRead(copy);
    expect(Object.keys(sheets).sort()).toEqual([...PUBLISHED_SHEETS].sort());
    expect(printed(sheets.Cohorts, 5)).toEqual(COHORTS);
    expect(printed(sheets.Opportunities, 5)).toEqual(OPPORTUNITIES);
  });
});
