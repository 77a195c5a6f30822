const THOUSANDS = /(^|[£('’ ])0{3}s?\b|£ ?k\b|\(k\)|\bthousands?\b/i;
const MILLIONS = /£ ?mn?\b|\(mn?\)|\bmillions?\b/i;

/**
 * By how much an amount under a heading is multiplied to be in pounds.
 * @example amountUnit("Target (£'000)") // 1000
 */
export const amountUnit = (heading = ''): 1 | 1000 | 1_000_000 =>
  THOUSANDS.test(heading) ? 1000 : MILLIONS.test(heading) ? 1_000_000 : 1;
