import { allProblems } from '../../src/commands/allProblems';
import { roundPence, sum } from '../../src/domain/money';
import type { CellValue } from '../../src/domain/reading';
import { sampleSheets } from '../sampleWorkbook';
import { summaryOf } from './plansOf';

const read = (sheets: Record<string, CellValue[][]>) => {
  const made = summaryOf(sheets, { asAt: '2024-12-03' });
  const plan = (id: string) => made.summary.plans.find((each) => each.id === id);
  return { ...made, trajectory: plan('trajectory'), moves: plan('review-moves') };
};
type Made = ReturnType<typeof read>;

/** The columns of a plan with these keys, row by row. */
const columns = (plan: Made['moves'], ...keys: string[]) =>
  plan!.table.rows.map((row) =>
    keys.map((key) => {
      const cell = row[plan!.table.columns.findIndex((column) => column.key === key)]!;
      return typeof cell === 'number' ? roundPence(cell) : cell;
    }),
  );

/** What all the moves of a cohort at a review come to, in the table's order. */
function netByCohort(moves: Made['moves']): unknown[][] {
  const nets = new Map<string, number[]>();
  for (const [to, cohort, weekly] of columns(moves, 'to', 'cohort', 'weekly').slice(0, -1)) {
    const key = `${String(to)}|${String(cohort)}`;
    nets.set(key, [...(nets.get(key) ?? []), Number(weekly)]);
  }
  return [...nets].map(([key, amounts]) => [...key.split('|'), roundPence(sum(amounts))]);
}

describe('the reviews of the sample', () => {
  let made: Made;
  beforeAll(async () => {
    made = read(await sampleSheets());
  });

  it('stand at 0, +£11,579.17 and -£14,724.86 a week', () => {
    expect(columns(made.trajectory, 'review', 'youngPeople', 'net')).toEqual([
      ['31/12/2023', 103, 0],
      ['30/06/2024', 103, 11579.17],
      ['03/12/2024', 103, -14724.86],
    ]);
    expect(made.trajectory!.publishable).toBe(true);
  });

  it('have a chart whose sentence is one of the notes', () => {
    const { chart, notes } = made.trajectory!;
    expect(chart).toMatchObject({ labels: 'review', values: 'net' });
    const [sentence] = chart!.sentences;
    expect(notes).toContain(sentence);
    expect(sentence).toContain('£14,724.86 a week less than on 31 December 2023');
  });

  it('move by cohort as the reasons of the paper do', () => {
    const fell = columns(made.moves, 'to', 'cohort', 'move', 'youngPeople').filter(
      (row) => row[2] === 'Cost went down',
    );
    expect(fell.map(([to, cohort, , youngPeople]) => [to, cohort, youngPeople])).toEqual([
      ['30/06/2024', 'Cohort 1', 8],
      ['30/06/2024', 'Cohort 2', 3],
      ['03/12/2024', 'Cohort 1', 13],
      ['03/12/2024', 'Cohort 2', 2],
    ]);
    expect(netByCohort(made.moves)).toEqual([
      ['30/06/2024', 'Cohort 1', 159.91],
      ['30/06/2024', 'Cohort 2', 11419.26],
      ['03/12/2024', 'Cohort 1', -32448.65],
      ['03/12/2024', 'Cohort 2', 6144.62],
    ]);
    expect(columns(made.moves, 'to', 'cohort', 'weekly').at(-1)).toEqual([
      'All reviews',
      'All cohorts',
      -14724.86,
    ]);
  });

  it('reconcile', () => {
    const titles = [made.trajectory!.title, made.moves!.title];
    const own = made.summary.reconciliation.filter(({ table }) => titles.includes(table));
    expect(own).toHaveLength(2);
    expect(own.filter(({ status }) => status === 'fails')).toEqual([]);
  });
});

