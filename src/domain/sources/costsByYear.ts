import { namesThePerson } from './reference';
import { listKind, optional, required, type RowOf } from './source';
import { TRACKER } from './tracker';

const WEEKLY = /\bweekly\b/;
const COST = /\b(costs?|prices?|fees?|rates?|charges?|spend|expenditure)\b/;
/** Amounts that are not what one placement costs a week in one year. */
const ANOTHER_AMOUNT =
  /\b(annual|annualised|full year|part year|fye|pye|ytd|to date|monthly|month|pcm|fortnight|fortnightly|(4|four|two|2) weekly|daily|per day|day|nightly|night|hourly|hour|difference|diff|changes?|variance|savings?|saved|avoided|avoidance|mitigated|diverted|increase|decrease|reduction|growth|uplifts?|original|before|previous|baseline|targets?|forecasts?|expected|percent|health|icb|education|joint|shares?|income|contributions?|remaining|count|number of|cumulative|threshold|external|capital|age|score|need|needs)\b/;
const BUDGET = /\b(budget|budgets|budgeted)\b/;
/** Years that are no financial years, and what lasts a year rather than names one. */
const ANOTHER_YEAR =
  /\b(birth|born|school|academic|calendar|group|age|care|weeks?|weekly|days?|months?|date|full|part|last|previous|next|this|per|costs?|fees?|amount|value|budgets?|savings?|target|forecast|growth|change|percent|plan)\b/;

/** What each placement cost a week in each of several financial years. */
export const COSTS_BY_YEAR = listKind({
  kind: 'costs-by-year',
  label: 'list of weekly costs by financial year',
  row: { one: 'young person', many: 'young people', isPerson: true },
  roles: {
    year: required('Financial year', 'year', (h) => {
      if (ANOTHER_YEAR.test(h)) return 0;
      if (/\b(financial|finance|fin|fiscal|accounting) ?(year|yr)\b|\bf ?\/? ?y\b/.test(h))
        return 1;
      if (/^(year|years|yr)$/.test(h)) return 0.95;
      return /\b(year|yr)\b/.test(h) ? 0.6 : 0;
    }),
    reference: { ...required('Reference', 'text', namesThePerson), identifies: true },
    weeklyCost: required('Weekly cost', 'money', (h) => {
      if (ANOTHER_AMOUNT.test(h) || BUDGET.test(h)) return 0;
      const doubt = /\b(average|mean|net)\b/.test(h) ? 0.6 : 1;
      if (WEEKLY.test(h)) return doubt * (COST.test(h) ? 1 : 0.7);
      if (/\b(provider|supplier|staff|framework)\b/.test(h)) return 0;
      return COST.test(h) ? doubt * 0.7 : 0;
    }),
    budget: optional('Weekly budget', 'money', (h) => {
      if (!BUDGET.test(h) || ANOTHER_AMOUNT.test(h)) return 0;
      if (/\b(holder|code|line|manager|owner|year|head)\b/.test(h)) return 0;
      return WEEKLY.test(h) ? 1 : 0.8;
    }),
    placement: optional('Placement', 'text', TRACKER.roles.currentPlacement.named),
    provider: optional('Provider', 'text', TRACKER.roles.currentProvider.named),
  },
});

export type CostOfYear = RowOf<typeof COSTS_BY_YEAR>;
