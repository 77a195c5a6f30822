import type { PeopleGroup } from '../domain/disclosure/peopleGroup';
import { DEAREST, type HighCostYear } from '../domain/highCost';
import { NO_COMMENTARY } from './commentary';
import { highCostOf, type HighCost } from './highCostSource';
import type { ListReport, MadeReport } from './listReport';
import { youngPeople } from './notes';
import { stating, type PlanNote } from './planNote';
import { toPublish, unsigned, type Publication } from './publication';
import type { ReportInput } from './report';
import {
  costMeasure,
  growthHeading,
  growthNote,
  inYear,
  shortPounds,
  yearCostNotes,
  yearHeading,
} from './yearCosts';

/** How many placements are high-cost ones, and what the ten dearest come to, by year (paper 004). */
export const highCostReport: ListReport = {
  id: 'high-cost',
  sheet: 'High-cost placements by year',
  name: 'High-cost placements by year',
  needs: 'a list of weekly costs by financial year, or the tracker',
  make,
};

function make(input: ReportInput): MadeReport | undefined {
  const found = highCostOf(input);
  if (!found) return undefined;
  const { counted, years } = found;
  const over = `over ${shortPounds(input.terms.highCost)} a week`;
  return {
    problems: counted?.problems ?? [],
    plan: {
      id: highCostReport.id,
      sheet: highCostReport.sheet,
      title: 'High-cost placements by year',
      ...toPublish({
        notes: [
          ...yearCostNotes(input, counted, `most ${over} in its last year`),
          ...methodNotes(input, found),
        ],
        people: peopleOf(found),
      }),
      commentary: NO_COMMENTARY,
      table: {
        name: 'HighCostByYear',
        columns: [
          { key: 'year', heading: yearHeading(counted), format: 'text' },
          { key: 'over', heading: `Young people ${over}`, format: 'count' },
          { key: 'dearest', heading: 'Ten dearest: young people', format: 'count' },
          { key: 'total', heading: 'Ten dearest: weekly cost', format: 'money' },
          { key: 'average', heading: 'Ten dearest: average weekly cost', format: 'money' },
          { key: 'growth', heading: growthHeading(counted), format: 'percent' },
        ],
        rows: years.map((each) => [
          each.year,
          each.over,
          each.dearest.length,
          each.total,
          each.average,
          each.growth ?? null,
        ]),
      },
      total: false,
    },
  };
}

function methodNotes({ terms }: ReportInput, { counted, years }: HighCost): PlanNote[] {
  const threshold = shortPounds(terms.highCost);
  return [
    `Over the threshold is a weekly cost of more than ${threshold}; one of just ${threshold} is not over it.`,
    'The ten dearest are those of each year on its own: they need not be the same young people.',
    'Growth is that of what the ten dearest come to, from unrounded amounts; empty where there is none.',
    growthNote(counted),
    ...fewerNotes(years),
  ];
}

/** Those over the threshold, and the ten dearest; growth is of two years' ten. */
function peopleOf({ counted, years }: HighCost): Publication['people'] {
  const dearest = ({ year, dearest: ten, total }: HighCostYear): PeopleGroup => ({
    ...inYear(counted, year, 'the ten dearest'),
    members: ten.map(({ key }) => key),
    people: ten.length,
    amounts: { [costMeasure(counted, year)]: unsigned(total) },
    // That there are ten of them says nothing of anybody.
    ...(ten.length === DEAREST && { fewest: DEAREST }),
  });
  return (row, key) => {
    const one = years[row]!;
    if (key === 'over') {
      const over = inYear(counted, one.year, 'those over the threshold');
      return [{ ...over, members: one.overKeys, people: one.over }];
    }
    const before = years[row - 1];
    return key === 'growth' && before ? [dearest(before), dearest(one)] : [dearest(one)];
  };
}

/** Which years have fewer than ten: what they come to is not of ten. */
export const fewerNotes = (years: readonly HighCostYear[]): PlanNote[] =>
  years.flatMap(({ year, dearest }, place) =>
    dearest.length >= DEAREST
      ? []
      : [
          stating(
            [place],
            `${year}: only ${youngPeople(dearest.length)} ${dearest.length === 1 ? 'has' : 'have'} a weekly cost, fewer than ten; the dearest are all of them.`,
          ),
        ],
  );
