import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppendixOutput } from '../../src/commands/appendix-output';
import { LIST_REPORTS } from '../../src/reports';
import { sheetsRead } from './libreoffice';

const root = join(__dirname, '../..');

type Report = NonNullable<AppendixOutput['reports']>[0];

/** What the papers' reports come to on the sample, each in a row of its report: cells that it has to hold. */
const FIGURES: [id: string, row: Record<string, string | number>][] = [
  ['discharges', { route: 'Total', '2023/24': 24, '2024/25': 16 }],
  ['high-cost', { year: '2022/23', over: 2 }],
  ['high-cost', { year: '2023/24', over: 9, growth: 0.187 }],
  ['savings-by-year', { year: '2024/25', target: 2_000_000 }],
  ['savings-by-year', { year: '2025/26', target: 2_400_000 }],
  ['savings-by-year', { year: '2026/27', target: 1_400_000 }],
  ['savings-by-year', { year: 'Total', target: 5_800_000 }],
  ['cost-avoidance', { team: 'Total', children: 80, partYear: 1_599_999.36 }],
  ['sufficiency', { breakdown: 'All children', children: 599 }],
  ['action-progress', { priority: 'Total', actions: 12 }],
  ['children-looked-after', { authority: 'Leicester', before: 630, after: 599, share: -0.0492 }],
  ['children-looked-after', { before: 375, after: 510, share: 0.36 }],
  ['children-looked-after', { before: 510, after: 533, share: 0.0451 }],
  ['in-house-against-ifa', { average: 288.46, averageYear: 15_000 }],
  [
    'invest-to-save',
    {
      phase: 'Total',
      grant: 1_991_422,
      contribution: 3_960_579,
      cost: 5_952_001,
      grantShare: 0.3346,
      places: 23,
      costPerPlace: 258_782.65,
    },
  ],
  ['payback', { phase: 'Total', saving: 2_500_000, paybackOwn: 1.58, paybackAll: 2.38 }],
  ['forecast-periods', { period: 'Period 1 (Apr)', all: 361_402.58 }],
  ['forecast-periods', { period: 'Total', all: 4_885_816.37 }],
  ['average-weekly-cost', { group: 'Residential', year: '2022/23', average: 4_800 }],
  [
    'average-weekly-cost',
    { group: 'Residential', year: '2023/24', average: 5_800, growth: 0.2083 },
  ],
  ['forecast-outturn', { placement: 'Residential', outturn: 3_085_426.15 }],
  ['forecast-outturn', { placement: 'Total', outturn: 4_885_816.37, variance: 217_816.37 }],
  ['trajectory', { review: '31/12/2023', net: 0 }],
  ['trajectory', { review: '30/06/2024', net: 11_579.17 }],
  ['trajectory', { review: '03/12/2024', net: -14_724.86 }],
];

/** Shares are asked for to the places that papers print. */
const isLike = (cell: unknown, wanted: string | number): boolean =>
  typeof wanted === 'string'
    ? cell === wanted
    : Math.abs(Number(cell) - wanted) < (Math.abs(wanted) < 1 ? 0.00051 : 0.0051);

/** LibreOffice gives a percentage with its sign. */
const numberIn = (read: string): number =>
  read.endsWith('%') ? Number(read.slice(0, -1)) / 100 : Number(read);

/** Money to the penny, as it is printed. */
const isSame = (read: string, value: string | number | null): boolean => {
  if (value === null) return read === '';
  return typeof value === 'string'
    ? read === value
    : Math.abs(numberIn(read) - value) <= (read.endsWith('%') ? 1e-9 : 0.0051);
};

describe('the reports on other lists', () => {
  const folder = mkdtempSync(join(tmpdir(), 'placement-costs-'));
  const workbook = join(folder, 'budget.xlsx');
  let reports: Report[];
  let sheets: Record<string, string[][]>;

  beforeAll(() => {
    const printed = execFileSync(
      process.execPath,
      [
        join(root, 'dist/node/appendix.js'),
        join(root, 'assets/sample-budget.xlsx'),
        '--workbook',
        workbook,
        '--json',
      ],
      { encoding: 'utf8', maxBuffer: 64_000_000 },
    );
    reports = (JSON.parse(printed) as AppendixOutput).reports!;
    sheets = sheetsRead(workbook);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are all made of the sample', () => {
    expect(reports.map(({ id }) => id)).toEqual(LIST_REPORTS.map(({ id }) => id));
  });

  it.each(FIGURES)('%s has a row with %j', (id, wanted) => {
    const { columns, rows } = reports.find((report) => report.id === id)!;
    const keys = columns.map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(Object.keys(wanted)));
    const found = rows.filter((row) =>
      Object.entries(wanted).every(([key, cell]) => isLike(row[key], cell)),
    );
    expect(found.length).toBeGreaterThanOrEqual(1);
  });

  it.each(LIST_REPORTS.map(({ id }) => id))(
    'stand on a sheet as LibreOffice reads it: %s',
    (id) => {
      const { title, notes, columns, rows } = reports.find((report) => report.id === id)!;
      const sheet = Object.values(sheets).find(([first]) => first?.[0] === title)!;
      expect(sheet.slice(1, 1 + notes.length).map(([note]) => note)).toEqual(notes);
      const heading = sheet.findIndex((row) =>
        columns.every((column, i) => row[i] === column.heading),
      );
      const written = sheet.slice(heading + 1, heading + 1 + rows.length);
      const differences = rows.flatMap((row, r) =>
        columns.flatMap(({ key, heading: column }, c) =>
          isSame(written[r]?.[c] ?? '', row[key] ?? null)
            ? []
            : [{ row: r, column, read: written[r]?.[c], printed: row[key] }],
        ),
      );
      expect(differences).toEqual([]);
    },
  );
});
