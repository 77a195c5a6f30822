import fc from 'fast-check';
import { annualise, type Basis } from '../../../src/domain/calendar';
import { roundPence, sum } from '../../../src/domain/money';
import type { CellValue } from '../../../src/domain/reading';

/** Somebody's tables of reasons, made from weekly costs with fractions of a penny. */
export interface PaperOf {
  rows: Reason[];
  basis: Basis;
  /** How the paper words and marks things. */
  look: Look;
}

interface Reason {
  label: string;
  people: number;
  /** £ a week, unrounded; what was saved is below nought. */
  weekly: number;
}

interface Look {
  pound: boolean;
  total: boolean;
  annual: boolean;
  headings: number;
}

const HEADINGS = [
  ['Reason', 'Number of young people', 'Per week', 'Average per person (per week)', 'Full year'],
  ['What happened', 'Children', 'Weekly £', 'Average £ a child', 'Annual £'],
  ['Category', 'No. of YP', 'Weekly amount', 'Mean per young person', 'Per annum'],
] as const;

export const money = (amount: number, pound = true): string => {
  const size = Math.abs(roundPence(amount)).toLocaleString('en-GB', { minimumFractionDigits: 2 });
  return `${roundPence(amount) < 0 ? '-' : ''}${pound ? '£' : ''}${size}`;
};

const label = fc
  .stringMatching(/^[A-Z][a-z]{2,9} [a-z]{3,9}$/)
  .filter((text) => !/total|change|sum|all|average|mean|net|count|check/i.test(text));

const reason = fc.record({
  label,
  people: fc.integer({ min: 1, max: 40 }),
  each: fc.integer({ min: 20_000, max: 4_000_000 }),
  sign: fc.constantFrom(-1, 1),
});

export const paper: fc.Arbitrary<PaperOf> = fc.record({
  rows: fc
    .uniqueArray(reason, {
      minLength: 6,
      maxLength: 16,
      selector: (row) => row.label.toLowerCase(),
    })
    .map((rows) =>
      rows.map(({ label: name, people, each, sign }, i) => ({
        label: name,
        people,
        // Some of each, so that both tables have rows.
        weekly: ((i === 0 ? -1 : i === 1 ? 1 : sign) * people * each) / 1000,
      })),
    ),
  basis: fc.constantFrom<Basis>('52', '52.14', '52.18', '365/7'),
  look: fc.record({
    pound: fc.boolean(),
    total: fc.boolean(),
    annual: fc.boolean(),
    headings: fc.nat({ max: HEADINGS.length - 1 }),
  }),
});

export type Side = 'reductions' | 'increases';

/** The cells of a table of reasons, headings first; amounts of both sides are positive. */
export function reasonTable({ rows, basis, look }: PaperOf, side: Side): CellValue[][] {
  const own = rows
    .filter(({ weekly }) => weekly < 0 === (side === 'reductions'))
    .map((row) => ({ ...row, weekly: Math.abs(row.weekly) }));
  const all = {
    label: 'Total',
    people: sum(own.map((row) => row.people)),
    weekly: sum(own.map((row) => row.weekly)),
  };
  const headings = HEADINGS[look.headings]!;
  const cells = ({ label: name, people, weekly }: Reason): CellValue[] => [
    name,
    String(people),
    money(weekly, look.pound),
    money(weekly / people, look.pound),
    ...(look.annual ? [money(annualise(weekly, basis), look.pound)] : []),
  ];
  return [
    headings.slice(0, look.annual ? 5 : 4),
    ...own.map(cells),
    ...(look.total ? [cells(all)] : []),
  ];
}

/** Titles, tables and stated figures, as `--published` takes them. */
export function printed(of: PaperOf): CellValue[][] {
  const { rows, basis } = of;
  const side = (sign: number) => rows.filter(({ weekly }) => Math.sign(weekly) === sign);
  const weekly = (some: readonly Reason[]) => Math.abs(sum(some.map((row) => row.weekly)));
  const net = sum(rows.map((row) => row.weekly));
  const people = sum(rows.map((row) => row.people));
  const before = 250_000.123 + weekly(side(-1));
  return [
    ['Young people by cohort'],
    [
      'Cohort',
      'Young people',
      'Original weekly cost',
      'Current weekly cost',
      'Difference',
      'Average difference per person',
    ],
    [
      'Everybody',
      String(people),
      money(before),
      money(before + net),
      money(net),
      money(net / people),
    ],
    [],
    ['Reasons for reduced cost'],
    ...reasonTable(of, 'reductions'),
    [],
    ['Reasons for increased cost'],
    ...reasonTable(of, 'increases'),
    [],
    ['Stated figures'],
    ['Statement', 'Figure'],
    ['Total of reductions per week', money(weekly(side(-1)))],
    ['Total of reductions per annum', money(annualise(weekly(side(-1)), basis))],
    ['Total of increases per week', money(weekly(side(1)))],
    ['Net saving per week', money(-net)],
  ];
}

/** A statement and its figure as a paper may print them, of its tables or of something else. */
export const statement: fc.Arbitrary<[string, string]> = fc.tuple(
  fc
    .tuple(
      fc.constantFrom('', 'Total of ', 'Average ', 'Net ', 'Number of ', 'Share of ', 'Weekly '),
      fc.constantFrom(
        'reductions',
        'increases',
        'saving',
        'young people',
        'discharges from care',
        'children adopted',
        'foster carers recruited',
        'cost before',
        'cost now',
        'agency spend',
        'Everybody',
        'position as at',
      ),
      fc.constantFrom('', ' per week', ' per annum', ' per person', ' since April', ' in 2023/24'),
    )
    .map((parts) => parts.join('').trim()),
  fc.oneof(
    fc.integer({ min: 1, max: 4_000_000 }).map((pence) => money(pence / 100)),
    fc.integer({ min: 1, max: 400 }).map(String),
    fc.integer({ min: 1, max: 999 }).map((tenths) => `${(tenths / 10).toFixed(1)}%`),
    fc.constantFrom('03/12/2024', '3 December 2024', 'TBC', '[c]', '', '£1.6m a year', '45629'),
  ),
);
