import type { PlacementGroup } from '../placement';
import { Phrases, type Found, type PlainSentence } from './phrases';

const CARERS =
  '(?:(?:foster )?(?:carers?|famil(?:y|ies)|couple|households?|parents|mum|dad)|foster (?:homes?|placements?)|fosterers?|foster(?:ing)?(?: care)?)';

/**
 * The words that name a placement, the more particular first: at one place in a note the first that
 * fits is taken.
 */
const FORMS: readonly (readonly [PlacementGroup, string])[] = [
  [
    'Secure',
    '(?:(?:secure|welfare secure) (?:unit|accommodation|home|placement|childrens? home|children home|bed|order|setting|estate|welfare)|s25|secure|k1)(?! base| attachment)',
  ],
  [
    'Residential school',
    '(?:(?:52 week|38 week|termly|weekly|special|residential special|specialist) )*(?:residential|boarding|52 week|38 week) (?:special )?school|boarding(?: school)?|school residential|residential college|(?:38|52) week(?:ly)? board(?:er|ing)|boarder|52 week(?: placement| provision)?|s1',
  ],
  [
    'Parent and child',
    '(?:(?:parent|mother|mum|father|family) (?:and|&) (?:baby|child|infant)|m and b|p and c|mum baby|residential (?:parenting |family )?assessment|family (?:centre|assessment)|parenting assessment|assessment (?:unit|centre))(?: (?:unit|placement|home|centre|assessment|foster\\w*|residential))*|r3',
  ],
  [
    'Supported accommodation',
    '(?:16\\+|16 plus|post 16|16 (?:and|to) (?:over|18|17)|ssa|sil|semi independents?|semi independence|semi ind\\w*|semi|supported (?:accommodation|living|lodgings?|housing|flat|house|tenancy|board and lodgings?)|support(?:ed)? lodgings?|lodgings?|lodgers?|step ?ping stones?|move on (?:flat|accommodation|placement|house)|foyer|hostel|bedsit|trainer flat|training flat|independen(?:t|ce) (?:flat|unit|living|accommodation)|shared (?:house|accommodation|flat|housing)|ymca|nightstop|studio(?: flat)?|own (?:flat|bedsit|room|front door|place|studio)|(?:a|his|her|their|the) (?:\\w+ )?(?:flat|studio|bedsit)|flat (?:with|and)|outreach flat|floating support|key ?work(?:er|ing)? (?:hours|support)|cluster flat|h5|k3|p2)(?: (?:unit|provision|placement|provider|home|accommodation|scheme|setting|flat|house|project|service))?',
  ],
  [
    'Hospital or nursing',
    '(?:hospital|inpatient unit|psychiatric unit|adolescent unit|tier 4|ward|nursing home|r2)',
  ],
  ['Custody', '(?:yoi|custody|prison|remand|stc|young offenders? institution|r5)'],
  [
    'Specialist residential',
    '(?:(?:specialist|therapeutic|therapy|clinical|autis\\w+|asd|asc|ld|learning disabilit(?:y|ies)|disabilit(?:y|ies)|disabled|complex (?:needs?|health|medical|care)|health needs|hsb|harmful (?:sexual )?behaviours?|csa|sexual harm|semh|ebd therapeutic|eating disorder|ed|epilepsy|deaf|trauma|trauma informed|cse|substance misuse|medical|nursing|complex|residential therapeutic|camhs|psycholog\\w+ led|psychology led|bespoke therapeutic|pbs|behaviour\\w*) )+(?:(?:residential|children|care|foster\\w*) )*(?:home|unit|provision|placement|residential|setting|provider|community|programme|service|centre|house|childrens? home|school|bed|disorder unit|team)s?|(?:therapeutic|specialist) (?:community|residential|children home|placement|provision|care)|(?:home|unit|placement|provision|residential|setting|provider|programme|house) (?:for|specialising in|with) (?:\\w+ ){0,3}?(?:autis\\w+|asd|disabilit(?:y|ies)|disabled|learning|complex|harmful|hsb|sexual|eating|trauma\\w*|therap\\w+|epilepsy|deaf|clinical|medical|nursing|health needs|onsite therapy|psycholog\\w+)|therapeutic|specialist',
  ],
  [
    'Kinship fostering',
    '(?:kinship|connected (?:persons?|carers?|people|person s?)|family and friends|friends and family|reg(?:ulation)? ?24|temporary approval|relatives?|extended family|aunts?|aunties?|uncles?|nans?|nanas?|nanny|grans?|grandmas?|grandads?|grandparents?|grandmothers?|grandfathers?|cousins?|godparents?|godmothers?|family friends?|(?:older|adult|big) (?:sister|brother)s?|u1|u2|u3)(?: (?:carers?|foster\\w*|placement|care|assessment))*',
  ],
  [
    'IFA',
    `(?:(?:independent (?:sector )?foster\\w*(?: agency| agencies)?|ifas?|agency(?! (?:staff|bed|workers?|nurses?|cover|night))|private (?:foster\\w*|agency)|(?:foster\\w* )agency)(?: (?:${CARERS}|provider|placement|match))*|carers? (?:with|from|at|through|via) (?:an |the )?(?:agency|ifa|independent)|foster\\w* agenc(?:y|ies))`,
  ],
  [
    'External foster care',
    `(?:(?:another|other|neighbouring|next door|different|nearby|the county|county|borough|city) (?:la|local authority|authority|council|borough|county)(?: s|s)?(?: own)?(?: (?:in house|approved))?(?: ${CARERS})|(?:other la|another la|other authority|other local authority|neighbouring (?:la|council|authority|borough)) ?(?:${CARERS})?|(?:external|ext|bought in|bought|purchased|spot|spot purchased?|voluntary|charity|charitable|third sector|vcs) (?:sector )?(?:${CARERS})|(?:carers?|fosterers?|famil(?:y|ies)|foster\\w*|household|couple) (?:\\w+ ){0,3}?(?:approved by|of|from|belonging to|employed by|run by|with|via|through|registered with|for) (?:the |a |an )?(?:\\w+ )?(?:(?:another|other|neighbouring|next door) (?:la|authority|council|borough|county)|charity|voluntary|charitable|church|borough next door|council next door|third sector)|foster\\w* via a (?:voluntary|charity)|countys own|(?:their|the other) (?:councils? )?(?:in house )?carers?(?= (?:and|we|,|our)))`,
  ],
  [
    'In-house fostering',
    `(?:(?:in house|internal|lcc|la|local authority|(?:our|the councils?|councils?|council|authoritys?|ours)(?: own)?|own|one of our(?: own)?|mainstream lcc|lcc approved|la approved|lcc mainstream) (?:(?:approved|mainstream|short term|long term|permanent|in house|lcc|own) )*(?:${CARERS})|in house(?! (?:resi\\w*|children|home|unit|staff|therap|psych|school|education|training|semi|16|support))|carers? of ours|lcc (?:foster )?carers?|(?:carers?|couple|famil(?:y|ies)) (?:\\w+ ){0,3}?(?:approved by (?:us|lcc|the council)|(?:transferred|came|come|moved|over|across) (?:\\w+ ){0,2}?(?:to|across to|over to) (?:us|lcc|the council|the in house)|now (?:one of )?ours|employed by us)|la approved|lcc approved)`,
  ],
  [
    "Internal children's home",
    '(?:one of )?(?:the )?(?:authoritys|councils|lccs) own homes?|(?:(?:authoritys|councils|lccs) (?:own )?(?:two|three|four|five|six|\\d) bed(?:ded)?(?: home)?|(?:in house|internal|lcc|la run|la|local authority|our(?: own)?|council|councils|the councils? (?:own)?|council run|own|council owned) (?:new |own |residential |children |small |existing )*(?:residential(?: (?:home|unit|provision))?|children home|childrens home|children s home|home|unit|small group home|short breaks? unit)s?(?! (?:school|carers?|foster))|home (?:of|run by) (?:ours|us|the council|lcc)|(?:one of )?our (?:own )?homes?|home that we run|home we run)',
  ],
  [
    'Foster care',
    `(?:(?:new |different |other |mainstream |short term |long term |permanent |emergency |respite |p and c |mother and baby |specialist )*(?:foster(?:ing)?)(?: (?:care|${CARERS}|provision))*|mockingbird(?: \\w+)?|households?|(?:new |different |permanent |long term |short term )?(?:carers|carer)|adoptive)`,
  ],
  [
    'Residential',
    '(?:(?:ordinary|standard|mainstream|another|private|privately run|external|independent(?: sector)?|new|different|cheaper|generic|small|local|larger|smaller|group|teen|single sex|ebd|outside|voluntary|solo|emergency|crisis|generalist|non specialist|out of county|out of area|in county|teenage|second|third|nearby|closer|sector|charity run|private sector) )*(?:residential(?: (?:care|home|placement|provision|unit|setting|provider|children home|children))*|children (?:home|unit|hm|care home|residential)|childrens? home|care home|group home|group living|\\d+ ?bed(?:ded|s)?(?: (?:home|house|residential|unit|children home))*|(?:two|three|four|five|six) bed(?:ded)?(?: (?:home|house|unit))*|(?:teen|private|external|independent|outside|ordinary|ebd|emergency|24 hours? staffed) (?:home|provider|provision|unit)|mainstream home|k2|r1)',
  ],
];

const PLACES = new Phrases<PlacementGroup>(FORMS.map(([group, form]) => [group, [form]]));
const RANK = new Map(FORMS.map(([group], rank) => [group, rank]));

/** The placements that a plain sentence names, in its order; of two that overlap the more particular. */
export function placesIn(sentence: PlainSentence): Found<PlacementGroup>[] {
  const taken: Found<PlacementGroup>[] = [];
  const found = PLACES.in(sentence);
  found.sort((a, b) => RANK.get(a.kind)! - RANK.get(b.kind)! || a.from - b.from);
  for (const place of found) {
    if (taken.every((other) => place.to <= other.from || place.from >= other.to)) taken.push(place);
  }
  return taken.sort((a, b) => a.from - b.from);
}
