import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reasons } from '../../src/domain/reason';
import { down, seen, thrown, wholeColumn } from './customFunctions';
import {
  annualise,
  cohortDelta,
  costAvoided,
  financialPeriod,
  financialYear,
  netCost,
  partYearEffect,
  paybackYears,
  percentChange,
  placementGroup,
  weeklySaving,
} from '../../src/functions/functions';

const source = readFileSync(join(__dirname, '../../src/functions/functions.ts'), 'utf8');
const help = readFileSync(join(__dirname, '../../src/functions/help.html'), 'utf8');

describe('WEEKLY_SAVING', () => {
  it('is original less current, so that a saving is positive', () => {
    expect(weeklySaving([[4584.88]], [['£945.13 pw']])).toEqual([[4584.88 - 945.13]]);
  });

  it('spills a row for each row given', () => {
    expect(weeklySaving(down(900, '(45)', 'nil'), down(1000, '1k', 0))).toEqual(
      down(-100, -1045, 0),
    );
  });

  it('takes one cell against a range', () => {
    expect(weeklySaving([[1000]], down(900, 1100))).toEqual(down(100, -100));
    expect(weeklySaving(1000 as never, down(900))).toEqual(down(100));
  });

  it('leaves a blank row blank and says what is missing in a half-blank one', () => {
    expect(seen(weeklySaving(down('', 900, '', ' '), down('', null, 500, undefined)))).toEqual(
      down(
        '',
        '#N/A: Row 2 of current cost is blank; type 0 if the placement has ended.',
        '#N/A: Row 3 of original cost is blank; type the amount, or 0.',
        '',
      ),
    );
  });

  it('keeps one bad row from spoiling the column, and does not repeat what the cell holds', () => {
    const [bad, good] = seen(weeklySaving(down('YP7 owes', 900), down(1, 2)));
    expect(bad).toEqual([
      '#VALUE!: Row 1 of original cost is not an amount of money; type a weekly amount such as 1,234.50.',
    ]);
    expect(good).toEqual([898]);
  });

  it('refuses ranges of different sizes and gives both', () => {
    expect(thrown(() => weeklySaving(down(1, 2, 3), down(1, 2)))).toBe(
      '#VALUE!: Original cost is 3 rows by 1 column but current cost is 2 rows by 1 column: make them the same size.',
    );
  });

  it('refuses a whole column beside a range, as many rows as it may use', () => {
    expect(thrown(() => weeklySaving(wholeColumn(1, 2), down(1, 2)))).toBe(
      '#VALUE!: Original cost is 1 column in full but current cost is 2 rows by 1 column: make them the same size.',
    );
  });

  it('says which argument was left out', () => {
    expect(thrown(() => weeklySaving([[1]], null as never))).toBe(
      '#N/A: Current cost is missing: give a cell or a range.',
    );
  });
});

