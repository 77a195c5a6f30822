import type { KeyboardEvent } from 'react';
import type { LedgerEntry } from '../../domain/ledger';
import { displayName } from '../../domain/reason';
import type { SignStyle } from '../../reports/plan';
import { PeopleList, type PeopleProps } from '../PeopleList';
import { changeText, nameOf } from './entryTexts';

interface ListProps extends PeopleProps {
  signs: SignStyle;
  onAccept: () => void;
  onUndo: () => void;
  /** A letter or digit that begins the name of another reason. */
  onLetter: (letter: string) => void;
}

/** Pixels, as the style sheet has it. */
const ROW = 32;

/** The young people to be gone through, with the reason that counts for each. */
export function ReviewList({ signs, onAccept, onUndo, onLetter, ...list }: ListProps) {
  return (
    <PeopleList
      {...list}
      rowHeight={ROW}
      workOf={(event) => workOf(event, { onAccept, onUndo, onLetter })}
    >
      {(entry) => (
        <div className="review-row">
          <span className="review-row-mark">
            <Standing entry={entry} />
          </span>
          <span className="review-row-name">{nameOf(entry)}</span>{' '}
          <span className="review-row-reason">{displayName(entry.reason)}</span>{' '}
          <span className="review-row-change">{changeText(entry, signs)}</span>
        </div>
      )}
    </PeopleList>
  );
}

type Presses = Pick<ListProps, 'onAccept' | 'onUndo' | 'onLetter'>;

function workOf(event: KeyboardEvent, on: Presses): (() => void) | undefined {
  const { key, repeat } = event;
  const command = event.ctrlKey || event.metaKey;
  if (command && key.toLowerCase() === 'z') return repeat ? nothing : on.onUndo;
  if (command || event.altKey) return undefined;
  if (key === 'Enter' || key.toLowerCase() === 'a') return repeat ? nothing : on.onAccept;
  if (key.toLowerCase() === 'u') return repeat ? nothing : on.onUndo;
  return /^[\p{L}\p{N}]$/u.test(key) ? () => on.onLetter(key) : undefined;
}

/** A key that is held down moves on and on, but decides once. */
const nothing = () => undefined;

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
