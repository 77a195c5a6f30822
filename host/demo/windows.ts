import type { Book } from '../model/book';

/**
 * The workbooks that are open: the officer's, and those that the add-in made. Excel has a window for
 * each; this page has one, and a list to choose from as soon as there are two.
 */
export class Windows {
  private books: Book[] = [];

  constructor(
    private readonly label: HTMLElement,
    private readonly select: HTMLSelectElement,
    private readonly show: (book: Book) => void,
  ) {
    select.addEventListener('change', () => this.bringUp(this.books[select.selectedIndex]!));
  }

  /** The workbook on the page. */
  get shown(): Book | undefined {
    return this.books[this.select.selectedIndex];
  }

  /** Closes all others. */
  open(book: Book): void {
    this.books = [];
    this.add(book);
  }

  /** Opens one beside the others and brings it up. */
  add(book: Book): void {
    this.books.push(book);
    this.select.replaceChildren(...this.books.map(({ name }) => new Option(name)));
    this.label.hidden = this.books.length < 2;
    this.bringUp(book);
  }

  private bringUp(book: Book): void {
    this.select.selectedIndex = this.books.indexOf(book);
    this.show(book);
  }
}
