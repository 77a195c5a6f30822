import { Button } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState, type RefObject } from 'react';
import type { LedgerEntry } from '../../domain/ledger';
import { displayName } from '../../domain/reason';
import type { SignStyle } from '../../reports/plan';
import { Notice } from '../Notice';
import { PeopleKeys } from '../PeopleList';
import { ReasonChooser } from './ReasonChooser';
import { ReviewCard } from './ReviewCard';
import { ReviewList } from './ReviewList';
import type { ReviewFilter } from './reviewList';
import { settledSentence } from './settledSentence';
import type { Decisions } from './useDecisions';
import { isSettledByOfficer, useReview, type Review } from './useReview';

interface ScreenProps {
  ledger: LedgerEntry[];
  decisions: Decisions;
  signs: SignStyle;
  /** Back to the pane. */
  onDone: () => void;
}

const EMPTY: Record<ReviewFilter, string> = {
  needed: 'Nothing is left that needs you.',
  all: 'There is no young person in the tracker.',
  decided: 'You have decided nothing yet.',
};

/**
 * The review, a screen of its own in the pane: young people to go through, one of them in full, and
 * what can be done about it at the foot. The focus is in the list, and comes back there after
 * every decision; where the list has run empty it goes to the way out.
 */
export function ReviewScreen({ ledger, decisions, signs, onDone }: ScreenProps) {
  const review = useReview(ledger, decisions);
  const [typed, setTyped] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const wayOut = useRef<HTMLButtonElement>(null);
  const keys = useId();
  const toList = () => (list.current ?? wayOut.current)?.focus();
  const { entry } = review;
  const empty = entry === undefined;
  useEffect(toList, [review.turns]);
  useEffect(() => {
    // The list may run empty a moment after the decision, and take the focus with it.
    if (empty && document.activeElement === document.body) toList();
  }, [empty]);

  return (
    <>
      <main className="review">
        <div className="review-head">
          <Button size="small" onClick={onDone}>
            Back
          </Button>
          <h1 className="review-title">Why costs changed</h1>
        </div>
        <Filters review={review} />
        <div className="review-panel">
          {entry ? (
            <>
              <ReviewList
                entries={review.list}
                place={review.place}
                signs={signs}
                listRef={list}
                keysId={keys}
                onPlace={review.goTo}
                onAccept={review.accept}
                onUndo={review.undo}
                onLetter={(letter) => {
                  setTyped(letter);
                  chooser.current?.focus();
                }}
              />
              <ReviewCard
                key={entry.key}
                entry={entry}
                position={review.place + 1}
                of={review.list.length}
                signs={signs}
                note={review.note}
                onNote={review.typeNote}
                onNoteSettled={review.settleNote}
                onNoteDone={toList}
              />
            </>
          ) : (
            <p>{EMPTY[review.filter]}</p>
          )}
        </div>
      </main>
      <footer className="review-foot">
        {decisions.failure && <Notice intent="error">{notKept(decisions.failure)}</Notice>}
        <Said review={review} />
        {entry && (
          <ReasonChooser
            typed={typed}
            onTyped={setTyped}
            onChoose={review.choose}
            onLeave={toList}
            inputRef={chooser}
          />
        )}
        <Choices review={review} wayOut={wayOut} onDone={onDone} />
        {entry && <PeopleKeys id={keys} keys={KEYS} />}
      </footer>
    </>
  );
}

const FILTER_NAMES: [ReviewFilter, string][] = [
  ['needed', 'Needs you'],
  ['all', 'All'],
  ['decided', 'Decided by you'],
];

function Filters({ review }: { review: Review }) {
  const group = useId();
  return (
    <fieldset className="review-filters">
      <legend className="unseen">Show</legend>
      {FILTER_NAMES.map(([filter, name]) => (
        <label key={filter} className="review-filter">
          <input
            type="radio"
            className="unseen"
            name={group}
            checked={review.filter === filter}
            onChange={() => review.show(filter)}
          />
          <span>{`${name} (${review.counts[filter].toLocaleString('en-GB')})`}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What was done last, with the way back from it; how far things are before anything is done. */
function Said({ review }: { review: Review }) {
  return (
    <div className="review-said">
      <p role="status">{review.said || settledSentence(review.counts)}</p>
      {review.undoable && (
        <Button size="small" onClick={review.undo}>
          Undo
        </Button>
      )}
    </div>
  );
}

interface ChoicesProps {
  review: Review;
  wayOut: RefObject<HTMLButtonElement | null>;
  onDone: () => void;
}

/** What can be done about the one that is shown; the way out comes first once nothing is left. */
function Choices({ review, wayOut, onDone }: ChoicesProps) {
  const { entry, alike } = review;
  const finished = review.counts.needed === 0 || !entry;
  return (
    <div className="review-choices">
      {finished && (
        <Button ref={wayOut} appearance="primary" onClick={onDone}>
          Done
        </Button>
      )}
      {entry && !isSettledByOfficer(entry) && (
        <Button appearance={finished ? 'secondary' : 'primary'} onClick={review.accept}>
          {`Accept ‘${displayName(entry.reason)}’`}
        </Button>
      )}
      {alike.length > 1 && (
        <Button
          size="small"
          onClick={review.acceptAlike}
        >{`Accept all alike (${alike.length})`}</Button>
      )}
      {entry?.decidedBy === 'officer' && (
        <Button size="small" onClick={review.withdraw}>
          Withdraw decision
        </Button>
      )}
    </div>
  );
}

const KEYS: [string, string][] = [
  ['A', 'accept'],
  ['↑ ↓', 'move'],
  ['U', 'undo'],
  ['letters', 'another reason'],
];

const notKept = (failure: string): string =>
  `Your decisions could not be kept in the workbook. ${failure} They count here, and are kept with the next decision or when you write.`;
