import { Button, Field, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Choices } from '../../commands/choices';
import { documentFile, openAsWorkbook, type CopyToPublish } from '../../commands/copyToPublish';
import type { Summary } from '../../commands/summarise';
import { counted } from '../../domain/counted';
import { HIDDEN, type PublishedAppendix, type PublishedPlan } from '../../reports/published';
import type { WorkbookSeen } from '../../workbook/tracker';
import { failureSentence } from '../failureSentence';
import { Notice } from '../Notice';
import { PlanTable } from '../PlanTable';
import { HiddenCell } from './HiddenCell';
import { saveFile, WORD } from './saveFile';
import { useCopy } from './useCopy';

interface ScreenProps {
  summary: Summary;
  choices: Choices;
  seen: WorkbookSeen;
  onSuppress: (threshold: number) => void;
  /** Back to the pane. */
  onDone: () => void;
}

/**
 * The copy before it is made, a screen of its own in the pane: which figures are hidden and why, the
 * pages as they will be read, and the files.
 */
export function PublishScreen({ summary, choices, seen, onSuppress, onDone }: ScreenProps) {
  const { copy, failure } = useCopy(summary, choices, seen);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <>
      <main className="review publish" aria-busy={!copy && !failure}>
        <div className="review-head">
          <Button size="small" onClick={onDone}>
            Back
          </Button>
          <h1 ref={title} tabIndex={-1} className="review-title">
            The copy to publish
          </h1>
        </div>
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
        {failure && <Notice intent="error">{failure}</Notice>}
        {copy && <Outcome copy={copy} threshold={choices.suppress} />}
        {copy && <Pages copy={copy} />}
      </main>
      {copy && <Files appendix={copy.appendix} />}
    </>
  );
}

const THRESHOLDS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const USUAL = 5;

const thresholdName = (threshold: number): string => {
  if (threshold === 0) return 'nothing: every count is published';
  const range = threshold === 1 ? '1' : `1 to ${threshold}`;
  return threshold === USUAL ? `${range} (usual)` : range;
};

/** How much is hidden, what stays behind, and what an officer should read again. */
function Outcome({ copy, threshold }: { copy: CopyToPublish; threshold: number }) {
  const { hidden, kept, quotes, appendix } = copy;
  return (
    <>
      <p role="status">{hiddenSentence(copy, threshold)}</p>
      {appendix.plans.length > 0 && appendix.plans.every(isWhollyHidden) && (
        <Notice intent="warning">
          Every figure of young people is hidden: there are too few to publish any.
        </Notice>
      )}
      {threshold === 0 && hidden.length === 0 && (
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
      <p className="hint">{`These name young people and stay in this workbook: ${kept.join(', ')}.`}</p>
    </>
  );
}

function hiddenSentence({ hidden, appendix }: CopyToPublish, threshold: number): string {
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
    <section aria-label="Pages">
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
    </section>
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
  return (
    <details className="plan" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {page.sheet}
        {own.length > 0 && `: ${own.length.toLocaleString('en-GB')} hidden`}
      </summary>
      {open && (
        <>
          {page.commentary !== undefined && <p className="commentary">{page.commentary}</p>}
          {view === 'before' && plan ? (
            <PlanTable
              plan={plan}
              signs={appendix.signs}
              cell={(row, column, text) => {
                const figure = own.find((each) => each.row === row && each.column === column);
                return figure && <HiddenCell text={text} isSmall={figure.isSmall} />;
              }}
            />
          ) : (
            <PlanTable plan={page} signs={appendix.signs} />
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

/** Makes the files, one at a time, and says what came of it. */
function Files({ appendix }: { appendix: PublishedAppendix }) {
  const [state, setState] = useState<Making>({ kind: 'ready' });
  const isMaking = state.kind === 'making';
  const make = async (what: string, said: string, work: () => Promise<void>) => {
    if (isMaking) return;
    setState({ kind: 'making', what });
    try {
      await work();
      setState({ kind: 'made', said });
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
          disabledFocusable={isMaking}
          onClick={() =>
            void make(
              'Making the workbook',
              'The copy is open as a new workbook. Save it there under a name of your choice.',
              () => openAsWorkbook(appendix),
            )
          }
        >
          Open as a new workbook
        </Button>
        <Button
          disabledFocusable={isMaking}
          onClick={() =>
            void make('Making the document', WORD.saved, async () =>
              saveFile(await documentFile(appendix), WORD),
            )
          }
        >
          Save as a Word document
        </Button>
      </div>
    </footer>
  );
}
