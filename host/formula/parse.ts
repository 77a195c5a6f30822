import { rectOf, splitSheet, type Rect } from '../model/address';
import { CellError } from '../model/cells';
import { LOCAL } from '../model/formula-references';

/** What a formula asks for that this host does not play; its cell is then not calculated. */
export class NotPlayed extends Error {}

export type Operator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '>' | '<=' | '>=';

/** A formula taken apart. */
export type Node =
  | { kind: 'constant'; value: number | string | boolean | CellError }
  /** Cells of the formula's own sheet where none is named. */
  | { kind: 'cells'; sheet: string | undefined; rect: Rect }
  | { kind: 'table'; table: string; part: TablePart; columns: [string, string] | undefined }
  /** From one block to another, as in 'Totals[[#Headers],[Weekly]]:F4'. */
  | { kind: 'span'; from: Node; to: Node }
  | { kind: 'call'; name: string; args: (Node | undefined)[] }
  | { kind: 'minus' | 'plus' | 'percent'; operand: Node }
  | { kind: 'binary'; operator: Operator; left: Node; right: Node };

/** Which rows of a table a structured reference means: those between headings and totals by default. */
export type TablePart = '#Data' | '#This Row' | '#Headers' | '#Totals' | '#All';

const NAME = String.raw`[\p{L}_\\][\p{L}\p{N}_.\\]*`;
const COLUMN = String.raw`(?:'.|[^[\]'])*`;

/** An error value as it is typed. */
export const ERROR = String.raw`#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A)`;

/** In the order in which they are tried. */
const TOKENS: [kind: Token['kind'], form: RegExp][] = [
  ['text', /"((?:[^"]|"")*)"/y],
  ['error', new RegExp(ERROR, 'iy')],
  [
    'cells',
    new RegExp(
      String.raw`(?:(?:'(?:[^']|'')+'|${NAME})!)?(?:${LOCAL})(?![\p{L}\p{N}_.(!\\[])`,
      'uy',
    ),
  ],
  ['call', new RegExp(String.raw`${NAME}\(`, 'uy')],
  ['table', new RegExp(String.raw`${NAME}\[(?:${COLUMN}|(?:\[${COLUMN}\]|[\s,:])*)\]`, 'uy')],
  ['number', /(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?/iy],
  ['word', new RegExp(NAME, 'uy')],
  ['mark', /<>|<=|>=|[-+*/^&=<>%(),:]/y],
];

interface Token {
  kind: 'text' | 'error' | 'cells' | 'call' | 'table' | 'number' | 'word' | 'mark' | 'end';
  text: string;
}

function tokensOf(formula: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 1; at < formula.length;) {
    if (/\s/.test(formula[at]!)) {
      at++;
      continue;
    }
    const found = TOKENS.map(([kind, form]) => {
      form.lastIndex = at;
      return { kind, text: form.exec(formula)?.[0] ?? '' };
    }).find(({ text }) => text !== '');
    if (!found) throw new NotPlayed(`'${formula.slice(at)}'`);
    tokens.push(found);
    at += found.text.length;
  }
  return [...tokens, { kind: 'end', text: '' }];
}

