import { expected, listKind, optional, required, type RowOf } from './source';

const DATE = /\b(date|dates|when|by when|deadline)\b/;
/** Dates that are not when an action is to be done by. */
const ANOTHER_DATE =
  /\b(start|started|actual|actually|completed|closed|review|reviewed|updated?|last|raised|added|created|birth|opened|agreed|approved)\b/;
/** What is said of an action beside what it is. */
const ABOUT_AN_ACTION =
  /\b(status|owner|lead|responsible|officer|by|date|due|ref|reference|number|id|type|rag|brag|progress|update|notes?|comments?|percent|cost|costs|count|total|complete|completed|taken)\b/;

/** What is to be done, by whom and by when, and how it stands: an action a row. */
export const ACTION_PLAN = listKind({
  kind: 'action plan',
  label: 'action plan',
  row: { one: 'action', many: 'actions', isPerson: false },
  roles: {
    priority: optional('Priority', 'text', (h) => {
      if (/\b(status|owner|lead|date|due|rag|score|ref|number)\b/.test(h)) {
        return /^priority (number|ref)$/.test(h) ? 0.5 : 0;
      }
      if (/\bpriorit(y|ies)\b/.test(h)) return 1;
      if (/\b(theme|themes|workstream|work stream|strand|pillar|objective|aim|goal)\b/.test(h))
        return 0.8;
      return /^(area|area of work|work area|outcome|programme|section|category)$/.test(h) ? 0.6 : 0;
    }),
    action: {
      ...required('Action', 'text', (h) => {
        if (
          /^(key |agreed |planned |our |the |what is the )?actions?( required| needed| to take| description| title| agreed)?$/.test(
            h,
          )
        )
          return 1;
        if (ABOUT_AN_ACTION.test(h)) return 0;
        if (/\bactions?\b/.test(h)) return 0.9;
        if (
          /\b(task|tasks|milestone|milestones|deliverable|deliverables|activity|activities)\b/.test(
            h,
          )
        )
          return 0.8;
        if (/\b(what we will do|what will we do|we will|what needs to happen)\b/.test(h))
          return 0.8;
        return /^(what|recommendation|recommendations|steps?|commitments?|description)$/.test(h)
          ? 0.5
          : 0;
      }),
      identifies: true,
    },
    owner: optional('Owner', 'text', (h) => {
      if (DATE.test(h) || /\b(risk|home|provider|budget)\b/.test(h)) return 0;
      if (
        /\b(owners?|owned by|lead|leads|responsible|resp|responsibility|accountable|assigned)\b/.test(
          h,
        )
      )
        return 1;
      return /^(who|by whom|whom|officers?|team|service|department|sponsor)$/.test(h) ? 0.7 : 0;
    }),
    due: optional('Due date', 'date', (h) => {
      if (ANOTHER_DATE.test(h)) return 0;
      if (/\b(revised|new|extended)\b/.test(h)) return DATE.test(h) || /\bdue\b/.test(h) ? 0.7 : 0;
      if (/^(due|due date|date due|due by|deadline|by when|target date|complete by)$/.test(h))
        return 1;
      if (/\b(due|deadline|by when)\b/.test(h)) return 0.9;
      if (/\b(target|completion|complete|finish|end|delivery|planned|expected)\b/.test(h)) {
        return DATE.test(h) || /\bby\b/.test(h) ? 0.85 : 0.3;
      }
      return /^(when|date|timescales?|timeframe|time frame|timeline|by)$/.test(h) ? 0.6 : 0;
    }),
    status: expected('Status', 'text', (h) => {
      if (DATE.test(h) || /\b(percent|legal|placement|employment|previous|last)\b/.test(h))
        return 0;
      if (/\b(status|b?rag|b?rag rating|rag rated)\b/.test(h)) return 1;
      if (/^(progress|state|rating|position|current position|on track)$/.test(h)) return 0.6;
      return /^(action )?(complete|completed|done)$/.test(h) ? 0.4 : 0;
    }),
  },
});

export type PlannedAction = RowOf<typeof ACTION_PLAN>;
