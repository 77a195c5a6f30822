import type { PlacementGroup } from '../placement';
import { verdict, type Case, type Verdict } from './case';
import type { EventKind, NoteEvent } from './events';
import type { RunBy } from './facts';
import { is16Plus, isFostering, isHome, isSpecialist, moveReason } from './move';
import type { NoteReading, Place } from './readNote';

/** That the child lives elsewhere now, and what says so. */
interface Move {
  event?: NoteEvent;
  place?: Place;
  /** What of the fields differs. */
  fields?: 'kind' | 'provider';
  before?: PlacementGroup;
  now?: PlacementGroup;
  /** Who ran it and who runs it, as far as note or fields tell. */
  ranBy?: RunBy;
  runsBy?: RunBy;
}

export function moving(row: Case): Verdict | undefined {
  const move = moveOf(row);
  return brokeDown(row, move) ?? becameSolo(row, move) ?? (move && plannedMove(row, move));
}

// Breakdown -------------------------------------------------------------------------------------

function brokeDown(row: Case, move: Move | undefined): Verdict | undefined {
  const cause = row.happened('breakdown', 'breakdownToo');
  const notice = row.happened('notice');
  const weak = row.happened('cannotGoOn');
  const why = cause ?? notice ?? weak;
  if (!why || withdrawn(row, why)) return undefined;
  const neutral = row.happened('neutralEnd');
  if (!cause && neutral && (neutral.sentence === why.sentence || !notice)) return undefined;
  if (row.facts.current === 0 && !move) return undefined;
  if (!move && (row.direction === 'level' || row.happened('samePlacement'))) return undefined;
  if (!move && !cause && !row.facts.blank) return undefined;
  if (!move && row.facts.sameProvider && !row.happened('moved')) return undefined;
  if (why === weak && row.happened('plannedMove')) return undefined;
  return verdict(
    'Breakdown - new placement',
    cause ? 0.92 : notice ? 0.9 : 0.75,
    why,
    move?.event ?? move?.place,
  );
}

const WITHDRAWN =
  /withdr[ae]w|rescind|retract|quash|cancel|never served|torn up|tore|taken back|took (?:it|this|that) back/;

const withdrawn = ({ note }: Case, why: NoteEvent): boolean =>
  why.kind === 'notice' && WITHDRAWN.test(note.source.slice(why.to).toLowerCase());

// Alone -----------------------------------------------------------------------------------------

function becameSolo(row: Case, move: Move | undefined): Verdict | undefined {
  const alone =
    (row.facts.share ?? 0) > 0.2 && !fieldsMoved(row) ? row.happened('othersLeft') : undefined;
  const solo = row.happened('solo') ?? alone;
  if (!solo || row.direction === 'level') return undefined;
  const { before, now } = row.facts;
  if (before === 'Solo residential' && now !== 'Solo residential') return undefined;
  if (row.happened('notSolo') && now !== 'Solo residential') return undefined;
  if (isFostering(now) || is16Plus(now) || (move?.place && isFostering(move.place.group)))
    return undefined;
  if (row.direction === 'down' && !move) return undefined;
  return verdict('To solo placement', 0.93, solo);
}

// Planned moves ---------------------------------------------------------------------------------

function plannedMove(row: Case, move: Move): Verdict | undefined {
  const { facts } = row;
  if (
    row.direction === 'level' &&
    move.fields !== 'kind' &&
    (!move.fields || row.happened('noChange', 'samePlacement'))
  ) {
    return undefined;
  }
  const { before, now } = withRunner(row, move);
  const change = facts.change ?? toldDirection(row);
  const ours = move.ranBy === 'us' && move.runsBy !== undefined && move.runsBy !== 'us';
  const alike = (isHome(before) && now === 'Residential') || (is16Plus(before) && is16Plus(now));
  const reason =
    ours && alike
      ? 'Internal to external'
      : moveReason(before, now ?? (is16Plus(before) ? before : undefined), change);
  return verdict(
    reason,
    sureOf(row, move, now),
    move.event,
    move.place,
    move.fields && byFields(row.facts),
  );
}

