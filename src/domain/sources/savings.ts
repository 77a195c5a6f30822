import { listKind, optional, required, type RowOf, type Told } from './source';

const SAVING =
  /\b(savings?|schemes?|cashable|mitigations?|efficienc(y|ies)|avoidance|avoided|proposals?)\b/;
/** Figures that are none of a saving's own amounts. */
const ANOTHER_FIGURE =
  /\b(percent|gap|variance|shortfall|difference|cumulative|remaining|number|count|(?<!to )date|weekly|fte|posts|status|rag|brag|score|investment|implementation|previous|last year|comments?|notes?|by|on|when|owner)\b/;
const COMMENT =
  /\b(comments?|commentary|notes?|narrative|reason|update|date|owner|lead|by|action|actions)\b/;
/** A heading of an amount and nothing else: 'target', 'target amount', 'target cost 000' (£000). */
const BARE_TARGET =
  /^(targets?|plan|planned|budgeted|required|agreed)( (amount|value|cost|000s?|k|thousands?|m|millions?|for the year|in year|full year))*$/;

const when = (fits: boolean, score: number): number => (fits ? score : 0);

/** How well a heading names the column that says which saving a row is of. */
export function namesTheScheme(h: string): number {
  if (
    /\b(number|ref|reference|id|code|owner|lead|manager|director|status|type|kind|date)\b/.test(h)
  )
    return 0;
  if (/\b(cost|target|forecast|delivered|amount|value|year|cashable|avoidance)\b/.test(h)) return 0;
  if (/\b(schemes?|proposals?|initiatives?|projects?|mitigations?|workstreams?)\b/.test(h))
    return 1;
  if (/\bsavings? (name|title|description|detail|line|item)\b/.test(h)) return 1;
  return when(/\b(savings?|description|title|name|measure|opportunity|detail)\b/.test(h), 0.6);
}

/** How well a heading names the column that says whether a saving is cashable. */
export function namesTheKind(h: string): number {
  const isAmount = /\b(target|forecast|delivered|amount|value|000|total)\b|\bcost\b(?! avoid)/.test(
    h,
  );
  if (isAmount) return 0;
  if (/\b(cashable|cash releasing)\b/.test(h)) return 1;
  if (/\bavoidance\b/.test(h)) return 0.9;
  if (
    /^(kind|type|nature)$|\b(kind|type|nature|category|class|classification) of (saving|benefit)/.test(
      h,
    )
  )
    return 1;
  if (/\b(savings?|benefit) (kind|type|nature|category|class|classification)\b/.test(h)) return 1;
  return when(/^(category|class|classification|treatment)$/.test(h), 0.6);
}

/** How well a heading names the column that says how a saving stands. */
export function namesTheStatus(h: string): number {
  if (COMMENT.test(h)) return 0;
  const doubt = /\b(previous|prior|last|old|risk|financial)\b/.test(h) ? 0.5 : 1;
  if (/\b(status|brag|rag)\b/.test(h)) return doubt;
  return when(/\b(progress|rating|deliverability|delivery confidence|position)\b/.test(h), 0.5);
}

/**
 * A savings programme, a row for each saving of each financial year: whether it is cashable, its
 * target, what is delivered and forecast, and how it stands (paper 001).
 */
export const SAVINGS = listKind({
  kind: 'savings',
  label: 'list of savings',
  row: { one: 'saving', many: 'savings', isPerson: false },
  alsoNamed: (headings) => targetAmongSavings(headings),
  roles: {
    scheme: { ...optional('Scheme', 'text', namesTheScheme), identifies: true },
    kind: optional('Kind of saving', 'text', namesTheKind),
    year: required('Financial year', 'year', (h) => {
      if (/\b(full|part|in|a|per|last|each) year\b|\byear (to date|end)\b/.test(h)) return 0;
      if (
        /^((financial|fiscal|fin|target|delivery|savings?|mtfs|budget|council) )?(years?|yr)$|^fy$/.test(
          h,
        )
      )
        return 1;
      return when(/\b(year|yr|fy)\b/.test(h) && !/\bcost\b/.test(h), 0.6);
    }),
    target: required('Target', 'amount', (h) => {
      if (ANOTHER_FIGURE.test(h) || /\b(delivered|achieved|actual|forecast|projected)\b/.test(h))
        return 0;
      if (/\btarget year\b/.test(h)) return 0;
      const isOfSaving = /\b(savings?|cashable|mitigation|efficiency|scheme)\b/.test(h);
      if (/\btargets?\b/.test(h)) return when(isOfSaving, 1);
      if (!isOfSaving) return 0;
      if (/\b(planned|plan|budgeted|agreed|approved|original|required|mtfs)\b/.test(h)) return 0.9;
      return when(
        /^(total |full year |annual )?savings?( (amount|value|cost|000s?|k|thousands?|m|millions?|annual))*$/.test(
          h,
        ),
        0.6,
      );
    }),
    delivered: optional('Amount delivered to date', 'amount', (h) => {
      if (ANOTHER_FIGURE.test(h) || /\b(forecast|expected|target|undelivered|not|to be)\b/.test(h))
        return 0;
      if (/\b(delivered|achieved|realised|secured|banked)\b/.test(h)) return 1;
      if (/\b(to date|ytd)\b/.test(h)) return 0.8;
      return when(/\b(actuals?|delivery)\b/.test(h), 0.6);
    }),
    forecast: optional('Forecast', 'amount', (h) => {
      if (ANOTHER_FIGURE.test(h) || /\b(to date|ytd|target)\b/.test(h)) return 0;
      if (/\b(forecasts?|forecasted)\b/.test(h)) return 1;
      if (/\b(projected|projection|outturn|latest estimate)\b/.test(h)) return 0.9;
      return when(/\b(expected|anticipated|likely)\b/.test(h), 0.7);
    }),
    status: optional('Status', 'text', namesTheStatus),
  },
});

/** 'Target' alone may be of anything: it is a saving's beside a heading that tells of savings. */
function targetAmongSavings(headings: readonly string[]): { target?: Told } {
  if (!headings.some((h) => SAVING.test(h))) return {};
  const column = headings.findIndex((h) => BARE_TARGET.test(h));
  return column < 0 ? {} : { target: { column, score: 0.95 } };
}

export type Saving = RowOf<typeof SAVINGS>;
