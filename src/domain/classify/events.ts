/** What a note can tell of. */
export type EventKind =
  | 'adulthood'
  | 'adultFunding'
  | 'stayingPut'
  | 'wentHome'
  | 'careEnded'
  | 'orderInForce'
  | 'sgo'
  | 'sgoNamed'
  | 'sameOrderToo'
  | 'otherWayOut'
  | 'breakdown'
  | 'endedAgainstPlan'
  | 'cannotGoOn'
  | 'notice'
  | 'neutralEnd'
  | 'plannedMove'
  | 'moved'
  | 'samePlacement'
  | 'noChange'
  | 'moreStaff'
  | 'lessStaff'
  | 'uplift'
  | 'cheaperSame'
  | 'otherPayer'
  | 'carersToUs'
  | 'carersToAgency'
  | 'specialistCare'
  | 'staleFields'
  | 'runByUs'
  | 'runByOthers'
  | 'runByAgency'
  | 'runByCouncil'
  | 'guessed'
  | 'refused'
  | 'solo'
  | 'othersLeft'
  | 'notSolo'
  | 'doubt';

/** Whether what the words tell of came about for this child, as the words around them say. */
export type Standing = 'happened' | 'denied' | 'planned' | 'past' | 'someone else';

/** Words of a note, and how what they tell is meant. */
export interface Telling {
  standing: Standing;
  /** UTF-16 places in the note. */
  from: number;
  to: number;
  /** The words as the note has them. */
  words: string;
  /** Which sentence of the note, from 0. */
  sentence: number;
}

/** Words of a note that tell of something. */
export interface NoteEvent extends Telling {
  kind: EventKind;
}
