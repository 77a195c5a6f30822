import { dateIn } from '../dateIn';
import { namesThePerson } from './reference';
import { listKind, optional, required, type RowOf } from './source';
import { namesTheCohort } from './tracker';
import { namesTheWeeklyCost } from './weeklyCostHeading';

/** A tracker kept over time: a sheet for each review, its date in the sheet's name or title. */
export const REVIEW_SHEETS = listKind({
  kind: 'review-sheets',
  label: 'tracker with a sheet for each review',
  row: { one: 'entry', many: 'entries', isPerson: true },
  roles: {
    reference: { ...required('Reference', 'text', namesThePerson), identifies: true },
    cohort: optional('Cohort', 'text', namesTheCohort),
    weeklyCost: required('Weekly cost', 'money', namesTheWeeklyCost),
  },
  sheets: { atLeast: 2, belongs: ({ name, title }) => reviewOfSheet(name, title) !== undefined },
  servedBy: ['tracker'],
});

export type ReviewSheetRow = RowOf<typeof REVIEW_SHEETS>;

/** The date of a sheet's review. */
export const reviewOfSheet = (name: string, title: string) => dateIn(name) ?? dateIn(title);
