import type { PublishedPlan } from '../reports/published';

/** A sentence that one or more tables refer to. */
export interface NumberedNote {
  /** From 1, in the order of first use. */
  number: number;
  text: string;
  /** In the appendix's order. */
  plans: PublishedPlan[];
}

/**
 * Each distinct sentence of the appendix as one note, however many tables it is said of. What a chart
 * shows is said where the chart stands, and is no note.
 */
export function numberNotes(plans: readonly PublishedPlan[]): NumberedNote[] {
  const notes = new Map<string, NumberedNote>();
  for (const plan of plans) {
    for (const text of new Set(plan.notes)) {
      if (plan.chart?.sentences.includes(text)) continue;
      const note = notes.get(text) ?? { number: notes.size + 1, text, plans: [] };
      notes.set(text, { ...note, plans: [...note.plans, plan] });
    }
  }
  return [...notes.values()];
}

/** Those that several tables refer to, numbered among themselves. */
export const sharedNotes = (plans: readonly PublishedPlan[]): NumberedNote[] =>
  numberNotes(plans)
    .filter((note) => note.plans.length > 1)
    .map((note, i) => ({ ...note, number: i + 1 }));

/** The sentences of one table that are said of no other. */
export const ownNotes = (plan: PublishedPlan, shared: readonly NumberedNote[]): string[] =>
  numberNotes([plan])
    .map(({ text }) => text)
    .filter((text) => shared.every((note) => note.text !== text));

/** The notes of one table, in order of their numbers. */
export const notesOf = (plan: PublishedPlan, notes: readonly NumberedNote[]): NumberedNote[] =>
  notes.filter(({ plans }) => plans.includes(plan));

/** As it is referred to: '[note 3]'. */
export const noteMark = ({ number }: NumberedNote): string => `[note ${number}]`;
