import { Button, ProgressBar } from '@fluentui/react-components';
import { Notice } from './Notice';
import type { WritingState } from './useWriting';

interface WriteBarProps {
  state: WritingState;
  /** Why there is nothing to write yet; absent where there is. */
  hindrance?: string;
  /** True where that passes by itself: a press then waits for it instead of being refused. */
  passing?: boolean;
  onWrite: () => void;
}

/** The one thing to do, always in sight at the foot of the pane. */
export function WriteBar({ state, hindrance, passing = false, onWrite }: WriteBarProps) {
  const writing = state.kind === 'writing';
  return (
    <footer className="write-bar">
      {state.kind === 'failed' && <Notice intent="error">{state.failure}</Notice>}
      {writing && <WritingProgress state={state} />}
      {hindrance && !writing && (
        <p id="hindrance" className="hindrance">
          {hindrance}
        </p>
      )}
      <Button
        appearance="primary"
        className="write"
        onClick={onWrite}
        disabledFocusable={writing || (hindrance !== undefined && !passing)}
        aria-describedby={hindrance && !writing ? 'hindrance' : undefined}
      >
        {writing ? 'Writing…' : 'Write to workbook'}
      </Button>
    </footer>
  );
}

function WritingProgress({ state }: { state: Extract<WritingState, { kind: 'writing' }> }) {
  const { progress } = state;
  const doing = progress ? `${progress.doing} (${progress.done} of ${progress.of})` : 'Writing…';
  return (
    <div className="progress">
      <p aria-hidden="true">{doing}</p>
      <ProgressBar
        aria-label={doing}
        value={progress?.done}
        max={progress?.of || 1}
        thickness="large"
      />
    </div>
  );
}
