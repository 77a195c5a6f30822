import { defaultTerms, readTerm, shownTerm, type Terms } from '../reports/terms';
import { useTyped, type TypedField } from './useTyped';

/** One of the reports' terms as it is typed; an empty box chooses the usual one. */
export const useTerm = (
  term: keyof Terms,
  terms: Terms,
  choose: (terms: Terms) => void,
): TypedField =>
  useTyped(
    shownTerm(term, terms),
    (text) => readTerm(term, text),
    (value) => choose({ ...terms, [term]: value ?? defaultTerms[term] }),
  );
