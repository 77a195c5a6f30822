import { useCallback, useState } from 'react';
import { goTo } from '../commands/goTo';
import { failureSentence } from './failureSentence';

/** Selects a cell or a sheet in Excel; `failure` says why the last one could not be shown. */
export function useGoTo(): { go: (address: string) => void; failure?: string } {
  const [failure, setFailure] = useState<string>();
  const go = useCallback((address: string) => {
    setFailure(undefined);
    goTo(address).catch((error: unknown) => setFailure(failureSentence(error)));
  }, []);
  return { go, failure };
}
