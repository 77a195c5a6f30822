import { Fragment } from 'react';
import type { Evidence } from '../../domain/classify/classification';
import { noteParts, type NotePart } from './noteParts';

interface NoteProps {
  note: string;
  /** In the order in which it is listed below the note. */
  evidence: readonly Evidence[];
}

/**
 * The officer's note as it stands in the tracker. What decided is marked by a ground and a solid
 * line, what was set aside by a dotted line, and each by its number in the list of evidence.
 */
export function MarkedNote({ note, evidence }: NoteProps) {
  if (note.trim() === '') return <p className="review-quiet">The tracker has no note.</p>;
  return (
    <blockquote className="review-note">
      {noteParts(note, evidence).map((part, place) => (
        <Fragment key={place}>
          <Words part={part} />
          {part.ends.map((number) => (
            <sup key={number} className="review-number">
              {number + 1}
            </sup>
          ))}
        </Fragment>
      ))}
    </blockquote>
  );
}

const Words = ({ part: { mark, text } }: { part: NotePart }) =>
  mark ? <mark className={mark === 'decided' ? 'decided' : 'set-aside'}>{text}</mark> : text;
