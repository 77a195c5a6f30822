import { birthday, daysBetween } from '../calendar';
import type { Circumstances, PlacementFacts } from '../circumstances';
import { placementGroupOf, type PlacementGroup } from '../placement';
import type { IsoDate } from '../reading';
import { plainly } from '../typed';
import { placesIn } from './places';
import { remembered } from './remembered';
import { sentenceOf } from './sentences';

/** What the fields of a row come to, without its note. */
export interface Facts {
  before?: PlacementGroup;
  now?: PlacementGroup;
  /** How care ended, where the current placement's cell says it by word or code. */
  ended?: Ending;
  /** A word of the original provider's name by which notes call it. */
  oldName?: string;
  /** Who ran it and who runs it. */
  ranBy?: RunBy;
  runsBy?: RunBy;
  /** Same provider in both fields; undefined where they do not say. */
  sameProvider?: boolean;
  /** Both the placement's and the provider's words differ, though not in kind. */
  renamed: boolean;
  original?: number;
  current?: number;
  /** Current less original, £ a week. */
  change?: number;
  /** £ a week as a share of the original. */
  share?: number;
  turned18On?: IsoDate;
  /** By the review, or where that is unknown by the placement's end; undefined without a birth date or either. */
  turned18?: boolean;
  /** Care ended on the birthday or within weeks of it. */
  endedAt18: boolean;
  endedOn?: IsoDate;
  /** Words of the current placement's cell that name staff. */
  moreStaffInWords: boolean;
  /** Both cells and both costs are blank. */
  blank: boolean;
}

export type Ending = 'home' | 'sgo' | 'turned 18' | 'other';

