import { allProblems } from '../../src/commands/allProblems';
import type { CellValue } from '../../src/domain/reading';
import { sampleSheets } from '../sampleWorkbook';
import { summaryOf } from './plansOf';

const YEAR = 'savings-by-year';
const STATUS = 'savings-by-status';

type Read = ReturnType<typeof summaryOf>;

const read = (rows: CellValue[][]): Read => summaryOf({ Savings: rows }, { asAt: '2024-12-03' });

/** A row of a plan by its headings. */
function rowsOf({ summary }: Read, id: string): Record<string, unknown>[] {
  const { columns, rows } = summary.plans.find((plan) => plan.id === id)!.table;
  return rows.map((row) => Object.fromEntries(columns.map(({ heading }, i) => [heading, row[i]])));
}

const notesOf = ({ summary }: Read, id: string): string =>
  summary.plans.find((plan) => plan.id === id)!.notes.join(' ');

const HEADINGS = [
  'Scheme',
  'Kind',
  'Financial year',
  'Target',
  'Delivered to date',
  'Forecast',
  'Status',
];

describe('savings of the sample', () => {
  it('are to be £2.0m, £2.4m and £1.4m, £5.8m in all, cashable and cost avoidance apart', async () => {
    const sample = summaryOf(await sampleSheets());
    expect(rowsOf(sample, YEAR)).toEqual([
      {
        'Financial year': '2024/25',
        'Number of savings': 5,
        'Cashable: target': 1_900_000,
        'Cashable: gap to target': 0,
        'Cost avoidance: target': 100_000,
        'Cost avoidance: gap to target': 0,
        Target: 2_000_000,
        Forecast: 2_000_000,
        'Gap to target': 0,
        'Delivered to date': 1_733_000,
        'Not yet delivered': 267_000,
        'Share of target delivered': 0.8665,
      },
      expect.objectContaining({
        'Financial year': '2025/26',
        Target: 2_400_000,
        'Gap to target': 135_000,
      }),
      expect.objectContaining({
        'Financial year': '2026/27',
        Target: 1_400_000,
        'Gap to target': 212_500,
      }),
      expect.objectContaining({
        'Financial year': 'Total',
        'Number of savings': 15,
        Target: 5_800_000,
        Forecast: 5_452_500,
        'Gap to target': 347_500,
        'Cashable: gap to target': 272_500,
        'Cost avoidance: gap to target': 75_000,
      }),
    ]);
    const failing = sample.summary.reconciliation.filter(
      ({ table, status }) => table.startsWith('Cashable and') && status === 'fails',
    );
    expect(failing).toEqual([]);
    expect(allProblems(sample).filter(({ address }) => address.includes('Savings'))).toEqual([]);
  });

  it('are by status within year and kind', async () => {
    const rows = rowsOf(summaryOf(await sampleSheets()), STATUS);
    expect(
      rows.map((row) => [
        row['Financial year'],
        row.Kind,
        row.Status,
        row['Number of savings'],
        row.Target,
      ]),
    ).toEqual([
      ['2024/25', 'Cashable', 'Delivered', 2, 700_000],
      ['2024/25', 'Cashable', 'On track', 2, 1_200_000],
      ['2024/25', 'Cost avoidance', 'On track', 1, 100_000],
      ['2025/26', 'Cashable', 'On track', 3, 1_350_000],
      ['2025/26', 'Cashable', 'At risk', 1, 300_000],
      ['2025/26', 'Cost avoidance', 'At risk', 1, 750_000],
      ['2026/27', 'Cashable', 'On track', 2, 350_000],
      ['2026/27', 'Cashable', 'At risk', 1, 450_000],
      ['2026/27', 'Cashable', 'Undeliverable', 1, 100_000],
      ['2026/27', 'Cost avoidance', 'On track', 1, 500_000],
      ['Total', 'All kinds', 'All statuses', 15, 5_800_000],
    ]);
  });
});

