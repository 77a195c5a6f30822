import { useRef, useState } from 'react';
import { failureSentence } from './failureSentence';

export interface Attempt {
  busy: boolean;
  /** Why the last one failed. */
  failure?: string;
  /** Does it, one at a time: while another goes on, nothing. */
  attempt: (work: () => Promise<void>) => Promise<void>;
}

/** Something that the officer asks of the workbook and that may fail with a sentence. */
export function useAttempt(): Attempt {
  const [state, setState] = useState<Omit<Attempt, 'attempt'>>({ busy: false });
  const going = useRef(false);
  async function attempt(work: () => Promise<void>): Promise<void> {
    if (going.current) return;
    going.current = true;
    setState({ busy: true });
    let failure: string | undefined;
    try {
      await work();
    } catch (error) {
      failure = failureSentence(error);
    } finally {
      going.current = false;
      setState({ busy: false, failure });
    }
  }
  return { ...state, attempt };
}
