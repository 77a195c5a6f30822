import { allProblems } from '../../src/commands/allProblems';
import { roundPence, sum } from '../../src/domain/money';
import type { CellValue } from '../../src/domain/reading';
import type { Choices } from '../../src/commands/choices';
import { defaultTerms } from '../../src/reports/terms';
import { sampleSheets } from '../sampleWorkbook';
import { summaryOf } from './plansOf';

const ID = 'forecast-outturn';
const AS_AT = '2024-12-03';

const read = (sheets: Record<string, CellValue[][]>, choices: Partial<Choices> = {}) => {
  const made = summaryOf(sheets, { asAt: AS_AT, ...choices });
  return { ...made, plan: made.summary.plans.find(({ id }) => id === ID) };
};

/** The figures of a plan by the row's label and the column's key. */
const figure = ({ plan }: ReturnType<typeof read>, label: string, key: string) => {
  const at = plan!.table.columns.findIndex((column) => column.key === key);
  return plan!.table.rows.find((row) => row[0] === label)?.[at];
};

const HEADINGS = ['Child ref', 'Placement', 'Provider', 'Start date', 'End date', 'Weekly cost'];

const list = (...rows: CellValue[][]): CellValue[][] => [HEADINGS, ...rows];

const A_WEEK = 700;

describe('the forecast outturn of the sample', () => {
  let made: ReturnType<typeof read>;
  beforeAll(async () => {
    made = read(await sampleSheets());
  });

  // The answers of the sample's data, worked out apart from this project.
  const expected = {
    Residential: 3085426.15,
    IFA: 793808.03,
    'In-house fostering': 419465.77,
    'Supported accommodation': 587116.42,
    Total: 4885816.37,
  };

  it('is right to the penny by placement and in all', () => {
    for (const [placement, outturn] of Object.entries(expected)) {
      expect(roundPence(Number(figure(made, placement, 'outturn')))).toBe(outturn);
    }
    expect(made.plan!.publishable).toBe(true);
  });

  it('stands against the budget, an overspend above nought', () => {
    expect(figure(made, 'Total', 'budget')).toBe(4_668_000);
    expect(roundPence(Number(figure(made, 'Total', 'variance')))).toBe(217816.37);
    expect(roundPence(Number(figure(made, 'IFA', 'variance')))).toBe(-16191.97);
    expect(
      sum([Number(figure(made, 'IFA', 'ended')), Number(figure(made, 'IFA', 'committed'))]),
    ).toBeCloseTo(Number(figure(made, 'IFA', 'outturn')));
  });

  it('reconciles', () => {
    const { summary, plan } = made;
    const own = summary.reconciliation.filter(({ table }) => table === plan!.title);
    expect(own.length).toBeGreaterThan(4);
    expect(own.filter(({ status }) => status === 'fails')).toEqual([]);
  });
});

