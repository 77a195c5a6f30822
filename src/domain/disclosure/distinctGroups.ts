import { sameAmount } from './amounts';
import type { PeopleGroup, PublishedAmount } from './peopleGroup';
import { keyOf, type Family } from './relations';

/** Young people once, in whichever tables they stand. */
export interface Distinct {
  group: Omit<PeopleGroup, 'source' | 'by' | 'members'>;
  members: readonly number[];
  /** Where they stand among the groups given. */
  places: number[];
}

/**
 * The groups of somebody, the same members once, in an order that is not the tables', and the rows
 * that share nobody. Where tables have different figures of the same members, the least stands.
 */
export function distinctGroups(groups: readonly PeopleGroup[]): {
  distinct: Distinct[];
  families: Family[];
} {
  const names = new Set(groups.flatMap(({ members }) => members));
  for (const { members, people } of groups) {
    if (people === 0) for (const name of members) names.delete(name);
  }
  const numbers = new Map([...names].sort().map((name, number) => [name, number]));
  const membersOf = ({ members }: PeopleGroup): number[] =>
    [...new Set(members.flatMap((name) => numbers.get(name) ?? []))].sort(
      (one, other) => one - other,
    );
  const byKey = new Map<string, { members: number[]; places: number[] }>();
  const keys = groups.map((group, place) => {
    if (group.people === 0) return undefined;
    const members = membersOf(group);
    const key = keyOf(members);
    const same = byKey.get(key) ?? { members, places: [] };
    byKey.set(key, same);
    same.places.push(place);
    return key;
  });
  const ordered = [...byKey].sort(([one], [other]) => (one < other ? -1 : 1));
  const placeOf = new Map(ordered.map(([key], at) => [key, at]));
  const distinct = ordered.map(([, { members, places }]): Distinct => {
    const same = places.map((place) => groups[place]!);
    const fewest = same.flatMap((group) => group.fewest ?? []);
    const amounts: Record<string, PublishedAmount> = {};
    for (const [name, amount] of same.flatMap((each) => Object.entries(each.amounts ?? {}))) {
      amounts[name] = amounts[name] ? sameAmount(amounts[name], amount) : amount;
    }
    const group = {
      people: Math.min(...same.map(({ people }) => people)),
      amounts,
      isKnown: same.some(({ isKnown }) => isKnown),
      // A number that is a figure in one table is one.
      ...(fewest.length === same.length && { fewest: Math.min(...fewest) }),
    };
    return { group, members, places };
  });
  const rows = new Map<string, Set<number>>();
  groups.forEach(({ source, by, alsoBy }, place) => {
    const at = placeOf.get(keys[place] ?? '');
    if (keys[place] === undefined || at === undefined) return;
    for (const way of alsoBy === undefined ? [by] : [by, alsoBy]) {
      const name = JSON.stringify([source, way]);
      rows.set(name, (rows.get(name) ?? new Set()).add(at));
    }
  });
  const families = [...rows]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([name, places]) =>
      disjoint(places, distinct).map((cells) => ({
        source: (JSON.parse(name) as string[])[0]!,
        cells,
      })),
    );
  return { distinct, families };
}

/** The rows as they are, or where some share people, as many families as it takes. */
function disjoint(places: ReadonlySet<number>, distinct: readonly Distinct[]): number[][] {
  const families: { cells: number[]; taken: Set<number> }[] = [];
  for (const at of [...places].sort((one, other) => one - other)) {
    const { members } = distinct[at]!;
    let own = families.find(({ taken }) => members.every((member) => !taken.has(member)));
    if (!own) families.push((own = { cells: [], taken: new Set() }));
    own.cells.push(at);
    for (const member of members) own.taken.add(member);
  }
  return families.map(({ cells }) => cells);
}
