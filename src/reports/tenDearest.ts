import type { HighCostYear } from '../domain/highCost';
import { fewerNotes } from './highCost';
import { highCostOf } from './highCostSource';
import type { ListReport, MadeReport } from './listReport';
import { youngPeople } from './notes';
import { neverPublished } from './publication';
import type { ReportInput } from './report';
import { shortPounds, yearCostNotes, yearHeading } from './yearCosts';

/** Which placements are the ten dearest of each year, for a panel; it names young people. */
export const tenDearestReport: ListReport = {
  id: 'ten-dearest',
  sheet: 'Ten dearest placements',
  name: 'The ten dearest placements of each year',
  needs: 'a list of weekly costs by financial year, or the tracker',
  make,
};

function make(input: ReportInput): MadeReport | undefined {
  const found = highCostOf(input);
  if (!found?.years.some(({ dearest }) => dearest.length > 0)) return undefined;
  const { counted, years } = found;
  const isPlaced = years.some(({ dearest }) => dearest.some(({ placement }) => placement !== ''));
  const over = `over ${shortPounds(input.terms.highCost)} a week`;
  return {
    problems: counted?.problems ?? [],
    plan: {
      id: tenDearestReport.id,
      sheet: tenDearestReport.sheet,
      title: 'The ten dearest placements of each year',
      ...neverPublished([
        ...yearCostNotes(input, counted, `most ${over} in its last year`),
        'For a panel: rows name young people, so this sheet is never in a copy for publication.',
        'Of two placements that cost the same, the one whose reference comes first ranks first.',
        ...years.flatMap(tiedNote),
        ...fewerNotes(years),
        isPlaced
          ? 'A placement that is empty is one that the source does not give.'
          : 'There is no column of placements: the source does not give them.',
      ]),
      table: {
        name: 'TenDearestPlacements',
        columns: [
          { key: 'year', heading: yearHeading(counted), format: 'text' },
          { key: 'rank', heading: 'Rank', format: 'count' },
          { key: 'reference', heading: 'Reference', format: 'text' },
          ...(isPlaced
            ? [{ key: 'placement', heading: 'Placement', format: 'text' as const }]
            : []),
          { key: 'weeklyCost', heading: 'Weekly cost', format: 'money' },
        ],
        rows: years.flatMap(({ year, dearest }) =>
          dearest.map(({ reference, placement, weeklyCost }, at) => [
            year,
            at + 1,
            reference,
            ...(isPlaced ? [placement || null] : []),
            weeklyCost,
          ]),
        ),
      },
      total: false,
    },
  };
}

const tiedNote = ({ year, tied }: HighCostYear): string[] =>
  tied === 0
    ? []
    : [
        `${year}: ${youngPeople(tied)} more ${tied === 1 ? 'costs' : 'cost'} as much as the tenth and ${tied === 1 ? 'is' : 'are'} not listed.`,
      ];
