import { roundPence } from '../money';
import type { Reason } from '../reason';
import type { EventKind, NoteEvent, Standing } from './events';
import type { Facts } from './facts';
import type { NoteReading, Place } from './readNote';

/** A row as it is judged: its facts, its note, and what counts as no change. */
export class Case {
  constructor(
    readonly facts: Facts,
    readonly note: NoteReading,
    readonly materiality: number,
  ) {}

  /** The first thing of these kinds that happened to this child. */
  happened(...kinds: EventKind[]): NoteEvent | undefined {
    return this.note.events.find(
      (event) => event.standing === 'happened' && kinds.includes(event.kind),
    );
  }

  /** The first thing of a kind told with one of these standings. */
  told(kind: EventKind, ...standings: Standing[]): NoteEvent | undefined {
    return this.note.events.find(
      (event) => event.kind === kind && standings.includes(event.standing),
    );
  }

  /** What tells, by that word or by how it ended, that the placement broke down. */
  get brokeDown(): NoteEvent | undefined {
    return this.happened('breakdown', 'endedAgainstPlan');
  }

  get direction(): 'up' | 'down' | 'level' | 'unknown' {
    const { change } = this.facts;
    if (change === undefined) return 'unknown';
    if (Math.abs(roundPence(change)) <= this.materiality) return 'level';
    return change > 0 ? 'up' : 'down';
  }

  /** True where nothing is paid any more but what may follow a placement: an allowance, a worker. */
  get costEnded(): boolean {
    const { original, current } = this.facts;
    if (current === undefined) return false;
    return (
      current === 0 || (original !== undefined && current < Math.min(REMAINS, original * 0.75))
    );
  }

  /** True where the child is still paid for in a placement that is neither a parent's nor none. */
  get stillPlaced(): boolean {
    const { before, now, current } = this.facts;
    const placed = now !== undefined && now !== 'Placed with parents' && now !== 'Left care';
    if (!placed || current === undefined) return false;
    return !this.costEnded || (current > 0 && before !== undefined && before !== now);
  }
}

/** £ a week. */
const REMAINS = 400;

export type Because = NoteEvent | Place | string;

export interface Verdict {
  reason: Reason;
  sure: number;
  because: Because[];
}

/** A reason with what speaks for it; what is undefined is left out. */
export const verdict = (
  reason: Reason,
  sure: number,
  ...because: (Because | undefined)[]
): Verdict => ({ reason, sure, because: because.filter((each) => each !== undefined) });
