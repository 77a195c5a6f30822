import { capitalised } from '../domain/typed';
import { financialYearOf } from '../domain/calendar';
import { isCounted } from '../domain/ledger';
import type { Moment } from '../domain/reading';
import { NO_COMMENTARY } from './commentary';
import { displayCell } from './display';
import { longDate, longMoment } from './longDate';
import { openReasons, SAVING_SHOWN, savingShown, weeksLabel, youngPeople } from './notes';
import type { PlanCell, SheetPlan } from './plan';
import { ALL, inTracker } from './publication';
import type { Front } from './publish';
import type { ReportInput } from './report';
import { USUAL_TITLE, wordingLines } from './wording';

/** The cover's mark. */
export const COVER_ID = 'cover';

/** The row that says when the appendix was written, which is not known before it is. */
const WRITTEN = 'Written';

/** What the appendix is, for whom, and where its figures come from; it names no young person. */
export function coverReport(input: ReportInput): SheetPlan {
  return {
    id: COVER_ID,
    sheet: 'Cover',
    title: input.wording.title ?? USUAL_TITLE,
    publishable: true,
    notes: wordingLines(input),
    commentary: NO_COMMENTARY,
    table: {
      name: 'AppendixCover',
      columns: [
        { key: 'item', heading: 'Item', format: 'text' },
        { key: 'detail', heading: 'Detail', format: 'text' },
      ],
      rows: provenance(input),
    },
    total: false,
  };
}

/** The same for whoever has the copy: nothing of the workbook, and no count of single young people. */
export function frontOf(input: ReportInput): Front {
  const { asAt, basis, signs, youngPeople: people, wording } = input;
  const counted = inTracker(ALL, input.ledger.filter(isCounted));
  return {
    title: wording.title ?? USUAL_TITLE,
    lines: wordingLines(input),
    about: [
      { item: 'Position at', detail: longDate(asAt) },
      { item: 'Financial year', detail: financialYearOf(asAt) },
      { item: 'Weeks in a year', detail: weeksLabel(basis) },
      { item: SMALLEST_CHANGE, detail: smallestChange(input) },
      { item: SAVING_SHOWN, detail: savingShown(signs) },
      ...(people > 0
        ? [{ item: 'Young people counted', detail: youngPeople(people), people: counted }]
        : []),
    ],
  };
}

const SMALLEST_CHANGE = 'Smallest change that counts';
const smallestChange = ({ materiality, signs }: ReportInput): string =>
  `More than ${displayCell(materiality, 'money', signs)} a week at the same placement`;

function provenance(input: ReportInput): [string, string][] {
  const { asAt, basis, lists, signs } = input;
  return [
    ['Source', input.source === '' ? 'No placements tracker' : input.source],
    ...lists
      .filter(({ isTracker }) => !isTracker)
      .map(({ label, addresses }): [string, string] => [
        capitalised(label),
        addresses.join(' and '),
      ]),
    ['Position at', longDate(asAt)],
    ['Financial year', financialYearOf(asAt)],
    ['Weeks in a year', weeksLabel(basis)],
    [SMALLEST_CHANGE, smallestChange(input)],
    [SAVING_SHOWN, savingShown(signs)],
    ['Counted', youngPeople(input.youngPeople)],
    ['Rows left out', noneOr(input.leftOut, 'because a cost cannot be read')],
    ['Cells to look at', noneOr(input.problems, 'listed in the add-in’s pane')],
    ['Reasons to be reviewed', noneOr(openReasons(input), 'listed in the add-in’s pane')],
    [WRITTEN, 'Not yet'],
    ['Version of the add-in', input.version],
  ];
}

const noneOr = (number: number, of: string): string =>
  number === 0 ? 'None' : `${displayCell(number, 'count', 'minus')}, ${of}`;

/** The cover as it is written at a moment; any other plan as it is. */
export function writtenAt(plan: SheetPlan, moment: Moment): SheetPlan {
  if (plan.id !== COVER_ID) return plan;
  const rows = plan.table.rows.map((row): PlanCell[] =>
    row[0] === WRITTEN ? [WRITTEN, longMoment(moment)] : row,
  );
  return { ...plan, table: { ...plan.table, rows } };
}
