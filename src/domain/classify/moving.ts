import type { PlacementGroup } from '../placement';
import { brokeDown } from './breakdown';
import { verdict, type Case, type Verdict } from './case';
import { is16Plus, isFostering, isHome, moveReason } from './move';
import { fieldsMoved, moveOf, type Move } from './moveTold';
import { newKind } from './newPlace';

/** The reason where the child moved, or became the only resident; undefined where neither is so. */
export function moving(row: Case): Verdict | undefined {
  const move = moveOf(row);
  return brokeDown(row, move) ?? becameSolo(row, move) ?? (move && plannedMove(row, move));
}

/** As a share: a bed that is left empty costs more than a price rise. */
const BEYOND_A_RISE = 0.2;

function becameSolo(row: Case, move: Move | undefined): Verdict | undefined {
  const { before, now, share = 0 } = row.facts;
  const left = share > BEYOND_A_RISE && !fieldsMoved(row) ? row.happened('othersLeft') : undefined;
  const solo = row.happened('solo') ?? left;
  if (!solo || row.direction === 'level') return undefined;
  if (row.direction === 'down' && !move) return undefined;
  const isSolo = now === 'Solo residential';
  if (!isSolo && (before === 'Solo residential' || row.happened('notSolo'))) return undefined;
  if (isFostering(now) || is16Plus(now) || isFostering(move?.place?.group)) return undefined;
  return verdict('To solo placement', 0.93, solo);
}

function plannedMove(row: Case, move: Move): Verdict | undefined {
  if (row.direction === 'level' && !isMoveAtSamePrice(row, move)) return undefined;
  const { before } = move;
  const now = newKind(row, move);
  const wasOurs = move.ranBy === 'us' && move.runsBy !== undefined && move.runsBy !== 'us';
  const sameService =
    (isHome(before) && now === 'Residential') || (is16Plus(before) && is16Plus(now));
  // Of 16+ provision it is often said that another was found, and not that it is 16+ again.
  const gone = now ?? (is16Plus(before) ? before : undefined);
  const reason =
    wasOurs && sameService
      ? 'Internal to external'
      : moveReason(originKind(row, move), gone, row.facts.change ?? toldDirection(row));
  if (reason === 'To foster care' && row.direction === 'up') {
    return verdict(
      'Other / unclear',
      0.85,
      move.event,
      move.place,
      'Fostering that costs more than what it replaced',
    );
  }
  return verdict(reason, sureOf(row, move, now), move.event, move.place, byFields(row, move));
}

/** Carers who went over to an agency were the council's, where nothing else is said of them. */
const originKind = (row: Case, { before, place, event }: Move): PlacementGroup | undefined => {
  if (before !== undefined) return before;
  if (row.happened('carersToAgency')) return 'In-house fostering';
  // 'Another agency family': the one before was an agency's too.
  return place && /\b(?:another|different)\b/i.test(event?.words ?? '') ? place.group : undefined;
};

/** A new name or address at the old price is no move; another kind of placement is one. */
const isMoveAtSamePrice = (row: Case, { fields }: Move): boolean =>
  fields === 'kind' || (fields === 'provider' && !row.happened('noChange', 'samePlacement'));

/** The fields before and now, as evidence. */
function byFields({ facts }: Case, { fields }: Move): string | undefined {
  if (!fields) return undefined;
  const [from, to] = [facts.before ?? 'not known', facts.now ?? 'not known'];
  return from === to
    ? `Another provider stands in the fields (${to})`
    : `${from} to ${to} in the fields`;
}

function sureOf(row: Case, move: Move, now: PlacementGroup | undefined): number {
  if (move.fields === 'kind') return !move.place || now === row.facts.now ? 0.94 : 0.88;
  const told = move.event && (move.place ?? row.happened('plannedMove'));
  if (move.fields === 'provider') return told || row.note.blank ? 0.92 : 0.88;
  return told ? 0.88 : 0.75;
}

const FROM_TO_POUNDS = /£([\d,]+)[^£]{0,40}?\bto £([\d,]+)/;
const pounds = (text: string): number => Number(text.replaceAll(',', ''));

/** Whether a note tells of a higher cost (above nought) or a lower one, where the fields do not. */
function toldDirection(row: Case): number | undefined {
  const [, before, now] = FROM_TO_POUNDS.exec(row.note.source) ?? [];
  if (before && now) return pounds(now) - pounds(before);
  if (row.happened('cheaperSame')) return -1;
  return row.happened('uplift') ? 1 : undefined;
}
