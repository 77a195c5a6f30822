import { asTyped, plainly, singleSpaced } from './typed';

/** How a saving stands, in the order of a report: what is safe first. */
export const savingStatuses = [
  'Delivered',
  'Blue',
  'On track',
  'Green',
  'At risk',
  'Amber',
  'Delayed',
  'Red',
  'Undeliverable',
] as const;

export type SavingStatus = (typeof savingStatuses)[number];

/** Whole texts; colours stay colours, because councils mean different things by them. */
const SAID: readonly [SavingStatus, RegExp][] = [
  [
    'Delivered',
    /^(fully |100% )?(delivered|completed?|achieved|realised|secured|banked)( in full| and complete)?$|^done$/,
  ],
  ['On track', /^(on ?track|on target|on schedule|on plan)( to deliver| for delivery)?$/],
  ['At risk', /^((some |partly |partially )?at risk|risk)( of (non ?delivery|slippage))?$/],
  ['Delayed', /^(delay(ed)?|slipp(ed|ing|age)|behind( (schedule|plan|target))?|late|deferred)$/],
  [
    'Undeliverable',
    /^(undeliverable|not deliverable|un ?achievable|not achievable|(will|can) ?not be (delivered|achieved)|no longer (deliverable|achievable))$/,
  ],
  ['Blue', /^(blue|b)$/],
  ['Green', /^(green|g)$/],
  ['Amber', /^(amber|a)$/],
  ['Red', /^(red|r)$/],
];

/**
 * The status that an officer's words mean; undefined where they mean none of those above. A colour
 * beside words counts as the colour where it comes first: 'Green - on track' is Green; two colours
 * are none.
 * @example savingStatusOf('on-track') // 'On track'
 * @example savingStatusOf('G')        // 'Green'
 */
export function savingStatusOf(text: string): SavingStatus | undefined {
  const said = plainly(asTyped(text))
    .replace(/^b?rag( status)? ?[:=-]? ?/, '')
    .replace(/[^\p{L}\p{N}% ]+/gu, ' ');
  const known = (words: string): SavingStatus | undefined =>
    SAID.find(([, form]) => form.test(singleSpaced(words)))?.[0];
  return known(said) ?? colourFirst(singleSpaced(said));
}

const COLOURS = /\b(blue|green|amber|red|yellow)\b/g;

function colourFirst(said: string): SavingStatus | undefined {
  const colours = said.match(COLOURS) ?? [];
  const [first] = colours;
  if (colours.length !== 1 || !said.startsWith(`${first} `)) return undefined;
  return savingStatuses.find((status) => plainly(status) === first);
}
