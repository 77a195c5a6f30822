import type { Decision, LedgerEntry } from './ledger';
import { onSameFacts, referenceIn } from './identity';
import { reasonNamed, type Reason } from './reason';

/** An officer's reason for one young person, on the facts as they are now. */
export const decide = (entry: LedgerEntry, reason: Reason, note = ''): Decision => ({
  ...decisionOn(entry),
  reason,
  note,
});

/** Takes a decision back: the add-in's reason counts again. */
export const takeBack = (entry: LedgerEntry): Decision => ({
  ...decisionOn(entry),
  reason: null,
  note: '',
});

const decisionOn = ({ key, facts, reference, cohort, opportunity }: LedgerEntry) => ({
  key,
  facts,
  reference,
  cohort,
  opportunity,
});

/** Both lists as one, a decision for each key: the later list's where both have one, and those last. */
export function laidOver(earlier: readonly Decision[], later: readonly Decision[]): Decision[] {
  const byKey = new Map(later.map((decision) => [decision.key, decision]));
  return [...earlier.filter(({ key }) => !byKey.has(key)), ...byKey.values()];
}

/**
 * What the ledger sheet does not say yet: decisions that are new, other than there, or take back one
 * that stands there. One that takes nothing back is settled; kept, it would outweigh whatever the
 * officer types on the sheet later. So would one that stands there under another key of the child.
 */
export function notYetWritten(
  decisions: readonly Decision[],
  written: readonly Decision[],
): Decision[] {
  const known = new Set(written.flatMap((decision) => [decisionText(decision), saidOn(decision)]));
  const decided = new Set(written.map(({ key }) => referenceIn(key)));
  return decisions.filter((decision) =>
    decision.reason === null
      ? decided.has(referenceIn(decision.key))
      : !known.has(decisionText(decision)) && !known.has(saidOn(decision)),
  );
}

/** The same for two decisions of one reference, on the same facts, that decide the same. */
const saidOn = (decision: Decision): string =>
  JSON.stringify([onSameFacts(decision), decision.reason, decision.note]);

/** The same for two decisions that decide the same. */
export const decisionText = ({ key, reason, note, facts }: Decision): string =>
  JSON.stringify([key, reason, note, facts]);

/** The decisions that a ledger holds. */
export const decisionsIn = (ledger: readonly LedgerEntry[]): Decision[] =>
  ledger
    .filter(({ decidedBy }) => decidedBy === 'officer')
    .map((entry) => ({
      ...decide(entry, entry.reason, entry.decisionNote),
      facts: entry.decidedOn ?? entry.facts,
    }));

/** Decisions as a workbook's settings keep them; what does not fit is ignored. */
export const keptDecisions = (setting: unknown): Decision[] =>
  Array.isArray(setting) ? setting.flatMap((each) => keptDecision(each) ?? []) : [];

function keptDecision(setting: unknown): Decision | undefined {
  if (typeof setting !== 'object' || setting === null) return undefined;
  const { key, reason, note, facts, ...rest } = setting as Record<string, unknown>;
  if (typeof key !== 'string' || typeof facts !== 'string') return undefined;
  const named = typeof reason === 'string' ? reasonNamed(reason) : null;
  if (named === undefined || (named === null && reason !== null)) return undefined;
  const textOf = (part: unknown) => (typeof part === 'string' ? part : '');
  return {
    key,
    reason: named,
    note: textOf(note),
    facts,
    reference: textOf(rest.reference),
    cohort: textOf(rest.cohort),
    opportunity: textOf(rest.opportunity),
  };
}
