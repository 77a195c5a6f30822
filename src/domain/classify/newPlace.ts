import type { PlacementGroup } from '../placement';
import type { Case } from './case';
import type { EventKind, NoteEvent } from './events';
import type { RunBy } from './facts';
import { is16Plus, isFostering, isHome, isSpecialist } from './move';
import type { Move } from './moveTold';
import type { NoteReading, Place } from './readNote';

type Kind = PlacementGroup | undefined;

/** Kinds that the other of note and fields may say more of. */
const LESS_PARTICULAR: Partial<Record<PlacementGroup, (group: Kind) => boolean>> = {
  Residential: isHome,
  "Internal children's home": isHome,
  'Foster care': isFostering,
  'Independent living': is16Plus,
  'Supported accommodation': is16Plus,
};

/** The kind of the new placement: the more particular of what the note names and the fields hold. */
export function kindGoneTo(
  { facts, note }: Case,
  place: Place | undefined,
  byFields: boolean,
): Kind {
  if (!place) return facts.now;
  const ordinary = isOrdinary(note);
  if (ordinary && isSpecialist(place.group)) return 'Residential';
  if (facts.now === undefined) return place.group;
  if (LESS_PARTICULAR[place.group]?.(facts.now)) {
    return ordinary && isSpecialist(facts.now) ? place.group : facts.now;
  }
  if (LESS_PARTICULAR[facts.now]?.(place.group)) return place.group;
  return byFields && !isUnreal(note, facts.now) ? facts.now : place.group;
}

/** The note names the kind that the fields hold as a plan or as refused, and nowhere as what happened. */
function isUnreal({ places }: NoteReading, kind: PlacementGroup): boolean {
  const named = places.filter(({ group }) => group === kind || LESS_PARTICULAR[group]?.(kind));
  return (
    named.some(({ standing }) => standing === 'planned' || standing === 'denied') &&
    named.every(({ standing }) => standing !== 'happened')
  );
}

const ORDINARY =
  / (?:(?:ordinary|standard|mainstream|generic)(?! (?:house|carers?|foster\w*|family|name|looking))|group home|(?:nothing|no|not|without|non) (?:\w+ )?(?:clinical|clinicians|therapeutic|specialist|therapy)|core staffing|usual rota|in name only|only a name|regular (?:home|\w+ bed)) /;
/** The kind of home that the child came from says nothing of the new one. */
const LEFT_BEHIND =
  / (?:from|left|out of) (?:an? |the )?(?:ordinary|standard|mainstream|generic|group) \w+/g;

/** The note calls the new placement an ordinary one, whatever its name promises. */
const isOrdinary = ({ text }: NoteReading): boolean =>
  ORDINARY.test(text.replace(LEFT_BEHIND, ' '));

// Who runs it -----------------------------------------------------------------------------------

const OWN: readonly Kind[] = ['In-house fostering', "Internal children's home"];

/** The child was in the council's own provision, by the fields or the note. */
export const ownOrigin = ({ note, facts }: Case): boolean =>
  OWN.includes(facts.before) ||
  note.places.some((place) => place.part === 'from' && OWN.includes(place.group));

/** Whose the new placement is, by the note; undefined where it does not say, or says nothing new. */
export function runnerIn(row: Case): RunBy | undefined {
  const wasOurs = (row.facts.ranBy ?? (ownOrigin(row) ? 'us' : undefined)) === 'us';
  if (!wasOurs) return ofNewPlace(row, 'runByUs') ? 'us' : undefined;
  if (ofNewPlace(row, 'runByCouncil')) return 'another council';
  return ofNewPlace(row, 'runByAgency') || ofNewPlace(row, 'runByOthers') ? 'private' : undefined;
}

/** The first event of a kind that is not told of the place that was left. */
const ofNewPlace = ({ note }: Case, kind: EventKind): NoteEvent | undefined =>
  note.events.find(
    (event) =>
      event.kind === kind &&
      event.standing === 'happened' &&
      !note.places.some(
        (place) => place.part === 'from' && place.from < event.to && event.from < place.to,
      ),
  );

// What it is for --------------------------------------------------------------------------------

/** A purpose of the new placement, unless it is what the old one was for. */
export function specialPurpose(row: Case): NoteEvent | undefined {
  const told = ofNewPlace(row, 'specialistCare');
  if (!told) return undefined;
  const { before } = row.facts;
  if (before === 'Secure' && /secure/i.test(told.words)) return undefined;
  const sameFunction = /therap|clinic|specialist/i.test(told.words);
  return before === 'Specialist residential' && sameFunction ? undefined : told;
}

/** What an assessment says the child needs, where the cost rose with a move. */
const neededPurpose = ({ note, direction }: Case): NoteEvent | undefined =>
  direction !== 'up'
    ? undefined
    : note.events.find(
        (event) =>
          event.kind === 'specialistCare' &&
          event.standing === 'planned' &&
          !/secure/i.test(event.words),
      );

// All together ----------------------------------------------------------------------------------

/** £ a week: the council's own homes cost more, its fostering and its 16+ units less. */
const DEAR_FOR_16_PLUS = 2500;

/** The kind of placement that a child moved to, with who runs it and what it is for. */
export function newKind(row: Case, move: Move): Kind {
  const kept = move.fields !== 'kind' || move.now === move.before;
  const runner = runnerIn(row);
  const now =
    isFosteringOrUnknown(move.before) && isFosteringOrUnknown(move.now) && kept
      ? fosteringNow(row, move, runner)
      : move.now;
  return specialNow(row, move.before, homeNow(row, move.before, now, runner));
}

const isFosteringOrUnknown = (kind: Kind): boolean => kind === undefined || isFostering(kind);

function fosteringNow(row: Case, { before, now, runsBy }: Move, runner: RunBy | undefined): Kind {
  if (row.happened('carersToAgency')) return 'IFA';
  if (row.happened('carersToUs') && before !== 'In-house fostering') return 'In-house fostering';
  if (runner === 'us') return 'In-house fostering';
  if (runner === 'another council') return 'External foster care';
  return runner === 'private' && runsBy !== 'us' ? 'IFA' : now;
}

function homeNow(row: Case, before: Kind, now: Kind, runner: RunBy | undefined): Kind {
  const ours = before === "Internal children's home";
  if (now === 'IFA' && runner === 'another council' && before !== 'IFA') {
    return 'External foster care';
  }
  if (now === undefined && ours && row.happened('runByOthers')) return 'Residential';
  if (now === before && ours && runner && runner !== 'us') return 'Residential';
  const home = now === 'Residential' || (now === undefined && isDear(row));
  return home && runner === 'us' ? "Internal children's home" : now;
}

const isDear = ({ facts }: Case): boolean => (facts.current ?? 0) > DEAR_FOR_16_PLUS;

const PLACE_AFTER = /\b(?:home|unit|provision|placement|house)\b/i;

function specialNow(row: Case, before: Kind, now: Kind): Kind {
  if (now === 'Hospital or nursing') return 'Specialist residential';
  const purpose = specialPurpose(row) ?? neededPurpose(row);
  if (!purpose || isOrdinary(row.note)) return now;
  if (now === "Internal children's home") return 'Specialist residential';
  if (now === undefined) {
    const home = PLACE_AFTER.test(row.note.source.slice(purpose.to, purpose.to + 25));
    return isFostering(before) && !home ? now : 'Specialist residential';
  }
  if (now !== 'Residential') return now;
  return before !== 'Residential' || row.direction !== 'down' ? 'Specialist residential' : now;
}
