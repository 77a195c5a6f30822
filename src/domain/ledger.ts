import type { Circumstances } from './circumstances';
import type { Classification, Evidence } from './classify/classification';
import { identitiesOf, knownBy, onSameFacts, type Identity } from './identity';
import type { IsoDate } from './reading';
import { UNCLEAR, type Reason } from './reason';
import type { YoungPerson } from './youngPerson';

/** A row of the ledger 'Change reasons': one young person, why the cost changed, who says so. */
export interface LedgerEntry {
  reference: string;
  cohort: string;
  opportunity: string;
  /** £ a week; undefined where no amount could be read, and then the row is in no total. */
  original?: number;
  current?: number;
  circumstances: Circumstances;
  /** From when on the current cost is paid, as the tracker has it. */
  changedOn?: IsoDate;
  /** The reason that counts: the officer's where there is one. */
  reason: Reason;
  /** What the add-in would say, the officer's decision apart. */
  proposed: Reason;
  confidence: number;
  /** True where a person has to look: the add-in is unsure and nobody decided, or facts changed since. */
  review: boolean;
  evidence: Evidence[];
  decidedBy: 'add-in' | 'officer';
  /** The officer's note of the decision. */
  decisionNote: string;
  standing: Standing;
  /** Where the young person stands in the tracker; absent for those no longer in it. */
  sheet?: string;
  /** 1-based. */
  row?: number;
  /** By what a decision is found again on the next run. */
  key: string;
  /** The row's facts in short; another text means that they changed. */
  facts: string;
  /** The facts that the officer decided on; absent where the add-in's reason counts. */
  decidedOn?: string;
}

/**
 * 'counted' is in every total; 'not counted' lacks a cost; 'facts changed' is counted, decided by an
 * officer on facts that are no longer so; 'departed' is no longer in the tracker and in no total.
 */
export type Standing = 'counted' | 'not counted' | 'facts changed' | 'departed';

/** What an officer decided of one young person. */
export interface Decision {
  key: string;
  /** null takes an earlier decision back: the add-in's reason counts again. */
  reason: Reason | null;
  note: string;
  /** The facts that it was decided on. */
  facts: string;
  /** As the tracker had them, to name the row of somebody who is no longer in it. */
  reference?: string;
  cohort?: string;
  opportunity?: string;
}

/** An entry that is in the totals, so that both of its weekly costs are known. */
export type CountedEntry = LedgerEntry & { original: number; current: number };

export const isCounted = (entry: LedgerEntry): entry is CountedEntry =>
  entry.standing === 'counted' || entry.standing === 'facts changed';

/** A young person and what the add-in makes of the row; nothing that an officer decided is in it. */
export interface Assessed extends Identity {
  person: YoungPerson;
  classification: Classification;
}

/** Young people as the add-in alone sees them, in their order. */
export function assess(
  people: readonly YoungPerson[],
  classify: (circumstances: Circumstances) => Classification,
): Assessed[] {
  const identities = identitiesOf(people);
  return people.map((person, i) => ({
    ...identities[i]!,
    person,
    classification: classify(person.circumstances),
  }));
}

/**
 * The ledger: an entry for every young person in their order, then one for each decision on
 * somebody who is not among them. A decision goes to the young person of its key; where nobody has
 * that key any more, to the one with the same reference and the same facts, if there is and was one
 * alone; to no other. Of two on one young person the later in the list counts.
 */
export function ledgerOf(
  assessed: readonly Assessed[],
  decisions: readonly Decision[],
): LedgerEntry[] {
  const found = finder(assessed);
  const made = new Map<Assessed, Decision>();
  const departed = new Map<string, Decision>();
  for (const decision of decisions) {
    const young = found(decision);
    if (young) made.set(young, decision);
    else departed.set(decision.key, decision);
  }
  return [
    ...assessed.map((young) => entryOf(young, made.get(young))),
    ...[...departed.values()].filter(stands).map(departedEntry),
  ];
}

/** A decision that was not taken back. */
type StandingDecision = Decision & { reason: Reason };

const stands = (decision: Decision | undefined): decision is StandingDecision =>
  decision !== undefined && decision.reason !== null;

function finder(assessed: readonly Assessed[]): (decision: Decision) => Assessed | undefined {
  const byKey = new Map(assessed.map((young) => [young.key, young]));
  const alike = new Map<string, Assessed | 'several'>();
  for (const young of assessed) {
    const facts = onSameFacts(young);
    alike.set(facts, alike.has(facts) ? 'several' : young);
  }
  return (decision) => {
    const own = byKey.get(decision.key);
    // Of two rows with the same facts nothing tells later whose decision it was.
    if (own || knownBy(decision.key) === 'row and facts') return own;
    const other = alike.get(onSameFacts(decision));
    return other === 'several' ? undefined : other;
  };
}

function entryOf(
  { person, classification, key, facts }: Assessed,
  decision: Decision | undefined,
): LedgerEntry {
  const { counted, circumstances, ...place } = person;
  const entry = {
    ...place,
    original: circumstances.original.cost,
    current: circumstances.current.cost,
    circumstances,
    proposed: classification.reason,
    confidence: classification.confidence,
    evidence: classification.evidence,
    key,
    facts,
  };
  if (!stands(decision)) {
    return {
      ...entry,
      reason: classification.reason,
      review: classification.review,
      decidedBy: 'add-in',
      decisionNote: '',
      standing: counted ? 'counted' : 'not counted',
    };
  }
  const changed = decision.facts !== facts;
  return {
    ...entry,
    reason: decision.reason,
    review: changed,
    decidedBy: 'officer',
    decisionNote: decision.note,
    standing: !counted ? 'not counted' : changed ? 'facts changed' : 'counted',
    decidedOn: decision.facts,
  };
}

const NOTHING_KNOWN: Circumstances = {
  note: '',
  original: { placement: '', provider: '' },
  current: { placement: '', provider: '' },
};

const departedEntry = (decision: StandingDecision): LedgerEntry => ({
  reference: decision.reference ?? '',
  cohort: decision.cohort ?? '',
  opportunity: decision.opportunity ?? '',
  circumstances: NOTHING_KNOWN,
  reason: decision.reason,
  proposed: UNCLEAR,
  confidence: 0,
  review: false,
  evidence: [],
  decidedBy: 'officer',
  decisionNote: decision.note,
  standing: 'departed',
  key: decision.key,
  facts: decision.facts,
  decidedOn: decision.facts,
});
