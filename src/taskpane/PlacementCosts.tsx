import { FluentProvider } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import { allProblems } from '../commands/allProblems';
import { defaultChoices } from '../commands/choices';
import { chosenReports } from '../commands/offers';
import type { Summary } from '../commands/summarise';
import { today } from '../commands/today';
import { writeFigure } from '../commands/writeFigure';
import { writeSummary } from '../commands/writeSummary';
import type { SignStyle } from '../reports/plan';
import { saysAnything, type Tracker } from '../workbook/tracker';
import { RECONCILIATION_ID } from '../reports/reconciliation';
import { AccessibilitySection } from './AccessibilitySection';
import { ColumnsSection } from './ColumnsSection';
import { counted } from '../domain/counted';
import { FigureScreen } from './figure/FigureScreen';
import { FigureSection } from './figure/FigureSection';
import { FoundSection } from './FoundSection';
import { Notice } from './Notice';
import { OptionsSection } from './OptionsSection';
import { PreviewSection } from './PreviewSection';
import { ProblemsSection } from './ProblemsSection';
import { ProofreadSection } from './ProofreadSection';
import { PublishScreen } from './publish/PublishScreen';
import { PublishSection } from './publish/PublishSection';
import { ReconciliationSection } from './ReconciliationSection';
import { ReportsSection } from './ReportsSection';
import { ResultSection } from './ResultSection';
import { ReviewScreen } from './review/ReviewScreen';
import { ReviewSection } from './review/ReviewSection';
import { useDecisions } from './review/useDecisions';
import { useMateriality } from './useMateriality';
import { useOfficeTheme } from './useOfficeTheme';
import { usePointed } from './usePointed';
import { useSummary } from './useSummary';
import { useTracker, type TrackerState } from './useTracker';
import type { TypedField } from './useTyped';
import { useTypedDate } from './useTypedDate';
import { useWriting, type WritingState } from './useWriting';
import { WordingSection } from './WordingSection';
import { WriteBar } from './WriteBar';

/** The pane: everything found, chosen and made, from top to bottom, and one button to write it. */
export function PlacementCosts() {
  const theme = useOfficeTheme();
  const [state, actions] = useTracker();
  const tracker = state.look?.kind === 'found' ? state.look.tracker : undefined;
  const { choices } = state;
  const decisions = useDecisions(tracker, state.looking);
  const pointed = usePointed(state.pointed);
  const { summary, failure, busy } = useSummary(state, decisions.decisions, pointed.figures);
  const [writing, { write, undo }] = useWriting({
    lookAgain: actions.lookAgain,
    saw: (seen) => {
      actions.saw(seen);
      decisions.saw(seen);
    },
  });
  const problems = useMemo(
    () => (tracker ? allProblems({ tracker, summary }) : []),
    [tracker, summary],
  );
  const onLists = chosenReports(summary?.offers ?? []).map(({ plan }) => plan);
  const asAt = choices?.asAt ?? tracker?.latestDate ?? today();
  const date = useInput(useTypedDate(asAt, (chosen) => void actions.chooseAsAt(chosen)));
  const materiality = useInput(
    useMateriality((choices ?? defaultChoices).materiality, (chosen) =>
      actions.choose({ materiality: chosen }),
    ),
  );
  const { wording } = choices ?? defaultChoices;
  const meeting = useInput(
    useTypedDate(wording.meeting, (chosen) =>
      actions.choose({ wording: { ...wording, meeting: chosen } }),
    ),
  );
  const review = useScreenOpen(summary !== undefined);
  const figure = useScreenOpen(summary !== undefined);
  const copy = useScreenOpen(summary !== undefined);
  const isElsewhere = review.open || figure.open || copy.open;
  const by = useExplainedBy(tracker, summary, choices?.signs);
  const hindrance = hindranceOf(state, busy, summary !== undefined);

  const press = useWhenRead(state.looking || busy, state.failure, () => {
    if (tracker && summary && choices && !hindrance) {
      void write((onProgress) => writeSummary(tracker, summary, choices, onProgress));
    }
  });
  const unread = [date, materiality, meeting].find(({ field }) => field.wrong);
  const onWrite = () => (unread ? unread.input.current?.focus() : press());
  return (
    <FluentProvider theme={theme} className="pane">
      {review.open && summary && choices && (
        <ReviewScreen
          ledger={summary.ledger}
          decisions={decisions}
          signs={choices.signs}
          onDone={review.close}
        />
      )}
      {figure.open && by && tracker && summary && choices && (
        <FigureScreen
          by={by}
          writing={writing}
          onWrite={(behind, address) =>
            void write((onProgress) =>
              writeFigure(behind, address, tracker, summary, choices, onProgress),
            )
          }
          onUndo={() => void undo()}
          onDone={figure.close}
        />
      )}
      {copy.open && tracker && summary && choices && (
        <PublishScreen
          summary={summary}
          choices={choices}
          seen={tracker.seen}
          onSuppress={(suppress) => actions.choose({ suppress })}
          onLookAgain={actions.lookAgain}
          onDone={copy.close}
        />
      )}
      <div className="pane-screens" hidden={isElsewhere}>
        <main className="screens" aria-busy={state.looking || busy}>
          <h1 className="title">Placement costs</h1>
          <p role="status" className="unseen">
            {statusOf(state, busy, problems.length, writing)}
          </p>
          <FoundSection
            state={state}
            asAt={summary?.asAt}
            onLookAgain={() => void actions.lookAgain()}
            onSheet={(sheet) => void actions.chooseSheet(sheet)}
          />
          {tracker && choices && (
            <>
              {tracker.absent === undefined && (
                <ColumnsSection
                  tracker={tracker}
                  choices={choices}
                  looking={state.looking}
                  onColumn={(role, heading) => void actions.chooseColumn(role, heading)}
                />
              )}
              {tracker.missing.length === 0 && <ProblemsSection problems={problems} />}
              {summary && (
                <ReportsSection
                  offers={summary.offers}
                  terms={choices.terms}
                  onWithout={(without) => actions.choose({ without })}
                  onTerms={(terms) => actions.choose({ terms })}
                />
              )}
              <OptionsSection
                choices={choices}
                asAt={summary?.asAt ?? asAt}
                dateField={date.field}
                dateInput={date.input}
                materialityField={materiality.field}
                materialityInput={materiality.input}
                onBasis={(basis) => actions.choose({ basis })}
                onSigns={(signs) => actions.choose({ signs })}
                onFigures={(figures) => actions.choose({ figures })}
              />
              <WordingSection
                wording={wording}
                asAt={summary?.asAt ?? asAt}
                meetingField={meeting.field}
                meetingInput={meeting.input}
                onWording={(chosen) => actions.choose({ wording: chosen })}
              />
            </>
          )}
          {failure && <Notice intent="error">{failure}</Notice>}
          {summary && tracker?.absent === undefined && (
            <ReviewSection
              ledger={summary.ledger}
              failure={decisions.failure}
              openRef={review.opener}
              onOpen={review.show}
            />
          )}
          {summary && <FigureSection openRef={figure.opener} onOpen={figure.show} />}
          {summary && choices && !isElsewhere && (
            <PreviewSection
              plans={summary.plans.filter(
                (plan) => plan.id !== RECONCILIATION_ID && !onLists.includes(plan),
              )}
              folded={onLists}
              signs={choices.signs}
            />
          )}
          {summary && <ReconciliationSection checks={summary.reconciliation} pointed={pointed} />}
          {summary && <PublishSection openRef={copy.opener} onOpen={copy.show} />}
          <ProofreadSection />
          <AccessibilitySection />
          <ResultSection state={writing} onUndo={() => void undo()} />
        </main>
        <WriteBar
          state={writing}
          hindrance={hindrance}
          passing={(state.looking || busy) && summary !== undefined}
          onWrite={onWrite}
        />
      </div>
    </FluentProvider>
  );
}

