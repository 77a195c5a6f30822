import { remembered } from './remembered';
import { MENDABLE, ORDINARY } from './spellingWords';

/** What officers shorten, in full; '' drops the word. */
const SHORT = new Map(
  Object.entries({
    bk: 'back',
    bck: 'back',
    bm: 'birth mother',
    bf: 'birth father',
    mgm: 'grandmother',
    pgm: 'grandmother',
    mgf: 'grandfather',
    pgf: 'grandfather',
    ch: 'children home',
    sa: 'supported accommodation',
    ih: 'in house',
    kw: 'key work',
    sen: 'education',
    tx: 'transfer',
    wdnt: 'wouldnt',
    cdnt: 'couldnt',
    anther: 'another',
    coz: 'because',
    usng: 'using',
    std: 'standard',
    acc: 'accommodation',
    nowt: 'nothing',
    owt: 'anything',
    fam: 'family',
    disregd: 'disregarded',
    appl: 'application',
    app: 'application',
    intro: 'introductions',
    wkend: 'weekend',
    agncy: 'agency',
    ordr: 'order',
    thru: 'through',
    frm: 'from',
    fr: 'from',
    nr: 'near',
    tfr: 'transfer',
    tfrd: 'transferred',
    trf: 'transfer',
    trfd: 'transferred',
    xfer: 'transfer',
    mv: 'move',
    mvd: 'moved',
    occ: 'occupancy',
    kids: 'children',
    tho: 'though',
    bfore: 'before',
    agcy: 'agency',
    w: 'with',
    resi: 'residential',
    res: 'residential',
    resid: 'residential',
    rtn: 'returned',
    rtnd: 'returned',
    retd: 'returned',
    retn: 'returned',
    'b/down': 'breakdown',
    'b/d': 'breakdown',
    bdown: 'breakdown',
    'f/c': 'foster carer',
    fc: 'foster carer',
    fcs: 'foster carers',
    'f/f': 'foster family',
    's/w': 'sw',
    'y/p': 'yp',
    'w/o': 'without',
    'n/c': 'no change',
    'r/h': 'returned home',
    plmt: 'placement',
    plcmt: 'placement',
    placmt: 'placement',
    plcement: 'placement',
    plac: 'placement',
    pmt: 'payment',
    accom: 'accommodation',
    accomm: 'accommodation',
    accomodation: 'accommodation',
    acommodation: 'accommodation',
    supp: 'supported',
    sup: 'supported',
    ind: 'independent',
    indep: 'independent',
    indy: 'independent',
    ext: 'external',
    int: 'internal',
    inhouse: 'in house',
    prov: 'provider',
    bday: 'birthday',
    bdays: 'birthday',
    bdy: 'birthday',
    t18: 'turned 18',
    eighteen: '18',
    eighteenth: '18th',
    sg: 'sgo',
    sgos: 'sgo',
    hrs: 'hours',
    hr: 'hours',
    h: 'hours',
    wk: 'week',
    wks: 'weeks',
    mth: 'month',
    mths: 'months',
    yrs: 'years',
    yr: 'year',
    inc: 'increase',
    incr: 'increase',
    prev: 'previously',
    adj: 'adjusted',
    agrd: 'agreed',
    agd: 'agreed',
    req: 'request',
    childrens: 'children',
    childs: 'child',
    hm: 'home',
    hom: 'home',
    cos: 'because',
    ppl: 'people',
    bro: 'brother',
    bros: 'brothers',
    sis: 'sister',
    sib: 'sibling',
    sibs: 'siblings',
    approx: 'about',
    hse: 'house',
    govt: 'government',
    auth: 'authority',
    temp: 'temporary',
    perm: 'permanent',
    emerg: 'emergency',
    disch: 'discharged',
    dischd: 'discharged',
    allegs: 'allegation',
    stepdown: 'step down',
    ressie: 'residential',
    ft: 'full time',
    cttee: 'committee',
    fulltime: 'full time',
    xmas: 'christmas',
    mam: 'mum',
    mom: 'mum',
    mams: 'mums',
    moms: 'mums',
    mummy: 'mum',
    daddy: 'dad',
  }),
);

const KNOWN = new Set(MENDABLE.split(' '));
let ordinary: ReadonlySet<string> | undefined;
const isOrdinary = (word: string): boolean => (ordinary ??= new Set(ORDINARY.split(' '))).has(word);

const SHORTEST_TO_MEND = 4;
const LONGEST_TO_MEND = 18;

/**
 * A word in full and spelt as the lexicon spells it: what is one letter wrong, missing, too many or
 * swapped is mended where it is no word of its own and only one word is that near.
 * A name is left as it is.
 * @example spelt('brekdown') // 'breakdown'
 */
export const spelt = (word: string, name = false): string =>
  name ? (SHORT.get(word) ?? word) : inFull(word);

const inFull = remembered(
  (word) => SHORT.get(word) ?? (isMendable(word) ? (mended(word) ?? word) : word),
);

const isMendable = (word: string): boolean =>
  word.length >= SHORTEST_TO_MEND &&
  word.length <= LONGEST_TO_MEND &&
  !KNOWN.has(word) &&
  /^[a-z]+$/.test(word);

/** Words of the lexicon by each of their forms with one letter left out. */
let byLessOne: Map<string, string[]> | undefined;

function lessOne(word: string): string[] {
  const forms = new Set<string>();
  for (let i = 0; i < word.length; i++) forms.add(word.slice(0, i) + word.slice(i + 1));
  return [...forms];
}

function nearWords(): Map<string, string[]> {
  if (byLessOne) return byLessOne;
  byLessOne = new Map();
  for (const word of KNOWN) {
    for (const form of [word, ...lessOne(word)]) {
      byLessOne.set(form, [...(byLessOne.get(form) ?? []), word]);
    }
  }
  return byLessOne;
}

function mended(word: string): string | undefined {
  if (isOrdinary(word)) return undefined;
  const near = nearWords();
  const candidates = new Set<string>();
  for (const form of [word, ...lessOne(word)]) {
    for (const candidate of near.get(form) ?? []) {
      if (isOneSlip(word, candidate)) candidates.add(candidate);
    }
  }
  if (candidates.size === 0) return undefined;
  // Slips spare the first letter more often than not.
  const alike = [...candidates].filter((candidate) => candidate[0] === word[0]);
  const best = alike.length > 0 ? alike : [...candidates];
  return best.length === 1 ? best[0] : likeliest(word, best);
}

/** Of several near words, one that differs by a double letter alone, or one of the same length. */
function likeliest(word: string, candidates: readonly string[]): string | undefined {
  const undoubled = candidates.filter((candidate) => single(candidate) === single(word));
  if (undoubled.length === 1) return undoubled[0];
  const swapped = candidates.filter((candidate) => candidate.length === word.length);
  return swapped.length === 1 ? swapped[0] : candidates[0];
}

/** With every doubled letter once. */
const single = (word: string): string => word.replace(/(.)\1/g, '$1');

/** One letter changed, added, left out, or two neighbours swapped. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const restIs = (skipA: number, skipB: number) => a.slice(i + skipA) === b.slice(i + skipB);
  if (a.length === b.length) {
    return restIs(1, 1) || (a[i] === b[i + 1] && a[i + 1] === b[i] && restIs(2, 2));
  }
  return a.length > b.length ? restIs(1, 0) : restIs(0, 1);
}
