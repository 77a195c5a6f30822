import type { Circumstances } from '../circumstances';
import { UNCLEAR } from '../reason';
import { Case, verdict, type Verdict } from './case';
import type { Classification } from './classification';
import { confidenceOf, SURE_ENOUGH } from './confidence';
import { evidenceOf } from './evidence';
import { readFacts } from './facts';
import { leavingCare } from './leavingCare';
import { moving } from './moving';
import { readNote } from './readNote';
import { staying } from './staying';

/** £ a week: a difference up to this much is no change. */
export const defaultMateriality = 3;

/**
 * Why a young person's weekly cost changed, by the definitions of docs/reasons.md and in their
 * order: what cannot be trusted, leaving care, breakdown, a planned move, the same placement.
 * Needs nothing but what it is given, answers the same each time, and never throws.
 *
 * @param circumstances the note and the fields, in pounds a week; what is unknown is left out
 * @param materiality £ a week up to which a difference is no change
 * @example
 * classify({ note: 'Carers gave notice, new agency placement', original: …, current: … })
 * // { reason: 'Breakdown - new placement', confidence: 0.9, review: false, evidence: […] }
 */
export function classify(
  circumstances: Circumstances,
  materiality: number = defaultMateriality,
): Classification {
  const row = new Case(
    readFacts(circumstances),
    readNote(circumstances.note, circumstances.reviewDate),
    materiality,
  );
  const decided = leavingCare(row) ?? costedByGuess(row) ?? moving(row) ?? staying(row);
  const confidence = confidenceOf(decided.sure);
  return {
    reason: decided.reason,
    confidence,
    review: decided.reason === UNCLEAR || confidence < SURE_ENOUGH,
    evidence: evidenceOf(row, decided),
  };
}

/** An emergency with a price that nobody knows is no reason yet. */
function costedByGuess(row: Case): Verdict | undefined {
  const guess = row.happened('guessed');
  return guess && verdict(UNCLEAR, 0.85, guess);
}
