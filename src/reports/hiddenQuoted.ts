import { readFigure, slackOf, type Figure } from '../domain/reconcile/figure';
import { saidIn } from './commentary';
import type { SheetPlan } from './plan';
import type { HiddenFigure } from './publish';

/** A figure in an officer's commentary that is, or seems to be, one that the tables hide. */
export interface Quote {
  /** Whose commentary it stands in. */
  plan: SheetPlan;
  /** As it is typed. */
  text: string;
  /** The hidden figure that it gives away. */
  gives: HiddenFigure;
}

/**
 * What commentary gives away of what is hidden: counts of the same table, in figures or in words,
 * and money of any, exact or rounded. Numbers that name something (a date, a cohort, a note) are no
 * counts. A warning and no more: only its writer knows what a number is of.
 */
export function hiddenQuoted(
  plans: readonly SheetPlan[],
  hidden: readonly HiddenFigure[],
): Quote[] {
  return plans.flatMap((plan) => {
    const said = saidIn(plan.commentary);
    if (!said || !plan.publication) return [];
    return figuresIn(said.text).flatMap((figure) => {
      const gives = hidden.find((each) => isSame(figure, each, plan));
      return gives ? [{ plan, text: figure.text, gives }] : [];
    });
  });
}

function isSame(figure: Figure, { plan, row, column }: HiddenFigure, own: SheetPlan): boolean {
  const value = plan.table.rows[row]![column];
  if (typeof value !== 'number') return false;
  const { format } = plan.table.columns[column]!;
  const apart = Math.abs(Math.abs(value) - Math.abs(figure.value));
  switch (format) {
    case 'count':
      return plan === own && !figure.isMoney && !figure.isPercent && apart === 0;
    case 'percent':
      return plan === own && figure.isPercent && value !== 0 && apart <= slackOf(figure) + 1e-9;
    case 'money':
    case 'change':
      return figure.isMoney && Math.abs(value) >= 0.005 && apart <= slackOf(figure) + 0.005;
    default:
      return false;
  }
}

const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';

const TOKEN = new RegExp(
  [
    // Money first, with what multiplies it.
    String.raw`[-+]?£ ?[\d,]*\d(?:\.\d+)?(?: ?(?:k|mn?|thousand|million)\b)?`,
    String.raw`[-+]?[\d,]*\d(?:\.\d+)? ?(?:%|per cent\b)`,
    String.raw`\b\d[\d,]*(?:\.\d+)?\b`,
    String.raw`\b(?:${WORDS.join('|')})\b`,
  ].join('|'),
  'gi',
);

/** Stands right before a number that names something: 'Cohort 2', 'period 9', '2024/25', 'week 3'. */
const NAMED =
  /(?:cohorts?|opportunit(?:y|ies)|periods?|phases?|tables?|notes?|quarters?|q|weeks?|ages?|aged|pages?|papers?|paragraphs?|items?|appendix|section|[/.\d])[ -]?$/i;
/** Stands right after a number that is none of people: a date, a year, a time, a share of one. */
const MEASURED = new RegExp(
  `^(?:[/.:]\\d|(?:st|nd|rd|th)\\b| ?(?:${MONTHS})[a-z]*\\b| ?(?:weeks?|months?|years?|days?|hours?|per cent|p\\.?m|a\\.?m)\\b|\\+)`,
  'i',
);

/** The figures that a text states, each as it is typed. */
function figuresIn(text: string): Figure[] {
  return [...text.matchAll(TOKEN)].flatMap((match) => {
    const [typed] = match;
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + typed.length);
    const isBare = !/[£%]|per cent/i.test(typed);
    if (isBare && (NAMED.test(before) || MEASURED.test(after))) return [];
    const word = WORDS.indexOf(typed.toLowerCase());
    // 'One of them' counts nobody; 'one young person' does.
    if (word === 0 && !/^ (?:young|child|person|case|placement)/i.test(after)) return [];
    const reading = readFigure(word >= 0 ? word + 1 : typed.replace(/ ?per cent/i, '%'));
    return reading.kind === 'value' ? [{ ...reading.value, text: typed }] : [];
  });
}
