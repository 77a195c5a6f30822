import { daysInFinancialYear, financialYearBounds, financialYearOf } from '../domain/calendar';
import { TOTAL } from '../domain/cohort';
import {
  changedBeforeYear,
  inYearByCohort,
  inYearByReason,
  type InYearEffect,
} from '../domain/inYear';
import { isCounted } from '../domain/ledger';
import { displayName } from '../domain/reason';
import { NO_COMMENTARY } from './commentary';
import { displayCell } from './display';
import { reviewNote, signNote, sourceNotes, weeksLabel, yearNote, youngPeople } from './notes';
import { longDate } from './longDate';
import type { SheetPlan } from './plan';
import type { ReportInput } from './report';

/** What of the change in cost falls in the financial year, beside a full one, by cohort. */
export const inYearCohortsReport = (input: ReportInput): SheetPlan =>
  inYearPlan(input, {
    id: 'in-year-cohorts',
    sheet: 'In-year by cohort',
    title: 'In-year and full-year difference in placement cost by cohort',
    table: 'InYearCohorts',
    heading: 'Cohort',
    rows: inYearByCohort(input.ledger.filter(isCounted), input).map((row) => ({
      ...row,
      label: row.cohort,
    })),
    notes: [],
  });

/** The same by the reason that the cost changed. */
export const inYearReasonsReport = (input: ReportInput): SheetPlan =>
  inYearPlan(input, {
    id: 'in-year-reasons',
    sheet: 'In-year by reason',
    title: 'In-year and full-year difference in placement cost by reason',
    table: 'InYearReasons',
    heading: 'Reason',
    rows: inYearByReason(input.ledger.filter(isCounted), input).map((row) => ({
      ...row,
      label: row.reason === TOTAL ? TOTAL : displayName(row.reason),
    })),
    notes: [reviewNote(input)],
  });

/** What tells the plan by cohort from that by reason. */
interface Grouping {
  id: string;
  sheet: string;
  title: string;
  table: string;
  heading: string;
  /** The total last. */
  rows: readonly (InYearEffect & { label: string })[];
  notes: string[];
}

function inYearPlan(input: ReportInput, grouping: Grouping): SheetPlan {
  const { rows, heading } = grouping;
  const weeks = weeksLabel(input.basis);
  return {
    id: grouping.id,
    sheet: grouping.sheet,
    title: grouping.title,
    publishable: true,
    notes: [
      ...sourceNotes(input),
      signNote(input.signs),
      ...yearNotes(input),
      undatedNote(rows[rows.length - 1]!, input),
      yearNote(input.basis),
      ...grouping.notes,
    ],
    commentary: NO_COMMENTARY,
    table: {
      name: grouping.table,
      columns: [
        { key: 'label', heading, format: 'text' },
        { key: 'youngPeople', heading: 'Young people', format: 'count' },
        { key: 'undated', heading: 'Without a date', format: 'count' },
        { key: 'weekly', heading: 'Difference a week', format: 'change' },
        { key: 'inYear', heading: `Difference in ${yearOf(input)}`, format: 'change' },
        {
          key: 'datedFullYear',
          heading: `Full year of those with a date (${weeks})`,
          format: 'change',
        },
        { key: 'fullYear', heading: `Full year of all (${weeks})`, format: 'change' },
      ],
      rows: rows.map((row) => [
        row.label,
        row.youngPeople,
        row.undated,
        row.weekly,
        row.inYear,
        row.datedFullYear,
        row.fullYear,
      ]),
    },
    total: true,
  };
}

const yearOf = ({ asAt }: ReportInput) => financialYearOf(asAt);

/** Which days count, and from which date on. */
function yearNotes(input: ReportInput): string[] {
  const year = yearOf(input);
  const { start, end } = financialYearBounds(year);
  const before = changedBeforeYear(input.ledger.filter(isCounted), input.asAt);
  const all = `all ${daysInFinancialYear(year)} days of ${year}`;
  const earlier =
    before === 0
      ? `Nobody changed before ${longDate(start)}`
      : `${youngPeople(before)} changed before ${longDate(start)} and ${before === 1 ? 'counts' : 'count'} for ${all}`;
  return [
    `${year} holds the weekly difference for the days from the date of change to ${longDate(end)}, both included, by sevenths of a week.`,
    `${earlier}; a change after ${longDate(end)} counts for none.`,
    'The date is the tracker’s date of change or, where that is missing, the date that care ended.',
  ];
}

function undatedNote({ undated, undatedWeekly }: InYearEffect, input: ReportInput): string {
  if (undated === 0) return 'Everybody has a date of change.';
  const amount = displayCell(undatedWeekly, 'change', input.signs);
  return `${youngPeople(undated)} without a date that can be read ${undated === 1 ? 'stands' : 'stand'} for ${amount} a week: that is in the difference a week and in the full year of all, and not in ${yearOf(input)}.`;
}
