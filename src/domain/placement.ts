import { singleSpaced } from './typed';

/** The standard groups of placements: one vocabulary for words and for SSDA903 codes. */
export type PlacementGroup = (typeof placementGroups)[number];

export const placementGroups = [
  'In-house fostering',
  'IFA',
  'External foster care',
  'Kinship fostering',
  'Foster care',
  "Internal children's home",
  'Residential',
  'Specialist residential',
  'Solo residential',
  'Residential school',
  'Secure',
  'Parent and child',
  'Supported accommodation',
  'Independent living',
  'Placed with parents',
  'Placed for adoption',
  'Hospital or nursing',
  'Custody',
  'Temporary',
  'Other',
  'Left care',
] as const;

/** Who runs a placement, as far as a provider's name or code tells. */
type Provider = 'parent' | 'own' | 'agency' | 'private' | 'other external' | 'unknown';

/** SSDA903 placement types that mean one thing whoever provides them (SSDA903 guide). */
const GROUP_OF_CODE: Record<string, PlacementGroup> = {
  A3: 'Placed for adoption',
  A4: 'Placed for adoption',
  A5: 'Placed for adoption',
  A6: 'Placed for adoption',
  H5: 'Supported accommodation',
  K1: 'Secure',
  K3: 'Supported accommodation',
  P1: 'Placed with parents',
  P2: 'Independent living',
  P3: 'Independent living',
  R1: 'Residential',
  R2: 'Hospital or nursing',
  R3: 'Parent and child',
  R5: 'Custody',
  S1: 'Residential school',
  T0: 'Temporary',
  T1: 'Temporary',
  T2: 'Temporary',
  T3: 'Temporary',
  T4: 'Temporary',
  U1: 'Kinship fostering',
  U2: 'Kinship fostering',
  U3: 'Kinship fostering',
  Z1: 'Other',
};

const TYPE_CODE = /^([ahkprstuz]\d)(?= |$)/;
const PROVIDER_CODE = /(?:^| )(pr[0-5])(?= |$)/;
/** Reasons that an episode of care ceased (SSDA903 guide); X1, the episode continues, is not one. */
const CEASED_CODE = /^e(?:2|3|4a|4b|5|6|7|8|9|11|12|13|14|15|16|17|41|43|44|45|46|47|48)(?= |$)/;

