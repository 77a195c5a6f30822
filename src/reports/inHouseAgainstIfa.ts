import { counted } from '../domain/counted';
import { annualise } from '../domain/calendar';
import {
  inHouseAgainstIfa,
  type FosteringCost,
  type InHouseAgainstIfa,
} from '../domain/inHouseAgainstIfa';
import { snapshotAt, type Snapshot } from '../domain/snapshot';
import { NO_COMMENTARY } from './commentary';
import { displayCell } from './display';
import { grouped } from '../domain/grouped';
import type { ListReport, MadeReport } from './listReport';
import { inAYear, weeksLabel } from './notes';
import type { PlanCell } from './plan';
import { inWorkbook, stating, type PlanNote } from './planNote';
import { toPublish, type Publication } from './publication';
import type { ReportInput } from './report';
import { children, childrenOf, snapshotNotes, when } from './snapshotNotes';

/** What fostering costs in-house and with an agency, and what new families would save. */
export const inHouseAgainstIfaReport: ListReport = {
  id: 'in-house-against-ifa',
  sheet: 'In-house against IFA',
  name: 'In-house fostering against IFA',
  needs:
    'a list of children at one date, or a tracker, with the placement and the weekly cost of each, some of them in in-house or IFA fostering',
  make,
};

function make(input: ReportInput): MadeReport | undefined {
  const snapshot = snapshotAt(input.lists, input.asAt);
  if (!snapshot) return undefined;
  const { basis, terms } = input;
  const result = inHouseAgainstIfa(snapshot.children, basis, terms.newFamilies);
  const { inHouse, ifa, gap } = result;
  if (inHouse.children + ifa.children === 0) return undefined;
  const costs = (
    label: string,
    { children: count, weekly, average }: FosteringCost,
  ): PlanCell[] => [
    label,
    count,
    weekly,
    average ?? null,
    average === undefined ? null : annualise(average, basis),
    annualise(weekly, basis),
  ];
  return {
    problems: [],
    plan: {
      id: inHouseAgainstIfaReport.id,
      sheet: inHouseAgainstIfaReport.sheet,
      title: 'Cost of in-house fostering against independent fostering agencies',
      ...toPublish({
        notes: [...snapshotNotes(input, snapshot), ...fosteringNotes(input, result)],
        people: peopleOf(input, snapshot, result),
      }),
      commentary: NO_COMMENTARY,
      table: {
        name: 'InHouseAgainstIfa',
        columns: [
          { key: 'fostering', heading: 'Fostering', format: 'text' },
          { key: 'children', heading: 'Children', format: 'count' },
          { key: 'weekly', heading: 'Weekly cost', format: 'money' },
          { key: 'average', heading: 'Average weekly cost', format: 'money' },
          { key: 'averageYear', heading: `Average a year (${weeksLabel(basis)})`, format: 'money' },
          { key: 'year', heading: `Cost a year (${weeksLabel(basis)})`, format: 'money' },
        ],
        rows: [
          costs('In-house fostering', inHouse),
          costs('IFA', ifa),
          ...(gap && terms.newFamilies > 0
            ? [
                [
                  gapLabel(terms.newFamilies),
                  terms.newFamilies,
                  gap.familiesWeekly,
                  gap.weekly,
                  gap.annual,
                  gap.familiesAnnual,
                ],
              ]
            : []),
        ],
      },
      total: false,
    },
  };
}

/** The same groups as in the breakdown by placement; the last row is worked out of both. */
function peopleOf(
  input: ReportInput,
  snapshot: Snapshot,
  { inHouse, ifa }: InHouseAgainstIfa,
): Publication['people'] {
  const groupOf = childrenOf(snapshot, input);
  const groups = [groupOf('Placement', inHouse), groupOf('Placement', ifa)];
  return (row) => (groups[row] ? [groups[row]] : groups);
}

const families = (count: number): string => counted(count, 'new family', 'new families');
const gapLabel = (count: number): string => `IFA less in-house, ${families(count)}`;

const pounds = (amount: number): string => `£${grouped(Math.abs(amount), 0)}`;

/** Places of the rows of both kinds of fostering. */
const BOTH = [0, 1];

function fosteringNotes(input: ReportInput, result: InHouseAgainstIfa): PlanNote[] {
  const { basis, terms, signs } = input;
  const { inHouse, ifa, gap, neither } = result;
  const leftOut = neither.map(({ group, children: count }) => `${group} ${count}`).join(', ');
  return [
    ...(gap
      ? [
          stating(
            BOTH,
            `A child with an IFA costs ${displayCell(Math.abs(gap.weekly), 'money', signs)} a week ${gap.weekly < 0 ? 'less' : 'more'} than one in-house, ${pounds(gap.annual)} a year.`,
          ),
          ...when(
            terms.newFamilies > 0,
            stating(
              BOTH,
              `${families(terms.newFamilies)} in-house in place of an IFA would ${gap.weekly < 0 ? 'cost' : 'save'} ${pounds(gap.familiesAnnual)} a year${gap.weekly < 0 ? ' more' : ''}, a child to each; the last row has it.`,
            ),
          ),
        ]
      : [
          stating(
            BOTH,
            `${nobody(inHouse)}, so there is no difference to work out and its averages are empty.`,
          ),
        ]),
    `A year is a weekly amount ${inAYear(basis)}; pounds in these notes are rounded, those in the table are not.`,
    'In-house is fostering that says so or has the council as its provider; IFA says so or has a private one.',
    ...when(
      leftOut !== '',
      inWorkbook(
        `Other fostering is left out, as is everything but fostering: ${leftOut}.`,
        'Other fostering is left out, as is everything but fostering.',
      ),
    ),
    ...when(leftOut === '', 'Everything but fostering is left out.'),
  ];

  function nobody({ children: own }: FosteringCost): string {
    return own === 0
      ? `No child is in in-house fostering, and ${children(ifa.children)} with an IFA`
      : `No child is with an IFA, and ${children(own)} in in-house fostering`;
  }
}
