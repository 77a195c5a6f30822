import { EVERYONE, NO_COHORT, perCohort, TOTAL } from '../domain/cohort';
import { isCounted } from '../domain/ledger';
import { averageOf, aYearOf, CURRENT, DIFFERENCE, ORIGINAL, PEOPLE } from './measure';
import { NO_COMMENTARY } from './commentary';
import { signNote, sourceNotes, weeksLabel, yearNote } from './notes';
import type { RowBehind, SheetPlan } from './plan';
import type { ReportInput } from './report';

/** Young people and weekly cost by cohort, before and now, with the difference a year (paper 000). */
export function cohortsReport(input: ReportInput): SheetPlan {
  return {
    id: 'cohorts',
    sheet: 'Cohorts',
    title: 'Weekly placement cost by cohort',
    publishable: true,
    notes: [...sourceNotes(input), signNote(input.signs), yearNote(input.basis)],
    commentary: NO_COMMENTARY,
    table: {
      name: 'PlacementCohorts',
      columns: [
        { key: 'cohort', heading: 'Cohort', format: 'text' },
        { key: 'youngPeople', heading: 'Young people', format: 'count' },
        { key: 'original', heading: 'Original weekly cost', format: 'money' },
        { key: 'current', heading: 'Current weekly cost', format: 'money' },
        { key: 'difference', heading: 'Difference a week', format: 'change' },
        { key: 'average', heading: 'Average difference per young person', format: 'change' },
        {
          key: 'annual',
          heading: `Difference a year (${weeksLabel(input.basis)})`,
          format: 'change',
        },
      ],
      rows: input.cohorts.map((row) => [
        row.cohort,
        row.youngPeople,
        row.original,
        row.current,
        row.difference,
        row.average,
        row.annual,
      ]),
    },
    total: input.cohorts[input.cohorts.length - 1]?.cohort === TOTAL,
    behind: {
      named: ['cohort'],
      row: (place) => behindRow(input, place),
      measures: {
        youngPeople: PEOPLE,
        original: ORIGINAL,
        current: CURRENT,
        difference: DIFFERENCE,
        average: averageOf(DIFFERENCE),
        annual: aYearOf(DIFFERENCE, input.basis),
      },
    },
  };
}

function behindRow({ cohorts, ledger }: ReportInput, place: number): RowBehind {
  const counted = ledger.filter(isCounted);
  const name = cohorts[place]?.cohort;
  if (name === TOTAL || name === EVERYONE) return { entries: counted, who: 'in the tracker' };
  return {
    entries: perCohort(counted)[place]?.rows ?? [],
    who: name === NO_COHORT ? 'without a cohort' : `in ‘${name}’`,
  };
}
