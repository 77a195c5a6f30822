import { roundPence } from '../money';
import { verdict, type Case, type Verdict } from './case';
import type { NoteEvent } from './events';

/** As a share of the cost: what prices go up by in a year, without anybody saying so. */
const ORDINARY_RISE = 0.12;

/** What settles a price that somebody asked about. */
const AGREED =
  / (?<! (?:nothing|nowt|not|never|nt|hasnt|isnt|to be|yet) )(?:agree|approv|accept|sign|settl|allow|award|confirm|authoris)\w*/;

const inPounds = (amount: number): string => `£${Math.abs(roundPence(amount)).toFixed(2)}`;

const withinMateriality = ({ facts, materiality }: Case): string =>
  `The weekly cost differs by ${inPounds(facts.change ?? 0)}, and up to ${inPounds(materiality)} is no change`;

/** Something was settled once it had been asked about. */
const settledAfter = ({ note }: Case, doubt: NoteEvent): boolean =>
  AGREED.test(` ${note.source.slice(doubt.to).toLowerCase()}`);

/** The reason where nobody moved and care goes on. */
export function staying(row: Case): Verdict {
  const doubt = row.happened('doubt');
  const priced = row.happened('moreStaff', 'lessStaff', 'uplift', 'cheaperSame', 'otherPayer');
  const both = row.happened('uplift') && row.happened('cheaperSame');
  if (doubt && (!priced || both || !settledAfter(row, doubt))) {
    return verdict('Other / unclear', 0.88, doubt);
  }
  switch (row.direction) {
    case 'level':
      return verdict(
        'No change',
        0.95,
        row.happened('noChange', 'samePlacement'),
        withinMateriality(row),
      );
    case 'up':
      return dearer(row);
    case 'down':
      return cheaper(row);
    case 'unknown':
      return untold(row);
  }
}

function dearer(row: Case): Verdict {
  const { facts } = row;
  const more = row.happened('moreStaff');
  const uplift = upliftOf(row);
  const less = row.happened('lessStaff', 'cheaperSame');
  const none = row.happened('noChange');
  const same = row.happened('samePlacement');
  const share = facts.share ?? 1;
  if (facts.moreStaffInWords)
    return verdict('Increased staffing', 0.9, 'The current placement names more staff');
  if (more && uplift && upliftIsLarger(row))
    return verdict('Same placement, uplift agreed', 0.75, uplift, more);
  if (more) return verdict('Increased staffing', uplift ? 0.8 : 0.93, more, uplift);
  if (uplift) return verdict('Same placement, uplift agreed', less ? 0.7 : 0.93, uplift);
  const asked = row.told('uplift', 'planned', 'denied');
  if (less && asked && share <= ORDINARY_RISE) {
    return verdict('Same placement, uplift agreed', 0.88, less, asked);
  }
  if (less) return verdict('Other / unclear', 0.65, less, 'The cost rose');
  if (none && share > 0.02) return verdict('Other / unclear', 0.75, none, 'The cost rose');
  const refused = row.told('uplift', 'denied');
  if (refused) return verdict('Other / unclear', 0.85, refused, 'The cost rose all the same');
  const pending = row.told('uplift', 'planned');
  if (pending && share <= ORDINARY_RISE) {
    return verdict('Same placement, uplift agreed', 0.75, pending, 'The cost rose');
  }
  if (share <= ORDINARY_RISE)
    return verdict(
      'Same placement, uplift agreed',
      0.9,
      same,
      'The same provider costs a few per cent more',
    );
  return verdict('Other / unclear', 0.7, same, 'A large rise that nothing explains');
}

/** A higher price that is not merely the words of more staff: 'staffing increased to 2:1'. */
const upliftOf = ({ note }: Case): NoteEvent | undefined =>
  note.events.find(
    (event) =>
      event.kind === 'uplift' &&
      event.standing === 'happened' &&
      !note.events.some(
        (other) => other.kind === 'moreStaff' && other.from < event.to && event.from < other.to,
      ),
  );

const AMOUNT = /(?:£(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?)%)/;

/** Where both are told with an amount each, the larger one is the reason. */
function upliftIsLarger(row: Case): boolean {
  const { original } = row.facts;
  const pounds = (kind: 'uplift' | 'moreStaff'): number | undefined => {
    const event = row.happened(kind)!;
    const [, amount, percent] =
      AMOUNT.exec(
        row.note.source.slice(Math.max(0, event.from - 14), event.to + 25).replaceAll(',', ''),
      ) ?? [];
    if (amount !== undefined) return Number(amount);
    return percent === undefined || original === undefined
      ? undefined
      : (Number(percent) / 100) * original;
  };
  const [uplift, staff] = [pounds('uplift'), pounds('moreStaff')];
  return uplift !== undefined && staff !== undefined && uplift > staff;
}

function cheaper(row: Case): Verdict {
  const { facts } = row;
  const less = row.happened('lessStaff', 'notSolo');
  const price = row.happened('cheaperSame');
  const payer = row.happened('otherPayer');
  const risen = row.happened('uplift', 'moreStaff');
  if (less ?? price ?? payer)
    return verdict(
      'Same placement, cost reduced',
      facts.current === 0 && !payer ? 0.7 : 0.93,
      less,
      price,
      payer,
    );
  if (risen) return verdict('Other / unclear', 0.65, risen, 'The cost fell');
  if (facts.current === 0)
    return verdict('Other / unclear', 0.75, 'The cost ended and nothing says why');
  if (facts.before === undefined && facts.now === undefined)
    return verdict('Other / unclear', 0.75, 'Too little to say');
  if (facts.now === undefined || row.costEnded)
    return verdict('Other / unclear', 0.6, 'The cost fell and nothing says why');
  return verdict(
    'Same placement, cost reduced',
    0.85,
    row.happened('samePlacement'),
    'The same provider costs less',
  );
}

function untold(row: Case): Verdict {
  const more = row.happened('moreStaff');
  const less = row.happened('lessStaff', 'cheaperSame', 'otherPayer', 'notSolo');
  const uplift = row.happened('uplift');
  const none = row.happened('noChange', 'samePlacement');
  if (less && !uplift) return verdict('Same placement, cost reduced', 0.85, less);
  if (more) return verdict('Increased staffing', 0.85, more);
  if (uplift) return verdict('Same placement, uplift agreed', 0.9, uplift);
  if (less) return verdict('Same placement, cost reduced', 0.7, less);
  if (none) return verdict('No change', 0.85, none);
  const turnedDown = row.told('uplift', 'denied') ?? row.told('moreStaff', 'denied');
  if (turnedDown) return verdict('No change', 0.75, turnedDown);
  return verdict('Other / unclear', 0.8, 'Too little to say');
}
