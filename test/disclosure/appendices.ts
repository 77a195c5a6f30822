import fc from 'fast-check';
import type { PeopleGroup } from '../../src/domain/disclosure/peopleGroup';

/** A young person of a generated appendix: values in dimensions, and pounds. */
export type Person = Readonly<Record<string, string | number | undefined>>;

/** A group of which it is known by what its members are told apart: a value in each of some dimensions. */
export type Told = PeopleGroup & { where: Readonly<Record<string, string>> };

/** The groups of tables over people; who has no value in a table's dimension is not in that table. */
export function tablesOf(
  source: string,
  people: readonly Person[],
  tables: readonly (readonly string[])[],
  measures: readonly string[] = ['original', 'change'],
): Told[] {
  const names = new Map(people.map((person, at) => [person, `${source} ${at}`]));
  return tables.flatMap((dimensions) => {
    const groups = new Map<string, Person[]>();
    for (const person of people) {
      if (dimensions.some((dimension) => person[dimension] === undefined)) continue;
      const key = JSON.stringify(dimensions.map((dimension) => person[dimension]));
      groups.set(key, [...(groups.get(key) ?? []), person]);
    }
    return [...groups.values()].map((group) => ({
      source,
      by: dimensions.join(),
      members: group.map((person) => names.get(person)!),
      where: Object.fromEntries(
        dimensions.map((dimension) => [dimension, String(group[0]![dimension])]),
      ),
      people: group.length,
      amounts: Object.fromEntries(
        measures.map((measure) => [
          measure,
          {
            value: group.reduce((sum, person) => sum + Number(person[measure]), 0),
            isNeverNegative: measure !== 'change',
          },
        ]),
      ),
    }));
  });
}

/** The tables of the add-in's appendix on a tracker. */
export const TRACKER_TABLES = [
  [],
  ['cohort'],
  ['opportunity'],
  ['reason', 'direction'],
  ['opportunity', 'reason'],
] as const;

/** Tables that link more of those, without a ring of tables (docs/architecture.md). */
const MORE_TABLES = [['cohort', 'reason'], ['direction']] as const;

/** Few large values and many small ones, as reasons are. */
const oneOf = (name: string, count: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat(count - 1), fc.nat(count - 1))
    .map(([one, other]) => `${name} ${Math.min(one, other) + 1}`);

const person = fc.record({
  cohort: oneOf('Cohort', 3),
  opportunity: fc.option(oneOf('Opportunity', 3), { nil: undefined, freq: 4 }),
  reason: oneOf('Reason', 5),
  direction: fc.constantFrom('increases', 'reductions'),
  original: fc.oneof(
    fc.constant(0),
    fc.integer({ min: 1, max: 900_000 }).map((pence) => pence / 100),
  ),
  change: fc.integer({ min: -300_000, max: 300_000 }).map((pence) => pence / 100),
});

const listed = fc.record({
  placement: oneOf('Placement', 4),
  year: oneOf('Year', 3),
  original: fc.integer({ min: 0, max: 9_000 }),
});

const LIST_TABLES = [['placement', 'year'], ['placement'], ['year'], []] as const;

/** Appendices of several tables that share their people, and a list of rows by years with totals. */
export const appendices: fc.Arbitrary<Told[]> = fc
  .record({
    people: fc.array(person, { minLength: 1, maxLength: 70 }),
    tables: fc.subarray([...TRACKER_TABLES, ...MORE_TABLES], { minLength: 1 }),
    rows: fc.array(listed, { maxLength: 60 }),
  })
  .map(({ people, tables, rows }) => [
    ...tablesOf('tracker', people, tables),
    ...tablesOf('placements', rows, LIST_TABLES, ['original']),
    // A row of nobody is shown as such.
    {
      source: 'tracker',
      by: 'cohort',
      members: [],
      where: { cohort: 'Cohort 9' },
      people: 0,
    },
  ]);

/** One table of counts by rows and columns, with totals. */
export const countTables: fc.Arbitrary<Told[]> = fc
  .array(listed, { minLength: 1, maxLength: 80 })
  .map((rows) => tablesOf('placements', rows, LIST_TABLES, []));
