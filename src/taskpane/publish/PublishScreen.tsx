import { Button, Field, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import type { Choices } from '../../commands/choices';
import {
  documentFile,
  openAsWorkbook,
  type CopyInWorkbook,
  type CopyToPublish,
} from '../../commands/copyToPublish';
import type { Summary } from '../../commands/summarise';
import { counted } from '../../domain/counted';
import { HIDDEN, USUAL_THRESHOLD } from '../../domain/disclosure/hidden';
import type { PublishedAppendix, PublishedPlan } from '../../reports/published';
import type { WorkbookSeen } from '../../workbook/tracker';
import { failureSentence } from '../failureSentence';
import { Notice } from '../Notice';
import { PlanTable } from '../PlanTable';
import { Section } from '../Section';
import { HiddenCell } from './HiddenCell';
import { saveFile, WORD } from './saveFile';
import { useCopy } from './useCopy';

interface ScreenProps {
  summary: Summary;
  choices: Choices;
  seen: WorkbookSeen;
  onSuppress: (threshold: number) => void;
  /** Reads the workbook again; false where that failed. */
  onLookAgain: () => Promise<boolean>;
  /** Back to the pane. */
  onDone: () => void;
}

/**
 * The copy before it is made, a screen of its own in the pane: which figures are hidden and why, the
 * pages as they will be read, and the files.
 */
export function PublishScreen(props: ScreenProps) {
  const { summary, choices, seen, onSuppress, onLookAgain, onDone } = props;
  const [{ copy, busy, failure }, { makeAgain, tryAgain }] = useCopy(summary, choices, seen);
  const title = useId();
  // Fluent UI holds the Tab key fast on a heading that has the focus; on a button it does not.
  const wayOut = useRef<HTMLButtonElement>(null);
  useEffect(() => wayOut.current?.focus(), []);
  return (
    <>
      <main className="review publish" aria-busy={busy}>
        <div className="review-head">
          <Button ref={wayOut} size="small" aria-describedby={title} onClick={onDone}>
            Back
          </Button>
          <h1 id={title} className="review-title">
            The copy to publish
          </h1>
        </div>
        <div className="publish-parts">
          <Section heading="What is hidden">
            <Field
              label="Hide counts of"
              hint="With them goes what is worked out of them, and what would let one be worked out."
            >
              <Select
                value={String(choices.suppress)}
                onChange={(_, { value }) => onSuppress(Number(value))}
              >
                {THRESHOLDS.map((threshold) => (
                  <option key={threshold} value={threshold}>
                    {thresholdName(threshold)}
                  </option>
                ))}
              </Select>
            </Field>
            <div role="status" className="fields">
              <p>
                {busy && 'Looking for what is to be hidden…'}
                {copy && !busy && hiddenSentence(copy)}
              </p>
              {copy && <Warnings copy={copy} />}
            </div>
            {failure && <Notice intent="error">{failure}</Notice>}
            {failure && <Button onClick={tryAgain}>Try again</Button>}
            {copy && copy.kept.length > 0 && (
              <p className="hint">{`These may name young people and stay in this workbook: ${copy.kept.join(', ')}.`}</p>
            )}
          </Section>
          {copy && <Pages copy={copy} />}
        </div>
      </main>
      {copy && <Files waits={busy} makeAgain={makeAgain} onLookAgain={onLookAgain} />}
    </>
  );
}

const THRESHOLDS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

const thresholdName = (threshold: number): string => {
  if (threshold === 0) return 'nothing: every count is published';
  const range = threshold === 1 ? '1' : `1 to ${threshold}`;
  return threshold === USUAL_THRESHOLD ? `${range} (usual)` : range;
};

/** What an officer should think of before it goes. */
function Warnings({ copy: { quotes, appendix, threshold } }: { copy: CopyToPublish }) {
  return (
    <>
      {appendix.plans.length > 0 && appendix.plans.every(isWhollyHidden) && (
        <Notice intent="warning">
          Every figure of young people is hidden: there are too few to publish any.
        </Notice>
      )}
      {threshold === 0 && (
        <Notice intent="warning">
          Counts of one are children. Publish all of them only where that has been agreed.
        </Notice>
      )}
      {quotes.length > 0 && (
        <Notice intent="warning">
          {`Commentary seems to quote hidden figures: ${quotes
            .map(({ plan, text }) => `‘${text}’ on ‘${plan.sheet}’`)
            .join(', ')}. Reword it on its sheet before this goes.`}
        </Notice>
      )}
    </>
  );
}

function hiddenSentence({ hidden, appendix, threshold }: CopyToPublish): string {
  const tables = counted(appendix.plans.length, 'table');
  if (hidden.length === 0) {
    return threshold === 0
      ? `Nothing is hidden in ${tables}.`
      : `No figure in ${tables} is of so few young people, so nothing is hidden.`;
  }
  const small = hidden.filter(({ isSmall }) => isSmall).length;
  const others = hidden.length - small;
  return (
    `${counted(small, 'figure')} of few young people ${small === 1 ? 'is' : 'are'} hidden in ${tables}` +
    (others === 0
      ? '.'
      : `, and ${counted(others, 'more', 'more')} so that none of them can be worked out.`)
  );
}

const isWhollyHidden = ({ table: { columns, rows } }: PublishedPlan): boolean => {
  const figures = rows.flatMap((row) => row.filter((_, c) => columns[c]!.format !== 'text'));
  return figures.includes(HIDDEN) && figures.every((cell) => cell === HIDDEN || cell === null);
};

type View = 'published' | 'before';

/** Each page under its name, as it is published or with what is hidden struck out. */
function Pages({ copy }: { copy: CopyToPublish }) {
  const [view, setView] = useState<View>('published');
  const hasHidden = copy.hidden.length > 0;
  return (
    <Section heading="The pages">
      {hasHidden && (
        <Field label="Show the pages">
          <RadioGroup value={view} onChange={(_, { value }) => setView(value as View)}>
            <Radio value="published" label="as they will be published" />
            <Radio value="before" label="as in this workbook, what is hidden struck out" />
          </RadioGroup>
        </Field>
      )}
      {hasHidden && view === 'before' && (
        <p className="hint">
          ‘few’: of few young people itself; ‘protects’: it would let such a figure be worked out.
        </p>
      )}
      {copy.appendix.plans.map((page) => (
        <Page key={page.id} page={page} copy={copy} view={view} />
      ))}
    </Section>
  );
}

interface PageProps {
  page: PublishedPlan;
  copy: CopyToPublish;
  view: View;
}

function Page({ page, copy: { hidden, appendix }, view }: PageProps) {
  const [open, setOpen] = useState(false);
  const own = hidden.filter(({ plan }) => plan.id === page.id);
  const plan = own[0]?.plan;
  const said = page.commentary !== undefined && <p className="commentary">{page.commentary}</p>;
  return (
    <details className="plan" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {page.sheet}
        {own.length > 0 && `: ${own.length.toLocaleString('en-GB')} hidden`}
      </summary>
      {open && (
        <>
          {view === 'before' && plan ? (
            <PlanTable
              plan={plan}
              signs={appendix.signs}
              whole
              above={said}
              cell={(row, column, text) => {
                const figure = own.find((each) => each.row === row && each.column === column);
                return figure && <HiddenCell text={text} isSmall={figure.isSmall} />;
              }}
            />
          ) : (
            <PlanTable plan={page} signs={appendix.signs} whole above={said} />
          )}
          <ul className="plan-notes">
            {page.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

type Making =
  | { kind: 'ready' }
  | { kind: 'making'; what: string }
  | { kind: 'made'; said: string }
  | { kind: 'failed'; failure: string };

/** It may have been typed since the warning was last looked at. */
const QUOTES_STILL = 'Its commentary seems to quote hidden figures: see the warning above.';

const CHANGED = 'No copy was made: the tracker has changed since it was read.';
const READ_AGAIN = `${CHANGED} It has been read again: look through the pages, then press the button once more.`;
const UNREAD = `${CHANGED} Reading it again failed: press the button once more.`;

interface FilesProps extends Pick<ScreenProps, 'onLookAgain'> {
  /** True while the copy is made for another choice. */
  waits: boolean;
  makeAgain: () => Promise<CopyInWorkbook>;
}

/**
 * Makes the files, one at a time, and says what came of it. Each has the commentary that stands in
 * the workbook when it is made: a warning may have had it reworded since the screen was opened.
 * Where the figures behind it have changed there is none before the officer has seen the new ones.
 */
function Files({ waits, makeAgain, onLookAgain }: FilesProps) {
  const [state, setState] = useState<Making>({ kind: 'ready' });
  const isMaking = state.kind === 'making';
  const make = async (
    what: string,
    said: string,
    work: (appendix: PublishedAppendix) => Promise<void>,
  ) => {
    if (isMaking || waits) return;
    setState({ kind: 'making', what });
    try {
      const { appendix, quotes, asSeen } = await makeAgain();
      if (!asSeen) {
        const isRead = await onLookAgain();
        setState({ kind: 'failed', failure: isRead ? READ_AGAIN : UNREAD });
        return;
      }
      await work(appendix);
      setState({ kind: 'made', said: quotes.length > 0 ? `${said} ${QUOTES_STILL}` : said });
    } catch (error) {
      setState({ kind: 'failed', failure: failureSentence(error) });
    }
  };
  return (
    <footer className="review-foot">
      {state.kind === 'failed' && <Notice intent="error">{state.failure}</Notice>}
      <div className="review-said">
        <p role="status">
          {state.kind === 'making' && `${state.what}…`}
          {state.kind === 'made' && state.said}
        </p>
      </div>
      <div className="buttons">
        <Button
          appearance="primary"
          disabledFocusable={isMaking || waits}
          onClick={() =>
            void make(
              'Making the workbook',
              'The copy is open as a new workbook. Save it there under a name of your choice.',
              openAsWorkbook,
            )
          }
        >
          Open as a new workbook
        </Button>
        <Button
          disabledFocusable={isMaking || waits}
          onClick={() =>
            void make('Making the document', WORD.saved, (appendix) =>
              saveFile(() => documentFile(appendix), WORD),
            )
          }
        >
          Save as a Word document
        </Button>
      </div>
    </footer>
  );
}
