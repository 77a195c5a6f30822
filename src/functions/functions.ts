/**
 * The custom functions as Excel sees them: the build reads their names, arguments and help
 * addresses from the comments below (custom-functions-metadata). Each is pure and synchronous,
 * takes cells, ranges or whole columns, and spills. help.html is their manual.
 */
import {
  annualise as annualised,
  defaultBasis,
  financialPeriodOf,
  financialYearOf,
  partYearEffect as costInYear,
} from '../domain/calendar';
import { costAvoided as avoidedCost } from '../domain/costAvoidance';
import { splitOf } from '../domain/jointFunding';
import { paybackYears as yearsOfPayback } from '../domain/payback';
import { placementGroupOf } from '../domain/placement';
import {
  amount,
  basis as aBasis,
  cost,
  date as aDate,
  financialYear as aFinancialYear,
  optionalAmount,
  optionalDate,
  placement as aPlacement,
  share,
  spill,
  text,
} from './arguments';
import { evidenceOfChanges, reasonsOfChanges } from './changeReason';
import { cohortDelta as deltaOfCohorts } from './cohortDelta';
import { dividedByZero, invalid, missing, sentences } from './errors';
import { reasonSummary as summaryOfReasons } from './reasonSummary';
import { reconciliation } from './reconcile';
import { suppressed } from './suppress';

// Excel's metadata knows any[][] as "a range of anything"; nothing narrower lets typed money in.
/* eslint-disable @typescript-eslint/no-explicit-any */

const ENDED = 'type 0 if the placement has ended';
const FIGURE = 'type the amount, or 0';

/**
 * Original less current weekly cost: a saving is positive.
 * @customfunction WEEKLY_SAVING
 * @helpurl https://localhost:3000/help/functions.html#weekly_saving
 * @param original Weekly cost at the baseline: a cell, a range or a whole column.
 * @param current Weekly cost now, of the same size.
 * @returns £ a week, a row for each row given; a saving is positive.
 */
export function weeklySaving(original: any[][], current: any[][]): any[][] {
  const declared = {
    original: cost('original cost', FIGURE),
    current: cost('current cost', ENDED),
  };
  return spill(declared, { original, current }, (row) => row.original - row.current);
}

/**
 * A weekly cost as a cost a year on a stated basis, 52 weeks unless another is given.
 * @customfunction ANNUALISE
 * @helpurl https://localhost:3000/help/functions.html#annualise
 * @param weekly Weekly cost: a cell, a range or a whole column.
 * @param [basis] 52 (default), 52.14, 52.18, 365/7, 366/7, 53, or a financial year such as 2024/25.
 * @returns £ a year, a row for each row given.
 */
export function annualise(weekly: any[][], basis?: any[][]): any[][] {
  const declared = { weekly: cost('weekly cost', FIGURE), basis: aBasis };
  return spill(declared, { weekly, basis }, (row) =>
    annualised(row.weekly, row.basis ?? defaultBasis),
  );
}

/**
 * Current less original weekly cost of a cohort, or a table of all cohorts with a total: a saving is negative.
 * @customfunction COHORT_DELTA
 * @helpurl https://localhost:3000/help/functions.html#cohort_delta
 * @param original Weekly costs at the baseline: a range or a whole column.
 * @param current Weekly costs now, of the same size.
 * @param [cohorts] The cohort of each row, of the same size.
 * @param [cohort] The cohort to give, or several; left out, a table of all.
 * @param [measure] difference (default), average, original, current, count, percent or annual.
 * @returns The measure for each cohort asked for, or the table.
 */
export function cohortDelta(
  original: any[][],
  current: any[][],
  cohorts?: any[][],
  cohort?: any[][],
  measure?: any[][],
): any[][] {
  return deltaOfCohorts({ original, current, cohorts }, cohort, measure);
}

