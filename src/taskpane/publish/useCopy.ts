import { useEffect, useState } from 'react';
import type { Choices } from '../../commands/choices';
import { copyInWorkbook, type CopyToPublish } from '../../commands/copyToPublish';
import type { Summary } from '../../commands/summarise';
import type { WorkbookSeen } from '../../workbook/tracker';
import { failureSentence } from '../failureSentence';

interface CopyState {
  /** Absent until it is made the first time. */
  copy?: CopyToPublish;
  failure?: string;
}

/** The copy of the summary as it stands, made anew whenever a figure or a choice changes. */
export function useCopy(summary: Summary, choices: Choices, seen: WorkbookSeen): CopyState {
  const [state, setState] = useState<CopyState>({});
  useEffect(() => {
    let isWanted = true;
    copyInWorkbook(summary, choices, seen).then(
      (copy) => isWanted && setState({ copy }),
      (error: unknown) => isWanted && setState({ failure: failureSentence(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [summary, choices, seen]);
  return state;
}
