import type { PlacementGroup } from '../placement';
import type { EventKind, NoteEvent, Standing, Telling } from './events';
import { EVENTS } from './lexicon';
import type { Found } from './phrases';
import { placesIn } from './places';
import { sentencesOf, spanOf, type Sentence } from './sentences';
import { standingsIn } from './standing';

/** A placement that a note names. */
export interface Place extends Telling {
  group: PlacementGroup;
  /** Left for another, gone to, or neither said. */
  part: 'from' | 'to' | 'named';
}

export interface NoteReading {
  events: NoteEvent[];
  places: Place[];
  /** True where the note says nothing at all. */
  blank: boolean;
  /** The note as typed, and in plain words. */
  source: string;
  text: string;
}

/** What a note tells, in the order of its sentences. `review` is the date that history is measured from. */
export function readNote(note: string, review?: string): NoteReading {
  const sentences = sentencesOf(note);
  const read = sentences.map((sentence, at) => {
    const tellingAt = tellingsIn(note, sentence, at, review);
    const places = placesOf(sentence, tellingAt);
    const events = eventsIn(sentence, tellingAt).map((event) => withPlace(event, places));
    return { places, events };
  });
  return {
    events: read.flatMap(({ events }) => events),
    places: read.flatMap(({ places }) => places),
    blank: sentences.length === 0,
    source: note,
    text: sentences.map((sentence) => sentence.text).join('.'),
  };
}

/** What stands from one place to another of a sentence's plain text. */
type TellingAt = (from: number, to: number) => Telling;

function tellingsIn(note: string, sentence: Sentence, at: number, review?: string): TellingAt {
  const standingAt = standingsIn(sentence, review);
  return (from, to) => {
    const span = spanOf(sentence, from, to);
    return {
      standing: standingAt(from, to),
      from: span.from,
      to: span.to,
      words: note.slice(span.from, span.to),
      sentence: at,
    };
  };
}

function eventsIn(sentence: Sentence, tellingAt: TellingAt): NoteEvent[] {
  const found = EVENTS.in(sentence).map((match) => ({
    ...match,
    kind: kindOf(match.kind, sentence.text.slice(match.from, match.to)),
  }));
  found.push(...movesByNames(sentence));
  return found
    .filter((match) => !isOutdone(match, found))
    .map((match) => {
      const { kind } = match;
      const { standing, from, to, words, sentence: at } = tellingAt(match.from, match.to);
      const plain = sentence.text.slice(match.from, match.to);
      return { kind, standing: standingOf(kind, plain, standing), from, to, words, sentence: at };
    });
}

/** Capitals that are no place's name. */
const NOT_A_PLACE =
  /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|mum|dad|due|moved?|back|home|return|added|subject|thanks|according|agreed|next|step|transfer|placed|went|gone|from)/;

/** 'Hollybank to Larch House': two names with 'to' between tell of a move. */
function movesByNames({ text, tokenStarts, tokens }: Sentence): Found<EventKind>[] {
  const isName = (at: number): boolean => {
    const token = tokens[at];
    return token !== undefined && token.capital && !NOT_A_PLACE.test(token.word);
  };
  const moves: Found<EventKind>[] = [];
  tokens.forEach(({ word }, at) => {
    const isBetween = (word === 'to' || word === '>') && isName(at - 1) && isName(at + 1);
    if (!isBetween) return;
    const end = tokenStarts[at + 2] ?? text.length;
    moves.push({ kind: 'moved', from: tokenStarts[at - 1]!, to: end - 1 });
  });
  return moves;
}

/** Kinds that say the opposite with more words: 'waking night' within 'waking night stood down'. */
const OPPOSITE: Partial<Record<EventKind, readonly EventKind[]>> = {
  moreStaff: ['lessStaff'],
  lessStaff: ['moreStaff'],
  solo: ['notSolo'],
  uplift: ['cheaperSame', 'moreStaff'],
  orderInForce: ['careEnded'],
  careEnded: ['orderInForce'],
};

/** Words of more than it, which hold it, say the opposite. */
function isOutdone(match: Found<EventKind>, among: readonly Found<EventKind>[]): boolean {
  const opposite = OPPOSITE[match.kind];
  if (!opposite) return false;
  return among.some(
    ({ kind, from, to }) =>
      opposite.includes(kind) &&
      from <= match.from &&
      to >= match.to &&
      to - from > match.to - match.from,
  );
}

const FROM_TO = / ?(\d+)(?::1)?(?: hours?)? (?:to|>) (\d+)/;

