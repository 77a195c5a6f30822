import type { PeopleGroup } from '../../src/domain/disclosure/peopleGroup';
import type { PlanCell, SheetPlan } from '../../src/reports/plan';
import type { Published } from '../../src/reports/publish';
import { attackByMembers, type Found } from './attackByMembers';

/** What a reader of the appendix sees of each group of young people, over all of its tables. */
export interface Seen {
  groups: PeopleGroup[];
  /** True where figures of the group are hidden, and none is shown anywhere. */
  hidden: boolean[];
  /** Figures shown that are worked out of a group which is hidden. */
  leaks: string[];
}

const nameOf = ({ members }: PeopleGroup): string => JSON.stringify([...members].sort());

/** The words of a row, which tell it from every other of its table. */
const wordsOf = (row: readonly PlanCell[], columns: SheetPlan['table']['columns']): string =>
  JSON.stringify(row.filter((_, c) => columns[c]!.format === 'text'));

/** Reads the tables as they are published; whom a figure is of is what their plans say. */
export function seenIn(plans: readonly SheetPlan[], { appendix }: Published): Seen {
  const groups = new Map<string, PeopleGroup>();
  const shown = new Set<string>();
  const unseen = new Set<string>();
  const shownAlone = new Set<string>();
  const unseenAlone = new Set<string>();
  const workedOut: { of: string[]; what: string }[] = [];
  for (const page of appendix.plans) {
    const { publication, table } = plans.find(({ id }) => id === page.id)!;
    const { columns } = page.table;
    const kept = table.columns.map(({ key }) => columns.some((column) => column.key === key));
    const before = new Map(
      table.rows.map((row, place) => [
        wordsOf(
          row.filter((_, c) => kept[c]),
          columns,
        ),
        place,
      ]),
    );
    expect(before.size).toBe(table.rows.length);
    for (const row of page.table.rows) {
      const place = before.get(wordsOf(row, columns))!;
      row.forEach((cell, c) => {
        const { key, format, heading } = columns[c]!;
        if (format === 'text' || cell === null) return;
        const own = publication!.people(place, key);
        for (const group of own) {
          const place = JSON.stringify([group.source, group.by, nameOf(group)]);
          const { amounts } = groups.get(place) ?? {};
          groups.set(place, { ...group, amounts: { ...amounts, ...group.amounts } });
        }
        const names = own.map(nameOf);
        const isShown = typeof cell === 'number';
        for (const name of names) {
          (isShown ? shown : unseen).add(name);
          if (own.length === 1) (isShown ? shownAlone : unseenAlone).add(name);
        }
        const what = `${page.sheet}: ${wordsOf(row, columns)} ${heading}`;
        if (isShown && own.length > 1) workedOut.push({ of: names, what });
      });
    }
  }
  const all = [...groups.values()];
  // What is shown once is known, however often it is hidden elsewhere.
  const isShown = (name: string): boolean => shown.has(name) || !unseen.has(name);
  return {
    groups: all,
    hidden: all.map((group) => !isShown(nameOf(group))),
    leaks: workedOut
      .filter(({ of }) => of.some((name) => unseenAlone.has(name) && !shownAlone.has(name)))
      .map(({ what }) => what),
  };
}

/** What the appendix gives away: small counts shown, and what linear programming finds. */
export async function givenAway(
  plans: readonly SheetPlan[],
  published: Published,
  threshold: number,
): Promise<{ small: PeopleGroup[]; leaks: string[]; known: Found[] }> {
  const { groups, hidden, leaks } = seenIn(plans, published);
  return {
    small: groups.filter(({ people, fewest = people }, at) => {
      return !hidden[at] && fewest >= 1 && fewest <= threshold;
    }),
    leaks,
    known: await attackByMembers(groups, hidden, threshold),
  };
}
