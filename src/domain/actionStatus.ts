import { plainly } from './typed';

/** How an action stands, in the order in which a table shows it. */
export const ACTION_STATUSES = [
  'Complete',
  'On track',
  'In progress',
  'Not started',
  'At risk',
  'Delayed',
  'On hold',
  'Withdrawn',
  'Not known',
] as const;

export type ActionStatus = (typeof ACTION_STATUSES)[number];

/**
 * Officers' words for each status, the first that fits. 'Complete' has to begin the text, since
 * 'Delayed, to be complete by June' is not complete; a colour is that of the usual ratings.
 */
const FORMS: readonly (readonly [RegExp, ActionStatus])[] = [
  [
    /\b(not (yet )?(been )?(started|begun|commenced)|yet to (start|begin|commence)|to (be )?start(ed)?|unstarted|scheduled|planned)\b|^(grey|white|pending|to do)$/,
    'Not started',
  ],
  [
    /\b(not (yet )?(been )?(complete|completed|done|finished|closed)|incomplete|part(ly|ially)?[ -]?(complete|completed|done)|near(ly|ing)? (complete|completed|completion|done))\b/,
    'In progress',
  ],
  [
    /^(now |fully |all |action |status |b?rag )?(complete|completed|done|closed|finished|achieved|delivered|implemented|blue)\b(?! ?(by|in|before|when|once|subject|except|but|date)\b)|^100 ?%|^b$/,
    'Complete',
  ],
  [
    /\b(withdrawn|cancelled|canceled|superseded|abandoned|dropped|discontinued|stopped|no longer (needed|required|relevant|proceeding|applicable))\b/,
    'Withdrawn',
  ],
  [/\b(on hold|paused|suspended|deferred|postponed)\b/, 'On hold'],
  [
    /\b(delay(ed|s)?|off[ -]?(track|target|course)|not on (track|target|course|schedule)|behind|overdue|late|slipp(ed|ing|age)|missed|stalled|red)\b|^r$/,
    'Delayed',
  ],
  [/\b(at risk|some risk|risks?|amber|yellow|concerns?)\b|^a$/, 'At risk'],
  [/\b(on[ -]?(track|target|course|schedule|time)|to (plan|schedule)|green)\b|^g$/, 'On track'],
  [
    /\b(in[ -]?progress|on[ -]?going|under ?way|started|commenced|begun|progressing|continuing|live|open|active|wip)\b/,
    'In progress',
  ],
];

/** What an officer's words say of an action; 'Not known' where they are blank or say none of these. */
export function actionStatusOf(words: string | undefined): ActionStatus {
  const text = plainly(words ?? '');
  return FORMS.find(([form]) => form.test(text))?.[1] ?? 'Not known';
}

const COLOUR = /\b(blue|green|amber|yellow|red|grey|white)\b|^[bgar]$/;

/** True where a status is told by a colour, whose meaning a list may not state. */
export const isColour = (words: string | undefined): boolean => COLOUR.test(plainly(words ?? ''));

/** An action that is neither complete nor withdrawn has yet to be done. */
export const isOpen = (status: ActionStatus): boolean =>
  status !== 'Complete' && status !== 'Withdrawn';
