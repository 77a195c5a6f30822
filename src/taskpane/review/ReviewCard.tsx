import { Field, Input, Link } from '@fluentui/react-components';
import { useId } from 'react';
import type { Evidence } from '../../domain/classify/classification';
import type { LedgerEntry } from '../../domain/ledger';
import { displayName } from '../../domain/reason';
import type { SignStyle } from '../../reports/plan';
import { Notice } from '../Notice';
import { useGoTo } from '../useGoTo';
import { confidenceWords } from './confidenceWords';
import { addressOf, changeText, costText, nameOf, placementText } from './entryTexts';
import { MarkedNote } from './MarkedNote';

interface CardProps {
  entry: LedgerEntry;
  /** 1-based, and of how many. */
  position: number;
  of: number;
  signs: SignStyle;
  note: string;
  onNote: (note: string) => void;
  onNoteSettled: () => void;
  /** Enter in the note: back to the list. */
  onNoteDone: () => void;
}

/** Everything about one young person's change: what was, what is, what the note says, and why. */
export function ReviewCard({ entry, position, of, signs, ...note }: CardProps) {
  const heading = useId();
  const { go, failure } = useGoTo();
  const address = addressOf(entry);
  const groups = [entry.cohort, entry.opportunity].filter((name) => name !== '').join(' · ');
  const evidence = [
    ...entry.evidence.filter(({ kind }) => kind !== 'set aside'),
    ...entry.evidence.filter(({ kind }) => kind === 'set aside'),
  ];
  return (
    <article className="review-card" aria-labelledby={heading}>
      <div className="review-card-head">
        <h2 id={heading} className="section-heading">
          {nameOf(entry)}
        </h2>
        {address && (
          <Link as="button" inline onClick={() => go(address)}>
            {address}
          </Link>
        )}
        <span className="review-quiet review-position">
          {`${position.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')}`}
        </span>
      </div>
      {failure && <Notice intent="error">{failure}</Notice>}
      {groups && <p className="review-quiet">{groups}</p>}
      <Answer entry={entry} />
      <BeforeAndNow entry={entry} signs={signs} />
      <h3 className="group-heading">Note in the tracker</h3>
      <MarkedNote note={entry.circumstances.note} evidence={evidence} />
      <EvidenceList evidence={evidence} />
      <DecisionNote {...note} />
    </article>
  );
}

/** The reason that counts, whose it is and how sure it is. */
function Answer({ entry }: { entry: LedgerEntry }) {
  const proposal = `${displayName(entry.proposed)} (${confidenceWords(entry.confidence).toLowerCase()})`;
  if (entry.decidedBy === 'add-in') {
    return (
      <p className="review-answer">
        <strong>{displayName(entry.reason)}</strong>
        <span>{confidenceWords(entry.confidence)}</span>
      </p>
    );
  }
  return (
    <>
      {entry.review && (
        <Notice intent="warning">
          The tracker has changed since you decided this. Accept it again, or choose another reason.
        </Notice>
      )}
      <p className="review-answer">
        <strong>{displayName(entry.reason)}</strong>
        <span>Decided by you. The add-in says: {proposal}.</span>
      </p>
    </>
  );
}

function BeforeAndNow({ entry, signs }: { entry: LedgerEntry; signs: SignStyle }) {
  const { original, current } = entry.circumstances;
  return (
    <dl className="review-money">
      <div>
        <dt>Before</dt>
        <dd>{placementText(original)}</dd>
        <dd className="review-amount">{costText(entry.original)}</dd>
      </div>
      <div>
        <dt>Now</dt>
        <dd>{placementText(current)}</dd>
        <dd className="review-amount">{costText(entry.current)}</dd>
      </div>
      <div className="review-change">
        <dt>Change</dt>
        <dd className="review-quiet">£ a week</dd>
        <dd className="review-amount">{changeText(entry, signs)}</dd>
      </div>
    </dl>
  );
}

/** Numbered through, so that a number in the note leads to its line. */
function EvidenceList({ evidence }: { evidence: Evidence[] }) {
  const decided = evidence.filter(({ kind }) => kind !== 'set aside');
  const aside = evidence.slice(decided.length);
  return (
    <>
      <h3 className="group-heading">What decided</h3>
      {decided.length === 0 && <p className="review-quiet">Nothing that is firm enough.</p>}
      <Lines evidence={decided} start={1} />
      {aside.length > 0 && <h3 className="group-heading">Set aside</h3>}
      <Lines evidence={aside} start={decided.length + 1} />
    </>
  );
}

function Lines({ evidence, start }: { evidence: Evidence[]; start: number }) {
  if (evidence.length === 0) return null;
  return (
    <ol className="review-evidence" start={start}>
      {evidence.map(({ text }, place) => (
        <li key={place}>{text}</li>
      ))}
    </ol>
  );
}

type NoteProps = Pick<CardProps, 'note' | 'onNote' | 'onNoteSettled' | 'onNoteDone'>;

function DecisionNote({ note, onNote, onNoteSettled, onNoteDone }: NoteProps) {
  return (
    <Field
      label="Note of the decision"
      hint="Kept with your decision, if you want one."
      size="small"
    >
      <Input
        value={note}
        autoComplete="off"
        maxLength={500}
        onChange={(_, { value }) => onNote(value)}
        onBlur={onNoteSettled}
        onKeyDown={(event) => event.key === 'Enter' && onNoteDone()}
      />
    </Field>
  );
}