/**
 * Why the weekly cost of a placement changed, from the note and what else is known. A blank is not known.
 * @customfunction CHANGE_REASON
 * @helpurl https://localhost:3000/help/functions.html#change_reason
 * @param note What the tracker says of the change: a cell, a range or a whole column.
 * @param [originalPlacement] Placement at the baseline, in words or as an SSDA903 code.
 * @param [originalProvider] Who provided it, in words or as a code PR0 to PR5.
 * @param [originalCost] Weekly cost at the baseline.
 * @param [currentPlacement] Placement now.
 * @param [currentProvider] Who provides it.
 * @param [currentCost] Weekly cost now; 0 where the placement has ended.
 * @param [dateOfBirth] Date of birth.
 * @param [endedOn] Date that care or the placement ended; blank while it goes on.
 * @param [reviewDate] Date of the position: what lies after it is a plan.
 * @returns The reason as text, a row for each row given.
 */
export function changeReason(
  note: any[][],
  originalPlacement?: any[][],
  originalProvider?: any[][],
  originalCost?: any[][],
  currentPlacement?: any[][],
  currentProvider?: any[][],
  currentCost?: any[][],
  dateOfBirth?: any[][],
  endedOn?: any[][],
  reviewDate?: any[][],
): any[][] {
  return reasonsOfChanges({
    note,
    originalPlacement,
    originalProvider,
    originalCost,
    currentPlacement,
    currentProvider,
    currentCost,
    dateOfBirth,
    endedOn,
    reviewDate,
  });
}

/**
 * Why the weekly cost changed, how sure that is, and what it rests on, in three columns. A blank is not known.
 * @customfunction CHANGE_EVIDENCE
 * @helpurl https://localhost:3000/help/functions.html#change_evidence
 * @param note What the tracker says of the change: a cell, a range of one column or a whole column.
 * @param [originalPlacement] Placement at the baseline, in words or as an SSDA903 code.
 * @param [originalProvider] Who provided it, in words or as a code PR0 to PR5.
 * @param [originalCost] Weekly cost at the baseline.
 * @param [currentPlacement] Placement now.
 * @param [currentProvider] Who provides it.
 * @param [currentCost] Weekly cost now; 0 where the placement has ended.
 * @param [dateOfBirth] Date of birth.
 * @param [endedOn] Date that care or the placement ended; blank while it goes on.
 * @param [reviewDate] Date of the position: what lies after it is a plan.
 * @returns The reason, the confidence from 0 to 1, and the evidence, a row for each row given.
 */
export function changeEvidence(
  note: any[][],
  originalPlacement?: any[][],
  originalProvider?: any[][],
  originalCost?: any[][],
  currentPlacement?: any[][],
  currentProvider?: any[][],
  currentCost?: any[][],
  dateOfBirth?: any[][],
  endedOn?: any[][],
  reviewDate?: any[][],
): any[][] {
  return evidenceOfChanges({
    note,
    originalPlacement,
    originalProvider,
    originalCost,
    currentPlacement,
    currentProvider,
    currentCost,
    dateOfBirth,
    endedOn,
    reviewDate,
  });
}

/**
 * Young people and weekly cost by reason, in a table with headings and a total: a saving is negative, except among reductions.
 * @customfunction REASON_SUMMARY
 * @helpurl https://localhost:3000/help/functions.html#reason_summary
 * @param reasons The reason of each row: a range or a whole column.
 * @param original Weekly costs at the baseline, of the same size.
 * @param current Weekly costs now, of the same size.
 * @param [direction] reductions (amounts saved) or increases (amounts added); left out, the net of both.
 * @returns The table: reason, young people, weekly amount, average a young person.
 */
export function reasonSummary(
  reasons: any[][],
  original: any[][],
  current: any[][],
  direction?: any[][],
): any[][] {
  return summaryOfReasons({ reasons, original, current }, direction);
}

