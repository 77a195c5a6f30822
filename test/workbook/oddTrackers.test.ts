import { byCohort } from '../../src/domain/cohort';
import type { CellValue } from '../../src/domain/reading';
import type { ReadTracker } from '../../src/workbook/assembleTracker';
import { sheet, trackerIn } from './sheets';

type Rows = CellValue[][];
const H = ['Ref', 'Cohort', 'Opportunity', 'Original weekly cost', 'Current weekly cost'];
const ONE: Rows = [
  ['YP1', 'Cohort 1', 'Opportunity 1', 1000, 800],
  ['YP2', 'Cohort 1', 'Opportunity 2', 2000.5, 2000.5],
  ['YP3', 'Cohort 1', 'Opportunity 1', 3000, 3500],
];
const TWO: Rows = [
  ['YP4', 'Cohort 2', 'Opportunity 2', 500, 500],
  ['YP5', 'Cohort 2', 'Opportunity 1', 640.25, 600.25],
  ['YP6', 'Cohort 2', '', 1200, 1300],
];
const BASE = [...ONE, ...TWO];
const SIX = { youngPeople: 6, original: 8340.75, current: 8700.75 };

const total = (tracker: ReadTracker) => {
  const { youngPeople, original, current } = byCohort(tracker.changes, '52').at(-1)!;
  return { youngPeople, original, current };
};
const read = (...rows: Rows) => trackerIn([sheet('T', rows)]);
/** Headings and rows with another column put in at a place. */
const withColumn = (at: number, heading: string, cell: (row: number) => CellValue): Rows =>
  [H, ...BASE].map((row, i) => [
    ...row.slice(0, at),
    i === 0 ? heading : cell(i),
    ...row.slice(at),
  ]);

describe('rows that are no young person', () => {
  it.each([
    [
      'a cohort summary below',
      [
        [],
        ['Cohort 1', '', '', 6000.5, 6300.5],
        ['Cohort 2', '', '', 2340.25, 2400.25],
        ['Total', '', '', 8340.75, 8700.75],
      ],
    ],
    ['an opportunity summary below', [[], ['Opportunity 1', '', '', 4640.25, 4900.25]]],
    ['a total rounded to pounds', [['Total', '', '', 8341, 8701]]],
    ['an average', [['Average', '', '', 1390.13, 1450.13]]],
    ['a total a year', [['Total x 52', '', '', 433719, 452439]]],
    [
      'footers and a key',
      [[], ['Source:', 'Mosaic'], ['Prepared by', 'J Smith'], ['Opportunity 1', 'Reunification']],
    ],
  ] as [string, Rows][])('passes over %s', (_, below) => {
    const tracker = read(H, ...BASE, ...below);
    expect(total(tracker)).toEqual(SIX);
    expect(tracker.leftOut).toBe(0);
  });

  it('passes over a subtotal named like a reference', () => {
    const named = (rows: Rows, from: number) =>
      rows.map((row, i) => [`Child ${from + i}`, ...row.slice(1)]);
    const tracker = read(
      H,
      ...named(ONE, 1),
      ['Cohort 1', '', '', 6000.5, 6300.5],
      ...named(TWO, 4),
      ['Cohort 2', '', '', 2340.25, 2400.25],
    );
    expect(total(tracker)).toEqual(SIX);
    expect(tracker.problems).toEqual([]);
  });

  it('passes over column numbers, letters and units below the headings', () => {
    for (const legend of [
      [1, 2, 3, 4, 5],
      ['A', 'B', 'C', 'D', 'E'],
      ['', '', '', '£', '£'],
      ['', '', '', '£ per week', '£ per week'],
    ]) {
      const tracker = read(H, legend, ...BASE);
      expect(total(tracker)).toEqual(SIX);
      expect(tracker.problems).toEqual([]);
    }
  });

  it.each(['Budget', 'Less: ICB income', 'Per ledger', 'Contingency', 'Max cost', 'All'])(
    'leaves out and lists a line %j that it cannot explain',
    (label) => {
      const tracker = read(H, ...BASE, [], [label, '', '', 9000, 9100]);
      expect(total(tracker)).toEqual(SIX);
      expect(tracker.leftOut + tracker.problems.length).toBe(2);
    },
  );

  it('says where a total is not the sum of anything', () => {
    const tracker = read(H, ...BASE, ['Total', '', '', 8000, 8700.75]);
    expect(total(tracker)).toEqual(SIX);
    expect(tracker.problems).toMatchObject([{ address: 'T!D8', leavesOut: false }]);
  });

  it('finds the label in any column', () => {
    const rows: Rows = [
      ['Social worker', 'Cohort', 'Original weekly cost', 'Current weekly cost'],
      ['JS', 'Cohort 1', 1000.5, 800],
      ['KT', 'Cohort 1', 500, 600],
      ['Sub total', 'Cohort 1', 1501, 1400],
    ];
    expect(total(read(...rows))).toEqual({ youngPeople: 2, original: 1500.5, current: 1400 });
  });
});

