import { useCallback, useEffect, useRef, useState } from 'react';
import type { Choices } from '../commands/choices';
import { readTracker } from '../commands/readTracker';
import type { TrackerLook } from '../workbook/tracker';
import type { TrackerRole } from '../workbook/trackerSource';
import { failureSentence } from './failureSentence';

/** What the pane knows of the tracker: nothing before the first look is back. */
export interface TrackerState {
  look?: TrackerLook;
  choices?: Choices;
  /** True while the workbook is being looked through; the last look stays in sight meanwhile. */
  looking: boolean;
  /** Why the last look failed; what was known before it still stands. */
  failure?: string;
}

/** Whether looking again found the tracker; false where it failed or a later look overtook it. */
type Looked = Promise<boolean>;

export interface TrackerActions {
  lookAgain: () => Looked;
  /** undefined: every sheet. Columns are proposed afresh, for another sheet has its own headings. */
  chooseSheet: (sheet: string | undefined) => Looked;
  /** '' is "no column". */
  chooseColumn: (role: TrackerRole, heading: string) => Looked;
  /** Choices that change no reading: basis, signs, as-at date. */
  choose: (options: Partial<Pick<Choices, 'basis' | 'signs' | 'asAt'>>) => void;
}

/** Looks through the workbook once when the pane opens, and again when asked or a column changes. */
export function useTracker(): [TrackerState, TrackerActions] {
  const [state, setState] = useState<TrackerState>({ looking: true });
  const choices = useRef<Choices | undefined>(undefined);
  const latest = useRef(0);

  const keep = useCallback((next: Choices | undefined) => {
    choices.current = next;
    setState((before) => ({ ...before, choices: next }));
  }, []);

  const look = useCallback(async (chosen: Choices | undefined): Looked => {
    const turn = ++latest.current;
    const settled = choices.current;
    choices.current = chosen;
    setState((before) => ({ ...before, choices: chosen, looking: true, failure: undefined }));
    try {
      const read = await readTracker(chosen);
      if (turn !== latest.current) return false;
      // Options picked while the look was on its way are newer than what it was asked with.
      choices.current = choices.current ?? read.choices;
      setState({ look: read.look, choices: choices.current, looking: false });
      return read.look.kind === 'found';
    } catch (error) {
      if (turn !== latest.current) return false;
      choices.current = withReadingOf(settled, choices.current);
      setState((before) => ({
        ...before,
        choices: choices.current,
        looking: false,
        failure: failureSentence(error),
      }));
      return false;
    }
  }, []);

  useEffect(() => {
    const turns = latest;
    void look(undefined);
    return () => void turns.current++;
  }, [look]);

  const actions: TrackerActions = {
    lookAgain: () => look(choices.current),
    chooseSheet: (sheet) =>
      look(choices.current && { ...choices.current, sheet, columns: takenBack(choices.current) }),
    chooseColumn: (role, heading) =>
      look(
        choices.current && {
          ...choices.current,
          columns: { ...choices.current.columns, [role]: heading },
        },
      ),
    choose: (options) => keep(choices.current && { ...choices.current, ...options }),
  };
  return [state, actions];
}

/** The sheet and columns that are known to work, with the options as they are now. */
const withReadingOf = (settled: Choices | undefined, now: Choices | undefined) =>
  settled && now && { ...now, sheet: settled.sheet, columns: settled.columns };

/** Undefined takes a choice back; one that is merely absent would stay as it is kept. */
const takenBack = ({ columns }: Choices): Choices['columns'] =>
  Object.fromEntries(Object.keys(columns).map((role) => [role, undefined]));
