import { useDeferredValue, useMemo } from 'react';
import { summarise, type Summary } from '../commands/summarise';
import { today } from '../commands/today';
import type { Decision } from '../domain/ledger';
import type { Pointed } from '../reports/reconcile';
import { saysAnything, type Tracker } from '../workbook/tracker';
import { failureSentence } from './failureSentence';
import type { TrackerState } from './useTracker';

interface Summarised {
  summary?: Summary;
  failure?: string;
  /** True while it is being worked out; the last summary stays in sight meanwhile. */
  busy: boolean;
}

/** Up to so many young people are worked out before an eye would notice; beyond, the pane says so first. */
const AT_ONCE = 1000;

/**
 * The summary of a tracker that could be read, made anew when the tracker, a choice or a decision
 * changes; none while a required column is missing or where no young person's row could be read.
 * Its date is the one that the tracker was read by: while it is read by another, figures and date
 * stay together.
 */
export function useSummary(
  { look, choices, readAsAt }: TrackerState,
  decisions: readonly Decision[],
  pointed: readonly Pointed[],
): Summarised {
  const tracker = look?.kind === 'found' ? look.tracker : undefined;
  const asked = useMemo(
    () => ({ tracker, choices, readAsAt, decisions, pointed }),
    [tracker, choices, readAsAt, decisions, pointed],
  );
  const painted = useDeferredValue(asked);
  const source = tracker && tracker.people.length > AT_ONCE ? painted : asked;
  const made = useMemo(() => summaryOf(source), [source]);
  return { ...made, busy: source !== asked };
}

interface Source extends Pick<TrackerState, 'choices' | 'readAsAt'> {
  tracker?: Tracker;
  decisions: readonly Decision[];
  pointed: readonly Pointed[];
}

function summaryOf(source: Source): Omit<Summarised, 'busy'> {
  const { tracker, choices, readAsAt, decisions, pointed } = source;
  if (!tracker || !choices || tracker.missing.length > 0) return {};
  if (!saysAnything(tracker)) return {};
  try {
    return {
      summary: summarise(tracker, { ...choices, asAt: readAsAt }, today(), decisions, pointed),
    };
  } catch (error) {
    return { failure: failureSentence(error) };
  }
}
