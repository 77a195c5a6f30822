import type { Decision, LedgerEntry } from '../domain/ledger';
import { reasonNamed, type Reason } from '../domain/reason';

/** What a row of the ledger sheet was written with, whatever has been typed over it since. */
export interface LedgerCheck {
  key: string;
  /** The facts of the young person's row at that time. */
  facts: string;
  reason: Reason;
  /** The officer's decision behind that reason; absent where it was the add-in's. */
  decided?: Pick<Decision, 'facts' | 'note'>;
}

/** A cell of Excel holds 32,767 characters, and quotation marks take two each here. */
const LONGEST_NOTE = 10_000;

/** The text of the ledger's last column. */
export const checkText = ({ key, facts, reason, decidedOn, decisionNote }: LedgerEntry): string =>
  JSON.stringify([
    key,
    facts,
    reason,
    // The note stands in a column of its own; here it is for one that was taken away.
    ...(decidedOn === undefined ? [] : [decidedOn, decisionNote.slice(0, LONGEST_NOTE)]),
  ]);

/** Undefined for any text that the add-in did not write. */
export function readCheck(text: string): LedgerCheck | undefined {
  try {
    const parts: unknown = JSON.parse(text);
    if (!Array.isArray(parts) || !parts.every((part) => typeof part === 'string')) return undefined;
    const [key, facts, written, decidedOn, note = ''] = parts;
    const reason = reasonNamed(written ?? '');
    if (key === undefined || facts === undefined || reason === undefined) return undefined;
    if (decidedOn === undefined) return { key, facts, reason };
    return { key, facts, reason, decided: { facts: decidedOn, note } };
  } catch {
    return undefined;
  }
}
