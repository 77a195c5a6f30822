import type { PeopleGroup } from '../domain/disclosure/peopleGroup';
import { daysInFinancialYear, financialYearBounds, financialYearOf } from '../domain/calendar';
import { EVERYONE, NO_COHORT, perCohort, TOTAL } from '../domain/cohort';
import {
  changedBeforeYear,
  datedIn,
  inYearByCohort,
  inYearByReason,
  type InYearEffect,
  type InYearReason,
} from '../domain/inYear';
import { isCounted, type CountedEntry } from '../domain/ledger';
import { displayName } from '../domain/reason';
import { cohortParts, ofCohort } from './cohorts';
import { NO_COMMENTARY } from './commentary';
import { displayCell } from './display';
import {
  count,
  DATED,
  EVERYBODY,
  everybodyCheck,
  forReason,
  live,
  rowsOf,
  settled,
  sum,
  yearly,
  type LedgerPart,
} from './ledgerFormula';
import { reviewNote, signNote, sourceNotes, weeksLabel, yearNote, youngPeople } from './notes';
import { longDate } from './longDate';
import { aYearOf, DIFFERENCE, inTheYear, PEOPLE, type Measure } from './measure';
import type { RowBehind, SheetPlan } from './plan';
import { inWorkbook, type PlanNote } from './planNote';
import { ALL, changeFor, inTracker, signed, toPublish, type Publication } from './publication';
import type { ReportInput } from './report';
import { thisRow } from './structuredReference';

/** What of the change in cost falls in the financial year, beside a full one, by cohort. */
export function inYearCohortsReport(input: ReportInput): SheetPlan {
  const rows = inYearByCohort(input.ledger.filter(isCounted), input).map((row) => ({
    ...row,
    label: row.cohort,
  }));
  return inYearPlan(input, {
    id: 'in-year-cohorts',
    sheet: 'In-year by cohort',
    title: 'In-year and full-year difference in placement cost by cohort',
    table: 'InYearCohorts',
    heading: 'Cohort',
    rows: rows.map((row) => ({ ...row, by: ofCohort(row.cohort) })),
    parts: cohortParts(
      rows.map(({ label }) => label),
      input,
    ),
    of: (counted, place) => perCohort(counted)[place]?.rows ?? [],
    who: (label) => (label === NO_COHORT ? 'without a cohort' : `in ‘${label}’`),
    notes: [],
  });
}

/** The same by the reason that the cost changed. */
export function inYearReasonsReport(input: ReportInput): SheetPlan {
  const rows = inYearByReason(input.ledger.filter(isCounted), input);
  return inYearPlan(input, {
    id: 'in-year-reasons',
    sheet: 'In-year by reason',
    title: 'In-year and full-year difference in placement cost by reason',
    isRanked: true,
    table: 'InYearReasons',
    heading: 'Reason',
    rows: rows.map((row) => ({
      ...row,
      label: row.reason === TOTAL ? TOTAL : displayName(row.reason),
      by: row.reason === TOTAL ? ALL : 'reason',
    })),
    parts: rows.map(({ reason }) => (reason === TOTAL ? EVERYBODY : forReason(reason))),
    of: (counted, _, label) => counted.filter(({ reason }) => displayName(reason) === label),
    who: (label) => `for the reason ‘${label}’`,
    notes: [reviewNote(input)],
  });
}

/** What tells the plan by cohort from that by reason. */
interface Grouping {
  id: string;
  sheet: string;
  title: string;
  table: string;
  heading: string;
  /** The total last. */
  rows: readonly (InYearEffect & Partial<InYearReason> & { label: string; by: string })[];
  /** The same in the ledger. */
  parts: readonly LedgerPart[];
  /** The young people of a row, by its place and its label. */
  of: (counted: readonly CountedEntry[], place: number, label: string) => CountedEntry[];
  /** Completes "57 young people …". */
  who: (label: string) => string;
  notes: PlanNote[];
  /** True where the rows are in the order of their size. */
  isRanked?: boolean;
}

function inYearPlan(input: ReportInput, grouping: Grouping): SheetPlan {
  const { rows, heading, parts } = grouping;
  const weeks = weeksLabel(input.basis);
  return {
    id: grouping.id,
    sheet: grouping.sheet,
    title: grouping.title,
    ...toPublish({
      notes: [
        ...sourceNotes(input),
        signNote(input.signs),
        ...yearNotes(input),
        ...undatedNotes(rows[rows.length - 1]!, input),
        yearNote(input.basis),
        ...grouping.notes,
      ],
      people: peopleOf(input, grouping),
      ...(grouping.isRanked && { ranked: { within: 0 } }),
    }),
    commentary: NO_COMMENTARY,
    check: everybodyCheck(grouping.table),
    table: {
      name: grouping.table,
      columns: [
        { key: 'label', heading, format: 'text' },
        { key: 'youngPeople', heading: 'Young people', format: 'count' },
        { key: 'undated', heading: 'Without a date', format: 'count', ofSome: true },
        { key: 'weekly', heading: 'Difference a week', format: 'change' },
        {
          key: 'inYear',
          heading: `Difference in ${yearOf(input)}`,
          format: 'change',
          ofSome: true,
        },
        {
          key: 'datedFullYear',
          heading: `Full year of those with a date (${weeks})`,
          format: 'change',
          ofSome: true,
        },
        { key: 'fullYear', heading: `Full year of all (${weeks})`, format: 'change' },
      ],
      ...rowsOf(rows.map((row, place) => cells(row, parts[place]!, grouping.table, input))),
    },
    total: true,
    behind: {
      named: ['label'],
      row: (place) => behindRow(input, grouping, place),
      measures: {
        youngPeople: PEOPLE,
        undated: withoutDate(input),
        weekly: DIFFERENCE,
        inYear: inTheYear(input.asAt),
        datedFullYear: ofDated(input),
        fullYear: aYearOf(DIFFERENCE, input.basis),
      },
    },
  };
}

