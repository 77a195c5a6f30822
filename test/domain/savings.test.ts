import fc from 'fast-check';
import { amountUnit } from '../../src/domain/amountUnit';
import { savingKindOf } from '../../src/domain/savingKind';
import { savingsProgramme, type ListedSaving } from '../../src/domain/savings';
import { savingStatusOf } from '../../src/domain/savingStatus';
import { yearIn } from '../../src/domain/yearIn';

const TERMS = { asAt: '2024-12-03', kindHeading: 'Kind' };
const AT: ListedSaving['at'] = {
  year: 'S!C2',
  target: 'S!D2',
  kind: 'S!B2',
  delivered: 'S!E2',
  forecast: 'S!F2',
  status: 'S!G2',
};

const pounds = fc.integer({ min: 0, max: 1_000_000_000 }).map((pence) => pence / 100);
const saving: fc.Arbitrary<ListedSaving> = fc.record({
  at: fc.constant(AT),
  scheme: fc.constant('Homes'),
  kind: fc.constantFrom('Cashable', 'cost avoidance', 'Income', undefined),
  year: fc.constantFrom('2023/24', '2024/25', '2026/27'),
  target: pounds,
  delivered: fc.option(pounds, { nil: undefined }),
  forecast: fc.option(pounds, { nil: undefined }),
  status: fc.constantFrom('On track', 'green', 'Paused', 'PAUSED', undefined),
}) as fc.Arbitrary<ListedSaving>;
const savings = fc.array(saving, { maxLength: 30 });

describe('a savings programme', () => {
  it('has every saving once among the years, once among the groups', () => {
    fc.assert(
      fc.property(savings, (listed) => {
        const { years, groups, total, totalByKind } = savingsProgramme(listed, TERMS);
        const pence = (amount: number): number => Math.round(amount * 100);
        for (const parts of [
          years.map(({ all }) => all),
          groups.map(({ figures }) => figures),
          totalByKind,
        ]) {
          const of = (key: 'savings' | 'target'): number =>
            parts.reduce((sum, figures) => sum + pence(figures[key]), 0);
          expect(of('savings')).toBe(pence(listed.length));
          expect(of('target')).toBe(pence(total.target));
        }
      }),
    );
  });

  it('gives no figure that rests on an amount that is missing, and every other', () => {
    fc.assert(
      fc.property(savings, (listed) => {
        const { total } = savingsProgramme(listed, TERMS);
        const lacks = listed.some(({ forecast }) => forecast === undefined);
        expect(total.forecast === undefined).toBe(lacks);
        expect(total.gap === undefined).toBe(lacks);
        if (!lacks) expect(total.gap).toBeCloseTo(total.target - total.forecast!, 4);
        const owes = listed.some(
          ({ delivered, year }) => delivered === undefined && year !== '2026/27',
        );
        expect(total.delivered === undefined).toBe(owes);
        expect(total.share === undefined).toBe(owes || total.target === 0);
      }),
    );
  });

  it('is the same, signs apart, of a list that shows savings with a minus', () => {
    fc.assert(
      fc.property(savings, (listed) => {
        const minus = (amount: number | undefined) => (amount === undefined ? undefined : -amount);
        const turned = listed.map((each) => ({
          ...each,
          target: -each.target,
          forecast: minus(each.forecast),
          delivered: minus(each.delivered),
        }));
        const one = savingsProgramme(listed, TERMS);
        const other = savingsProgramme(turned, TERMS);
        expect(other.isTurned).toBe(listed.some(({ target }) => target !== 0));
        if (other.isTurned) expect(other.total.target).toBe(one.total.target);
        if (other.isTurned) expect(other.total.gap).toBe(one.total.gap);
      }),
    );
  });
});

describe('a status', () => {
  it.each([
    ['On track', ['on track', 'ON-TRACK', ' On  target ', 'ontrack', 'On schedule']],
    ['Delivered', ['Complete', 'completed', 'Fully delivered', 'Delivered in full', 'Achieved']],
    ['At risk', ['at risk', 'At-risk', 'Partly at risk', 'At risk of non-delivery']],
    ['Delayed', ['Delayed', 'slipped', 'Slippage', 'Behind schedule']],
    ['Undeliverable', ['undeliverable', 'Not deliverable', 'Cannot be delivered', 'Unachievable']],
    ['Green', ['G', 'green', 'Green - on track', 'RAG: Green', 'GREEN (on target)']],
    ['Amber', ['a', 'Amber']],
    ['Red', ['R', 'red', 'Red: at risk']],
    ['Blue', ['B', 'Blue', 'BRAG status: blue']],
  ])('is %s in many spellings', (status, spellings) => {
    expect(spellings.map(savingStatusOf)).toEqual(spellings.map(() => status));
  });

  it.each([
    'Not delivered',
    'Partially delivered',
    'Not on track',
    'Off track',
    'Paused',
    'Amber/Red',
    'Not green',
    'Greenfield',
    'Yellow',
    'No risk',
    '',
  ])('is not known from %p', (text) => {
    expect(savingStatusOf(text)).toBeUndefined();
  });
});

describe('a kind of saving', () => {
  it.each([
    ['Cashable', ['cashable', 'Cash-releasing', 'Cashable saving', 'Cashable (recurring)']],
    ['Cost avoidance', ['cost avoidance', 'Cost-avoidance', 'Avoided cost', 'avoidance']],
    ['Non-cashable', ['non-cashable', 'Non cashable', 'Not cashable']],
    [undefined, ['Income', 'Cashable / cost avoidance', 'Yes']],
  ])('is %s in many spellings', (kind, spellings) => {
    expect(spellings.map((text) => savingKindOf(text))).toEqual(spellings.map(() => kind));
  });

  it('may answer its heading', () => {
    expect(['Yes', 'n'].map((text) => savingKindOf(text, 'Cashable (Y/N)'))).toEqual([
      'Cashable',
      'Non-cashable',
    ]);
    expect(savingKindOf('No', 'Cashable or avoidance')).toBeUndefined();
  });
});

describe('a heading', () => {
  it.each([
    ['Target (£000)', 1000],
    ["£'000", 1000],
    ['£’000', 1000],
    ['000s', 1000],
    ['Target £k', 1000],
    ['Target £m', 1_000_000],
    ['£ millions', 1_000_000],
    ['Target', 1],
    ['Target 2000', 1],
    ['£ monthly', 1],
  ])('%s is of amounts in %p pounds', (heading, unit) => {
    expect(amountUnit(heading)).toBe(unit);
  });

  it.each([
    ['Target 2024/25', '2024/25'],
    ['FY 24/25 £000', '2024/25'],
    ['target 2024 25', '2024/25'],
    ['2024–25 forecast', '2024/25'],
    ['2024/2025', '2024/25'],
    ['Target 2024/26', undefined],
    ['Target', undefined],
    ['£000 2024/25', '2024/25'],
  ])('%s names the year %p', (heading, year) => {
    expect(yearIn(heading)).toBe(year);
  });
});
