import { verdict, type Case, type Verdict } from './case';
import type { NoteEvent } from './events';

/** The reason where care ended or went on with parents; undefined where neither is said. */
export function leavingCare(row: Case): Verdict | undefined {
  return (
    guardianship(row) ??
    turned18(row) ??
    guardianshipNamed(row) ??
    arrangementsOrder(row) ??
    withParents(row) ??
    endedByFields(row) ??
    otherRoute(row)
  );
}

const ORDER_MADE = / orders? (?:was |now |has been )?(?:made|granted|sealed) /;

function guardianship(row: Case): Verdict | undefined {
  const told =
    row.happened('sgo') ?? (ORDER_MADE.test(row.note.text) ? row.happened('sgoNamed') : undefined);
  const same =
    row.happened('sameOrderToo') &&
    row.told('sgoNamed', 'someone else', 'past', 'happened', 'denied');
  const open = row.told('sgo', 'planned', 'denied') ?? row.told('sgoNamed', 'planned', 'denied');
  const doubt = row.happened('doubt');
  if (!(told ?? same)) return undefined;
  return doubt && row.direction === 'level'
    ? verdict('Other / unclear', 0.8, told, doubt, 'The cost goes on as it was')
    : verdict('SGO granted', open ? 0.85 : 0.95, told ?? same);
}

/** Special guardianship is named and the cost ended: nothing else is said of why. */
function guardianshipNamed(row: Case): Verdict | undefined {
  const { facts } = row;
  const named = row.happened('sgoNamed');
  if (named && !row.stillPlaced && (row.costEnded || facts.ended === 'sgo' || facts.blank)) {
    return verdict('SGO granted', 0.88, named, 'The cost of the placement ended');
  }
  return undefined;
}

function turned18(row: Case): Verdict | undefined {
  const { facts } = row;
  const birthday = row.happened('adulthood', 'stayingPut');
  const funding = row.happened('adultFunding');
  const told = birthday ?? funding;
  if (!told) return undefined;
  const known = facts.turned18 !== undefined;
  if (facts.turned18 === false) {
    const claimed = birthday?.kind === 'adulthood' && CLAIMED.test(birthday.words);
    return claimed && (row.direction === 'level' ? row.note.events.length === 1 : !row.stillPlaced)
      ? verdict(
          'Other / unclear',
          0.8,
          birthday,
          'By the date of birth the young person is under 18',
        )
      : undefined;
  }
  if (endedBefore18(row) && row.happened('wentHome', 'careEnded', 'sgo')) return undefined;
  if (row.brokeDown && row.stillPlaced) return undefined;
  if (row.direction === 'level' && facts.current) {
    return known && birthday && funding ? verdict('Turned 18', 0.7, birthday, funding) : undefined;
  }
  if (row.stillPlaced && !(known && birthday)) return undefined;
  if (row.direction === 'up') return undefined;
  if (!birthday && !known && !row.costEnded && !facts.blank) return undefined;
  return verdict(
    'Turned 18',
    known ? 0.96 : 0.9,
    told,
    known ? 'Turned 18 by the date of birth' : undefined,
  );
}

/** Not '18 in May', which may lie ahead. */
const CLAIMED = /turn|now|aged|reach|hit|over|came|became|is 18|s 18|18th|birthday/i;

const endedBefore18 = ({ facts }: Case): boolean =>
  facts.endedOn !== undefined &&
  facts.turned18On !== undefined &&
  facts.endedOn < facts.turned18On &&
  !facts.endedAt18;

const TO_PARENT = /\b(?:parents?|mum|mother|dad|father)\b/i;

/** An order that says where a child lives: a return home if that is with a parent, else unclear. */
function arrangementsOrder(row: Case): Verdict | undefined {
  const order = row.note.events.find(
    (event) =>
      event.kind === 'otherWayOut' &&
      event.standing === 'happened' &&
      /arrangement|cao|live|residence/i.test(event.words),
  );
  if (!order || (row.stillPlaced && !row.happened('careEnded'))) return undefined;
  const { source } = row.note;
  const toParent =
    TO_PARENT.test(source.slice(order.from, order.to + 60)) ||
    /(?:mum|mother|dad|father)\S* (?:\S+ ){0,3}$/i.test(source.slice(0, order.from));
  return toParent || row.happened('wentHome')
    ? verdict('Return home', 0.9, order)
    : verdict(
        'Other / unclear',
        0.85,
        order,
        'An order to somebody other than a parent has no reason of its own',
      );
}

