import { OLDEST_YEARS } from './oldestDate';
import {
  addDays,
  annualise,
  daysBetween,
  financialYearBounds,
  financialYearOf,
  partYearEffect,
  type Basis,
  type FinancialYear,
} from './calendar';
import { sum } from './money';
import type { IsoDate } from './reading';
import type { Diversion } from './sources/edgeOfCare';
import type { ListProblem } from './sources/source';
import { plainly } from './typed';

/** What the children whom a team kept out of one kind of placement would have cost, £, unrounded. */
export interface AvoidedRow {
  team: string;
  placement: string;
  children: number;
  /** £ a week. */
  weekly: number;
  /** What falls in the financial year. */
  partYear: number;
  /** A year on the stated basis. */
  fullYear: number;
}

export interface CostAvoidance {
  /** The as-at date's. */
  year: FinancialYear;
  /** By team, the most children first within each; without a total. */
  rows: AvoidedRow[];
  /** Children whose diversion ended before the year began, or is not said to have lasted until then. */
  before: number;
  /** Diversions that lie after the as-at date, and are counted. */
  afterPosition: number;
  /** Bad dates and costs; their rows are left out. */
  problems: ListProblem[];
}

export const NO_TEAM = 'Team not given';
export const NO_PLACEMENT = 'Placement not given';

/** Nobody keeps a list of so long ago: an older date is a slip of the century. */
const OLDEST_DAYS = OLDEST_YEARS * 365;

/**
 * The last day that a diversion counts for where nobody says how long it lasted: 31 March of its
 * own financial year.
 */
export const lastDayOf = (divertedOn: IsoDate): IsoDate =>
  financialYearBounds(financialYearOf(divertedOn)).end;

/**
 * Cost avoided by a diversion, £, unrounded: £ a week for the days from the date of diversion to the
 * `until` date, both of which count, by sevenths. 0 where it is until a day before.
 * @example costAvoided(700, '2025-03-31') // 100
 */
export const costAvoided = (
  weekly: number,
  divertedOn: IsoDate,
  until: IsoDate = lastDayOf(divertedOn),
): number => (weekly * Math.max(0, daysBetween(divertedOn, until) + 1)) / 7;

/**
 * Cost avoided by team and expected placement, in the as-at date's financial year and in a full one
 * (paper 001). A diversion lasts until its `until` date, which counts, or the day before it ended;
 * where it has neither, to 31 March of its own financial year. Children are counted where a day of
 * that falls in the year. Names that differ in capitals and spaces alone are one.
 */
export function costAvoidance(
  rows: readonly Diversion[],
  { asAt, basis }: { asAt: IsoDate; basis: Basis },
): CostAvoidance {
  const year = financialYearOf(asAt);
  const { start } = financialYearBounds(year);
  const problems = rows.flatMap((row) => problemOf(row, year) ?? []);
  const sound = rows.filter((row) => problemOf(row, year) === undefined);
  const counted = sound.filter((row) => lastDay(row) >= start);
  return {
    year,
    rows: byTeam(counted).map(({ team, placement, children }) => {
      const weekly = sum(children.map(({ weeklyCost }) => weeklyCost));
      return {
        team,
        placement,
        children: children.length,
        weekly,
        partYear: sum(children.map((row) => avoidedIn(row, year))),
        fullYear: annualise(weekly, basis),
      };
    }),
    before: sound.length - counted.length,
    afterPosition: counted.filter(({ divertedOn }) => divertedOn > asAt).length,
    problems,
  };
}

/** The last day that the child is said to have been kept out of care. */
function lastDay({ divertedOn, until, endedOn }: Diversion): IsoDate {
  const days = [until, endedOn && addDays(endedOn, -1)].filter((day) => day !== undefined);
  return days.sort()[0] ?? lastDayOf(divertedOn);
}

const avoidedIn = (row: Diversion, year: FinancialYear): number =>
  partYearEffect(row.weeklyCost, row.divertedOn, addDays(lastDay(row), 1), year);

interface Group {
  team: string;
  placement: string;
  children: Diversion[];
}

function byTeam(rows: readonly Diversion[]): Group[] {
  const groups = new Map<string, Group>();
  const names = new Map<string, string>();
  /** The spelling that comes first. */
  const nameOf = (text: string): string => {
    if (!names.has(plainly(text))) names.set(plainly(text), text);
    return names.get(plainly(text))!;
  };
  for (const row of rows) {
    const team = nameOf(row.team ?? NO_TEAM);
    const placement = nameOf(row.expectedPlacement ?? NO_PLACEMENT);
    const key = JSON.stringify([team, placement]);
    const group = groups.get(key) ?? { team, placement, children: [] };
    group.children.push(row);
    groups.set(key, group);
  }
  return [...groups.values()].sort(
    (one, other) =>
      one.team.localeCompare(other.team) ||
      other.children.length - one.children.length ||
      one.placement.localeCompare(other.placement),
  );
}

const LEFT_OUT = 'The child’s row is left out until then.';

function problemOf(row: Diversion, year: FinancialYear): ListProblem | undefined {
  const { start, end } = financialYearBounds(year);
  const { at, divertedOn, until, endedOn, weeklyCost } = row;
  const problem = (address: string, message: string): ListProblem => ({
    address,
    ref: row.reference ?? '',
    message: `${address} ${message} ${LEFT_OUT}`,
  });
  if (divertedOn > end) {
    return problem(
      at.divertedOn,
      `holds a date after ${year}, the financial year of the position. Correct the date of diversion, or choose a later position.`,
    );
  }
  if (divertedOn < addDays(start, -OLDEST_DAYS)) {
    return problem(at.divertedOn, 'holds a date from too long ago. Correct the date of diversion.');
  }
  if (until !== undefined && until < divertedOn) {
    return problem(at.until, 'holds a date before the date of diversion. Correct one of them.');
  }
  if (endedOn !== undefined && endedOn <= divertedOn) {
    return problem(
      at.endedOn,
      'holds a date that is not after the date of diversion. Correct one of them.',
    );
  }
  return weeklyCost < 0
    ? problem(at.weeklyCost, 'holds a cost below nought. Type what the placement would have cost.')
    : undefined;
}
