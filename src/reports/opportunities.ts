import type { PeopleGroup } from '../domain/disclosure/hideSmallGroups';
import { perOpportunity, type OpportunityRow } from '../domain/cohort';
import { isCounted } from '../domain/ledger';
import { averageOf, DIFFERENCE, PEOPLE } from './measure';
import { NO_COMMENTARY } from './commentary';
import {
  average,
  count,
  inOpportunity,
  live,
  opportunityCheck,
  rowsOf,
  settled,
  sum,
  whereAny,
} from './ledgerFormula';
import { signNote, sourceNotes, withoutOpportunityNote } from './notes';
import type { SheetPlan } from './plan';
import { ofRows, signed, toPublish, TRACKER } from './publication';
import type { ReportInput } from './report';
import { thisRow } from './structuredReference';

const NAME = 'PlacementOpportunities';

/** Young people and the change in weekly cost by identified opportunity (paper 000). */
export function opportunitiesReport(input: ReportInput): SheetPlan {
  const { opportunities } = input;
  return {
    id: 'opportunities',
    sheet: 'Opportunities',
    title: 'Change in weekly placement cost by identified opportunity',
    ...toPublish({
      notes: [...sourceNotes(input), signNote(input.signs), withoutOpportunityNote(input)],
      people: ofRows(opportunities.map(peopleWith)),
    }),
    commentary: NO_COMMENTARY,
    check: opportunityCheck(NAME),
    table: {
      name: NAME,
      columns: [
        { key: 'opportunity', heading: 'Identified opportunity', format: 'text', wraps: 60 },
        { key: 'youngPeople', heading: 'Young people', format: 'count' },
        { key: 'difference', heading: 'Difference a week', format: 'change' },
        { key: 'average', heading: 'Average difference per young person', format: 'change' },
      ],
      ...rowsOf(
        opportunities.length === 0
          ? [['None identified', 0, 0, 0]]
          : opportunities.map((row) => {
              const part = inOpportunity(row.opportunity);
              return [
                row.opportunity,
                live(row.youngPeople, count(part)),
                live(row.difference, settled(sum('change', part))),
                live(row.average, whereAny(thisRow(NAME, 'Young people'), settled(average(part)))),
              ];
            }),
      ),
    },
    total: false,
    behind: {
      named: ['opportunity'],
      row: (place) => ({
        entries: perOpportunity(input.ledger.filter(isCounted))[place]?.rows ?? [],
        who: opportunities[place]
          ? `with ‘${opportunities[place].opportunity}’`
          : 'with an identified opportunity',
      }),
      measures: { youngPeople: PEOPLE, difference: DIFFERENCE, average: averageOf(DIFFERENCE) },
    },
  };
}

const peopleWith = ({ opportunity, youngPeople, difference }: OpportunityRow): PeopleGroup => ({
  population: TRACKER,
  where: ofOpportunity(opportunity),
  people: youngPeople,
  amounts: { change: signed(difference) },
});

/** Which young people of the tracker a row by opportunity is of. */
export const ofOpportunity = (opportunity: string): PeopleGroup['where'] => ({ opportunity });
