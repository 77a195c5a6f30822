import { Button, Link } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { cellAddress } from '../workbook/address';
import { counted } from '../domain/counted';
import { Notice } from './Notice';
import { Section } from './Section';
import { useGoTo } from './useGoTo';
import type { Written, WritingState } from './useWriting';

interface ResultProps {
  state: WritingState;
  onUndo: () => void;
}

/** What the last press of the button came to; its heading takes the focus when it is new. */
export function ResultSection({ state, onUndo }: ResultProps) {
  switch (state.kind) {
    case 'written':
      return <WrittenResult key="written" {...state} isNew onUndo={onUndo} />;
    case 'failed':
      return (
        state.last && (
          <WrittenResult key="earlier" written={state.last} undoing={false} onUndo={onUndo} />
        )
      );
    case 'undone':
      return (
        <Result key="undone" heading="Undone" isNew>
          <p>The workbook is as it was before the last write.</p>
        </Result>
      );
    case 'changed':
      return (
        <Result key="changed" heading="Nothing was written" isNew>
          <p>
            The tracker has changed since it was read. It has been read again: look through the
            preview, then press ‘Write to workbook’ once more.
          </p>
        </Result>
      );
    default:
      return null;
  }
}

interface WrittenResultProps {
  written: Written;
  undoing: boolean;
  failure?: string;
  isNew?: boolean;
  onUndo: () => void;
}

function WrittenResult({ written, undoing, failure, isNew, onUndo }: WrittenResultProps) {
  return (
    <Result heading="Written to the workbook" isNew={isNew}>
      <Sheets written={written} />
      {failure && <Notice intent="error">{failure}</Notice>}
      <Button onClick={onUndo} disabledFocusable={undoing}>
        {undoing ? 'Undoing…' : 'Undo'}
      </Button>
    </Result>
  );
}

interface ResultBoxProps {
  heading: string;
  /** Only news takes the focus: an earlier result shown again must not draw it from an error. */
  isNew?: boolean;
  children: ReactNode;
}

function Result({ heading, isNew = false, children }: ResultBoxProps) {
  const headingRef = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isNew) headingRef.current?.focus();
  }, [isNew]);
  return (
    <Section heading={heading} headingRef={headingRef}>
      {children}
    </Section>
  );
}

function Sheets({ written }: { written: Written }) {
  const { go, failure } = useGoTo();
  return (
    <>
      <p>{counted(written.sheets.length, 'sheet')} written. Go to:</p>
      <ul className="sheets">
        {written.sheets.map(({ id, name }) => (
          <li key={id}>
            <Link as="button" inline onClick={() => go(cellAddress(name, 0, 0))}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
      {failure && <Notice intent="error">{failure}</Notice>}
    </>
  );
}
