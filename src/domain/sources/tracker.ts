import { namesThePerson } from './reference';
import type { ColumnRole, SourceKind, Told } from './source';

/** The columns of a placements tracker. */
export type TrackerRole =
  | 'reference'
  | 'cohort'
  | 'opportunity'
  | 'originalCost'
  | 'currentCost'
  | 'originalPlacement'
  | 'originalProvider'
  | 'currentPlacement'
  | 'currentProvider'
  | 'changeDate'
  | 'reviewDate'
  | 'endedOn'
  | 'dateOfBirth'
  | 'note';

export const BEFORE =
  /\b(original|originally|baseline|base|before|previous|previously|prior|initial|start|starting|started|entry|admission|old|opening|was|first|former|formerly|then|from|pre|brought forward|last year)\b/;
const NOW =
  /\b(current|currently|now|latest|new|revised|present|presently|after|today|closing|updated|to|post|live|this year)\b/;
const SIDES = new RegExp(`${BEFORE.source}|${NOW.source}`, 'g');
export const COST = /\b(cost|costs|price|fee|fees|rate|charge|charges)\b/;
export const WEEKLY = /\bweekly\b/;
/** Amounts that are not what a placement costs a week, and numbers that are no amounts. */
export const ANOTHER_AMOUNT =
  /\b(annual|annualised|full year|part year|fye|pye|ytd|to date|monthly|month|pcm|fortnight|fortnightly|(4|four|two|2) weekly|daily|per day|day|nightly|night|hourly|hour|x ?5[23]\w*|difference|diff|changes?|variance|savings?|saved|increase|decrease|reduction|uplifts?|average|mean|budgets?|targets?|forecasts?|percent|health|icb|education|transport|therapy|legal|joint|shares?|income|contributions?|remaining|count|number of|cumulative|spend|age|score|band|needs?|level|total saved)\b/;
const PLACEMENT = /\b(placement|provision|setting|accommodation|care type|type)\b/;
const PROVIDER = /\b(provider|agency|supplier|carers?|owner|sector|home name)\b/;
const DATE = /\b(dates?|dated|on|when|effective|wef|review)\b/;
/** Words that add nothing to 'before' or 'now' alone: 'Original (£)', 'Position now', 'At start'. */
const FILLERS =
  /\b(the|a|at|as|of|in|figure|amount|value|position|gross|net|placement cost|cost)\b/g;

/** 'Before' and 'Now' with nothing else, over texts: the placements themselves, where costs have headings of their own. */
const alone = (heading: string, side: RegExp): number =>
  when(side.test(heading) && heading.replace(SIDES, '').trim() === '', 0.35);

const when = (fits: boolean, score: number): number => (fits ? score : 0);

/** `bare` is the score of a cost that says neither before nor now. */
function weeklyCost(heading: string, side: RegExp, otherSide: RegExp, bare: number): number {
  if (ANOTHER_AMOUNT.test(heading)) return 0;
  const weekly = WEEKLY.test(heading);
  const isCost = COST.test(heading);
  if (side.test(heading)) {
    const doubt = otherSide.test(heading) ? 0.5 : 1;
    if (isCost && weekly) return doubt;
    if (isCost) return doubt * (PROVIDER.test(heading) ? 0.5 : 0.9);
    if (weekly) return doubt * 0.8;
    const rest = heading.replace(SIDES, '').replace(FILLERS, '').trim();
    return when(rest === '', 0.6);
  }
  return when(
    isCost && !otherSide.test(heading) && !PROVIDER.test(heading),
    weekly ? bare : bare * 0.9,
  );
}

function sidedText(
  heading: string,
  what: RegExp,
  notWhat: RegExp,
  side: RegExp,
  bare: number,
): number {
  if (!what.test(heading) || notWhat.test(heading) || COST.test(heading) || DATE.test(heading))
    return 0;
  if (side.test(heading)) return 1;
  return BEFORE.test(heading) || NOW.test(heading) ? 0 : bare;
}

const text = (label: string, named: ColumnRole['named']): ColumnRole => ({
  label,
  required: false,
  holds: 'text',
  named,
});
const date = (label: string, named: ColumnRole['named']): ColumnRole => ({
  label,
  required: false,
  holds: 'date',
  named,
});

/** A date that is yet to come says nothing of how things stand. */
const TO_COME =
  /\b(next|due|planned|plan|expected|anticipated|target|projected|proposed|estimated|forecast)\b/;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = new RegExp(`\\b(?:(\\d{1,2}) )?(${MONTHS.join('|')})[a-z]*(?: (\\d{4}|\\d{2}))?\\b`);

/**
 * A place in time for a heading such as 'weekly cost 31/03/24', 'cost Apr 2024', '2024/25' or
 * 'cost P9'; without a year, columns are in order, so that a month counts from the column's own.
 */
function datedAt(heading: string, column: number): number | undefined {
  const typed = /\b(\d{1,2})[/ ](\d{1,2})[/ ](\d{4}|\d{2})\b/.exec(heading);
  if (typed) return monthsTo(typed[3]!, Number(typed[2])) + Number(typed[1]) / 100;
  const year = /\b20(\d{2})[/ ]\d{2}\b/.exec(heading);
  if (year) return monthsTo(year[1]!, 4);
  const month = MONTH.exec(heading);
  if (month?.[3])
    return monthsTo(month[3], MONTHS.indexOf(month[2]!) + 1) + Number(month[1] ?? 0) / 100;
  return month || /\b(p|period|weekly) ?\d{1,2}\b/.test(heading) ? column / 1000 : undefined;
}

const monthsTo = (year: string, month: number): number => (Number(year) % 2000) * 12 + month;