const SAME =
  /^(?:same|as (?:above|before|left|at baseline|per baseline|original)|ditto|no change|n\/?c|unchanged|"|''|=|do\.?)(?: (?:placement|provider|home|carers?|as (?:before|above|baseline)))?$/i;
const STAFF_NAMED = /\b(?:waking nights?|extra staff|staffing|sleep[- ]?in)\b/i;
const RATIO = /\b([1-5]) ?: ?1\b/;
const ratioIn = (text: string): number => Number(RATIO.exec(text)?.[1] ?? 0);

export function readFacts(circumstances: Circumstances): Facts {
  const { original, current, endedOn, dateOfBirth, reviewDate } = circumstances;
  const before = groupOf(original);
  const sameWords = SAME.test(plainly(current.placement));
  const now = sameWords ? groupStaying(original, current) : groupOf(current);
  const change =
    original.cost === undefined || current.cost === undefined
      ? undefined
      : current.cost - original.cost;
  const turned18On = dateOfBirth && birthday(dateOfBirth, 18);
  const at = reviewDate ?? endedOn;
  return {
    before,
    now,
    ended: endingOf(current.placement, current.provider),
    ranBy: /lodging/i.test(original.placement) ? undefined : ranByOf(before, original.provider),
    runsBy: ranByOf(
      now,
      SAME.test(plainly(current.provider)) ? original.provider : current.provider,
    ),
    oldName: nameOf(original.provider),
    sameProvider: sameProviderOf(original, current),
    renamed:
      !sameWords &&
      differ(original.placement, current.placement) &&
      ((differ(original.provider, current.provider) && !SAME.test(plainly(current.provider))) ||
        (CODE.test(plainly(original.placement)) && CODE.test(plainly(current.placement)))),
    original: original.cost,
    current: current.cost,
    change,
    share: change !== undefined && original.cost ? change / original.cost : undefined,
    turned18On,
    turned18: turned18On && at ? turned18On <= at : undefined,
    endedAt18: turned18On !== undefined && endedOn !== undefined && isNear(turned18On, endedOn),
    endedOn,
    moreStaffInWords:
      ratioIn(current.placement) > ratioIn(original.placement) ||
      (STAFF_NAMED.test(current.placement) && !STAFF_NAMED.test(original.placement)),
    blank:
      [original.placement, current.placement].every((text) => text.trim() === '') &&
      original.cost === undefined &&
      current.cost === undefined,
  };
}

const CODE = /^[hkprsu]\d$/;

/** Both are given and are not the same. */
const differ = (a: string, b: string): boolean =>
  plainly(a) !== '' && plainly(b) !== '' && plainly(a) !== plainly(b);

/** 'Same' under another provider is the same kind of placement run by that provider. */
function groupStaying(original: PlacementFacts, current: PlacementFacts) {
  const provider =
    SAME.test(plainly(current.provider)) || current.provider.trim() === ''
      ? original.provider
      : current.provider;
  return groupOf({ placement: original.placement, provider });
}

/** Who runs a placement, by the name or code of the provider. */
export type RunBy = 'us' | 'another council' | 'charity' | 'private';

const RUN_BY: readonly [RegExp, RunBy][] = [
  [/\bpr ?1\b/, 'us'],
  [/\bpr ?[23]\b/, 'another council'],
  [/\bpr ?5\b/, 'charity'],
  [/\bpr ?4\b/, 'private'],
  [
    /\b(?:other|another|neighbouring|next door) (?:la|local authority|authority|council|borough|county)\b|\b(?:other|another) las?\b/,
    'another council',
  ],
  [
    /\blcc\b|\bin[- ]?house\b|\binternal\b|\bours\b|^(?:the )?(?:council|own|own provision|us|ours|la|local authority)\b|\b(?:our own|own provision)\b/,
    'us',
  ],
  [
    /\bcouncil\b|\bborough\b|\b(?:mbc|cbc|bc|cc|dc|mdc|lb)\b|\bcounty\b|city of|\bauthority\b/,
    'another council',
  ],
  [
    /\btrust\b|charit|voluntary|church|diocese|\bsociety\b|foundation|\bst\.? [a-z]+|barnardo|third sector|\bvcs\b|mission\b/,
    'charity',
  ],
  [/\b(?:nhs|icb|health)\b/, 'another council'],
];

/** Who runs a placement, by its kind where that tells, otherwise by the provider. */
function ranByOf(group: PlacementGroup | undefined, provider: string): RunBy | undefined {
  if (group === "Internal children's home" || group === 'In-house fostering') return 'us';
  return runBy(provider);
}

/** Undefined where the cell says nothing; any other name is a company's. */
export const runBy = remembered((provider): RunBy | undefined => {
  const words = plainly(provider);
  if (
    words === '' ||
    /^(?:-|n\/?a|none|tbc|unknown|\?+|\d+|various|parent|pr ?0|host)$/.test(words)
  )
    return undefined;
  if (/^(?:mum|dad|mother|father|aunt|nan|gran|uncle|grand|parent|family)/.test(words))
    return undefined;
  return RUN_BY.find(([form]) => form.test(words))?.[1] ?? 'private';
});

/**
 * The standard group, with a provider that is only a name taken for a company: most names are. The
 * council's own homes and units, which bear names too, say so in the type or the provider.
 */
const groupOf = ({ placement, provider }: PlacementFacts): PlacementGroup | undefined =>
  groupOfCell(`${placement}\u0000${provider}`);

const groupOfCell = remembered((cells) => {
  const [placement = '', provider = ''] = cells.split('\u0000');
  return groupInWords(placement, provider);
});

function groupInWords(placement: string, provider: string): PlacementGroup | undefined {
  const code =
    PROVIDER_CODE_IN.exec(provider)?.[0] ?? (/\bours\b/i.test(placement) ? 'PR1' : provider);
  const group = placementGroupOf(placement, code) ?? inNoteWords(placement, code);
  const by = runBy(provider);
  if (PLAN.test(placement)) return undefined;
  if (group && SOLO.test(`${placement} ${provider}`) && /home|residential/i.test(group))
    return 'Solo residential';
  if (group === undefined && /^(?:\S+ )?school$/i.test(placement.trim()))
    return 'Residential school';
  if (group === 'In-house fostering' && by !== 'us' && by !== undefined) return byFostering(by);
  if (group === 'IFA' && by === 'us') return 'In-house fostering';
  if (group === 'IFA' && by === 'another council') return 'External foster care';
  if (group !== 'Foster care' && group !== 'External foster care') return group;
  if (by === 'another council') return 'External foster care';
  if (/ifa|agency|independent/.test(plainly(placement))) return 'IFA';
  if (/^ext/.test(plainly(placement))) return 'External foster care';
  if (/\bifa\b|agency/.test(plainly(provider))) return 'IFA';
  return by === undefined ? group : byFostering(by);
}

const SOLO = /\bsolo\b|\bsingle occ|\b(?:1|one)[- ]bed\b/i;
/** A cell that holds a plan says nothing of now. */
const PLAN = /\b(?:tbc|planned|pending|proposed|search)\b|\?/i;

/** Shortened or misspelt, as notes are: 'SA 24/7', 'lcc fostr', 'in hse'. */
function inNoteWords(placement: string, provider: string): PlacementGroup | undefined {
  const sentence = sentenceOf(placement);
  const words = sentence.text;
  const group = placesIn(sentence)[0]?.kind;
  if (group !== undefined) return placementGroupOf(group, provider) ?? group;
  if (/^ (?:agency|carers?) $/.test(words))
    return runBy(provider) === 'us' ? 'In-house fostering' : 'IFA';
  return words.trim() === '' ? undefined : placementGroupOf(words, provider);
}

const byFostering = (by: RunBy): PlacementGroup =>
  by === 'us' ? 'In-house fostering' : by === 'private' ? 'IFA' : 'External foster care';

const PROVIDER_CODE_IN = /\bPR ?[0-5]\b/i;
const PROVIDER_CODE = /^pr ?[0-5]$/;

const GENERIC =
  /^(?:home|homes|house|care|foster\w*|families|children\w*|services?|residential|living|support\w*|council|private|agency|provider|group|pr\d|the|own|in)$/i;

const nameOf = (provider: string): string | undefined =>
  provider.split(/[^\p{L}\d]+/u).find((word) => word.length > 3 && !GENERIC.test(word));

/** Without what stands in brackets: a place, a room. */
const bare = (provider: string): string => provider.replace(/\([^)]*\)/g, '').trim();

