import { HostError } from '../host-error';

export const ROWS = 1_048_576;
export const COLUMNS = 16_384;

/** A block of cells; zero-based, both ends included. */
export interface Rect {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export const WHOLE_SHEET: Rect = { top: 0, left: 0, bottom: ROWS - 1, right: COLUMNS - 1 };

/** 0 is 'A', 26 is 'AA'. */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

function columnIndex(name: string): number {
  return (
    [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  );
}

export const isWholeColumns = (rect: Rect) => rect.top === 0 && rect.bottom === ROWS - 1;
export const isWholeRows = (rect: Rect) => rect.left === 0 && rect.right === COLUMNS - 1;

/** 'A1', 'A1:C3', 'A:C' for whole columns, '1:3' for whole rows; without the sheet. */
export function localAddress(rect: Rect): string {
  if (isWholeColumns(rect) && !isWholeRows(rect)) {
    return `${columnName(rect.left)}:${columnName(rect.right)}`;
  }
  if (isWholeRows(rect)) return `${rect.top + 1}:${rect.bottom + 1}`;
  const first = `${columnName(rect.left)}${rect.top + 1}`;
  const last = `${columnName(rect.right)}${rect.bottom + 1}`;
  return first === last ? first : `${first}:${last}`;
}

/** The sheet's name as it stands in an address: quoted where Excel quotes it. */
export function quotedSheet(name: string): string {
  const plain = /^[A-Za-z_][\w.]*$/.test(name) && !/^([A-Za-z]{1,3}\d+|[rR]\d*[cC]\d*)$/.test(name);
  return plain ? name : `'${name.replace(/'/g, "''")}'`;
}

/** "'My sheet'!A1" → ['My sheet', 'A1']; no sheet where the address names none. */
export function splitSheet(address: string): [sheet: string | undefined, local: string] {
  const cut = address.lastIndexOf('!');
  if (cut < 0) return [undefined, address];
  const sheet = address.slice(0, cut);
  const bare = /^'(.*)'$/.exec(sheet)?.[1]?.replace(/''/g, "'") ?? sheet;
  return [bare, address.slice(cut + 1)];
}

/** Reads a local address in A1 notation, with or without $; undefined for any other text. */
export function rectOf(address: string): Rect | undefined {
  const text = address.trim();
  const cells = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i.exec(text);
  const columns = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i.exec(text);
  const rows = /^\$?(\d+):\$?(\d+)$/.exec(text);
  let corners: [number, number, number, number] | undefined;
  if (cells) {
    const [, column = '', row, toColumn = column, toRow = row] = cells;
    corners = [Number(row) - 1, columnIndex(column), Number(toRow) - 1, columnIndex(toColumn)];
  } else if (columns) {
    corners = [0, columnIndex(columns[1]!), ROWS - 1, columnIndex(columns[2]!)];
  } else if (rows) {
    corners = [Number(rows[1]) - 1, 0, Number(rows[2]) - 1, COLUMNS - 1];
  }
  if (!corners) return undefined;
  const [row, column, toRow, toColumn] = corners;
  const rect = {
    top: Math.min(row, toRow),
    left: Math.min(column, toColumn),
    bottom: Math.max(row, toRow),
    right: Math.max(column, toColumn),
  };
  return isOnSheet(rect) ? rect : undefined;
}

/** As rectOf, for addresses that must be there; throws InvalidArgument. */
export function requiredRect(address: string): Rect {
  const rect = rectOf(address);
  if (!rect) throw new HostError('InvalidArgument', `The address "${address}" is invalid.`);
  return rect;
}

export function isOnSheet(rect: Rect): boolean {
  return (
    rect.top >= 0 &&
    rect.left >= 0 &&
    rect.bottom < ROWS &&
    rect.right < COLUMNS &&
    rect.top <= rect.bottom &&
    rect.left <= rect.right
  );
}

export function intersection(a: Rect, b: Rect): Rect | undefined {
  const rect = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return rect.top <= rect.bottom && rect.left <= rect.right ? rect : undefined;
}

export function boundingRect(a: Rect, b: Rect): Rect {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

export const contains = (rect: Rect, row: number, column: number) =>
  row >= rect.top && row <= rect.bottom && column >= rect.left && column <= rect.right;
