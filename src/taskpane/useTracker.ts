import { useCallback, useEffect, useRef, useState } from 'react';
import type { Choices } from '../commands/choices';
import { readTracker } from '../commands/readTracker';
import type { IsoDate } from '../domain/reading';
import type { TrackerLook, WorkbookSeen } from '../workbook/tracker';
import type { TrackerRole } from '../domain/sources/tracker';
import { failureSentence } from './failureSentence';

/** What the pane knows of the tracker: nothing before the first look is back. */
export interface TrackerState {
  look?: TrackerLook;
  /** The as-at choice that the look in sight was read by; `choices` may be a look ahead of it. */
  readAsAt?: IsoDate;
  choices?: Choices;
  /** Cells that the workbook says the tracker is held against, as of the look in sight. */
  pointed?: readonly string[];
  /** True while the workbook is being looked through; the last look stays in sight meanwhile. */
  looking: boolean;
  /** Why the last look failed; what was known before it still stands. */
  failure?: string;
}

/** Whether looking again found the tracker; false where it failed or a later look overtook it. */
type Looked = Promise<boolean>;

export interface TrackerActions {
  lookAgain: () => Looked;
  /** Takes note of the sheets, the ledger's among them, as the pane itself left them. */
  saw: (seen: WorkbookSeen) => void;
  /** undefined: every sheet. Columns are proposed afresh, for another sheet has its own headings. */
  chooseSheet: (sheet: string | undefined) => Looked;
  /** '' is "no column". */
  chooseColumn: (role: TrackerRole, heading: string) => Looked;
  /**
   * undefined: the latest date of the tracker. By the as-at date a placement without a cost now may
   * have ended, or not yet: the tracker is read again.
   */
  chooseAsAt: (date: IsoDate | undefined) => Looked;
  /** Choices that change no reading. */
  choose: (
    options: Partial<
      Pick<
        Choices,
        'basis' | 'signs' | 'materiality' | 'wording' | 'figures' | 'without' | 'suppress' | 'terms'
      >
    >,
  ) => void;
}

/** Looks through the workbook when the pane opens, and again when asked or a choice needs it. */
export function useTracker(): [TrackerState, TrackerActions] {
  const [state, setState] = useState<TrackerState>({ looking: true });
  const choices = useRef<Choices | undefined>(undefined);
  /** The choices that the look in sight was read with. */
  const settled = useRef<Choices | undefined>(undefined);
  const latest = useRef(0);

  const keep = useCallback((next: Choices | undefined) => {
    choices.current = next;
    setState((before) => ({ ...before, choices: next }));
  }, []);

  const look = useCallback(async (chosen: Choices | undefined): Looked => {
    const turn = ++latest.current;
    choices.current = chosen;
    setState((before) => ({ ...before, choices: chosen, looking: true, failure: undefined }));
    try {
      const read = await readTracker(chosen);
      if (turn !== latest.current) return false;
      // Options picked while the look was on its way are newer than what it was asked with.
      choices.current = choices.current ?? read.choices;
      settled.current = read.choices;
      setState({
        look: read.look,
        readAsAt: read.choices.asAt,
        choices: choices.current,
        pointed: read.pointed,
        looking: false,
      });
      return read.look.kind === 'found';
    } catch (error) {
      if (turn !== latest.current) return false;
      choices.current = withReadingOf(settled.current, choices.current);
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
    chooseAsAt: (asAt) => look(choices.current && { ...choices.current, asAt }),
    saw: (seen) => setState((before) => ({ ...before, look: withSheets(before.look, seen) })),
    choose: (options) => keep(choices.current && { ...choices.current, ...options }),
  };
  return [state, actions];
}

/**
 * The tracked cells stay as they were read: a look that came back while the sheets were written may
 * have read others than those the writer compared.
 */
function withSheets(look: TrackerLook | undefined, { sheets, ledger }: WorkbookSeen) {
  if (look?.kind !== 'found') return look;
  const seen = { ...look.tracker.seen, sheets, ledger };
  return { ...look, tracker: { ...look.tracker, written: ledger?.decisions ?? [], seen } };
}

/** What decides how the tracker is read, as it is known to work, with the options as they are now. */
const withReadingOf = (settled: Choices | undefined, now: Choices | undefined) =>
  settled && now && { ...now, sheet: settled.sheet, columns: settled.columns, asAt: settled.asAt };

/** Undefined takes a choice back; one that is merely absent would stay as it is kept. */
const takenBack = ({ columns }: Choices): Choices['columns'] =>
  Object.fromEntries(Object.keys(columns).map((role) => [role, undefined]));
