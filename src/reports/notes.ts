import { counted } from '../domain/counted';
import { basisName, type Basis } from '../domain/calendar';
import { isCounted } from '../domain/ledger';
import type { IsoDate } from '../domain/reading';
import { displayCell } from './display';
import { longDate } from './longDate';
import { inWorkbook, type PlanNote } from './planNote';
import type { SignStyle } from './plan';
import type { ReportInput } from './report';
import { wordingNote } from './wording';

/** '1 young person', '57 young people' */
export const youngPeople = (count: number): string =>
  counted(count, 'young person', 'young people');

const SIGNS: Record<SignStyle, string> = {
  minus: 'a saving has a minus',
  brackets: 'a saving is in brackets',
  favourable: 'a saving is favourable, a higher cost adverse',
};

export const signNote = (signs: SignStyle): string =>
  `Differences are the current weekly cost less the original: ${SIGNS[signs]}.`;

/** Heads the look of a saving, where it is chosen and where it is stated. */
export const SAVING_SHOWN = 'A saving of £45 is shown as';

/** Completes it: '-£45.00'. */
export const savingShown = (signs: SignStyle): string => displayCell(-45, 'change', signs);

/** Whom the sheet is for, where its figures come from and how complete they are: the same on every sheet. */
export function sourceNotes(input: ReportInput): PlanNote[] {
  const { asAt, source, youngPeople: count, leftOut } = input;
  const rows = leftOut === 1 ? '1 row is' : `${leftOut.toLocaleString('en-GB')} rows are`;
  const position = positionNote(asAt);
  return [
    inWorkbook(wordingNote(input)),
    inWorkbook(`${position} Source: ${source}, ${youngPeople(count)}.`, position),
    leftOut === 0
      ? 'Every young person in the tracker is counted.'
      : inWorkbook(
          `${rows} left out because a cost cannot be read; the add-in's pane lists each.`,
          'Rows are left out where a cost cannot be read.',
        ),
  ];
}

export const positionNote = (asAt: IsoDate): string => `Position at ${longDate(asAt)}.`;

/** How a weekly figure becomes a yearly one, for a heading: 'x 52', '2024/25'. */
export const weeksLabel = (basis: Basis): string =>
  isYear(basis) ? basisName(basis) : `x ${basisName(basis)}`;

export const yearNote = (basis: Basis): string =>
  `A year is the weekly difference ${inAYear(basis)}.`;

/** Completes "a weekly amount …": 'times 52'. */
export const inAYear = (basis: Basis): string =>
  isYear(basis)
    ? `for the days of ${basisName(basis)}, by sevenths of a week`
    : `times ${basisName(basis)}`;

const isYear = (basis: Basis): boolean => /^\d{4}\//.test(basisName(basis));

export const withoutOpportunityNote = ({ withoutOpportunity: without }: ReportInput): PlanNote =>
  without === 0
    ? 'Every young person has an identified opportunity.'
    : inWorkbook(
        `${youngPeople(without)} without an identified opportunity ${without === 1 ? 'is' : 'are'} not in this table.`,
        'Young people without an identified opportunity are not in this table.',
      );

/** How many reasons in the figures a person has yet to look at. */
export const openReasons = ({ ledger }: ReportInput): number =>
  ledger.filter((entry) => isCounted(entry) && entry.review).length;

/** How far the reasons in the figures can be relied on. */
export function reviewNote(input: ReportInput): PlanNote {
  const open = openReasons(input);
  return open === 0
    ? 'Every reason has been settled.'
    : inWorkbook(
        `${youngPeople(open)} ${open === 1 ? 'has a reason' : 'have reasons'} still to be reviewed in the add-in's pane.`,
        'Some reasons are still to be reviewed.',
      );
}
