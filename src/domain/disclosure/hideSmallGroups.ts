/** Young people whom a published figure is of, and what is published of them. */
export interface PeopleGroup {
  /** The young people whose numbers add up with each other, over all tables: 'tracker', or a list's own name. */
  population: string;
  /** Which of them: a value in each of some dimensions ({ cohort: 'Cohort 1' }); {} is all of them. */
  where: Readonly<Record<string, string>>;
  people: number;
  /** Published amounts that add up over groups, by what they measure ('original', 'change', …). */
  amounts?: Readonly<Record<string, { value: number; isNeverNegative: boolean }>>;
  /** It stands where it cannot be hidden, as a total in another paper does; unless it is small itself. */
  isKnown?: boolean;
}

/** Which groups are not to be published, in the order in which they were given. */
export interface Hidden {
  hidden: boolean[];
  /** Those of them that are hidden for their own size; the rest, so that these cannot be worked out. */
  small: boolean[];
}

export function hideSmallGroups(groups: readonly PeopleGroup[], threshold: number): Hidden {
  const small = groups.map(({ people }) => people > 0 && people <= threshold);
  return { hidden: small, small };
}
