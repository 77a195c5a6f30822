import type { PlacementGroup } from '../placement';
import type { Case } from './case';
import type { NoteEvent } from './events';
import type { RunBy } from './facts';
import { is16Plus, isFostering, isHome } from './move';
import { kindGoneTo, ownOrigin, runnerIn, specialPurpose } from './newPlace';
import type { Place } from './readNote';

/** That the child lives elsewhere now, and what says so. */
export interface Move {
  event?: NoteEvent;
  place?: Place;
  /** What of the fields differs: the kind of placement, or the provider alone. */
  fields?: 'kind' | 'provider';
  before?: PlacementGroup;
  now?: PlacementGroup;
  /** Who ran it and who runs it, as far as note or fields tell. */
  ranBy?: RunBy;
  runsBy?: RunBy;
}

/** The move that the note tells or the fields show; undefined where the child is where it was. */
export function moveOf(row: Case): Move | undefined {
  const { facts } = row;
  if (staysAtOld(row)) return undefined;
  const fields = fieldsMoved(row);
  const place = goneTo(row);
  const move: Move = {
    event: row.happened('moved'),
    place,
    fields,
    before: facts.before ?? originOf(row)?.group,
    now: kindGoneTo(row, place, fields === 'kind'),
    ranBy: facts.ranBy ?? (ownOrigin(row) ? 'us' : undefined),
    runsBy: facts.runsBy ?? runnerIn(row),
  };
  if (fields === 'kind') return joinedByOthers(row, move) ? undefined : move;
  if (changedHands(row)) return { ...move, runsBy: runnerIn(row) ?? move.runsBy };
  if (isSaidToStay(row, move.event)) return undefined;
  if (fields === 'provider') return move;
  const ended = row.happened('neutralEnd') ?? row.happened('staleFields');
  if (ended && row.direction !== 'level' && !facts.blank && !isPriced(row)) {
    return { ...move, event: move.event ?? ended };
  }
  return isTold(row, move) ? move : undefined;
}

/** What differs in the fields. Own provision and bought provision are two kinds. */
export function fieldsMoved({ facts }: Case): Move['fields'] {
  const { before, now, ranBy, runsBy } = facts;
  if (before !== undefined && now !== undefined && before !== now) return 'kind';
  if (ranBy && runsBy && (ranBy === 'us') !== (runsBy === 'us')) return 'kind';
  return facts.sameProvider === false || facts.renamed ? 'provider' : undefined;
}

/** The same home is no longer for one child: its kind differs in the fields, and nobody moved. */
const joinedByOthers = (row: Case, { place }: Move): boolean =>
  isHome(row.facts.before) &&
  isHome(row.facts.now) &&
  row.facts.sameProvider === true &&
  place?.part !== 'to' &&
  row.happened('notSolo') !== undefined;

/** The placement went from the council to somebody else, or the other way, with or without a move. */
function changedHands(row: Case): boolean {
  const { facts } = row;
  const runner = runnerIn(row);
  if (facts.blank && originOf(row) && runner) return true;
  if (row.direction === 'level') return false;
  const carers = row.happened('carersToUs', 'carersToAgency');
  if (carers && (facts.blank || isFostering(facts.before))) return true;
  if (!runner || !facts.ranBy || (runner === 'us') === (facts.ranBy === 'us')) return false;
  return !row.happened('lessStaff', 'moreStaff', 'otherPayer');
}

/** The note says 'same placement', and no later sentence and no breakdown speaks of another. */
function isSaidToStay(row: Case, event: NoteEvent | undefined): boolean {
  const stays = row.happened('samePlacement');
  if (!stays || row.brokeDown) return false;
  return !event || event.sentence <= stays.sentence;
}

/** The fields are as before: does the note tell of a move all the same? */
function isTold(row: Case, { event, place }: Move): boolean {
  const { facts } = row;
  const priced = isPriced(row);
  const special = specialPurpose(row) !== undefined;
  if (special && facts.blank && !priced) return true;
  if (special && isHome(facts.before) && (facts.share ?? 0) > MORE_THAN_A_RISE) return true;
  // 'Carers moved up a band': carers named where carers were before are no destination.
  const sameKind = place?.group === 'Foster care' && isFostering(facts.before);
  if (event && !(facts.blank && priced && !place && !originOf(row))) {
    if (place && !sameKind) return true;
    const likely =
      facts.sameProvider !== true || row.happened('plannedMove') || row.happened('staleFields');
    if (likely && !(sameKind && priced)) return true;
  }
  if (!place || sameKind || place.group === facts.before) return false;
  if (place.part === 'to' || Math.abs(facts.share ?? 0) > HALF) return true;
  return !priced && (facts.blank || isOtherFamily(place.group, facts.before));
}

/** As a share of the cost: therapy added to a fee costs less than a place that is for it. */
const MORE_THAN_A_RISE = 0.2;

/** A cost that changes by more than half of it is hardly that of the same placement. */
const HALF = 0.5;

const isPriced = (row: Case): boolean =>
  row.happened('moreStaff', 'lessStaff', 'uplift', 'cheaperSame', 'otherPayer') !== undefined;

/** Foster care, a home and 16+ provision are kinds that nobody mixes up. */
const isOtherFamily = (a: PlacementGroup, b: PlacementGroup | undefined): boolean =>
  b !== undefined &&
  (isFostering(a) !== isFostering(b) || isHome(a) !== isHome(b) || is16Plus(a) !== is16Plus(b));

const originOf = ({ note }: Case): Place | undefined =>
  note.places.find((place) => place.part === 'from' && place.standing !== 'someone else');

/** The last place that the child is said to have gone to, one that fits the fields before others. */
function goneTo({ note, facts }: Case): Place | undefined {
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
  const before = note.source.slice(Math.max(0, at - 45), at);
  return at > 0 && STAYS_AT.test(before) && !SOMEBODY_ELSE.test(before);
}

const SOMEBODY_ELSE = /(?:brother|sister|sibling|twin|peer|friend)s?\b/i;
const STAYS_AT =
  /(?:still|remains?|stays?|stayed|stopped|is|[\u2019']s) (?:there )?(?:at|with|in) (?:[\w\u2019']+ ){0,3}$/i;
