import fc from 'fast-check';
import type { CellValue } from '../../src/domain/reading';
import { publish, type Published } from '../../src/reports/publish';
import { givenAway } from '../disclosure/publishedGroups';
import { sampleSheets } from '../sampleWorkbook';
import { summaryOf } from './plansOf';

jest.setTimeout(240_000);

const NOTHING = { small: [], leaks: [], known: [] };

/** What is given away by an appendix that has at least these reports. */
async function attacked(
  sheets: Record<string, CellValue[][]>,
  threshold: number,
  reports: readonly string[] = [],
) {
  const { plans, front } = summaryOf(sheets).summary;
  expect(plans.map(({ id }) => id)).toEqual(expect.arrayContaining([...reports]));
  return givenAway(plans, publish(plans, front, { threshold, signs: 'minus' }), threshold);
}

/** The pages of a copy. */
function copyOf(sheets: Record<string, CellValue[][]>, threshold: number) {
  const { plans, front } = summaryOf(sheets).summary;
  return publish(plans, front, { threshold, signs: 'minus' }).appendix.plans;
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

const pounds = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: 100 * min, max: 100 * max }).map((pence) => pence / 100);

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
          const reports = ['in-year-reasons'];
          expect(await attacked({ Tracker: tracker }, threshold, reports)).toEqual(NOTHING);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('finds nothing where a placement tells who provides it and how it is bought', async () => {
    const [inHouse, ifa, residential, supported] = [
      { type: 'In-house fostering', sector: 'Own provision', bought: '' },
      { type: 'IFA', sector: 'Private', bought: 'Framework' },
      { type: 'Residential', sector: 'Private', bought: 'Spot' },
      { type: 'Supported accommodation', sector: 'Private', bought: 'Block' },
    ].map((placed) => fc.record({ placed: fc.constant(placed), cost: pounds(300, 7000) }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(inHouse!, { maxLength: 25 }),
        fc.array(ifa!, { maxLength: 60 }),
        fc.array(residential!, { minLength: 6, maxLength: 50 }),
        fc.array(supported!, { maxLength: 5 }),
        fc.integer({ min: 1, max: 9 }),
        async (one, two, three, four, threshold) => {
          const rows = [...one, ...two, ...three, ...four].map(({ placed, cost }, i) => [
            `C${i}`,
            placed.type,
            placed.sector,
            cost,
            i % 2 ? 'Male' : 'Female',
            placed.bought,
          ]);
          const list = [['ID', 'Type of provision', 'Sector', 'Weekly cost', 'Sex', 'How bought']];
          const sheets = { 'Where placed': [...list, ...rows] };
          expect(await attacked(sheets, threshold, ['sufficiency'])).toEqual(NOTHING);
        },
      ),
      { numRuns: 25, endOnFailure: true },
    );
  });

  const fewOf = (...people: [cohort: string, before: number, change: number, how?: string][]) =>
    people.map(([cohort, before, change, how]) => ({
      isOak: cohort === 'Oak',
      before,
      change,
      isNew: how === 'new',
      hasLeft: how === 'left',
    }));

  it('finds nothing between a tracker and the reviews of the same young people', async () => {
    const young = fc.record({
      isOak: fc.boolean(),
      before: pounds(2000, 9000),
      change: fc.constantFrom(-400, 0, 1, 250, 250.5, 3000),
      isNew: fc.integer({ min: 0, max: 20 }).map((number) => number === 0),
      hasLeft: fc.integer({ min: 0, max: 20 }).map((number) => number === 0),
    });
    // What few cost who joined or left is told by the tracker's changes, which the reviews have under another name.
    const one = fewOf(
      ['Oak', 6816.74, 1],
      ['Oak', 4234.8, 0],
      ['Elm', 4268.2, 0],
      ['Oak', 8382.74, 0],
      ['Elm', 3909.1, -400],
      ['Oak', 7909.94, 0, 'new'],
      ['Oak', 6755.2, 3000],
      ['Elm', 4012.89, -400],
      ['Elm', 4845.76, 0],
    );
    const other = fewOf(
      ['Oak', 4260.46, 250.5],
      ['Oak', 4734.37, 250.5],
      ['Oak', 5492.91, -400],
      ['Elm', 8901.9, 0],
      ['Elm', 5252.75, 0, 'left'],
      ['Oak', 8651.25, 250],
      ['Oak', 5038.49, 1],
      ['Elm', 2000.16, 0],
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(young, { minLength: 8, maxLength: 70 }),
        fc.integer({ min: 1, max: 9 }),
        async (people, threshold) => {
          const cohort = (isOak: boolean): string => (isOak ? 'Oak' : 'Elm');
          const tracker: CellValue[][] = [
            ['Ref', 'Cohort', 'Original placement', 'Original weekly cost'].concat([
              'Current placement',
              'Current weekly cost',
              'Notes',
            ]),
            ...people.map(({ isOak, before, change }, i) => [
              `YP${i}`,
              cohort(isOak),
              'Residential',
              before,
              'Residential',
              before + change,
              change < 0 ? 'Fee renegotiated down' : 'Provider uplift agreed',
            ]),
          ];
          const reviews: CellValue[][] = [
            ['Review date', 'Reference', 'Cohort', 'Weekly cost'],
            ...people.flatMap(({ isOak, before, change, isNew, hasLeft }, i) => [
              ...(isNew ? [] : [['31/01/2024', `YP${i}`, cohort(isOak), before]]),
              ...(hasLeft ? [] : [['31/12/2024', `YP${i}`, cohort(isOak), before + change]]),
            ]),
          ];
          const sheets = { Tracker: tracker, Reviews: reviews };
          const reports = ['cohorts', 'review-moves', 'trajectory'];
          expect(await attacked(sheets, threshold, reports)).toEqual(NOTHING);
        },
      ),
      {
        numRuns: 25,
        endOnFailure: true,
        examples: [
          [one, 2],
          [other, 3],
        ],
      },
    );
  });

  it('finds nothing between costs by year and a list, or a tracker, of the same children', async () => {
    const placements = ['IFA', 'Residential', 'In-house fostering', 'Supported accommodation'];
    const size = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 6, max: 40 }));
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(size, size, size, size),
        fc.boolean(),
        fc.integer({ min: 1, max: 9 }),
        async (sizes, isTracker, threshold) => {
          fc.pre(sizes.some((count) => count > 0));
          const children = sizes.flatMap((count, at) =>
            Array.from({ length: count }, (_, i) => ({
              reference: `C${at}-${i}`,
              placement: placements[at]!,
              cost: 400 + 700 * at + 3.5 * i,
            })),
          );
          const byYear: CellValue[][] = [
            ['Child ref', 'Placement', 'Financial year', 'Weekly cost'],
            ...children.map(({ reference, placement, cost }) => [
              reference,
              placement,
              '2024/25',
              cost,
            ]),
          ];
          const list: CellValue[][] = isTracker
            ? [
                ['Ref', 'Cohort', 'Original placement', 'Original weekly cost'].concat([
                  'Current placement',
                  'Current weekly cost',
                  'Notes',
                ]),
                ...children.map(({ reference, placement, cost }, i) => [
                  reference,
                  i % 2 ? 'Oak' : 'Elm',
                  placement,
                  cost - 50,
                  placement,
                  cost,
                  'Provider uplift agreed',
                ]),
              ]
            : [
                ['ID', 'Type of provision', 'Weekly cost', 'Sex'],
                ...children.map(({ reference, placement, cost }, i) => [
                  reference,
                  placement,
                  cost,
                  i % 2 ? 'Male' : 'Female',
                ]),
              ];
          const sheets = { [isTracker ? 'Tracker' : 'Where placed']: list, 'By year': byYear };
          const reports = [isTracker ? 'cohorts' : 'sufficiency', 'average-weekly-cost'];
          const given = await attacked(sheets, threshold, reports);
          expect(given).toEqual(NOTHING);
          const pages = copyOf(sheets, threshold);
          for (const placement of placements) {
            const shown = pages.flatMap(({ id, table }) =>
              table.rows
                .filter((row) => row.includes(placement) && !row.includes('Before'))
                .filter(() => ['sufficiency', 'average-weekly-cost'].includes(id))
                .map((row) => row.find((cell) => typeof cell === 'number' || cell === '[c]')),
            );
            expect(new Set(shown).size).toBeLessThan(2);
          }
        },
      ),
      { numRuns: 30, endOnFailure: true },
    );
  });

  it('finds nothing of the few who are dearer, or less dear, than the ten dearest', async () => {
    const year = fc.array(pounds(6000, 15000), { minLength: 2, maxLength: 16 });
    await fc.assert(
      fc.asyncProperty(year, year, fc.integer({ min: 1, max: 9 }), async (one, two, threshold) => {
        const rows = [one, two].flatMap((costs, y) =>
          costs.map((cost, i) => [
            `Y${y}-${i}`,
            i % 4 ? 'Residential' : 'Secure',
            `202${y + 3}/2${y + 4}`,
            cost,
          ]),
        );
        const list = [['Child ref', 'Placement', 'Financial year', 'Weekly cost'], ...rows];
        const reports = ['high-cost', 'average-weekly-cost'];
        expect(await attacked({ 'Fees by year': list }, threshold, reports)).toEqual(NOTHING);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  /** A young person of a tracker: what was typed, where now, what it costs now. */
  type Typed = readonly [note: string, now: string, current: number];
  const trackerOf = (before: string, people: readonly Typed[]): Record<string, CellValue[][]> => ({
    Tracker: [
      ['Ref', 'Cohort', 'Original placement', 'Original weekly cost'].concat([
        'Current placement',
        'Current weekly cost',
        'Notes',
      ]),
      ...people.map(([note, now, current], i) => [
        `YP${i}`,
        i % 2 ? 'Oak' : 'Elm',
        before,
        900 + i,
        now,
        current,
        note,
      ]),
    ],
  });
  const many = (count: number, of: (i: number) => Typed): Typed[] =>
    Array.from({ length: count }, (_, i) => of(i));

  it('finds nothing of one child’s cost now, where those who left cost nothing', async () => {
    const sheets = trackerOf('IFA', [
      ['Moved to children’s home after breakdown', 'Residential', 6543.21],
      // How many left is hidden, so that nothing of the counts keeps the cost.
      ...many(3, () => ['Turned 18 and left care', 'Turned 18', 0]),
      ...many(2, () => ['Returned home to parents', 'Returned home', 0]),
      ...many(25, (i) => ['Provider uplift agreed', 'IFA', 1100 + i]),
      ...many(20, (i) => ['Moved to in-house carers', 'In-house fostering', 450 + i]),
    ]);
    expect(await attacked(sheets, 5)).toEqual(NOTHING);
    const { plans, front } = summaryOf(sheets).summary;
    const averages = publish(plans, front, { threshold: 5, signs: 'minus' }).appendix.plans.find(
      ({ id }) => id === 'average-weekly-cost',
    )!;
    const now = averages.table.rows.filter((row) => row[1] === 'Now');
    expect(now.filter((row) => row.includes('[c]')).length).toBeGreaterThan(1);
  });

  it('finds nothing of one child’s increase beside those whose cost did not change', async () => {
    const sheets = trackerOf('Residential', [
      ['Extra staffing 2:1 agreed', 'Residential', 3245.67],
      ...many(10, (i) => ['No change in placement', 'Residential', 901 + i]),
      ...many(49, (i) => ['Provider uplift agreed', 'Residential', 1100 + i]),
    ]);
    expect(await attacked(sheets, 5)).toEqual(NOTHING);
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
        fc.integer({ min: 20, max: 60 }),
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
