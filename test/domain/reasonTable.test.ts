import * as fc from 'fast-check';
import { byOpportunity } from '../../src/domain/cohort';
import { roundPence, sum } from '../../src/domain/money';
import { reasons, type Reason } from '../../src/domain/reason';
import {
  byOutcome,
  byReason,
  type Direction,
  type ReasonRow,
  type ReasonedChange,
} from '../../src/domain/reasonTable';
import { reasonedSample } from '../reasonedSample';

type Row = ReasonedChange & { reference: string; cohort: string; opportunity: string };

const change = (reason: Reason, original: number, current: number, opportunity = ''): Row => ({
  reference: 'YP',
  cohort: '',
  opportunity,
  original,
  current,
  reason,
});

const toPence = ({ reason, youngPeople, weekly, average }: ReasonRow) => [
  reason,
  youngPeople,
  roundPence(weekly),
  roundPence(average),
];

/** Costs in whole pence, many of them alike so that rows tie. */
const anyRows = fc.array(
  fc
    .tuple(
      fc.constantFrom(...reasons.slice(0, 5), 'No change' as const, 'Other / unclear' as const),
      fc.oneof(fc.integer({ min: 0, max: 1_000_000 }), fc.constantFrom(10_000, 10_010, 10_020)),
      fc.oneof(fc.integer({ min: 0, max: 1_000_000 }), fc.constantFrom(10_000, 10_010, 10_020)),
      fc.constantFrom('', 'Opportunity 1', 'Opportunity 2', 'Opportunity 10'),
    )
    .map(([reason, was, now, opportunity]) => change(reason, was / 100, now / 100, opportunity)),
  { maxLength: 60 },
);

const exactPence = (rows: readonly Row[]): number =>
  rows.reduce((pence, row) => pence + Math.round(row.current * 100 - row.original * 100), 0);

