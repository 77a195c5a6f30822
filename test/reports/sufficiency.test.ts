import type { CellValue } from '../../src/domain/reading';
import { allProblems } from '../../src/commands/allProblems';
import { sampleSheets } from '../sampleWorkbook';
import { summaryOf } from './plansOf';

const ID = 'sufficiency';
type Sheets = Record<string, CellValue[][]>;

const planOf = (sheets: Sheets) => summaryOf(sheets).summary.plans.find(({ id }) => id === ID);

/** 'Gender · Female' to children, share, weekly cost and average. */
const groupsOf = (sheets: Sheets): Record<string, CellValue[]> =>
  Object.fromEntries(
    planOf(sheets)!.table.rows.map(([by, group, ...figures]) => [
      `${by} · ${group}`,
      figures as CellValue[],
    ]),
  );

const HEADINGS = ['Child ref', 'Gender', 'Placement', 'Provider', 'In area', 'Weekly cost'];

describe('sufficiency by placement, provider and area', () => {
  it('is of 599 children in the sample, 45% female and 55% male', async () => {
    const { summary } = summaryOf(await sampleSheets());
    const plan = summary.plans.find(({ id }) => id === ID)!;
    expect(plan.table.rows[0]!.slice(0, 4)).toEqual(['All children', 'All', 599, 1]);
    expect(plan.notes).toContain('45% of the children are female and 55% male.');
    expect(plan.publishable).toBe(true);
    const counts = plan.table.rows.map(([by, group, children]) => [by, group, children]);
    expect(counts).toEqual(
      expect.arrayContaining([
        ['Placement', 'IFA', 144],
        ['Provider', 'In-house', 305],
        ['Provider', 'With parents', 36],
        ['Area', 'Out of area', 170],
        ['Gender', 'Female', 270],
        ['Gender', 'Male', 329],
        ['How bought', 'Block', 61],
        ['How bought', 'Not bought', 341],
      ]),
    );
    for (const by of ['Placement', 'Provider', 'Area', 'Gender', 'How bought']) {
      const children = counts.flatMap(([each, , count]) => (each === by ? [Number(count)] : []));
      expect(children.reduce((all, each) => all + each)).toBe(599);
    }
    const checks = summary.reconciliation.filter(({ table }) => table === plan.title);
    expect(checks.filter(({ status }) => status === 'fails')).toEqual([]);
  });

  it.each<[string, CellValue[], (row: CellValue[]) => CellValue[]]>([
    ['as in the sample', HEADINGS, (row) => row],
    [
      'with codes, capitals and abbreviations',
      ['LAC_ID', 'SEX', 'PLACEMENT_TYPE', 'PLACE_PROVIDER', 'OOA (Y/N)', '£/wk'],
      ([ref, sex, , , area, cost]) => [
        ref!,
        sex === 'Female' ? 2 : 1,
        area === 'Yes' ? 'U4' : 'K2',
        area === 'Yes' ? 'PR1' : 'PR4',
        area === 'Yes' ? 'N' : 'Y',
        cost!,
      ],
    ],
    [
      'in another order, beside other columns',
      [
        'Gross weekly cost',
        'Current placement type',
        'Social worker team',
        'In-house / external',
        'Placed in or out of county',
        'Date of birth',
        'M/F',
        'Mosaic no.',
      ],
      ([ref, sex, placement, provider, area, cost]) => [
        cost!,
        placement!,
        'East',
        provider === 'Private' ? 'External' : 'In-house',
        area === 'Yes' ? 'In county' : 'Out of county',
        '03/04/2012',
        String(sex).charAt(0),
        ref!,
      ],
    ],
  ])('is found %s', (_, headings, laidOut) => {
    const rows: CellValue[][] = [
      ['LC1', 'Female', 'Foster care', 'Own provision', 'Yes', 400],
      ['LC2', 'Male', 'Residential', 'Private', 'No', 5000],
      ['LC3', 'Female', 'Foster care', 'Own provision', 'Yes', 500],
    ].map(laidOut);
    const blanks = headings.slice(1).map(() => '');
    const groups = groupsOf({
      CLA: [['Children looked after'], [], headings, ...rows, ['Total', ...blanks]],
    });
    expect(groups).toMatchObject({
      'All children · All': [3, 1, 5900, 5900 / 3],
      'Placement · In-house fostering': [2, 2 / 3, 900, 450],
      'Placement · Residential': [1, 1 / 3, 5000, 5000],
      'Provider · In-house': [2, 2 / 3, 900, 450],
      'Provider · External': [1, 1 / 3, 5000, 5000],
      'Area · In area': [2, 2 / 3, 900, 450],
      'Area · Out of area': [1, 1 / 3, 5000, 5000],
      'Gender · Female': [2, 2 / 3, 900, 450],
      'Gender · Male': [1, 1 / 3, 5000, 5000],
    });
  });

  it('lists words that it does not know, and a cost that is none, by their cells', () => {
    const sheets = {
      Snapshot: [
        HEADINGS,
        ['LC1', 'Female', 'Moonbase', 'Private', 'Yes', 400],
        ['LC2', 'Male', 'IFA', 'Private', 'Perhaps', 700],
        ['LC3', 'Male', 'IFA', 'Private', 'No', 'TBC'],
        ['LC4', '', 'IFA', '', '', 700],
        ['LC4', 'F', 'IFA', 'Private', 'Yes', 600],
      ],
    };
    expect(groupsOf(sheets)).toMatchObject({
      'Placement · Not told': [1, 1 / 4, 400, 400],
      'Placement · IFA': [3, 3 / 4, 2000, 2000 / 3],
      'Provider · External': [4, 1, 2400, 600],
      'Area · Not told': [2, 1 / 2, 1400, 700],
      'Gender · Not told': [1, 1 / 4, 700, 700],
    });
    const problems = allProblems(summaryOf(sheets));
    expect(problems.map(({ address, ref }) => [address, ref])).toEqual([
      ['Snapshot!F4', 'LC3'],
      ['Snapshot!C2', 'LC1'],
      ['Snapshot!E3', 'LC2'],
      ['Snapshot!A6', 'LC4'],
    ]);
    for (const { address, message } of problems) {
      expect(message).toMatch(new RegExp(`^${address.replace('$', '')} .*[.]$`));
    }
  });

  it('counts the latest of sheets that hold the same children, and nobody whose care has ended', () => {
    const rows = (cost: number): CellValue[][] => [
      HEADINGS,
      ['LC1', 'Female', 'IFA', 'Private', 'Yes', cost],
      ['LC2', 'Male', 'IFA', 'Private', 'Yes', cost],
      ['LC3', 'Male', 'Left care', '', '', ''],
    ];
    const sheets = { 'Mar 2023': rows(500), 'Mar 2024': rows(600) };
    expect(groupsOf(sheets)['All children · All']).toEqual([2, 1, 1200, 600]);
    expect(planOf(sheets)!.notes.join(' ')).toContain('Mar 2023');
    expect(allProblems(summaryOf(sheets))).toEqual([]);
  });

  it.each<[string, CellValue[][]]>([
    [
      'a tracker’s young people',
      [
        ['Ref', 'Original weekly cost', 'Current placement', 'Current weekly cost', 'In area'],
        ['A1', 500, 'IFA', 700, 'Yes'],
        ['A2', 500, 'IFA', 700, 'Yes'],
      ],
    ],
    [
      'a list of prices',
      [
        ['Placement type', 'Provider', 'Weekly cost'],
        ['IFA', 'Private', 700],
        ['Residential', 'Private', 5000],
      ],
    ],
    [
      'what was expected',
      [
        ['Child ref', 'Expected placement', 'Expected weekly cost'],
        ['A1', 'IFA', 700],
        ['A2', 'IFA', 700],
      ],
    ],
    [
      'a list by year',
      [
        ['Financial year', 'Child ref', 'Placement', 'Weekly cost'],
        ['2023/24', 'A1', 'IFA', 700],
        ['2024/25', 'A1', 'IFA', 720],
      ],
    ],
  ])('is not told of %s', (_, rows) => {
    expect(planOf({ List: rows })).toBeUndefined();
  });

  it('leaves a tracker without its original costs to the officer’s choice of a column', () => {
    const { tracker } = summaryOf({
      Tracker: [
        ['Ref', 'Cohort', 'Identified opportunity', 'Current placement', 'Current weekly cost'],
        ['A1', 'Cohort 1', 'Opportunity 1', 'IFA', 700],
        ['A2', 'Cohort 1', 'Opportunity 2', 'IFA', 700],
      ],
    });
    expect(tracker.missing).toEqual(['originalCost']);
  });
});
