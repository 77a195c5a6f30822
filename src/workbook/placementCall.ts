import { columnNumber } from './address';
import type { Area } from './sheetSnapshot';

/** A call of one of the add-in's functions in a cell's formula. */
export interface PlacementCall {
  /** 'COHORT_DELTA' */
  name: string;
  arguments: CallArgument[];
  /** True where the formula is this call and nothing else, so that the cell shows what it gives. */
  whole: boolean;
}

/** An argument as it stands in the formula; `text` is what an officer sees there. */
export type CallArgument = { text: string } & (
  | { kind: 'left out' }
  | { kind: 'value'; value: string | number }
  /** Without a sheet it is the formula's own. `spilled`: all that the formula in that cell spills over. */
  | { kind: 'cells'; sheet?: string; area: Area; spilled: boolean }
  | { kind: 'column'; table: string; column: string; thisRow: boolean }
  | { kind: 'name'; name: string }
  /** What another function gives, or what is not understood. */
  | { kind: 'other' }
);

/** In a file, and where the add-in is not there, Excel writes another prefix before the name. */
const CALL = /(?:_xldudf_|_xll\.|_xlfn\.)?PLACEMENT[._]([A-Z_]+)\(/iy;

/** The first call of one of the add-in's functions, however deep in other functions. */
export function placementCall(formula: string): PlacementCall | undefined {
  for (const at of outsideText(formula, 0)) {
    if (/[\p{L}\p{N}_.]/u.test(formula[at - 1] ?? '')) continue;
    CALL.lastIndex = at;
    const call = CALL.exec(formula);
    if (!call) continue;
    const { parts, end } = partsOf(formula, CALL.lastIndex);
    return {
      name: call[1]!.toUpperCase(),
      arguments: parts.map(argumentOf),
      whole: /^=[+@]?$/.test(formula.slice(0, at)) && formula.slice(end + 1).trim() === '',
    };
  }
  return undefined;
}

/** The places of a formula that are not within a text, a quoted sheet or a table's brackets. */
function* outsideText(formula: string, from: number): Generator<number> {
  let within = '';
  let brackets = 0;
  for (let at = from; at < formula.length; at++) {
    const letter = formula[at]!;
    if (within !== '') {
      if (letter === within) within = '';
      continue;
    }
    if (brackets > 0 && letter === "'") {
      at++;
      continue;
    }
    if (letter === '[') brackets++;
    if (brackets === 0 && (letter === '"' || letter === "'")) within = letter;
    else if (brackets === 0) yield at;
    if (letter === ']') brackets--;
  }
}

/** The arguments that begin at a place, and the place of the bracket that ends them. */
function partsOf(formula: string, from: number): { parts: string[]; end: number } {
  const parts: string[] = [];
  let depth = 0;
  let start = from;
  for (const at of outsideText(formula, from)) {
    const letter = formula[at]!;
    if (letter === '(' || letter === '{') depth++;
    if ((letter === ')' || letter === '}') && depth-- === 0) {
      return { parts: [...parts, formula.slice(start, at)], end: at };
    }
    if (letter === ',' && depth === 0) {
      parts.push(formula.slice(start, at));
      start = at + 1;
    }
  }
  return { parts: [...parts, formula.slice(start)], end: formula.length };
}

const SHEET = String.raw`(?:(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!)?`;
const CELLS = new RegExp(
  String.raw`^${SHEET}\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?(#)?$`,
  'iu',
);
const COLUMNS = new RegExp(String.raw`^${SHEET}\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$`, 'iu');
const LAST_ROW = 1_048_575;
const TABLE = /^([\p{L}_\\][\p{L}\p{N}_.]*)\[(.*)\]$/u;
const NAME = /^[\p{L}_\\][\p{L}\p{N}_.?]*$/u;

function argumentOf(part: string): CallArgument {
  const text = part.trim();
  const bare = text.replace(/^@/, '');
  if (bare === '') return { kind: 'left out', text };
  const quoted = /^"((?:[^"]|"")*)"$/.exec(bare);
  if (quoted) return { kind: 'value', value: quoted[1]!.replace(/""/g, '"'), text };
  if (/^-?\d+(\.\d+)?$/.test(bare)) return { kind: 'value', value: Number(bare), text };
  return cellsOf(bare, text) ?? columnOf(bare, text) ?? nameOf(bare, text);
}

function cellsOf(bare: string, text: string): CallArgument | undefined {
  const cells = CELLS.exec(bare);
  const columns = cells ? null : COLUMNS.exec(bare);
  const found = cells ?? columns;
  if (!found) return undefined;
  const [, quoted, plain] = found;
  const sheet = quoted?.replace(/''/g, "'") ?? plain;
  const [left, top, right = left, bottom = top, spilled] = cells
    ? found.slice(3)
    : [found[3], '1', found[4], String(LAST_ROW + 1)];
  return {
    kind: 'cells',
    sheet,
    area: {
      top: Math.min(Number(top), Number(bottom)) - 1,
      left: Math.min(columnNumber(left!), columnNumber(right!)),
      bottom: Math.max(Number(top), Number(bottom)) - 1,
      right: Math.max(columnNumber(left!), columnNumber(right!)),
    },
    spilled: spilled !== undefined,
    text,
  };
}

/** Tracker[Cost], Tracker[@Cost], Tracker[[#This Row],[Cost]]: one column, of all rows or this one. */
function columnOf(bare: string, text: string): CallArgument | undefined {
  const [, table, inside] = TABLE.exec(bare) ?? [];
  if (table === undefined || inside === undefined) return undefined;
  const thisRow = /^@|^\[#This Row\],/i.test(inside);
  const named = inside.replace(/^@|^\[#This Row\],/i, '').replace(/^\[(.*)\]$/, '$1');
  if (/(?<!')[[\]#]/.test(named)) return { kind: 'other', text };
  return { kind: 'column', table, column: named.replace(/'(.)/g, '$1'), thisRow, text };
}

const nameOf = (bare: string, text: string): CallArgument =>
  NAME.test(bare) && !/^(true|false)$/i.test(bare)
    ? { kind: 'name', name: bare, text }
    : { kind: 'other', text };