/**
 * Whether a stated total is what its parts add up to: 'Reconciles', or stated less their sum.
 * @customfunction RECONCILE
 * @helpurl https://localhost:3000/help/functions.html#reconcile
 * @param stated The total as stated: one cell.
 * @param parts What it should be the total of: a range or a whole column. Blank cells add nothing.
 * @param [tolerance] A difference up to this much reconciles; left out, half a penny.
 * @returns Reconciles, or the difference: below 0 where too little is stated.
 */
export function reconcile(stated: any[][], parts: any[][], tolerance?: any[][]): any[][] {
  return [[reconciliation(stated, parts, tolerance)]];
}

/**
 * Counts with small ones as [c], secondary suppression included: no subtraction gives one back.
 * @customfunction SUPPRESS
 * @helpurl https://localhost:3000/help/functions.html#suppress
 * @param counts A table of counts of young people, with or without headings and totals: a range.
 * @param [threshold] The largest count that is not shown, 0 to 9; left out, 5. With 0 all are shown.
 * @returns The table, of the same size.
 */
export function suppress(counts: any[][], threshold?: any[][]): any[][] {
  return suppressed(counts, threshold);
}

/**
 * Growth from before to after as a fraction: 0.2083 is 20.83%.
 * @customfunction PERCENT_CHANGE
 * @helpurl https://localhost:3000/help/functions.html#percent_change
 * @param before The earlier amount: a cell, a range or a whole column.
 * @param after The later amount, of the same size.
 * @returns A fraction, a row for each row given; format it as a percentage.
 */
export function percentChange(before: any[][], after: any[][]): any[][] {
  const declared = { before: cost('before', FIGURE), after: cost('after', FIGURE) };
  return spill(declared, { before, after }, (row) => {
    if (row.before === 0) return dividedByZero(sentences.zeroBefore);
    if (row.before < 0) return invalid(sentences.negativeBefore);
    return (row.after - row.before) / row.before;
  });
}

/**
 * The part of a weekly cost that falls in a financial year, by days ÷ 7.
 * @customfunction PART_YEAR_EFFECT
 * @helpurl https://localhost:3000/help/functions.html#part_year_effect
 * @param weekly Weekly cost: a cell, a range or a whole column.
 * @param start Date that the placement started; it counts.
 * @param [end] Date that the placement ended; it does not count. Blank while it goes on.
 * @param [year] Financial year such as 2024/25; left out, the year of the start date.
 * @returns £ in the year, a row for each row given.
 */
export function partYearEffect(
  weekly: any[][],
  start: any[][],
  end?: any[][],
  year?: any[][],
): any[][] {
  const declared = {
    weekly: cost('weekly cost', FIGURE),
    start: aDate('start date', 'type the date that the placement started'),
    end: optionalDate('end date'),
    year: aFinancialYear,
  };
  return spill(declared, { weekly, start, end, year }, (row) => {
    if (row.end !== undefined && row.end < row.start) return invalid(sentences.endBeforeStart);
    const inYear = row.year ?? financialYearOf(row.start);
    return costInYear(row.weekly, row.start, row.end ?? null, inYear);
  });
}

/**
 * Cost avoided by a diversion from care: a weekly cost from the date of diversion to another, by days ÷ 7.
 * @customfunction COST_AVOIDED
 * @helpurl https://localhost:3000/help/functions.html#cost_avoided
 * @param weekly Weekly cost that was expected: a cell, a range or a whole column.
 * @param divertedOn Date of diversion; it counts.
 * @param [until] Last day that counts; left out or blank, 31 March of the financial year of the diversion.
 * @returns £ avoided, a row for each row given.
 */
export function costAvoided(weekly: any[][], divertedOn: any[][], until?: any[][]): any[][] {
  const declared = {
    weekly: cost('weekly cost', FIGURE),
    divertedOn: aDate('date of diversion', 'type the date of diversion'),
    until: optionalDate('until date'),
  };
  return spill(declared, { weekly, divertedOn, until }, (row) =>
    row.until !== undefined && row.until < row.divertedOn
      ? invalid(sentences.untilBeforeDiversion)
      : avoidedCost(row.weekly, row.divertedOn, row.until),
  );
}