const KIND_OF_PROVIDER =
  /^(?:private|voluntary|own(?: provision)?|in[- ]?house|internal|external|independent|agency|ifa|lcc|la|council|other)$/;

function sameProviderOf(original: PlacementFacts, current: PlacementFacts): boolean | undefined {
  const [before, now] = [plainly(original.provider), plainly(current.provider)];
  if (SAME.test(now)) return true;
  if (before === '' || now === '') return undefined;
  // A provider's code says what kind it is, not which one.
  if (PROVIDER_CODE.test(before) && PROVIDER_CODE.test(now)) {
    return before === now ? undefined : false;
  }
  if (PROVIDER_CODE.test(before) || PROVIDER_CODE.test(now)) return undefined;
  if (before === now && KIND_OF_PROVIDER.test(now)) return undefined;
  return bare(before) === bare(now);
}

const ENDINGS: readonly [RegExp, Ending][] = [
  [/\be4[ab](?![0-9])/, 'home'],
  [/^e4[3-8]\b|\bsgo\b|special guard/, 'sgo'],
  [
    /^e(?:7|17|5|6)\b|\b(?:turned|now|aged?) 18|18th|staying put|adult|shared lives|aged out|care leaver|own tenancy|\buni(?:versity)?\b/,
    'turned 18',
  ],
  [
    /^e(?:2|3|8|9|11|12|13|14|15|16|41)\b|adopt|custody|\byoi\b|prison|remand|hospital|arrangements order|\bcao\b|abroad|transfer/,
    'other',
  ],
  [
    /^(?:s17|section 17)\b|^(?:(?:at|returned|return|went|gone|back) )?home\b(?! (?:on trial|placement))|\breunif|^(?:with )?(?:mum|mother|dad|father|parents?|family)(?:s|'s)?(?: home| address)?$|family home|father'?s|mother'?s|mum'?s|dad'?s/,
    'home',
  ],
];

const endingOf = (placement: string, provider: string): Ending | undefined =>
  endingOfCell(`${placement}\u0000${provider}`);

const endingOfCell = remembered((cells): Ending | undefined => {
  const [placement = '', provider = ''] = cells.split('\u0000');
  const words = plainly(placement);
  const found = ENDINGS.find(([form]) => form.test(words))?.[1];
  if (
    found === 'other' &&
    /^e41\b/.test(words) &&
    /\bpr0\b|parent|mum|dad|mother|father/.test(plainly(provider))
  )
    return 'home';
  return found;
});

/** Invoices stop at a week's end or with the month. */
const isNear = (birthday: IsoDate, ended: IsoDate): boolean => {
  const after = daysBetween(birthday, ended);
  return after >= -7 && after <= 35;
};