function withParents(row: Case): Verdict | undefined {
  const { facts } = row;
  const home = row.happened('wentHome');
  const ended = row.happened('careEnded');
  const order = row.happened('orderInForce') ?? row.told('careEnded', 'denied', 'planned');
  const other = row.happened('otherWayOut');
  const byFields = facts.now === 'Placed with parents';
  if (
    row.stillPlaced &&
    home &&
    ended &&
    row.direction === 'up' &&
    facts.sameProvider !== false &&
    (facts.share ?? 1) < 0.2
  ) {
    return verdict('Other / unclear', 0.7, home, ended, 'The placement is still paid for');
  }
  if (row.stillPlaced && !agreesAgainst(row, ended)) return undefined;
  if (byFields && !home && !ended && row.direction === 'level' && facts.current) return undefined;
  if (!home && !byFields && !(ended && !other) && !(order && row.costEnded)) return undefined;
  if (other && !home && !byFields) return undefined;
  if (row.stillPlaced && row.direction === 'level') {
    return verdict('Other / unclear', 0.7, home, ended, 'The cost goes on unchanged');
  }
  if (order && !ended)
    return verdict('Placement with parents', home || byFields ? 0.94 : 0.82, home, order);
  if (ended) return verdict('Return home', home ? 0.96 : 0.88, home, ended);
  if (byFields && facts.ended !== 'home') {
    return verdict('Placement with parents', 0.9, home, 'The current placement is with parents');
  }
  const doubt = row.happened('doubt');
  if (doubt) return verdict('Other / unclear', 0.7, home, doubt);
  return verdict('Return home', facts.blank ? 0.8 : 0.88, home);
}

/** A note that care ended outranks a placement that still stands in the fields, if the cost fell. */
const agreesAgainst = (row: Case, ended: NoteEvent | undefined): boolean =>
  ended !== undefined && row.happened('wentHome') !== undefined && row.direction !== 'up';

/** Where the note does not say how care ended, the fields do. */
function endedByFields(row: Case): Verdict | undefined {
  const { facts } = row;
  if (row.stillPlaced) return undefined;
  const under18 = facts.turned18 === false;
  switch (facts.ended) {
    case 'turned 18':
      return under18
        ? verdict(
            'Other / unclear',
            0.7,
            'The current placement says 18, the date of birth under 18',
          )
        : verdict('Turned 18', 0.93, 'The current placement says so');
    case 'sgo':
      return row.told('sgoNamed', 'planned', 'denied')
        ? verdict('Other / unclear', 0.6, row.told('sgoNamed', 'planned', 'denied'))
        : verdict('SGO granted', 0.93, 'The current placement says so');
    case 'home':
      return verdict('Return home', 0.9, 'The current placement says so');
    case 'other':
      return verdict(
        'Other / unclear',
        0.88,
        row.happened('otherWayOut'),
        'Care ended by a route without a reason of its own',
      );
    default:
  }
  const costGone =
    facts.current === 0 || (facts.current === undefined && facts.endedOn !== undefined);
  const elsewhere =
    facts.now !== undefined && facts.now !== 'Left care' && facts.now !== facts.before;
  if (
    costGone &&
    facts.turned18 &&
    (!elsewhere || facts.endedAt18) &&
    (facts.endedAt18 || facts.endedOn === undefined)
  ) {
    return verdict(
      'Turned 18',
      facts.endedAt18 ? 0.93 : 0.8,
      'The cost ended with the 18th birthday',
    );
  }
  return undefined;
}

/** Routes out of care that have no reason of their own. */
function otherRoute(row: Case): Verdict | undefined {
  const { facts } = row;
  if (facts.now === 'Placed for adoption' || (facts.now === 'Custody' && !row.stillPlaced)) {
    return verdict('Other / unclear', 0.88, `${facts.now}: a route without a reason of its own`);
  }
  const out = row.happened('otherWayOut');
  if (!out) return undefined;
  if (facts.now === 'Hospital or nursing' && row.stillPlaced) return undefined;
  const place = facts.now === 'Hospital or nursing' || facts.now === 'Custody';
  if (
    place ||
    (facts.blank && !row.happened('samePlacement', 'moreStaff')) ||
    (row.costEnded && !row.stillPlaced)
  ) {
    return verdict(
      'Other / unclear',
      0.88,
      out,
      'Care ended by a route without a reason of its own',
    );
  }
  return undefined;
}