/**
 * The financial year of a date, 1 April to 31 March, such as 2024/25.
 * @customfunction FINANCIAL_YEAR
 * @helpurl https://localhost:3000/help/functions.html#financial_year
 * @param date A date: a cell, a range or a whole column.
 * @returns The financial year as text, a row for each row given.
 */
export function financialYear(date: any[][]): any[][] {
  const declared = { date: aDate('date', 'type the date') };
  return spill(declared, { date }, (row) => financialYearOf(row.date));
}

/**
 * The financial period of a date: 1 is April, 12 is March.
 * @customfunction FINANCIAL_PERIOD
 * @helpurl https://localhost:3000/help/functions.html#financial_period
 * @param date A date: a cell, a range or a whole column.
 * @returns 1 to 12, a row for each row given.
 */
export function financialPeriod(date: any[][]): any[][] {
  const declared = { date: aDate('date', 'type the date') };
  return spill(declared, { date }, (row) => financialPeriodOf(row.date));
}

/**
 * Social care's share of a jointly funded cost: what education and health leave.
 * @customfunction NET_COST
 * @helpurl https://localhost:3000/help/functions.html#net_cost
 * @param gross Gross weekly cost: a cell, a range or a whole column.
 * @param [education] Share that education pays, such as 25%. Blank is none.
 * @param [health] Share that health pays, such as 25%. Blank is none.
 * @returns £ a week left to social care, a row for each row given.
 */
export function netCost(gross: any[][], education?: any[][], health?: any[][]): any[][] {
  const declared = {
    gross: cost('gross cost', FIGURE),
    education: share('education share'),
    health: share('health share'),
  };
  return spill(declared, { gross, education, health }, (row) => {
    const split = splitOf(row.gross, { share: row.health }, { share: row.education });
    return split?.net ?? invalid(sentences.sharesAboveAll);
  });
}

/**
 * Years until an annual saving has paid back the council's own capital: the whole cost less any grant.
 * @customfunction PAYBACK_YEARS
 * @helpurl https://localhost:3000/help/functions.html#payback_years
 * @param capital The whole capital cost, grant included: a cell, a range or a whole column.
 * @param saving The saving a year, above 0.
 * @param [grant] The grant towards the capital, which is taken off it. Blank is none.
 * @returns Years, a row for each row given.
 */
export function paybackYears(capital: any[][], saving: any[][], grant?: any[][]): any[][] {
  const declared = {
    capital: amount('capital', 'type the capital cost'),
    saving: amount('annual saving', 'type the saving a year'),
    // Excel takes no optional argument before one that must be given, so the grant comes last.
    grant: optionalAmount('grant'),
  };
  return spill(declared, { capital, saving, grant }, (row) => {
    const granted = row.grant ?? 0;
    if (row.capital < 0 || granted < 0) return invalid(sentences.negativeFunding);
    if (granted > row.capital) return invalid(sentences.grantAboveCapital);
    return yearsOfPayback(row.capital - granted, row.saving) ?? invalid(sentences.nothingSaved);
  });
}

/**
 * The standard group of a placement given in words or as an SSDA903 code.
 * @customfunction PLACEMENT_GROUP
 * @helpurl https://localhost:3000/help/functions.html#placement_group
 * @param placement The placement: a cell, a range or a whole column.
 * @param [provider] Who provides it: words such as Own provision or Private, or a code PR0 to PR5.
 * @returns The group as text, a row for each row given.
 */
export function placementGroup(placement: any[][], provider?: any[][]): any[][] {
  const declared = { placement: aPlacement, provider: text('provider') };
  return spill(
    declared,
    { placement, provider },
    (row) => placementGroupOf(row.placement, row.provider) ?? missing(sentences.unknownPlacement),
  );
}
