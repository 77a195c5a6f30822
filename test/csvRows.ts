import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The rows of a CSV text; quoted fields may hold commas and doubled quotes, but no line breaks. */
export const csvRows = (text: string): string[][] =>
  text
    .replace(/\r/g, '')
    .trimEnd()
    .split('\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );

/** The rows of a file in assets/data, its headings first. */
export const dataRows = (file: string): string[][] =>
  csvRows(readFileSync(join(__dirname, '../assets/data', file), 'utf8'));
