import type { PeopleGroup } from '../domain/disclosure/peopleGroup';
import { annualise } from '../domain/calendar';
import { TOTAL } from '../domain/cohort';
import { isCounted } from '../domain/ledger';
import { roundPence, sum } from '../domain/money';
import { displayName, type Reason } from '../domain/reason';
import { onSide, type ReasonRow } from '../domain/reasonTable';
import { averageOf, aYearOf, PEOPLE, type Amount } from './measure';
import { NO_COMMENTARY } from './commentary';
import { displayCell } from './display';
import { reviewNote, sourceNotes, weeksLabel, yearNote } from './notes';
import type { CellFormat, PlanChart, RowBehind, SheetPlan } from './plan';
import { castCheck, live, rowsOf, settled, whereAny, yearly } from './ledgerFormula';
import { inWorkbook, type PlanNote } from './planNote';
import { changeFor, inTracker, ofRows, toPublish } from './publication';
import type { ReportInput } from './report';
import { thisRow } from './structuredReference';

/** Formulas; the average is worked out of the other two where there is none. */
interface SideFigures {
  youngPeople: string;
  weekly: string;
  average?: string;
}

/** What tells the plan of reductions from that of increases. */
interface Side {
  id: 'reductions' | 'increases';
  sheet: string;
  title: string;
  table: string;
  /** The total last. */
  rows: readonly ReasonRow[];
  /** 'Saving', 'Increase': heads the columns of money. */
  amount: string;
  format: CellFormat;
  /** The same of the young people behind a figure. */
  measure: Amount;
  /** Completes "<reason> … the most": 'saves'. */
  verb: string;
  /** Completes "57 young people …". */
  who: string;
  /** What stands in the table where nobody does. */
  nobody: string;
  /** The figures of a reason, and of the whole side, as formulas over the ledger. */
  of: (reason: Reason) => SideFigures;
  total: SideFigures;
  notes: PlanNote[];
}

/** Young people and weekly amount by reason, with a total and a chart, the same for both sides. */
export function reasonPlan(input: ReportInput, side: Side): SheetPlan {
  const { amount, format, measure } = side;
  const chart = chartOf(side);
  const heading = `${amount} a week`;
  const here = (column: string): string => thisRow(side.table, column);
  const row = ({ reason, youngPeople, weekly, average }: ReasonRow) => {
    const figures = reason === TOTAL ? side.total : side.of(reason);
    return [
      nameOf(reason),
      live(youngPeople, figures.youngPeople),
      live(weekly, settled(figures.weekly)),
      live(
        average,
        whereAny(
          here('Young people'),
          settled(figures.average ?? `${here(heading)}/${here('Young people')}`),
        ),
      ),
      live(annualise(weekly, input.basis), yearly(here(heading), input.basis)),
    ];
  };
  const rows = side.rows.map(row);
  return {
    id: side.id,
    sheet: side.sheet,
    title: side.title,
    ...toPublish({
      notes: [
        ...sourceNotes(input),
        ...side.notes,
        reviewNote(input),
        yearNote(input.basis),
        ...(chart?.sentences ?? [`There is no chart: no reason ${side.verb} anything.`]).map(
          (note) => inWorkbook(note),
        ),
      ],
      people: ofRows(groupsOf(input, side)),
      ranked: { within: 0 },
    }),
    commentary: NO_COMMENTARY,
    check: castCheck({
      ...side.total,
      table: side.table,
      total: true,
      amount: heading,
      who: `Every young person ${side.who}`,
    }),
    table: {
      name: side.table,
      columns: [
        { key: 'reason', heading: 'Reason', format: 'text' },
        { key: 'youngPeople', heading: 'Young people', format: 'count' },
        { key: 'weekly', heading, format },
        { key: 'average', heading: `Average ${amount.toLowerCase()} per young person`, format },
        { key: 'annual', heading: `${amount} a year (${weeksLabel(input.basis)})`, format },
      ],
      ...rowsOf(rows.length > 1 ? rows : [[side.nobody, 0, 0, 0, 0], ...rows]),
    },
    total: true,
    chart,
    behind: {
      named: ['reason'],
      row: (place) => behindRow(input, side, place),
      measures: {
        youngPeople: PEOPLE,
        weekly: measure,
        average: averageOf(measure),
        annual: aYearOf(measure, input.basis),
      },
    },
  };
}

/** In the order of the table's rows; a reader knows that what is saved is above nought. */
function groupsOf(input: ReportInput, side: Side): PeopleGroup[] {
  const { id, rows } = side;
  const sign = id === 'reductions' ? -1 : 1;
  const isNeverNegative = rows.every(({ weekly }) => weekly >= 0);
  const groups = rows.map(({ reason, youngPeople, weekly }, place) => {
    // Where there is nobody, the total stands in the second row.
    const { entries } = behindRow(input, side, rows.length > 1 ? place : place + 1);
    return inTracker(reason === TOTAL ? 'side' : 'side and reason', entries, {
      change: changeFor(reason, sign * weekly, youngPeople, input.materiality),
      [id]: { value: weekly, isNeverNegative },
    });
  });
  return groups.length > 1 ? groups : [inTracker('side and reason', []), ...groups];
}

/** Where there is nobody, a line that says so stands above the total. */
function behindRow({ ledger }: ReportInput, { id, rows, who }: Side, place: number): RowBehind {
  const reason = rows[rows.length > 1 ? place : place - 1]?.reason;
  const own = onSide(ledger.filter(isCounted), id);
  if (reason === undefined || reason === TOTAL) return { entries: own, who };
  return {
    entries: own.filter((entry) => entry.reason === reason),
    who: `${who} for the reason ‘${displayName(reason)}’`,
  };
}

const nameOf = (reason: ReasonRow['reason']): string =>
  reason === TOTAL ? TOTAL : displayName(reason);

/** Undefined where no bar would have a length, or all would point the wrong way. */
function chartOf({ rows, amount, verb }: Side): PlanChart | undefined {
  const bars = rows
    .filter(({ reason, weekly }) => reason !== TOTAL && roundPence(weekly) > 0)
    .sort((one, other) => roundPence(other.weekly) - roundPence(one.weekly));
  const [most, next] = bars;
  if (!most) return undefined;
  const all = sum(bars.map(({ weekly }) => weekly));
  const title = `Weekly ${amount.toLowerCase()} by reason`;
  const largest = next
    ? `${nameOf(most.reason)} ${verb} the most, ${pounds(most.weekly)} of ${pounds(all)} a week ` +
      `(${percent(most.weekly / all)}); next is ${nameOf(next.reason)}, ${pounds(next.weekly)} (${percent(next.weekly / all)})`
    : `${nameOf(most.reason)} ${verb} all of it, ${pounds(all)} a week`;
  return { title, sentences: [`${title}: ${largest}.`], labels: 'reason', values: 'weekly' };
}

/** An amount without its sign, to the penny. */
export const pounds = (amount: number): string => displayCell(Math.abs(amount), 'money', 'minus');

export const percent = (share: number): string => displayCell(share, 'percent', 'minus');
