import { columnName, type Rect } from '../model/address';
import type { Sheet } from '../model/sheet';
import { chartDrawing } from './chartDrawing';
import { chartPicture } from './chartPicture';
import { inkOn } from './colour';
import {
  columnWidths,
  PIXELS_A_POINT,
  ROWS_AT_ONCE,
  viewAround,
  viewRows,
  type SheetView,
  type ViewCell,
} from './sheetView';

const HEADING_WIDTH = 48;
const PAGE_STEP = 20;

/** A step of the selection that a key asks for, in rows and columns. */
const STEPS: Record<string, [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-PAGE_STEP, 0],
  PageDown: [PAGE_STEP, 0],
};

/** A sheet to look at, as Excel shows it: nothing can be typed, a cell can be selected. */
export class SheetGrid {
  private sheet?: Sheet;
  private view?: SheetView;
  private table = document.createElement('table');

  /**
   * @param place scrolls, and holds nothing else
   * @param further where the pages of a long sheet are offered
   */
  constructor(
    private readonly place: HTMLElement,
    private readonly further: HTMLElement,
    private readonly onSelect: (row: number, column: number) => void,
  ) {
    place.addEventListener('click', (event) => this.clicked(event));
    place.addEventListener('keydown', (event) => this.pressed(event));
  }

  /** Draws the sheet anew; where it was drawn before, what was in sight stays in sight. */
  show(sheet: Sheet): void {
    const sameSheet = sheet === this.sheet;
    const { scrollTop, scrollLeft } = this.place;
    const hadFocus = this.table.contains(document.activeElement);
    this.sheet = sheet;
    this.draw(viewAround(sheet, sheet.selection.top));
    this.place.scrollTo(sameSheet ? { top: scrollTop, left: scrollLeft } : { top: 0, left: 0 });
    if (hadFocus) this.table.focus();
    this.markSelection();
  }

  /** Shows which cell is selected, scrolling to it. */
  select(): void {
    if (!this.sheet || !this.view) return;
    const { top } = this.sheet.selection;
    const { rect } = this.view;
    if (top < rect.top || top > rect.bottom) this.draw(viewAround(this.sheet, top));
    this.markSelection();
  }

  private draw(view: SheetView): void {
    const sheet = this.sheet!;
    this.view = view;
    const table = document.createElement('table');
    table.setAttribute('role', 'grid');
    table.setAttribute('aria-readonly', 'true');
    table.setAttribute('aria-label', sheet.name);
    table.setAttribute('aria-rowcount', String(Math.max(view.rows, view.rect.bottom + 1) + 1));
    table.tabIndex = 0;
    if (!sheet.showGridlines) table.className = 'no-lines';
    const widths = columnWidths(sheet, view.rect);
    table.append(columnGroup(widths), headingRow(widths), body(sheet, view.rect));
    table.style.width = `${widths.reduce((sum, { width }) => sum + width, HEADING_WIDTH)}px`;
    this.table = table;
    this.place.replaceChildren(table);
    this.drawCharts(sheet, view.rect);
    this.offerFurther();
  }

  /** Charts lie over the cells; a click goes through to the cell below. */
  private drawCharts(sheet: Sheet, rect: Rect): void {
    for (const chart of sheet.book.charts.filter((one) => one.sheet === sheet)) {
      const corner = this.cellAt(chart.from.row, chart.from.column);
      if (!corner || chart.from.row < rect.top) continue;
      const picture = chartPicture(chartDrawing(chart));
      picture.style.left = `${corner.offsetLeft + chart.from.x * PIXELS_A_POINT}px`;
      picture.style.top = `${corner.offsetTop + chart.from.y * PIXELS_A_POINT}px`;
      this.place.append(picture);
    }
  }

  /** A sheet too long for one page is gone through page by page. */
  private offerFurther(): void {
    const { rect, rows } = this.view!;
    this.further.hidden = rows <= ROWS_AT_ONCE;
    if (this.further.hidden) return;
    const button = (label: string, top: number) => {
      const element = document.createElement('button');
      element.type = 'button';
      element.textContent = label;
      element.disabled = top < 0 || top >= rows;
      element.addEventListener('click', () => this.onSelect(top, 0));
      return element;
    };
    const range = [rect.top + 1, rect.bottom + 1, rows].map((n) => n.toLocaleString('en-GB'));
    this.further.replaceChildren(
      `Rows ${range[0]} to ${range[1]} of ${range[2]} `,
      button('Earlier rows', rect.top - ROWS_AT_ONCE),
      ' ',
      button('Later rows', rect.top + ROWS_AT_ONCE),
    );
  }

  private markSelection(): void {
    for (const old of this.table.querySelectorAll('.selected, .current')) {
      old.classList.remove('selected', 'current');
      old.removeAttribute('aria-selected');
    }
    this.table.removeAttribute('aria-activedescendant');
    const { top, left, bottom, right } = this.sheet!.selection;
    const cell = this.cellAt(top, left);
    if (!cell) return;
    cell.classList.add('selected');
    cell.setAttribute('aria-selected', 'true');
    this.table.setAttribute('aria-activedescendant', cell.id);
    this.markHeadings({ top, left, bottom, right });
    bringIntoView(this.place, cell);
  }

