/**
 * What a reader with a solver can find out of published tables. It shares nothing with the code under
 * test: another solver (HiGHS), and another way to say what adds up, namely every kind of young
 * person that could be, one unknown each.
 */
import type { Told } from './appendices';
import { solved, type Asked } from './solver';

type Where = Readonly<Record<string, string>>;

/** How much a reader knows of one figure that is not shown. */
export interface Known {
  source: string;
  where: Where;
  /** people; rest: those of `where` whom the table by `by` does not list; or the measure of an amount. */
  what: string;
  by?: readonly string[];
  truth: number;
  low: number;
  high: number;
}

/** Some value that no table has: of those whom a table leaves out. */
const ELSEWHERE = '(elsewhere)';
/** What floating point can make of a bound. */
const SLACK = 1e-5;

/** Every small count, small rest and hidden amount that the shown figures give away. */
export async function attack(
  groups: readonly Told[],
  hidden: readonly boolean[],
  threshold: number,
): Promise<Known[]> {
  return (await known(groups, hidden)).filter(({ what, truth, low, high }) => {
    if (what === 'people' || what === 'rest') {
      const isSmall = truth >= 1 && truth <= threshold;
      return isSmall && Math.ceil(low - SLACK) >= Math.floor(high + SLACK);
    }
    const tenth = 0.1 * Math.abs(truth) + SLACK;
    return low >= truth - tenth && high <= truth + tenth;
  });
}

/** The bounds of every hidden count and amount and of every rest, one population after another. */
export async function known(groups: readonly Told[], hidden: readonly boolean[]): Promise<Known[]> {
  const found: Known[] = [];
  for (const source of new Set(groups.map((group) => group.source))) {
    const own = new Map<string, Figure>();
    groups.forEach((group, at) => {
      if (group.source !== source) return;
      own.set(nameOf(group.where), { ...group, isHidden: hidden[at]! });
    });
    found.push(...(await boundsIn(source, [...own.values()])));
  }
  return found;
}

type Figure = Told & { isHidden: boolean };

/** Young people alike in every dimension of one component: each unknown number of them is a column. */
interface Atoms {
  dimensions: string[];
  all: Where[];
}

async function boundsIn(source: string, figures: Figure[]): Promise<Known[]> {
  const components = atomsOf(figures);
  const rests = restsOf(figures);
  const measures = [...new Set(figures.flatMap(({ amounts }) => Object.keys(amounts ?? {})))];
  const found: Known[] = [];
  // A number that counts young people several times is published nowhere.
  const isCounted = figures.every(({ fewest }) => fewest === undefined);
  for (const measure of [...(isCounted ? [undefined] : []), ...measures]) {
    const rows: string[] = [];
    const bounds: string[] = [];
    const sumOf = (name: string, where: Where, isOf: (atom: Where) => boolean): void => {
      const component = components.find(({ dimensions }) =>
        Object.keys(where).every((dimension) => dimensions.includes(dimension)),
      )!;
      const terms = component.all.flatMap((atom, at) =>
        isWithin(atom, where) && isOf(atom) ? [` - ${columnOf(components, component, at)}`] : [],
      );
      rows.push(`${name}${terms.join('')} = 0`);
    };
    components.forEach((component) => {
      const terms = component.all.map((_, at) => ` - ${columnOf(components, component, at)}`);
      rows.push(`all${terms.join('')} = 0`);
    });
    const isFree =
      measure !== undefined &&
      figures.some((figure) => figure.amounts?.[measure]?.isNeverNegative === false);
    if (isFree) {
      for (const component of components) {
        component.all.forEach((_, at) =>
          bounds.push(`${columnOf(components, component, at)} free`),
        );
      }
      bounds.push('all free');
    }
    const asked: Asked<Omit<Known, 'low' | 'high'>>[] = [];
    figures.forEach((figure, at) => {
      const { where, people, isHidden } = figure;
      const value =
        measure === undefined ? people : people === 0 ? 0 : figure.amounts?.[measure]?.value;
      if (value === undefined) return;
      const name = `g${at}`;
      sumOf(name, where, () => true);
      if (!isHidden) bounds.push(`${name} = ${value}`);
      else {
        bounds.push(
          measure === undefined ? `${name} >= 1` : isFree ? `${name} free` : `${name} >= 0`,
        );
        asked.push({ name, of: { source, where, what: measure ?? 'people', truth: value } });
      }
    });
    if (measure === undefined) {
      rests.forEach(({ where, by, listed, people }, at) => {
        const name = `r${at}`;
        sumOf(
          name,
          {
            ...where,
            ...Object.fromEntries(by.filter((one) => !(one in where)).map((one) => [one, ANY])),
          },
          (atom) => !listed.has(nameOf(pick(atom, by))),
        );
        asked.push({ name, of: { source, where, what: 'rest', by, truth: people } });
      });
    }
    if (asked.length === 0) continue;
    found.push(...(await solved(source, rows, bounds, asked)));
  }
  return found;
}

