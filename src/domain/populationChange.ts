import { addDays } from './calendar';
import { filledDown } from './filledDown';
import type { IsoDate } from './reading';
import type { DatedCount } from './sources/population';
import type { ListProblem } from './sources/source';
import { plainly } from './typed';

/** Children looked after by an authority on one date and on the next that the list has of it. */
export interface PopulationChange {
  /** Undefined where the list names none. */
  authority: string | undefined;
  from: IsoDate;
  to: IsoDate;
  before: number;
  after: number;
  /** After less before: fewer children are below 0. */
  change: number;
  /** A fraction of the number before; undefined where that is 0. */
  share: number | undefined;
}

export interface PopulationChanges {
  /** By authority in the list's order, then by date. */
  changes: PopulationChange[];
  /** Authorities with one date alone, which have no change. */
  single: (string | undefined)[];
  /** Counts dated after the as-at date, which are taken all the same. */
  afterPosition: number;
  problems: ListProblem[];
}

/** Nobody compares numbers of so long ago, or so far ahead: such a date is a slip of the century. */
const FARTHEST_YEARS = 50;

interface Counted {
  authority: string | undefined;
  row: DatedCount;
}

/**
 * Changes between successive dates of each authority (papers 002, 003), whatever the order of the
 * rows. A second count of an authority for a date, and a date more than 50 years from the as-at date,
 * is left out and a problem. A blank authority is that of the row right above.
 */
export function populationChanges(rows: readonly DatedCount[], asAt: IsoDate): PopulationChanges {
  const names = filledDown(
    rows.map(({ authority, at }) => ({ text: authority, address: at.authority })),
  );
  const span = Math.round(FARTHEST_YEARS * 365.25);
  const [first, last] = [addDays(asAt, -span), addDays(asAt, span)];
  const groups = new Map<string, Map<IsoDate, Counted>>();
  const problems: ListProblem[] = [];
  rows.forEach((row, i) => {
    const authority = names[i];
    if (row.date < first || row.date > last) {
      problems.push(farDate(row, row.date < first));
      return;
    }
    const key = authority === undefined ? '' : plainly(authority);
    const counts = groups.get(key) ?? new Map<IsoDate, Counted>();
    groups.set(key, counts);
    if (counts.has(row.date)) problems.push(secondCount(row, authority));
    else counts.set(row.date, { authority, row });
  });
  const series = [...groups.values()].map((counts) => ({
    authority: [...counts.values()][0]!.authority,
    rows: [...counts.values()]
      .map(({ row }) => row)
      .sort((one, other) => (one.date < other.date ? -1 : 1)),
  }));
  return {
    changes: series.flatMap(({ authority, rows: dated }) =>
      dated.slice(1).map((row, i) => changeBetween(authority, dated[i]!, row)),
    ),
    single: series.filter((each) => each.rows.length === 1).map(({ authority }) => authority),
    afterPosition: series.flatMap((each) => each.rows).filter(({ date }) => date > asAt).length,
    problems,
  };
}

function changeBetween(
  authority: string | undefined,
  one: DatedCount,
  next: DatedCount,
): PopulationChange {
  const [before, after] = [one.children, next.children];
  const change = after - before;
  return {
    authority,
    from: one.date,
    to: next.date,
    before,
    after,
    change,
    share: before === 0 ? undefined : change / before,
  };
}

const farDate = ({ at, authority }: DatedCount, isEarly: boolean): ListProblem => ({
  address: at.date,
  ref: authority ?? '',
  message: `${at.date} holds a date ${isEarly ? 'from too long ago' : 'too far ahead'}, so the count is left out. Correct the date.`,
});

const secondCount = ({ at }: DatedCount, authority: string | undefined): ListProblem => ({
  address: at.children,
  ref: authority ?? '',
  message: `${at.children} is a second count for the same date${authority === undefined ? '' : ` of ${authority}`}, so it is left out. Keep one of the two.`,
});
