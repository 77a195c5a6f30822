import { localAddress } from '../model/address';
import type { Book } from '../model/book';
import { plainFormula } from '../model/cells';
import { SheetGrid } from './grid';
import { SheetTabs } from './tabs';

/** The elements of the page that show the workbook. */
export interface WindowPlaces {
  name: HTMLElement;
  address: HTMLElement;
  content: HTMLElement;
  panel: HTMLElement;
  further: HTMLElement;
  tabs: HTMLElement;
}

/** A workbook on the page: its name, the selected cell, a sheet, and the tabs of all. */
export class WorkbookWindow {
  private book?: Book;
  private stopListening = () => {};
  private awaited = 0;
  private readonly grid: SheetGrid;
  private readonly tabs: SheetTabs;

  constructor(private readonly places: WindowPlaces) {
    this.grid = new SheetGrid(places.panel, places.further, (row, column) =>
      this.select(row, column),
    );
    this.tabs = new SheetTabs(places.tabs, places.panel.id, (sheet) => this.book?.activate(sheet));
  }

  /** Shows a workbook in the place of the last, and follows what becomes of it. */
  open(book: Book): void {
    this.stopListening();
    this.book = book;
    this.stopListening = book.listen((event) => {
      if (event.kind === 'selected' && event.sheet === book.active) this.showSelection();
      else this.drawSoon();
    });
    this.draw();
  }

  /** However many cells a batch writes, the page is drawn once, when the batch is over. */
  private drawSoon(): void {
    window.clearTimeout(this.awaited);
    this.awaited = window.setTimeout(() => this.draw());
  }

  private draw(): void {
    const { book, places } = this;
    if (!book) return;
    places.name.textContent = book.name;
    this.tabs.show(book.sheets, book.active);
    const tab = places.tabs.querySelector('[aria-selected="true"]');
    if (tab) places.panel.setAttribute('aria-labelledby', tab.id);
    this.grid.show(book.active);
    this.showSelection();
  }

  private showSelection(): void {
    const { active } = this.book!;
    const { top, left } = active.selection;
    this.grid.select();
    this.places.address.textContent = localAddress(active.selection);
    this.places.content.textContent = String(plainFormula(active.cells.at(top, left)));
  }

  private select(row: number, column: number): void {
    const sheet = this.book!.active;
    sheet.selection = { top: row, left: column, bottom: row, right: column };
    this.book!.tell({ kind: 'selected', sheet, rect: sheet.selection });
  }
}
