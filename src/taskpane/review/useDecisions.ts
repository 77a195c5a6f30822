import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { keepDecisions } from '../../commands/keepDecisions';
import { laidOver, notYetWritten } from '../../domain/decisions';
import type { Decision } from '../../domain/ledger';
import type { Tracker, WorkbookSeen } from '../../workbook/tracker';
import { failureSentence } from '../failureSentence';

export interface Decisions {
  /** Those that the workbook holds, with those made in the pane on top. */
  decisions: readonly Decision[];
  decide: (step: DecisionStep) => void;
  /** Takes the last step back and says which it was; undefined where there is none. */
  undo: () => DecisionStep | undefined;
  undoable: boolean;
  /** Notes typed for decisions that are not made yet, by the young person's key. */
  drafts: Readonly<Record<string, string>>;
  /** undefined forgets what was typed. */
  draft: (keys: readonly string[], note: string | undefined) => void;
  /**
   * The pane wrote the workbook or undid that: keeps what the ledger sheet does not say now. Writing
   * takes away what was kept, also what was decided while it went on.
   */
  saw: (seen: WorkbookSeen) => void;
  /** Why decisions could not be kept in the workbook; they count in the pane all the same. */
  failure?: string;
}

/** What undo takes back at once. */
export interface DecisionStep {
  /** What it came to, in a few words. */
  said: string;
  now: readonly Decision[];
  /** What stood before, for the same young people. */
  before: readonly Decision[];
}

const NONE: readonly Decision[] = [];
const UNREAD: Pick<Tracker, 'decisions' | 'written'> = { decisions: [], written: [] };

/**
 * The officer's decisions. Each is kept in the workbook as it is made, so that it survives closing
 * it without a write. `looking` is true while the workbook is being read.
 */
export function useDecisions(
  { decisions: inWorkbook, written }: Pick<Tracker, 'decisions' | 'written'> = UNREAD,
  looking: boolean,
): Decisions {
  const [made, setMade] = useState(NONE);
  const [steps, setSteps] = useState<readonly DecisionStep[]>([]);
  const decisions = useMemo(() => laidOver(inWorkbook, made), [inWorkbook, made]);
  const [drafts, setDrafts] = useState<Decisions['drafts']>({});
  const { keep, kept, failure } = useKeeping();

  // What was kept before a look began is in what the look brings back, unless the officer has
  // changed it on the sheet since; what was made later still goes on top.
  const brought = useRef(NONE);
  useEffect(() => {
    if (looking) brought.current = kept.current;
  }, [looking, kept]);
  useEffect(() => {
    const back = new Set(brought.current);
    brought.current = NONE;
    if (back.size > 0) setMade((now) => now.filter((decision) => !back.has(decision)));
  }, [inWorkbook]);

  const latest = useRef({ all: decisions, made });
  useEffect(() => {
    latest.current = { all: decisions, made };
  }, [decisions, made]);
  const saw = useCallback(
    ({ ledger }: WorkbookSeen) => {
      const written = ledger?.decisions ?? NONE;
      if (notYetWritten(latest.current.all, written).length > 0)
        keep({ ...latest.current, written });
    },
    [keep],
  );

  const put = useCallback(
    (changes: readonly Decision[]) => {
      const next = laidOver(made, changes);
      setMade(next);
      keep({ all: laidOver(inWorkbook, next), written, made: next });
    },
    [inWorkbook, written, made, keep],
  );
  return {
    decisions,
    decide: (step) => {
      setSteps([...steps, step]);
      put(step.now);
    },
    undo: () => {
      const step = steps.at(-1);
      if (!step) return undefined;
      setSteps(steps.slice(0, -1));
      put(step.before);
      return step;
    },
    undoable: steps.length > 0,
    drafts,
    draft: (keys, note) => setDrafts((now) => withDraft(now, keys, note)),
    saw,
    failure,
  };
}

function withDraft(
  drafts: Decisions['drafts'],
  keys: readonly string[],
  note: string | undefined,
): Decisions['drafts'] {
  const next = { ...drafts };
  for (const key of keys) {
    if (note === undefined) delete next[key];
    else next[key] = note;
  }
  return next;
}

interface Round {
  all: readonly Decision[];
  /** Those that the ledger sheet says already. */
  written: readonly Decision[];
  /** Those of `all` that were made in the pane. */
  made: readonly Decision[];
}

/** Keeps decisions in the workbook, one round at a time; of those waiting the newest goes next. */
function useKeeping() {
  const [failure, setFailure] = useState<string>();
  const waiting = useRef<Round | undefined>(undefined);
  const busy = useRef(false);
  /** Those of the pane that the workbook has by now. */
  const kept = useRef(NONE);

  const keep = useCallback((round: Round) => {
    waiting.current = round;
    if (busy.current) return;
    busy.current = true;
    void (async () => {
      for (let next = waiting.current; next; next = waiting.current) {
        waiting.current = undefined;
        try {
          await keepDecisions(next.all, next.written);
          kept.current = next.made;
          setFailure(undefined);
        } catch (error) {
          setFailure(failureSentence(error));
        }
      }
      busy.current = false;
    })();
  }, []);
  return { keep, kept, failure };
}