describe('byReason', () => {
  it('gives the reductions of paper 000 to the penny', () => {
    expect(byReason(reasonedSample(), 'reductions').map(toPence)).toEqual([
      ['Turned 18', 8, 15846.56, 1980.82],
      ['Return home', 6, 23746.62, 3957.77],
      ['To new placement', 4, 14737.03, 3684.26],
      ['SGO granted', 4, 3407.63, 851.91],
      ['To foster care', 1, 3639.75, 3639.75],
      ['To supported accommodation', 1, 2810.79, 2810.79],
      ['From IFA to in-house', 1, 395.9, 395.9],
      ['Placement with parents', 1, 300.3, 300.3],
      ['Total', 26, 64884.57, 2495.56],
    ]);
  });

  it('gives the increases of paper 000 to the penny, and the young person that it lost', () => {
    expect(byReason(reasonedSample(), 'increases').map(toPence)).toEqual([
      ['Same placement, uplift agreed', 31, 1947.21, 62.81],
      ['No change', 22, 34.19, 1.55],
      ['Breakdown - new placement', 10, 20776.32, 2077.63],
      ['To residential', 2, 10012.02, 5006.01],
      ['To specialist provision', 2, 4515.48, 2257.74],
      ['Internal to external', 2, 3964.21, 1982.11],
      ['To new 16+ placement', 2, 3534.27, 1767.14],
      ['Increased staffing', 1, 3250, 3250],
      ['To solo placement', 1, 839.21, 839.21],
      ['External foster care', 1, 579.69, 579.69],
      ['To external IFA', 1, 448.29, 448.29],
      ["Internal children's home", 1, 227.91, 227.91],
      ['Other / unclear', 1, 30.91, 30.91],
      ['Total', 77, 50159.71, 651.42],
    ]);
  });

  it('counts every young person once, as a reduction or as an increase', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const saved = byReason(rows, 'reductions').at(-1)!;
        const added = byReason(rows, 'increases').at(-1)!;
        const net = byReason(rows, 'net').at(-1)!;
        expect(saved.youngPeople + added.youngPeople).toBe(rows.length);
        expect(net.youngPeople).toBe(rows.length);
        expect(roundPence(added.weekly - saved.weekly)).toBe(exactPence(rows) / 100);
        expect(roundPence(net.weekly)).toBe(exactPence(rows) / 100);
      }),
    );
  });

  it('has no reduction that is not one, and no increase below nought but No change', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        for (const row of byReason(rows, 'reductions').slice(0, -1)) {
          expect(roundPence(row.weekly)).toBeGreaterThan(0);
          expect(row.reason).not.toBe('No change');
        }
        for (const row of byReason(rows, 'increases').slice(0, -1)) {
          if (row.reason !== 'No change') expect(roundPence(row.weekly)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('has a total that casts, and averages that give the total back', () => {
    fc.assert(
      fc.property(
        anyRows,
        fc.constantFrom<Direction>('reductions', 'increases', 'net'),
        (...of) => {
          const table = byReason(...of);
          const [total, rows] = [table.at(-1)!, table.slice(0, -1)];
          expect(total.youngPeople).toBe(sum(rows.map((row) => row.youngPeople)));
          expect(roundPence(total.weekly)).toBe(roundPence(sum(rows.map((row) => row.weekly))));
          for (const { average, youngPeople, weekly } of table) {
            expect(roundPence(average * youngPeople)).toBe(roundPence(weekly));
          }
        },
      ),
    );
  });

  it('is the same whatever the order of the rows, and keeps what plain addition drops', () => {
    const shuffled = anyRows.chain((rows) =>
      fc.tuple(
        fc.constant(rows),
        fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([rows, others]) => {
        for (const direction of ['reductions', 'increases', 'net'] as const) {
          expect(byReason(others, direction).map(toPence)).toEqual(
            byReason(rows, direction).map(toPence),
          );
        }
        expect(byOutcome(others).map(outcomeToPence)).toEqual(byOutcome(rows).map(outcomeToPence));
      }),
    );
    const large = [1e16, 1, -1e16].map((current) => change('Turned 18', 0, current));
    expect(byReason(large, 'net')[0]?.weekly).toBe(1);
  });

  it('stands by young people, then by amount, then by name', () => {
    const rows = [
      change('Turned 18', 20, 10),
      change('SGO granted', 30, 0),
      change('Return home', 30, 0),
      change('To foster care', 2, 1),
      change('To foster care', 2, 1),
    ];
    expect(byReason(rows, 'reductions').map((row) => row.reason)).toEqual([
      'To foster care',
      'Return home',
      'SGO granted',
      'Turned 18',
      'Total',
    ]);
  });

  it('takes a binary hair for no fall, and half a penny for one', () => {
    const reductions = (original: number, current: number) =>
      byReason([change('Turned 18', original, current)], 'reductions').at(-1)?.youngPeople;
    expect(0.1 + 0.2 - 0.3).toBeGreaterThan(0);
    expect(reductions(0.1 + 0.2, 0.3)).toBe(0);
    expect(reductions(1e-13, 0)).toBe(0);
    expect(reductions(500, 500)).toBe(0);
    expect(reductions(500, 499.996)).toBe(0);
    expect(reductions(500, 499.995)).toBe(1);
    expect(reductions(500, 498)).toBe(1);
  });

  it('keeps a fall without a change of reason among the increases, below nought', () => {
    const rows = [change('No change', 500, 498)];
    expect(byReason(rows, 'reductions')).toEqual([
      { reason: 'Total', youngPeople: 0, weekly: 0, average: 0 },
    ]);
    expect(byReason(rows, 'increases')[0]).toEqual({
      reason: 'No change',
      youngPeople: 1,
      weekly: -2,
      average: -2,
    });
  });

  it('is a total of nobody where there is nobody, and never a negative nought', () => {
    for (const direction of ['reductions', 'increases', 'net'] as const) {
      expect(byReason([], direction)).toEqual([
        { reason: 'Total', youngPeople: 0, weekly: 0, average: 0 },
      ]);
    }
  });

  it('totals a hundred thousand rows, and does not change what it is given', () => {
    const rows = Array.from({ length: 100_000 }, () =>
      Object.freeze(change('Turned 18', 0.3, 0.1)),
    );
    expect(toPence(byReason(Object.freeze(rows), 'reductions').at(-1)!)).toEqual([
      'Total',
      100_000,
      20_000,
      0.2,
    ]);
  });
});

const outcomeToPence = ({
  opportunity,
  reason,
  youngPeople,
  weekly,
}: ReturnType<typeof byOutcome>[number]) => [opportunity, reason, youngPeople, roundPence(weekly)];

describe('byOutcome', () => {
  it('tells what became of each opportunity of paper 000', () => {
    const rows = byOutcome(reasonedSample()).map(outcomeToPence);
    expect(rows).toHaveLength(29);
    expect(rows.slice(0, 4)).toEqual([
      ['Opportunity 1 (Reunification)', 'Return home', 4, -14913.03],
      ['Opportunity 1 (Reunification)', 'Same placement, uplift agreed', 2, 141.5],
      ['Opportunity 1 (Reunification)', 'No change', 2, 3.37],
      ['Opportunity 1 (Reunification)', 'Turned 18', 2, -2412.73],
    ]);
  });

  it('adds up to the opportunities, in their order, and to their young people', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const outcomes = byOutcome(rows);
        const opportunities = byOpportunity(rows);
        expect([...new Set(outcomes.map((row) => row.opportunity))]).toEqual(
          opportunities.map((row) => row.opportunity),
        );
        for (const { opportunity, youngPeople, difference } of opportunities) {
          const own = outcomes.filter((row) => row.opportunity === opportunity);
          expect(sum(own.map((row) => row.youngPeople))).toBe(youngPeople);
          expect(roundPence(sum(own.map((row) => row.weekly)))).toBe(roundPence(difference));
          expect(new Set(own.map((row) => row.reason)).size).toBe(own.length);
        }
      }),
    );
  });

  it('names an opportunity as it is first written, puts 2 before 10, and leaves blanks out', () => {
    const rows = ['Opp 10', ' ', 'Opp  2', '', 'OPP 10'].map((opportunity) =>
      change('Turned 18', 5, 1, opportunity),
    );
    expect(byOutcome(rows)).toEqual([
      { opportunity: 'Opp 2', reason: 'Turned 18', youngPeople: 1, weekly: -4 },
      { opportunity: 'Opp 10', reason: 'Turned 18', youngPeople: 2, weekly: -8 },
    ]);
    expect(byOutcome([])).toEqual([]);
  });
});
