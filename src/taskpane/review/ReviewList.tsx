import {
  useEffect,
  useId,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react';
import type { LedgerEntry } from '../../domain/ledger';
import { displayName } from '../../domain/reason';
import type { SignStyle } from '../../reports/plan';
import { changeText, nameOf } from './entryTexts';

interface ListProps {
  entries: readonly LedgerEntry[];
  /** Index of the one that is shown. */
  place: number;
  signs: SignStyle;
  listRef: RefObject<HTMLDivElement | null>;
  /** Of the line that says which keys there are. */
  keysId: string;
  onPlace: (place: number) => void;
  onAccept: () => void;
  onUndo: () => void;
  /** A letter or digit that begins the name of another reason. */
  onLetter: (letter: string) => void;
}

/** Height of a row in pixels, as the style sheet has it. */
const ROW = 32;
/** Of the list, above and below its rows. */
const BORDERS = 2;
/** Rows drawn above and below those in sight, and the most that can be in sight. */
const MARGIN = 4;
const IN_SIGHT = 12;
const PAGE = 5;

/**
 * The young people as a list box. Only rows near those in sight are drawn, and the one that is
 * shown, which assistive technology is pointed to. Keys of a single letter work here alone.
 */
export function ReviewList({ entries, place, signs, listRef, keysId, ...on }: ListProps) {
  const id = useId();
  const [first, setFirst] = useState(0);
  useScrolledTo(listRef, place, entries.length);

  const onClick = (event: MouseEvent) => {
    const row = (event.target as Element).closest<HTMLElement>('[data-place]');
    if (row) on.onPlace(Number(row.dataset.place));
  };
  return (
    <div
      ref={listRef}
      role="listbox"
      aria-label="Young people"
      aria-describedby={keysId}
      aria-activedescendant={`${id}-${place}`}
      tabIndex={0}
      className="review-list"
      style={{ maxHeight: entries.length * ROW + BORDERS }}
      onScroll={({ currentTarget }) => setFirst(Math.floor(currentTarget.scrollTop / ROW))}
      onClick={onClick}
      onKeyDown={(event) => pressed(event, { place, last: entries.length - 1, ...on })}
    >
      <div role="presentation" className="review-rows" style={{ height: entries.length * ROW }}>
        {drawn(entries.length, first, place).map((index) => (
          <Row
            key={entries[index]!.key}
            id={`${id}-${index}`}
            entry={entries[index]!}
            index={index}
            of={entries.length}
            selected={index === place}
            signs={signs}
          />
        ))}
      </div>
    </div>
  );
}

type Presses = Omit<ListProps, 'entries' | 'signs' | 'listRef' | 'keysId'> & { last: number };

function pressed(event: KeyboardEvent, { place, last, ...on }: Presses): void {
  const work = workOf(event, { place, last, ...on });
  if (!work) return;
  event.preventDefault();
  work();
}

function workOf(event: KeyboardEvent, { place, last, ...on }: Presses): (() => void) | undefined {
  const { key, repeat } = event;
  const command = event.ctrlKey || event.metaKey;
  if (command && key.toLowerCase() === 'z') return repeat ? nothing : on.onUndo;
  if (command || event.altKey) return undefined;
  const to = destination(key, place, last);
  if (to !== undefined) return () => on.onPlace(Math.min(Math.max(to, 0), last));
  if (key === 'Enter' || key.toLowerCase() === 'a') return repeat ? nothing : on.onAccept;
  if (key.toLowerCase() === 'u') return repeat ? nothing : on.onUndo;
  return /^[\p{L}\p{N}]$/u.test(key) ? () => on.onLetter(key) : undefined;
}

/** A key that is held down moves on and on, but decides once. */
const nothing = () => undefined;

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
function useScrolledTo(listRef: RefObject<HTMLDivElement | null>, place: number, count: number) {
  useEffect(() => {
    const box = listRef.current;
    if (!box) return;
    const top = place * ROW;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + ROW > box.scrollTop + box.clientHeight) {
      box.scrollTop = top + ROW - box.clientHeight;
    }
  }, [listRef, place, count]);
}

interface RowProps {
  id: string;
  entry: LedgerEntry;
  index: number;
  of: number;
  selected: boolean;
  signs: SignStyle;
}

function Row({ id, entry, index, of, selected, signs }: RowProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={selected}
      aria-posinset={index + 1}
      aria-setsize={of}
      data-place={index}
      className="review-row"
      style={{ top: index * ROW }}
    >
      <span className="review-row-mark">
        <Standing entry={entry} />
      </span>
      <span className="review-row-name">{nameOf(entry)}</span>{' '}
      <span className="review-row-reason">{displayName(entry.reason)}</span>{' '}
      <span className="review-row-change">{changeText(entry, signs)}</span>
    </div>
  );
}

/** A sign to see and words to hear: who needs a person, and whom the officer decided. */
function Standing({ entry }: { entry: LedgerEntry }) {
  const [sign, words] = entry.review
    ? ['?', 'Needs you:']
    : entry.decidedBy === 'officer'
      ? ['✓', 'Decided by you:']
      : ['', ''];
  return (
    <>
      <span aria-hidden="true">{sign}</span>
      {words && <span className="unseen">{words} </span>}
    </>
  );
}