function cells(
  row: Grouping['rows'][number],
  part: LedgerPart,
  table: string,
  { basis }: ReportInput,
) {
  const here = (heading: string): string => thisRow(table, heading);
  const dated = [...part, ...DATED];
  return [
    row.label,
    live(row.youngPeople, count(part)),
    live(row.undated, `${here('Young people')}-${count(dated)}`),
    live(row.weekly, settled(sum('change', part))),
    live(row.inYear, settled(sum('inYear', part))),
    live(row.datedFullYear, yearly(settled(sum('change', dated)), basis)),
    live(row.fullYear, yearly(here('Difference a week'), basis)),
  ];
}

/** Those with a date and those without are told apart, for some columns are of one of the two alone. */
function peopleOf(input: ReportInput, grouping: Grouping): Publication['people'] {
  const { asAt, materiality } = input;
  const groups = grouping.rows.map((row, place) => {
    const { by, reason = TOTAL, weekly, undatedWeekly, inYear } = row;
    const entries = behindRow(input, grouping, place).entries.filter(isCounted);
    const dated = datedIn(entries, asAt).map(({ entry }) => entry);
    const undated = entries.filter((entry) => !dated.includes(entry));
    const group = (name: string, some: readonly CountedEntry[], change: number): PeopleGroup =>
      inTracker(name, some, { change: changeFor(reason, change, some.length, materiality) });
    const withDate = group(`${by}, with a date or not`, dated, weekly - undatedWeekly);
    return {
      all: group(by, entries, weekly),
      undated: group(`${by}, with a date or not`, undated, undatedWeekly),
      dated: { ...withDate, amounts: { ...withDate.amounts, inYear: signed(inYear) } },
    };
  });
  return (row, key) => {
    const { all, dated, undated } = groups[row]!;
    if (key === 'undated') return [undated];
    return key === 'inYear' || key === 'datedFullYear' ? [dated] : [all];
  };
}

function behindRow({ ledger }: ReportInput, { rows, of, who }: Grouping, place: number): RowBehind {
  const counted = ledger.filter(isCounted);
  const label = rows[place]?.label ?? TOTAL;
  if (place === rows.length - 1 || label === EVERYONE) {
    return { entries: counted, who: 'in the tracker' };
  }
  return { entries: of(counted, place, label), who: who(label) };
}

const withoutDate = (input: ReportInput): Measure => ({
  of: (entries) => entries.length - datedIn(entries, input.asAt).length,
  how: ({ them }) => `It counts those of ${them} for whom no date of change can be read.`,
});

function ofDated(input: ReportInput): Measure {
  const whole = aYearOf(DIFFERENCE, input.basis);
  const dated = (entries: readonly CountedEntry[]) =>
    datedIn(entries, input.asAt).map(({ entry }) => entry);
  return {
    of: (entries) => whole.of(dated(entries)),
    how: (said) => {
      const them = `those of ${said.them} with a date of change`;
      return whole.how({ ...said, entries: dated(said.entries), them });
    },
  };
}

const yearOf = ({ asAt }: ReportInput) => financialYearOf(asAt);

/** Which days count, and from which date on. */
function yearNotes(input: ReportInput): PlanNote[] {
  const year = yearOf(input);
  const { start, end } = financialYearBounds(year);
  const before = changedBeforeYear(input.ledger.filter(isCounted), input.asAt);
  const all = `all ${daysInFinancialYear(year)} days of ${year}`;
  const earlier =
    before === 0
      ? `Nobody changed before ${longDate(start)}`
      : `${youngPeople(before)} changed before ${longDate(start)} and ${before === 1 ? 'counts' : 'count'} for ${all}`;
  const later = `a change after ${longDate(end)} counts for none.`;
  return [
    `${year} holds the weekly difference for the days from the date of change to ${longDate(end)}, both included, by sevenths of a week.`,
    inWorkbook(
      `${earlier}; ${later}`,
      `A change before ${longDate(start)} counts for ${all}; ${later}`,
    ),
    'The date is the tracker’s date of change or, where that is missing, the date that care ended.',
  ];
}

function undatedNotes({ undated, undatedWeekly }: InYearEffect, input: ReportInput): PlanNote[] {
  if (undated === 0) {
    return [
      'Everybody has a date of change.',
      'The full year of all is that of those with a date.',
    ];
  }
  const amount = displayCell(undatedWeekly, 'change', input.signs);
  const where = `in the difference a week and in the full year of all, and not in ${yearOf(input)}.`;
  return [
    inWorkbook(
      `${youngPeople(undated)} without a date that can be read ${undated === 1 ? 'stands' : 'stand'} for ${amount} a week.`,
    ),
    inWorkbook(`That is ${where}`, `What changed on no date that can be read is ${where}`),
  ];
}