describe('a list of savings', () => {
  it.each([
    [
      'Saving proposal',
      'Cashable?',
      'FY',
      'Savings target (£000)',
      'Achieved £000',
      'Projected £000',
      'RAG',
    ],
    [
      'Project',
      'Type of saving',
      'Year',
      'Planned saving £k',
      'Actual to date £k',
      'Forecast outturn £k',
      'BRAG status',
    ],
    [
      'Initiative',
      'Saving type',
      'Target year',
      "Target saving £'000",
      "Delivered £'000",
      "Forecast £'000",
      'Delivery status',
    ],
    [
      'Scheme name',
      'Category',
      'Fin. Year',
      'Target (£ thousand)',
      'Banked (£ thousand)',
      'Latest forecast (£ thousand)',
      'Rating',
    ],
  ])('is found under %s, %s, %s, %s, %s, %s, %s', (...headings) => {
    const [scheme, kind, year, target, delivered, forecast, status] = headings;
    const found = read([
      ['Medium-term savings programme'],
      ['Draft', 'for the board'],
      [],
      [
        'Ref',
        status!,
        forecast!,
        delivered!,
        target!,
        year!,
        kind!,
        scheme!,
        'Lead officer',
        'Comment',
      ],
      [1, 'G', 90, 45, '£100', '2024-25', 'Cashable', 'Homes', 'A. Lead', 'fine'],
      [2, 'on-track', 200, 0, 200, '24/25', 'cost  avoidance', 'Edge of care', 'B. Lead', ''],
      [3, 'Amber', 10, '', 20, '2025/26', 'Cashable', 'Homes', 'A. Lead', ''],
      ['Total', '', 300, 45, 320, '', '', '', '', ''],
    ]);
    expect(rowsOf(found, STATUS)).toEqual([
      expect.objectContaining({
        Kind: 'Cashable',
        Status: 'Green',
        Target: 100_000,
        Forecast: 90_000,
        'Gap to target': 10_000,
        'Delivered to date': 45_000,
        'Share of target delivered': 0.45,
      }),
      expect.objectContaining({
        Kind: 'Cost avoidance',
        Status: 'On track',
        Target: 200_000,
        'Delivered to date': 0,
      }),
      expect.objectContaining({
        'Financial year': '2025/26',
        Status: 'Amber',
        Target: 20_000,
        'Delivered to date': 0,
      }),
      expect.objectContaining({ Target: 320_000, 'Number of savings': 3 }),
    ]);
    expect(notesOf(found, YEAR)).toContain('and the like; here they are in pounds.');
    expect(allProblems(found)).toEqual([]);
  });

  it('is none where targets are not of savings', () => {
    const lists: CellValue[][][] = [
      [
        ['Indicator', 'Year', 'Target', 'Actual', 'Status'],
        ['Placements within 20 miles', '2024/25', 80, 75, 'Amber'],
      ],
      [
        ['Placement group', '2023/24', '2024/25'],
        ['Residential', 4800, 5800],
      ],
      [
        ['Capital scheme', '2024/25', '2025/26', 'RAG'],
        ['Children’s homes', 250_000, 300_000, 'Green'],
      ],
    ];
    for (const rows of lists) {
      const { summary } = read(rows);
      expect(summary.plans.filter(({ id }) => id.startsWith('savings'))).toEqual([]);
    }
  });

  it('keeps what it does not know in its own words, and says where', () => {
    const found = read([
      HEADINGS,
      ['A', 'Income', '2024/25', 100, 0, 100, 'Paused'],
      ['B', 'Cashable', '2024/25', 200, 0, 200, 'paused '],
      ['C', 'Cashable', '2024/25', 400, 0, 400, ''],
      ['D', '', '2024/25', 800, 0, 800, 'On track'],
    ]);
    expect(rowsOf(found, STATUS).map((row) => [row.Kind, row.Status, row.Target])).toEqual([
      ['Cashable', 'Paused', 200],
      ['Cashable', 'Status not given', 400],
      ['Income', 'Paused', 100],
      ['Kind not given', 'On track', 800],
      ['All kinds', 'All statuses', 1500],
    ]);
    const problems = allProblems(found);
    expect(problems.map(({ address, ref }) => [address, ref])).toEqual([
      ['Savings!B2', 'A'],
      ['Savings!G2', 'A'],
      ['Savings!G3', 'B'],
      ['Savings!G4', 'C'],
      ['Savings!B5', 'D'],
    ]);
    for (const { address, message } of problems) {
      expect(message.startsWith(`${address} `)).toBe(true);
      expect(message).toMatch(/Type .*[.]$/);
    }
  });

  it('divides by no target of nought, and leaves what is not told empty', () => {
    const found = read([
      HEADINGS,
      ['A', 'Cashable', '2024/25', 0, 50, 50, 'On track'],
      ['B', 'Cashable', '2025/26', 100, '', '', 'On track'],
      ['C', 'Cashable', '2023/24', 100, '', 100, 'Delivered'],
      ['D', 'Cashable', '2024/25', 'TBC', 10, 10, 'On track'],
      ['E', 'Cashable', '2099/00', 100, 10, 10, 'On track'],
      ['F', 'Cashable', 'soon', 100, 10, 10, 'On track'],
      ['G', 'Cashable', '2022/23', 100, '10 pw', 10, 'On track'],
    ]);
    const rows = rowsOf(found, YEAR);
    const column = (heading: string) => rows.map((row) => row[heading]);
    expect(column('Financial year')).toEqual(['2022/23', '2023/24', '2024/25', '2025/26', 'Total']);
    expect(column('Share of target delivered')).toEqual([null, null, null, 0, null]);
    expect(column('Delivered to date')).toEqual([null, null, 50, 0, null]);
    expect(column('Gap to target')).toEqual([90, 0, -50, null, null]);
    expect(notesOf(found, YEAR)).toMatch(/Where a target is nought or less, there is no share/);
    expect(notesOf(found, YEAR)).toMatch(/empty where a saving has no forecast/);
    expect(notesOf(found, YEAR)).not.toMatch(/Every saving in the list is counted/);
    expect(allProblems(found).map(({ address }) => address)).toEqual([
      'Savings!D5',
      'Savings!C7',
      'Savings!E8',
      'Savings!D2',
      'Savings!F3',
      'Savings!E4',
      'Savings!C6',
    ]);
  });

  it('may show savings with a minus', () => {
    const found = read([
      HEADINGS,
      ['A', 'Cashable', '2024/25', -100, -50, -90, 'On track'],
      ['B', 'Cashable', '2024/25', '(200)', 0, -200, 'On track'],
      ['A', 'Cashable', '2024/25', 40, 0, 40, 'On track'],
    ]);
    expect(rowsOf(found, YEAR)[0]).toMatchObject({
      Target: 260,
      Forecast: 250,
      'Gap to target': 10,
      'Delivered to date': 50,
    });
    expect(notesOf(found, YEAR)).toMatch(/The list shows savings with a minus/);
  });

  it('without kinds, forecasts or statuses shows what it has, and says what it has not', () => {
    const found = read([
      ['Saving', 'Financial year', 'Target'],
      ['A', '2024/25', 100],
      ['B', '2025/26', 200],
    ]);
    expect(rowsOf(found, YEAR)).toEqual([
      { 'Financial year': '2024/25', 'Number of savings': 1, Target: 100 },
      { 'Financial year': '2025/26', 'Number of savings': 1, Target: 200 },
      { 'Financial year': 'Total', 'Number of savings': 2, Target: 300 },
    ]);
    expect(found.summary.plans.some(({ id }) => id === STATUS)).toBe(false);
    expect(notesOf(found, YEAR)).toMatch(/does not say which savings are cashable/);
    expect(notesOf(found, YEAR)).toMatch(/has no forecast of each year/);
    expect(allProblems(found)).toEqual([]);
  });

  it('may have a column for each financial year', () => {
    const found = read([
      ['Savings plan'],
      [
        'Scheme',
        'Kind',
        'Target 2024/25 £000',
        'Forecast 2024/25 £000',
        'Target 2025-26 £000',
        'Forecast 2025-26 £000',
        'RAG',
        'Total',
      ],
      ['Homes', 'Cashable', 100, 90, 300, 300, 'Green', 400],
      ['Edge of care', 'Cost avoidance', '', '', 200, 150, 'Amber', 200],
      ['Total cashable', '', 100, 90, 300, 300, '', 400],
      ['Total savings', '', 100, 90, 500, 450, '', 600],
    ]);
    expect(rowsOf(found, STATUS)).toEqual([
      expect.objectContaining({
        'Financial year': '2024/25',
        Kind: 'Cashable',
        Status: 'Green',
        Target: 100_000,
        Forecast: 90_000,
        'Gap to target': 10_000,
      }),
      expect.objectContaining({ 'Financial year': '2025/26', Kind: 'Cashable', Target: 300_000 }),
      expect.objectContaining({
        Kind: 'Cost avoidance',
        Status: 'Amber',
        Target: 200_000,
        'Gap to target': 50_000,
      }),
      expect.objectContaining({ 'Number of savings': 3, Target: 600_000, Forecast: 540_000 }),
    ]);
    expect(notesOf(found, STATUS)).toContain(
      'Rows that are totals by their names are left out: Total cashable.',
    );
    expect(allProblems(found)).toEqual([]);
  });

  it('may have its years under a heading that spans them', () => {
    const found = read([
      ['Mitigation', 'Status', 'Savings target', '', ''],
      ['', '', '2024/25', '2025/26', '2026/27'],
      ['Homes', 'On track', 100, 300, 0],
      ['Edge of care', 'Paused', '', 200, 50],
    ]);
    expect(rowsOf(found, YEAR).map((row) => [row['Financial year'], row.Target])).toEqual([
      ['2024/25', 100],
      ['2025/26', 500],
      ['2026/27', 50],
      ['Total', 650],
    ]);
    expect(allProblems(found).map(({ address }) => address)).toEqual(['Savings!B4']);
  });

  it('is the one with a row for each year where there are two, and the report says so', () => {
    const found = summaryOf(
      {
        Plan: [
          ['Savings scheme', '2024/25', '2025/26'],
          ['A', 1, 2],
        ],
        Monitoring: [HEADINGS, ['A', 'Cashable', '2024/25', 100, 0, 100, 'On track']],
      },
      { asAt: '2024-12-03' },
    );
    expect(rowsOf(found, YEAR).at(-1)).toMatchObject({ Target: 100 });
    expect(notesOf(found, YEAR)).toContain(
      'Plan!A1:C2 holds a list of savings too and is not used.',
    );
  });
});
