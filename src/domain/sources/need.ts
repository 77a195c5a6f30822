import { namesThePerson } from './reference';
import { listKind, optional, required, type RowOf } from './source';
import { TRACKER } from './tracker';

const NEED = /\b(needs?|complexity|acuity|dependency|vulnerability|valuing care|berri|vc|sdq)\b/;
const SCORE = /\b(scores?|scoring|points|total|rating|index)\b/;
const BAND = /\b(levels?|bands?|tier|weighting)\b/;
/** Scores that are of a date, of something else than need, or of how a child once was. */
const ANOTHER_SCORE =
  /\b(date|dates|on|by|when|reviewed|costs?|percent|change|difference|movement|ofsted|quality|match|matching|risk|credit|rank|provider|placement|education|educational|special|send|sen|health|previous|previously|original|originally|initial|baseline|entry|before|start|description|notes?|comments?|met|unmet)\b/;

/** A separate list may head its one cost 'Weekly cost'; a tracker's are told apart as in a tracker. */
const costNow = (h: string): number => {
  const asInTracker = TRACKER.roles.currentCost.named(h);
  const isBare =
    /^(gross |placement |total )*(weekly )?(placement )?(costs?|fees?|price)( weekly)?$/;
  return asInTracker > 0 && isBare.test(h) ? Math.max(asInTracker, 0.7) : asInTracker;
};

/** How much need each young person has, by a score, and what the placement costs. */
export const NEED_SCORES = listKind({
  kind: 'need',
  label: 'list of need scores',
  row: { one: 'young person', many: 'young people', isPerson: true },
  servedBy: [TRACKER.kind],
  alsoNamed: (headings) => {
    const now = TRACKER.alsoNamed?.(headings).currentCost;
    return now ? { weeklyCost: now } : {};
  },
  roles: {
    reference: { ...optional('Reference', 'text', namesThePerson), identifies: true },
    score: required('Need score', 'number', (h) => {
      if (ANOTHER_SCORE.test(h)) return 0;
      if (NEED.test(h)) return SCORE.test(h) ? 1 : BAND.test(h) ? 0.7 : 0.65;
      return /^(total |current |latest )?scores?( now)?$/.test(h) ? 0.5 : 0;
    }),
    weeklyCost: required('Weekly cost now', 'money', costNow),
    placement: optional('Placement now', 'text', TRACKER.roles.currentPlacement.named),
  },
});

export type NeedScore = RowOf<typeof NEED_SCORES>;
