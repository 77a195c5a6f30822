import { namesThePlacement } from './placementHeading';
import { listKind, optional, required, type RowOf } from './source';

/** What there is to spend in a year, by kind of placement. */
export const PLACEMENT_BUDGET = listKind({
  kind: 'placement-budget',
  label: 'list of budgets by placement',
  row: { one: 'budget', many: 'budgets', isPerson: false },
  roles: {
    placement: { ...required('Placement', 'text', namesThePlacement), identifies: true },
    budget: {
      ...required('Budget for the year', 'amount', (h) => {
        if (
          /\b(weekly|daily|monthly|period|holder|code|manager|remaining|centre|line|variance|spend|percent|savings?|target)\b/.test(
            h,
          )
        ) {
          return 0;
        }
        if (/\b(original|previous|last year|prior)\b/.test(h)) return /\bbudget/.test(h) ? 0.7 : 0;
        return /\b(budget|budgets|budgeted)\b/.test(h) ? 1 : /\ballocation\b/.test(h) ? 0.6 : 0;
      }),
      // One a year, where the list has several.
      columnsAtLeast: 1,
    },
    year: optional('Financial year', 'year', (h) =>
      /\b(financial|fiscal|budget) year\b|^(year|fy)$/.test(h) ? 1 : 0,
    ),
  },
});

export type PlacementBudget = RowOf<typeof PLACEMENT_BUDGET>;
