import type { PlacementGroup } from '../placement';
import type { EventKind, NoteEvent, Standing } from './events';
import { EVENTS } from './lexicon';
import type { Found } from './phrases';
import { placesIn } from './places';
import { sentencesOf, spanOf, type Sentence } from './sentences';
import { standingIn } from './standing';

/** A placement that a note names. */
export interface Place {
  group: PlacementGroup;
  /** Left for another, gone to, or neither said. */
  part: 'from' | 'to' | 'named';
  standing: Standing;
  from: number;
  to: number;
  words: string;
  sentence: number;
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
  const places = sentences.map((sentence, at) => placesOf(note, sentence, at, review));
  const events = sentences.map((sentence, at) =>
    eventsIn(note, sentence, at, review).map((event) => withPlace(event, places[at]!)),
  );
  return {
    events: events.flat(),
    places: places.flat(),
    blank: sentences.length === 0,
    source: note,
    text: sentences.map((sentence) => sentence.text).join('.'),
  };
}

function eventsIn(note: string, sentence: Sentence, at: number, review?: string): NoteEvent[] {
  const found = EVENTS.in(sentence).map((match) => ({
    ...match,
    kind: kindOf(match.kind, sentence.text.slice(match.from, match.to)),
  }));
  found.push(...movesByNames(sentence));
  return found
    .filter((match) => !found.some((other) => outdoes(other, match)))
    .map((match) => eventAt(note, sentence, at, match, review));
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
  return tokens.flatMap((token, at): Found<EventKind>[] => {
    const between = (token.word === 'to' || token.word === '>') && at > 0;
    if (!between || !isName(at - 1) || !isName(at + 1)) return [];
    const next = tokenStarts[at + 2];
    return [
      {
        kind: 'moved',
        from: tokenStarts[at - 1]!,
        to: next === undefined ? text.length - 1 : next - 1,
      },
    ];
  });
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

const outdoes = (other: Found<EventKind>, match: Found<EventKind>): boolean =>
  (OPPOSITE[match.kind]?.includes(other.kind) ?? false) &&
  other.from <= match.from &&
  other.to >= match.to &&
  other.to - other.from > match.to - match.from;

const FROM_TO = / ?(\d+)(?::1)?(?: hours?)? (?:to|>) (\d+)/;

/** 'Hours 10 to 35' are more staff and '2:1 to 1:1' is less, whichever words stand around. */
function kindOf(kind: EventKind, words: string): EventKind {
  if (kind !== 'moreStaff' && kind !== 'lessStaff') return kind;
  const change = FROM_TO.exec(words);
  if (!change) return kind;
  return Number(change[2]) > Number(change[1]) ? 'moreStaff' : 'lessStaff';
}

function eventAt(
  note: string,
  sentence: Sentence,
  at: number,
  { kind, from, to }: Found<EventKind>,
  review?: string,
): NoteEvent {
  const span = spanOf(sentence, from, to);
  return {
    kind,
    standing: standingOf(
      kind,
      sentence.text.slice(from, to),
      standingIn(sentence, from, to, review),
    ),
    ...span,
    words: note.slice(span.from, span.to),
    sentence: at,
  };
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

function placesOf(note: string, sentence: Sentence, at: number, review?: string): Place[] {
  const { text } = sentence;
  return placesIn(sentence).map(({ kind, from, to }) => {
    const span = spanOf(sentence, from, to);
    return {
      group: kind,
      part: partOf(text.slice(Math.max(0, from - 60), from), text.slice(to, to + 40)),
      standing: standingIn(sentence, from, to, review),
      ...span,
      words: note.slice(span.from, span.to),
      sentence: at,
    };
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