describe('the list of placements', () => {
  const days = (sheets: Record<string, CellValue[][]>) => figure(read(sheets), 'Total', 'outturn');

  it.each<[string, CellValue[][]]>([
    [
      'another order, a title and a total',
      [
        ['Placements commissioned'],
        [],
        ['Cost per week (£)', 'Type of placement', 'Placement start', 'Placement end', 'LAC ID'],
        [A_WEEK, 'IFA', '01/03/2025', '', 'A1'],
        [A_WEEK, 'Residential', '22/03/2025', '', 'A2'],
        ['1400', 'Total', '', '', ''],
      ],
    ],
    [
      'abbreviations',
      [
        ['YP', 'DOB', 'Plcmt type', 'Provider name', 'Date from', 'Date to', '£ p/w', 'Notes'],
        ['A1', '01/02/2010', 'IFA', 'Private', '01/03/2025', '', A_WEEK, ''],
        ['A2', '01/02/2010', 'Resi', 'Private', '22/03/2025', '', A_WEEK, 'new'],
      ],
    ],
    [
      'words of a case system',
      [
        ['Mosaic ID', 'Provision', 'Supplier', 'Commenced on', 'Ended on', 'Weekly fee'],
        ['A1', 'IFA', 'Private', '01/03/2025', '', A_WEEK],
        ['A2', 'Resi', 'Private', '22/03/2025', '', A_WEEK],
      ],
    ],
    [
      'both dates called placement dates, with other dates and amounts',
      [
        [
          'Ref',
          'Date of birth',
          'Review date',
          'Accommodation type',
          'Placement start date',
          'Placement end date',
          'Weekly cost',
          'Annual cost',
          'Health share',
        ],
        ['A1', '01/02/2010', '01/02/2025', 'IFA', '01/03/2025', '', A_WEEK, 36_400, 0],
        ['A2', '01/02/2010', '01/02/2025', 'Resi', '22/03/2025', '', A_WEEK, 36_400, 0],
      ],
    ],
  ])('is found under %s', (_, cells) => {
    expect(days({ Commissioning: cells })).toBeCloseTo(100 * (31 + 10));
  });

  it('counts the start date, not the end date, and 31 March', () => {
    const made = read({
      Placements: list(
        ['A1', 'IFA', 'Private', '31/03/2025', '', A_WEEK],
        ['A2', 'Residential', 'Private', '01/04/2024', '03/04/2024', A_WEEK],
        ['A3', 'Residential', 'Private', '01/04/2020', '01/04/2024', A_WEEK],
        ['A4', 'Residential', 'Private', '01/04/2025', '', A_WEEK],
      ),
    });
    expect(figure(made, 'IFA', 'outturn')).toBe(100);
    expect(figure(made, 'Residential', 'outturn')).toBe(200);
    expect(figure(made, 'Residential', 'placements')).toBe(1);
    expect(figure(made, 'Residential', 'ended')).toBe(200);
    expect(figure(made, 'Residential', 'committed')).toBe(0);
    expect(made.plan!.notes.join(' ')).toContain('2 placements have no day in 2024/25.');
    expect(made.plan!.notes.join(' ')).toContain('No budget by placement for 2024/25');
    expect(made.plan!.table.columns.map(({ key }) => key)).not.toContain('variance');
  });

  it('rises by the uplift from 1 April where the placement began before, and says so', () => {
    const made = read(
      {
        Placements: list(
          ['A1', 'IFA', 'Private', '31/03/2024', '08/04/2024', A_WEEK],
          ['A2', 'Residential', 'Private', '01/04/2024', '08/04/2024', A_WEEK],
        ),
      },
      { terms: { ...defaultTerms, uplift: 0.03 } },
    );
    expect(figure(made, 'IFA', 'outturn')).toBeCloseTo(721);
    expect(figure(made, 'Residential', 'outturn')).toBeCloseTo(700);
    expect(made.plan!.notes.join(' ')).toContain('rise by 3.0% from 1 April 2024');
  });

  it('leaves out a placement that ends before it starts, lacks a start, or has a date of another time', () => {
    const made = read({
      Placements: list(
        ['A1', 'IFA', 'Private', '01/05/2024', '30/04/2024', A_WEEK],
        ['A2', 'IFA', 'Private', '', '', A_WEEK],
        ['A3', 'IFA', 'Private', '01/05/1924', '', A_WEEK],
        ['A4', 'IFA', 'Private', '01/05/2044', '', A_WEEK],
        ['A5', 'IFA', 'Private', '01/05/2024', '31/06/2024', A_WEEK],
        ['A6', 'IFA', 'Private', '31/03/2025', '', A_WEEK],
        ['A7', 'IFA', 'Private', '31/03/2025', '', 'tbc'],
      ),
    });
    expect(figure(made, 'Total', 'outturn')).toBe(100);
    const problems = allProblems(made);
    expect(problems.map(({ address, ref }) => [address, ref])).toEqual([
      ['Placements!D3', 'A2'],
      ['Placements!E6', 'A5'],
      ['Placements!F8', 'A7'],
      ['Placements!E2', 'A1'],
      ['Placements!D4', 'A3'],
      ['Placements!D5', 'A4'],
    ]);
    for (const { message, address } of problems) {
      expect(message.startsWith(address)).toBe(true);
      expect(message).toMatch(/left out until then\.$/);
    }
    expect(problems[3]!.message).toContain(
      'an end before the start of 01/05/2024 in Placements!D2',
    );
    expect(made.plan!.notes.join(' ')).toContain('3 rows with doubtful dates');
  });

  it('counts a placement once that is listed twice, and one in two parts twice', () => {
    const made = read({
      Placements: list(
        ['A1', 'IFA', 'Private', '31/03/2025', '', A_WEEK],
        ['a1', 'ifa', 'Private', '31/03/2025', '', A_WEEK],
        ['A1', 'IFA', 'Private', '31/03/2025', '', 70],
      ),
    });
    expect(figure(made, 'Total', 'outturn')).toBe(110);
    expect(allProblems(made).map(({ message }) => message)).toEqual([
      'Placements!A3 holds a1, whose placement from 31/03/2025 is in Placements!A2 too, at the same cost. It counts once; delete one of the rows.',
      'Placements!A4 holds A1, whose placement from 31/03/2025 is in Placements!A2 too, at another cost. Both are counted; delete one if they are the same.',
    ]);
  });
});

