import type { Book, BookEvent } from '../model/book';

/** What office.js calls the workbook as the target of an event (Constants.eventWorkbookId). */
export const WORKBOOK = 'Workbook';

const watched = new WeakMap<Book, Set<string>>();

/** Notes that the add-in listens: only then does Excel send the event. */
export function watch(book: Book, kind: BookEvent['kind'], target: string, on = true): void {
  const targets = watched.get(book) ?? new Set<string>();
  watched.set(book, targets);
  if (on) targets.add(`${kind} ${target}`);
  else targets.delete(`${kind} ${target}`);
}

export const isWatched = (book: Book, kind: BookEvent['kind'], target: string): boolean =>
  watched.get(book)?.has(`${kind} ${target}`) ?? false;
