/** A sentence of a plan, and what of it is published; a bare one is published as it stands. */
export type PlanNote = string | RuledNote;

interface RuledNote {
  text: string;
  /** What the copy says in its place; '' where it says nothing. */
  published: string;
  /** Places of the rows whose figures it states, from 0: it is published where they are shown. */
  states?: readonly number[];
}

/**
 * A sentence for whoever has the workbook: it names cells, sheets or the pane, or counts young people
 * whom no table counts.
 * @param published the same without these, for everybody else
 */
export const inWorkbook = (text: string, published = ''): PlanNote => ({ text, published });

/** A sentence with figures of the table's rows at these places, from 0. */
export const stating = (states: readonly number[], text: string): PlanNote => ({
  text,
  published: text,
  states,
});

/** As the sheet in the workbook has them. */
export const texts = (notes: readonly PlanNote[]): string[] =>
  notes.map((note) => (typeof note === 'string' ? note : note.text));

/** As the copy has them. */
export const publishedTexts = (
  notes: readonly PlanNote[],
  isShown: (row: number) => boolean,
): string[] =>
  notes.flatMap((note) => {
    if (typeof note === 'string') return [note];
    const { published, states = [] } = note;
    return published !== '' && states.every(isShown) ? [published] : [];
  });
