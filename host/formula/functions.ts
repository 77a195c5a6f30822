import { CellError, type Constant } from '../model/cells';
import { dateSerial } from '../model/date-serial';
import { numberIn, type CellContent } from './criteria';
import { NotPlayed } from './parse';

/** A block of cells as a function gets it. */
export interface Block {
  rows: number;
  columns: number;
  /** Calls for every cell that holds something. */
  visit(see: (content: Constant) => void): void;
  /** What each cell holds, row by row; kept for the next formula. */
  contents(): readonly CellContent[];
  /** For each cell whether it meets the criterion; kept for the next formula. */
  matching(wanted: CellContent): Uint8Array;
}

export type Argument = { value: CellContent } | { block: Block };

/** An argument that is worked out only where it is needed; undefined where it is left out. */
export type Lazy = (() => Argument) | undefined;

type Played = (args: Argument[], date1904: boolean) => Constant;

/** Throws the error value that ends the calculation of a formula. */
export class ErrorValue extends Error {
  constructor(readonly value: CellError) {
    super(value.code);
  }
}

const fails = (code: string): never => {
  throw new ErrorValue(new CellError(code));
};

/** The one value of an argument; throws its error. */
export function scalar(argument: Argument | undefined): CellContent {
  const content = argument && contentOf(argument);
  if (content instanceof CellError) throw new ErrorValue(content);
  return content;
}

/** The one value of an argument, an error among them. */
export function contentOf(argument: Argument): CellContent {
  if ('value' in argument) return argument.value;
  const { block } = argument;
  // Excel would take the cell in line, or spill.
  if (block.rows * block.columns !== 1) throw new NotPlayed('a block of cells as one value');
  let content: CellContent;
  block.visit((each) => (content = each));
  return content;
}

export function numberOf(content: CellContent): number {
  if (content === undefined) return 0;
  if (typeof content === 'number') return content;
  if (typeof content === 'boolean') return content ? 1 : 0;
  if (content instanceof CellError) throw new ErrorValue(content);
  return numberIn(content) ?? fails('#VALUE!');
}

export function textOf(content: CellContent): string {
  if (content === undefined) return '';
  if (typeof content === 'boolean') return content ? 'TRUE' : 'FALSE';
  if (content instanceof CellError) throw new ErrorValue(content);
  return String(content);
}

function isTrue(content: CellContent): boolean {
  if (typeof content === 'string') {
    if (/^(true|false)$/i.test(content)) return /^t/i.test(content);
    return fails('#VALUE!');
  }
  return numberOf(content) !== 0;
}

/** Numbers as SUM sees them: in blocks numbers alone, as arguments also what reads as one. */
function numbersIn(args: readonly Argument[]): number[] {
  const numbers: number[] = [];
  for (const argument of args) {
    if ('value' in argument) numbers.push(numberOf(argument.value));
    else {
      argument.block.visit((content) => {
        if (content instanceof CellError) throw new ErrorValue(content);
        if (typeof content === 'number') numbers.push(content);
      });
    }
  }
  return numbers;
}

/** Compensated (Neumaier), so that the order of rows does not show. */
function total(numbers: Iterable<number>): number {
  let sum = 0;
  let lost = 0;
  for (const number of numbers) {
    const after = sum + number;
    lost += Math.abs(sum) >= Math.abs(number) ? sum - after + number : number - after + sum;
    sum = after;
  }
  return sum + lost;
}