/** The fields before and now, as evidence. */
function byFields({ before, now }: Case['facts']): string {
  const [from, to] = [before ?? 'not known', now ?? 'not known'];
  return before === now
    ? `Another provider stands in the fields (${to})`
    : `${from} to ${to} in the fields`;
}

function sureOf(row: Case, move: Move, now: PlacementGroup | undefined): number {
  if (move.fields === 'kind') return !move.place || now === row.facts.now ? 0.94 : 0.88;
  const told = move.event && (move.place ?? row.happened('plannedMove'));
  if (move.fields === 'provider') return told || row.note.blank ? 0.92 : 0.88;
  return told ? 0.88 : 0.75;
}

/** The direction that a note tells of where the costs are not given. */
const toldDirection = (row: Case): number | undefined => {
  const [, before, now] = FROM_TO_POUNDS.exec(row.note.source) ?? [];
  if (before && now) return pounds(now) - pounds(before);
  if (row.happened('cheaperSame')) return -1;
  return row.happened('uplift') ? 1 : undefined;
};

const FROM_TO_POUNDS = /£([\d,]+)[^£]{0,40}?\bto £([\d,]+)/;
const pounds = (text: string): number => Number(text.replaceAll(',', ''));

function moveOf(row: Case): Move | undefined {
  const { facts } = row;
  const event = row.happened('moved');
  const place = destinationOf(row);
  if (staysAtOld(row)) return undefined;
  const fields = fieldsMoved(row);
  const stays = row.happened('samePlacement');
  const from = row.note.places.find(
    (each) => each.part === 'from' && each.standing !== 'someone else',
  );
  const move: Move = {
    event,
    place,
    fields,
    before: facts.before ?? from?.group,
    now: kindOf(row, place, fields === 'kind'),
    ranBy: facts.ranBy ?? (ownOrigin(row) ? 'us' : undefined),
    runsBy: facts.runsBy ?? runnerIn(row),
  };
  if (
    fields === 'kind' &&
    isHome(facts.before) &&
    isHome(facts.now) &&
    facts.sameProvider &&
    place?.part !== 'to' &&
    row.happened('notSolo')
  )
    return undefined;
  if (fields === 'kind') return move;
  const runner = runnerIn(row);
  if (
    runner &&
    facts.ranBy &&
    (runner === 'us') !== (facts.ranBy === 'us') &&
    row.direction !== 'level' &&
    !row.happened('lessStaff', 'moreStaff', 'otherPayer')
  ) {
    return { ...move, runsBy: runner };
  }
  const transfer = row.happened('carersToUs', 'carersToAgency');
  if (transfer && row.direction !== 'level' && (facts.blank || isFostering(facts.before))) {
    return move;
  }
  if (facts.blank && from && runner) return move;
  if (
    stays &&
    !(event && event.sentence > stays.sentence) &&
    !row.happened('breakdown', 'breakdownToo')
  )
    return undefined;
  if (fields === 'provider') return move;
  const ended = row.happened('neutralEnd');
  const stale = row.happened('staleFields');
  if ((ended ?? stale) && row.direction !== 'level' && !facts.blank && !priced(row)) {
    return { ...move, event: event ?? ended ?? stale };
  }
  if (facts.blank && !stays && !priced(row) && specialist(row)) return move;
  const sameKind = place?.group === 'Foster care' && isFostering(facts.before);
  const known = facts.sameProvider !== true || row.happened('plannedMove') || stale;
  const onlyPriced = facts.blank && !place && !from && priced(row);
  if (event && ((place && !sameKind) || (known && !(sameKind && priced(row)))) && !onlyPriced) {
    return move;
  }
  const far =
    place?.part === 'to' ||
    (!priced(row) && (facts.blank || otherFamily(place?.group, facts.before))) ||
    Math.abs(facts.share ?? 0) > 0.5;
  const elsewhere = place && !sameKind && place.group !== facts.before && far;
  return elsewhere ? move : undefined;
}

