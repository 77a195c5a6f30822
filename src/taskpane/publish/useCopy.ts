import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Choices } from '../../commands/choices';
import { copyInWorkbook, type CopyInWorkbook } from '../../commands/copyToPublish';
import type { Summary } from '../../commands/summarise';
import type { WorkbookSeen } from '../../workbook/tracker';
import { failureSentence } from '../failureSentence';

interface CopyState {
  /** Absent until it is made the first time; the last one stays in sight while another is made. */
  copy?: CopyInWorkbook;
  busy: boolean;
  failure?: string;
}

interface CopyActions {
  /** Makes it anew from the commentary that stands in the workbook now. */
  makeAgain: () => Promise<CopyInWorkbook>;
  /** The same after a failure; a further one is said in its place. */
  tryAgain: () => void;
}

/** What came of it, and of what it was made. */
interface Outcome extends Pick<CopyState, 'copy' | 'failure'> {
  of?: object;
}

/** The copy of the summary as it stands, made anew whenever a figure or a choice changes. */
export function useCopy(
  summary: Summary,
  choices: Choices,
  seen: WorkbookSeen,
): [CopyState, CopyActions] {
  const source = useMemo(() => ({ summary, choices, seen }), [summary, choices, seen]);
  const [{ of, copy, failure }, setOutcome] = useState<Outcome>({});
  const latest = useRef(0);

  const makeAgain = useCallback(async () => {
    const turn = ++latest.current;
    const made = await copyInWorkbook(source.summary, source.choices, source.seen);
    if (turn === latest.current) setOutcome({ of: source, copy: made });
    return made;
  }, [source]);

  const make = useCallback(() => {
    const turn = latest.current + 1;
    makeAgain().catch((error: unknown) => {
      // A copy of other choices would say what is not so: none is left in sight.
      if (turn === latest.current) setOutcome({ of: source, failure: failureSentence(error) });
    });
  }, [source, makeAgain]);

  useEffect(() => {
    const turns = latest;
    make();
    return () => void turns.current++;
  }, [make]);

  const tryAgain = () => {
    setOutcome({});
    make();
  };
  const busy = of !== source;
  return [
    { copy, busy, failure: busy ? undefined : failure },
    { makeAgain, tryAgain },
  ];
}