/** Lower case, without apostrophes; punctuation other than + becomes a space. */
const plainWords = (text: string): string =>
  singleSpaced(
    singleSpaced(text)
      .toLowerCase()
      .replace(/['\u2018\u2019`]/g, '')
      .replace(/&/g, ' and ')
      .replace(/[^a-z0-9+]+/g, ' '),
  );

/**
 * The standard group of a placement given in an officer's words or as an SSDA903 placement type,
 * with its provider in words or as a provider code (PR0 to PR5, also when it stands beside the
 * type: 'K2 PR1'). What the placement says outranks the provider; fostering of no stated kind is
 * an IFA with a private provider and external with another authority or a charity. Undefined where
 * the words do not say ('Same', 'TBC', a blank): nothing is guessed.
 *
 * @example placementGroupOf('U4', 'PR4')          // 'IFA'
 * @example placementGroupOf("LCC children's home") // "Internal children's home"
 */
export function placementGroupOf(placement: string, provider = ''): PlacementGroup | undefined {
  const words = plainWords(placement);
  if (words === '') return undefined;
  const runBy = runnerOf(words, provider);
  const code = TYPE_CODE.exec(words)?.[1]?.toUpperCase();
  if (code) return groupOfCode(code, runBy);
  if (IS_HOME.test(words) && runBy === 'parent') return 'Placed with parents';
  if (careHasEnded(placement)) return 'Left care';
  return groupOfWords(words, runBy);
}

/** Who provides a placement, as sufficiency is told: the council, somebody it is bought from, or parents. */
export type Provision = 'In-house' | 'External' | 'With parents';

/**
 * Whether a placement is the council's own or bought, from its words or code and its provider's, as
 * in placementGroupOf. What the placement says outranks the provider. Undefined where neither says.
 *
 * @example provisionOf('Supported accommodation', 'Private') // 'External'
 */
export function provisionOf(placement: string, provider = ''): Provision | undefined {
  const group = placementGroupOf(placement, provider);
  if (group === 'Placed with parents') return 'With parents';
  if (group === 'In-house fostering' || group === "Internal children's home") return 'In-house';
  if (group === 'IFA' || group === 'External foster care') return 'External';
  const words = plainWords(placement);
  if (AGENCY.test(words) || BOUGHT.test(words)) return 'External';
  if (OWN.test(words)) return 'In-house';
  const runBy = runnerOf(words, provider);
  if (runBy === 'unknown') return undefined;
  if (runBy === 'parent') return 'With parents';
  return runBy === 'own' ? 'In-house' : 'External';
}

/** By the provider's code beside the placement's, 'K2 PR1', else by the provider. */
const runnerOf = (words: string, provider: string): Provider =>
  providerOf(PROVIDER_CODE.exec(words)?.[1] ?? plainWords(provider));

function groupOfCode(code: string, runBy: Provider): PlacementGroup | undefined {
  if (code === 'U4' || code === 'U5' || code === 'U6') return fosteringBy(runBy);
  if (code === 'K2') return runBy === 'own' ? "Internal children's home" : 'Residential';
  return GROUP_OF_CODE[code];
}

function fosteringBy(runBy: Provider): PlacementGroup {
  if (runBy === 'own') return 'In-house fostering';
  if (runBy === 'private' || runBy === 'agency') return 'IFA';
  return runBy === 'other external' ? 'External foster care' : 'Foster care';
}

// Providers -----------------------------------------------------------------------------------

const PROVIDERS: readonly [RegExp, Provider][] = [
  [/^pr0$/, 'parent'],
  [/^pr1$/, 'own'],
  [/^pr4$/, 'private'],
  [/^pr[235]$/, 'other external'],
  [/\b(?:ifa|agency)\b/, 'agency'],
  [
    /\b(?:other|another|neighbouring) (?:la|local authority|authority|council|lcc)\b/,
    'other external',
  ],
  [/\b(?:voluntary|charity|charitable|third sector|nhs|icb|health)\b/, 'other external'],
  [/\b(?:private|independent sector)\b/, 'private'],
  [
    /\b(?:own provision|in ?house|internal|lcc|la|local authority|(?:the|our|county|city|borough) council)\b/,
    'own',
  ],
  [/^(?:own|council)$/, 'own'],
  [/\b(?:external|foster(?:ing)?|care|homes|services|ltd|limited)\b/, 'other external'],
];

const providerOf = (words: string): Provider =>
  PROVIDERS.find(([form]) => form.test(words))?.[1] ?? 'unknown';

// Words for placements ------------------------------------------------------------------------

const OWN =
  /\b(?:in ?house|inhouse|internal|lcc|la|local authority|own provision|council|council run)\b/;
const AGENCY = /\b(?:ifas?|agency|independent foster|private)/;
const BOUGHT = /\b(?:external|ext|private|voluntary|(?:other|another) (?:la|authority|council))\b/;
const FOSTERING =
  /\b(?:foster\w*|fc|f c|ifas?|(?:agency|external|ext|in ?house|internal|lcc|la) carers?)\b/;
const KINSHIP =
  /\b(?:kinship|kin|connected (?:person|carer|people)s?|(?:family|relatives?) (?:and|or) friends|friends and family|reg(?:ulation)? ?24)\b/;

/**
 * In order: a purpose (secure, a school) says more than a kind (residential), and a kind more than
 * a word such as 'own' or 'home' that several kinds share.
 */
const GROUP_OF_WORDS: readonly [RegExp, PlacementGroup][] = [
  [
    /\b(?:placed|placement|living) with (?:(?:own|birth|their|his|her) )?(?:parents?|mum|mother|dad|father)\b/,
    'Placed with parents',
  ],
  [
    /^(?:pwp|(?:home )?with (?:own |birth )?parents?|parental placement|home on trial)\b/,
    'Placed with parents',
  ],
  [
    /\b(?:placed for adoption|(?:pre )?adopti(?:ve|on) placement|prospective adopters?|placed with adopters)\b/,
    'Placed for adoption',
  ],
  [/\bresidential employment\b/, 'Independent living'],
  [/\bsecure\b(?! base)/, 'Secure'],
  [/\b(?:yoi|young offenders?|custody|remand|prison|secure training)\b/, 'Custody'],
  [
    /\b(?:hospital|inpatient|in patient|tier 4|psychiatric|nursing|nhs|hospice|eating disorder unit|mental health unit)\b/,
    'Hospital or nursing',
  ],
  [
    /\b(?:(?:parent|mother|mum|father) and (?:baby|child)|m and b|p and c|family (?:centre|assessment)|residential parenting assessment)\b/,
    'Parent and child',
  ],
  [
    /\b(?:(?:residential|resi|boarding|52 week|38 week)(?: special)? school|boarding)\b/,
    'Residential school',
  ],
  [
    /\b(?:support(?:ed)? (?:accom\w*|acc?omm?odation|living|lodgings?|housing)|semi ?ind\w*|16 ?\+|post 16|16 plus|18\+ (?:unit|accommodation)|trainer flat|training flat|foyer)(?= |$)/,
    'Supported accommodation',
  ],
  [
    /\b(?:own (?:flat|tenancy|accommodation|place|bedsit)|independent living|living independently|independent accommodation|bedsit|b and b|bed and breakfast|lodgings|hostel)\b/,
    'Independent living',
  ],
  [/\b(?:solo|single occupancy|sole occupancy)\b/, 'Solo residential'],
  [
    /\b(?:specialist|therapeutic|therapy|autis\w+|asd|asc|disab\w+|learning dis\w*|ld|complex (?:needs|health)|harmful sexual|hsb)\b/,
    'Specialist residential',
  ],
  [/\b(?:unregistered|unregulated|other placement)\b|^other$/, 'Other'],
  [/\b(?:respite|short breaks?|temporary|holiday|crisis bed|emergency bed)\b/, 'Temporary'],
];

const RESIDENTIAL =
  /\b(?:resi|res|residential\w*|child(?:rens?)? (?:home|hm|unit)s?|child(?:rens?)? care home|care home|ebd home|\d bed(?:ded)? home)\b/;
const OWN_HOME = /\b(?:lcc|internal|in ?house|council) (?:home|unit)\b/;
const IN_HOUSE_ALONE = /^(?:in ?house|internal)(?: provision| placement)?$/;

function groupOfWords(words: string, runBy: Provider): PlacementGroup | undefined {
  if (KINSHIP.test(words)) return 'Kinship fostering';
  if (FOSTERING.test(words)) return fosteringInWords(words, runBy);
  const named = GROUP_OF_WORDS.find(([form]) => form.test(words))?.[1];
  if (named) return named;
  if (RESIDENTIAL.test(words) || OWN_HOME.test(words)) return homeInWords(words, runBy);
  // Beside 'IFA' and 'Residential' in a tracker's placement column, the bare words mean carers.
  return IN_HOUSE_ALONE.test(words) ? 'In-house fostering' : undefined;
}

function fosteringInWords(words: string, runBy: Provider): PlacementGroup {
  if (AGENCY.test(words)) return 'IFA';
  if (BOUGHT.test(words)) return 'External foster care';
  return OWN.test(words) ? 'In-house fostering' : fosteringBy(runBy);
}

function homeInWords(words: string, runBy: Provider): PlacementGroup {
  if (AGENCY.test(words) || BOUGHT.test(words)) return 'Residential';
  return OWN.test(words) || runBy === 'own' ? "Internal children's home" : 'Residential';
}

// The end of care -----------------------------------------------------------------------------

/** Words of a plan or a doubt: what they speak of has not happened. */
const NOT_YET =
  /\b(?:appl\w*|assess\w*|pending|awaiting|await|plan\w*|hearing|consider\w*|explor\w*|prospective|propos\w*|potential\w*|possibl[ey]|tbc|not|withdrawn|due|likely|soon|before|if|when|until|will|to be)\b/;

const FAMILY = '(?:mum|mother|dad|father|parents?|family|nan|gran|grandparents?)';
const IS_HOME = new RegExp(
  `^(?:at home|(?:returned?|gone|went|moved|rehabilitated|discharged) home|return home|home)(?: (?:to|with))?(?: (?:birth )?${FAMILY})?(?: and ${FAMILY})?$`,
);

/** The whole text, but for a date or a number after it: these words mean other things in company. */
const ENDED_ALONE =
  /^(?:left|ended|end|ceased|closed|discharged|18|18th birthday|care leaver|adoption|reunified|reunification|rehabilitated|deceased|died|placement (?:ended|ceased|closed)|case closed|(?:no longer|not) in placement)(?: (?:on )?[\d ]+)?$/;

/** Anywhere in the text: nothing else is called so. */
const ENDED_ANYWHERE =
  /\b(?:left care(?! home)|leaving care (?:at|on) 18|(?:care|section 20|s20) ended|ended care|discharged from care|no longer (?:looked after|lac|cla|in care)|ceased to be (?:looked after|lac|cla)|sgo|special guardian\w*|child arrangements? order|residence order|cao|adopted|adoption order|turned 18|now 18|aged? 18\+?|aged out|turned eighteen|staying put|adult(?:s|s? social care| services)|moved abroad)\b/;

/**
 * True where a placement's words or code say that the child has left care, so that a blank cost
 * beside them is an ended one: 'Left care', 'Home', 'SGO', 'Adopted', 'Turned 18', 'Closed', or an
 * SSDA903 reason why an episode ceased (E11, E4A …). False for children placed with parents, who
 * are still looked after, for every kind of home that is a placement, and for plans ('SGO pending').
 */
export function careHasEnded(placement: string): boolean {
  const words = plainWords(placement);
  if (CEASED_CODE.test(words)) return true;
  if (/^no longer\b|\bno longer (?:looked after|lac|cla|in)\b/.test(words)) return true;
  if (words === '' || NOT_YET.test(words) || /\?/.test(placement)) return false;
  if (/\b(?:placed|placement) with\b/.test(words)) return false;
  return ENDED_ALONE.test(words) || IS_HOME.test(words) || ENDED_ANYWHERE.test(words);
}
