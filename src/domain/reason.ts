import { singleSpaced } from './typed';

/** Why a young person's weekly cost changed, by the exact names that figures are kept under. */
export const reasons = [
  'Turned 18',
  'Return home',
  'Placement with parents',
  'SGO granted',
  'To new placement',
  'Breakdown - new placement',
  'To foster care',
  'From IFA to in-house',
  'To external IFA',
  'External foster care',
  'Internal to external',
  "Internal children's home",
  'To residential',
  'To specialist provision',
  'To supported accommodation',
  'To new 16+ placement',
  'To solo placement',
  'Increased staffing',
  'Same placement, uplift agreed',
  'Same placement, cost reduced',
  'No change',
  'Other / unclear',
] as const;

export type Reason = (typeof reasons)[number];

export const UNCLEAR: Reason = 'Other / unclear';
export const NO_CHANGE: Reason = 'No change';

/** What a sheet or the pane prints where that is not the reason's own name (paper 000). */
const PRINTED: Partial<Record<Reason, string>> = { 'From IFA to in-house': 'From IFA to LCC' };

/** A reason as officers read it. */
export const displayName = (reason: Reason): string => PRINTED[reason] ?? reason;

const plain = (text: string): string =>
  singleSpaced(text)
    .toLowerCase()
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[\u2018\u2019]/g, "'");

const BY_NAME = new Map<string, Reason>(
  reasons.flatMap((reason) => [
    [plain(reason), reason],
    [plain(displayName(reason)), reason],
  ]),
);

/**
 * The reason that a cell names, whatever its capitals, spaces and dashes, by its own name or as
 * printed; undefined for any other text.
 * @example reasonNamed('from IFA to LCC') // 'From IFA to in-house'
 */
export const reasonNamed = (text: string): Reason | undefined => BY_NAME.get(plain(text));
