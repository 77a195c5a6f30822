import { namesThePerson } from './reference';
import { listKind, optional, required, type RowOf, type Told } from './source';

const DIVERTED =
  /\b(divert\w*|diversions?|averted|prevented|prevention|avoided|avoidance|stepped back|(kept|remained|stayed) (at )?home)\b/;
const DATE = /\b(dates?|on|when|from|start|started|wef|effective)\b/;
const AMOUNT = /\b(costs?|prices?|fees?|rates?|savings?|amounts?|values?|weekly)\b/;
const PLACEMENT = /\b(placements?|provision|care type|type of care|setting|accommodation)\b/;
/** What would have happened, and did not. */
const INSTEAD =
  /\b(expected|avoided|averted|prevented|diverted from|likely|probable|otherwise|would have|would be|alternative|anticipated|predicted|projected|potential|notional|assumed|counterfactual|instead|at risk of)\b/;
/** Amounts that are not what the placement would have cost a week. */
const ANOTHER_AMOUNT =
  /\b(annual|annualised|full year|part year|in year|fye|pye|ytd|to date|monthly|month|pcm|fortnight\w*|(4|four) weekly|daily|day|nightly|hourly|total|number of|count|weeks|percent|actual|current|intervention|therapy|support|package|service|programme|team|mst|fft|budget|target|health|education)\b/;
/** What ends with the work of the team, and not with what it avoids. */
const THE_WORK =
  /\b(interventions?|therapy|therapeutic|programme|support|referral|referred|episode|case|work|mst|fft|team|closed|closure|review|birth)\b/;

/**
 * Children whom a team kept out of care: from when on, which placement was expected otherwise, and
 * its weekly cost (paper 001).
 */
export const EDGE_OF_CARE = listKind({
  kind: 'edge-of-care',
  label: 'list of children diverted from care',
  row: { one: 'child', many: 'children', isPerson: true },
  alsoNamed: (headings) => dateBesideExpected(headings),
  roles: {
    reference: { ...optional('Reference', 'text', namesThePerson), identifies: true },
    team: optional('Team', 'text', (h) => {
      if (DATE.test(h) || AMOUNT.test(h) || PLACEMENT.test(h)) return 0;
      if (/\bteams?\b/.test(h))
        return /\b(social work|locality|referring|referred)\b/.test(h) ? 0.6 : 1;
      if (/\b(worker|manager|lead|name|outcome|status)\b/.test(h)) return 0;
      return /\b(mst|fft|service|intervention|programme|therapy|model)\b/.test(h) ? 0.7 : 0;
    }),
    divertedOn: required('Date of diversion', 'date', (h) => {
      if (/\b(birth|referral|referred|review|until|ends?|ended|closed|to date)\b/.test(h)) return 0;
      if (!DIVERTED.test(h)) return 0;
      if (DATE.test(h)) return /\bfrom\b/.test(h) && PLACEMENT.test(h) ? 0.5 : 1;
      return AMOUNT.test(h) || PLACEMENT.test(h) ? 0 : 0.6;
    }),
    expectedPlacement: optional('Expected placement', 'text', (h) => {
      if (AMOUNT.test(h) || /\b(dates?|on|when|start|end|ends|ended|until|address|name)\b/.test(h))
        return 0;
      if (INSTEAD.test(h)) return PLACEMENT.test(h) ? 1 : 0.8;
      return PLACEMENT.test(h) ? 0.6 : 0;
    }),
    weeklyCost: required('Expected weekly cost', 'money', (h) => {
      if (ANOTHER_AMOUNT.test(h)) return 0;
      const isCost = AMOUNT.test(h);
      if (/\bweekly\b/.test(h)) return isCost && INSTEAD.test(h) ? 1 : 0.9;
      // Without a week it may be for any span, but for the price of a placement.
      return /\b(costs?|price|fee|rate)\b/.test(h) && (PLACEMENT.test(h) || /\bunit\b/.test(h))
        ? 0.6
        : 0;
    }),
    until: optional('Diverted until', 'date', (h) => {
      if (AMOUNT.test(h) || THE_WORK.test(h)) return 0;
      return /\b(until|up to|through to|last day)\b|^(date )?to$/.test(h) ? 1 : 0;
    }),
    endedOn: optional('Date the diversion ended', 'date', (h) => {
      if (AMOUNT.test(h) || THE_WORK.test(h)) return 0;
      if (/\b(entered|came into|into|in) care\b|\b(became|become) (looked after|lac|cla)\b/.test(h))
        return 0.9;
      if (/\b(accommodated|admitted|admission)\b/.test(h)) return 0.8;
      return /\b(ends?|ended|ending|broke down|breakdown|failed)\b/.test(h) ? 0.7 : 0;
    }),
  },
});

/** Beside an expected placement, a date that says of nothing else what it is of is that of the diversion. */
function dateBesideExpected(headings: readonly string[]): { divertedOn?: Told } {
  const isExpected = (h: string): boolean => INSTEAD.test(h) && PLACEMENT.test(h);
  if (!headings.some(isExpected)) return {};
  const column = headings.findIndex((h) =>
    /^((start|decision|panel|outcome|effective) )?date( (started|agreed|of decision|of panel|of outcome))?$|^(start|started|from|effective from|wef)$/.test(
      h,
    ),
  );
  return column < 0 ? {} : { divertedOn: { column, score: 0.7 } };
}

export type Diversion = RowOf<typeof EDGE_OF_CARE>;