/** A typed choice and its box, for the focus to go to while what is typed cannot be read. */
function useInput(field: TypedField) {
  return { field, input: useRef<HTMLInputElement>(null) };
}

/** What a figure is explained by; the same object as long as nothing of it changes. */
function useExplainedBy(tracker?: Tracker, summary?: Summary, signs?: SignStyle) {
  return useMemo(
    () =>
      tracker && summary && signs
        ? { plans: summary.plans, ledger: summary.ledger, seen: tracker.seen, signs }
        : undefined,
    [tracker, summary, signs],
  );
}

/** Whether a screen stands in the place of the pane; closing it goes back to what opened it. */
function useScreenOpen(possible: boolean) {
  const [wanted, setWanted] = useState(false);
  const open = wanted && possible;
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !open) opener.current?.focus();
    wasOpen.current = open;
  }, [open]);
  return { open, opener, show: () => setWanted(true), close: () => setWanted(false) };
}

/**
 * Does it at once, or once the tracker has been read: a date that was typed just before the button
 * is pressed has the tracker read again, and that press must not be lost. A look that failed is not
 * waited beyond.
 */
function useWhenRead(reading: boolean, failure: string | undefined, work: () => void): () => void {
  const waiting = useRef(false);
  useEffect(() => {
    if (reading || !waiting.current) return;
    waiting.current = false;
    if (!failure) work();
  });
  return () => {
    if (reading) waiting.current = true;
    else work();
  };
}

const WORKING_OUT = 'Working out why costs changed…';

/** What a screen reader is told as things move on; sighted officers see it happen. */
function statusOf(
  state: TrackerState,
  busy: boolean,
  problems: number,
  writing: WritingState,
): string {
  if (writing.kind === 'writing') return writing.progress?.doing ?? 'Writing to the workbook…';
  if (state.looking) return 'Looking through this workbook…';
  if (state.look?.kind !== 'found') return '';
  if (busy) return WORKING_OUT;
  const { absent, changes, lists, missing } = state.look.tracker;
  if (missing.length > 0) return 'A column is missing. Choose it under Columns.';
  const read =
    absent === undefined
      ? counted(changes.length, 'young person', 'young people')
      : counted(lists.length, 'list');
  return `Read ${read}, ${counted(problems, 'problem')}.`;
}

/** Why the button cannot do anything yet; undefined where it can. */
function hindranceOf(state: TrackerState, busy: boolean, summarised: boolean): string | undefined {
  if (state.looking) return 'Reading the tracker…';
  if (state.look?.kind !== 'found') return 'There is no tracker to summarise yet.';
  const { tracker } = state.look;
  if (tracker.missing.length > 0) return 'Choose the missing columns first.';
  if (!saysAnything(tracker)) {
    return 'No young person’s row could be read, so there is nothing to write.';
  }
  if (busy) return WORKING_OUT;
  return summarised ? undefined : 'The summary could not be made.';
}
