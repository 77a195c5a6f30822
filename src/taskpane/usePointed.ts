import { useRef, useState } from 'react';
import { selectedFigure } from '../commands/pointedFigures';
import type { Pointed } from '../reports/reconcile';
import { failureSentence } from './failureSentence';

export interface PointedState {
  figures: readonly Pointed[];
  busy: boolean;
  failure?: string;
  /** Takes the figure of the selected cell. */
  add: () => void;
  remove: (address: string) => void;
}

/** Totals elsewhere in the workbook that the officer pointed at, each cell once. */
export function usePointed(): PointedState {
  const [figures, setFigures] = useState<readonly Pointed[]>([]);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const reading = useRef(false);

  async function add(): Promise<void> {
    if (reading.current) return;
    reading.current = true;
    setBusy(true);
    try {
      const one = await selectedFigure();
      setFigures((now) => [...now.filter(({ address }) => address !== one.address), one]);
      setFailure(undefined);
    } catch (error) {
      setFailure(failureSentence(error));
    } finally {
      reading.current = false;
      setBusy(false);
    }
  }

  return {
    figures,
    busy,
    failure,
    add: () => void add(),
    remove: (removed) => setFigures((now) => now.filter(({ address }) => address !== removed)),
  };
}