/** 'Hours 10 to 35' are more staff and '2:1 to 1:1' is less, whichever words stand around. */
function kindOf(kind: EventKind, words: string): EventKind {
  if (kind !== 'moreStaff' && kind !== 'lessStaff') return kind;
  const change = FROM_TO.exec(words);
  if (!change) return kind;
  return Number(change[2]) > Number(change[1]) ? 'moreStaff' : 'lessStaff';
}

/** A doubt is one whether it is put as a denial, a plan or a question. */
function standingOf(kind: EventKind, words: string, standing: Standing): Standing {
  const unreal = standing === 'denied' || standing === 'planned';
  // A hearing about an order, whenever it is, means that there is one.
  if (kind === 'orderInForce' && standing === 'planned' && words.startsWith('discharge'))
    return 'happened';
  if (kind === 'sameOrderToo' && standing === 'someone else') return 'happened';
  // That the others left is told of them and is about this child.
  if (kind === 'othersLeft' && standing === 'someone else') return 'happened';
  if ((kind === 'doubt' || kind === 'guessed') && unreal) return 'happened';
  // 'Order has not been discharged': the denial stands among the words themselves.
  return MAY_HOLD_DENIAL.includes(kind) && standing === 'happened' && DENIED_WITHIN.test(words)
    ? 'denied'
    : standing;
}

/** 'Move to residential did not go ahead': what is told of the place is told of the move. */
function withPlace(event: NoteEvent, places: readonly Place[]): NoteEvent {
  if (event.kind !== 'moved' || event.standing !== 'happened' || !/ (?:to|into)$/.test(event.words))
    return event;
  const next = places.find((place) => place.from >= event.to && place.from <= event.to + 6);
  return next && next.standing !== 'someone else' ? { ...event, standing: next.standing } : event;
}

const MAY_HOLD_DENIAL: readonly EventKind[] = ['careEnded', 'sgo', 'uplift', 'notice', 'moved'];

const DENIED_WITHIN =
  /\b(?:not|hasnt|isnt|wasnt|never|yet|hadnt|havent|nt)\b(?! (?:lac|cla|looked))/;

const LEFT_FOR_ANOTHER =
  /(?: (?:from|out of|left|leaving|leaves|off|ex|was (?:in|at|with)|were (?:in|at|with)|been (?:in|at|with)|finished (?:at|with)|away from|end of|ended|previous|old|lost|outgrown|outgrew|too old for|swapped|instead of|in place of|no longer (?:in|at|with)|moved on from|closed|closing|exit from) )(?:(?:the|a|an|his|her|their|our|old|previous|current|existing|last|that|this|private|her own|his own|\w+) ){0,2}$/;
const GONE_TO =
  /(?: (?:to|into|in|at|with|>|onto|on to|joined|joins|chose|now|via|entered) )(?:(?:the|a|an|his|her|their|our|new|another|different|some|own|one of|live with|stay with|living in|placed in|be with|own|full time|ordinary|small|same|\d|brothers|sisters|siblings?|\w+) ){0,3}$/;
const LEFT_FOR =
  / (?:left|swapped|leaving|exchanged) (?:[^ ]+ ){1,6}?for (?:(?:a|an|the|another|new) )*$/;
const CAME_TO_AN_END =
  /^ (?:(?:is|was|has|are|had|have|were|been|being|now) )*(?:closing|closed|closes|shut|shuts|shutting|ending|ended|gave|served|retir\w+|broke|finished|resigned|relocating|emigrat\w+|stopped|called time) /;
const ARROW = /^(?: [^ ]+){0,2}? (?:>|to|into|- >|becoming|became) /;

function placesOf(sentence: Sentence, tellingAt: TellingAt): Place[] {
  const { text } = sentence;
  return placesIn(sentence).map((match) => {
    const part = partOf(
      text.slice(Math.max(0, match.from - 60), match.from),
      text.slice(match.to, match.to + 40),
    );
    const { standing, from, to, words, sentence: at } = tellingAt(match.from, match.to);
    return { group: match.kind, part, standing, from, to, words, sentence: at };
  });
}

function partOf(before: string, after: string): Place['part'] {
  const left = LEFT_FOR_ANOTHER.exec(before);
  const gone = GONE_TO.exec(before);
  if (CAME_TO_AN_END.test(after)) return 'from';
  if (LEFT_FOR.test(before)) return 'to';
  if (left && (!gone || left.index > gone.index - 6)) return 'from';
  if (gone) return 'to';
  return ARROW.test(after) ? 'from' : 'named';
}
