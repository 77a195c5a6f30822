import { readMoney } from '../domain/money';
import type { Reading } from '../domain/reading';
import { readHeld } from '../domain/sources/readHeld';
import { quoted } from '../domain/typed';

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

const NOT: Record<keyof Terms, string> = {
  highCost: 'an amount of £0 a week or more',
  newFamilies: 'a whole number of families',
  uplift: 'a percentage of 0 to 100',
};

/**
 * Reads a term as somebody types it, the uplift in per cent: '3', '3%', '0.5%'. Unreadable: words,
 * less than nothing, part of a family, an uplift of more than 100%.
 */
export function readTerm(term: keyof Terms, typed: string): Reading<number> {
  const reading = readTyped(term, typed);
  const isFit =
    reading.kind === 'value' && reading.value >= 0 && (term !== 'uplift' || reading.value <= 1);
  if (reading.kind === 'blank' || isFit) return reading;
  return { kind: 'unreadable', why: `holds ${quoted(typed)}, which is not ${NOT[term]}` };
}

function readTyped(term: keyof Terms, typed: string): Reading<number> {
  if (term === 'highCost') return readMoney(typed);
  const holds = term === 'newFamilies' ? 'count' : 'number';
  const reading = readHeld(holds, typed.replace(/ ?(%|per ?cent)$/i, ''), 1900) as Reading<number>;
  return reading.kind === 'value' && term === 'uplift'
    ? { kind: 'value', value: reading.value / 100 }
    : reading;
}

/** A term as readTerm reads it back. */
export const shownTerm = (term: keyof Terms, terms: Terms): string =>
  String(term === 'uplift' ? Number((terms.uplift * 100).toFixed(6)) : terms[term]);
