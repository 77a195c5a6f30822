/** What people type, made plain enough to read: the part that money, dates and labels share. */

const SPACES = /[\s\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]+/g;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const ERROR_VALUE = /^#[A-Z][A-Z0-9_/ ]*[!?]?$/i;
const LONGEST_QUOTE = 40;

/**
 * Runs of any kind of space become one plain space, and none is left at the ends.
 * @example singleSpaced('\u00a0Cohort  1 ') // 'Cohort 1'
 */
export const singleSpaced = (text: string): string => text.replace(SPACES, ' ').trim();

/** Single-spaced and in lower case: two texts that differ in capitals or spaces alone are one. */
export const plainly = (text: string): string => singleSpaced(text).toLowerCase();

/**
 * Text as typed: single-spaced, without the apostrophe that tells Excel to keep a cell as text,
 * and with every dash and minus sign as a hyphen.
 * @example asTyped("'\u2212 45\u00a0") // '- 45'
 */
export const asTyped = (text: string): string =>
  singleSpaced(singleSpaced(text).replace(/^['\u2018\u2019]/, '')).replace(DASHES, '-');

/** True for the text of an Excel error value: '#REF!', '#N/A', '#NAME?', '#DIV/0!' … */
export const isErrorValue = (text: string): boolean => ERROR_VALUE.test(text.trim());

/** A cell's text inside quotation marks, cut where it is too long to show. */
export function quoted(text: string): string {
  const plain = singleSpaced(text.slice(0, 10 * LONGEST_QUOTE));
  const characters = [...plain];
  if (characters.length <= LONGEST_QUOTE) return `"${plain}"`;
  return `"${characters.slice(0, LONGEST_QUOTE).join('')}…"`;
}

/** The text with its first letter as a capital. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
