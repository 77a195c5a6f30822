import { Button, Link } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { counted } from './counted';
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
      return (
        <Result key="written" heading="Written to the workbook">
          <Sheets written={state.written} />
          {state.failure && <Notice intent="error">{state.failure}</Notice>}
          <Button onClick={onUndo} disabledFocusable={state.undoing}>
            {state.undoing ? 'Undoing…' : 'Undo'}
          </Button>
        </Result>
      );
    case 'undone':
      return (
        <Result key="undone" heading="Undone">
          <p>The workbook is as it was before the summary was written.</p>
        </Result>
      );
    case 'changed':
      return (
        <Result key="changed" heading="Nothing was written">
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

function Result({ heading, children }: { heading: string; children: ReactNode }) {
  const headingRef = useRef<HTMLHeadingElement>(null);
  useEffect(() => headingRef.current?.focus(), []);
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
            <Link as="button" inline onClick={() => go(sheetAddress(name))}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
      {failure && <Notice intent="error">{failure}</Notice>}
    </>
  );
}

/** The first cell of a sheet, the sheet's name quoted as Excel does. */
const sheetAddress = (name: string): string => `'${name.replaceAll("'", "''")}'!A1`;
