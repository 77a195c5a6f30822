/** What references of one tracker have in common: 'YP057' and 'YP9' are 'a9', 'Cohort 1' is 'a 9'. */
export const shapeOf = (reference: string): string =>
  reference.replace(/\p{L}+/gu, 'a').replace(/\p{N}+/gu, '9');
