/** Young people whom a published figure is of, and what is published of them. */
export interface PeopleGroup {
  /**
   * The list that they are told from: 'tracker', or a list's own name. Between tables of one source,
   * whom one leaves out can be had by subtraction.
   */
  source: string;
  /** What tells them from others of the source ('cohort'): groups of one `by` have nobody in common. */
  by: string;
  /** Another way to tell them apart, as by what they did at whichever review; rows may share people there. */
  alsoBy?: string;
  /** Who they are: one name for one young person, whatever the source. */
  members: readonly string[];
  /** As many as there are members, unless a member stands for several young people. */
  people: number;
  /** Published amounts that add up over groups, by what they measure ('original', 'change', …). */
  amounts?: Readonly<Record<string, PublishedAmount>>;
  /**
   * How many young people these are, where that many is no figure: members are counted once in each
   * period, or there are as many as a heading says, as with the ten dearest.
   */
  fewest?: number;
  /** It stands where it cannot be hidden, as a total in another paper does; unless it is small itself. */
  isKnown?: boolean;
}

/** £, and what a reader knows of it without being told. */
export interface PublishedAmount {
  value: number;
  isNeverNegative: boolean;
  /** It is no further from nought, as what counts as no change. */
  atMost?: number;
}
