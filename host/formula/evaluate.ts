import { boundingRect } from '../model/address';
import { CellError, type Constant } from '../model/cells';
import type { Sheet } from '../model/sheet';
import { compareTexts, criterion, type CellContent } from './criteria';
import {
  call,
  ErrorValue,
  numberOf,
  outcome,
  scalar,
  textOf,
  type Argument,
  type Block,
} from './functions';
import { NotPlayed, type Node, type Operator } from './parse';
import type { Area, TablePlaces } from './table-places';

/** What a formula needs to know of the workbook around it. */
export interface Surroundings {
  /** The formula's own cell. */
  sheet: Sheet;
  row: number;
  column: number;
  tables: TablePlaces;
  contentAt(sheet: Sheet, row: number, column: number): CellContent;
  /** An answer about an area, by its name, kept for as long as nothing changes. */
  kept<T>(area: Area, name: string, work: () => T): T;
}

/** Nothing larger is looked through cell by cell: whole columns have a million. */
const MOST_CELLS = 200_000;

/** Works a formula out; an error value is a result. Throws NotPlayed. */
export function evaluate(node: Node, at: Surroundings): Constant | '' {
  return outcome(() => argument(node, at)) ?? 0;
}

/** The blocks of cells that a formula reads. */
export function areasOf(node: Node, at: Pick<Surroundings, 'sheet' | 'row' | 'tables'>): Area[] {
  switch (node.kind) {
    case 'constant':
      return [];
    case 'cells':
    case 'table':
    case 'span':
      return [areaOf(node, at)];
    case 'call':
      return node.args.flatMap((arg) => (arg ? areasOf(arg, at) : []));
    case 'binary':
      return [...areasOf(node.left, at), ...areasOf(node.right, at)];
    default:
      return areasOf(node.operand, at);
  }
}

type Reference = Extract<Node, { kind: 'cells' | 'table' | 'span' }>;

function areaOf(node: Reference, at: Pick<Surroundings, 'sheet' | 'row' | 'tables'>): Area {
  if (node.kind === 'table') return at.tables.area(node.table, node.part, node.columns, at.row);
  if (node.kind === 'span') {
    const ends = [node.from, node.to].map((end) => {
      if (end.kind !== 'cells' && end.kind !== 'table') throw new NotPlayed('a computed range');
      return areaOf(end, at);
    });
    const [from, to] = ends as [Area, Area];
    // The end of a span names no sheet of its own.
    return { sheet: from.sheet, rect: boundingRect(from.rect, to.rect) };
  }
  const sheet = node.sheet === undefined ? at.sheet : at.sheet.book.sheetNamed(node.sheet);
  if (!sheet) throw new NotPlayed(`the sheet ${node.sheet}`);
  return { sheet, rect: node.rect };
}

function argument(node: Node, at: Surroundings): Argument {
  switch (node.kind) {
    case 'constant':
      return { value: node.value };
    case 'cells':
    case 'table':
    case 'span':
      return { block: blockAt(areaOf(node, at), at) };
    case 'call':
      return {
        value: call(
          node.name,
          node.args.map((arg) => arg && (() => argument(arg, at))),
          at.sheet.book.date1904,
        ),
      };
    case 'minus':
      return { value: -numberOf(scalar(argument(node.operand, at))) };
    case 'plus':
      return { value: scalar(argument(node.operand, at)) };
    case 'percent':
      return { value: numberOf(scalar(argument(node.operand, at))) / 100 };
    case 'binary': {
      const left = scalar(argument(node.left, at));
      return { value: operated(node.operator, left, scalar(argument(node.right, at))) };
    }
  }
}

function operated(operator: Operator, left: CellContent, right: CellContent): Constant {
  switch (operator) {
    case '&':
      return textOf(left) + textOf(right);
    case '+':
      return finite(numberOf(left) + numberOf(right));
    case '-':
      return finite(numberOf(left) - numberOf(right));
    case '*':
      return finite(numberOf(left) * numberOf(right));
    case '/':
      if (numberOf(right) === 0) throw new ErrorValue(new CellError('#DIV/0!'));
      return finite(numberOf(left) / numberOf(right));
    case '^':
      return finite(numberOf(left) ** numberOf(right));
    case '=':
      return compared(left, right) === 0;
    case '<>':
      return compared(left, right) !== 0;
    case '<':
      return compared(left, right) < 0;
    case '<=':
      return compared(left, right) <= 0;
    case '>':
      return compared(left, right) > 0;
    case '>=':
      return compared(left, right) >= 0;
  }
}

function finite(number: number): number {
  if (!Number.isFinite(number)) throw new ErrorValue(new CellError('#NUM!'));
  return number;
}

/** Numbers come before texts, texts before truth values; a blank cell is the other's nothing. */
function compared(left: CellContent, right: CellContent): number {
  const [one, other] = [left ?? nothingLike(right), right ?? nothingLike(left)];
  if (typeof one === 'string' && typeof other === 'string') return compareTexts(one, other);
  const order = (value: CellContent) => ['number', 'string', 'boolean'].indexOf(typeof value);
  return order(one) - order(other) || Number(one) - Number(other);
}

const nothingLike = (other: CellContent): CellContent =>
  typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;

function blockAt(area: Area, at: Surroundings): Block {
  const { sheet, rect } = area;
  const rows = rect.bottom - rect.top + 1;
  const columns = rect.right - rect.left + 1;
  const contents = () =>
    at.kept(area, 'contents', () => {
      if (rows * columns > MOST_CELLS) throw new NotPlayed('so many cells one by one');
      return Array.from({ length: rows * columns }, (_, i) =>
        at.contentAt(sheet, rect.top + Math.floor(i / columns), rect.left + (i % columns)),
      );
    });
  return {
    rows,
    columns,
    contents,
    visit: (see) => {
      // First where there is something, then what: working it out may itself put values in place.
      const places: [row: number, column: number][] = [];
      sheet.cells.visit(rect, (row, column) => places.push([row, column]));
      for (const [row, column] of places) {
        const content = at.contentAt(sheet, row, column);
        if (content !== undefined) see(content);
      }
    },
    matching: (wanted) =>
      at.kept(area, `${typeof wanted} ${String(wanted)}`, () => {
        const holds = criterion(wanted);
        return Uint8Array.from(contents(), (content) => (holds(content) ? 1 : 0));
      }),
  };
}
