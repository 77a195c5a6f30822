import { useMemo } from 'react';
import { summarise, type Summary } from '../commands/summarise';
import { today } from '../commands/today';
import { failureSentence } from './failureSentence';
import type { TrackerState } from './useTracker';

type Summarised = { summary?: Summary; failure?: string };

/**
 * The summary of a tracker that could be read, made anew when the tracker or a choice changes; none
 * while a required column is missing or where no young person's row could be read. Its date is the
 * one that the tracker was read by: while it is read by another, figures and date stay together.
 */
export function useSummary({ look, choices, readAsAt }: TrackerState): Summarised {
  const tracker = look?.kind === 'found' ? look.tracker : undefined;
  return useMemo(() => {
    if (!tracker || !choices || tracker.missing.length > 0) return {};
    if (tracker.changes.length === 0) return {};
    try {
      return { summary: summarise(tracker, { ...choices, asAt: readAsAt }, today()) };
    } catch (error) {
      return { failure: failureSentence(error) };
    }
  }, [tracker, choices, readAsAt]);
}
