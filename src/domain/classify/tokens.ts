/** A word, number or mark of a note, made plain, and where it stands there. */
export interface Token {
  word: string;
  /** UTF-16 places in the note: from the first up to, not including, the last. */
  from: number;
  to: number;
  /** True for a word with a capital inside a sentence: somebody's or something's name. */
  name: boolean;
  /** True where it begins with a capital, also at the beginning of a sentence. */
  capital: boolean;
}

const FORMS = [
  // Most words: plain letters that nothing else is joined to.
  String.raw`(?<plain>(?!(?:section|sec)[. ]?\d)[a-z]{2,}(?![\p{L}\p{M}\d/'\u2019\u2018\u0060]))`,
  String.raw`(?<date>\d{1,2}(?:st|nd|rd|th)?[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?![\d/])|\d{4}-\d{2}-\d{2}(?!\d))`,
  String.raw`(?<short>\d{1,2}[/]\d{1,2}(?![\d/]))`,
  String.raw`(?<ratio>\d{1,2} ?: ?\d(?![\d:]))`,
  String.raw`(?<section>(?:section|sec|s)[. ]?(?:17|20|31|38)(?!\d))`,
  String.raw`(?<code>(?<![a-z0-9])[a-z]{1,2}\d{1,2}[ab]?(?![a-z0-9]))`,
  String.raw`(?<number>\d{1,2}(?:st|nd|rd|th)(?![a-z])|[£$]?\d+(?:,\d{3})*(?:\.\d+)?(?:%|\+|k\b)?)`,
  String.raw`(?<slashed>(?:b\/down|b\/d|f\/c|f\/f|s\/w|y\/p|w\/o|w\/c|w\/e|p\/w|n\/a|n\/c|24\/7|a\/c|p\/t|f\/t|s\/u|r\/h|u\/l)(?![a-z]))`,
  String.raw`(?<with>w\/)`,
  String.raw`(?<word>[\p{L}\p{M}]+(?:['\u2019\u2018\u0060][\p{L}\p{M}]+)*)`,
  String.raw`(?<arrow>-+>|[\u2192\u21d2\u2794>]+)`,
  String.raw`(?<dash>(?<=\s|^)[-\u2010-\u2015]+(?=\s|$)|[\u2013\u2014])`,
  String.raw`(?<mark>[.,;:!?()&+"\u201c\u201d\n])`,
];

const TOKEN = new RegExp(FORMS.join('|'), 'giu');

/** The place among the forms of words that hold more than plain letters. */
const WORD = FORMS.findIndex((form) => form.startsWith('(?<word>')) + 1;

const MARKS: Record<string, string> = {
  '!': '.',
  '\n': '.',
  '&': 'and',
  '+': 'and',
  '\u201c': '"',
  '\u201d': '"',
};

/** The words, numbers and marks of a note in order; what is none of these is passed over. */
export function tokensOf(note: string): Token[] {
  const tokens: Token[] = [];
  let begins = true;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(note); match; match = TOKEN.exec(note)) {
    const [text] = match;
    const isWord = match[1] !== undefined || match[WORD] !== undefined;
    const word = match[1]?.toLowerCase() ?? (isWord ? plainWord(text) : plainMark(match));
    const capital = isWord && text !== word && CAPITAL.test(text);
    const from = match.index;
    tokens.push({ word, from, to: from + text.length, name: capital && !begins, capital });
    begins = word === '.';
  }
  return tokens;
}

const CAPITAL = /^\p{Lu}\p{Ll}/u;
const APOSTROPHES = /['\u2019\u2018\u0060]/g;

const plainWord = (text: string): string => text.toLowerCase().replace(APOSTROPHES, '');

function plainMark({ 0: typed, groups = {} }: RegExpExecArray): string {
  const text = typed.toLowerCase();
  if (groups.mark !== undefined) return MARKS[text] ?? text;
  if (groups.number !== undefined) return text.replaceAll(',', '');
  if (groups.date !== undefined) return DATE;
  if (groups.short !== undefined) return text === '24/7' ? text : DATE;
  if (groups.ratio !== undefined) return text.replaceAll(' ', '');
  if (groups.section !== undefined) return `s${text.replace(/\D+/g, '')}`;
  if (groups.with !== undefined) return 'with';
  if (groups.arrow !== undefined) return '>';
  if (groups.dash !== undefined) return '-';
  return text;
}

/** Stands for every date of a day and a month, in whatever form it was typed. */
export const DATE = '<date>';
