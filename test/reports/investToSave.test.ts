import fc from 'fast-check';
import { allProblems } from '../../src/commands/allProblems';
import { investToSave } from '../../src/domain/investToSave';
import type { CellValue } from '../../src/domain/reading';
import type { SheetPlan } from '../../src/reports/plan';
import { sampleSheets } from '../sampleWorkbook';
import { summaryOf } from './plansOf';

const IDS = ['invest-to-save', 'payback'];

type Sheets = Record<string, CellValue[][]>;

/** The report on costs and that on payback as one, side by side. */
function planIn({ summary }: ReturnType<typeof summaryOf>): SheetPlan | undefined {
  const [costs, payback] = IDS.map((id) => summary.plans.find((plan) => plan.id === id));
  if (!costs || !payback) return costs;
  return {
    ...costs,
    notes: [...new Set([...costs.notes, ...payback.notes])],
    table: {
      ...costs.table,
      columns: [...costs.table.columns, ...payback.table.columns],
      rows: costs.table.rows.map((row, i) => [...row, ...payback.table.rows[i]!]),
    },
  };
}
const planOf = (sheets: Sheets) => planIn(summaryOf(sheets));

/** A row of the plan by the headings of its columns; the last unless said. */
function cellsOf(plan: SheetPlan | undefined, place = -1): Record<string, unknown> {
  const row = plan!.table.rows.at(place)!;
  return Object.fromEntries(plan!.table.columns.map(({ heading }, i) => [heading, row[i]]));
}

