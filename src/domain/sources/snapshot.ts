import { careHasEnded } from '../placement';
import { namesThePerson } from './reference';
import { listKind, optional, required, type RowOf } from './source';
import { ANOTHER_AMOUNT, BEFORE, COST, TRACKER, WEEKLY } from './tracker';

/** What is yet to come, or was thought of, says nothing of how things stand. */
const TO_COME =
  /\b(expected|planned|plan|proposed|next|due|target|anticipated|projected|future|recommended|preferred|estimated|needed)\b/;
const AUTHORITY = '(area|county|borough|city|authority|la|district|boundary|boundaries)';
const INSIDE = new RegExp(
  `\\b(in|inside|within)( (the|our|home|local))? ${AUTHORITY}\\b|\\blocal( (placement|area|yes no|y/n|y n))?$|^in( (or|and|/))? ?out\\b|^in/out\\b`,
);
const OUTSIDE = new RegExp(
  `\\b(out of|outside|out)( (the|our|home|local))? ${AUTHORITY}\\b|\\b(ooa|ooc|oob|oola)\\b`,
);

/**
 * A list says what it is of by its placements and weekly costs, which many others have too: where one
 * has dates or years of its own, it is better called by those.
 */
const SHARED = 0.85;

const HEALTH = /\b(health|icb|icbs|ccg|nhs|chc|continuing care|continuing healthcare|healthcare)\b/;
const EDUCATION = /\b(education|educational|sen|send|dsg|schools?|high needs block|hnb)\b/;
const NO_FUNDING =
  /\b(needs|score|assessment|assessed|number|visits?|reviews?|reviewed|dates?|status|mental|passport|check|agreed|decision|reasons?|notes?|comments?|name|type|placement|plan|ehcp|panel|worker|provider|level|cohort|id|ref|reference|attending|attended|other)\b/;
const FUNDING =
  /\b(contributions?|contributes|funding|funded|funds|pays|paid|element|split|apportioned|joint)\b/;
const SHARE = /\b(share|proportion|fraction|percentage|ratio)\b/;
const AMOUNT = /\b(cost|costs|weekly|amount|income|recharge|recharges|recharged|value)\b/;
const ANOTHER_SPAN =
  /\b(annual|annualised|monthly|month|ytd|to date|full year|part year|daily|four weekly|4 weekly|forecast|budget)\b/;

/** How well a heading says that the column holds what somebody else pays: as a share, and as £ a week. */
function contribution(h: string, payer: RegExp): { share: number; amount: number } {
  const none = { share: 0, amount: 0 };
  const rest = h.replace(payer, '').trim();
  if (rest === h || NO_FUNDING.test(rest) || BEFORE.test(h) || TO_COME.test(h)) return none;
  if (/\bpercent\b/.test(h)) return { share: 1, amount: 0 };
  if (ANOTHER_SPAN.test(h)) return none;
  if (AMOUNT.test(h)) return { share: 0, amount: 1 };
  if (SHARE.test(h)) return { share: 1, amount: 0 };
  // The cells tell which it is; a column of other words ('Yes') is neither.
  return FUNDING.test(h) || rest === '' ? { share: 0.7, amount: 0.65 } : none;
}

/** A list by year holds a child as often as there are years. */
const isByYear = (headings: readonly string[]): boolean =>
  headings.some((h) => /^(financial |fiscal |budget )?year( end| ending)?$|^fy$/.test(h));

/** A tracker whose cost before goes by an odd heading is for the officer to put right, not another list. */
function lacksItsBaseline(headings: readonly string[]): boolean {
  const { cohort, opportunity, originalCost } = TRACKER.roles;
  const isTracker = headings.some((h) => cohort.named(h) >= 0.9 || opportunity.named(h) >= 0.9);
  const hasBaseline =
    headings.some((h) => originalCost.named(h) > 0) ||
    TRACKER.alsoNamed!(headings).originalCost !== undefined;
  return isTracker && !hasBaseline;
}

