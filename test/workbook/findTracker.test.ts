import { byCohort } from '../../src/domain/cohort';
import { roundPence } from '../../src/domain/money';
import { dataRows } from '../csvRows';
import { sheet, trackerIn } from './sheets';

const HEADINGS = ['Ref', 'Cohort', 'Opportunity', 'Original weekly cost', 'Current weekly cost'];
const ROWS = [
  ['YP1', 'Cohort 1', 'Opportunity 1', 1000, 800],
  ['YP2', 'Cohort 1', 'Opportunity 2', 500, 650],
  ['YP3', 'Cohort 2', 'Opportunity 1', 300, 300],
];

describe('finding the tracker', () => {
  it('finds the headings of the sample under its own names', () => {
    const tracker = trackerIn([sheet('impower', dataRows('impower-cohorts.csv'))]);
    expect(tracker.columns).toMatchObject({
      reference: 'child_ref',
      cohort: 'cohort',
      opportunity: 'identified_opportunity',
      dateOfBirth: 'date_of_birth',
      originalPlacement: 'original_placement',
      originalProvider: 'original_provider',
      originalCost: 'original_weekly_cost',
      currentPlacement: 'current_placement',
      currentProvider: 'current_provider',
      currentCost: 'current_weekly_cost',
      changeDate: 'change_date',
      note: 'note',
    });
    expect(tracker.changes).toHaveLength(103);
    expect(tracker.problems).toEqual([]);
    expect(roundPence(byCohort(tracker.changes, '52')[2]!.annual)).toBe(-765692.72);
  });

  it.each([
    [['Ref', 'Group', 'Opp', 'Baseline £/wk', '£/wk now']],
    [['YP', 'Tranche', 'Lever', 'Price p/w (before)', 'Price p/w (after)']],
    [
      [
        'Mosaic ID',
        'Cohort no.',
        'Savings opportunity',
        'Orig. cost per week',
        'Latest cost per week',
      ],
    ],
    [['Child', 'Cohort', 'Opp.', 'Weekly cost 31/03/2024', 'Weekly cost 03/12/2024']],
    [['Initials', 'Cohort', 'Opportunity', 'Weekly fee at start', 'Weekly fee today']],
    [['ID', 'Wave', 'Identified opp', 'Previous Weekly Cost (£)', 'New Weekly Cost (£)']],
    [['Ref', 'Cohort', 'Opportunity', 'Original', 'Current']],
    [['Client number', 'Cohort', 'Opportunity', 'Cost Before', 'Cost Now']],
  ])('reads the headings %j', (headings) => {
    const tracker = trackerIn([sheet('Sheet1', [headings, ...ROWS])]);
    expect(tracker.missing).toEqual([]);
    expect(headings.map((heading) => heading)).toEqual([
      tracker.columns.reference,
      tracker.columns.cohort,
      tracker.columns.opportunity,
      tracker.columns.originalCost,
      tracker.columns.currentCost,
    ]);
    expect(tracker.changes.map((change) => change.current - change.original)).toEqual([
      -200, 150, 0,
    ]);
  });

  it('joins headings that take two rows', () => {
    const tracker = trackerIn([
      sheet('Tracker', [
        ['Placement tracker'],
        [],
        ['', '', 'Original', '', '', 'Current', '', ''],
        [
          'Ref',
          'Cohort',
          'Placement',
          'Provider',
          'Weekly cost',
          'Placement',
          'Provider',
          'Weekly cost',
        ],
        ['YP1', 'A', 'IFA', 'Private', 900, 'Residential', 'Private', 4000],
        ['YP2', 'A', 'IFA', 'Private', 800, 'IFA', 'Private', 810],
      ]),
    ]);
    expect(tracker.parts[0]).toEqual({ sheet: 'Tracker', address: 'Tracker!A3:H6', headingRow: 4 });
    expect(tracker.columns.originalCost).toBe('Original Weekly cost');
    expect(tracker.columns.currentPlacement).toBe('Current Placement');
    expect(tracker.changes.map(({ original, current }) => [original, current])).toEqual([
      [900, 4000],
      [800, 810],
    ]);
  });

  it('does not take amounts that are no weekly cost', () => {
    const tracker = trackerIn([
      sheet('T', [
        [
          'Ref',
          'Original annual cost',
          'Current annual cost',
          'Difference now',
          'Original weekly cost',
          'Current weekly cost',
          'Saving',
        ],
        ['YP1', 52000, 41600, -200, 1000, 800, 200],
      ]),
    ]);
    expect(tracker.changes[0]).toMatchObject({ original: 1000, current: 800 });
  });

  it('passes over summaries, titles, spacer columns and lists of one cost', () => {
    const tracker = trackerIn([
      sheet('Summary', [
        ['Cohort', 'Number of young people', 'Original weekly cost', 'Current weekly cost'],
        ['Cohort 1', 2, 1500, 1450],
        ['Cohort 2', 1, 300, 300],
      ]),
      sheet('Placements', [
        ['Ref', 'Placement', 'Weekly cost'],
        ['YP1', 'IFA', 900],
      ]),
      sheet("Finance's tracker", [
        ['Tracker as at December', '', '', '', '', '', 'Notes for the reader'],
        [],
        ['Ref', 'Cohort', '', 'Original weekly cost', 'Current weekly cost', '', ''],
        ['YP1', 'Cohort 1', '', 1000, 800],
        ['YP2', 'Cohort 1', '', 500, 650],
      ]),
    ]);
    expect(tracker.parts[0]!.address).toBe("'Finance''s tracker'!A3:E5");
    expect(tracker.changes).toHaveLength(2);
  });

  it('stops at the end of an Excel table, and at another list below', () => {
    const below = [
      ...ROWS.slice(0, 2),
      [],
      ['Route', 'Cohort', 'Original cost', 'Current cost', 'Note'],
      ['SGO', 'Cohort 1', 5, 6, ''],
    ];
    const table = { top: 0, left: 0, bottom: 2, right: 4 };
    expect(trackerIn([sheet('T', [HEADINGS, ...below], { tables: [table] })]).changes).toHaveLength(
      2,
    );
    expect(trackerIn([sheet('T', [HEADINGS, ...below])]).changes).toHaveLength(2);
  });

  it('counts one tracker spread over sheets with the same headings', () => {
    const tracker = trackerIn([
      sheet('Cohort 1', [['Cohort one'], HEADINGS, ROWS[0]!, ROWS[1]!]),
      sheet('Cohort 2', [HEADINGS.map((heading) => heading.toUpperCase()), ROWS[2]!]),
    ]);
    expect(tracker.parts.map((part) => part.sheet)).toEqual(['Cohort 1', 'Cohort 2']);
    expect(tracker.changes.map((change) => `${change.sheet} ${change.row}`)).toEqual([
      'Cohort 1 3',
      'Cohort 1 4',
      'Cohort 2 2',
    ]);
  });

  it('does not count a copy of the tracker twice, and says so', () => {
    const tracker = trackerIn([
      sheet('Tracker', [HEADINGS, ...ROWS]),
      sheet('Tracker (2)', [HEADINGS, ...ROWS]),
    ]);
    expect(tracker.changes).toHaveLength(3);
    expect(tracker.otherSheets).toEqual(['Tracker (2)']);
    expect(tracker.problems[0]!.message).toContain('another version');
  });

  it('lets the officer choose the sheet and the columns', () => {
    const sheets = [
      sheet('Old', [HEADINGS, ...ROWS]),
      sheet('New', [
        ['Ref', 'Weekly cost', 'Panel figure'],
        ['YP9', 70, 50],
      ]),
    ];
    const missing = trackerIn(sheets, { sheet: 'New' });
    expect(missing.missing).toEqual(['originalCost']);
    expect(missing.problems[0]).toMatchObject({ address: 'New!A1' });
    const chosen = trackerIn(sheets, { sheet: 'New', columns: { originalCost: 'Panel figure' } });
    expect(chosen.changes).toMatchObject([{ original: 50, current: 70 }]);
    expect(
      trackerIn(sheets, { sheet: 'Old', columns: { cohort: '' } }).columns.cohort,
    ).toBeUndefined();
  });
});