describe('a row for each young person at each review', () => {
  it.each<[string, CellValue[][]]>([
    [
      'another order, a title and a total',
      [
        ['Cost tracker over time'],
        [],
        ['Cost per week (£)', 'Reviewed on', 'LAC ID'],
        [100, '31/03/2024', 'A1'],
        [50, '31/03/2024', 'A2'],
        [90, '30/06/2024', 'A1'],
        [300, '30/06/2024', 'A3'],
        ['540', '', 'Total'],
      ],
    ],
    [
      'abbreviations and more columns',
      [
        ['YP', 'DOB', 'Group', 'Date of review', 'Plcmt', '£ p/w', 'Comments'],
        ['A1', '01/02/2010', 'One', '31/03/2024', 'IFA', 100, ''],
        ['A2', '01/02/2010', 'One', '31/03/2024', 'IFA', 50, 'left'],
        ['A1', '01/02/2010', 'One', '30/06/2024', 'IFA', 90, ''],
        ['A3', '01/02/2010', 'Two', '30/06/2024', 'IFA', 300, 'new'],
      ],
    ],
    [
      'words of a case system',
      [
        ['Mosaic ID', 'Position as at', 'Weekly fee'],
        ['A1', '31/03/2024', 100],
        ['A2', '31/03/2024', 50],
        ['A1', '30/06/2024', 90],
        ['A3', '30/06/2024', 300],
      ],
    ],
  ])('is found under %s', (_, cells) => {
    const { trajectory, moves } = read({ History: cells });
    expect(columns(trajectory, 'net', 'joinedWeekly', 'leftWeekly', 'stayed').at(-1)).toEqual([
      240, 300, -50, -10,
    ]);
    expect(columns(moves, 'move', 'youngPeople').slice(0, -1).sort()).toEqual([
      ['Cost went down', 1],
      ['Joined', 1],
      ['Left', 1],
    ]);
    expect(columns(moves, 'weekly').at(-1)).toEqual([240]);
  });

  it('says what is wrong with an entry, and where', () => {
    const made = read({
      Reviews: [
        ['Child ref', 'Cohort', 'Review date', 'Weekly cost'],
        ['A1', 'One', '31/03/2024', 100],
        ['A1', 'One', '31/03/2024', 70],
        ['A2', 'One', '31/06/2024', 50],
        ['A3', 'One', '30/06/2042', 50],
        ['A4', 'One', '30/06/2024', 'tbc'],
        ['', 'One', '30/06/2024', 50],
        ['A1', 'One', '30/06/2024', 90],
      ],
    });
    expect(columns(made.trajectory, 'youngPeople', 'net')).toEqual([
      [1, 0],
      [1, -10],
    ]);
    const problems = allProblems(made);
    expect(problems.map(({ address, ref }) => [address, ref])).toEqual([
      ['Reviews!C4', 'A2'],
      ['Reviews!D6', 'A4'],
      ['Reviews!A7', ''],
      ['Reviews!C5', 'A3'],
      ['Reviews!A3', 'A1'],
    ]);
    for (const { message, address } of problems) {
      expect(message.startsWith(address)).toBe(true);
      expect(message).toMatch(/\.$/);
    }
  });

  it('keeps the cohort of the review before where the later one has none', () => {
    const { moves } = read({
      Reviews: [
        ['Child ref', 'Cohort', 'Review date', 'Weekly cost'],
        ['A1', 'One', '31/03/2024', 100],
        ['A1', '', '30/06/2024', 70],
      ],
    });
    expect(columns(moves, 'cohort')[0]).toEqual(['One']);
  });

  it('makes no trajectory of one review', () => {
    const { trajectory, moves } = read({
      Reviews: [
        ['Child ref', 'Review date', 'Weekly cost'],
        ['A1', '31/03/2024', 100],
        ['A2', '31/03/2024', 70],
      ],
    });
    expect(trajectory).toBeUndefined();
    expect(moves).toBeUndefined();
  });
});