/** As Excel rounds: half away from zero, of the fifteen digits that it knows. */
function round(value: number, digits: number): number {
  const [mantissa, power = '0'] = String(Number(Math.abs(value).toPrecision(15))).split('e');
  const size = Math.round(Number(`${mantissa}e${Number(power) + digits}`));
  const [whole, more = '0'] = String(size).split('e');
  const rounded = Number(`${whole}e${Number(more) - digits}`);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

function blockOf(argument: Argument | undefined): Block {
  if (!argument || 'value' in argument) throw new NotPlayed('a value where cells are needed');
  return argument.block;
}

const cellsIn = ({ rows, columns }: Block): number => rows * columns;

function filledIn(block: Block): number {
  let count = 0;
  block.visit((content) => (count += content === '' ? 0 : 1));
  return count;
}

/** For each cell of the first block whether all criteria hold; blocks and criteria take turns. */
function meeting(pairs: readonly Argument[]): Uint8Array {
  let all: Uint8Array | undefined;
  let first: Block | undefined;
  for (let i = 0; i < pairs.length; i += 2) {
    const block = blockOf(pairs[i]);
    if (!pairs[i + 1]) throw new NotPlayed('a criterion left out');
    first ??= block;
    if (block.rows !== first.rows || block.columns !== first.columns) return fails('#VALUE!');
    const matching = block.matching(contentOf(pairs[i + 1]!));
    if (!all) all = matching.slice();
    else for (let at = 0; at < all.length; at++) all[at]! &= matching[at]!;
  }
  return all ?? fails('#VALUE!');
}

/** The numbers of a block where all criteria hold. */
function numbersWhere(argument: Argument | undefined, pairs: readonly Argument[]): number[] {
  const block = blockOf(argument);
  const matching = meeting(pairs);
  if (matching.length !== cellsIn(block)) return fails('#VALUE!');
  const contents = block.contents();
  const numbers: number[] = [];
  for (let at = 0; at < matching.length; at++) {
    if (!matching[at]) continue;
    const content = contents[at];
    if (content instanceof CellError) throw new ErrorValue(content);
    if (typeof content === 'number') numbers.push(content);
  }
  return numbers;
}

const average = (numbers: number[]): number =>
  numbers.length === 0 ? fails('#DIV/0!') : total(numbers) / numbers.length;

const count = (matching: Uint8Array): number => matching.reduce((sum, yes) => sum + yes, 0);

/** The functions that are played, but for those that do not work out all arguments. */
const FUNCTIONS: Record<string, Played> = {
  ABS: ([value]) => Math.abs(numberOf(scalar(value))),
  AVERAGE: (args) => average(numbersIn(args)),
  AVERAGEIF: ([block, wanted, numbers = block]) =>
    average(numbersWhere(numbers, [block!, wanted!])),
  AVERAGEIFS: ([numbers, ...pairs]) => average(numbersWhere(numbers, pairs)),
  COLUMNS: ([block]) => blockOf(block).columns,
  COUNT: (args) => {
    let numbers = 0;
    for (const argument of args) {
      if ('value' in argument) throw new NotPlayed('COUNT of values');
      argument.block.visit((content) => (numbers += typeof content === 'number' ? 1 : 0));
    }
    return numbers;
  },
  COUNTA: (args) => {
    let filled = 0;
    for (const argument of args) {
      if ('value' in argument) filled++;
      else argument.block.visit(() => filled++);
    }
    return filled;
  },
  COUNTBLANK: ([block]) => cellsIn(blockOf(block)) - filledIn(blockOf(block)),
  COUNTIF: (pair) => count(meeting(pair)),
  COUNTIFS: (pairs) => count(meeting(pairs)),
  DATE: (parts, date1904) => {
    const [year, month, day] = parts.map((part) => Math.trunc(numberOf(scalar(part))));
    return dateSerial(year!, month!, day!, date1904) ?? fails('#NUM!');
  },
  FIXED: ([value, digits, ...plain]) => {
    if (plain.length > 0) throw new NotPlayed('FIXED without separators');
    const places = digits ? numberOf(scalar(digits)) : 2;
    return round(numberOf(scalar(value)), places).toLocaleString('en-GB', {
      minimumFractionDigits: places,
      maximumFractionDigits: places,
    });
  },
  LEN: ([text]) => textOf(scalar(text)).length,
  MAX: (args) => Math.max(...orNought(numbersIn(args))),
  MIN: (args) => Math.min(...orNought(numbersIn(args))),
  NOT: ([value]) => !isTrue(scalar(value)),
  ROUND: ([value, digits]) => round(numberOf(scalar(value)), numberOf(scalar(digits))),
  ROWS: ([block]) => blockOf(block).rows,
  SUBSTITUTE: ([text, from, to, ...which]) => {
    if (which.length > 0) throw new NotPlayed('SUBSTITUTE of one place');
    const sought = textOf(scalar(from));
    const whole = textOf(scalar(text));
    return sought === '' ? whole : whole.replaceAll(sought, () => textOf(scalar(to)));
  },
  SUM: (args) => total(numbersIn(args)),
  SUMIF: ([block, wanted, numbers = block]) => total(numbersWhere(numbers, [block!, wanted!])),
  SUMIFS: ([numbers, ...pairs]) => total(numbersWhere(numbers, pairs)),
};

const orNought = (numbers: number[]): number[] => (numbers.length === 0 ? [0] : numbers);

/** What an argument comes to, an error among it rather than thrown. */
export function outcome(argument: Lazy): CellContent {
  try {
    return argument && contentOf(argument());
  } catch (error) {
    if (error instanceof ErrorValue) return error.value;
    throw error;
  }
}

const truths = (args: readonly Lazy[]): boolean[] =>
  args.map((argument) => {
    const given = argument?.();
    if (given && 'block' in given) throw new NotPlayed('the truth of a block');
    return isTrue(scalar(given));
  });

/** Functions that look at an argument before, or without, the others. */
const LAZY: Record<string, (args: readonly Lazy[]) => CellContent> = {
  AND: (args) => truths(args).every((each) => each),
  OR: (args) => truths(args).some((each) => each),
  IF: ([condition, then, otherwise]) => {
    const chosen = isTrue(scalar(condition?.())) ? (then ?? 0) : otherwise;
    if (chosen === undefined) return false;
    return chosen === 0 ? 0 : scalar(chosen());
  },
  IFERROR: ([value, otherwise]) => {
    const content = outcome(value);
    return content instanceof CellError ? (otherwise ? scalar(otherwise()) : '') : content;
  },
  ISBLANK: ([value]) => outcome(value) === undefined,
  ISERROR: ([value]) => outcome(value) instanceof CellError,
  ISNUMBER: ([value]) => typeof outcome(value) === 'number',
  ISTEXT: ([value]) => typeof outcome(value) === 'string',
};

/** Throws NotPlayed for a function that is not among them. `date1904` is how the workbook counts days. */
export function call(name: string, args: readonly Lazy[], date1904: boolean): CellContent {
  const lazy = LAZY[name];
  if (lazy) return lazy(args);
  const played = FUNCTIONS[name];
  if (!played) throw new NotPlayed(`the function ${name}`);
  return played(
    args.map((argument) => {
      if (!argument) throw new NotPlayed('an argument left out');
      return argument();
    }),
    date1904,
  );
}
