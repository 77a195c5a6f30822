import { asTyped, plainly } from './typed';

/** What a saving does to the budget: takes money out of it, keeps a cost from arising, or neither. */
export const savingKinds = ['Cashable', 'Cost avoidance', 'Non-cashable'] as const;

export type SavingKind = (typeof savingKinds)[number];

const SAID: readonly [SavingKind, RegExp][] = [
  [
    'Cashable',
    /^(cashable|cash|cash releasing|budget reduction)( savings?)?( (recurrent|recurring|ongoing|one off))?$/,
  ],
  ['Cost avoidance', /^(costs? avoid(ance|ed|ing)?|avoid(ance|ed)( costs?)?|ca)( savings?)?$/],
  ['Non-cashable', /^(non|not|un) ?-?(cashable|cash releasing|cash)( savings?)?$/],
];
const YES = /^(y|yes|true|1)$/;
const NO = /^(n|no|false|0)$/;

/**
 * The kind that an officer's words mean, under the heading they stand under ('Cashable?' with yes
 * and no); undefined where they mean none of those above.
 */
export function savingKindOf(text: string, heading = ''): SavingKind | undefined {
  const said = plainly(asTyped(text).replace(/[^\p{L}\p{N} ]+/gu, ' '));
  const asked = plainly(heading);
  const isCashable = /\bcashable\b/.test(asked) && !/\b(non|avoid\w*)\b/.test(asked);
  if (isCashable && YES.test(said)) return 'Cashable';
  if (isCashable && NO.test(said)) return 'Non-cashable';
  return SAID.find(([, form]) => form.test(said))?.[0];
}
