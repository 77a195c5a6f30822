import type { PeopleGroup } from '../domain/disclosure/peopleGroup';
import { EVERYONE, NO_COHORT, perCohort, TOTAL, type CohortRow } from '../domain/cohort';
import { isCounted } from '../domain/ledger';
import { plainly } from '../domain/typed';
import {
  average,
  count,
  EVERYBODY,
  everybodyCheck,
  inCohort,
  live,
  rowsOf,
  settled,
  sum,
  whereAny,
  yearly,
  type LedgerPart,
} from './ledgerFormula';
import { averageOf, aYearOf, CURRENT, DIFFERENCE, ORIGINAL, PEOPLE } from './measure';
import { NO_COMMENTARY } from './commentary';
import { signNote, sourceNotes, weeksLabel, yearNote } from './notes';
import type { PlanColumn, RowBehind, SheetPlan } from './plan';
import { ALL, inTracker, ofRows, signed, toPublish, unsigned } from './publication';
import type { ReportInput } from './report';
import { thisRow } from './structuredReference';

const NAME = 'PlacementCohorts';

const columns = (input: ReportInput): PlanColumn[] => [
  { key: 'cohort', heading: 'Cohort', format: 'text', wraps: 40 },
  { key: 'youngPeople', heading: 'Young people', format: 'count' },
  { key: 'original', heading: 'Original weekly cost', format: 'money' },
  { key: 'current', heading: 'Current weekly cost', format: 'money' },
  { key: 'difference', heading: 'Difference a week', format: 'change' },
  { key: 'average', heading: 'Average difference per young person', format: 'change' },
  { key: 'annual', heading: `Difference a year (${weeksLabel(input.basis)})`, format: 'change' },
];

/** Young people and weekly cost by cohort, before and now, with the difference a year (paper 000). */
export function cohortsReport(input: ReportInput): SheetPlan {
  const parts = cohortParts(
    input.cohorts.map(({ cohort }) => cohort),
    input,
  );
  const total = input.cohorts[input.cohorts.length - 1]?.cohort === TOTAL;
  return {
    id: 'cohorts',
    sheet: 'Cohorts',
    title: 'Weekly placement cost by cohort',
    ...toPublish({
      notes: [...sourceNotes(input), signNote(input.signs), yearNote(input.basis)],
      people: ofRows(input.cohorts.map((row, place) => peopleIn(row, behindRow(input, place)))),
    }),
    commentary: NO_COMMENTARY,
    check: everybodyCheck(NAME),
    table: {
      name: NAME,
      columns: columns(input),
      ...rowsOf(input.cohorts.map((row, place) => cells(row, parts[place]!, input))),
    },
    total,
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

const peopleIn = (
  { cohort, original, current, difference }: CohortRow,
  { entries }: RowBehind,
): PeopleGroup =>
  inTracker(ofCohort(cohort), entries, {
    original: unsigned(original),
    current: unsigned(current),
    change: signed(difference),
  });

/** What tells the young people of a row by cohort from others: the total is all of them. */
export const ofCohort = (cohort: string): string =>
  cohort === TOTAL || cohort === EVERYONE ? ALL : 'cohort';

const here = (heading: string): string => thisRow(NAME, heading);

const cells = (row: CohortRow, part: LedgerPart, { basis }: ReportInput) => [
  row.cohort,
  live(row.youngPeople, count(part)),
  live(row.original, sum('original', part)),
  live(row.current, sum('current', part)),
  live(row.difference, settled(sum('change', part))),
  live(row.average, whereAny(here('Young people'), settled(average(part)))),
  live(row.annual, yearly(here('Difference a week'), basis)),
];

/**
 * The young people in the ledger of each row of a table by cohort, the total last. The ledger's cells
 * hold the cohort as the tracker has it.
 */
export function cohortParts(names: readonly string[], { ledger }: ReportInput): LedgerPart[] {
  const typed = new Set(ledger.filter(isCounted).map(({ cohort }) => plainly(cohort)));
  return names.map((name, place) => {
    const isTotal = name === TOTAL && place === names.length - 1;
    if (isTotal || (name === EVERYONE && names.length === 2)) return EVERYBODY;
    if (name === NO_COHORT) return inCohort('');
    // 'Total (cohort)' is what byCohort makes of a cohort called 'Total'.
    return inCohort(typed.has(plainly(name)) ? name : name.replace(/ \(cohort\)$/, ''));
  });
}
