import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveXlsx } from '../../host/xlsx';
import { readTracker } from '../../src/commands/readTracker';
import type { SheetPlan } from '../../src/reports/plan';
import { writePlans } from '../../src/workbook/write';
import { packageFaults } from '../host/package-faults';
import { excelWithSheets } from '../workbook/excelWithSheets';
import { chartsRead, sheetsRead } from './libreoffice';
import { withoutValues } from './withoutValues';

const TRACKER = [
  ['Ref', 'Cohort', 'Original weekly cost', 'Current weekly cost'],
  ['YP1', 'Cohort 1', 1000, 800],
  ['YP2', 'Cohort 1', 500.005, 300],
];

/** Names that formulas and XML have to quote, a bar to the left, and a control with formulas. */
const PLAN: SheetPlan = {
  id: 'reductions',
  sheet: "Officer's reductions & more",
  title: 'Reductions by reason',
  publishable: true,
  notes: ['What the chart shows.'],
  table: {
    name: 'Reductions',
    columns: [
      { key: 'reason', heading: 'Reason', format: 'text' },
      { key: 'count', heading: 'Young people', format: 'count' },
      { key: 'weekly', heading: 'Difference a week', format: 'change' },
    ],
    rows: [
      ['Return home', 6, -23746.615],
      ['=Turned "18" <&>', 8, 15846.56],
      ['Total', 14, -7900.055],
    ],
  },
  total: true,
  chart: {
    title: 'Weekly difference by reason',
    sentences: ['What the chart shows.'],
    labels: 'reason',
    values: 'weekly',
  },
  control: [
    { formula: '="In this sheet: "&FIXED(SUM(Reductions[Difference a week]),2)' },
    { formula: '="In the tracker: "&SUM(Tracker!D2:D3)-SUM(Tracker!C2:C3)' },
  ],
};

describe('LibreOffice', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'placement-costs-')), 'charts.xlsx');

  beforeAll(async () => {
    const { host, close } = await excelWithSheets({ Tracker: TRACKER });
    const { look } = await readTracker();
    if (look.kind !== 'found') throw new Error(look.sentence);
    await writePlans({ plans: [PLAN], signs: 'minus', seen: look.tracker.seen, settings: [] });
    const bytes = await saveXlsx(host.book);
    close();
    expect(await packageFaults(bytes)).toEqual([]);
    writeFileSync(file, await withoutValues(bytes));
  });

  it('draws the chart of the rows without their total, with its title for a description', () => {
    expect(chartsRead(file)).toEqual({
      'Placement costs: reductions': {
        description: 'Weekly difference by reason',
        title: 'Weekly difference by reason',
        bars: [
          ['Return home', -23746.615],
          ['=Turned "18" <&>', 15846.56],
        ],
      },
    });
  });

  it('works out the control’s formulas', () => {
    const rows = sheetsRead(file)[PLAN.sheet]!;
    expect([rows[2]![0], rows[3]![0]]).toEqual([
      'In this sheet: -15,800.11',
      'In the tracker: -400.005',
    ]);
  });
});
