/**
 * How often answers that the rules hold to be so sure were right, measured on notes that they had
 * not seen (docs/reasons.md). Ascending; what lies below the first is less than even.
 */
const MEASURED: readonly (readonly [sure: number, right: number])[] = [
  [0, 0.4],
  [0.75, 0.6],
  [0.85, 0.7],
  [0.88, 0.8],
  [0.9, 0.85],
  [0.92, 0.9],
  [0.94, 0.94],
  [0.95, 0.97],
];

/** Below this a person has to look before the answer counts as settled. */
export const SURE_ENOUGH = 0.75;

/** The share of answers as sure as this one that are right. */
export function confidenceOf(sure: number): number {
  let confidence = 0;
  for (const [least, right] of MEASURED) if (sure >= least) confidence = right;
  return confidence;
}
