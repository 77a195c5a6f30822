import { namesThePerson } from './reference';
import { listKind, optional, required, type RowOf } from './source';
import { namesTheCohort } from './tracker';
import { namesTheWeeklyCost } from './weeklyCostHeading';

/** Dates that are not those of a review, or of none that has been. */
const ANOTHER_DATE =
  /\b(birth|born|start|started|end|ended|ceased|change|changed|move|moved|due|next|last|latest|planned|expected|diverted|discharged?|left|placed|admission|paid|invoice|from|until|panel|referral|approved|completed|by)\b/;

/** A tracker kept over time: a row for each young person at each review. */
export const REVIEWS = listKind({
  kind: 'reviews',
  label: 'list of reviews',
  row: { one: 'entry', many: 'entries', isPerson: true },
  roles: {
    reference: { ...required('Reference', 'text', namesThePerson), identifies: true },
    cohort: optional('Cohort', 'text', namesTheCohort),
    reviewedOn: required('Review date', 'date', (h) => {
      if (ANOTHER_DATE.test(h)) return 0;
      if (/\breview(ed|s)?\b/.test(h)) return /\b(dates?|on|month|period)\b/.test(h) ? 1 : 0.9;
      if (
        /\b(snapshot|position|census|reporting|month end|period end|as at|as of|extract|statement) ?(date|month|period|on)?\b/.test(
          h,
        )
      ) {
        return /\b(date|as at|as of|month|period)\b/.test(h) || /^(snapshot|position)$/.test(h)
          ? 0.9
          : 0.5;
      }
      return /^(date|month|period)$/.test(h) ? 0.7 : 0;
    }),
    weeklyCost: required('Weekly cost', 'money', namesTheWeeklyCost),
  },
});

export type ReviewRow = RowOf<typeof REVIEWS>;
