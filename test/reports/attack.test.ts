import fc from 'fast-check';
import type { CellValue } from '../../src/domain/reading';
import { publish, type Published } from '../../src/reports/publish';
import { givenAway } from '../disclosure/publishedGroups';
import { sampleSheets } from '../sampleWorkbook';
import { summaryOf } from './plansOf';

jest.setTimeout(240_000);

const NOTHING = { small: [], leaks: [], known: [] };

async function attacked(sheets: Record<string, CellValue[][]>, threshold: number) {
  const { plans, front } = summaryOf(sheets).summary;
  return givenAway(plans, publish(plans, front, { threshold, signs: 'minus' }), threshold);
}

/** The same copy with what is hidden to protect others shown after all. */
function naively({ appendix, hidden }: Published): Published {
  const plans = appendix.plans.map((page) => {
    const own = hidden.filter(({ plan }) => plan.id === page.id);
    const plan = own[0]?.plan;
    if (!plan) return page;
    const places = plan.table.columns.map(({ key }) =>
      page.table.columns.findIndex((column) => column.key === key),
    );
    const rows = plan.table.rows.map((row, r) =>
      row
        .map((cell, c) =>
          own.some((each) => each.row === r && each.column === c && each.isSmall) ? '[c]' : cell,
        )
        .filter((_, c) => places[c]! >= 0),
    );
    return { ...page, table: { ...page.table, rows } };
  });
  return { appendix: { ...appendix, plans }, hidden, kept: [] };
}

describe('a reader with linear programming', () => {
  it.each([1, 5, 9])('finds nothing in the sample with counts of 1 to %d hidden', async (n) => {
    expect(await attacked(await sampleSheets(), n)).toEqual(NOTHING);
  });

  it('finds what is given away where small counts alone are hidden', async () => {
    const { plans, front } = summaryOf(await sampleSheets()).summary;
    const published = publish(plans, front, { threshold: 5, signs: 'minus' });
    const { known } = await givenAway(plans, naively(published), 5);
    expect(known.length).toBeGreaterThan(0);
  });

  it('finds small counts that are shown', async () => {
    const { plans, front } = summaryOf(await sampleSheets()).summary;
    const published = publish(plans, front, { threshold: 2, signs: 'minus' });
    const { small } = await givenAway(plans, published, 5);
    expect(small.length).toBeGreaterThan(0);
  });

  const row = fc.record({
    cohort: fc.constantFrom('Cohort 1', 'Cohort 2', '16+*'),
    opportunity: fc.constantFrom('', 'Reunification', 'Step down', 'In-house'),
    before: fc.constantFrom('IFA', 'Residential', 'In-house fostering'),
    now: fc.constantFrom('IFA', 'Residential', 'Supported accommodation', 'Ceased'),
    original: fc.integer({ min: 300, max: 9000 }),
    current: fc.integer({ min: 0, max: 9000 }),
    note: fc.constantFrom('', 'Turned 18', 'Returned home to parents', 'Staffing increased to 2:1'),
    changed: fc.constantFrom('', '01/06/2024', '15/11/2024'),
  });

  it('finds nothing in appendices of any tracker', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        async (rows, threshold) => {
          const tracker: CellValue[][] = [
            ['Ref', 'Cohort', 'Opportunity', 'Original placement', 'Original weekly cost'].concat([
              'Current placement',
              'Current weekly cost',
              'Notes',
              'Date of change',
            ]),
            ...rows.map((each, i) => [
              `YP${i + 1}`,
              each.cohort,
              each.opportunity,
              each.before,
              each.original,
              each.now,
              each.current,
              each.note,
              each.changed,
            ]),
          ];
          const { plans } = summaryOf({ Tracker: tracker }).summary;
          expect(plans.map(({ id }) => id)).toContain('in-year-reasons');
          expect(await attacked({ Tracker: tracker }, threshold)).toEqual(NOTHING);
        },
      ),
      { numRuns: 30 },
    );
  });

  /** Some of the rows under a sheet's headings, the same for the same seed. */
  function some(rows: readonly CellValue[][], count: number, seed: number): CellValue[][] {
    const [headings, ...body] = rows;
    const ordered = body
      .map((each, i) => ({ each, order: Math.sin(seed + i * 12.9898) * 43758.5453 }))
      .sort((one, other) => (one.order % 1) - (other.order % 1));
    return [headings!, ...ordered.slice(0, count).map(({ each }) => each)];
  }

  it.each([
    ['Discharges', 'discharges'],
    ['Edge of care', 'cost-avoidance'],
    ['Sufficiency', 'sufficiency'],
    ['Placements', 'forecast-periods'],
    ['Reviews', 'review-moves'],
    ['Residential weekly cost', 'average-weekly-cost'],
  ])('finds nothing in appendices of any rows of the list %s', async (sheet, report) => {
    const sheets = await sampleSheets();
    let made = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 4, max: 60 }),
        fc.nat({ max: 1000 }),
        fc.integer({ min: 1, max: 9 }),
        async (count, seed, threshold) => {
          const list = { [sheet]: some(sheets[sheet]!, count, seed) };
          if (summaryOf(list).summary.plans.some(({ id }) => id === report)) made++;
          expect(await attacked(list, threshold)).toEqual(NOTHING);
        },
      ),
      { numRuns: 20 },
    );
    expect(made).toBeGreaterThan(10);
  });
});
