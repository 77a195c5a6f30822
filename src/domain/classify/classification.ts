import type { Reason } from '../reason';

/** Why a cost changed, how sure that is, and what an auditor would want to read of it. */
export interface Classification {
  reason: Reason;
  /** The share of such answers that are right: 0.9 is nine in ten. */
  confidence: number;
  /** True where a person has to look before the reason counts as settled. */
  review: boolean;
  evidence: Evidence[];
}

export interface Evidence {
  /** Words of the note that decided, a fact of the row that did, or what was set aside and why. */
  kind: 'note' | 'fact' | 'set aside';
  /** A sentence or less, with the note's words in quotation marks where it has any. */
  text: string;
  /** Where the words stand in the note: from this UTF-16 place up to, not including, that one. */
  span?: readonly [from: number, to: number];
}

/** The evidence as one line, for a cell. */
export const evidenceLine = (evidence: readonly Evidence[]): string =>
  evidence.map(({ text }) => text).join('; ');
