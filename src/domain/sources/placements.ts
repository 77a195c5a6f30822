import { namesThePerson } from './reference';
import { listKind, optional, required, expected, type RowOf } from './source';
import { namesThePlacement } from './placementHeading';
import { namesTheWeeklyCost } from './weeklyCostHeading';

const COST = /\b(cost|costs|price|fee|fees|rate|charge|charges|amount)\b/;
const SAYS_DATE = /\b(dates?|on|when|from|wef|to|until|day)\b/;
/** Dates of something else than a placement's own first or last day. */
const ANOTHER_DATE =
  /\b(birth|born|review|change|changed|invoice|invoiced|paid|payment|panel|order|assessment|visit|referral|referred|diverted|notice|approved|approval|financial year|birthday)\b/;
const START =
  /\b(start|starts|started|starting|began|begin|begins|commence|commenced|commences|commencement|placed|admitted|admission|from|wef|effective|moved in|entry|entered|opened)\b/;
const END =
  /\b(end|ends|ended|ending|ceased|ceases|finish|finished|finishes|left|leaving|leave|closed|cease|closure|to|until|till|moved out|exit|expiry|expires|discharged|discharge|terminated|termination)\b/;

/** Placements with the days on which they began and end, and what each costs a week. */
export const PLACEMENTS = listKind({
  kind: 'placements',
  label: 'list of placements with start and end dates',
  row: { one: 'placement', many: 'placements', isPerson: false },
  roles: {
    reference: { ...optional('Reference', 'text', namesThePerson), identifies: true },
    placement: required('Placement', 'text', namesThePlacement),
    provider: optional('Provider', 'text', (h) => {
      if (COST.test(h) || /\b(number|ref|reference|code|id)\b/.test(h)) return 0;
      if (/\b(provider|supplier)\b/.test(h)) return 1;
      return /\b(agency|sector|owner|run by|in house|external)\b/.test(h) ? 0.6 : 0;
    }),
    start: required('Start date', 'date', (h) => sideOf(h, START, END)),
    end: expected('End date', 'date', (h) => sideOf(h, END, START)),
    weeklyCost: required('Weekly cost', 'money', namesTheWeeklyCost),
    budget: optional('Budget for the year', 'amount', (h) => {
      if (/\b(weekly|daily|monthly|holder|code|manager|remaining|centre|line)\b/.test(h)) return 0;
      return /\bbudget(ed)?\b/.test(h) ? 0.9 : 0;
    }),
  },
});

export type Placement = RowOf<typeof PLACEMENTS>;

/** 'Start', 'Start date', 'Placed on', 'From': the side's word and no other's, with or without 'date'. */
function sideOf(h: string, side: RegExp, other: RegExp): number {
  if (ANOTHER_DATE.test(h) || COST.test(h) || !side.test(h)) return 0;
  if (/\b(weekly|reason|expected placement|authority|local)\b/.test(h)) return 0;
  // 'Date from' and 'date to', 'to date': one word alone decides less than two.
  if (other.test(h.replace(side, ''))) return 0.4;
  if (/\b(reason|type|number|count)\b/.test(h)) return 0;
  if (/\b(contract)\b/.test(h)) return 0.6;
  return SAYS_DATE.test(h) || h.split(' ').length <= 2 ? 1 : 0.8;
}
