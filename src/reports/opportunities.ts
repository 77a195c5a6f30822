import type { PeopleGroup } from '../domain/disclosure/peopleGroup';
import { perOpportunity, type OpportunityRow } from '../domain/cohort';
import { isCounted, type CountedEntry } from '../domain/ledger';
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
import { inTracker, ofRows, signed, toPublish } from './publication';
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
      people: ofRows(opportunities.map((row, place) => peopleWith(row, entriesOf(input, place)))),
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
        entries: entriesOf(input, place),
        who: opportunities[place]
          ? `with ‘${opportunities[place].opportunity}’`
          : 'with an identified opportunity',
      }),
      measures: { youngPeople: PEOPLE, difference: DIFFERENCE, average: averageOf(DIFFERENCE) },
    },
  };
}

const entriesOf = ({ ledger }: ReportInput, place: number): CountedEntry[] =>
  perOpportunity(ledger.filter(isCounted))[place]?.rows ?? [];

const peopleWith = (
  { difference }: OpportunityRow,
  entries: readonly CountedEntry[],
): PeopleGroup => inTracker('opportunity', entries, { change: signed(difference) });
