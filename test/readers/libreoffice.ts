import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { JSDOM } from 'jsdom';
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

/** The tables of a document as LibreOffice reads them, each below its caption. */
export function tablesRead(file: string): Record<string, string[][]> {
  const out = convert(file, 'fodt');
  const { document } = new JSDOM(readFileSync(join(out, readdirSync(out)[0]!), 'utf8'), {
    contentType: 'text/xml',
  }).window;
  return Object.fromEntries(
    [...document.getElementsByTagName('table:table')].map((table) => [
      table.previousElementSibling?.textContent?.replace(/^Table \d+: /, '') ?? '',
      [...table.getElementsByTagName('table:table-row')].map((row) =>
        [...row.getElementsByTagName('table:table-cell')].map(
          (cell) => cell.textContent?.trim() ?? '',
        ),
      ),
    ]),
  );
}

/** A chart as LibreOffice draws it. */
export interface ChartRead {
  /** What a screen reader says of it. */
  description: string;
  title: string;
  bars: [label: string, length: number][];
}

/** The charts of a workbook as LibreOffice reads them, by their names. */
export function chartsRead(file: string): Record<string, ChartRead> {
  const out = convert(file, 'fods');
  const { document } = new JSDOM(readFileSync(join(out, readdirSync(out)[0]!), 'utf8'), {
    contentType: 'text/xml',
  }).window;
  const frames = [...document.getElementsByTagName('draw:frame')];
  return Object.fromEntries(
    frames
      .filter((frame) => frame.getElementsByTagName('chart:chart').length > 0)
      .map((frame) => [frame.getAttribute('draw:name'), chartRead(frame)]),
  );
}

function chartRead(frame: Element): ChartRead {
  const [title] = frame.getElementsByTagName('chart:title');
  const rows = [...frame.getElementsByTagName('table:table-rows')[0]!.children];
  const own = [...frame.children].find(({ nodeName }) => nodeName === 'svg:desc');
  return {
    description: own?.textContent ?? '',
    title: title?.textContent?.trim() ?? '',
    bars: rows.map((row) => {
      const [label, length] = [...row.getElementsByTagName('table:table-cell')];
      const [words] = label!.getElementsByTagName('text:p');
      return [words?.textContent ?? '', Number(length!.getAttribute('office:value'))];
    }),
  };
}