describe('invest to save', () => {
  it('shows who pays, cost per place and payback in the sample', async () => {
    const read = summaryOf(await sampleSheets());
    const plan = planIn(read)!;
    expect(cellsOf(plan)).toEqual({
      Phase: 'Total',
      Properties: 'All',
      Homes: 8,
      Places: 23,
      Grant: 1_991_422,
      'Council contribution': 3_960_579,
      'Total cost': 5_952_001,
      'Grant as share of total cost': expect.closeTo(0.3346, 4),
      'Average cost per place': expect.closeTo(258_782.65, 2),
      'Saving a year': 2_500_000,
      'Years to pay back council contribution': expect.closeTo(1.58, 2),
      'Years to pay back total cost': expect.closeTo(2.38, 2),
      'External cost a year (x 52)': 141_800 * 52,
      'Years to pay back council contribution from external cost': expect.closeTo(0.537, 3),
    });
    expect(plan.notes).toEqual(
      expect.arrayContaining([
        'Grant of £1,991,422.00 and council contribution of £3,960,579.00 are £5,952,001.00; the grant is 33.46% of it.',
        '23 places cost £258,782.65 each on average.',
        'A saving of £2,500,000.00 a year pays back the contribution in 1.58 years, the total cost in 2.38 years.',
        'External cost a year is places × external weekly cost times 52: what as many places cost outside, were all filled.',
      ]),
    );
    expect(plan.table.rows).toHaveLength(5);
    expect(plan.publishable).toBe(true);
    expect(
      read.summary.reconciliation.filter(
        ({ table, status }) => table.startsWith('Invest to save') && status === 'fails',
      ),
    ).toEqual([]);
    for (const note of plan.notes) expect(note.length).toBeLessThanOrEqual(130);
  });

  it('reckons the external cost on the basis chosen', async () => {
    const sheets = await sampleSheets();
    const plan = planIn(summaryOf(sheets, { basis: '365/7' }));
    expect(cellsOf(plan)['External cost a year (x 365/7)']).toBeCloseTo((141_800 * 365) / 7, 6);
  });

  it.each([
    ['Scheme', 'Beds', 'DfE grant', 'LCC contribution', 'Gross cost', 'Annual saving'],
    ['Project', 'Number of places', 'Grant (£)', 'Borrowing', 'Capital cost (£)', 'Savings p.a.'],
    ['Tranche', 'Capacity', 'Grant awarded', 'Match funding', 'Total', 'Revenue saving'],
  ])('is found under %s, %s, %s, %s, %s, %s', (phase, places, grant, own, total, saving) => {
    const read = summaryOf({
      Capital: [
        ['Capital plan 2025/26'],
        [],
        ['Ref', saving, total, phase, own, grant, places],
        ['C1', '£50k', 300, 'North', 200, 100, 2],
        ['C2', '25,000', 100, 'South', 100, 'nil', 2],
        ['', 75_000, 400, 'Total', 300, 100, 4],
        ['Costs as at quarter 3'],
        [],
        ['Reference', 'Bought on', 'Plot', 'Agent', 'Solicitor', 'Surveyor'],
        ['C1', '01/02/2025', 900, 'Acme', 'Firm', 'Firm'],
      ],
    });
    const plan = planIn(read);
    expect(allProblems(read)).toEqual([]);
    expect(plan!.table.rows.map((row) => row[0])).toEqual(['North', 'South', 'Total']);
    expect(cellsOf(plan)).toMatchObject({
      Places: 4,
      Grant: 100,
      'Council contribution': 300,
      'Total cost': 400,
      'Grant as share of total cost': 0.25,
      'Average cost per place': 100,
      'Saving a year': 75_000,
      'Years to pay back council contribution': 300 / 75_000,
    });
  });

  it('takes the contribution from total cost and grant, and the grant from the other two', () => {
    const plan = planOf({
      Capital: [
        ['Phase', 'Total cost', 'Grant'],
        ['1', 300, 100],
        ['2', 500, 0],
      ],
    });
    expect(cellsOf(plan)).toMatchObject({ Grant: 100, 'Council contribution': 700 });
    const other = planOf({
      Capital: [
        ['Phase', 'Total cost', 'Grant', 'Council contribution'],
        ['1', 300, 100, ''],
        ['2', 500, '', 400],
      ],
    });
    expect(cellsOf(other)).toMatchObject({ Grant: 200, 'Council contribution': 600 });
  });

  it('says where a grant is above the cost, amounts do not agree or say too little', () => {
    const read = summaryOf({
      Capital: [
        ['Phase', 'Grant', 'Council contribution', 'Total cost', 'Saving a year'],
        ['Good', 100, 300, 400, 100],
        ['Too much grant', 500, '', 400, 100],
        ['Off', 100, 300, 450, 100],
        ['Rounded', 100.4, 299.5, 400, 100],
        ['Below 0', 100, -300, '', 100],
        ['One amount', 100, '', '', 100],
        ['More owned than there is', '', 500, 400, 100],
        ['Words', 'tbc', 100, '', 100],
      ],
    });
    const plan = planIn(read)!;
    expect(plan.table.rows.map((row) => row[0])).toEqual(['Good', 'Off', 'Rounded', 'Total']);
    expect(cellsOf(plan, 1)['Total cost']).toBe(400);
    const problems = allProblems(read);
    expect(problems.map(({ address, ref }) => [address, ref])).toEqual([
      ['Capital!B9', 'Words'],
      ['Capital!B3', 'Too much grant'],
      ['Capital!D4', 'Off'],
      ['Capital!C6', 'Below 0'],
      ['Capital!C7', 'One amount'],
      ['Capital!D8', 'More owned than there is'],
    ]);
    expect(problems[1]!.message).toBe(
      'Capital!B3 holds a grant that is more than the total cost of the phase. Correct one of the two. The phase’s row is left out until then.',
    );
    for (const { address, message } of problems) {
      expect(message.startsWith(address)).toBe(true);
      expect(message).toMatch(/[.]$/);
    }
    expect(plan.notes).toContain(
      "4 phases are left out because the amounts are missing or contradict each other; the add-in's pane lists each.",
    );
  });

  it('has no payback where nothing is saved, and no total of what a phase does not give', () => {
    const plan = planOf({
      Capital: [
        ['Phase', 'Grant', 'Council contribution', 'Places', 'Saving a year'],
        ['One', 0, 300, 0, 0],
        ['Two', 0, 300, 2, ''],
        ['Three', 0, 0, 2, 10],
      ],
    })!;
    const years = 'Years to pay back council contribution';
    expect([0, 1, 2, 3].map((place) => cellsOf(plan, place)[years])).toEqual([null, null, 0, null]);
    expect(cellsOf(plan, 0)['Average cost per place']).toBe(null);
    expect(cellsOf(plan)['Saving a year']).toBe(null);
    expect(plan.notes).toEqual(
      expect.arrayContaining([
        'Nothing is saved, so nothing is paid back: One.',
        'No places, so no average cost per place: One.',
        'No cost, so no share of it: Three.',
        'The total of ‘Saving a year’ is empty because not every phase gives one.',
      ]),
    );
  });

  it('reads savings with a minus as savings, but one among others as a cost', () => {
    const capital = (...savings: CellValue[]): Sheets => ({
      Capital: [
        ['Phase', 'Grant', 'Council contribution', 'Saving a year'],
        ...savings.map((saving, i): CellValue[] => [`Phase ${i + 1}`, 0, 300, saving]),
      ],
    });
    expect(cellsOf(planOf(capital('(100)', -200)))['Saving a year']).toBe(300);
    const read = summaryOf(capital(400, -100));
    expect(cellsOf(planIn(read))['Saving a year']).toBe(300);
    expect(allProblems(read).map(({ address }) => address)).toEqual(['Capital!D3']);
    expect(planIn(read)!.notes).toContain(
      'The saving is below 0, so nothing is paid back: Phase 2.',
    );
  });

  it('holds against its own checks with one phase alone', () => {
    const read = summaryOf({
      Capital: [
        [
          'Phase',
          'Homes',
          'Places',
          'Grant',
          'Council contribution',
          'Saving a year',
          'Market £/wk',
        ],
        ['Only', 1, 3, 5_000, 463_960, 200_000, 4_800],
      ],
    });
    expect(planIn(read)!.table.rows).toHaveLength(2);
    expect(read.summary.reconciliation.filter(({ status }) => status === 'fails')).toEqual([]);
  });

  it('asks for more than a list of grants', () => {
    expect(
      planOf({
        Grants: [
          ['Scheme', 'Grant'],
          ['One', 100],
          ['Two', 200],
        ],
      }),
    ).toBe(undefined);
  });
});

