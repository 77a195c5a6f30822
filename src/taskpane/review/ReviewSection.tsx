import { Button } from '@fluentui/react-components';
import type { Ref } from 'react';
import type { LedgerEntry } from '../../domain/ledger';
import { counted } from '../../domain/counted';
import { Notice } from '../Notice';
import { Section } from '../Section';
import { inTracker, reviewCounts } from './reviewList';
import { settledSentence } from './settledSentence';

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
      <p>{settledSentence(reviewCounts(inTracker(ledger)))}</p>
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
