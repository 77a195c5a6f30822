import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { csvRows } from '../csvRows';

/** Comma, quote, UTF-8, from line 1, in English (UK), every sheet to a file of its own. */
const EVERY_SHEET =
  'csv:Text - txt - csv (StarCalc):44,34,76,1,,2057,false,true,false,false,false,-1';

/** A profile of this run's own, so that it neither finds nor leaves anything. */
const profile = mkdtempSync(join(tmpdir(), 'soffice-'));

function convert(file: string, to: string): string {
  const out = mkdtempSync(join(tmpdir(), 'read-'));
  execFileSync(
    process.env.SOFFICE ?? 'soffice',
    [
      `-env:UserInstallation=file://${profile}`,
      '--headless',
      '--convert-to',
      to,
      '--outdir',
      out,
      file,
    ],
    { stdio: 'pipe' },
  );
  return out;
}

/** The cells of each sheet as LibreOffice reads them, by the sheet's name; numbers in full. */
export function sheetsRead(file: string): Record<string, string[][]> {
  const out = convert(file, EVERY_SHEET);
  const prefix = `${basename(file, '.xlsx')}-`;
  return Object.fromEntries(
    readdirSync(out).map((name) => [
      name.slice(prefix.length, -'.csv'.length),
      csvRows(readFileSync(join(out, name), 'utf8')),
    ]),
  );
}