describe('whole columns', () => {
  it('are cut, all alike, to the rows below the headings and above the blanks', () => {
    const original = wholeColumn('Placement costs', '', 'Original £', 500, '', 700, 800);
    const current = wholeColumn('', '', 'Current £', 400, '', 650);
    expect(seen(weeklySaving(original, current))).toEqual(
      down(100, '', 50, '#N/A: Row 7 of current cost is blank; type 0 if the placement has ended.'),
    );
  });

  it('start at a row that is data though its figure is still to come', () => {
    expect(
      seen(weeklySaving(wholeColumn('Was', 'TBC', 500), wholeColumn('Now', 'n/a', 400))),
    ).toEqual(
      down(
        '#VALUE!: Row 2 of original cost is not an amount of money; type a weekly amount such as 1,234.50.',
        100,
      ),
    );
  });

  it('go with a single cell', () => {
    expect(annualise(wholeColumn('Weekly', 100, 200), [['53']])).toEqual(down(5300, 10600));
  });

  it('that are blank give one blank', () => {
    expect(weeklySaving(wholeColumn(), wholeColumn())).toEqual([['']]);
  });

  it('that hold headings alone show that nothing could be read', () => {
    expect(weeklySaving(wholeColumn('Was'), wholeColumn('Now'))).toHaveLength(1);
  });

  it('of words and dates are cut below their headings too', () => {
    expect(placementGroup(wholeColumn('Placement type', 'IFA', 'K1'))).toEqual(
      down('IFA', 'Secure'),
    );
    expect(financialYear(wholeColumn('Start', '01/04/2024'))).toEqual(down('2024/25'));
  });

  it('cost little when nearly all their million rows are blank', () => {
    const columns = [wholeColumn('Was', 500), wholeColumn('Now', 400)] as const;
    const start = performance.now();
    expect(weeklySaving(...columns)).toEqual([[100]]);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('may be full to the last row', () => {
    const full = wholeColumn().map(() => [1]);
    const savings = weeklySaving(full, full);
    expect(savings).toHaveLength(1_048_576);
    expect(savings.at(-1)).toEqual([0]);
  });
});

describe('ANNUALISE', () => {
  it('is on 52 weeks unless a basis is given', () => {
    expect(annualise([[100]])).toEqual([[5200]]);
    expect(annualise([[100]], null as never)).toEqual([[5200]]);
    expect(annualise([[100]], [['']])).toEqual([[5200]]);
  });

  it('takes every basis, a financial year by its days among them', () => {
    const bases = down(52.14, '52.18', '365/7', 366 / 7, 53, '2027/28');
    expect(annualise([[7]], bases).flat()).toEqual(
      [7 * 52.14, 7 * 52.18, 365, 366, 371, 366].map((year) => expect.closeTo(year, 9)),
    );
  });

  it('says which bases there are', () => {
    expect(seen(annualise([[7]], [['54']]))).toEqual([
      [
        '#VALUE!: Basis is not known; use 52, 52.14, 52.18, 365/7, 366/7, 53 or a financial year such as 2024/25.',
      ],
    ]);
  });
});

describe('PERCENT_CHANGE', () => {
  it('is a fraction, unrounded', () => {
    expect(percentChange([[4800]], [[5800]])).toEqual([[expect.closeTo(0.208333333, 8)]]);
  });

  it('is an error for a start of nothing or less', () => {
    expect(seen(percentChange(down(0, -5), down(5, 5))).flat()).toEqual([
      expect.stringMatching(/^#DIV\/0!: Before is 0/),
      expect.stringMatching(/^#VALUE!: Before is negative/),
    ]);
  });
});

describe('PART_YEAR_EFFECT', () => {
  it('counts the start and not the end, by days ÷ 7', () => {
    const effect = partYearEffect(
      down(5000, 5000),
      down('08/01/2025', 45665),
      down('', '31/03/2025'),
      [['2024/25']],
    );
    expect(effect).toEqual(
      down(expect.closeTo(59285.7142857, 6), expect.closeTo(58571.4285714, 6)),
    );
  });

  it('is of the year of the start date where no year is given', () => {
    expect(partYearEffect([[7]], [['2024-03-31']])).toEqual([[1]]);
  });

  it('refuses an end before the start, and says what is missing', () => {
    expect(seen(partYearEffect(down(7, 7), down('01/05/2024', ''), [['01/04/2024']]))).toEqual(
      down(
        '#VALUE!: The end date is before the start date; correct one of them.',
        '#N/A: Row 2 of start date is blank; type the date that the placement started.',
      ),
    );
  });
});

describe('COST_AVOIDED', () => {
  it('counts both days, to 31 March of the year of the diversion where no other is given', () => {
    expect(
      costAvoided(
        down(5000, 700, '£700 pw', 700),
        down('08/01/2025', '31/03/2025', 45383, '31/03/2024'),
        down('', null, '14/04/2024', ''),
      ),
    ).toEqual(down(expect.closeTo(59285.7142857, 6), 100, 1400, 100));
    expect(costAvoided([[700]], [['01/05/2024']], [['01/05/2024']])).toEqual([[100]]);
  });

  it('goes on into later years where an until date says so', () => {
    expect(costAvoided([[7]], [['01/04/2023']], [['31/03/2025']])).toEqual([[366 + 365]]);
  });

  it('takes whole columns below their headings', () => {
    expect(
      costAvoided(wholeColumn('Weekly', 700), wholeColumn('Diverted on', '31/03/2025')),
    ).toEqual([[100]]);
  });

  it('refuses an until date before the diversion, and says what is missing', () => {
    const until = down('30/04/2024', '');
    expect(seen(costAvoided(down(7, 7), down('01/05/2024', ''), until))).toEqual(
      down(
        '#VALUE!: The until date is before the date of diversion; correct one of them.',
        '#N/A: Row 2 of date of diversion is blank; type the date of diversion.',
      ),
    );
  });
});

describe('FINANCIAL_YEAR and FINANCIAL_PERIOD', () => {
  const dates = down(45747, '1 Apr 2025', '', '31/02/2025');
  const bad = '#VALUE!: Row 4 of date is not a date; type one such as 03/12/2024.';

  it('turn on 1 April', () => {
    expect(seen(financialYear(dates))).toEqual(down('2024/25', '2025/26', '', bad));
    expect(seen(financialPeriod(dates))).toEqual(down(12, 1, '', bad));
  });
});

describe('NET_COST', () => {
  it('is what education and health leave, shares given as fractions or as percents', () => {
    expect(netCost(down(1000, 1000, 1000), down(0.25, '25%', 25), [[0.1]]).flat()).toEqual(
      [650, 650, 650].map((net) => expect.closeTo(net, 9)),
    );
  });

  it('is all of it where no share is given, and nothing where others pay all', () => {
    expect(netCost([[1000]])).toEqual([[1000]]);
    expect(netCost([[-1000]], [['70%']], [['30%']])).toEqual([[0]]);
  });

  it.each([['101%'], [1.2], [-0.1], [120], ['some'], [true]])('refuses a share of %p', (share) => {
    expect(seen(netCost([[1]], [[share]])).flat()).toEqual([
      expect.stringMatching(/^#VALUE!: Education share is not a share from 0% to 100%/),
    ]);
  });

  it('refuses shares that add to more than 100%', () => {
    expect(seen(netCost([[1]], [['60%']], [['41%']])).flat()).toEqual([
      expect.stringMatching(/^#VALUE!: The education and health shares add up to more than 100%/),
    ]);
  });
});

describe('PAYBACK_YEARS', () => {
  it('is on the council’s own money with the grant, and on the whole cost without', () => {
    expect(paybackYears([[5_952_001]], [['£2.5m a year']], [['£1,991,422']])).toEqual([
      [expect.closeTo(1.5842316, 9)],
    ]);
    expect(paybackYears(5_952_001 as never, [[2_500_000]])).toEqual([[2.3808004]]);
    expect(paybackYears(down(100, 100, ''), down(50, 25, ''), down('', 100, ''))).toEqual(
      down(2, 0, ''),
    );
  });

  it('says why there is none, and what to correct', () => {
    const given = [down(100, 100, 100, -5, 100, 100), down(0, -1, 9, 9, '', '90 pw')] as const;
    expect(seen(paybackYears(...given, down('', '', 101, '', '', '')))).toEqual(
      down(
        '#VALUE!: The annual saving is 0 or less, so the capital is never paid back.',
        '#VALUE!: The annual saving is 0 or less, so the capital is never paid back.',
        '#VALUE!: The grant is more than the capital; correct one of them.',
        '#VALUE!: The capital or the grant is below 0; type both without a minus.',
        '#N/A: Row 5 of annual saving is blank; type the saving a year.',
        expect.stringMatching(
          /^#VALUE!: Row 6 of annual saving is not an amount of money; type one/,
        ),
      ),
    );
  });
});

describe('PLACEMENT_GROUP', () => {
  it('reads words and codes, with a provider where there is one', () => {
    expect(placementGroup(down('Resi', 'U4', 'K2'), down('', 'PR4', 'PR1'))).toEqual(
      down('Residential', 'IFA', "Internal children's home"),
    );
  });

  it('says so where it does not know a placement', () => {
    expect(seen(placementGroup(down('Same', '')))).toEqual(
      down(expect.stringMatching(/^#N\/A: This placement is not one that/), ''),
    );
  });
});

describe('COHORT_DELTA', () => {
  const original = down(1000, 2000, '', '£500.00');
  const current = down(900, 2100, '', 0);
  const cohorts = down('A', 'B', '', 'a ');

  it('without a cohort is a table of all with headings and a total', () => {
    expect(cohortDelta(original, current, cohorts)).toEqual([
      ['Cohort', 'Young people', 'Original', 'Current', 'Difference', 'Average', 'A year (x52)'],
      ['A', 2, 1500, 900, -600, -300, -31200],
      ['B', 1, 2000, 2100, 100, 100, 5200],
      ['Total', 3, 3500, 3000, -500, -500 / 3, -26000],
    ]);
  });

  it('gives one cohort, or several, by the measure asked for', () => {
    const asked = (cohort: unknown[][], measure?: string): unknown =>
      seen(cohortDelta(original, current, cohorts, cohort, measure ? [[measure]] : undefined));
    expect(asked([['A']])).toEqual([[-600]]);
    expect(asked(down(' a', 'Total', 'C', ''), 'Percent')).toEqual(
      down(-0.4, -500 / 3500, expect.stringMatching(/^#N\/A: No young person is in/), ''),
    );
    for (const [measure, value] of Object.entries({
      difference: -600,
      average: -300,
      original: 1500,
      current: 900,
      count: 2,
      annual: -31200,
    })) {
      expect(asked([['A']], measure)).toEqual([[value]]);
    }
  });

  it('gives a measure for every cohort where none is named', () => {
    expect(cohortDelta(original, current, cohorts, undefined, [['count']])).toEqual([
      ['Cohort', 'Young people'],
      ['A', 2],
      ['B', 1],
      ['Total', 3],
    ]);
  });

  it('is an error, naming the row, rather than a total that leaves somebody out', () => {
    expect(thrown(() => cohortDelta(down(1, 2), down(1, '')))).toBe(
      '#N/A: Row 2 of current cost is blank; type 0 if the placement has ended.',
    );
    expect(thrown(() => cohortDelta(down(1, ''), down(1, ''), down('A', 'A')))).toBe(
      '#N/A: Row 2 of cohorts names a cohort but both costs are blank; type them, or 0.',
    );
    expect(thrown(() => cohortDelta(down(1, 'x'), down(1, 2)))).toMatch(/^#VALUE!: Row 2 of orig/);
  });

  it('says what is wrong with the question', () => {
    expect(thrown(() => cohortDelta(original, current, cohorts, [['A']], [['mean']]))).toMatch(
      /^#VALUE!: The measure is not known: use difference, .* or annual\.$/,
    );
    expect(thrown(() => cohortDelta(original, current, undefined, [['A']]))).toMatch(
      /^#VALUE!: To ask for one cohort/,
    );
    expect(
      thrown(() => cohortDelta(original, current, undefined, undefined, [['constructor']])),
    ).toMatch(/^#VALUE!: The measure is not known/);
  });

  it('reads whole columns below their headings', () => {
    const [was, now, group] = [
      wholeColumn('Title', 'Was', 10, 20),
      wholeColumn('', 'Now', 11, 22),
      wholeColumn('', 'Cohort', 'A', 'A'),
    ];
    expect(cohortDelta(was, now, group, [['A']], [['count']])).toEqual([[2]]);
  });

  it('sums a hundred thousand rows', () => {
    const rows = Array.from({ length: 100_000 }, (_, row) => [row % 2 ? 0.1 : 0.2]);
    expect(cohortDelta(rows, [[0]], undefined, undefined, [['original']]).at(-1)).toEqual([
      'Total',
      15_000,
    ]);
  });
});

describe('the help page', () => {
  const functions = [...source.matchAll(/@customfunction (\w+)/g)].map((match) => match[1]!);

  it.each(functions)('has a place for %s, which its help address points at', (name) => {
    const anchor = name.toLowerCase();
    expect(help.match(new RegExp(`id="${anchor}"`, 'g'))).toHaveLength(1);
    expect(source).toContain(`@helpurl https://localhost:3000/help/functions.html#${anchor}\n`);
  });

  it('describes no function that there is not', () => {
    const sections = [...help.matchAll(/<section id="(\w+)"/g)].map((match) => match[1]!);
    expect(sections.sort()).toEqual(functions.map((name) => name.toLowerCase()).sort());
  });

  it.each([...reasons])('names the reason %p', (reason) => {
    expect(help.replace(/\s+/g, ' ')).toContain(reason);
  });

  it('runs no script and asks nothing of other sites', () => {
    expect(help).not.toMatch(/<script|https?:|style=|<style/);
  });
});
