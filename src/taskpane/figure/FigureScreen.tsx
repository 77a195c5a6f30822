import { Button, Link } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState, type RefObject } from 'react';
import type { ExplainedBy, Explanation } from '../../commands/explainSelected';
import type { LedgerEntry } from '../../domain/ledger';
import type { FigureBehind } from '../../reports/figureBehind';
import { cellAddress } from '../../workbook/address';
import { counted } from '../../domain/counted';
import { Notice } from '../Notice';
import { PeopleKeys } from '../PeopleList';
import { addressOf, nameOf } from '../review/entryTexts';
import type { WritingState } from '../useWriting';
import { FigureList } from './FigureList';
import { Totals } from './Totals';
import { useFigure, type FigureWatch } from './useFigure';

interface ScreenProps {
  by: ExplainedBy;
  writing: WritingState;
  onWrite: (figure: FigureBehind, address: string) => void;
  onUndo: () => void;
  /** Back to the pane. */
  onDone: () => void;
}

/**
 * Where the selected figure comes from, a screen of its own in the pane: how it was worked out, the
 * young people behind it, and the ways to the tracker and back. It follows the selection in Excel.
 */
export function FigureScreen({ by, writing, onWrite, onUndo, onDone }: ScreenProps) {
  const watch = useFigure(by, isAtWork(writing));
  const { explanation, failure } = watch;
  const figure = explanation?.figure;
  const title = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const keys = useId();
  const hasPeople = figure !== undefined && figure.entries.length > 0;
  useEffect(() => title.current?.focus(), []);
  useEffect(() => {
    // The list as soon as it is there, unless the officer has gone elsewhere meanwhile.
    if (hasPeople && document.activeElement === title.current) list.current?.focus();
  }, [hasPeople]);

  return (
    <>
      <main className="review figure">
        <div className="review-head">
          <Button size="small" onClick={onDone}>
            Back
          </Button>
          <h1 ref={title} tabIndex={-1} className="review-title">
            Where this figure comes from
          </h1>
        </div>
        {/* A listener for as long as the screen is there: a region that comes with its words is not read out. */}
        <p role="status" className="unseen">
          {statusOf(explanation)}
        </p>
        {failure && <Notice intent="error">{failure}</Notice>}
        {explanation && (
          <Explained
            key={explanation.address}
            explanation={explanation}
            watch={watch}
            by={by}
            list={list}
            keys={keys}
          />
        )}
      </main>
      <footer className="review-foot">
        <OnItsSheet
          explanation={explanation}
          writing={writing}
          onWrite={onWrite}
          onUndo={onUndo}
          onWritten={watch.expect}
        />
        {hasPeople && <PeopleKeys id={keys} keys={KEYS} />}
      </footer>
    </>
  );
}

const isAtWork = (writing: WritingState): boolean =>
  writing.kind === 'writing' || (writing.kind === 'written' && writing.undoing);

interface ExplainedProps {
  explanation: Explanation;
  watch: FigureWatch;
  by: ExplainedBy;
  list: RefObject<HTMLDivElement | null>;
  keys: string;
}

function Explained({ explanation, watch, by: { signs }, list, keys }: ExplainedProps) {
  const { address, figure, sentence, ranges } = explanation;
  const [chosen, setChosen] = useState(0);
  const entries = figure?.entries ?? [];
  const place = Math.min(chosen, entries.length - 1);
  const visit = (entry: LedgerEntry | undefined) => {
    const to = entry ? addressOf(entry) : '';
    if (to !== '') watch.visit(to);
  };
  return (
    <>
      <div className="figure-said">
        {figure && <h2 className="section-heading">{figure.name}</h2>}
        {sentence && <p>{sentence}</p>}
        {figure?.sentences.map((each) => (
          <p key={each}>{each}</p>
        ))}
        {ranges.length > 0 && <Ranges ranges={ranges} onGo={watch.visit} />}
        {figure && (
          <p>
            <Link as="button" inline onClick={watch.back}>
              {`Back to the figure, ${address}`}
            </Link>
          </p>
        )}
      </div>
      {entries.length > 0 && (
        <>
          <FigureList
            entries={entries}
            place={place}
            signs={signs}
            listRef={list}
            keysId={keys}
            onPlace={setChosen}
            onVisit={() => visit(entries[place])}
            onBack={watch.back}
          />
          <div className="figure-under">
            <Way entry={entries[place]!} onGo={watch.visit} />
            <Totals entries={entries} signs={signs} />
          </div>
        </>
      )}
    </>
  );
}

