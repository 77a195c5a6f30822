import type { SheetPlan } from '../../src/reports/plan';
import { inPlaces, ofRows, toPublish, unsigned } from '../../src/reports/publication';
import { hiddenQuoted } from '../../src/reports/hiddenQuoted';
import { publish } from '../../src/reports/publish';

const front = { title: 'Title', lines: [], about: [] };

/** A table of leavers by route with this commentary; the routes of 3 and 4 are hidden. */
const plan = (text: string): SheetPlan => {
  const rows = [
    ['Adoption', 3, 5234.5],
    ['Kinship', 4, 8000],
    ['Return home', 20, 31000],
  ] as const;
  return {
    id: 'leavers',
    sheet: 'Leavers',
    title: 'Leavers',
    ...toPublish({
      notes: [],
      people: ofRows(
        rows.map(([route, people, cost]) => ({
          ...inPlaces('leavers', 'route', [[route]], people),
          amounts: { cost: unsigned(cost) },
        })),
      ),
    }),
    commentary: { label: 'Commentary', text },
    table: {
      name: 'Leavers',
      columns: [
        { key: 'route', heading: 'Route', format: 'text' },
        { key: 'people', heading: 'Young people', format: 'count' },
        { key: 'cost', heading: 'Cost', format: 'money' },
      ],
      rows: rows.map((row) => [...row]),
    },
    total: false,
  };
};

const quotedIn = (text: string): string[] => {
  const plans = [plan(text)];
  const { hidden } = publish(plans, front, { threshold: 5, signs: 'minus' });
  return hiddenQuoted(plans, hidden).map((quote) => quote.text);
};

describe('commentary that quotes a hidden figure', () => {
  it.each([
    ['3 young people were adopted.', '3'],
    ['Three young people were adopted.', 'Three'],
    ['Adoption saved £5,234.50 a week.', '£5,234.50'],
    ['Adoption saved about £5.2k a week.', '£5.2k'],
    ['It came to £8 thousand.', '£8 thousand'],
    ['Four went to kin; 20 went home.', 'Four'],
  ])('is found in ‘%s’', (text, found) => {
    expect(quotedIn(text)).toEqual([found]);
  });

  it.each([
    '20 young people went home at £31,000 a week.',
    'Since 3 December 2024 and 4/12/2024, in Cohort 3 and period 4, for 3 weeks and 4 years.',
    'Costs rose by 3% and then by 4 per cent.',
    'One of them is for the panel.',
    'See note 3 and table 4.',
  ])('is not found in ‘%s’', (text) => {
    expect(quotedIn(text)).toEqual([]);
  });
});
