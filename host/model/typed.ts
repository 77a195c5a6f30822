import { parseValue } from 'numfmt';
import { HostError } from '../host-error';
import { CellError, FormulaCell, type Cell } from './cells';

/** What becomes of an input: the cell's content, and the number format that Excel gives with it. */
export interface Typed {
  cell: Cell | undefined;
  numberFormat?: string;
}

const ERRORS = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)$/i;
/** A figure, sign, bracket or currency, a month or weekday, true or false: all else is text at once. */
const MAY_BE_A_NUMBER =
  /^([-+(.%\p{Sc}\d]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|true$|false$)/iu;

const LONGEST_TEXT = 32_767;

/** From the first day of the 1900 system to that of the 1904 one. */
const DAYS_BETWEEN_SYSTEMS = 1462;

/**
 * Reads a value as Excel reads what is put into `Range.values`: as if it were typed. Text that
 * looks like a number, a date or a percentage becomes one; text that begins with =, + or - is a
 * formula (so says the remark on Range.values in @types/office-js; @ is what Lotus used, and
 * Excel's grid takes it too); a leading apostrophe makes text and is not part of it. A cell whose
 * format is text ('@') keeps every string as it is.
 */
export function typed(input: unknown, numberFormat: string, date1904: boolean): Typed {
  if (typeof input === 'number') return { cell: finite(input) };
  if (typeof input === 'boolean') return { cell: input };
  if (typeof input !== 'string') {
    throw new HostError('InvalidArgument', `A cell cannot hold a ${typeof input}.`);
  }
  if (input.length > LONGEST_TEXT) {
    throw new HostError('InvalidArgument', `A cell holds at most ${LONGEST_TEXT} characters.`);
  }
  if (input === '') return { cell: undefined };
  if (numberFormat === '@') return { cell: input };
  if (input.startsWith("'")) return { cell: input.slice(1) };
  return typedText(input, numberFormat, date1904);
}

function typedText(input: string, numberFormat: string, date1904: boolean): Typed {
  if (input.startsWith('=') && input.length > 1) return { cell: formulaCell(input) };
  const text = input.trim();
  if (ERRORS.test(text)) return { cell: new CellError(text.toUpperCase()) };
  const parsed = MAY_BE_A_NUMBER.test(text) ? parseValue(text) : null;
  if (parsed && typeof parsed.v === 'boolean') return { cell: parsed.v };
  if (parsed && typeof parsed.v === 'number') {
    const isDate = /[dmyhs]/i.test(parsed.z ?? '') && !/E\+/.test(parsed.z ?? '');
    const shift = isDate && date1904 && parsed.v >= DAYS_BETWEEN_SYSTEMS ? DAYS_BETWEEN_SYSTEMS : 0;
    const format = numberFormat === 'General' ? parsed.z : undefined;
    return { cell: parsed.v - shift, ...(format && { numberFormat: format }) };
  }
  if (/^[+\-@]./.test(text)) return { cell: formulaCell(`=${text}`) };
  return { cell: input };
}

/** A formula to be calculated; throws InvalidArgument for one that Excel would not take. */
export function formulaCell(formula: string): FormulaCell {
  if (!isBalanced(formula)) {
    throw new HostError('InvalidArgument', `There is a problem with the formula ${formula}`);
  }
  return FormulaCell.entered(formula);
}

/** Quotes and brackets close, and the formula does not end in an operator. */
function isBalanced(formula: string): boolean {
  const bare = formula
    .replace(/"(?:[^"]|"")*"/g, '0')
    .replace(/'[[\]#'@]/g, '')
    .replace(/'[^']*'!/g, 'S!');
  if (/["']/.test(bare)) return false;
  let depth = 0;
  for (const mark of bare) {
    if (mark === '(') depth++;
    if (mark === ')' && --depth < 0) return false;
  }
  return depth === 0 && !/[-+*/^&=<>,(]\s*$/.test(bare);
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new HostError('InvalidArgument', 'The number is not finite.');
  return value;
}
