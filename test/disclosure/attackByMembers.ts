/**
 * What a reader with a solver finds out who knows who is in each figure, as somebody does who knows that
 * foster carers of the council's own are bought from nobody, or that reviews are of the tracker's young
 * people. All figures of all tables are one linear programme, pounds of every measure at once. It shares
 * no code with what it attacks.
 */
import type { PeopleGroup } from '../../src/domain/disclosure/peopleGroup';
import { solved, type Asked } from './solver';

/** How much a reader knows of a figure that is not shown. */
export interface Found {
  /** What it is of; 'left out' for those of one table who are not in another. */
  who: string;
  what: string;
  truth: number;
  low: number;
  high: number;
}

type Who = ReadonlySet<string>;

/** A table, or those whom tables leave out. */
interface Rows {
  source: string;
  of: Who[];
}

/** Two sides with the same people on them. */
interface Fact {
  left: Who[];
  right: Who[];
}

const SLACK = 1e-5;
const PENNY = 0.01;

/**
 * Every small count, and every amount that is hidden or of few, that the shown figures give away. What
 * is known with nothing shown at all, as that all cost nothing who are said to, no figure gives away.
 */
export async function attackByMembers(
  groups: readonly PeopleGroup[],
  hidden: readonly boolean[],
  threshold: number,
): Promise<Found[]> {
  const found = await foundIn(groups, hidden, threshold);
  if (found.length === 0) return found;
  const nothingShown = groups.map(({ people, isKnown }) => people > 0 && !isKnown);
  const anyway = await foundIn(groups, nothingShown, threshold);
  const isSame = (one: Found, other: Found): boolean =>
    one.who === other.who && one.what === other.what && one.truth === other.truth;
  return found.filter((one) => !anyway.some((other) => isSame(one, other)));
}

