import type { ColumnRole, SourceKind } from './source';

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

const BEFORE =
  /\b(original|originally|baseline|base|before|previous|previously|prior|initial|start|starting|started|old|opening|was|first|former|formerly|then|from|pre|brought forward|last year)\b/;
const NOW =
  /\b(current|currently|now|latest|new|revised|present|presently|after|today|closing|updated|to|post|live|this year|as at review|at review)\b/;
const COST = /\b(cost|costs|price|fee|fees|rate|charge|charges|spend|weekly)\b/;
/** Amounts that are not what a placement costs a week. */
const ANOTHER_AMOUNT =
  /\b(annual|annualised|difference|diff|change|changes|variance|saving|savings|saved|increase|decrease|reduction|average|mean|budget|percent|forecast|health|education|contribution|count|number of|monthly|daily|total saved|target|cumulative)\b/;
const PLACEMENT = /\b(placement|provision|setting|accommodation|care type|type)\b/;
const PROVIDER = /\b(provider|agency|supplier|carer|carers|owner|sector|home name)\b/;
const DATE = /\b(date|dated|on|when|effective|wef)\b/;

/** `certain` where the pattern fits and none of `but` does. */
const when = (fits: boolean, score: number): number => (fits ? score : 0);

function weeklyCost(heading: string, side: RegExp, otherSide: RegExp, bare: number): number {
  if (ANOTHER_AMOUNT.test(heading)) return 0;
  const costs = COST.test(heading);
  const sided = side.test(heading);
  if (costs && sided) return otherSide.test(heading) ? 0.5 : 1;
  if (sided && !PLACEMENT.test(heading) && !PROVIDER.test(heading) && !DATE.test(heading))
    return 0.6;
  return costs && !otherSide.test(heading) && !PROVIDER.test(heading) ? bare : 0;
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

const NOT_A_PERSON =
  /\b(provider|placement|home|invoice|budget|purchase|order|cost|contract|number of|carer)\b/;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Months since year 0 with the day as a fraction, for 'weekly cost 31/03/24' or 'cost Apr 2024'. */
function datedAt(heading: string): number | undefined {
  const typed = /\b(\d{1,2})[/ ](\d{1,2})[/ ](\d{4}|\d{2})\b/.exec(heading);
  if (typed) return (Number(typed[3]) % 2000) * 12 + Number(typed[2]) + Number(typed[1]) / 100;
  const month = new RegExp(
    `\\b(?:(\\d{1,2}) )?(${MONTHS.join('|')})[a-z]* (\\d{4}|\\d{2})\\b`,
  ).exec(heading);
  if (!month) return undefined;
  return (
    (Number(month[3]) % 2000) * 12 + MONTHS.indexOf(month[2]!) + 1 + Number(month[1] ?? 0) / 100
  );
}

/** Costs told apart by their dates alone: the earliest is before, the latest is now. */
function costsByDate(headings: readonly string[]): Partial<Record<TrackerRole, number>> {
  const dated = headings
    .map((heading, column) => ({ heading, column, at: datedAt(heading) }))
    .filter(
      ({ heading, at }) => at !== undefined && COST.test(heading) && !ANOTHER_AMOUNT.test(heading),
    )
    .sort((a, b) => a.at! - b.at!);
  if (dated.length < 2) return {};
  return { originalCost: dated[0]!.column, currentCost: dated[dated.length - 1]!.column };
}

export const TRACKER: SourceKind<TrackerRole> = {
  kind: 'tracker',
  label: 'placements tracker',
  alsoNamed: costsByDate,
  roles: {
    reference: text('Reference', (h) => {
      if (NOT_A_PERSON.test(h)) return 0;
      if (/\b(ref|refs|reference|id|identifier|pid)\b/.test(h)) return 1;
      if (
        /\b(child|young person|client|person|case|system|mosaic|record) (number|code|key)\b/.test(h)
      )
        return 0.95;
      if (
        /^(child|young person|young people|client|initials|name|pseudonym|unique number|number)$/.test(
          h,
        )
      )
        return 0.7;
      return when(/\b(child|young person)\b.*\b(name|initials)\b/.test(h), 0.7);
    }),
    cohort: text('Cohort', (h) => {
      if (/\bcohort\b/.test(h)) return 1;
      if (/\b(age|placement|provider|sibling|ethnic|cost|need) group\b/.test(h)) return 0;
      return when(/\b(group|tranche|wave|batch|review group)\b/.test(h), 0.7);
    }),
    opportunity: text('Identified opportunity', (h) => {
      if (/\bopportunit(y|ies)\b/.test(h)) return 1;
      return when(/\b(lever|workstream|savings? route|proposed route)\b/.test(h), 0.6);
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
      sidedText(h, PLACEMENT, PROVIDER, BEFORE, 0),
    ),
    originalProvider: text('Provider before', (h) =>
      sidedText(h, PROVIDER, /\btype of care\b/, BEFORE, 0),
    ),
    currentPlacement: text('Placement now', (h) => sidedText(h, PLACEMENT, PROVIDER, NOW, 0.5)),
    currentProvider: text('Provider now', (h) =>
      sidedText(h, PROVIDER, /\btype of care\b/, NOW, 0.5),
    ),
    changeDate: date('Date of change', (h) => {
      if (/\b(birth|review|end|ended|ceased)\b/.test(h)) return 0;
      if (
        /\b(date|when|effective)\b.*\b(change|changed|move|moved)\b|\b(change|changed|move|moved)\b.*\b(date|on)\b/.test(
          h,
        )
      )
        return 1;
      return when(/\b(effective|wef|with effect)\b/.test(h), 0.7);
    }),
    reviewDate: date('Date of review', (h) =>
      when(/\breview(ed)?\b/.test(h) && /\b(date|on|reviewed|last)\b|^review$/.test(h), 0.9),
    ),
    endedOn: date('Date care ended', (h) => {
      if (/\b(birth|review|contract)\b/.test(h)) return 0;
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
      return when(/\b(reason|update|what happened|detail|details)\b/.test(h), 0.6);
    }),
  },
};
