import type { PeopleGroup } from '../domain/disclosure/peopleGroup';
import { perOpportunity } from '../domain/cohort';
import { isCounted } from '../domain/ledger';
import { roundPence, sum } from '../domain/money';
import { displayName } from '../domain/reason';
import type { OutcomeRow } from '../domain/reasonTable';
import { DIFFERENCE, PEOPLE } from './measure';
import { NO_COMMENTARY } from './commentary';
import {
  count,
  forReason,
  inOpportunity,
  live,
  opportunityCheck,
  rowsOf,
  settled,
  sum as ledgerSum,
} from './ledgerFormula';
import { reviewNote, signNote, sourceNotes, withoutOpportunityNote } from './notes';
import type { PlanChart, RowBehind, SheetPlan } from './plan';
import { changeFor, inTracker, ofRows, toPublish } from './publication';
import { percent, pounds } from './reasonPlan';
import { inWorkbook } from './planNote';
import type { ReportInput } from './report';

const NAME = 'OpportunityOutcomes';

/** What became of each identified opportunity: the reasons that its young people's costs changed. */
export function outcomesReport(input: ReportInput): SheetPlan {
  const short = shortNames(input.outcomes.map(({ opportunity }) => opportunity));
  const outcomes = input.outcomes.map((row) => ({
    ...row,
    name: `${short.get(row.opportunity)}: ${displayName(row.reason)}`,
  }));
  const chart = chartOf(outcomes);
  return {
    id: 'outcomes',
    sheet: 'Opportunity outcomes',
    title: 'Identified opportunities and what happened',
    ...toPublish({
      notes: [
        ...sourceNotes(input),
        signNote(input.signs),
        withoutOpportunityNote(input),
        reviewNote(input),
        ...[
          chart
            ? CHART.sentence
            : 'There is no chart: no weekly cost changed under an opportunity.',
          ...largestOf(outcomes),
        ].map((note) => inWorkbook(note)),
      ],
      people: ofRows(outcomes.map((row, place) => peopleWith(row, behindRow(input, place), input))),
      ranked: { within: 1 },
      without: ['name'],
    }),
    commentary: NO_COMMENTARY,
    check: opportunityCheck(NAME),
    table: {
      name: NAME,
      columns: [
        { key: 'opportunity', heading: 'Identified opportunity', format: 'text', wraps: 36 },
        { key: 'reason', heading: 'What happened', format: 'text' },
        { key: 'youngPeople', heading: 'Young people', format: 'count' },
        { key: 'weekly', heading: 'Difference a week', format: 'change' },
        { key: 'name', heading: 'Name in the chart', format: 'text', wraps: 44 },
      ],
      ...rowsOf(
        outcomes.length === 0
          ? [['None identified', 'Nothing', 0, 0, 'None']]
          : outcomes.map((row) => {
              const part = [...inOpportunity(row.opportunity), ...forReason(row.reason)];
              return [
                row.opportunity,
                displayName(row.reason),
                live(row.youngPeople, count(part)),
                live(row.weekly, settled(ledgerSum('change', part))),
                row.name,
              ];
            }),
      ),
    },
    total: false,
    chart,
    behind: {
      named: ['opportunity', 'reason'],
      row: (place) => behindRow(input, place),
      measures: { youngPeople: PEOPLE, weekly: DIFFERENCE },
    },
  };
}

const peopleWith = (
  { reason, youngPeople, weekly }: OutcomeRow,
  { entries }: RowBehind,
  { materiality }: ReportInput,
): PeopleGroup =>
  inTracker('opportunity and reason', entries, {
    change: changeFor(reason, weekly, youngPeople, materiality),
  });

function behindRow({ outcomes, ledger }: ReportInput, place: number): RowBehind {
  const row = outcomes[place];
  if (!row) return { entries: [], who: 'with an identified opportunity' };
  const ofOpportunity = perOpportunity(ledger.filter(isCounted)).find(
    ({ opportunity }) => opportunity === row.opportunity,
  );
  return {
    entries: ofOpportunity?.rows.filter(({ reason }) => reason === row.reason) ?? [],
    who: `with ‘${row.opportunity}’ and the reason ‘${displayName(row.reason)}’`,
  };
}

/**
 * Opportunities without the words in brackets at the end, where they are told apart all the same:
 * 'Opportunity 1' for 'Opportunity 1 (Reunification)'. A chart has no room for more.
 */
function shortNames(opportunities: readonly string[]): Map<string, string> {
  const shortened = (name: string): string => name.replace(/ ?\([^()]*\)$/, '') || name;
  const full = [...new Set(opportunities)];
  const taken = (name: string): number =>
    full.filter((other) => shortened(other).toLowerCase() === name.toLowerCase()).length;
  return new Map(full.map((name) => [name, taken(shortened(name)) === 1 ? shortened(name) : name]));
}

interface Bar extends OutcomeRow {
  name: string;
}

const CHART = {
  title: 'Weekly difference by opportunity and what happened',
  sentence: 'The chart shows the weekly difference by opportunity and what happened.',
};

/** Undefined where no bar would have a length. */
const chartOf = (outcomes: readonly Bar[]): PlanChart | undefined =>
  outcomes.some(({ weekly }) => roundPence(weekly) !== 0)
    ? {
        title: CHART.title,
        sentences: [CHART.sentence, ...largestOf(outcomes)],
        labels: 'name',
        values: 'weekly',
      }
    : undefined;

/** What stands out on either side, a sentence each. */
const largestOf = (outcomes: readonly Bar[]): string[] => [
  largest(
    'saving',
    outcomes.filter(({ weekly }) => roundPence(weekly) < 0),
  ),
  largest(
    'increase',
    outcomes.filter(({ weekly }) => roundPence(weekly) > 0),
  ),
];

function largest(word: 'saving' | 'increase', bars: readonly Bar[]): string {
  const size = ({ weekly }: Bar): number => Math.abs(roundPence(weekly));
  const [most, next] = [...bars].sort((one, other) => size(other) - size(one));
  if (!most) return `There is no ${word}.`;
  const all = sum(bars.map(({ weekly }) => weekly));
  const first = `The largest ${word} is ${most.name}, ${pounds(most.weekly)} a week`;
  return next
    ? `${first} (${percent(most.weekly / all)} of the ${word}s), then ${next.name}, ${pounds(next.weekly)}.`
    : `${first}.`;
}