describe('what a programme costs', () => {
  const amount = fc.integer({ min: 0, max: 5_000_000 });
  const phase = fc.record({ grant: amount, contribution: amount, saving: amount });

  it('is the sum of its phases, and is paid back when savings have made it up', () => {
    fc.assert(
      fc.property(fc.array(phase, { minLength: 1, maxLength: 12 }), (given) => {
        const rows = given.map((each, i) => ({
          ...{ properties: undefined, homes: undefined, places: undefined, total: undefined },
          ...each,
          externalWeekly: undefined,
          phase: `Phase ${i}`,
          at: Object.fromEntries(
            [
              'phase',
              'properties',
              'homes',
              'places',
              'grant',
              'contribution',
              'total',
              'saving',
              'externalWeekly',
            ].map((role) => [role, `C!A${i + 2}`]),
          ) as never,
        }));
        const { phases, total, problems } = investToSave(rows, '52', 'Total');
        expect(problems).toEqual([]);
        expect(total.cost).toBe(phases.reduce((sum, { cost }) => sum + cost, 0));
        for (const each of [...phases, total]) {
          if (each.saving === 0) expect(each.paybackOwn).toBe(undefined);
          else {
            expect(each.paybackOwn! * each.saving!).toBeCloseTo(each.contribution, 3);
            expect(each.paybackAll! * each.saving!).toBeCloseTo(each.cost, 3);
          }
        }
      }),
    );
  });
});
