import { readMoney } from '../money';
import type { CellValue, Reading } from '../reading';
import { asTyped, quoted } from '../typed';

/** A number as it was printed, in pounds, people, or as a fraction where it is a percentage. */
export interface Figure {
  value: number;
  /** What one in the last place printed is worth: 0.01 for £1,234.50, 100 for £6.4k, 0 for a headcount. */
  step: number;
  /** As it stands on the page. */
  text: string;
  isMoney: boolean;
  isPercent: boolean;
  /** Before it was rounded for print, where that is known. */
  exact?: number;
}

const PERCENT = /^([+-]?|\()([\d,]+(?:\.\d+)?) ?%\)?$/;
const ABOUT =
  /^(?:about|approximately|approx\.?|around|circa|ca\.?|c\.?|some|nearly|over|under|~|≈) ?(?=[£\d(+-])/;
const UNITS =
  /(?<=[\dkmn)]) ?(?:(?:in total|in all|(?:per|a|each|every) (?:annum|year|person|child|young person|head|placement)|\/ ?(?:year|yr|annum)|p\.? ?\/?a\.?|annually|yearly|young people|young persons?|children|child|people|placements?|places|families|cases|each)\.?)+$/;
const SIDE = / ?(?:\((f|a)\)|(fav|favourable|adv|adverse|saving|increase))$/;
/** What publications print in place of a figure that is hidden or not there. */
const HIDDEN = /^(?:\[?[cxzu]\]?|\*+|\.\.+|:|suppressed|n\/?a|not applicable|-)$/;

export type FigureReading = Reading<Figure> | { kind: 'hidden' };

/**
 * Reads a printed figure with the precision that it is printed to: money in every form that
 * readMoney knows, with what it is for behind it ('£1.6m a year', '57 young people'), percentages,
 * and figures marked favourable or adverse (favourable is below nought).
 * @example readFigure('(£1,234.50)') // value -1234.5, step 0.01
 * @example readFigure('£2.0m')       // value 2000000, step 100000
 * @example readFigure('-4.9%')       // value -0.049, step 0.001
 */
export function readFigure(cell: CellValue): FigureReading {
  const typed = typeof cell === 'string' ? asTyped(cell) : String(cell);
  const text = typed.toLowerCase();
  if (text === '') return { kind: 'blank' };
  const percent = PERCENT.exec(text);
  if (percent) return { kind: 'value', value: percentage(typed, percent) };
  if (HIDDEN.test(text)) return { kind: 'hidden' };
  const about = text.replace(ABOUT, '');
  const side = SIDE.exec(about);
  const bare = about.replace(SIDE, '').replace(UNITS, '');
  const reading = readMoney(typeof cell === 'number' ? cell : bare);
  if (reading.kind !== 'value') {
    return reading.kind === 'blank'
      ? reading
      : { kind: 'unreadable', why: `holds ${quoted(String(cell))}, which is not a figure` };
  }
  const isFavourable = side !== null && /^f/.test(side[1] ?? side[2]!);
  return {
    kind: 'value',
    value: {
      value: isFavourable ? -Math.abs(reading.value) : reading.value,
      step: stepOf(bare, about !== text),
      text: typed,
      isMoney: /[£$]|gbp/.test(bare),
      isPercent: false,
    },
  };
}

function percentage(text: string, [, sign, digits]: RegExpExecArray): Figure {
  const size = Number(`${digits!.replaceAll(',', '')}e-2`);
  return {
    value: sign === '-' || sign === '(' ? -size : size,
    step: 10 ** -(2 + decimalsOf(digits!)),
    text,
    isMoney: false,
    isPercent: true,
  };
}

const decimalsOf = (digits: string): number => /\.(\d+)/.exec(digits)?.[1]?.length ?? 0;

const MULTIPLES: readonly [RegExp, number][] = [
  [/\d ?(?:k|thousand)\b/, 3],
  [/\d ?(?:mn?|million)\b/, 6],
];

/** 'About £225,000' is given to the thousand: what is not nought at the end counts as said. */
function stepOf(text: string, isAbout: boolean): number {
  const multiple = MULTIPLES.find(([form]) => form.test(text))?.[1] ?? 0;
  const decimals = decimalsOf(text);
  const noughts =
    isAbout && decimals === 0
      ? (/(\d)(0*)\D*$/.exec(text.replaceAll(',', ''))?.[2]?.length ?? 0)
      : 0;
  return Number(`1e${multiple - decimals + noughts}`);
}

/** How far from its true value a printed figure can be: half of one in its last place. */
export const slackOf = ({ step }: Figure): number => step / 2;

/** A figure of people, which nobody rounds. */
export const asCount = (figure: Figure): Figure => ({ ...figure, step: 0 });
