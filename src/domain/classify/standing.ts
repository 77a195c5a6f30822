import type { Standing } from './events';
import { Phrases, type Found, type PlainSentence } from './phrases';

/** Words looked at on either side of those that tell of something, in characters. */
const NEAR = 110;

/** Words that say how what stands near them is meant. */
type Cue =
  | 'break'
  | 'others'
  | 'and'
  | 'subject'
  | 'negation'
  | 'plan before'
  | 'past before'
  | 'denial after'
  | 'plan after'
  | 'plan later'
  | 'past after'
  | 'came about';

const OTHER =
  '(?:brothers?|sisters?|siblings?|twins?|half (?:brother|sister)|stepbrother|stepsister|step (?:brother|sister))';
const OTHER_RESIDENT =
  '(?:(?:one of )?the others|(?:another|other|older|younger|second|third|fellow|next door|newest|new) (?:residents?|child|children|yp|yps|young person|young people|lads?|girls?|boys?|kids?|peers?|admission|foster child)|flatmate|housemate|room ?mate|peers?|lad upstairs|girl upstairs|(?:lad|girl|boy|child|yp) (?:upstairs|next door|in the (?:next|other) room)|friend|best friend|boyfriend|girlfriend|cousin|mums (?:new )?partner|carers (?:own )?(?:son|daughter|child))';

