import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type ExcelJS from 'exceljs';
import { partsOf, saidBeyond } from '../copy/packageParts';
import { canariesIn, canaryWorkbook } from './canaryWorkbook';
import { PUBLISHED_SHEETS } from '../writtenSheets';
import { folder } from './workbookFile';

const PROGRAM = join(__dirname, '../../dist/node/appendix.js');

/** Both files that are made to be published from a workbook. */
async function copiesOf(workbook: Uint8Array, ...args: string[]): Promise<Uint8Array[]> {
  const out = folder();
  const input = join(out, 'zyx_filename_.xlsx');
  writeFileSync(input, workbook);
  const files = ['copy.xlsx', 'copy.docx'].map((name) => join(out, name));
  const { status, stderr } = spawnSync(
    process.execPath,
    [PROGRAM, input, ...files.flatMap((file) => ['--out', file]), ...args],
    { encoding: 'utf8' },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return files.map((file) => readFileSync(file));
}

/** Words that are said of a group, so that they are published with it. */
function nameGroups(book: ExcelJS.Workbook): void {
  const tracker = book.getWorksheet('Tracker')!;
  const headings = tracker.getRow(4).values as string[];
  for (let row = 5; row <= tracker.rowCount; row++) {
    for (const [heading, canary] of [
      ['Cohort', 'Zyx_cohort_'],
      ['Identified opportunity', 'Zyx_opportunity_'],
    ] as const) {
      const cell = tracker.getRow(row).getCell(headings.indexOf(heading));
      if (cell.value) cell.value = `${String(cell.value)} ${canary}`;
    }
  }
}

describe('the copy that is published', () => {
  it('has a workbook of canaries to come through from', async () => {
    const planted = Object.keys(await canariesIn(await canaryWorkbook()));
    expect(planted.length).toBeGreaterThan(40);
    for (const place of ['reference', 'author', 'comment', 'hiddensheet', 'propertyvalue']) {
      expect(planted).toContain(`zyx_${place}_`);
    }
  });

  it.each(['0', '5'])(
    'holds nothing of the workbook but what it counts, at a threshold of %s',
    async (threshold) => {
      for (const copy of await copiesOf(await canaryWorkbook(), '--suppress', threshold)) {
        expect(await canariesIn(copy)).toEqual({});
        const parts = await partsOf(copy);
        expect(saidBeyond(parts)).toEqual([]);
        // Every table of the sample was made.
        for (const sheet of PUBLISHED_SHEETS.slice(3)) {
          expect(Object.values(parts).join('\n')).toContain(`>${sheet}<`);
        }
      }
    },
  );

  it('holds what is meant to be printed: names of groups, and the words of the officer', async () => {
    const words = ['--title', 'Zyx_appendix_', '--authority', 'Zyx_authority_'];
    for (const copy of await copiesOf(await canaryWorkbook(nameGroups), ...words)) {
      expect(Object.keys(await canariesIn(copy))).toEqual([
        'zyx_appendix_',
        'zyx_authority_',
        'zyx_cohort_',
        'zyx_opportunity_',
      ]);
    }
  });
});
