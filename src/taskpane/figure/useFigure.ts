import { useCallback, useEffect, useRef, useState } from 'react';
import {
  explainSelected,
  type ExplainedBy,
  type Explanation,
} from '../../commands/explainSelected';
import { goTo } from '../../commands/goTo';
import { splitAddress } from '../../workbook/address';
import { watchSelection } from '../../workbook/watchSelection';
import { failureSentence } from '../failureSentence';

export interface FigureWatch {
  /** Of the cell that was selected last, the pane's own moves apart; absent before the first. */
  explanation?: Explanation;
  /** Why the last cell could not be read, or gone to. */
  failure?: string;
  /** Goes to cells that belong to the figure: what is said of it stays in sight. */
  visit: (address: string) => void;
  /** Goes to the figure again. */
  back: () => void;
  /** The pane itself is about to select that sheet's first cell, and it is to be as with `visit`. */
  expect: (address: string) => void;
}

/**
 * Explains what is selected, and goes on to while the officer selects other cells. While `held` the
 * pane is at work in the workbook, and what becomes selected then is not followed.
 */
export function useFigure(by: ExplainedBy, held: boolean): FigureWatch {
  const [explanation, setExplanation] = useState<Explanation>();
  const [failure, setFailure] = useState<string>();
  const latest = useRef({ by, held });
  const shown = useRef<string>(undefined);
  const expected = useRef<string>(undefined);
  /** What is to be read next: of the cells selected during a reading only the last matters. */
  const next = useRef<'nothing' | 'the same cell' | 'where it moved'>('nothing');
  const reading = useRef(false);

  const look = useCallback(async (what: 'the same cell' | 'where it moved') => {
    if (next.current !== 'where it moved') next.current = what;
    if (reading.current) return;
    reading.current = true;
    while (next.current !== 'nothing') {
      const isMove = next.current === 'where it moved';
      next.current = 'nothing';
      try {
        const now = await explainSelected(latest.current.by);
        const isShown = shown.current === undefined || isSameCell(now.address, shown.current);
        if (isSameCell(now.address, expected.current) || !(isMove || isShown)) continue;
        expected.current = undefined;
        shown.current = now.address;
        setExplanation(now);
        setFailure(undefined);
      } catch (error) {
        setFailure(failureSentence(error));
      }
    }
    reading.current = false;
  }, []);

  useEffect(() => {
    latest.current.held = held;
  }, [held]);
  useEffect(() => {
    latest.current.by = by;
    void look('the same cell');
  }, [by, look]);
  const onMoved = useCallback(() => {
    if (!latest.current.held) void look('where it moved');
  }, [look]);
  useWatch(onMoved, setFailure);

  const move = useCallback((address: string, isVisit: boolean) => {
    setFailure(undefined);
    expected.current = isVisit ? address : undefined;
    goTo(address).catch((error: unknown) => setFailure(failureSentence(error)));
  }, []);
  return {
    explanation,
    failure,
    visit: useCallback((address) => move(address, true), [move]),
    back: () => explanation && move(explanation.address, false),
    expect: useCallback((address) => void (expected.current = address), []),
  };
}

/** Listens for as long as the pane shows it. */
function useWatch(onMoved: () => void, onFailure: (failure: string) => void): void {
  useEffect(() => {
    let gone = false;
    let end: (() => Promise<void>) | undefined;
    // A workbook that is closing needs no goodbye.
    const quietly = (ending: Promise<void>) => void ending.catch(() => undefined);
    watchSelection(onMoved).then(
      (stop) => {
        end = stop;
        if (gone) quietly(stop());
      },
      (error: unknown) => onFailure(failureSentence(error)),
    );
    return () => {
      gone = true;
      if (end) quietly(end());
    };
  }, [onMoved, onFailure]);
}

/** Excel and the add-in may put different signs around the same cell. */
function isSameCell(one: string, other: string | undefined): boolean {
  if (other === undefined) return false;
  const [a, b] = [splitAddress(one), splitAddress(other)];
  const first = (cells: string) => cells.replace(/\$/g, '').split(':')[0];
  return a.sheet === b.sheet && first(a.cells) === first(b.cells);
}