async function foundIn(
  groups: readonly PeopleGroup[],
  hidden: readonly boolean[],
  threshold: number,
): Promise<Found[]> {
  const isSmall = (people: number): boolean => people >= 1 && people <= threshold;
  const figures = new Map<string, { group: PeopleGroup; isHidden: boolean; who: Who }>();
  const nobody = new Set(groups.flatMap(({ people, members }) => (people === 0 ? members : [])));
  const whoIn = ({ members }: PeopleGroup): Who =>
    new Set(members.filter((name) => !nobody.has(name)));
  groups.forEach((group, at) => {
    if (group.people === 0) return;
    const who = whoIn(group);
    const known = figures.get(nameOf(who))?.group;
    const amounts = { ...known?.amounts, ...group.amounts };
    const isFigure = known ? known.fewest === undefined : false;
    const both = { ...group, amounts, ...(isFigure && { fewest: undefined }) };
    figures.set(nameOf(who), { group: both, isHidden: hidden[at]!, who });
  });
  const tables = new Map<string, Rows>();
  for (const group of groups) {
    if (group.people === 0) continue;
    const who = whoIn(group);
    for (const by of [group.by, ...(group.alsoBy ? [group.alsoBy] : [])]) {
      // Rows that share somebody add up to nothing together, so they go on in a table of their own.
      for (let more = 0; ; more++) {
        const name = JSON.stringify([group.source, by, more]);
        const rows = tables.get(name) ?? { source: group.source, of: [] };
        tables.set(name, rows);
        if (rows.of.some((other) => nameOf(other) === nameOf(who))) break;
        if (rows.of.some((other) => [...other].some((each) => who.has(each)))) continue;
        rows.of.push(who);
        break;
      }
    }
  }
  const facts = factsOf([...tables.values()]);
  const left = new Map<string, Who>();
  for (const who of facts.flatMap((fact) => [...fact.left, ...fact.right])) {
    if (!figures.has(nameOf(who))) left.set(nameOf(who), who);
  }

  const counts = await counted();
  const pounds = await costed();
  return [...counts, ...pounds];

  async function counted(): Promise<Found[]> {
    const columns = new Map<string, string>();
    const bounds: string[] = [];
    const asked: Asked<Omit<Found, 'low' | 'high'>>[] = [];
    for (const [name, { group, isHidden }] of figures) {
      const column = `g${columns.size}`;
      columns.set(name, column);
      if (group.fewest !== undefined) bounds.push(`${column} >= 0`);
      else if (!isHidden) bounds.push(`${column} = ${group.people}`);
      else {
        bounds.push(`${column} >= 1`);
        asked.push({
          name: column,
          of: { who: named(group), what: 'people', truth: group.people },
        });
      }
    }
    for (const [name, who] of left) {
      const column = `r${columns.size}`;
      columns.set(name, column);
      asked.push({ name: column, of: { who: 'left out', what: 'people', truth: who.size } });
    }
    const rows = facts.map((fact) => rowOf(fact, (who) => columns.get(nameOf(who))!));
    return (await solved('the counts', rows, bounds, asked)).filter(
      ({ truth, low, high }) =>
        isSmall(truth) && Math.ceil(low - SLACK) >= Math.floor(high + SLACK),
    );
  }

  async function costed(): Promise<Found[]> {
    const measures = [
      ...new Set([...figures.values()].flatMap(({ group }) => Object.keys(group.amounts ?? {}))),
    ];
    const rows: string[] = [];
    const bounds: string[] = [];
    const asked: Asked<Omit<Found, 'low' | 'high'>>[] = [];
    const columnsOf = new Map<string, { column: string; value: number }[]>();
    let next = 0;
    for (const measure of measures) {
      const known = new Map<string, number>();
      for (const [name, { group }] of figures) {
        const amount = group.amounts?.[measure];
        if (amount) known.set(name, amount.value);
      }
      const isCost = [...figures.values()].every(
        ({ group }) => group.amounts?.[measure]?.isNeverNegative ?? true,
      );
      const own = keptBy(facts, known, isCost);
      const columns = new Map<string, string>();
      const columnOf = (who: Who): string => {
        const name = nameOf(who);
        if (columns.has(name)) return columns.get(name)!;
        const column = `a${next++}`;
        columns.set(name, column);
        const figure = figures.get(name);
        const amount = figure?.group.amounts?.[measure];
        const truth = known.get(name);
        const ask = (of: string): void => {
          asked.push({ name: column, of: { who: of, what: measure, truth: truth ?? 0 } });
        };
        if (figure && amount) {
          const same = columnsOf.get(name) ?? [];
          const twin = same.find(
            ({ value }) => value !== 0 && Math.abs(value - amount.value) <= PENNY,
          );
          // The same money is the same figure but for a penny that rounding makes.
          if (twin) rows.push(`${column} - ${twin.column} = ${amount.value - twin.value}`);
          else columnsOf.set(name, [...same, { column, value: amount.value }]);
          if (!figure.isHidden) bounds.push(`${column} = ${amount.value}`);
          else {
            const most = amount.atMost === undefined ? 'inf' : String(amount.atMost);
            bounds.push(`${amount.isNeverNegative ? '0' : `-${most}`} <= ${column} <= ${most}`);
            ask(named(figure.group));
          }
        } else if (isCost && truth !== undefined && truth <= PENNY) {
          bounds.push(`${column} = ${truth}`);
        } else {
          bounds.push(isCost && truth !== undefined ? `${column} >= 0` : `${column} free`);
          if (truth !== undefined && isSmall(figure?.group.people ?? who.size)) ask('left out');
        }
        return column;
      };
      for (const { group, who } of figures.values()) if (group.amounts?.[measure]) columnOf(who);
      for (const fact of own) {
        const row = rowOf(fact, columnOf).replace(' = 0', '');
        // Pennies that rounding puts between what adds up.
        const gap =
          sumOf(fact.left, known) === undefined || sumOf(fact.right, known) === undefined
            ? 0
            : sumOf(fact.left, known)! - sumOf(fact.right, known)!;
        rows.push(`${row} = ${gap}`);
      }
    }
    return (await solved('the amounts', rows, bounds, asked)).filter(({ truth, low, high }) => {
      const tenth = 0.1 * Math.abs(truth) + 2 * PENNY;
      return low >= truth - tenth && high <= truth + tenth;
    });
  }
}

const nameOf = (who: Who): string => JSON.stringify([...who].sort());

const named = ({ source, by, people }: PeopleGroup): string => `${source}, ${by}: ${people}`;

const rowOf = ({ left, right }: Fact, columnOf: (who: Who) => string): string =>
  `${left.map((who) => ` + ${columnOf(who)}`).join('')}${right
    .map((who) => ` - ${columnOf(who)}`)
    .join('')} = 0`;

