import { useMemo } from 'react';
import type { Choices } from '../commands/choices';
import { summarise, type Summary } from '../commands/summarise';
import { today } from '../commands/today';
import type { Tracker } from '../workbook/tracker';
import { failureSentence } from './failureSentence';

type Summarised = { summary?: Summary; failure?: string };

/**
 * The summary of a tracker that could be read, made anew when the tracker or a choice changes;
 * none while a required column is missing or where no young person's row could be read.
 */
export function useSummary(tracker?: Tracker, choices?: Choices): Summarised {
  return useMemo(() => {
    if (!tracker || !choices || tracker.missing.length > 0) return {};
    if (tracker.changes.length === 0) return {};
    try {
      return { summary: summarise(tracker, choices, today()) };
    } catch (error) {
      return { failure: failureSentence(error) };
    }
  }, [tracker, choices]);
}
