import { allProblems } from '../../src/commands/allProblems';
import { roundPence } from '../../src/domain/money';
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
    expect(columns(made.moves, 'to', 'cohort', 'fell', 'net')).toEqual([
      ['30/06/2024', 'Cohort 1', 8, 159.91],
      ['30/06/2024', 'Cohort 2', 3, 11419.26],
      ['03/12/2024', 'Cohort 1', 13, -32448.65],
      ['03/12/2024', 'Cohort 2', 2, 6144.62],
      ['All reviews', 'All cohorts', 26, -14724.86],
    ]);
  });

  it('reconcile', () => {
    const titles = [made.trajectory!.title, made.moves!.title];
    const own = made.summary.reconciliation.filter(({ table }) => titles.includes(table));
    expect(own.length).toBeGreaterThan(8);
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
    expect(columns(moves, 'fell', 'joined', 'left', 'net').at(-1)).toEqual([1, 1, 1, 240]);
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