describe('rows that are a young person, whatever they look like', () => {
  it.each([
    'Surname',
    'Forename',
    'Full name',
    'Name of child',
    'Initials of YP',
    'NHS no',
    'LAC number',
    'Child/YP',
    'LL ID',
    'Whatever',
  ])('counts equal costs under %j', (heading) => {
    const names = ['Smith', 'Jones', 'Khan', 'Patel'];
    const rows = names.map((name, i) => [name, i < 3 ? 500 : 900, i < 3 ? 500 : 700]);
    const tracker = read([heading, 'Original weekly cost', 'Current weekly cost'], ...rows);
    expect(total(tracker)).toEqual({ youngPeople: 4, original: 2400, current: 2200 });
  });

  it('counts one whose costs are the sum of those above', () => {
    for (const reference of ["M O'D", 'New YP', 'Patel-Shah']) {
      const tracker = read(
        H,
        ['JS', 'A', '', 500, 500],
        ['KT', 'A', '', 500, 500],
        [reference, 'A', '', 1000, 1000],
        ['AB', 'A', '', 700, 600],
      );
      expect(total(tracker)).toEqual({ youngPeople: 4, original: 2700, current: 2600 });
    }
  });

  it('says so where it takes a row without a reference for a subtotal', () => {
    const tracker = read(
      H,
      ['JS', 'A', '', 500, 500],
      ['KT', 'A', '', 500, 500],
      ['', 'A', '', 1000, 1000],
      ['AB', 'A', '', 700, 600],
    );
    expect(total(tracker)).toEqual({ youngPeople: 3, original: 1700, current: 1600 });
    expect(tracker.problems).toMatchObject([{ address: 'T!D4', leavesOut: false }]);
  });

  it('counts a cohort called Total, and <16', () => {
    const rows: Rows = [
      ['Cohort', 'Original weekly cost', 'Current weekly cost'],
      ['Total', 100, 90],
      ['<16', 200, 250],
      ['16+*', 300, 310],
    ];
    expect(total(read(...rows)).youngPeople).toBe(3);
    expect(total(read(H, ...ONE, ['YP7', 'Total', '', 1, 2])).youngPeople).toBe(4);
  });

  it('lists one whose costs are still missing', () => {
    const initials = ['AB', 'CD', 'EF'].map((ref, i) => [ref, ...ONE[i]!.slice(1)]);
    for (const row of [
      ["M O'D", '(social worker)', '', '', ''],
      ['GH', '', '', '', ''],
    ]) {
      const tracker = read(H, ...initials, row);
      expect(tracker.leftOut).toBe(1);
      expect(tracker.problems.some((problem) => problem.address === 'T!D5')).toBe(true);
    }
  });

  it('goes on after a blank row, whatever stands in the costs', () => {
    const tracker = read(
      H,
      ...ONE,
      [],
      ['YP4', 'Cohort 2', 'Opportunity 2', 'TBC', ''],
      TWO[1]!,
      TWO[2]!,
    );
    expect(total(tracker).youngPeople).toBe(5);
    expect(tracker.leftOut).toBe(1);
  });

  it('counts those typed right below an Excel table', () => {
    const tracker = trackerIn([
      sheet('T', [H, ...BASE], { tables: [{ top: 0, left: 0, bottom: 4, right: 4 }] }),
    ]);
    expect(total(tracker)).toEqual(SIX);
  });
});