const statusOf = (explanation: Explanation | undefined): string =>
  explanation
    ? (explanation.sentence ??
      `${explanation.figure!.name}. ${counted(explanation.figure!.entries.length, 'young person', 'young people')} listed.`)
    : 'Reading the selected cell…';

interface RangesProps {
  ranges: Explanation['ranges'];
  onGo: (address: string) => void;
}

/** The cells that a function takes. */
const Ranges = ({ ranges, onGo }: RangesProps) => (
  <p className="figure-ranges">
    It takes{' '}
    {ranges.map(({ address }, index) => (
      <span key={`${address} ${index}`}>
        {index > 0 && ', '}
        <Link as="button" inline onClick={() => onGo(address)}>
          {address}
        </Link>
      </span>
    ))}
    .
  </p>
);

/** The way to the row of the one that is chosen in the list. */
function Way({ entry, onGo }: { entry: LedgerEntry; onGo: (address: string) => void }) {
  const address = addressOf(entry);
  return (
    <p>
      {`${nameOf(entry)}: `}
      {address === '' ? (
        'no longer in the tracker'
      ) : (
        <Link as="button" inline onClick={() => onGo(address)}>
          {address}
        </Link>
      )}
    </p>
  );
}

interface SheetProps extends Pick<ScreenProps, 'writing' | 'onWrite' | 'onUndo'> {
  explanation?: Explanation;
  onWritten: (address: string) => void;
}

/** Puts the list on a sheet, and says what came of it; what was written before is the pane's to say. */
function OnItsSheet({ explanation, writing, onWrite, onUndo, onWritten }: SheetProps) {
  const [asked, setAsked] = useState(false);
  const busy = writing.kind === 'writing';
  const figure = explanation?.figure;
  const name = writing.kind === 'written' ? writing.written.sheets[0]?.name : undefined;
  useEffect(() => {
    // Writing brings the new sheet to the front, which is no other figure to explain.
    if (asked && name !== undefined) onWritten(cellAddress(name, 0, 0));
  }, [asked, name, onWritten]);
  return (
    <>
      {asked && writing.kind === 'failed' && <Notice intent="error">{writing.failure}</Notice>}
      {asked && writing.kind === 'written' && writing.failure && (
        <Notice intent="error">{writing.failure}</Notice>
      )}
      <div className="review-said">
        <p role="status">{asked ? outcomeOf(writing) : ''}</p>
        {asked && writing.kind === 'written' && (
          <Button size="small" onClick={onUndo} disabledFocusable={writing.undoing}>
            {writing.undoing ? 'Undoing…' : 'Undo'}
          </Button>
        )}
      </div>
      {figure && (
        <Button
          disabledFocusable={busy}
          onClick={() => {
            setAsked(true);
            onWrite(figure, explanation.address);
          }}
        >
          {busy ? 'Writing…' : 'Put on a sheet of its own'}
        </Button>
      )}
    </>
  );
}

function outcomeOf(writing: WritingState): string {
  switch (writing.kind) {
    case 'written':
      return `Put on the sheet ‘${writing.written.sheets[0]?.name}’, which is never published.`;
    case 'undone':
      return 'Undone: the workbook is as it was before.';
    case 'changed':
      return 'Nothing was written: the tracker has changed since it was read. It has been read again; press the button once more.';
    default:
      return '';
  }
}

const KEYS: [string, string][] = [
  ['↑ ↓', 'move'],
  ['Enter', 'to the tracker'],
  ['Backspace', 'back to the figure'],
];
