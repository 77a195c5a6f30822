import { allProblems } from '../../src/commands/allProblems';
import { sampleSheets } from '../sampleWorkbook';
import { cellsOf, planNamed } from './planNamed';
import { summaryOf } from './plansOf';

const ID = 'average-weekly-cost';
const HEADINGS = ['Financial year', 'Child ref', 'Placement', 'Weekly cost'];

describe('average weekly cost by placement group', () => {
  it('is £4,800 and then £5,800 for residential, 20.83%, in the sample', async () => {
    const { summary } = summaryOf(await sampleSheets());
    const plan = summary.plans.find(({ id }) => id === ID)!;
    expect(plan.table.rows).toEqual([
      ['Residential', '2022/23', 40, 4800, null, null],
      ['Residential', '2023/24', 44, 5800, 5800 / 4800 - 1, 21],
    ]);
    expect(plan.notes).toContain(
      'Residential: £4,800.00 in 2022/23, £5,800.00 in 2023/24: 20.83%, 21% in whole numbers.',
    );
    expect(plan.notes.join(' ')).toMatch(/not used: ‘High-cost placements’\./);
    expect(plan.publishable).toBe(true);
    const failing = summary.reconciliation.filter(({ status }) => status === 'fails');
    expect(failing).toEqual([]);
  });

  it('counts the negative cost of the sample and points at it', async () => {
    const problems = allProblems(summaryOf(await sampleSheets()));
    const own = problems.filter(({ address }) => address === "'Residential weekly cost'!D41");
    expect(own.map(({ message }) => message)).toEqual([
      "'Residential weekly cost'!D41 holds a negative weekly cost. A placement cannot cost less than nothing: correct it. It is counted as it stands until then.",
    ]);
  });

  it.each([
    [
      ['FY', 'LAC ID', 'Placement type', '£ per week'],
      ['2023/24', 'A1', 'IFA', 900],
    ],
    [
      ['Child', 'Type of placement', 'Cost pw', 'Year'],
      ['A1', 'IFA', '£900 pw', '2023/2024'],
    ],
    [
      ['Ref', 'Setting', 'Provider', 'Weekly fee', 'Start date', 'Fin. year'],
      ['A1', 'U4', 'PR4', 900, '01/05/2023', '23-24'],
    ],
  ])('is found under %j', (headings, row) => {
    const plan = planNamed(ID, {
      Costs: [['Weekly costs'], ['Gross'], headings, row, ['Total', ...row.slice(1).map(() => '')]],
    })!;
    expect(plan.table.rows).toEqual([['IFA', '2023/24', 1, 900, null, null]]);
  });

  it('averages the budget of the rows that have one', () => {
    const summary = summaryOf({
      Costs: [
        [...HEADINGS, 'Budget £/wk'],
        ['2022/23', 'A1', 'Residential', 5000, 4800],
        ['2022/23', 'A2', 'Residential', 6000, 5000],
        ['2023/24', 'A1', 'Residential', 6000, 5500],
        ['2023/24', 'A2', "children's home", 6001, ''],
        ['2023/24', 'A3', 'IFA', 1000, ''],
      ],
    }).summary;
    const plan = summary.plans.find(({ id }) => id === ID)!;
    expect(cellsOf(plan, 'budget')).toEqual([4900, 5500, null]);
    expect(cellsOf(plan, 'average')).toEqual([5500, 6000.5, 1000]);
    expect(cellsOf(plan, 'growth')).toEqual([null, 6000.5 / 5500 - 1, null]);
    expect(cellsOf(plan, 'wholePercent')).toEqual([null, 9, null]);
    expect(summary.reconciliation.filter(({ status }) => status === 'fails')).toEqual([]);
  });

  it('comes from the tracker, before and now, where no list names placements', () => {
    const plan = planNamed(ID, {
      Tracker: [
        [
          'Child ref',
          'Original placement',
          'Original provider',
          'Original weekly cost',
          'Current placement',
          'Current provider',
          'Current weekly cost',
        ],
        ['A1', 'Residential', 'Private', 4000, 'Left care', '', 0],
        ['A2', 'Residential', 'Private', 6000, 'Same', 'Same', 6600],
        ['A3', 'U4', 'PR4', 900, 'U4', 'PR1', 500],
      ],
      'High cost': [
        ['Child ref', 'Financial year', 'Weekly cost'],
        ['A1', '2023/24', 12_000],
        ['A2', '2023/24', 13_000],
      ],
    })!;
    expect(plan.table.rows).toEqual([
      ['IFA', 'Before', 1, 900, null, null],
      ['In-house fostering', 'Now', 1, 500, null, null],
      ['Residential', 'Before', 2, 5000, null, null],
      ['Residential', 'Now', 1, 6600, 6600 / 5000 - 1, 32],
    ]);
    const notes = plan.notes.join(' ');
    expect(notes).toMatch(/No list of weekly costs by financial year serves here/);
    expect(notes).toMatch(/1 young person who had left care is in no average\./);
  });

  it('comes from the longest of the lists that name placements', () => {
    const short = [
      ['2023/24', 'A1', 'IFA', 900],
      ['2023/24', 'A2', 'IFA', 900],
    ];
    const long = [...short, ['2023/24', 'A3', 'IFA', 1200]];
    const plan = planNamed(ID, {
      Short: [[...HEADINGS, 'Provider'], ...short.map((row) => [...row, 'Private'])],
      Long: [['Year', 'Child', 'Setting', 'Cost'], ...long],
      'No placements': [
        ['Financial year', 'Child ref', 'Weekly cost'],
        ...[...long, ...long].map(([year], i) => [year!, `B${i}`, 5000]),
      ],
    })!;
    expect(plan.table.rows).toEqual([['IFA', '2023/24', 3, 1000, null, null]]);
    expect(plan.notes.join(' ')).toMatch(
      /not used: ‘Short’, ‘No placements’\.|not used: ‘No placements’, ‘Short’\./,
    );
  });

  it('has no average with nothing in it of those who have left, whatever their placement says', () => {
    const plan = planNamed(ID, {
      Tracker: [
        [
          'Child ref',
          'Original placement',
          'Original weekly cost',
          'Current placement',
          'Current weekly cost',
          'Date care ended',
        ],
        ['A1', 'Residential', 4000, 'Residential', 0, '01/05/2024'],
        ['A2', 'Residential', 6000, 'Residential', 6600, ''],
        ['A3', 'Residential', 5000, 'Turned 18', 0, ''],
      ],
    })!;
    expect(plan.table.rows.map(([, year, count, average]) => [year, count, average])).toEqual([
      ['Before', 3, 5000],
      ['Now', 1, 6600],
    ]);
  });

  it('sets no budget of a few against the average of all', () => {
    const { summary } = summaryOf({
      Costs: [
        [...HEADINGS, 'Weekly budget'],
        ['2023/24', 'A1', 'Residential', 5000, 4800],
        ['2023/24', 'A2', 'IFA', 900, 1000],
      ],
    });
    const plan = summary.plans.find(({ id }) => id === ID)!;
    expect(cellsOf(plan, 'budget')).toEqual([1000, 4800]);
    expect(summary.reconciliation.filter(({ table }) => table === plan.title)).toEqual([]);
  });

  it('counts a placement that names no group under a row of its own, and points at it once', () => {
    const read = summaryOf({
      Costs: [
        HEADINGS,
        ['2023/24', 'A1', 'Residential', 5000],
        ['2023/24', 'A2', 'Brook Lane', 3000],
        ['2023/24', 'A3', 'brook lane', 4000],
        ['2023/24', 'A4', '', 2000],
        ['2023/24', 'A5', 'Residential', 5000],
        ['2023/24', 'A5', 'Residential', 5000],
      ],
    });
    const plan = read.summary.plans.find(({ id }) => id === ID)!;
    expect(plan.table.rows.map(([group, , count, average]) => [group, count, average])).toEqual([
      ['Placement not recognised', 2, 3500],
      ['Residential', 2, 5000],
      ['Placement not given', 1, 2000],
    ]);
    expect(allProblems(read).map(({ address, ref }) => [address, ref])).toEqual([
      ['Costs!B7', 'A5'],
      ['Costs!C3', 'A2'],
    ]);
    expect(allProblems(read)[1]!.message).toBe(
      'Costs!C3 holds "Brook Lane" (and so does 1 more), which names no placement group. Say the kind, such as Residential or IFA. It is counted as ‘Placement not recognised’ until then.',
    );
  });
});
