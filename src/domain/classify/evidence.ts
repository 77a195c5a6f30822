import type { Because, Case, Verdict } from './case';
import type { Evidence } from './classification';
import type { EventKind, NoteEvent, Standing } from './events';

/** What the words of each kind tell, as an auditor reads it after the words themselves. */
const TELLS: Record<EventKind, string> = {
  adulthood: 'the 18th birthday',
  adultFunding: 'adult or leaving care services',
  stayingPut: 'staying put with the carers after 18',
  wentHome: 'living with a parent',
  careEnded: 'care ended',
  orderInForce: 'still looked after, an order in force',
  sgo: 'a special guardianship order was made',
  sgoNamed: 'special guardianship',
  sameOrderToo: 'the same order was made for this child',
  otherWayOut: 'care ended by another route',
  breakdown: 'the placement broke down',
  endedAgainstPlan: 'the placement ended against the plan',
  cannotGoOn: 'those caring could not go on',
  notice: 'notice was given',
  neutralEnd: 'the placement ended for another cause than the child or the care',
  plannedMove: 'planned or agreed',
  moved: 'a move',
  samePlacement: 'the same placement',
  noChange: 'no change',
  moreStaff: 'more staff',
  lessStaff: 'less staff',
  uplift: 'a higher price',
  cheaperSame: 'a lower price',
  otherPayer: 'another payer’s share',
  specialistCare: 'a special purpose',
  staleFields: 'the fields are behind',
  carersToUs: 'the carers came over to the council',
  carersToAgency: 'the carers went over to an agency',
  runByUs: 'the council’s own',
  runByOthers: 'run by somebody else',
  runByAgency: 'an agency',
  runByCouncil: 'bought from elsewhere',
  guessed: 'the cost is a guess',
  refused: 'refused',
  solo: 'the only resident',
  othersLeft: 'the other residents left',
  notSolo: 'not the only resident',
  doubt: 'queried or not known',
};

/** Kinds that would have decided had they come about for this child. */
const DECISIVE: ReadonlySet<EventKind> = new Set<EventKind>([
  'adulthood',
  'wentHome',
  'careEnded',
  'sgo',
  'sgoNamed',
  'otherWayOut',
  'breakdown',
  'endedAgainstPlan',
  'notice',
  'moved',
  'moreStaff',
  'lessStaff',
  'uplift',
  'cheaperSame',
  'otherPayer',
  'solo',
]);

const SET_ASIDE: Record<Exclude<Standing, 'happened'>, string> = {
  denied: 'it did not happen',
  planned: 'it is a plan or a request',
  past: 'it is history',
  'someone else': 'it is about somebody else',
};

const MOST_SET_ASIDE = 4;

/** What decided and what was set aside, for an officer and an auditor to read. */
export function evidenceOf(row: Case, { because }: Verdict): Evidence[] {
  const decided = because.map(evidenceFor);
  const spans = decided.flatMap(({ span }) => (span ? [span] : []));
  const aside: Evidence[] = [];
  for (const event of row.note.events) {
    if (event.standing === 'happened' || !DECISIVE.has(event.kind)) continue;
    if (aside.length === MOST_SET_ASIDE) break;
    if (spans.some(([from, to]) => event.from < to && from < event.to)) continue;
    spans.push([event.from, event.to]);
    aside.push(setAside(event, event.standing));
  }
  return [...decided, ...aside];
}

function evidenceFor(because: Because): Evidence {
  if (typeof because === 'string') return { kind: 'fact', text: because };
  const tells =
    'kind' in because ? `${TELLS[because.kind]}${unless(because.standing)}` : because.group;
  return {
    kind: 'note',
    text: `“${because.words}”: ${tells}`,
    span: [because.from, because.to],
  };
}

/** A refused uplift can decide too: by not being one. */
const unless = (standing: Standing): string =>
  standing === 'happened' ? '' : `, but ${SET_ASIDE[standing]}`;

const setAside = (event: NoteEvent, standing: keyof typeof SET_ASIDE): Evidence => ({
  kind: 'set aside',
  text: `“${event.words}”: set aside, ${SET_ASIDE[standing]}`,
  span: [event.from, event.to],
});
