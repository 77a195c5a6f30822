import type { IsoDate } from '../domain/reading';
import type { SignStyle } from './plan';
import type { ReportInput } from './report';

const LONG_DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** '3 December 2024' */
export const longDate = (date: IsoDate): string => LONG_DATE.format(new Date(`${date}T00:00:00Z`));

/** '1 young person', '57 young people' */
export const youngPeople = (count: number): string =>
  `${count.toLocaleString('en-GB')} young ${count === 1 ? 'person' : 'people'}`;

const SIGNS: Record<SignStyle, string> = {
  minus: 'a saving has a minus',
  brackets: 'a saving is in brackets',
  favourable: 'a saving is favourable, a higher cost adverse',
};

export const signNote = (signs: SignStyle): string =>
  `Differences are the current weekly cost less the original: ${SIGNS[signs]}.`;

/** Where the figures come from and how complete they are: the same two lines on every sheet. */
export function sourceNotes({ asAt, source, youngPeople: count, leftOut }: ReportInput): string[] {
  const rows = leftOut === 1 ? '1 row is' : `${leftOut.toLocaleString('en-GB')} rows are`;
  return [
    `Position at ${longDate(asAt)}. Source: ${source}, ${youngPeople(count)}.`,
    leftOut === 0
      ? 'Every young person in the tracker is counted.'
      : `${rows} left out because a cost cannot be read; the add-in's pane lists each.`,
  ];
}
