import { useState } from 'react';
import { readDate } from '../domain/calendar';
import type { IsoDate } from '../domain/reading';
import { typedDate } from './ukDate';

export interface AsAtField {
  text: string;
  /** Why what is typed is no date; the figures keep the last date that was. */
  wrong?: string;
  type: (text: string) => void;
  /** Takes what is typed; empty means the date that the tracker itself gives. */
  settle: () => void;
}

/** The as-at date as it is typed: only a date that can be read becomes the officer's choice. */
export function useAsAt(
  asAt: IsoDate | undefined,
  choose: (asAt: IsoDate | undefined) => void,
): AsAtField {
  const [typed, setTyped] = useState<string>();
  const [wrong, setWrong] = useState<string>();

  const settle = () => {
    if (typed === undefined) return;
    const reading = readDate(typed, 1900);
    if (reading.kind === 'unreadable') return setWrong(`This box ${reading.why}.`);
    setWrong(undefined);
    setTyped(undefined);
    choose(reading.kind === 'value' ? reading.value : undefined);
  };
  return { text: typed ?? (asAt ? typedDate(asAt) : ''), wrong, type: setTyped, settle };
}