/** Foster care, a home and 16+ provision are kinds that nobody mixes up. */
const otherFamily = (a?: PlacementGroup, b?: PlacementGroup): boolean =>
  a !== undefined &&
  b !== undefined &&
  (isFostering(a) !== isFostering(b) || isHome(a) !== isHome(b) || is16Plus(a) !== is16Plus(b));

const priced = (row: Case): boolean =>
  row.happened('moreStaff', 'lessStaff', 'uplift', 'cheaperSame', 'otherPayer') !== undefined;

/** The last place that the child is said to have gone to, one that fits the fields before others. */
function destinationOf({ note, facts }: Case): Place | undefined {
  const places = note.places.filter(
    (place) => place.standing === 'happened' && place.part !== 'from',
  );
  const gone = places.filter((place) => place.part === 'to');
  const particular =
    facts.now === 'Foster care' || facts.now === 'Residential' ? undefined : facts.now;
  const others = (from: readonly Place[]) => from.filter((place) => place.group !== facts.before);
  return (
    others(gone).find((place) => place.group === particular) ??
    others(places).find((place) => place.group === particular) ??
    others(gone).pop() ??
    others(places).pop() ??
    gone.pop() ??
    places.pop()
  );
}

/** 'Still at Pike Lane', where Pike Lane is what stands in the original provider's cell. */
function staysAtOld({ facts, note }: Case): boolean {
  if (facts.oldName === undefined || note.blank) return false;
  const at = note.source.indexOf(facts.oldName);
  return at > 0 && STAYS_AT.test(note.source.slice(Math.max(0, at - 45), at));
}

const STAYS_AT =
  /(?:still|remains?|stays?|stayed|stopped|is|[\u2019']s) (?:there )?(?:at|with|in) (?:[\w\u2019']+ ){0,3}$/i;

function fieldsMoved({ facts }: Case): Move['fields'] {
  const { before, now, ranBy, runsBy } = facts;
  if (before !== undefined && now !== undefined && before !== now) return 'kind';
  if (ranBy && runsBy && (ranBy === 'us') !== (runsBy === 'us')) return 'kind';
  return facts.sameProvider === false || facts.renamed ? 'provider' : undefined;
}

/** A kind in the note or the fields that the other may say more of. */
const LESS_PARTICULAR: Partial<Record<PlacementGroup, (group?: PlacementGroup) => boolean>> = {
  Residential: isHome,
  "Internal children's home": isHome,
  'Foster care': isFostering,
  'Independent living': is16Plus,
  'Supported accommodation': is16Plus,
};

function kindOf({ facts, note }: Case, place: Place | undefined, byFields: boolean) {
  if (!place) return facts.now;
  if (isSpecialist(place.group) && isOrdinary(note)) return 'Residential';
  if (facts.now === undefined) return place.group;
  const ordinary = isOrdinary(note);
  if (LESS_PARTICULAR[place.group]?.(facts.now))
    return ordinary && isSpecialist(facts.now) ? place.group : facts.now;
  if (LESS_PARTICULAR[facts.now]?.(place.group)) {
    return ordinary && isSpecialist(place.group) ? facts.now : place.group;
  }
  return byFields ? facts.now : place.group;
}

const ORDINARY =
  / (?:(?:ordinary|standard|mainstream|generic)(?! (?:house|carers?|foster\w*|family))|group home|(?:nothing|no|not|without|non) (?:\w+ )?(?:clinical|therapeutic|specialist|therapy)|core staffing|no clinicians|usual rota|in name only|only a name|regular (?:home|\\w+ bed)) /;
const isOrdinary = ({ text }: NoteReading): boolean =>
  ORDINARY.test(text.replace(LEFT_BEHIND, ' '));
/** The kind of home that the child came from says nothing of the new one. */
const LEFT_BEHIND =
  / (?:from|left|out of) (?:an? |the )?(?:ordinary|standard|mainstream|generic|group) \w+/g;