const CUES = new Phrases<Cue>([
  // Where one thing told ends and another begins.
  [
    'break',
    [
      ',|:|\\(|\\)|"|-',
      'but|then|so|though|although|however|because|until|till|while|whilst|whereas|instead|meanwhile|yet|therefore|hence|who|which',
    ],
  ],
  // Somebody else is named, or said not to be meant.
  ['others', [OTHER, OTHER_RESIDENT, 'upstairs|next door|not (?:ours|for|this|him|her|about)']],
  ['and', ['and']],
  ['subject', ['he|she|they|we|hes|shes|theyre|weve|it']],
  [
    'negation',
    [
      '(?:not|no|never|nt|didnt|wasnt|isnt|hasnt|havent|werent|wont|arent|dont|doesnt|wouldnt|couldnt|cant|cannot|hadnt|without|neither|nor|nothing|nowhere|none|rather than|instead of|as opposed to|ruled out|avoided|averted|escaped|prevented|fell through|despite|in lieu of|far from|shouldnt|aint|isn t|stopped short of|no sign of|nobody|other than|withdrew|withdrawn|cancelled|cancels|rescinded|retracted|took back|called off|turned down|refused|rejected|declined|dropped (?:its|their|the)|abandoned|shelved)(?! (?:only|just|long after|longer|before|because|wait|least|doubt|in touch|in contact) )',
    ],
  ],
  [
    'plan before',
    [
      'will|would|wil|ll|shall|to be|due to|due|going to|(?<!by )plan(?:s|ning)? (?:is |was |had been |has been |now is |still |remains )?(?:to|for|of|is|was)?|(?<!as )planned (?:to|for)|intend(?:s|ed|ing)?|intention|hint(?:s|ed|ing)? (?:at|of)|hop(?:e|es|ed|ing)|aim(?:s|ed|ing)?|expect(?:s|ed|ing)?|expectation|(?:he|she|they|it|we|which|that|and) may|may(?= (?:be|need|have|go|come|move|well|still|not) )|might|could|should|ought|consider(?:s|ed|ing|ation)?|explor(?:e|ed|es|ing)|look(?:ing|ed)? (?:at|for|into|to)|search(?:es|ed|ing)?(?: for)?|scop(?:e|ed|ing)|request(?:s|ed|ing)?(?: for)?|ask(?:s|ed|ing)?(?: for| about| if)?|want(?:s|ed|ing)?|would like|wish(?:es)?|appl(?:y|ied|ies|ying|ication|ications)(?: for| to| made| in| is)*|(?:awaiting|next|for|to|before|until|pending|after) (?:the |a )?(?:final |court |sgo )?hearing|listed|await(?:s|ing)?|waiting|wait(?:s|ed)?|wait list|pending|potential(?:ly)?|possib(?:le|ly|ility)|propos(?:e|ed|al|als|ing)|likely|if|unless|when (?:he|she|they|yp|the) (?:turns?|is|are|reach\\w*|gets?|finish\\w*|leaves?|moves?|goes)|ahead of|prior to|towards|working towards|prepar(?:e|ing|ation) for|ready for|get ready for|until|till|option(?:s)?|talk(?:s|ed)? (?:of|about)|discuss(?:ed|ion|ions|ing)?(?: about)?|referr(?:ed|al|als)|refer|panel (?:to|on|in|next|for|will)|identif(?:y|ied|ying)|vacancy|threaten(?:s|ed|ing)?|warn(?:s|ed|ing)?|at risk of|risk of|risk|recommend(?:s|ed|ation|ing)?|suggest(?:s|ed|ion|ing)?|twin track\\w*|parallel plan\\w*|assess(?:ed|ment|ing|ments)? (?:for|of|as|to|re)|assess(?:ment|ed|ing)|bid(?:s|ding)?(?: for)?|try(?:ing)? (?:to|for)|tried (?:to|for)|seek(?:s|ing)?|sought|need(?:s|ed)? (?:a|an|another|some)|in principle|approved in principle|soon|eventually|next (?:week|month|year|quarter|term|spring|summer|autumn|winter|court)|forthcoming|upcoming|prospective|future|target(?:ing)?|scheduled (?:for|to)|booked|pencilled|lined up|funding for|case for|support(?:ing|ed)? the|eligible for|entitled to|wait for|should be|submitted|lodged|issued|filed|contemplat\\w+|mooted|pushing for|keen|offered|offer of|offer|agreed (?:to|that|for) (?:\\w+ ){0,3}?(?:will|would|to)|yet to|still to|about to|on track (?:for|to)|want|wishing|requesting|quote for|price for|cost for|costed for|had (?:been )?(?:agreed|planned|approved|hoped|asked)',
    ],
  ],
  [
    'past before',
    [
      '(?:previously|in the past|history of|historic(?:al|ally)?|used to|originally|back in(?= (?:\\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|years ago|formerly|former|earlier \\w+(?: \\w+)?|had (?:two|three|several|many|some|previous)(?= (?:breakdown|disruption|placement|move))|had(?= (?:breakdowns?|disruptions?))|previous(?: \\w+)?|last year|year before|years back|prior(?: \\w+)?|in (?:19|20)\\d\\d|(?:aged?|when (?:he|she|they|it) (?:was|were)) (?:\\d+|younger|little|small|tiny|\\w+)|came to us (?:from|via|after|following|in)|came into care|first placed|at baseline|before baseline|before the baseline|as a baby|as an infant|since 20\\d\\d|before that|long ago|(?:19|20)\\d\\d :)(?! (?:home|placement) (?:gave|broke|served|ended|closed|closing))',
    ],
  ],
  [
    'denial after',
    [
      '(?:withdr(?:awn|ew|awal)|rescinded|retracted|cancelled|canceled|abandoned|aborted|called off|reversed|overturned|revoked|(?:did|does|has|was|were|is|had) (?:not|nt)(?! (?:look|been back))|(?:didnt|hasnt|wasnt|isnt|werent|not) (?:happen\\w*|go|gone|take\\w*|proceed\\w*|agreed|approved|granted|made|needed|progress\\w*|materialis\\w*|work\\w*|come|came)|never (?:happened|materialised|went|took|came|got|made)|fell through|fallen through|shelved|dropped|refused|turned down|declined|rejected|not (?:granted|made|agreed|approved|happen|go|taken|proceed|needed|supported|used|progressed|pursued)|didnt (?:happen|go|work|come)|came to nothing|not bought|quashed|unsuccessful|dismissed|adjourned|postponed|put (?:off|back|on hold)|on hold|paused|delayed|stalled|ruled out|no longer (?:happening|going ahead|needed|the plan)|(?:keyed |put |entered )?in error|wrong|incorrect|miskeyed|by mistake|torn up|taken back|un ?founded|unsubstantiated|nfa|nothing came of it|averted|avoided|discounted|scrapped|pulled(?! the)|lapsed|knocked back)(?! (?:to|up) )',
    ],
  ],
  [
    'plan after',
    [
      'planned (?:for|in|to|after|next|before)|due(?! to)|pending|(?:the |original |first )+(?:care )?plan|(?:hearing|final hearing) (?:is|due|next|set|listed|date|adjourned)|listed|letter|claim|unanswered|outstanding|o s|application|awaited|awaiting|expected|anticipated|proposed|requested|being (?:considered|explored|looked|assessed|sought|discussed|progressed|planned|worked)|under (?:consideration|discussion|assessment|review|way)|to be (?:agreed|granted|approved|given|issued|confirmed|decided|made|heard|considered|completed|finalised|submitted|signed)|tbc|tba|not yet|yet to|assess\\w*|viability|scheduled|booked|on the (?:cards|horizon|go)|in the pipeline|if (?:it|all|he|she|they|the)|when (?:he|she|they|a|the)|next (?:month|year|week|quarter|term|spring|summer|autumn|court)|soon|in (?:due course|progress|principle|the new year|train)|panel (?:in|on|next|is|to)|intended|likely|in mind|application|will|would|could|might|has been requested|(?:the |an |first |original )*(?:idea|thought)|search(?:es|ing)?|not until|isnt until|for (?:when|after|later)|considered|explored|discussed|looked at|priced|costed|quoted|rumou?r|speculation|hearsay|only talk|talked (?:about|of)|mooted|for 20\\d\\d|threatened',
    ],
  ],
  // A noun such as 'move to fostering' whose plan is told further on.
  [
    'plan later',
    [
      'planned (?:for|in|to|after|next|before)|was the (?:first |original |care )*(?:plan|idea)|(?:is|was|being|are) planned|due (?:in|on|next|to start)|to be agreed|not yet|pending|hasnt happened|didnt happen|fell through|agreed in principle|no (?:match|carers|bed|placement|family|vacancy)',
    ],
  ],
  [
    'past after',
    [
      'last year|years ago|a year ago|the year before|in the past|previously|long ago|(?:before|prior to) (?:he|she|they|coming|this|baseline|the baseline|we|his|her|last)|historic(?:al|ally)?|in (?:a )?(?:previous|earlier|former|past) \\w+|back then|two years|years back|(?:back )?in \\w+ 20(?:0\\d|1\\d|2[012])|20(?:0\\d|1\\d|2[012])|as a (?:baby|toddler|infant)|at age \\d+|year before last',
    ],
  ],
  // What was planned came true.
  [
    'came about',
    [
      'went ahead|gone ahead|going ahead on|did (?:go|move|happen|start|come)|happened|has happened|completed|took place|taken place|done|was made|now made|made on|came through|went through|as planned|(?<!(?:assessment|search|process|proceedings|work) )started|effective|actioned|and did|and (?:has|have) (?:now )?(?:moved|gone|started)|since <date>|now in place|in place|successful|moved in|implemented|from <date>|ok(?:ay)?d',
    ],
  ],
]);

