import { Button } from '@fluentui/react-components';
import type { Ref } from 'react';
import type { LedgerEntry } from '../../domain/ledger';
import { counted } from '../counted';
import { Notice } from '../Notice';
import { Section } from '../Section';
import { inTracker, reviewCounts } from './reviewList';

interface ReviewProps {
  ledger: readonly LedgerEntry[];
  /** Why decisions could not be kept in the workbook. */
  failure?: string;
  openRef: Ref<HTMLButtonElement>;
  onOpen: () => void;
}

/** How far the reasons are settled, and the way into the review. */
export function ReviewSection({ ledger, failure, openRef, onOpen }: ReviewProps) {
  return (
    <Section heading="Why costs changed">
      <p>{settledSentence(inTracker(ledger))}</p>
      {moreSentences(ledger).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {failure && <Notice intent="error">{failure}</Notice>}
      <Button ref={openRef} onClick={onOpen}>
        Review reasons
      </Button>
    </Section>
  );
}

/** @example '103 young people: 101 settled, 2 need you.' */
function settledSentence(entries: readonly LedgerEntry[]): string {
  const { all, needed } = reviewCounts(entries);
  const people = counted(all, 'young person', 'young people');
  if (needed === 0) return `${people}: all settled.`;
  const [settled, left] = [all - needed, needed].map((count) => count.toLocaleString('en-GB'));
  return `${people}: ${settled} settled, ${left} ${needed === 1 ? 'needs' : 'need'} you.`;
}

function moreSentences(ledger: readonly LedgerEntry[]): string[] {
  const decided = reviewCounts(inTracker(ledger)).decided;
  const changed = ledger.filter((entry) => entry.standing === 'facts changed').length;
  const departed = ledger.filter((entry) => entry.standing === 'departed').length;
  return [
    decided > 0 && `You decided ${decided.toLocaleString('en-GB')}.`,
    changed > 0 &&
      `${counted(changed, 'row has', 'rows have')} changed in the tracker since you decided.`,
    departed > 0 &&
      `${counted(departed, 'decision is', 'decisions are')} on young people who are no longer in the tracker, and in no total.`,
  ].filter((sentence) => sentence !== false);
}
