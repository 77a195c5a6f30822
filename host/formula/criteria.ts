import { parseValue } from 'numfmt';
import { CellError, type Constant } from '../model/cells';
import { ERROR, NotPlayed } from './parse';

/** What a cell holds; undefined where it is blank. */
export type CellContent = Constant | undefined;

const WHOLE_ERROR = new RegExp(`^${ERROR}$`, 'i');

export type Matches = (content: CellContent) => boolean;

/**
 * Whether a cell meets a criterion, as COUNTIF, SUMIF and their kin take one: a value, or text with
 * a comparison before it and, in comparisons for equality, with * and ? for any letters and ~ before
 * a letter that is meant as itself. Capitals do not count, spaces do.
 *
 * Throws NotPlayed where a text that reads as a number meets a number: programs differ there.
 */
export function criterion(wanted: CellContent): Matches {
  if (wanted === undefined) return matchesNumber('=', 0);
  if (typeof wanted === 'number') return matchesNumber('=', wanted);
  if (typeof wanted === 'boolean') return (content) => content === wanted;
  if (wanted instanceof CellError) return isError(wanted.code);
  const [, operator = '', rest = ''] = /^(<>|<=|>=|<|>|=)?(.*)$/s.exec(wanted)!;
  if (rest === '') return matchesNothing(operator);
  const number = numberIn(rest);
  if (number !== undefined) return matchesNumber(operator || '=', number);
  if (/^(true|false)$/i.test(rest)) throw new NotPlayed(`the criterion ${wanted}`);
  if (WHOLE_ERROR.test(rest)) return isError(rest);
  return matchesText(operator || '=', rest);
}

const isError =
  (code: string): Matches =>
  (content) =>
    content instanceof CellError && content.code === code.toUpperCase();

/** '' is met by what shows nothing, '=' by blank cells alone, '<>' by all others. */
function matchesNothing(operator: string): Matches {
  switch (operator) {
    case '':
      return (content) => content === undefined || content === '';
    case '=':
      return (content) => content === undefined;
    case '<>':
      return (content) => content !== undefined;
    default:
      return () => false;
  }
}

/** The number, date or percentage that a text would be if it were typed. */
export function numberIn(text: string): number | undefined {
  const parsed = /\d/.test(text) ? parseValue(text.trim()) : null;
  return typeof parsed?.v === 'number' ? parsed.v : undefined;
}

function matchesNumber(operator: string, wanted: number): Matches {
  const holds = comparison(operator);
  return (content) => {
    if (typeof content === 'string' && numberIn(content) !== undefined) {
      throw new NotPlayed('a number kept as text, compared with a number');
    }
    if (typeof content !== 'number') return operator === '<>';
    return holds(content - wanted);
  };
}

function matchesText(operator: string, wanted: string): Matches {
  if (operator === '=' || operator === '<>') {
    const pattern = wildcards(wanted);
    const isEqual = (content: CellContent) => typeof content === 'string' && pattern.test(content);
    return operator === '=' ? isEqual : (content) => !isEqual(content);
  }
  const holds = comparison(operator);
  return (content) => typeof content === 'string' && holds(compareTexts(content, wanted));
}

const comparison =
  (operator: string) =>
  (difference: number): boolean => {
    switch (operator) {
      case '<':
        return difference < 0;
      case '<=':
        return difference <= 0;
      case '>':
        return difference > 0;
      case '>=':
        return difference >= 0;
      case '<>':
        return difference !== 0;
      default:
        return difference === 0;
    }
  };

const collator = new Intl.Collator('en-GB', { sensitivity: 'accent' });

/** Below, at or above zero, as Excel sorts texts; capitals do not count. */
export const compareTexts = (one: string, other: string): number => collator.compare(one, other);

/** A text with Excel's wildcards as a pattern for the whole of a cell's. */
function wildcards(text: string): RegExp {
  const pattern = text.replace(
    /~([*?~])|[*]|[?]|[\\^$.|+()[\]{}/~-]/g,
    (mark, escaped?: string) => {
      if (mark === '*') return '.*';
      if (mark === '?') return '.';
      return `\\${escaped ?? mark}`;
    },
  );
  return new RegExp(`^${pattern}$`, 'is');
}
