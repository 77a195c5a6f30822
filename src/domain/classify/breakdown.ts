import { verdict, type Case, type Verdict } from './case';
import type { NoteEvent } from './events';
import type { Move } from './moveTold';

/**
 * A breakdown followed by a new placement: the placement ended because carer, provider or child
 * could not go on. Undefined where the cause was another, notice was withdrawn or still runs, or
 * the child is where it was.
 */
export function brokeDown(row: Case, move: Move | undefined): Verdict | undefined {
  const cause = row.brokeDown;
  const notice = row.happened('notice');
  const weak = row.happened('cannotGoOn');
  const why = cause ?? notice ?? weak;
  if (!why || isWithdrawn(row, why)) return undefined;
  if (!cause && hasAnotherCause(row, why)) return undefined;
  if (why === weak && row.happened('plannedMove')) return undefined;
  if (!move && isStillThere(row, cause)) return undefined;
  return verdict(
    'Breakdown - new placement',
    cause ? 0.92 : notice ? 0.9 : 0.75,
    why,
    move?.event ?? move?.place,
  );
}

/** Retirement, illness, a closure: notice or the end of somebody's strength is not a breakdown then. */
function hasAnotherCause(row: Case, why: NoteEvent): boolean {
  const neutral = row.happened('neutralEnd');
  if (!neutral) return false;
  return neutral.sentence === why.sentence || why.kind !== 'notice';
}

/** No move is told or seen: only a breakdown itself, with a changed cost, then speaks for one. */
function isStillThere(row: Case, cause: NoteEvent | undefined): boolean {
  const { facts } = row;
  if (facts.current === 0 || row.direction === 'level' || row.happened('samePlacement'))
    return true;
  if (facts.sameProvider === true && !row.happened('moved')) return true;
  return !cause && !facts.blank;
}

const WITHDRAWN =
  /withdr[ae]w|rescind|retract|quash|cancel|never served|torn up|tore|taken back|took (?:it|this|that) back/;

const isWithdrawn = ({ note }: Case, why: NoteEvent): boolean =>
  why.kind === 'notice' && WITHDRAWN.test(note.source.slice(why.to).toLowerCase());
