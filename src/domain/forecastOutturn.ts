import { oldestDate } from './oldestDate';
import { typedDate } from './ukDate';
import {
  addDays,
  daysBetween,
  financialYearBounds,
  financialYearOf,
  type FinancialYear,
} from './calendar';
import { sum } from './money';
import { placementGroupOf } from './placement';
import type { IsoDate } from './reading';
import type { Placement } from './sources/placements';
import type { ListProblem } from './sources/source';
import { plainly } from './typed';

/** What a kind of placement comes to in the financial year, £, unrounded. */
export interface OutturnRow {
  /** As the list has it, in words; of a code, the standard group. */
  placement: string;
  /** Placements with a day in the year. */
  placements: number;
  /** One for each of the twelve periods, April first. */
  periods: number[];
  outturn: number;
  /** Placements with a day in each of the periods. */
  placementsIn: number[];
  /** That of placements which ended by the as-at date. */
  ended: number;
  /** How many of the placements these are, and in how many periods each has a day, added up. */
  endedPlacements: number;
  endedPeriods: number;
  /** That of all others: they go on, end later, or are yet to begin. */
  committed: number;
  /** £ for the year; undefined where no line of the budget is for it. */
  budget: number | undefined;
}

export interface ForecastOutturn {
  year: FinancialYear;
  /** In the list's order, then those that the budget alone names; without a total. */
  rows: OutturnRow[];
  /** Placements whose dates leave no day in the year. */
  outside: number;
  problems: ListProblem[];
}

/** A line of the budget for the year. */
export interface BudgetLine {
  placement: string;
  /** £ a year. */
  budget: number;
}

export interface ForecastTerms {
  asAt: IsoDate;
  /** By which share weekly costs rise on 1 April, 0.03 for 3%. */
  uplift: number;
}

/** Nobody is placed so far ahead: a date beyond it is a slip of the century. */
const YEARS_AHEAD = 5;

/**
 * The forecast for the as-at date's financial year: days × weekly cost ÷ 7. The start date counts, the
 * end date does not, 31 March counts; a placement without an end goes on to 31 March. The weekly cost
 * of placements that began before 1 April rises by the uplift from 1 April; others cost what they were
 * agreed at. A placement listed twice counts once. One that ends before it starts, or starts more than 25 years before the year or
 * 5 years after it, is a problem and left out.
 */
export function forecastOutturn(
  listed: readonly Placement[],
  budget: readonly BudgetLine[],
  { asAt, uplift }: ForecastTerms,
): ForecastOutturn {
  const year = financialYearOf(asAt);
  const bounds = financialYearBounds(year);
  const dated = listed.filter((row) => problemOf(row, bounds) === undefined);
  const { sound, repeats } = withoutRepeats(dated);
  const problems = [...listed.flatMap((row) => problemOf(row, bounds) ?? []), ...repeats];
  const days = dayGrid(bounds.start);
  const lines = mergedLines(budget);
  const placementsIn = (some: readonly Placement[]): number[] =>
    days.map(
      ({ from, to }) =>
        some.filter((row) => hasDayIn(row, { start: from, end: addDays(to, -1) })).length,
    );
  const groups = groupedBy(sound, lineFinder(lines));
  const rows = groups.map(({ placement, rows: own, line }): OutturnRow => {
    const costs = own.map((row) => costsIn(row, days, bounds.start, uplift));
    const outturnOf = (some: (row: Placement) => boolean): number =>
      sum(costs.flatMap((periods, i) => (some(own[i]!) ? periods : [])));
    const hasEnded = ({ end }: Placement): boolean => end !== undefined && end <= asAt;
    return {
      placement,
      placements: own.filter((row) => hasDayIn(row, bounds)).length,
      periods: days.map((_, period) => sum(costs.map((periods) => periods[period]!))),
      outturn: outturnOf(() => true),
      placementsIn: placementsIn(own),
      ended: outturnOf(hasEnded),
      endedPlacements: own.filter((row) => hasEnded(row) && hasDayIn(row, bounds)).length,
      endedPeriods: sum(placementsIn(own.filter(hasEnded))),
      committed: outturnOf((row) => !hasEnded(row)),
      budget: line?.budget,
    };
  });
  const unused = lines.filter((line) => groups.every((group) => group.line !== line));
  return {
    year,
    rows: [...rows, ...unused.map(withoutPlacements)],
    outside: sound.filter((row) => !hasDayIn(row, bounds)).length,
    problems,
  };
}