describe('lists further down, beside, and on other sheets', () => {
  it('goes on under the same headings in other words', () => {
    const tracker = read(
      H,
      ...ONE,
      [],
      ['YP', 'Cohort', 'Opp', 'Baseline cost', 'Latest cost'],
      ...TWO,
    );
    expect(total(tracker)).toEqual(SIX);
  });

  it('stops, and says so, where the costs change places', () => {
    const swapped = [...H.slice(0, 3), H[4]!, H[3]!];
    const tracker = read(H, ...ONE, [], swapped, ...TWO);
    expect(total(tracker).youngPeople).toBe(3);
    expect(tracker.problems).toMatchObject([{ address: 'T!D6' }]);
  });

  it('takes the first of repeated headings, however untidy the rows between', () => {
    const tracker = read(H, ...ONE, ['Total', '', '', 6000.5, 6300.5, 'checked JS'], [], H, ...TWO);
    expect(total(tracker)).toEqual(SIX);
  });

  it('says where another list stands beside it', () => {
    const tracker = read([...H, '', ...H], ...ONE.map((row, i) => [...row, '', ...TWO[i]!]));
    expect(total(tracker).youngPeople).toBe(3);
    expect(tracker.problems.some((problem) => problem.message.includes('T!G1'))).toBe(true);
  });

  it('counts a sheet that lacks a column or has one more', () => {
    const narrow = TWO.map((row) => [row[0]!, row[1]!, row[3]!, row[4]!]);
    const tracker = trackerIn([
      sheet('One', [[...H, 'Notes'], ...ONE.map((row) => [...row, 'x'])]),
      sheet('Two', [['Ref', 'Cohort', 'Original weekly cost', 'Current weekly cost'], ...narrow]),
    ]);
    expect(total(tracker)).toEqual(SIX);
  });

  it('names every other sheet that could belong to it', () => {
    const other = [...H.slice(0, 3), 'Original cost pw', 'Cost now pw'];
    const tracker = trackerIn([sheet('One', [H, ...ONE]), sheet('Two', [other, ...TWO])]);
    expect(tracker.problems.some((problem) => /Two|One/.test(problem.message))).toBe(true);
    expect(tracker.otherSheets).toHaveLength(1);
  });

  it('does not add a summary to the tracker, nor take it for one', () => {
    const summary: Rows = [
      ['Cohort', 'Original weekly cost', 'Current weekly cost'],
      ['Cohort 1', 6000.5, 6300.5],
      ['Cohort 2', 2340.25, 2400.25],
    ];
    const people = [
      ['Surname', 'Cohort', 'Original weekly cost', 'Current weekly cost'],
      ...BASE.map((row) => [`Name${row[0]}`, row[1]!, row[3]!, row[4]!]),
    ];
    expect(total(trackerIn([sheet('Summary', summary), sheet('Tracker', people)]))).toEqual(SIX);
    const hidden = sheet('Tracker', [H, ...BASE], { visible: false });
    expect(total(trackerIn([sheet('Summary', summary), hidden]))).toEqual(SIX);
  });

  it('prefers weekly costs to a longer list of rates', () => {
    const rates = Array.from({ length: 200 }, (_, i) => [`P${i}`, 'A', 'Acme', 400, 420]);
    const tracker = trackerIn([
      sheet('Rates', [['Ref', 'Cohort', 'Provider', 'Original rate', 'Current rate'], ...rates]),
      sheet('Tracker', [H, ...BASE]),
    ]);
    expect(total(tracker)).toEqual(SIX);
    expect(tracker.otherSheets).toEqual(['Rates']);
  });

  it('uses the newest of monthly versions', () => {
    const month = (name: string, current: number) =>
      sheet(name, [H, ...BASE.slice(0, 5), ['YP6', 'Cohort 2', '', 1200, current]]);
    const tracker = trackerIn([month('Oct', 1), month('Dec', 3), month('Nov', 2)]);
    expect(tracker.parts.map((part) => part.sheet)).toEqual(['Dec']);
    expect(tracker.problems).toHaveLength(2);
  });

  it('counts sheets that number their own rows', () => {
    const numbered = (rows: Rows) => rows.map((row, i) => [i + 1, ...row.slice(1)]);
    const tracker = trackerIn([
      sheet('Team A', [['No.', ...H.slice(1)], ...numbered(ONE)]),
      sheet('Team B', [['No.', ...H.slice(1)], ...numbered(TWO)]),
    ]);
    expect(total(tracker)).toEqual(SIX);
  });
});

