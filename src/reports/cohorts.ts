import { TOTAL } from '../domain/cohort';
import { basisName } from '../domain/calendar';
import { signNote, sourceNotes } from './notes';
import type { SheetPlan } from './plan';
import type { ReportInput } from './report';

/** Young people and weekly cost by cohort, before and now, with the difference a year (paper 000). */
export function cohortsReport(input: ReportInput): SheetPlan {
  const basis = basisName(input.basis);
  return {
    id: 'cohorts',
    sheet: 'Cohorts',
    title: 'Weekly placement cost by cohort',
    publishable: true,
    notes: [...sourceNotes(input), signNote(input.signs), yearNote(basis)],
    table: {
      name: 'PlacementCohorts',
      columns: [
        { key: 'cohort', heading: 'Cohort', format: 'text' },
        { key: 'youngPeople', heading: 'Young people', format: 'count' },
        { key: 'original', heading: 'Original weekly cost', format: 'money' },
        { key: 'current', heading: 'Current weekly cost', format: 'money' },
        { key: 'difference', heading: 'Difference a week', format: 'change' },
        { key: 'average', heading: 'Average difference per young person', format: 'change' },
        { key: 'annual', heading: `Difference a year (${basisLabel(basis)})`, format: 'change' },
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
  };
}

const isYear = (basis: string): boolean => /^\d{4}\//.test(basis);

const basisLabel = (basis: string): string => (isYear(basis) ? basis : `x ${basis}`);

const yearNote = (basis: string): string =>
  isYear(basis)
    ? `A year is the weekly difference for the days of ${basis}, by sevenths of a week.`
    : `A year is the weekly difference times ${basis}.`;
