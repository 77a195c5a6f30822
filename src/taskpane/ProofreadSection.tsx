import { Button } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { Proofread } from '../commands/proofreadPaper';
import { proofreadSelected } from '../commands/proofreadSelected';
import { outcomeSentence } from '../reports/reconciliation';
import { CheckList } from './CheckList';
import { counted } from './counted';
import { failureSentence } from './failureSentence';
import { Notice } from './Notice';
import { ProblemList } from './ProblemsSection';
import { Section } from './Section';

type Reading =
  | { kind: 'ready' }
  | { kind: 'reading' }
  | { kind: 'read'; proofread: Proofread }
  | { kind: 'failed'; failure: string };

/** Proofreads a paper's tables on any sheet; needs no tracker. */
export function ProofreadSection() {
  const [state, setState] = useState<Reading>({ kind: 'ready' });
  const busy = useRef(false);
  async function read(): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    setState({ kind: 'reading' });
    try {
      setState({ kind: 'read', proofread: await proofreadSelected() });
    } catch (error) {
      setState({ kind: 'failed', failure: failureSentence(error) });
    } finally {
      busy.current = false;
    }
  }
  return (
    <Section heading="Proofread a published table">
      <p className="hint">
        Select one or more tables with their headings, on any sheet, and below them, under ‘Stated
        figures’, what the text says. Leave a blank row between.
      </p>
      <Button onClick={() => void read()} disabledFocusable={state.kind === 'reading'}>
        {state.kind === 'reading' ? 'Proofreading…' : 'Proofread the selected cells'}
      </Button>
      <div aria-live="polite">
        {state.kind === 'read' && <p className="outcome">{outcomeOf(state.proofread)}</p>}
      </div>
      {state.kind === 'failed' && <Notice intent="error">{state.failure}</Notice>}
      {state.kind === 'read' && <Outcome proofread={state.proofread} />}
    </Section>
  );
}

function Outcome({ proofread: { checks, problems } }: { proofread: Proofread }) {
  return (
    <>
      <CheckList checks={checks} />
      <ProblemList
        heading="What could not be checked"
        problems={problems.map(({ place, label, message }) => ({
          address: place,
          ref: label,
          message,
        }))}
      />
    </>
  );
}

const outcomeOf = ({ name, tables, checks }: Proofread): string =>
  checks.length === 0
    ? `${name}: ${counted(tables, 'table')} read, but no figure in it follows from another.`
    : `${name}, ${counted(tables, 'table')}. ${outcomeSentence(checks)}`;
