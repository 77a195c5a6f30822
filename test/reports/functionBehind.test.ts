import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { functionBehind } from '../../src/reports/functionBehind';

const NAMES = [
  ...readFileSync(join(__dirname, '../../src/functions/functions.ts'), 'utf8').matchAll(
    /@customfunction (\w+)/g,
  ),
].map(([, name]) => name!);

it('says of every function of the add-in what it gives', () => {
  expect(NAMES.length).toBeGreaterThan(14);
  for (const name of NAMES) {
    const { sentences } = functionBehind(
      { name, arguments: [], whole: true, address: 'Sheet1!A1', row: 0, column: 0, shown: 1 },
      [],
      'minus',
    );
    expect(sentences.join(' ')).not.toContain('none of the functions');
  }
});
