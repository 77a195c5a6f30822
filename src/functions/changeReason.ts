import type { Circumstances } from '../domain/circumstances';
import { evidenceLine, type Classification } from '../domain/classify/classification';
import { classify } from '../domain/classify/classify';
import {
  optionalCost,
  optionalDate,
  placementWords,
  readCall,
  spill,
  words,
  type Result,
  type Row,
} from './arguments';
import { invalid, sentences } from './errors';
import type { Given } from './range';

/** Whatever is blank is not known; none of it must be given. */
const declared = {
  note: words('note'),
  originalPlacement: placementWords('original placement'),
  originalProvider: words('original provider'),
  originalCost: optionalCost('original cost'),
  currentPlacement: placementWords('current placement'),
  currentProvider: words('current provider'),
  currentCost: optionalCost('current cost'),
  dateOfBirth: optionalDate('date of birth'),
  endedOn: optionalDate('end date'),
  reviewDate: optionalDate('review date'),
};

type Arguments = Record<keyof typeof declared, Given>;
type Known = Row<typeof declared>;

/** CHANGE_REASON: the reason of each row given, '' where the row is blank. */
export function reasonsOfChanges(given: Arguments): Result[][] {
  const classified = classifier();
  return spill(declared, given, (row) => classified(row).reason);
}

/** A cell holds no more. */
const LONGEST_TEXT = 32_767;

/**
 * CHANGE_EVIDENCE: reason, confidence (0 to 1) and evidence of each row given, in three columns.
 * A row that cannot be read is its error in all three, so that none of them passes for an answer.
 */
export function evidenceOfChanges(given: Arguments): Result[][] {
  const { aligned, row } = readCall(declared, given);
  if (aligned.columns > 1) throw invalid(sentences.oneColumn);
  const classified = classifier();
  const answer = (at: number): Result[] => {
    const reading = row(at, 0);
    if (reading.kind === 'blank') return ['', '', ''];
    if (reading.kind === 'error') return [reading.error, reading.error, reading.error];
    const { reason, confidence, evidence } = classified(reading.values);
    return [reason, confidence, evidenceLine(evidence).slice(0, LONGEST_TEXT)];
  };
  // Blank columns give one blank row, as other functions do.
  return Array.from({ length: Math.max(aligned.rows, 1) }, (_, at) => answer(at));
}

/** Classifies a row; one that is the same as an earlier row of the call costs a look. */
function classifier(): (row: Known) => Classification {
  const known = new Map<string, Classification>();
  return (row) => {
    const circumstances = circumstancesOf(row);
    const key = JSON.stringify(circumstances);
    const classification = known.get(key) ?? classify(circumstances);
    known.set(key, classification);
    return classification;
  };
}

const circumstancesOf = (row: Known): Circumstances => ({
  note: row.note ?? '',
  original: {
    placement: row.originalPlacement ?? '',
    provider: row.originalProvider ?? '',
    cost: row.originalCost,
  },
  current: {
    placement: row.currentPlacement ?? '',
    provider: row.currentProvider ?? '',
    cost: row.currentCost,
  },
  dateOfBirth: row.dateOfBirth,
  endedOn: row.endedOn,
  reviewDate: row.reviewDate,
});
