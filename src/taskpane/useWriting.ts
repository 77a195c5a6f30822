import { useCallback, useRef, useState } from 'react';
import { undoWrite, type Progress, type WriteOutcome } from '../commands/writeSummary';
import type { WorkbookSeen } from '../workbook/tracker';
import { failureSentence } from './failureSentence';

export type Written = Extract<WriteOutcome, { kind: 'written' }>;

export type WritingState =
  | { kind: 'ready' }
  | { kind: 'writing'; progress?: Progress }
  | { kind: 'written'; written: Written; undoing: boolean; failure?: string }
  | { kind: 'undone' }
  /** The tracker changed after it was read: nothing was written, and it has been read again. */
  | { kind: 'changed' }
  /** `last` is what was written before and can still be undone. */
  | { kind: 'failed'; failure: string; last?: Written };

/** What is to be written; says how far it is as it goes. */
export type Work = (onProgress: (progress: Progress) => void) => Promise<WriteOutcome>;

export interface WritingActions {
  write: (work: Work) => Promise<void>;
  undo: () => Promise<void>;
}

/** Whoever keeps what is known of the workbook: it is read again, or told what was done to it. */
export interface WorkbookWatch {
  lookAgain: () => Promise<unknown>;
  saw: (seen: WorkbookSeen) => void;
}

/** Writes sheets and takes the last that were written back; one at a time. */
export function useWriting(workbook: WorkbookWatch): [WritingState, WritingActions] {
  const [state, setState] = useState<WritingState>({ kind: 'ready' });
  const busy = useRef(false);

  const alone = useCallback(async (work: () => Promise<void>) => {
    if (busy.current) return;
    busy.current = true;
    await work().finally(() => (busy.current = false));
  }, []);

  const write: WritingActions['write'] = (work) =>
    alone(async () => {
      const last = lastWritten(state);
      setState({ kind: 'writing' });
      try {
        const outcome = await work((progress) =>
          setState((now) => (now.kind === 'writing' ? { kind: 'writing', progress } : now)),
        );
        if (outcome.kind === 'changed') await workbook.lookAgain();
        else workbook.saw(outcome.seen);
        setState(
          outcome.kind === 'changed'
            ? { kind: 'changed' }
            : { kind: 'written', written: outcome, undoing: false },
        );
      } catch (error) {
        setState({ kind: 'failed', failure: failureSentence(error), last });
      }
    });

  const undo: WritingActions['undo'] = () =>
    alone(async () => {
      const written = lastWritten(state);
      if (!written) return;
      setState({ kind: 'written', written, undoing: true });
      try {
        await undoWrite(written.receipt);
        workbook.saw(written.receipt.seen);
        setState({ kind: 'undone' });
      } catch (error) {
        setState({
          kind: 'written',
          written,
          undoing: false,
          failure: failureSentence(error),
        });
      }
    });

  return [state, { write, undo }];
}

/** What stands in the workbook from this pane and has not been undone. */
export function lastWritten(state: WritingState): Written | undefined {
  if (state.kind === 'written') return state.written;
  return state.kind === 'failed' ? state.last : undefined;
}