describe('reading the rows', () => {
  it('passes over blank rows, repeated headings, footnotes, subtotals and totals', () => {
    const tracker = trackerIn([
      sheet('T', [
        HEADINGS,
        ROWS[0]!,
        [],
        ROWS[1]!,
        ['Cohort 1 total', '', '', 1500, 1450],
        ['Cohort 1', '', '', 1500, 1450],
        HEADINGS,
        ROWS[2]!,
        ['', '', '', 300, 300],
        ['YP4', 'Cohort 2', 'Opportunity 1', 10, 20],
        ['Grand Total:', '', '', 1810, 1770],
        ['', '', '', 1810, 1770],
        ['Average', '', '', 452.5, 442.5],
        ['Source: placements system, December'],
      ]),
    ]);
    expect(tracker.changes.map((change) => change.reference)).toEqual(['YP1', 'YP2', 'YP3', 'YP4']);
    expect(tracker.leftOut).toBe(0);
    expect(tracker.problems).toEqual([]);
  });

  it('takes costs that nothing explains for a total that does not cast, and says so', () => {
    const tracker = trackerIn([sheet('T', [HEADINGS, ...ROWS, ['', '', '', 1799, 1750]])]);
    expect(tracker.changes).toHaveLength(3);
    expect(tracker.leftOut).toBe(1);
    expect(tracker.problems).toMatchObject([{ address: 'T!D5', leavesOut: true }]);
  });

  it('reads typed money', () => {
    const rows = [
      ['YP1', 'C', 'O', '£1,234.50', '6.4k'],
      ['YP2', 'C', 'O', '890 pw', 'nil'],
      ['YP3', 'C', 'O', ' 45 ', '-'],
    ];
    const tracker = trackerIn([sheet('T', [HEADINGS, ...rows])]);
    expect(tracker.changes.map(({ original, current }) => [original, current])).toEqual([
      [1234.5, 6400],
      [890, 0],
      [45, 0],
    ]);
  });

  it.each([
    ['text for money', ['YP9', 'C', 'O', 'TBC', 10], 'T!D5'],
    ['a blank current cost with no end', ['YP9', 'C', 'O', 10, ''], 'T!E5'],
    ['a blank original cost', ['YP9', 'C', 'O', '', 10], 'T!D5'],
    ['a negative cost', ['YP9', 'C', 'O', 10, -20], 'T!E5'],
    ['an error value', ['YP9', 'C', 'O', '#REF!', 10], 'T!D5'],
    ['a row of nothing but a reference', ['YP9', '', '', '', ''], 'T!D5'],
  ])('leaves out and lists a row with %s', (_, row, address) => {
    const tracker = trackerIn([sheet('T', [HEADINGS, ...ROWS, row])]);
    expect(tracker.leftOut).toBe(1);
    expect(tracker.changes).toHaveLength(3);
    expect(tracker.problems[0]).toMatchObject({ address, ref: 'YP9', leavesOut: true });
    expect(tracker.problems[0]!.message).toContain(address);
  });

  it('takes a blank current cost as nothing once the placement has ended', () => {
    const headings = [...HEADINGS, 'Date ended', 'Date of change'];
    const ended = ['YP4', 'C', 'O', 10, '', '01/11/2024', ''];
    const running = ['YP5', 'C', 'O', 10, '', '01/02/2025', ''];
    const changed = ['YP6', 'C', 'O', 10, 20, '', 45600];
    const tracker = trackerIn([sheet('T', [headings, ended, running, changed])]);
    expect(tracker.latestDate).toBe('2024-11-04');
    expect(tracker.changes.map((change) => change.reference)).toEqual(['YP4', 'YP6']);
    expect(tracker.problems.map((problem) => problem.ref)).toEqual(['YP5']);
    expect(
      trackerIn([sheet('T', [headings, ended, running])], { asAt: '2025-03-31' }).leftOut,
    ).toBe(0);
  });

  it('counts a reference that stands twice both times and says so', () => {
    const tracker = trackerIn([sheet('T', [HEADINGS, ...ROWS, ['yp1', 'C', 'O', 1, 2]])]);
    expect(tracker.changes).toHaveLength(4);
    expect(tracker.problems).toMatchObject([{ address: 'T!A5', ref: 'yp1', leavesOut: false }]);
  });

  it('counts a tracker whose references are blank', () => {
    const tracker = trackerIn([
      sheet('T', [HEADINGS, ...ROWS.map((row) => ['', ...row.slice(1)])]),
    ]);
    expect(tracker.changes).toHaveLength(3);
    expect(tracker.problems).toHaveLength(1);
  });

  it('reports an impossible date and counts its row', () => {
    const rows = ROWS.map((row, i) => [...row, i === 0 ? '31/02/2024' : '01/02/2024']);
    const tracker = trackerIn([sheet('T', [[...HEADINGS, 'Date of change'], ...rows])]);
    expect(tracker.changes).toHaveLength(3);
    expect(tracker.problems).toMatchObject([{ address: 'T!F2', leavesOut: false }]);
  });
});
