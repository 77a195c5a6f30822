import type { Evidence } from '../../domain/classify/classification';

/** A stretch of the note that is marked in one way throughout. */
export interface NotePart {
  text: string;
  /** Absent where the stretch is no evidence; words that decided outrank words set aside. */
  mark?: 'decided' | 'set aside';
  /** Places in the evidence, from 0, of what ends with this stretch. */
  ends: number[];
}

type Span = { from: number; to: number; decided: boolean; place: number };

/** The note cut where evidence begins and ends; its parts put together are the note. */
export function noteParts(note: string, evidence: readonly Evidence[]): NotePart[] {
  const spans = spansOf(note, evidence);
  const cuts = new Set([0, note.length, ...spans.flatMap(({ from, to }) => [from, to])]);
  const places = [...cuts].sort((one, other) => one - other);
  return places.slice(1).map((to, index) => partBetween(note, spans, places[index]!, to));
}

function partBetween(note: string, spans: Span[], from: number, to: number): NotePart {
  const over = spans.filter((span) => span.from <= from && span.to >= to);
  return {
    text: note.slice(from, to),
    mark: over.some((span) => span.decided) ? 'decided' : over.length > 0 ? 'set aside' : undefined,
    ends: over.filter((span) => span.to === to).map((span) => span.place),
  };
}

const spansOf = (note: string, evidence: readonly Evidence[]): Span[] =>
  evidence.flatMap(({ kind, span }, place) => {
    if (!span) return [];
    const from = Math.max(0, span[0]);
    const to = Math.min(note.length, span[1]);
    return from < to ? [{ from, to, decided: kind !== 'set aside', place }] : [];
  });
