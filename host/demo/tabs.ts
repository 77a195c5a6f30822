import type { Sheet } from '../model/sheet';

/** The sheets' tabs, as at the foot of Excel's window. */
export class SheetTabs {
  private sheets: Sheet[] = [];

  constructor(
    private readonly list: HTMLElement,
    /** The id of what the tabs show. */
    private readonly panel: string,
    private readonly onChoose: (sheet: Sheet) => void,
  ) {
    list.addEventListener('keydown', (event) => this.pressed(event));
  }

  show(sheets: Sheet[], active: Sheet): void {
    const hadFocus = this.list.contains(document.activeElement);
    this.sheets = sheets.filter((sheet) => sheet.visibility === 'Visible');
    this.list.replaceChildren(...this.sheets.map((sheet) => this.tab(sheet, sheet === active)));
    const chosen = this.list.querySelector<HTMLElement>('[aria-selected="true"]');
    if (hadFocus) chosen?.focus();
    chosen?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  private tab(sheet: Sheet, selected: boolean): HTMLElement {
    const tab = document.createElement('button');
    tab.type = 'button';
    tab.id = `tab-${this.sheets.indexOf(sheet)}`;
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-selected', String(selected));
    tab.setAttribute('aria-controls', this.panel);
    tab.tabIndex = selected ? 0 : -1;
    tab.textContent = sheet.name;
    if (sheet.tabColor) tab.style.setProperty('--tab-colour', sheet.tabColor);
    tab.addEventListener('click', () => this.onChoose(sheet));
    return tab;
  }

  /** Arrows, Home and End go from tab to tab, as tab lists do. */
  private pressed(event: KeyboardEvent): void {
    const now = this.sheets.findIndex((_, i) => this.list.children[i] === document.activeElement);
    const last = this.sheets.length - 1;
    const next = { ArrowLeft: now - 1, ArrowRight: now + 1, Home: 0, End: last }[event.key];
    if (now < 0 || next === undefined) return;
    event.preventDefault();
    this.onChoose(this.sheets[(next + this.sheets.length) % this.sheets.length]!);
  }
}
