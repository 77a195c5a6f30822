import {
  useEffect,
  useId,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import type { LedgerEntry } from '../domain/ledger';

/** What every list of young people is given; what stands in its rows and what keys do is its own. */
export interface PeopleProps {
  entries: readonly LedgerEntry[];
  /** Index of the one that is shown. */
  place: number;
  listRef: RefObject<HTMLDivElement | null>;
  /** Of the line that says which keys there are. */
  keysId: string;
  onPlace: (place: number) => void;
}

interface ListProps extends PeopleProps {
  /** Height of a row in pixels, as the style sheet has it. */
  rowHeight: number;
  /** What a key does beside moving; undefined for one that does nothing. */
  workOf: (event: KeyboardEvent) => (() => void) | undefined;
  /** What stands in a row. */
  children: (entry: LedgerEntry) => ReactNode;
}

/** Of the list, above and below its rows. */
const BORDERS = 2;
/** Rows drawn above and below those in sight, and the most that can be in sight. */
const MARGIN = 4;
const IN_SIGHT = 12;
const PAGE = 5;

/**
 * Young people as a list box. Only rows near those in sight are drawn, and the one that is shown,
 * which assistive technology is pointed to. Keys of a single letter work here alone.
 */
export function PeopleList({ entries, place, rowHeight, listRef, keysId, ...on }: ListProps) {
  const id = useId();
  const [first, setFirst] = useState(0);
  useScrolledTo(listRef, place, rowHeight, entries.length);

  const onClick = (event: MouseEvent) => {
    const row = (event.target as Element).closest<HTMLElement>('[data-place]');
    if (row) on.onPlace(Number(row.dataset.place));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const work = on.workOf(event) ?? move(event, place, entries.length - 1, on.onPlace);
    if (!work) return;
    event.preventDefault();
    work();
  };
  return (
    <div
      ref={listRef}
      role="listbox"
      aria-label="Young people"
      aria-describedby={keysId}
      aria-activedescendant={`${id}-${place}`}
      tabIndex={0}
      className="people"
      style={{ maxHeight: entries.length * rowHeight + BORDERS }}
      onScroll={({ currentTarget }) => setFirst(Math.floor(currentTarget.scrollTop / rowHeight))}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      <div
        role="presentation"
        className="people-rows"
        style={{ height: entries.length * rowHeight }}
      >
        {drawn(entries.length, first, place).map((index) => (
          <div
            key={entries[index]!.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === place}
            aria-posinset={index + 1}
            aria-setsize={entries.length}
            data-place={index}
            className="people-row"
            style={{ top: index * rowHeight, height: rowHeight }}
          >
            {on.children(entries[index]!)}
          </div>
        ))}
      </div>
    </div>
  );
}

/** The line that says which keys there are in the list: each, and what it does. */
export const PeopleKeys = ({ id, keys }: { id: string; keys: [key: string, does: string][] }) => (
  <p id={id} className="review-keys">
    Keys in the list:{' '}
    {keys.map(([key, does]) => (
      <span key={key}>
        <kbd>{key}</kbd> {does}
      </span>
    ))}
  </p>
);

function move(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  place: number,
  last: number,
  onPlace: (place: number) => void,
): (() => void) | undefined {
  const to = ctrlKey || metaKey || altKey ? undefined : destination(key, place, last);
  return to === undefined ? undefined : () => onPlace(Math.min(Math.max(to, 0), last));
}

function destination(key: string, place: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return place + 1;
    case 'ArrowUp':
      return place - 1;
    case 'PageDown':
      return place + PAGE;
    case 'PageUp':
      return place - PAGE;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

/** Indexes of the rows to draw, in order. */
function drawn(count: number, first: number, place: number): number[] {
  const from = Math.max(0, first - MARGIN);
  const to = Math.min(count, first + IN_SIGHT + MARGIN);
  const rows = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
  if (place < from) return [place, ...rows];
  return place >= to && place < count ? [...rows, place] : rows;
}

/** Keeps the row that is shown in sight. */
function useScrolledTo(
  listRef: RefObject<HTMLDivElement | null>,
  place: number,
  rowHeight: number,
  count: number,
) {
  useEffect(() => {
    const box = listRef.current;
    if (!box) return;
    const top = place * rowHeight;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + rowHeight > box.scrollTop + box.clientHeight) {
      box.scrollTop = top + rowHeight - box.clientHeight;
    }
  }, [listRef, place, rowHeight, count]);
}
