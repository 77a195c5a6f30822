import * as fc from 'fast-check';
import { addDays } from '../../src/domain/calendar';
import { roundPence, sum } from '../../src/domain/money';
import { movesByCohort, reviewsOf, trajectory, type ReviewedCost } from '../../src/domain/reviews';

const AS_AT = '2024-12-03';

const entry = (reference: string, on: string, weeklyCost: number, cohort = ''): ReviewedCost => ({
  reference,
  cohort,
  on,
  weeklyCost,
  at: { who: `Reviews!A${reference}`, when: `Reviews!C${reference}` },
});

/** Reviews three months apart, with some of twelve young people at each. */
const entries = fc
  .array(
    fc.record({
      who: fc.integer({ min: 1, max: 12 }),
      review: fc.integer({ min: 0, max: 4 }),
      pence: fc.integer({ min: 0, max: 900_000 }),
      cohort: fc.constantFrom('Cohort 1', 'Cohort 2', ''),
    }),
    { minLength: 2, maxLength: 60 },
  )
  .map((all) => [...new Map(all.map((each) => [`${each.who} ${each.review}`, each])).values()])
  .map((all) =>
    all.map(({ who, review, pence, cohort }) =>
      entry(`YP${who}`, addDays('2023-12-31', review * 91), pence / 100, cohort),
    ),
  );

describe('reviews', () => {
  it('move by what joined, left, rose, fell and stayed, and by nothing else', () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 0, max: 50 }), (all, materiality) => {
        const { reviews } = reviewsOf(all, AS_AT);
        const positions = trajectory(reviews, materiality);
        positions.forEach((position, i) => {
          const { since } = position;
          if (!since) return;
          const before = positions[i - 1]!;
          const { rose, fell, unchanged, joined, left } = since;
          const parts = [rose, fell, unchanged, joined, left];
          expect(sum(parts.map(({ weekly }) => weekly))).toBeCloseTo(since.net, 6);
          expect(position.weekly - before.weekly).toBeCloseTo(since.net, 6);
          expect(position.youngPeople).toBe(
            before.youngPeople + joined.youngPeople - left.youngPeople,
          );
          expect(rose.weekly).toBeGreaterThanOrEqual(0);
          expect(fell.weekly + left.weekly).toBeLessThanOrEqual(0);
          expect(Math.abs(unchanged.weekly)).toBeLessThanOrEqual(
            materiality * unchanged.youngPeople + 1e-6,
          );
          const cohorts = movesByCohort(reviews[i - 1]!, reviews[i]!, materiality);
          expect(sum(cohorts.map(({ net }) => net))).toBeCloseTo(since.net, 6);
          expect(sum(cohorts.map((cohort) => cohort.left.youngPeople))).toBe(left.youngPeople);
        });
        expect(sum(positions.flatMap(({ since }) => since?.net ?? []))).toBeCloseTo(
          positions[positions.length - 1]!.net,
          6,
        );
      }),
    );
  });

  it('are the same in whatever order the entries stand', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const nets = (some: ReviewedCost[]) =>
          trajectory(reviewsOf(some, AS_AT).reviews, 3).map(({ net }) => roundPence(net));
        expect(nets([...all].reverse())).toEqual(nets(all));
      }),
    );
  });

  it('count the first of two entries for one young person at a review', () => {
    const { reviews, problems } = reviewsOf(
      [entry('1', '2024-06-30', 100), entry('2', '2024-06-30', 70), entry('2', '2024-06-30', 50)],
      AS_AT,
    );
    expect(trajectory(reviews, 0).map(({ weekly }) => weekly)).toEqual([170]);
    expect(problems).toEqual([
      {
        address: 'Reviews!A2',
        ref: '2',
        message:
          'Reviews!A2 holds the reference 2, which Reviews!A2 holds for the same review. The first counts, this one does not; delete one.',
      },
    ]);
  });

  it('take who is missing at one and back at the next for left and joined, and say so', () => {
    const { reviews, problems } = reviewsOf(
      [
        entry('1', '2024-03-31', 100),
        entry('2', '2024-03-31', 70),
        entry('1', '2024-06-30', 100),
        entry('1', '2024-09-30', 100),
        entry('2', '2024-09-30', 80),
      ],
      AS_AT,
    );
    const [, second, third] = trajectory(reviews, 0);
    expect(second!.since!.left).toMatchObject({ youngPeople: 1, weekly: -70 });
    expect(third!.since!.joined).toMatchObject({ youngPeople: 1, weekly: 80 });
    expect(third!.net).toBe(10);
    expect(problems.map(({ message }) => message)).toEqual([
      'Reviews!A2 holds 2, who is not at the review before and was at an earlier one: counted as having left and joined again. Add the missing row if it was forgotten.',
    ]);
  });

  it('spread over some days are one, unless somebody has two of them', () => {
    const spread = reviewsOf(
      [
        entry('1', '2024-06-28', 100),
        entry('2', '2024-06-30', 70),
        entry('3', '2024-06-30', 70),
        entry('1', '2024-09-27', 90),
        entry('2', '2024-09-30', 70),
        entry('3', '2024-10-01', 70),
        entry('3', '2024-10-08', 70),
      ],
      AS_AT,
    );
    expect(spread.reviews.map(({ on, costs }) => [on, costs.size])).toEqual([
      ['2024-06-30', 3],
      ['2024-10-01', 3],
      ['2024-10-08', 1],
    ]);
    expect(spread.spread).toBe(2);
    const monthly = [entry('1', '2024-01-31', 1), entry('2', '2024-02-28', 1)];
    expect(reviewsOf(monthly, AS_AT).reviews).toHaveLength(2);
  });

  it('leave out a date of another time', () => {
    const { reviews, problems } = reviewsOf(
      [
        entry('1', '2024-06-30', 100),
        entry('2', '1924-06-30', 70),
        entry('3', '2034-06-30', 70),
        entry('4', '2025-03-31', 70),
      ],
      AS_AT,
    );
    expect(reviews.map(({ on }) => on)).toEqual(['2024-06-30', '2025-03-31']);
    expect(problems.map(({ address }) => address)).toEqual(['Reviews!C2', 'Reviews!C3']);
    for (const { message } of problems) expect(message).toMatch(/Correct the review date\.$/);
  });
});