describe('the budget by placement', () => {
  const placements = list(
    ['A1', 'Resi', 'Private', '31/03/2025', '', A_WEEK],
    ['A2', "Children's home", 'Private', '31/03/2025', '', A_WEEK],
    ['A3', 'Fostering', 'Private', '31/03/2025', '', A_WEEK],
    ['A4', 'Fostering', 'Own provision', '31/03/2025', '', A_WEEK],
    ['A5', 'K3', 'Private', '31/03/2025', '', A_WEEK],
  );

  it('is matched by words, else by the standard group; what has no match is shown', () => {
    const made = read({
      Placements: placements,
      Budget: [
        ['Placement type', 'Annual budget'],
        ['Residential placements', 50],
        ['residential placement', 25],
        ['Independent fostering (IFA)', 150],
        ['Secure', 40],
        ['Total', 265],
      ],
    });
    const rows = made.plan!.table.rows.map((row) => [row[0], row.at(-3), row.at(-2), row.at(-1)]);
    expect(rows).toEqual([
      ['Residential placements', 200, 75, 125],
      ['Independent fostering (IFA)', 100, 150, -50],
      ['Fostering', 100, null, 100],
      ['Supported accommodation', 100, null, 100],
      ['Secure', 0, 40, -40],
      ['Total', 500, 265, 235],
    ]);
    const notes = made.plan!.notes.join(' ');
    expect(notes).toContain('An empty budget: no line of the budget is for those placements');
    expect(notes).toContain('A placement with an outturn of nought has no placements in the list');
    const failing = made.summary.reconciliation.filter(({ status }) => status === 'fails');
    expect(failing).toEqual([]);
  });

  it.each<[string, CellValue[][]]>([
    [
      'of the year, by its own column',
      [
        ['FY', 'Provision', 'Budget'],
        ['2023/24', 'Resi', 900],
        ['2024/25', 'Resi', 75],
      ],
    ],
    [
      'of the year, by one column of several',
      [
        ['Placement', 'Budget 2023/24', 'Budget 2024/25', 'Budget 2025/26'],
        ['Resi', 900, 75, 800],
        ['Secure', 0, 0, 0],
      ],
    ],
    [
      'in thousands',
      [
        ['Accommodation type', 'Budget £000'],
        ['Residential', 0.075],
        ['Secure', 0],
      ],
    ],
    [
      'under a title, beside other columns',
      [
        ['Budget book'],
        ['Placement', 'Number', 'Budget 24/25', 'Spend to date'],
        ['Residential', 2, 75, 4],
        ['Secure', 1, 0, 4],
      ],
    ],
  ])('is found %s', (_, cells) => {
    const made = read({ Placements: placements, Book: cells });
    expect(figure(made, made.plan!.table.rows[0]![0] as string, 'budget')).toBe(75);
  });

  it('is matched in words that no standard group has', () => {
    const made = read({
      Placements: list(['A1', 'Bridge Lane', '', '31/03/2025', '', A_WEEK]),
      Book: [
        ['Placement', 'Budget'],
        ['Bridge Lane placements', 75],
        ['Mill Road placements', 5],
      ],
    });
    expect(figure(made, 'Bridge Lane', 'variance')).toBe(25);
  });

  it('is not used where its heading names another year', () => {
    const made = read({
      Placements: placements,
      Book: [
        ['Placement', 'Budget 2023/24'],
        ['Residential', 75],
        ['Secure', 0],
      ],
    });
    expect(made.plan!.table.columns.map(({ key }) => key)).not.toContain('budget');
    expect(made.plan!.notes.join(' ')).toContain('is not for 2024/25 and is not used');
  });

  it('may be a column of the list itself', () => {
    const made = read({
      Placements: [
        [...HEADINGS, 'Budget 2024/25'],
        ...placements.slice(1).map((row) => [...row, 60]),
      ],
    });
    expect(figure(made, 'Fostering', 'budget')).toBe(120);
    expect(figure(made, 'Total', 'variance')).toBe(200);
  });
});