/** Whose the new place is, by the note. */
function runnerIn(row: Case): RunBy | undefined {
  const ranBy = row.facts.ranBy ?? (ownOrigin(row) ? 'us' : undefined);
  if (ranBy !== 'us') return ofNewPlace(row, 'runByUs') ? 'us' : undefined;
  if (ofNewPlace(row, 'runByCouncil')) return 'another council';
  if (ofNewPlace(row, 'runByAgency')) return 'private';
  return ofNewPlace(row, 'runByOthers') ? 'private' : undefined;
}

const OWN: readonly (PlacementGroup | undefined)[] = [
  'In-house fostering',
  "Internal children's home",
];

const ownOrigin = ({ note, facts }: Case): boolean =>
  OWN.includes(facts.before) ||
  note.places.some((place) => place.part === 'from' && OWN.includes(place.group));

/** That somebody runs a place, unless it is the one that was left. */
const ofNewPlace = ({ note }: Case, kind: EventKind): boolean =>
  note.events.some(
    (event) =>
      event.kind === kind &&
      event.standing === 'happened' &&
      !note.places.some(
        (place) => place.part === 'from' && place.from < event.to && event.from < place.to,
      ),
  );

/** What an assessment says the child needs, where the cost rose with a move. */
const assessedFor = ({ note }: Case): NoteEvent | undefined =>
  note.events.find(
    (event) =>
      event.kind === 'specialistCare' &&
      event.standing === 'planned' &&
      !/secure/i.test(event.words),
  );

/** A purpose of the new place, unless it is what the old one was for. */
const specialist = ({ note, facts }: Case): NoteEvent | undefined =>
  note.events.find(
    (event) =>
      event.kind === 'specialistCare' &&
      event.standing === 'happened' &&
      !(facts.before === 'Secure' && /secure/i.test(event.words)) &&
      !(
        facts.before === 'Specialist residential' && /therap|clinic|specialist/i.test(event.words)
      ) &&
      !note.places.some(
        (place) => place.part === 'from' && place.from < event.to && event.from < place.to,
      ),
  );

/** £ a week: the council's own homes cost more, its fostering and its 16+ units less. */
const DEAR_FOR_16_PLUS = 2500;

/** The kinds, made more particular by who runs the place and what it is for. */
function withRunner(row: Case, move: Move): { before?: PlacementGroup; now?: PlacementGroup } {
  const { before, runsBy } = move;
  let { now } = move;
  const runner = runnerIn(row);
  if (
    (isFostering(before) || before === undefined) &&
    (isFostering(now) || now === undefined) &&
    (move.fields !== 'kind' || now === before)
  ) {
    if (row.happened('carersToAgency'))
      return { before: before === undefined ? 'In-house fostering' : before, now: 'IFA' };
    if (row.happened('carersToUs') && before !== 'In-house fostering')
      return { before, now: 'In-house fostering' };
    if (runner === 'us') now = 'In-house fostering';
    if (runner === 'private' && runsBy !== 'us') now = 'IFA';
    if (runner === 'another council') now = 'External foster care';
  }
  if (now === 'IFA' && runner === 'another council' && before !== 'IFA')
    now = 'External foster care';
  if (now === undefined && before === "Internal children's home" && row.happened('runByOthers'))
    now = 'Residential';
  if (now === "Internal children's home" && before === now && runner && runner !== 'us')
    now = 'Residential';
  if (now === 'Residential' && runner === 'us') now = "Internal children's home";
  if (now === undefined && runner === 'us' && (row.facts.current ?? 0) > DEAR_FOR_16_PLUS) {
    now = "Internal children's home";
  }
  const care = specialist(row) ?? (row.direction === 'up' ? assessedFor(row) : undefined);
  if (now === 'Hospital or nursing') now = 'Specialist residential';
  if (
    (now === undefined || now === "Internal children's home") &&
    care &&
    !isOrdinary(row.note) &&
    (now !== undefined || !isFostering(before))
  )
    now = 'Specialist residential';
  if (now === 'Residential' && care && !isOrdinary(row.note) && before !== now)
    now = 'Specialist residential';
  if (
    now === 'Residential' &&
    before === 'Residential' &&
    care &&
    !isOrdinary(row.note) &&
    row.direction !== 'down'
  )
    now = 'Specialist residential';
  return { before, now };
}
