import { useState } from 'react';
import { decide, decisionsIn, takeBack } from '../../domain/decisions';
import type { Decision, LedgerEntry } from '../../domain/ledger';
import { displayName, type Reason } from '../../domain/reason';
import { counted } from '../../domain/counted';
import { nameOf } from './entryTexts';
import {
  alikeTo,
  FILTERS,
  inOrder,
  inTracker,
  nextNeeded,
  reviewCounts,
  reviewOrder,
  type ReviewFilter,
} from './reviewList';
import type { Decisions } from './useDecisions';

/** What the review shows and what can be done there. */
export interface Review {
  counts: Record<ReviewFilter, number>;
  filter: ReviewFilter;
  show: (filter: ReviewFilter) => void;
  /** Those that the filter shows. What was decided keeps its place while the review is open. */
  list: LedgerEntry[];
  /** Index in the list of the one that is shown; -1 where the list is empty. */
  place: number;
  entry?: LedgerEntry;
  goTo: (place: number) => void;
  /** Makes what the add-in says, or what was decided on earlier facts, the officer's decision. */
  accept: () => void;
  choose: (reason: Reason) => void;
  /** The undecided ones with the same proposed reason, the one that is shown among them. */
  alike: LedgerEntry[];
  acceptAlike: () => void;
  withdraw: () => void;
  undo: () => void;
  undoable: boolean;
  /** The officer's note of the decision, as typed; it goes into the workbook with a decision. */
  note: string;
  typeNote: (note: string) => void;
  /** Takes what was typed into a decision that stands already. */
  settleNote: () => void;
  /** What was done last, in a sentence, for everybody to read and hear. */
  said: string;
  /** Counts what was done, so that the focus can be brought back to the list after each. */
  turns: number;
}

/** Whether an officer's decision on the facts as they are stands already. */
export const isSettledByOfficer = (entry: LedgerEntry): boolean =>
  entry.decidedBy === 'officer' && !entry.review;

/** The review of a ledger's entries, over the decisions that they were made with. */
export function useReview(
  ledger: readonly LedgerEntry[],
  { decide: put, undo, undoable, drafts, draft }: Decisions,
): Review {
  const [order] = useState(() => reviewOrder(inTracker(ledger)));
  const entries = inOrder(inTracker(ledger), order);
  const counts = reviewCounts(entries);
  const [filter, setFilter] = useState<ReviewFilter>(counts.needed > 0 ? 'needed' : 'all');
  const [shown, setShown] = useState<{ key?: string; place: number }>({ place: 0 });
  const [done, setDone] = useState({ said: '', turns: 0 });

  const list = entries.filter(FILTERS[filter]);
  const place = placeOf(list, shown);
  const entry = list[place];
  const alike = entry ? alikeTo(entry, entries) : [];

  const say = (said: string) => setDone(({ turns }) => ({ said, turns: turns + 1 }));
  const goTo = (to: number) => setShown({ key: list[to]?.key, place: to });
  const noteOf = ({ key, decisionNote }: LedgerEntry) => drafts[key] ?? decisionNote;
  const note = entry ? noteOf(entry) : '';

  /** Decides and moves on to the next that needs a person. */
  const settle = (those: readonly LedgerEntry[], reason: Reason, said: string) => {
    const keys = new Set(those.map(({ key }) => key));
    put({
      said,
      now: those.map((one) => decide(one, reason, noteOf(one).trim())),
      before: those.map(asItStands),
    });
    draft([...keys], undefined);
    const left = entries.filter((one) => one.review && !keys.has(one.key)).length;
    const next = nextNeeded(list, place, keys);
    if (next) setShown({ key: next.key, place: list.indexOf(next) });
    say(`${said}. ${leftSentence(left)}`);
  };

  const choose = (reason: Reason) => {
    if (entry) settle([entry], reason, `${nameOf(entry)}: ‘${displayName(reason)}’`);
  };
  return {
    counts,
    filter,
    show: (to) => {
      setFilter(to);
      setShown({ key: entry?.key, place: 0 });
    },
    list,
    place,
    entry,
    goTo,
    accept: () => {
      if (entry && !isSettledByOfficer(entry)) choose(entry.reason);
      else if (entry) say(`${nameOf(entry)} is decided already.`);
    },
    choose,
    alike,
    acceptAlike: () => {
      if (!entry) return;
      const said = `${counted(alike.length, 'young person', 'young people')}: ‘${displayName(entry.proposed)}’`;
      settle(alike, entry.proposed, said);
    },
    withdraw: () => {
      if (!entry) return;
      const said = `${nameOf(entry)}: decision withdrawn`;
      put({ said, now: [takeBack(entry)], before: [asItStands(entry)] });
      draft([entry.key], undefined);
      say(`${said}.`);
    },
    undo: () => {
      const step = undo();
      if (!step) return say('There is nothing to undo.');
      showAgain(step.before);
      say(`Undone – ${step.said}.`);
    },
    undoable,
    note,
    typeNote: (text) => entry && draft([entry.key], text),
    settleNote: () => {
      if (!entry || !isSettledByOfficer(entry) || note === entry.decisionNote) return;
      const said = `${nameOf(entry)}: note of the decision`;
      const now = decide(entry, entry.reason, note.trim());
      put({ said, now: [now], before: [asItStands(entry)] });
      draft([entry.key], undefined);
      setDone(({ turns }) => ({ said: `${said} kept.`, turns }));
    },
    said: done.said,
    turns: done.turns,
  };

  /** Goes to the first of those taken back, where the filter shows it. */
  function showAgain(before: readonly Decision[]) {
    const key = before[0]?.key;
    setShown({ key, place: list.findIndex((one) => one.key === key) });
  }
}

/** What undo goes back to. */
const asItStands = (entry: LedgerEntry): Decision => decisionsIn([entry])[0] ?? takeBack(entry);

/** Where the one that was shown stands now; where it went, what took its place. */
function placeOf(list: readonly LedgerEntry[], shown: { key?: string; place: number }): number {
  const at = list.findIndex(({ key }) => key === shown.key);
  return at >= 0 ? at : Math.min(Math.max(shown.place, 0), list.length - 1);
}

const leftSentence = (left: number): string =>
  left === 0
    ? 'Nothing is left that needs you.'
    : `${left.toLocaleString('en-GB')} ${left === 1 ? 'needs' : 'need'} you.`;