/** Costs told apart by their dates alone: the earliest is before, the latest is now. */
function costsByDate(headings: readonly string[]): Partial<Record<TrackerRole, Told>> {
  const dated = headings
    .map((heading, column) => ({ heading, column, at: datedAt(heading, column) }))
    .filter(
      ({ heading, at }) =>
        at !== undefined &&
        (COST.test(heading) || WEEKLY.test(heading)) &&
        !ANOTHER_AMOUNT.test(heading),
    )
    .sort((a, b) => a.at! - b.at!);
  if (dated.length < 2) return {};
  return {
    originalCost: { column: dated[0]!.column, score: 0.8 },
    currentCost: { column: dated[dated.length - 1]!.column, score: 0.8 },
  };
}

/** Beside a new cost and with none before, the current cost is the one before. */
function currentBesideNew(headings: readonly string[]): Partial<Record<TrackerRole, Told>> {
  const costs = headings
    .map((heading, column) => ({ heading, column }))
    .filter(({ heading }) => COST.test(heading) && !ANOTHER_AMOUNT.test(heading));
  if (costs.some(({ heading }) => BEFORE.test(heading))) return {};
  const current = costs.find(({ heading }) => /\b(current|present|existing)\b/.test(heading));
  const newer = costs.find(({ heading }) => /\b(new|revised|updated)\b/.test(heading));
  if (!current || !newer || current === newer) return {};
  return {
    originalCost: { column: current.column, score: 1.1 },
    currentCost: { column: newer.column, score: 1.1 },
  };
}

/** How well a heading in plain words names the column of cohorts. */
export function namesTheCohort(h: string): number {
  if (/\b(date|joined|on|size|total|count)\b/.test(h)) return 0;
  if (/^cohort( (number|name|group|id))?$/.test(h)) return 1;
  if (/\bcohort\b/.test(h)) return 0.9;
  if (/\b(age|placement|provider|sibling|ethnic|cost|need) group\b/.test(h)) return 0;
  return when(/\b(group|tranche|wave|batch)\b/.test(h), 0.7);
}

export const TRACKER: SourceKind<TrackerRole> = {
  kind: 'tracker',
  label: 'placements tracker',
  row: { one: 'young person', many: 'young people', isPerson: true },
  alsoNamed: (headings) => ({ ...costsByDate(headings), ...currentBesideNew(headings) }),
  roles: {
    reference: { ...text('Reference', namesThePerson), identifies: true },
    cohort: text('Cohort', namesTheCohort),
    opportunity: text('Identified opportunity', (h) => {
      if (COST.test(h) || /\b(value|date|on|y n|yes|saving amount|count)\b/.test(h)) return 0;
      if (/^(identified )?opportunit(y|ies)( identified| type)?$/.test(h)) return 1;
      if (/\bopportunit(y|ies)\b/.test(h)) return 0.9;
      if (/\b(lever|workstream|savings? route|proposed route)\b/.test(h)) return 0.6;
      return when(/\b(theme|strand|intended outcome|planned outcome)\b/.test(h), 0.5);
    }),
    originalCost: {
      label: 'Weekly cost before',
      required: true,
      holds: 'money',
      named: (h) => weeklyCost(h, BEFORE, NOW, 0),
    },
    currentCost: {
      label: 'Weekly cost now',
      required: true,
      holds: 'money',
      named: (h) => weeklyCost(h, NOW, BEFORE, 0.4),
    },
    originalPlacement: text('Placement before', (h) =>
      Math.max(sidedText(h, PLACEMENT, PROVIDER, BEFORE, 0), alone(h, BEFORE)),
    ),
    originalProvider: text('Provider before', (h) =>
      sidedText(h, PROVIDER, /\btype of care\b/, BEFORE, 0),
    ),
    currentPlacement: text('Placement now', (h) =>
      Math.max(sidedText(h, PLACEMENT, PROVIDER, NOW, 0.5), alone(h, NOW)),
    ),
    currentProvider: text('Provider now', (h) =>
      sidedText(h, PROVIDER, /\btype of care\b/, NOW, 0.5),
    ),
    changeDate: date('Date of change', (h) => {
      if (/\b(birth|review|end|ended|ceased)\b/.test(h) || TO_COME.test(h)) return 0;
      if (
        /\b(date|when|effective)\b.*\b(change|changed|move|moved)\b|\b(change|changed|move|moved)\b.*\b(date|on)\b/.test(
          h,
        )
      ) {
        return 1;
      }
      return when(/\b(effective|wef|with effect)\b/.test(h), 0.7);
    }),
    reviewDate: date('Date of review', (h) =>
      when(
        /\breview(ed)?\b/.test(h) &&
          /\b(dates?|on|reviewed|last|latest)\b|^review$/.test(h) &&
          !TO_COME.test(h),
        0.9,
      ),
    ),
    endedOn: date('Date care ended', (h) => {
      if (/\b(birth|review|contract)\b/.test(h) || TO_COME.test(h)) return 0;
      return when(
        /\b(end|ended|ending|ceased|left|leaving|discharge|discharged|closed)\b/.test(h) &&
          !COST.test(h),
        0.9,
      );
    }),
    dateOfBirth: date('Date of birth', (h) => when(/\bbirth\b|\bborn\b/.test(h), 1)),
    note: text('Note', (h) => {
      if (/\b(note|notes|comment|comments|commentary|narrative|rationale|explanation)\b/.test(h))
        return 1;
      if (/\b(reason|update|what happened|detail|details|remarks)\b/.test(h)) return 0.6;
      return when(
        /\b(summary|story|background|circumstances|context|why|observations)\b/.test(h),
        0.5,
      );
    }),
  },
};