describe('columns', () => {
  it.each([
    'Total cost to date',
    'Current full year cost',
    'Current FYE cost',
    'Current cost x52',
    'Current 4-weekly charge',
    'Current fee pcm',
    'Current cost per day',
    'Current nightly rate',
    'New hourly rate',
    'New uplift rate',
    'Current transport cost',
    'Latest therapy fee',
    'Revised cost',
    'Cost YTD (current)',
    'New ICB contributions £',
    'Current budgets £',
    'Previous provider fee',
    'Cost from 1 April',
    'Total spend last year',
    'Current age',
    'Legal fees',
    'Latest review (dates)',
    'Current needs score',
    'ICB share (£)',
  ])('does not take %j for a weekly cost', (heading) => {
    expect(
      total(
        trackerIn([
          sheet(
            'T',
            withColumn(3, heading, (row) => 45000 + row),
          ),
        ]),
      ),
    ).toEqual(SIX);
  });

  it.each([
    [['Was', 'Now'], 'New uplift rate'],
    [['Original', 'Current'], 'Total cost to date'],
    [['Baseline', 'Current'], 'Previous provider fee'],
    [['Start', 'Weekly cost'], 'Current band'],
  ])('reads %j beside %j', (costs, other) => {
    const rows = BASE.map((row, i) => [...row, i]);
    expect(total(read([...H.slice(0, 3), ...costs, other], ...rows))).toEqual(SIX);
  });

  it.each([
    [['Current weekly cost', 'New weekly cost']],
    [['Weekly cost 2023/24', 'Weekly cost 2024/25']],
    [['Cost P1', 'Cost P9']],
    [['Cost Apr', 'Cost Nov']],
    [['Weekly cost at entry', 'Weekly cost']],
  ])('reads %j', (costs) => {
    expect(total(read([...H.slice(0, 3), ...costs], ...BASE))).toEqual(SIX);
  });

  it('takes the latest of several months', () => {
    const rows = BASE.map((row) => [...row.slice(0, 4), 1, 2, row[4]!]);
    expect(total(read([...H.slice(0, 4), 'Cost Oct', 'Cost Nov', 'Cost Dec'], ...rows))).toEqual(
      SIX,
    );
  });

  it('compares gross with gross, and says where two columns could be meant', () => {
    const headings = [
      ...H.slice(0, 3),
      'Original weekly cost (gross)',
      'Current weekly cost (net)',
      'Current weekly cost (gross)',
    ];
    const tracker = read(headings, ...BASE.map((row) => [...row.slice(0, 4), 1, row[4]!]));
    expect(total(tracker)).toEqual(SIX);
    expect(
      tracker.problems.some((problem) => problem.message.includes('Current weekly cost (net)')),
    ).toBe(true);
  });

  it.each([
    ['Date joined cohort', 1, 45323],
    ['Opportunity value (£)', 2, 100],
    ['Opportunity identified? (Y/N)', 2, 'Y'],
    ['Panel ref', 0, 'P1'],
  ])('does not take %j for what it is not', (heading, at, cell) => {
    const tracker = trackerIn([
      sheet(
        'T',
        withColumn(at, heading, () => cell),
      ),
    ]);
    expect(tracker.columns).toMatchObject({
      reference: 'Ref',
      cohort: 'Cohort',
      opportunity: 'Opportunity',
    });
  });

  it('says where cohorts are blank beside others that are not', () => {
    const rows = BASE.map((row, i) => (i === 0 || i === 3 ? row : [row[0]!, '', ...row.slice(2)]));
    const tracker = read(H, ...rows);
    expect(tracker.problems).toMatchObject([{ address: 'T!B3', leavesOut: false }]);
    expect(tracker.problems[0]!.message).toContain('4 young people have no cohort');
  });
});

describe('dates and amounts', () => {
  it('leave a date to come out of the position', () => {
    const headings = [...H, 'Next review date', 'Review date', 'Placement end date'];
    const rows = ONE.map((row, i) => [
      ...row.slice(0, 4),
      i === 0 ? '' : row[4]!,
      '06/06/2025',
      i === 1 ? '01/11/2204' : '03/12/2024',
      i === 0 ? '31/03/2025' : '',
    ]);
    const tracker = trackerIn([sheet('T', [headings, ...rows])], { today: '2025-01-31' });
    expect(tracker.latestDate).toBe('2024-12-03');
    expect(tracker.leftOut).toBe(1);
    expect(tracker.problems.map((problem) => problem.address)).toEqual(['T!E2', 'T!G3']);
  });

  it('say by the whole tracker, not by one of its sheets, whether a placement has ended', () => {
    const headings = [...H, 'Review date', 'Date ended'];
    const ended = [...ONE[0]!.slice(0, 4), '', '01/10/2024', '15/11/2024'];
    const reviewed = [...TWO[0]!, '03/12/2024', ''];
    const tracker = trackerIn([
      sheet('One', [headings, ended]),
      sheet('Two', [headings, reviewed]),
    ]);
    expect(tracker.latestDate).toBe('2024-12-03');
    expect(tracker.problems).toEqual([]);
    expect(tracker.changes.map((change) => change.current)).toEqual([0, 500]);
  });

  it('do not take an end to come for one that has been', () => {
    const headings = [...H, 'Date ended'];
    const rows = [
      [...ONE[0]!.slice(0, 4), '', '31/03/2025'],
      [...ONE[1]!, ''],
    ];
    const tracker = trackerIn([sheet('T', [headings, ...rows])], { today: '2025-01-31' });
    expect(tracker.leftOut).toBe(1);
    expect(tracker.problems).toMatchObject([{ address: 'T!E2', leavesOut: true }]);
  });

  it('are doubted where they are seldom so high', () => {
    const tracker = read(H, ...ONE, ['YP9', 'Cohort 1', '', '6.4m', 45629]);
    expect(tracker.changes).toHaveLength(4);
    expect(tracker.problems.map((problem) => problem.address)).toEqual(['T!D5', 'T!E5']);
  });
});