/** Children looked after at one date: where each is placed, with whom and at what cost. */
export const SNAPSHOT = listKind({
  kind: 'snapshot',
  label: 'list of placements at one date',
  row: { one: 'child', many: 'children', isPerson: true },
  servedBy: [TRACKER.kind],
  /** What the tracker takes for the cost now, among several. */
  alsoNamed: (headings) => {
    const now = TRACKER.alsoNamed!(headings).currentCost;
    return now ? { weeklyCost: { column: now.column, score: 0.9 } } : {};
  },
  isOther: (headings) => isByYear(headings) || lacksItsBaseline(headings),
  isOver: ({ placement, endedOn }) =>
    endedOn !== undefined || (placement !== undefined && careHasEnded(String(placement))),
  roles: {
    reference: { ...optional('Reference', 'text', namesThePerson), identifies: true },
    gender: optional('Gender', 'text', (h) => {
      if (/\b(gender|sex)\b/.test(h)) return 1;
      return /^(m|male)( or |\/| )(f|female)$/.test(h) ? 0.8 : 0;
    }),
    placement: required('Placement', 'text', (h) => {
      if (BEFORE.test(h) || TO_COME.test(h) || COST.test(h) || WEEKLY.test(h)) return 0;
      if (
        /\b(date|dates|on|end|ended|provider|postcode|address|reasons?|name|id|ref|reference|number|authority|area|changes?|moves?|budget|location|status|stability|length|duration|days|weeks|order|team|notes?|distance|contract|purchase|ofsted|education|school|panel|plan|matched|risk|owner|sector|bought|county|city|borough|local)\b/.test(
          h,
        )
      )
        return 0;
      if (/\b(placement|provision|accommodation|care|service|setting)\b.*\b(type|code|group|category)\b/.test(h)) return 0.88; // prettier-ignore
      if (/\btype of (placement|provision|accommodation|care|setting)\b/.test(h)) return 0.88;
      if (/\bplacement\b|^(current |latest |new )?(provision|setting|accommodation)$/.test(h))
        return SHARED;
      return /^(type|place|living arrangements?|where (placed|living)|placed (in|with|at))$/.test(h)
        ? 0.5
        : 0;
    }),
    provider: optional('Provider', 'text', (h) => {
      if (BEFORE.test(h) || TO_COME.test(h) || COST.test(h) || WEEKLY.test(h)) return 0;
      if (
        /\b(date|on|address|postcode|number|contact|email|phone|ofsted|rating|notice|education|school|uplift|id)\b/.test(
          h,
        )
      )
        return 0;
      // The sector tells whether a home is the council's own, which its name may not.
      if (
        /\b(provider|agency|supplier|owner|ownership|sector)\b.*\b(type|code|sector|category)\b|\btype of provider\b|^(sector|ownership)$/.test(
          h,
        )
      )
        return 1;
      if (/\b(in house|internal|inhouse|own)\b.*\b(external|agency|ifa|bought)\b/.test(h)) return 1;
      if (/\bprovider\b/.test(h)) return /\bname\b/.test(h) ? 0.8 : 0.95;
      return /\b(agency|supplier|provided by|run by|owner|sector)\b/.test(h) ? 0.7 : 0;
    }),
    inArea: optional('In area', 'text', (h) => {
      if (INSIDE.test(h) || (OUTSIDE.test(h) && /\bin\b/.test(h))) return 1;
      return /^(area|location|placement location|pl location)$/.test(h) ? 0.35 : 0;
    }),
    outOfArea: optional('Out of area', 'text', (h) =>
      OUTSIDE.test(h) && !/\bin\b/.test(h) && !COST.test(h) ? 1 : 0,
    ),
    weeklyCost: required('Weekly cost', 'money', (h) => {
      if (BEFORE.test(h) || TO_COME.test(h) || ANOTHER_AMOUNT.test(h)) return 0;
      if (
        /\b(external|internal|budgeted|maximum|minimum|standard|allowance|extra|additional)\b/.test(
          h,
        )
      )
        return 0;
      const isNet = /\bnet\b/.test(h);
      if (COST.test(h) && WEEKLY.test(h)) return isNet ? 0.5 : SHARED;
      if (WEEKLY.test(h) && /\b(gross|total|amount|placement)\b/.test(h)) return 0.8;
      if (COST.test(h)) return isNet ? 0.4 : 0.7;
      return h === 'weekly' || h === 'gross' ? 0.6 : 0;
    }),
    howBought: optional('How bought', 'text', (h) => {
      if (
        COST.test(h) ||
        /\b(date|number|order|end|expiry|ref|manager|officer|team|name|needs)\b/.test(h)
      )
        return 0;
      if (/\b(spot|block|framework)\b|\b(how|method) (bought|purchased|procured)\b/.test(h))
        return 1;
      if (
        /\b(purchase|purchasing|procurement|commissioning|contract|buying|sourcing)( (type|method|route|basis|arrangements?))?$|\btype of (contract|purchase)\b|\b(bought|procured|purchased|commissioned)\b/.test(
          h,
        )
      )
        return 0.9;
      return 0;
    }),
    healthShare: optional('Health share', 'share', (h) => contribution(h, HEALTH).share),
    healthAmount: optional('Health contribution', 'money', (h) => contribution(h, HEALTH).amount),
    educationShare: optional('Education share', 'share', (h) => contribution(h, EDUCATION).share),
    educationAmount: optional(
      'Education contribution',
      'money',
      (h) => contribution(h, EDUCATION).amount,
    ),
    /** Told of trackers; a list of placements with their dates is of another kind. */
    endedOn: optional('Date ended', 'date', (h) => (TRACKER.roles.endedOn.named(h) > 0 ? 0.3 : 0)),
  },
});

export type SnapshotRow = RowOf<typeof SNAPSHOT>;
