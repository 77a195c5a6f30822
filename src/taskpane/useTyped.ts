import { useState } from 'react';
import type { Reading } from '../domain/reading';

/** A box whose text becomes a choice once it can be read. */
export interface TypedField {
  text: string;
  /** Why what is typed cannot be taken; what was chosen before still counts. */
  wrong?: string;
  type: (text: string) => void;
  /** Takes what is typed; an empty box chooses undefined. */
  settle: () => void;
}

/** What is typed is taken when it is settled, on Enter or when the box is left, and not before. */
export function useTyped<T>(
  chosen: string,
  read: (text: string) => Reading<T>,
  choose: (value: T | undefined) => void,
): TypedField {
  const [typed, setTyped] = useState<string>();
  const [wrong, setWrong] = useState<string>();

  const settle = () => {
    if (typed === undefined) return;
    const reading = read(typed);
    if (reading.kind === 'unreadable') return setWrong(`This box ${reading.why}.`);
    setWrong(undefined);
    setTyped(undefined);
    choose(reading.kind === 'value' ? reading.value : undefined);
  };
  return { text: typed ?? chosen, wrong, type: setTyped, settle };
}
