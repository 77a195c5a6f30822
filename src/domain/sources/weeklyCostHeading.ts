const COST = /\b(cost|costs|price|fee|fees|rate|charge|charges|amount)\b/;
/** Amounts that are not what a placement costs a week. */
const ANOTHER_AMOUNT =
  /\b(annual|annualised|full year|part year|fye|pye|ytd|to date|monthly|month|pcm|fortnight|fortnightly|(4|four|two|2) weekly|daily|day|nightly|night|hourly|hour|x ?5[23]\w*|difference|change|variance|savings?|uplift|uplifts|average|mean|budget|budgeted|target|forecast|outturn|percent|health|icb|education|transport|therapy|joint|share|income|contribution|contributions|remaining|number of|count|old|original|previous|before|baseline|first|code|centre|expected|estimated|external)\b/;

/** How well a heading in plain words names the column of what a placement costs a week. */
export function namesTheWeeklyCost(h: string): number {
  if (ANOTHER_AMOUNT.test(h) || /\b(dates?|on|when|from|until)\b/.test(h)) return 0;
  const isWeekly = /\bweekly\b/.test(h);
  if (isWeekly && COST.test(h)) return 1;
  if (/^(placement |gross |net |unit |current )*(cost|costs|price|fee|fees)( cost)?$/.test(h)) {
    return 0.8;
  }
  return isWeekly || COST.test(h) ? 0.6 : 0;
}
