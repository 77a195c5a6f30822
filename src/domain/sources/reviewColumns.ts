import { dateIn } from '../dateIn';
import { namesThePerson } from './reference';
import { listKind, optional, required, type RowOf } from './source';
import { namesTheCohort } from './tracker';
import { namesTheWeeklyCost } from './weeklyCostHeading';

/** Words that say which of the costs it is, where the date says so already. */
const SIDE =
  /\b(original|originally|baseline|before|previous|first|initial|old|last|on|at|as|when|from|position)\b/g;

/** A tracker kept over time: a row for each young person, a column of weekly costs for each review. */
export const REVIEW_COLUMNS = listKind({
  kind: 'review-columns',
  label: 'tracker with the weekly costs of several dates',
  row: { one: 'young person', many: 'young people', isPerson: true },
  roles: {
    reference: { ...required('Reference', 'text', namesThePerson), identifies: true },
    cohort: optional('Cohort', 'text', namesTheCohort),
    weeklyCosts: {
      ...required('Weekly cost', 'money', (h) =>
        dateIn(h) === undefined ? 0 : namesTheWeeklyCost(undated(h.replace(SIDE, ' '))),
      ),
      columnsAtLeast: 3,
    },
  },
  servedBy: ['tracker'],
});

/** A heading without its date. */
const undated = (h: string): string =>
  h
    .replace(/\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*( ?\d+)?\b/g, ' ')
    .replace(/\b(quarter|period|q|p|review)? ?\d+(st|nd|rd|th)?\b|\//g, ' ')
    .replace(/ +/g, ' ')
    .trim();

export type ReviewColumnsRow = RowOf<typeof REVIEW_COLUMNS>;
