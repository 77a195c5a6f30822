import type { Circumstances } from '../circumstances';
import { UNCLEAR } from '../reason';
import { Case, verdict, type Because, type Verdict } from './case';
import type { Classification, Evidence } from './classification';
import { readFacts } from './facts';
import { leavingCare } from './leavingCare';
import { moving } from './moving';
import { readNote } from './readNote';
import { staying } from './staying';

/** £ a week: a difference up to this much is no change. */
export const defaultMateriality = 3;

/** Below this an answer is put to a person. */
const SURE_ENOUGH = 0.75;

export function classify(
  circumstances: Circumstances,
  materiality: number = defaultMateriality,
): Classification {
  const row = new Case(
    readFacts(circumstances),
    readNote(circumstances.note, circumstances.reviewDate),
    materiality,
  );
  const { reason, sure, because } =
    leavingCare(row) ?? costedByGuess(row) ?? moving(row) ?? staying(row);
  return {
    reason,
    confidence: sure,
    review: reason === UNCLEAR || sure < SURE_ENOUGH,
    evidence: because.map(evidenceOf),
  };
}

/** An emergency with a price that nobody knows is no reason yet. */
function costedByGuess(row: Case): Verdict | undefined {
  const guess = row.happened('guessed');
  return guess && verdict('Other / unclear', 0.85, guess);
}

const evidenceOf = (because: Because): Evidence =>
  typeof because === 'string'
    ? { kind: 'fact', text: because }
    : { kind: 'note', text: `“${because.words}”`, span: [because.from, because.to] };
