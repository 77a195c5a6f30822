import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Proofread } from '../commands/proofreadPaper';
import { proofreadSelected } from '../commands/proofreadSelected';
import { outcomeSentence } from '../reports/reconciliation';
import { CheckList } from './CheckList';
import { counted } from '../domain/counted';
import { Notice } from './Notice';
import { ProblemList } from './ProblemsSection';
import { Section } from './Section';
import { useAttempt } from './useAttempt';

/** Proofreads a paper's tables on any sheet; needs no tracker. */
export function ProofreadSection() {
  const [proofread, setProofread] = useState<Proofread>();
  const { busy, failure, attempt } = useAttempt();
  const read = (): void =>
    void attempt(async () => {
      setProofread(undefined);
      setProofread(await proofreadSelected());
    });
  return (
    <Section heading="Proofread a published table">
      <p className="hint">
        Select one or more tables with their headings, on any sheet, and below them, under ‘Stated
        figures’, what the text says. Leave a blank row between.
      </p>
      <Button onClick={read} disabledFocusable={busy}>
        {busy ? 'Proofreading…' : 'Proofread the selected cells'}
      </Button>
      <div aria-live="polite">{proofread && <p className="outcome">{outcomeOf(proofread)}</p>}</div>
      {failure && <Notice intent="error">{failure}</Notice>}
      {proofread && <Outcome proofread={proofread} />}
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
