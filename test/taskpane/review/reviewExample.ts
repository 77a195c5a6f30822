import type { Evidence } from '../../../src/domain/classify/classification';
import { ledgerOf, type Assessed } from '../../../src/domain/ledger';
import type { Reason } from '../../../src/domain/reason';

/** A note with a plan that decides nothing and an event that does. */
export const NOTE = 'Panel asked for a step down. Turned 18 on 3 May and moved to own tenancy.';

export const EVIDENCE: Evidence[] = [
  { kind: 'set aside', text: 'A request decides nothing: “asked for a step down”', span: [6, 27] },
  { kind: 'note', text: 'The note says “Turned 18 on 3 May”', span: [29, 47] },
  { kind: 'fact', text: 'Aged 18 at the change' },
];

interface Young {
  reference?: string;
  proposed?: Reason;
  review?: boolean;
  confidence?: number;
  note?: string;
  evidence?: Evidence[];
  costs?: [before: number, now: number];
}

/** A young person as the add-in alone sees the row; `number` makes the reference and the row. */
export function young(number: number, over: Young = {}): Assessed {
  const [before, now] = over.costs ?? [1000, 700];
  const reference = over.reference ?? `YP${String(number).padStart(3, '0')}`;
  return {
    key: reference || `row ${number}`,
    facts: `facts of ${number}`,
    person: {
      reference,
      cohort: 'Cohort 1',
      opportunity: 'Opportunity 2',
      circumstances: {
        note: over.note ?? '',
        original: { placement: 'Residential', provider: 'Acorn Care', cost: before },
        current: { placement: 'Foster care', provider: '', cost: now },
      },
      counted: true,
      sheet: 'Tracker',
      row: number,
    },
    classification: {
      reason: over.proposed ?? 'Other / unclear',
      confidence: over.confidence ?? 0.5,
      review: over.review ?? true,
      evidence: over.evidence ?? [],
    },
  };
}

/** Two that need a person, then one that does not, then one that does: rows 5 to 8. */
export const FOUR: Assessed[] = [
  young(5, { proposed: 'Turned 18', note: NOTE, evidence: EVIDENCE, confidence: 0.72 }),
  young(6, { proposed: 'Other / unclear' }),
  young(7, { proposed: 'Return home', review: false, confidence: 0.97 }),
  young(8, { proposed: 'Turned 18' }),
];

export const undecided = (assessed: readonly Assessed[] = FOUR) => ledgerOf(assessed, []);
