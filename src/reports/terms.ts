/** What the reports on lists are to reckon with, which no list says. */
export interface Terms {
  /** £ a week: a placement that costs more is a high-cost one. */
  highCost: number;
  /** How many new in-house foster families the saving is worked out for. */
  newFamilies: number;
  /** By which share weekly costs rise on 1 April, 0.03 for 3%. */
  uplift: number;
}

/** The threshold and the families of the papers; no uplift that nobody has agreed. */
export const defaultTerms: Terms = { highCost: 10_000, newFamilies: 15, uplift: 0 };
