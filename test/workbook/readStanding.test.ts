import type { ExcelHost } from '../../host/excel-host';
import { readTracker } from '../../src/commands/readTracker';
import { NO_COMMENTARY } from '../../src/reports/commentary';
import type { SheetPlan } from '../../src/reports/plan';
import { readStanding } from '../../src/workbook/readStanding';
import type { WorkbookSeen } from '../../src/workbook/tracker';
import { writePlans } from '../../src/workbook/write';
import { excelWithSheets, valuesOf, type PlayedExcel } from './excelWithSheets';

const TRACKER = [
  ['Ref', 'Original weekly cost', 'Current weekly cost'],
  ['YP1', 1000, 800],
];

const plan = (id: string): SheetPlan => ({
  id,
  sheet: id,
  title: `About ${id}`,
  publishable: true,
  notes: ['A note.'],
  commentary: NO_COMMENTARY,
  table: {
    name: `Table_${id}`,
    columns: [{ key: 'label', heading: 'Label', format: 'text' }],
    rows: [['a']],
  },
  total: false,
});
const plansOf = (count: number) => Array.from({ length: count }, (_, i) => plan(`p${i}`));

let excel: PlayedExcel;
let host: ExcelHost;
beforeEach(async () => {
  excel = await excelWithSheets({ Tracker: TRACKER });
  host = excel.host;
});
afterEach(() => excel.close());

/** The workbook as the pane has seen it after it wrote these. */
async function written(plans: SheetPlan[]): Promise<WorkbookSeen> {
  const { look } = await readTracker();
  if (look.kind !== 'found') throw new Error(look.sentence);
  const { seen } = look.tracker;
  if (plans.length === 0) return seen;
  await writePlans({ plans, signs: 'minus', seen, settings: [] });
  return written([]);
}

function type(sheet: string, text: string): void {
  const row = valuesOf(host, sheet).findIndex(([cell]) => cell === NO_COMMENTARY.label) + 1;
  host.workbook.worksheets.getItem(sheet).getCell(row, 0).values = [[text]];
}

const textsOf = (plans: SheetPlan[]) => plans.map(({ commentary }) => commentary?.text);

async function tripsOf<T>(work: () => Promise<T>): Promise<[T, number]> {
  const before = host.io.syncs;
  const result = await work();
  return [result, host.io.syncs - before];
}

it.each([1, 2, 20])('has the commentary of %i sheets in one round trip', async (count) => {
  const plans = plansOf(count);
  const seen = await written(plans);
  plans.forEach(({ id }) => type(id, `Of ${id}.\nAnd more.`));
  const [{ plans: read }, trips] = await tripsOf(() => readStanding(plans, seen));
  expect(textsOf(read)).toEqual(plans.map(({ id }) => `Of ${id}.\nAnd more.`));
  expect(trips).toBe(1);
});

it('leaves the plans as they are where no sheet is written', async () => {
  const plans = plansOf(3);
  const seen = await written([]);
  expect(await readStanding(plans, seen)).toEqual({ plans, asSeen: true });
});

it('leaves a plan as it is that has no place for commentary, or no sheet yet', async () => {
  const [one, other] = plansOf(2) as [SheetPlan, SheetPlan];
  const seen = await written([one]);
  type(one.id, 'Said.');
  const without: SheetPlan = { ...plan('p0'), commentary: undefined };
  expect((await readStanding([without, other], seen)).plans).toEqual([without, other]);
  expect(textsOf((await readStanding([other, one], seen)).plans)).toEqual(['', 'Said.']);
});

it('still has the commentary of the others where a sheet was deleted meanwhile, or its table', async () => {
  const plans = plansOf(3);
  const seen = await written(plans);
  plans.forEach(({ id }) => type(id, `Of ${id}.`));
  host.workbook.worksheets.getItem('p0').delete();
  host.workbook.tables.getItem('Table_p1').convertToRange();
  const [{ plans: read }, trips] = await tripsOf(() => readStanding(plans, seen));
  expect(textsOf(read)).toEqual(['', 'Of p1.', 'Of p2.']);
  expect(trips).toBe(1);
});

describe('tells whether what the plans were made of', () => {
  const tracker = () => host.workbook.worksheets.getItem('Tracker');
  const stands = async (seen: WorkbookSeen) => (await readStanding([], seen)).asSeen;

  it('still stands, whatever is added beside it', async () => {
    const seen = await written([]);
    host.workbook.worksheets.add('Notes of a meeting').getRange('A1').values = [['Agreed.']];
    expect(await stands(seen)).toBe(true);
  });

  it('has another cost', async () => {
    const seen = await written([]);
    tracker().getRange('C2').values = [[801]];
    expect(await stands(seen)).toBe(false);
    tracker().getRange('C2').values = [[800]];
    expect(await stands(seen)).toBe(true);
  });

  it('has a further row', async () => {
    const seen = await written([]);
    tracker().getRange('A3:C3').values = [['YP2', 500, 600]];
    expect(await stands(seen)).toBe(false);
  });

  it('is no longer there', async () => {
    const plans = plansOf(1);
    const seen = await written(plans);
    tracker().delete();
    expect(await readStanding(plans, seen)).toEqual({ plans, asSeen: false });
  });
});

it('says so in a sentence where Excel does not answer', async () => {
  const plans = plansOf(1);
  const seen = await written(plans);
  host.failures.atRequest(1);
  await expect(readStanding(plans, seen)).rejects.toThrow(/^Excel could not do this/);
});
