import { financialPeriodOf, financialYearOf } from '../domain/calendar';
import type { IsoDate } from '../domain/reading';
import { longDate } from './longDate';

/** What the appendix is called and whom it is for, entered once; what is absent leaves no trace. */
export interface Wording {
  title?: string;
  authority?: string;
  committee?: string;
  /** When the committee meets. */
  meeting?: IsoDate;
  /** Absent: the financial period of the as-at date. */
  period?: string;
}

/** What the appendix is called where nobody says otherwise. */
export const USUAL_TITLE = 'Placement costs: cohorts, opportunities and reasons';

/** @example periodOf('2024-12-03') // 'Period 9, 2024/25' */
export const periodOf = (asAt: IsoDate): string =>
  `Period ${financialPeriodOf(asAt)}, ${financialYearOf(asAt)}`;

interface Worded {
  wording: Wording;
  asAt: IsoDate;
}

/** Whom the appendix is for and of which period it is, each apart; the period is always there. */
export function wordingLines({ wording, asAt }: Worded): string[] {
  const { authority, committee, meeting, period } = wording;
  return [
    authority,
    committee,
    meeting && `Meeting of ${longDate(meeting)}`,
    period ?? periodOf(asAt),
  ].filter((line) => line !== undefined);
}

/** The same in one line, under the title of the appendix where it has one of its own. */
export const wordingNote = (worded: Worded): string =>
  [...(worded.wording.title ? [worded.wording.title] : []), ...wordingLines(worded)].join(' · ');