/** In a `where`: whatever it is. */
const ANY = '(any)';

const columnOf = (components: Atoms[], component: Atoms, at: number): string =>
  `a${components.indexOf(component)}_${at}`;

const nameOf = (where: Where): string =>
  JSON.stringify(
    Object.keys(where)
      .sort()
      .map((dimension) => [dimension, where[dimension]]),
  );
const pick = (atom: Where, dimensions: readonly string[]): Where =>
  Object.fromEntries(dimensions.map((dimension) => [dimension, atom[dimension]!]));
const isWithin = (atom: Where, where: Where): boolean =>
  Object.entries(where).every(([dimension, value]) => value === ANY || atom[dimension] === value);
const tableOf = (figure: Figure): string => Object.keys(figure.where).sort().join('\n');

/** Dimensions that never cross share nothing but the total, so they are products of their own. */
function atomsOf(figures: Figure[]): Atoms[] {
  let sets = figures.map(({ where }) => new Set(Object.keys(where)));
  for (let before = -1; before !== sets.length;) {
    before = sets.length;
    sets = sets.reduce<Set<string>[]>((apart, set) => {
      const meets = apart.find((other) => [...set].some((one) => other.has(one)));
      if (!meets) return set.size === 0 ? apart : [...apart, new Set(set)];
      set.forEach((one) => meets.add(one));
      return apart;
    }, []);
  }
  if (sets.length === 0) return [{ dimensions: [], all: [{}] }];
  const listed = completeTables(figures);
  return sets.map((set) => {
    const dimensions = [...set].sort();
    const all = dimensions.reduce<Where[]>(
      (atoms, dimension) => {
        const values = [
          ...new Set(
            figures.map(({ where }) => where[dimension]).filter((value) => value !== undefined),
          ),
          ELSEWHERE,
        ];
        return atoms.flatMap((atom) => values.map((value) => ({ ...atom, [dimension]: value })));
      },
      [{}],
    );
    const own = listed.filter(({ by }) => by.every((dimension) => set.has(dimension)));
    return {
      dimensions,
      all: all.filter((atom) =>
        own.every(
          ({ by, where, cells }) => !isWithin(atom, where) || cells.has(nameOf(pick(atom, by))),
        ),
      ),
    };
  });
}

/** For each figure and each table that splits it further: whom it lists of them, and how many. */
function splits(
  figures: Figure[],
): { where: Where; by: string[]; cells: Set<string>; people: number; listed: number }[] {
  const tables = grouped(figures, tableOf);
  const totals = [...tables.values()].map((table) =>
    table.reduce((sum, { people }) => sum + people, 0),
  );
  const wholes: { where: Where; people: number }[] = figures.some(
    ({ where }) => nameOf(where) === '[]',
  )
    ? figures
    : [...figures, { where: {}, people: Math.max(...totals) }];
  return [...tables.values()].flatMap((table) => {
    const by = Object.keys(table[0]!.where);
    return wholes
      .filter(({ where }) => {
        const dimensions = Object.keys(where);
        return dimensions.length < by.length && dimensions.every((one) => by.includes(one));
      })
      .map(({ where, people }) => {
        const parts = table.filter((part) => isWithin(part.where, where));
        return {
          where,
          by,
          people,
          cells: new Set(parts.map((part) => nameOf(part.where))),
          listed: parts.reduce((sum, part) => sum + part.people, 0),
        };
      });
  });
}

/** A table that adds up lists everybody: whom it does not list is nobody. */
const completeTables = (figures: Figure[]) =>
  splits(figures).filter(({ people, listed }) => people === listed);

/** Those whom a table leaves out, as subtraction from a figure shows them. */
const restsOf = (figures: Figure[]) =>
  splits(figures)
    .filter(({ people, listed }) => people > listed)
    .map(({ where, by, cells, people, listed }) => ({
      where,
      by,
      listed: cells,
      people: people - listed,
    }));

function grouped<T>(items: readonly T[], nameOfItem: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = nameOfItem(item);
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return groups;
}
