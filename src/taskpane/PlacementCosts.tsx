import { FluentProvider } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { today } from '../commands/today';
import { ColumnsSection } from './ColumnsSection';
import { counted } from './counted';
import { FoundSection } from './FoundSection';
import { Notice } from './Notice';
import { OptionsSection } from './OptionsSection';
import { PreviewSection } from './PreviewSection';
import { ProblemsSection } from './ProblemsSection';
import { ResultSection } from './ResultSection';
import { useAsAt } from './useAsAt';
import { useOfficeTheme } from './useOfficeTheme';
import { useSummary } from './useSummary';
import { useTracker, type TrackerState } from './useTracker';
import { useWriting, type WritingState } from './useWriting';
import { WriteBar } from './WriteBar';

/** The pane: everything found, chosen and made, from top to bottom, and one button to write it. */
export function PlacementCosts() {
  const theme = useOfficeTheme();
  const [state, actions] = useTracker();
  const tracker = state.look?.kind === 'found' ? state.look.tracker : undefined;
  const { choices } = state;
  const { summary, failure } = useSummary(state);
  const [writing, { write, undo }] = useWriting(actions);
  const asAt = choices?.asAt ?? tracker?.latestDate ?? today();
  const asAtInput = useRef<HTMLInputElement>(null);
  const field = useAsAt(asAt, (date) => void actions.chooseAsAt(date));
  const hindrance = hindranceOf(state, summary !== undefined);

  const press = useWhenRead(state, () => {
    if (tracker && summary && choices && !hindrance) void write(tracker, summary, choices);
  });
  const onWrite = () => (field.wrong ? asAtInput.current?.focus() : press());
  return (
    <FluentProvider theme={theme} className="pane">
      <main className="screens" aria-busy={state.looking}>
        <h1 className="title">Placement costs</h1>
        <p role="status" className="unseen">
          {statusOf(state, writing)}
        </p>
        <FoundSection
          state={state}
          asAt={summary?.asAt}
          onLookAgain={() => void actions.lookAgain()}
          onSheet={(sheet) => void actions.chooseSheet(sheet)}
        />
        {tracker && choices && (
          <>
            <ColumnsSection
              tracker={tracker}
              choices={choices}
              looking={state.looking}
              onColumn={(role, heading) => void actions.chooseColumn(role, heading)}
            />
            {tracker.missing.length === 0 && <ProblemsSection problems={tracker.problems} />}
            <OptionsSection
              choices={choices}
              asAt={summary?.asAt ?? asAt}
              field={field}
              asAtInput={asAtInput}
              onBasis={(basis) => actions.choose({ basis })}
              onSigns={(signs) => actions.choose({ signs })}
            />
          </>
        )}
        {failure && <Notice intent="error">{failure}</Notice>}
        {summary && choices && <PreviewSection plans={summary.plans} signs={choices.signs} />}
        <ResultSection state={writing} onUndo={() => void undo()} />
      </main>
      <WriteBar
        state={writing}
        hindrance={hindrance}
        passing={state.looking && summary !== undefined}
        onWrite={onWrite}
      />
    </FluentProvider>
  );
}

/**
 * Does it at once, or once the tracker has been read: a date that was typed just before the button
 * is pressed has the tracker read again, and that press must not be lost. A look that failed is not
 * waited beyond.
 */
function useWhenRead({ looking, failure }: TrackerState, work: () => void): () => void {
  const waiting = useRef(false);
  useEffect(() => {
    if (looking || !waiting.current) return;
    waiting.current = false;
    if (!failure) work();
  });
  return () => {
    if (looking) waiting.current = true;
    else work();
  };
}

/** What a screen reader is told as things move on; sighted officers see it happen. */
function statusOf(state: TrackerState, writing: WritingState): string {
  if (writing.kind === 'writing') return writing.progress?.doing ?? 'Writing to the workbook…';
  if (state.looking) return 'Looking through this workbook…';
  if (state.look?.kind !== 'found') return '';
  const { changes, problems, missing } = state.look.tracker;
  if (missing.length > 0) return 'A column is missing. Choose it under Columns.';
  return `Read ${counted(changes.length, 'young person', 'young people')}, ${counted(problems.length, 'problem')}.`;
}

/** Why the button cannot do anything yet; undefined where it can. */
function hindranceOf(state: TrackerState, summarised: boolean): string | undefined {
  if (state.looking) return 'Reading the tracker…';
  if (state.look?.kind !== 'found') return 'There is no tracker to summarise yet.';
  const { tracker } = state.look;
  if (tracker.missing.length > 0) return 'Choose the missing columns first.';
  if (tracker.changes.length === 0) {
    return 'No young person’s row could be read, so there is nothing to write.';
  }
  return summarised ? undefined : 'The summary could not be made.';
}