/** Undefined where a reader of everything could not say. */
function sumOf(side: readonly Who[], known: ReadonlyMap<string, number>): number | undefined {
  const values = side.map((who) => known.get(nameOf(who)));
  return values.some((value) => value === undefined)
    ? undefined
    : values.reduce<number>((sum, value) => sum + value!, 0);
}

/** Facts whose pounds add up as their people do; works out on the way what stands in no table. */
function keptBy(facts: readonly Fact[], known: Map<string, number>, isCost: boolean): Fact[] {
  let kept = [...facts];
  for (let before = -1; before !== known.size;) {
    before = known.size;
    kept = kept.filter(({ left, right }) => {
      const missing = [...left, ...right].filter((who) => !known.has(nameOf(who)));
      if (missing.length > 1) return true;
      const some = (side: Who[]): number =>
        side.reduce((sum, who) => sum + (known.get(nameOf(who)) ?? 0), 0);
      const gap = some(left) - some(right);
      const near = PENNY * (left.length + right.length);
      const [last] = missing;
      if (!last) return Math.abs(gap) <= near;
      const value = left.includes(last) ? -gap : gap;
      if (isCost && value < -near) return false;
      known.set(nameOf(last), isCost ? Math.max(0, value) : value);
      return true;
    });
  }
  return kept;
}

// Who is who ----------------------------------------------------------------------------------

/** What adds up to what among tables, and among those whom one of two tables leaves out. */
function factsOf(tables: readonly Rows[]): Fact[] {
  const facts: Fact[] = [];
  const leftOut: Rows[] = [];
  tables.forEach((one, at) => {
    for (const other of tables.slice(at + 1)) {
      const isOneSource = one.source === other.source;
      const apart: [Who[], Who[]] = [[], []];
      for (const { left, right } of clusters(one.of, other.of)) {
        const [first, second] = [without(left, right), without(right, left)];
        if (first.size > 0) apart[0].push(first);
        if (second.size > 0) apart[1].push(second);
        if (left.length === 0 || right.length === 0) continue;
        if (!isOneSource && first.size + second.size > 0) continue;
        facts.push({
          left: second.size > 0 ? [...left, second] : left,
          right: first.size > 0 ? [...right, first] : right,
        });
      }
      if (!isOneSource) continue;
      for (const of of apart) if (of.length > 0) leftOut.push({ source: one.source, of });
    }
  });
  const whole = (one: Rows, other: Rows): void => {
    for (const { left, right } of clusters(one.of, other.of)) {
      if (left.length === 0 || right.length === 0) continue;
      if (without(left, right).size + without(right, left).size === 0) facts.push({ left, right });
    }
  };
  const distinct = [
    ...new Map(leftOut.map((rows) => [JSON.stringify(rows.of.map(nameOf).sort()), rows])).values(),
  ];
  distinct.forEach((one, at) => {
    for (const other of [...tables, ...distinct.slice(at + 1)]) whole(one, other);
  });
  return facts.filter(
    ({ left, right }) =>
      JSON.stringify(left.map(nameOf).sort()) !== JSON.stringify(right.map(nameOf).sort()),
  );
}

const without = (some: readonly Who[], others: readonly Who[]): Who =>
  new Set(some.flatMap((who) => [...who]).filter((name) => !others.some((who) => who.has(name))));

/** Rows of two tables that hang together by somebody whom they share, however far. */
function clusters(one: readonly Who[], other: readonly Who[]): Fact[] {
  const found: Fact[] = [];
  const open = [new Set(one), new Set(other)];
  for (;;) {
    const [start] = open[0]!.size > 0 ? open[0]! : open[1]!;
    if (!start) return found;
    const sides: Who[][] = [[], []];
    const queue: [Who, number][] = [[start, open[0]!.has(start) ? 0 : 1]];
    open[queue[0]![1]]!.delete(start);
    for (const [who, side] of queue) {
      sides[side]!.push(who);
      for (const next of [...open[1 - side]!]) {
        if (![...who].some((name) => next.has(name))) continue;
        open[1 - side]!.delete(next);
        queue.push([next, 1 - side]);
      }
    }
    found.push({ left: sides[0]!, right: sides[1]! });
  }
}