/** The budget that the list itself has, a row for each placement. */
export const budgetInList = (listed: readonly Placement[]): BudgetLine[] =>
  listed.flatMap((row) =>
    row.budget === undefined ? [] : [{ placement: nameOf(row), budget: row.budget }],
  );

const withoutPlacements = ({ placement, budget }: BudgetLine): OutturnRow => ({
  placement,
  placements: 0,
  periods: Array.from({ length: PERIODS }, () => 0),
  outturn: 0,
  placementsIn: Array.from({ length: PERIODS }, () => 0),
  ended: 0,
  endedPlacements: 0,
  endedPeriods: 0,
  committed: 0,
  budget,
});

// Days ----------------------------------------------------------------------------------------

const PERIODS = 12;

/** First days of the months of a financial year, and the first day after each. */
function dayGrid(start: IsoDate): { from: IsoDate; to: IsoDate }[] {
  const first = Number(start.slice(0, 4)) * 12 + 3;
  const dayOne = (month: number): IsoDate =>
    `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  return Array.from({ length: PERIODS }, (_, i) => ({
    from: dayOne(first + i),
    to: dayOne(first + i + 1),
  }));
}

type Bounds = ReturnType<typeof financialYearBounds>;

const hasDayIn = ({ start, end }: Placement, year: Bounds): boolean =>
  start <= year.end && (end === undefined || (end > year.start && end > start));

/** £ in each period. */
function costsIn(
  { start, end, weeklyCost }: Placement,
  days: readonly { from: IsoDate; to: IsoDate }[],
  yearStart: IsoDate,
  uplift: number,
): number[] {
  const weekly = start < yearStart ? weeklyCost * (1 + uplift) : weeklyCost;
  return days.map(({ from, to }) => {
    const first = start > from ? start : from;
    const after = end !== undefined && end < to ? end : to;
    return (weekly * Math.max(0, daysBetween(first, after))) / 7;
  });
}

function problemOf(row: Placement, year: Bounds): ListProblem | undefined {
  const { start, end, at } = row;
  const say = (address: string, message: string): ListProblem => ({
    address,
    ref: row.reference ?? '',
    message: `${address} ${message} The placement’s row is left out until then.`,
  });
  if (end !== undefined && end < start) {
    return say(
      at.end,
      `holds ${typedDate(end)}, an end before the start of ${typedDate(start)} in ${at.start}. Correct one of them.`,
    );
  }
  if (start < oldestDate(year.start)) {
    return say(at.start, 'holds a start from too long ago. Correct the start date.');
  }
  return start > addDays(year.end, Math.round(YEARS_AHEAD * 365.25))
    ? say(at.start, 'holds a start too far ahead. Correct the start date.')
    : undefined;
}

/**
 * A placement that stands in the list twice, with the same reference, start and cost, counts once; with
 * another cost it may be a part of the first, and counts. Both are problems.
 */
function withoutRepeats(listed: readonly Placement[]): {
  sound: Placement[];
  repeats: ListProblem[];
} {
  const known = new Map<string, Placement[]>();
  const repeats: ListProblem[] = [];
  const sound = listed.filter((row) => {
    const { reference, placement, start, weeklyCost, at } = row;
    if (reference === undefined) return true;
    const key = JSON.stringify([plainly(reference), plainly(placement), start]);
    const earlier = known.get(key) ?? [];
    known.set(key, [...earlier, row]);
    if (earlier.length === 0) return true;
    const same = earlier.find((other) => other.weeklyCost === weeklyCost);
    const which = `holds ${reference}, whose placement from ${typedDate(start)} is in ${(same ?? earlier[0]!).at.reference} too`;
    repeats.push({
      address: at.reference,
      ref: reference,
      message: same
        ? `${at.reference} ${which}, at the same cost. It counts once; delete one of the rows.`
        : `${at.reference} ${which}, at another cost. Both are counted; delete one if they are the same.`,
    });
    return same === undefined;
  });
  return { sound, repeats };
}

// Placements and their budget -----------------------------------------------------------------

interface Grouped {
  placement: string;
  rows: Placement[];
  line: BudgetLine | undefined;
}

/** Placements of one line of the budget, or of one wording, in the list's order. */
function groupedBy(
  listed: readonly Placement[],
  lineOf: (row: Placement) => BudgetLine | undefined,
): Grouped[] {
  const groups = new Map<BudgetLine | string, Grouped>();
  /** In how many groups a wording of the list stands. */
  const places = new Map<string, number>();
  for (const row of listed) {
    const line = lineOf(row);
    const name = nameOf(row);
    const key = line ?? plainly(name);
    const group = groups.get(key) ?? { placement: name, rows: [], line };
    if (group.rows.every((other) => plainly(nameOf(other)) !== plainly(name))) {
      places.set(plainly(name), (places.get(plainly(name)) ?? 0) + 1);
      // Of several wordings for one line of the budget, none is the name of all.
      if (line && group.rows.length > 0) group.placement = line.placement;
    }
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) =>
    group.line && places.get(plainly(group.placement))! > 1
      ? { ...group, placement: group.line.placement }
      : group,
  );
}

const CODE = /^[a-z]\d\b/i;

/** Words as they stand; a code of the statutory return under its standard group. */
const nameOf = ({ placement, provider }: Pick<Placement, 'placement' | 'provider'>): string =>
  (CODE.test(placement) ? placementGroupOf(placement, provider) : undefined) ?? placement;

/** Lines for the same placement are one. */
function mergedLines(budget: readonly BudgetLine[]): BudgetLine[] {
  const names = new Map<string, string>();
  for (const { placement } of budget) {
    if (!names.has(wordsOf(placement))) names.set(wordsOf(placement), placement);
  }
  return [...names].map(([words, placement]) => ({
    placement,
    budget: sum(budget.flatMap((line) => (wordsOf(line.placement) === words ? [line.budget] : []))),
  }));
}

/**
 * The line of the budget that a placement belongs to: the one in the same words, else the only one of
 * its standard group by placement and provider, else by placement alone.
 */
function lineFinder(lines: readonly BudgetLine[]): (row: Placement) => BudgetLine | undefined {
  const inWords = new Map(lines.map((line) => [wordsOf(line.placement), line]));
  const onlyOf = (group: ReturnType<typeof placementGroupOf>): BudgetLine | undefined => {
    const found = lines.filter(({ placement }) => group && placementGroupOf(placement) === group);
    return found.length === 1 ? found[0] : undefined;
  };
  const known = new Map<string, BudgetLine | undefined>();
  return ({ placement, provider = '' }) => {
    const key = JSON.stringify([placement, provider]);
    if (!known.has(key)) {
      known.set(
        key,
        inWords.get(wordsOf(nameOf({ placement, provider }))) ??
          onlyOf(placementGroupOf(placement, provider)) ??
          onlyOf(placementGroupOf(placement)),
      );
    }
    return known.get(key);
  };
}

/** 'IFA placements' and 'IFAs' are one in words. */
const wordsOf = (placement: string): string =>
  plainly(placement)
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9+]+/g, ' ')
    .replace(/\b(placements?|budgets?|provision)\b/g, '')
    .replace(/s\b/g, '')
    .replace(/ +/g, ' ')
    .trim();