/** Binary operators by how tightly they bind, the loosest first; all go from left to right. */
const LEVELS: string[][] = [
  ['=', '<>', '<', '>', '<=', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

/**
 * Takes a formula apart, '=' included. Throws NotPlayed for names, arrays, unions, intersections,
 * other workbooks and stretches of sheets.
 */
export function parse(formula: string): Node {
  const parser = new Parser(tokensOf(formula));
  return parser.whole();
}

class Parser {
  private at = 0;

  constructor(private readonly tokens: Token[]) {}

  whole(): Node {
    const node = this.binary(0);
    if (this.next.kind !== 'end') throw new NotPlayed(this.next.text);
    return node;
  }

  private get next(): Token {
    return this.tokens[this.at]!;
  }

  private takes(mark: string): boolean {
    const isNext = this.next.kind === 'mark' && this.next.text === mark;
    if (isNext) this.at++;
    return isNext;
  }

  private binary(level: number): Node {
    const operators = LEVELS[level];
    if (!operators) return this.signed();
    let left = this.binary(level + 1);
    while (this.next.kind === 'mark' && operators.includes(this.next.text)) {
      const operator = this.tokens[this.at++]!.text as Operator;
      left = { kind: 'binary', operator, left, right: this.binary(level + 1) };
    }
    return left;
  }

  /** A sign binds more tightly than a power in Excel: -2^2 is 4. */
  private signed(): Node {
    if (this.takes('-')) return { kind: 'minus', operand: this.signed() };
    if (this.takes('+')) return { kind: 'plus', operand: this.signed() };
    let node = this.spanned();
    while (this.takes('%')) node = { kind: 'percent', operand: node };
    return node;
  }

  private spanned(): Node {
    let node = this.primary();
    while (this.takes(':')) node = { kind: 'span', from: node, to: this.primary() };
    return node;
  }

  private primary(): Node {
    const { kind, text } = this.tokens[this.at++]!;
    switch (kind) {
      case 'number':
        return { kind: 'constant', value: Number(text) };
      case 'text':
        return { kind: 'constant', value: text.slice(1, -1).replaceAll('""', '"') };
      case 'error':
        return { kind: 'constant', value: new CellError(text.toUpperCase()) };
      case 'word':
        if (/^(true|false)$/i.test(text)) return { kind: 'constant', value: /^t/i.test(text) };
        throw new NotPlayed(`the name ${text}`);
      case 'cells':
        return cellsNode(text);
      case 'table':
        return tableNode(text);
      case 'call':
        return { kind: 'call', name: text.slice(0, -1).toUpperCase(), args: this.args() };
      case 'mark':
        if (text === '(') return this.bracketed();
    }
    throw new NotPlayed(text || 'a formula that ends early');
  }

  private bracketed(): Node {
    const node = this.binary(0);
    if (!this.takes(')')) throw new NotPlayed(this.next.text);
    return node;
  }

  /** undefined where an argument is left out between commas. */
  private args(): (Node | undefined)[] {
    if (this.takes(')')) return [];
    const args: (Node | undefined)[] = [];
    for (;;) {
      const isLeftOut = this.next.kind === 'mark' && /^[,)]$/.test(this.next.text);
      args.push(isLeftOut ? undefined : this.binary(0));
      if (this.takes(')')) return args;
      if (!this.takes(',')) throw new NotPlayed(this.next.text);
    }
  }
}

function cellsNode(text: string): Node {
  const [sheet, local] = splitSheet(text);
  const rect = rectOf(local);
  if (!rect || sheet?.includes('[')) throw new NotPlayed(text);
  return { kind: 'cells', sheet, rect };
}

const PARTS: readonly TablePart[] = ['#Data', '#This Row', '#Headers', '#Totals', '#All'];

/** 'Table[Column]', 'Table[[#This Row],[Column]]', 'Table[[First]:[Last]]'. */
function tableNode(text: string): Node {
  const open = text.indexOf('[');
  const table = text.slice(0, open);
  const inside = text.slice(open + 1, -1);
  const pieces = inside.startsWith('[')
    ? [...inside.matchAll(new RegExp(String.raw`\[(${COLUMN})\]`, 'gu'))].map(([, piece]) => piece!)
    : inside === ''
      ? []
      : [inside];
  const parts = pieces.filter((piece) => piece.startsWith('#'));
  const columns = pieces.filter((piece) => !piece.startsWith('#')).map(plainColumn);
  const part = PARTS.find((each) => each.toLowerCase() === (parts[0] ?? '#Data').toLowerCase());
  if (parts.length > 1 || columns.length > 2 || !part || inside.startsWith('@')) {
    throw new NotPlayed(text);
  }
  const [first, last = first] = columns;
  return { kind: 'table', table, part, columns: first === undefined ? undefined : [first, last!] };
}

/** An apostrophe stands before what would mean something else in a column's name. */
const plainColumn = (text: string): string => text.replace(/'(.)/gu, '$1');