  private markHeadings({ top, left, bottom, right }: Rect): void {
    for (const heading of this.table.querySelectorAll<HTMLElement>('th')) {
      const { row, column } = heading.dataset;
      const inRows = row !== undefined && Number(row) >= top && Number(row) <= bottom;
      const inColumns = column !== undefined && Number(column) >= left && Number(column) <= right;
      heading.classList.toggle('current', inRows || inColumns);
    }
  }

  private cellAt(row: number, column: number): HTMLElement | null {
    return this.table.querySelector(`#${cellId(row, column)}`);
  }

  private clicked(event: MouseEvent): void {
    const cell = (event.target as Element).closest('td');
    if (!cell) return;
    this.onSelect(Number(cell.dataset.row), Number(cell.dataset.column));
    this.table.focus({ preventScroll: true });
  }

  private pressed(event: KeyboardEvent): void {
    if (!this.sheet || event.altKey || event.metaKey) return;
    const { top, left } = this.sheet.selection;
    const step = STEPS[event.key];
    if (step && !event.ctrlKey) this.moveTo(top + step[0], left + step[1]);
    else if (event.key === 'Home') this.moveTo(event.ctrlKey ? 0 : top, 0);
    else if (event.key === 'End' && event.ctrlKey)
      this.moveTo(this.view!.rows - 1, this.view!.columns - 1);
    else return;
    event.preventDefault();
  }

  private moveTo(row: number, column: number): void {
    const { rect, rows } = this.view!;
    const lastRow = Math.max(rect.bottom, rows - 1);
    const within = (value: number, last: number) => Math.min(Math.max(value, 0), last);
    this.onSelect(within(row, lastRow), within(column, rect.right));
  }
}

const cellId = (row: number, column: number) => `cell-${columnName(column)}${row + 1}`;

type Widths = ReturnType<typeof columnWidths>;

function columnGroup(widths: Widths): HTMLElement {
  const group = document.createElement('colgroup');
  for (const width of [HEADING_WIDTH, ...widths.map((each) => each.width)]) {
    const column = document.createElement('col');
    column.style.width = `${width}px`;
    group.append(column);
  }
  return group;
}

function headingRow(widths: Widths): HTMLElement {
  const head = document.createElement('thead');
  const row = head.insertRow();
  // The corner names nothing.
  row.append(document.createElement('td'));
  for (const { column } of widths) {
    const heading = document.createElement('th');
    heading.scope = 'col';
    heading.textContent = columnName(column);
    heading.dataset.column = String(column);
    row.append(heading);
  }
  return head;
}

function body(sheet: Sheet, rect: Rect): HTMLElement {
  const tbody = document.createElement('tbody');
  for (const { row, cells } of viewRows(sheet, rect)) {
    const line = document.createElement('tr');
    line.setAttribute('aria-rowindex', String(row + 2));
    const heading = document.createElement('th');
    heading.scope = 'row';
    heading.textContent = String(row + 1);
    heading.dataset.row = String(row);
    line.append(heading, ...cells.map(drawnCell));
    tbody.append(line);
  }
  return tbody;
}

function drawnCell({ row, column, text, style, side, span, runsOn }: ViewCell): HTMLElement {
  const cell = document.createElement('td');
  cell.id = cellId(row, column);
  cell.dataset.row = String(row);
  cell.dataset.column = String(column);
  if (runsOn && text !== '') cell.append(onPaper(text));
  else cell.textContent = text;
  if (span) {
    cell.rowSpan = span.rows;
    cell.colSpan = span.columns;
  }
  const classes = [
    side !== 'left' && side,
    runsOn && text !== '' && 'runs-on',
    style.wrapText && 'wraps',
    style.fill && 'filled',
    style.bold && 'bold',
    style.italic && 'italic',
    style.underline && style.underline !== 'None' && 'underlined',
  ].filter((name) => typeof name === 'string');
  if (classes.length > 0) cell.className = classes.join(' ');
  if (style.indentLevel) cell.style.paddingInlineStart = `${5 + style.indentLevel * 9}px`;
  if (style.fill) {
    // A fill is the officer's own and stays as it is in a dark theme, so its ink must suit it.
    cell.style.background = style.fill;
    cell.style.color = style.fontColor ?? inkOn(style.fill);
  } else if (style.fontColor) {
    cell.style.setProperty('--cell-ink', style.fontColor);
  }
  return cell;
}

/** Text on a ground of its own, so that no grid line is seen through it where it runs on. */
function onPaper(text: string): HTMLElement {
  const span = document.createElement('span');
  span.textContent = text;
  return span;
}

/** Scrolls the grid, never the page, and no further than it must: the headings stay in the way. */
function bringIntoView(place: HTMLElement, cell: HTMLElement): void {
  const headings = place.querySelector('thead')!.getBoundingClientRect();
  const box = cell.getBoundingClientRect();
  const frame = place.getBoundingClientRect();
  const over = headings.bottom - box.top;
  const under = box.bottom - (frame.top + place.clientHeight);
  if (over > 0) place.scrollTop -= over;
  else if (under > 0) place.scrollTop += under + box.height;
  const before = frame.left + HEADING_WIDTH - box.left;
  const beyond = box.right - (frame.left + place.clientWidth);
  if (before > 0) place.scrollLeft -= before;
  else if (beyond > 0) place.scrollLeft += Math.min(beyond, -before);
}
