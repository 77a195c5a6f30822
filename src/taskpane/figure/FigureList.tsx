import type { KeyboardEvent } from 'react';
import type { LedgerEntry } from '../../domain/ledger';
import { displayName } from '../../domain/reason';
import type { SignStyle } from '../../reports/plan';
import { PeopleList, type PeopleProps } from '../PeopleList';
import { changeText, costText, nameOf } from '../review/entryTexts';

interface ListProps extends PeopleProps {
  signs: SignStyle;
  /** Enter: to the row in the tracker. */
  onVisit: () => void;
  /** Backspace: to the figure. */
  onBack: () => void;
}

/** Pixels: three lines, as the style sheet has them. */
const ROW = 64;

/** The young people behind a figure: what was, what is, the change, why, and who decided that. */
export function FigureList({ signs, onVisit, onBack, ...list }: ListProps) {
  const workOf = ({ key, repeat }: KeyboardEvent) => {
    if (key === 'Enter') return repeat ? () => undefined : onVisit;
    return key === 'Backspace' ? onBack : undefined;
  };
  return (
    <PeopleList {...list} rowHeight={ROW} workOf={workOf}>
      {(entry) => (
        <div className="figure-row">
          <span className="figure-row-name">{nameOf(entry)}</span>{' '}
          <span className="review-row-change">{changeText(entry, signs)}</span>{' '}
          <span className="figure-row-more">
            {`${costText(entry.original)} before, ${costText(entry.current)} now`}
          </span>{' '}
          <span className="figure-row-more">
            {`${displayName(entry.reason)} · ${decider(entry)}`}
          </span>
        </div>
      )}
    </PeopleList>
  );
}

const decider = ({ decidedBy }: LedgerEntry): string =>
  decidedBy === 'officer' ? 'by an officer' : 'by the add-in';