/** Words that may stand between what is told and its denial, or its plan. */
const BEFORE_DENIAL =
  /^(?:,|-|\(|\?|:|"|which|that|it|this|but|since|then|later|now|was|were|is|are|has|have|had|been|being|subsequently|quoted|looked|at|but|in|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|no|got|both|all|they|he|she|we|and|from|provider|carers?|home|by|the|of|to|in|panel|on|application|request|plans?|move|notice|subsequently|after|quickly|soon|idea|never|<date>|\w+day|within|week|days?|a|couple|his|her|their|same|served|given|code|coded|coding|type|explored|talk|talks|came|keyed|early|house|homes?|placement|package|service|bed|priced|costed|requested|transfer|switch|asked|for|sought|as|well|too|also|them|requested|£?\d+(?:\.\d+)?%?)$/;
const BEFORE_PLAN =
  /^(?:,|-|\(|:|is|are|was|were|has|have|been|being|now|still|currently|it|this|that|which|the|a|date|panel|court|final|to|for|of|his|her|their|in|at|move|order|uplift|request|application|assessment|support|plan|process|and|\w+ing)$/;

const QUALIFIED =
  '(?:(?:his|her|their|the|an|a|our|older|younger|elder|eldest|youngest|big|little|baby|twin|other|half|full|two|three|\\d|of|both|only) )*';

const OTHERS_SUBJECT = new RegExp(
  `(?:^ ?| (?:[,.(:;-]|but|and|that|because|as|so|then|when|since|after|before|although|while|where|not|its|re|about|for|is|was|said|says|from|not the same as|unlike|of|on|notice|sgo|uplift|order) )${QUALIFIED}(?:${OTHER}|${OTHER_RESIDENT})(?= (?!(?:and|,) (?:he|she|him|her|yp|this) )(?:[^ ]+ )*$|s? $| $)`,
);
const WITH_OTHER = new RegExp(
  `(?:with|join(?:s|ed|ing)?|to|near|nearer|by|reunited with|alongside|and|keep|keeps|keeping|together with|placed with|same (?:carers|home|placement|family) as|where|like|from) ${QUALIFIED}(?:${OTHER}|${OTHER_RESIDENT})s? (?:[^ ]+ )*$`,
);
const OWN_SUBJECT =
  /(?: (?:he|she|they(?! (?:said|say))|we|weve|hes|shes|theyre|theyve|ive|him|hers|his|ours|yp|this one|this child|this yp|child|young person|our (?:one|lad|girl|yp|child|boy)|him|both|mum|judge|court|provider|carers|lcc|her own|his own|its own|hers|whereas|now|our)(?: |$))/;
const OTHERS_AFTER = new RegExp(
  `^(?: [^ .;]+){0,6}? (?:for|on|of|by|re|about|to|against|involving|belonging to|was|is|were|concerning|concerned|relating to|related to|between) ${QUALIFIED}(?:${OTHER}|${OTHER_RESIDENT})(?= )|^ (?:for |on |is |was )?(?:the )?(?:lad|girl|boy|child|yp|one) (?:upstairs|next door|in the other)|^(?: [^ .;]+){0,6}? (?<!rate|fee|price|terms|rates) not (?:ours|for (?:him|her|this)|this (?:one|child|yp)|him\\b|her\\b|about (?:him|her))(?= )`,
);

/**
 * Whether what the words from one place to another of the sentence's plain text tell of came about
 * for this child.
 */
export type StandingAt = (from: number, to: number) => Standing;

/**
 * Judges what a sentence tells by the clause that it stands in, and a little beyond for
 * 'withdrawn', 'not ours' and such. `review` is the date that history is measured from.
 */
export function standingsIn(sentence: PlainSentence, review?: string): StandingAt {
  let cues: readonly Found<Cue>[] | undefined;
  return (from, to) => standingAmong((cues ??= CUES.in(sentence)), sentence.text, from, to, review);
}

function standingAmong(
  cues: readonly Found<Cue>[],
  text: string,
  from: number,
  to: number,
  review?: string,
): Standing {
  const others = cues.some((cue) => cue.kind === 'others');
  if (
    others &&
    isOthers(
      text.slice(Math.max(0, from - NEAR), from),
      text.slice(to, Math.min(to + NEAR, reasonGiven(text, to))),
    )
  ) {
    return 'someone else';
  }
  const near = cues.filter((cue) => cue.to > from - NEAR && cue.from < to + NEAR);
  const before = (kind: Cue, since: number) =>
    near.some((cue) => cue.kind === kind && cue.from >= since && cue.to <= from);
  const clause = lastEnd(near, from, 'break');
  if (before('negation', lastEnd(near, from, 'break', 'and', 'subject'))) return 'denied';
  const after = near.filter((cue) => cue.from > to);
  const follows = (kind: Cue, between: (words: string[]) => boolean) =>
    after.some((cue) => cue.kind === kind && between(wordsBetween(text, to, cue.from)));
  if (
    follows(
      'denial after',
      (words) => words.length <= 7 && words.every((word) => BEFORE_DENIAL.test(word)),
    )
  ) {
    return 'denied';
  }
  const end = after.find((cue) => cue.kind === 'break')?.from ?? text.length;
  if (
    before('past before', clause) ||
    after.some(
      (cue) =>
        cue.kind === 'past after' && cue.from < end && wordsBetween(text, to, cue.from).length <= 4,
    )
  ) {
    return 'past';
  }
  if (isYearPast(text, clause, from, to, end, review)) return 'past';
  const planned =
    before('plan before', clause) ||
    follows(
      'plan after',
      (words) => words.length <= 5 && words.every((word) => BEFORE_PLAN.test(word)),
    ) ||
    follows(
      'plan later',
      (words) => words.length <= 6 && words.every((word) => !/^[,.;:()]$/.test(word)),
    );
  return planned && !after.some((cue) => cue.kind === 'came about') ? 'planned' : 'happened';
}

/** Where a reason or another event is given, which is about somebody else without this being so. */
function reasonGiven(text: string, from: number): number {
  const at = text
    .slice(from, from + NEAR)
    .search(/ (?:because|so|but(?! (?:on|for|about|re|concerning))|then|although|while|whereas) /);
  return at < 0 ? text.length : from + at + 1;
}

/** Where the last of these cues before a place ends; 0 where there is none near it. */
function lastEnd(cues: readonly Found<Cue>[], place: number, ...kinds: Cue[]): number {
  let end = 0;
  for (const cue of cues) if (cue.to <= place && kinds.includes(cue.kind)) end = cue.to;
  return end;
}

const wordsBetween = (text: string, from: number, to: number): string[] =>
  text.slice(from, to).trim().split(' ').filter(Boolean);

const YEAR = / ((?:19|20)\d\d) /;
const HEADING_YEAR = / (20\d\d) : [^.]*$/;

/** A year named in the clause, or before a colon, that lies two years or more before the review. */
function isYearPast(
  text: string,
  clause: number,
  from: number,
  to: number,
  end: number,
  review?: string,
): boolean {
  if (review === undefined || !/ (?:19|20)\d\d /.test(text)) return false;
  const year =
    HEADING_YEAR.exec(text.slice(0, from)) ??
    YEAR.exec(text.slice(to, end + 1)) ??
    YEAR.exec(text.slice(Math.max(clause - 1, 0), to));
  return year !== null && Number(year[1]) < Number(review.slice(0, 4)) - 1;
}

function isOthers(before: string, after: string): boolean {
  if (OTHERS_AFTER.test(after)) return true;
  const subject = OTHERS_SUBJECT.exec(before);
  if (!subject || WITH_OTHER.test(before.slice(subject.index))) return false;
  return !OWN_SUBJECT.test(before.slice(subject.index + subject[0].length));
}
