import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportDocument } from '../../src/copy/exportDocument';
import { exportWorkbook } from '../../src/copy/exportWorkbook';
import { roundPence } from '../../src/domain/money';
import { displayCell } from '../../src/reports/display';
import type { CellFormat, PlanCell } from '../../src/reports/plan';
import { publish } from '../../src/reports/publish';
import { HIDDEN } from '../../src/domain/disclosure/hidden';
import type { PublishedAppendix, PublishedPlan } from '../../src/reports/published';
import { summaryOf } from '../reports/plansOf';
import { sampleSheets } from '../sampleWorkbook';
import { sheetsRead, tablesRead } from './libreoffice';

const file = (name: string) => join(mkdtempSync(join(tmpdir(), 'copy-')), name);

/** A cell as LibreOffice writes it to a CSV file, but for money, which is to the penny here. */
function asRead(cell: PlanCell, format: CellFormat): string {
  if (cell === null) return '';
  if (format === 'date' && typeof cell === 'string' && cell !== HIDDEN) {
    return cell.split('-').reverse().join('/');
  }
  return typeof cell === 'number' ? String(roundPence(cell)) : String(cell);
}

/** Numbers to the penny; a share, which is in full or as it is shown, to a hundredth. */
const toPence = (cell: string): string => {
  const [, number, percent] = /^(-?\d+(?:\.\d+)?)(%?)$/.exec(cell) ?? [];
  if (number === undefined) return cell;
  return String(roundPence(percent ? Number(number) / 100 : Number(number)));
};

/** The table of a plan's sheet, from its headings on. */
function tableOn(rows: string[][], { table: { columns } }: PublishedPlan): string[][] {
  const top = rows.findIndex(([first, second]) =>
    columns.length > 1
      ? first === columns[0]!.heading && second === columns[1]!.heading
      : first === columns[0]!.heading,
  );
  return rows.slice(top).map((row) => row.slice(0, columns.length));
}

describe('the copy of the sample, as LibreOffice opens it', () => {
  let appendix: PublishedAppendix;
  beforeAll(async () => {
    const { plans, front } = summaryOf(await sampleSheets()).summary;
    ({ appendix } = publish(plans, front, { threshold: 5, signs: 'minus' }));
    expect(JSON.stringify(appendix.plans)).toContain(`"${HIDDEN}"`);
  });

  it('has on every sheet the figures that are published, and the mark where one is hidden', async () => {
    const copy = file('copy.xlsx');
    writeFileSync(copy, await exportWorkbook(appendix));
    const sheets = sheetsRead(copy);
    for (const plan of appendix.plans) {
      const [headings, ...rows] = tableOn(sheets[plan.sheet]!, plan);
      const { columns } = plan.table;
      expect(headings).toEqual(columns.map(({ heading }) => heading));
      expect(rows.map((row) => row.map(toPence))).toEqual(
        plan.table.rows.map((row) => row.map((cell, i) => asRead(cell, columns[i]!.format))),
      );
    }
  });

  it('has in the document every table below its caption, as it is shown', async () => {
    const document = file('copy.docx');
    writeFileSync(document, await exportDocument(appendix));
    const tables = tablesRead(document);
    for (const { title, table } of appendix.plans) {
      const [headings, ...rows] = tables[title] ?? [];
      expect(headings).toEqual(table.columns.map(({ heading }) => heading));
      expect(rows).toEqual(
        table.rows.map((row) =>
          row.map((cell, i) => displayCell(cell, table.columns[i]!.format, appendix.signs)),
        ),
      );
    }
  });
});
