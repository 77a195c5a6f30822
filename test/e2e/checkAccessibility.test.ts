import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workbookWith } from '../host/accessibility/plantedWorkbook';

const PROGRAM = join(__dirname, '../../dist/node/check-accessibility.js');
const folder = mkdtempSync(join(tmpdir(), 'accessibility-'));

function check(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('npm run check-accessibility', () => {
  it('prints nothing for a file that keeps to the checklist', async () => {
    writeFileSync(join(folder, 'clean.xlsx'), await workbookWith(() => {}));
    expect(check('clean.xlsx')).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('prints a line for each fault, with its place and what mends it', async () => {
    const bytes = await workbookWith(({ book, addSheet }) => {
      book.title = '';
      addSheet('My costs').mergeCells('A1:C1');
    });
    writeFileSync(join(folder, 'faults.xlsx'), bytes);
    expect(check('faults.xlsx')).toEqual({
      status: 1,
      stdout:
        'Workbook: The document has no title. Before publishing give it one under File, Info, Title.\n' +
        "'My costs'!A1:C1: Cells are merged. Unmerge them (Home, Merge & Centre).\n",
      stderr: '',
    });
  });

  it('says in a sentence what it cannot read', () => {
    writeFileSync(join(folder, 'text.xlsx'), 'Placement,Children');
    writeFileSync(join(folder, 'locked.xlsx'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0]));
    const sentences: [string[], RegExp][] = [
      [['nothing.xlsx'], /^There is no file nothing\.xlsx that can be read\.\n$/],
      [['text.xlsx'], /^The file is not an Excel workbook \(\.xlsx\)\.\n$/],
      [['locked.xlsx'], /has a password\..*\n$/],
      [[], /^Name one workbook\. Use: .*\n$/],
    ];
    for (const [args, sentence] of sentences) {
      const { status, stdout, stderr } = check(...args);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(sentence);
    }
  });
});
