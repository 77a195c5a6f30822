import type { Check } from '../domain/reconcile/check';
import { outcomeSentence, STATUS } from './reconciliation';

/** What does not pass, a line each, under a sentence that counts them all. */
export const printedChecks = (title: string, checks: readonly Check[]): string =>
  [
    title,
    outcomeSentence(checks),
    ...checks
      .filter(({ status }) => status !== 'passes')
      .map(
        ({ table, check, status, detail }) => `- ${STATUS[status]}: ${table}, ${check}. ${detail}`,
      ),
  ].join('\n');
