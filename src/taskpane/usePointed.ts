import { useEffect, useRef, useState } from 'react';
import {
  keepPointed,
  pointedAgain,
  selectedFigure,
  type PointedRead,
} from '../commands/pointedFigures';
import type { Pointed } from '../reports/reconcile';
import { useAttempt } from './useAttempt';

export interface PointedState {
  figures: readonly Pointed[];
  /** Every cell that was pointed at, also those that have no figure any more. */
  addresses: readonly string[];
  busy: boolean;
  failure?: string;
  /** Takes the figure of the selected cell. */
  add: () => void;
  remove: (address: string) => void;
}

const NOTHING: PointedRead = { figures: [], lost: [] };

/**
 * Totals elsewhere in the workbook that the officer pointed at, each cell once. Which cells they are
 * is kept in the workbook as they are chosen; their figures are read anew with each look at it.
 * @param kept those that the workbook had at the last look; undefined before the first
 */
export function usePointed(kept: readonly string[] | undefined): PointedState {
  const [read, setRead] = useState(NOTHING);
  const { busy, failure, attempt } = useAttempt();
  /** What stands here; undefined until something was read or chosen, and then newer than a look. */
  const now = useRef<PointedRead | undefined>(undefined);

  const show = (next: PointedRead): void => {
    now.current = next;
    setRead(next);
  };
  const latest = useRef({ attempt, show });
  useEffect(() => {
    latest.current = { attempt, show };
  });
  useEffect(() => {
    const addresses = now.current ? addressesOf(now.current) : (kept ?? []);
    if (addresses.length === 0) return;
    void latest.current.attempt(async () => latest.current.show(await pointedAgain(addresses)));
  }, [kept]);

  const change = (next: PointedRead): Promise<void> => {
    show(next);
    return keepPointed(addressesOf(next));
  };
  return {
    figures: read.figures,
    addresses: addressesOf(read),
    busy,
    failure: failure ?? (read.lost.map(({ why }) => why).join(' ') || undefined),
    add: () =>
      void attempt(async () => {
        const one = await selectedFigure();
        const { figures, lost } = without(now.current ?? NOTHING, one.address);
        await change({ figures: [...figures, one], lost });
      }),
    remove: (address) => void attempt(() => change(without(now.current ?? NOTHING, address))),
  };
}

const addressesOf = ({ figures, lost }: PointedRead): string[] =>
  [...figures, ...lost].map(({ address }) => address);

const without = ({ figures, lost }: PointedRead, removed: string): PointedRead => ({
  figures: figures.filter(({ address }) => address !== removed),
  lost: lost.filter(({ address }) => address !== removed),
});