describe('a column of weekly costs for each review', () => {
  it.each<[string, CellValue[]]>([
    [
      'dates',
      [
        'Child ref',
        'Cohort',
        'Weekly cost 31/12/2023',
        'Weekly cost 31/03/2024',
        'Weekly cost 30/06/2024',
      ],
    ],
    ['months', ['LAC ID', 'Group', 'Cost Dec 23', 'Cost Mar 2024', 'Cost June 2024']],
    [
      'sides',
      ['YP', 'Cohort', 'Baseline £/wk (31.12.23)', '£/wk at 31.3.24', 'Current £/wk 30-6-24'],
    ],
    [
      'quarters',
      [
        'Mosaic number',
        'Cohort',
        'Weekly fee Q3 2023/24',
        'Weekly fee Q4 23/24',
        'Weekly fee Q1 2024-25',
      ],
    ],
  ])('is found under %s', (_, headings) => {
    const { trajectory, moves } = read({
      Costs: [
        ['Costs over time'],
        [],
        headings,
        ['A1', 'One', 100, 110, 90],
        ['A2', 'One', 50, '', ''],
        ['A3', 'Two', '', 300, 310],
        ['Total', '', 150, 410, 400],
      ],
    });
    expect(columns(trajectory, 'review', 'youngPeople', 'net', 'joined', 'left')).toEqual([
      ['31/12/2023', 2, 0, null, null],
      ['31/03/2024', 2, 260, 1, 1],
      ['30/06/2024', 2, 250, 0, 0],
    ]);
    expect(netByCohort(moves).map(([, cohort, net]) => [cohort, net])).toEqual([
      ['One', -40],
      ['Two', 300],
      ['One', -20],
      ['Two', 10],
    ]);
    expect(columns(moves, 'weekly').at(-1)).toEqual([250]);
  });

  it('may be the tracker itself, and needs three of them', () => {
    const rows: CellValue[][] = [
      [
        'Child ref',
        'Original weekly cost Dec 2023',
        'Weekly cost Jun 2024',
        'Current weekly cost Dec 2024',
        'Note',
      ],
      ['A1', 100, 110, 90, 'Uplift agreed'],
      ['A2', 50, 60, 60, 'Breakdown'],
    ];
    const { tracker, trajectory } = read({ Tracker: rows });
    expect(tracker.changes).toHaveLength(2);
    expect(columns(trajectory, 'net')).toEqual([[0], [20], [0]]);
    const without = read({ Tracker: rows.map((row) => row.filter((_, i) => i !== 2)) });
    expect(without.tracker.changes).toHaveLength(2);
    expect(without.trajectory).toBeUndefined();
  });

  it('says which cell cannot be read, and which column is one too many', () => {
    const made = read({
      Costs: [
        [
          'Child ref',
          'Weekly cost Dec 2023',
          'Weekly cost Jun 2024',
          'Weekly cost Sep 2024',
          'Weekly fee Sep 2024',
        ],
        ['A1', 100, 'tbc', 90, 1],
        ['A2', 50, 60, 60, 1],
      ],
    });
    expect(columns(made.trajectory, 'net')).toEqual([[0], [-90], [0]]);
    const problems = allProblems(made);
    expect(problems.map(({ address }) => address)).toEqual(['Costs!C2', 'Costs!A2']);
    const text = made.trajectory!.notes.join(' ');
    expect(text).toContain(
      'Not used, for a date that has a column already: ‘Weekly fee Sep 2024’.',
    );
  });
});

describe('a sheet for each review', () => {
  const sheet = (...costs: [string, number][]): CellValue[][] => [
    ['Child ref', 'Cohort', 'Weekly cost'],
    ...costs.map(([ref, cost]): CellValue[] => [ref, 'One', cost]),
  ];

  it('is told by the date in its name or its title', () => {
    const { trajectory } = read({
      'Dec 2023': sheet(['A1', 100], ['A2', 50]),
      'Mar 24': sheet(['A1', 110], ['A3', 300]),
      Latest: [['Position at 30 June 2024'], [], ...sheet(['A1', 90], ['A3', 310])],
    });
    expect(columns(trajectory, 'review', 'youngPeople', 'net')).toEqual([
      ['31/12/2023', 2, 0],
      ['31/03/2024', 2, 260],
      ['30/06/2024', 2, 250],
    ]);
  });

  it('may be a version of the tracker', () => {
    const version = (...now: number[]): CellValue[][] => [
      ['Child ref', 'Original weekly cost', 'Current weekly cost', 'Note'],
      ...now.map((cost, i): CellValue[] => [`A${i}`, 100, cost, 'Uplift agreed']),
    ];
    const { tracker, trajectory } = read({
      'Tracker Jun 24': version(100, 120),
      'Tracker Sep 24': version(90, 120),
      'Tracker Dec 24': version(90, 130),
    });
    expect(tracker.changes).toHaveLength(2);
    expect(columns(trajectory, 'review', 'net')).toEqual([
      ['30/06/2024', 0],
      ['30/09/2024', -10],
      ['31/12/2024', 0],
    ]);
  });

  it('is none where the sheets have nobody in common, or there is one', () => {
    const apart = { 'Jun 24': sheet(['A1', 1], ['A2', 2]), 'Sep 24': sheet(['A3', 1], ['A4', 2]) };
    expect(read(apart).trajectory).toBeUndefined();
    expect(read({ 'Jun 24': sheet(['A1', 1], ['A2', 2]) }).tracker.lists).toEqual([]);
  });
});
