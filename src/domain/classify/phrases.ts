import { remembered } from './remembered';

/** Where a phrase of a kind stands in a plain sentence. */
export interface Found<Kind> {
  kind: Kind;
  from: number;
  to: number;
}

/** A sentence in plain words. */
export interface PlainSentence {
  /** The words with a space before, between and after. */
  text: string;
  words: readonly string[];
  /** Where each word begins in the text. */
  starts: readonly number[];
}

interface Phrase<Kind> {
  kind: Kind;
  /** Kinds count from 0 in the order given; of one kind the earlier phrase is tried first. */
  kindAt: number;
  form: RegExp;
  parts: readonly Part[];
}

/** A phrase that can begin with some word, and the words that can then follow; undefined for any. */
interface Candidate<Kind> {
  phrase: Phrase<Kind>;
  next: ReadonlySet<string> | undefined;
}

/**
 * Finds many phrases in a sentence in one pass over its words: each phrase is an expression that is
 * only tried where a word stands that it can begin with.
 */
export class Phrases<Kind> {
  private begun: Beginnings<Kind> | undefined;
  private readonly candidates = remembered((word) => candidatesIn(this.beginnings, word));

  /**
   * What a phrase can begin with is worked out on the first look: most openings of a workbook look
   * at no note at all.
   * @param forms for each kind its expressions, over words with one space between
   */
  constructor(private readonly forms: readonly (readonly [Kind, readonly string[]])[]) {}

  private get beginnings(): Beginnings<Kind> {
    return (this.begun ??= beginningsOf(this.forms));
  }

  /** Every phrase in a sentence, from left to right; two of one kind never overlap. */
  in({ text, starts, words }: PlainSentence): Found<Kind>[] {
    const found: Found<Kind>[] = [];
    const ends = new Int32Array(this.forms.length);
    for (let at = 0; at < starts.length; at++) {
      const start = starts[at]!;
      const following = words[at + 1];
      for (const { phrase, next } of this.candidates(words[at]!)) {
        if (next && (following === undefined || !next.has(following))) continue;
        const { kind, kindAt, form } = phrase;
        if (start < ends[kindAt]!) continue;
        form.lastIndex = start;
        if (!form.test(text)) continue;
        ends[kindAt] = form.lastIndex;
        found.push({ kind, from: start, to: form.lastIndex });
      }
    }
    return found;
  }
}

// What an expression can begin with -------------------------------------------------------------

/** Where phrases can begin: at a word, or at words that are not written out. */
interface Beginnings<Kind> {
  byWord: ReadonlyMap<string, ReadonlySet<Phrase<Kind>>>;
  open: readonly { beginning: RegExp; phrase: Phrase<Kind> }[];
}

function beginningsOf<Kind>(
  forms: readonly (readonly [Kind, readonly string[]])[],
): Beginnings<Kind> {
  const byWord = new Map<string, Set<Phrase<Kind>>>();
  const open: { beginning: RegExp; phrase: Phrase<Kind> }[] = [];
  for (const phrase of phrasesOf(forms)) {
    for (const { text, goesOn } of firstWordsOf(phrase.parts)) {
      const here = byWord.get(text);
      if (goesOn) open.push({ beginning: beginningWith(text, goesOn), phrase });
      else if (here) here.add(phrase);
      else byWord.set(text, new Set([phrase]));
    }
  }
  return { byWord, open };
}

const phrasesOf = <Kind>(forms: readonly (readonly [Kind, readonly string[]])[]): Phrase<Kind>[] =>
  forms.flatMap(([kind, sources], kindAt) =>
    sources.flatMap(alternativesOf).map((source) => ({
      kind,
      kindAt,
      parts: partsOf(source),
      form: new RegExp(`(?:${source})(?= )`, 'y'),
    })),
  );

function candidatesIn<Kind>(
  { byWord, open }: Beginnings<Kind>,
  word: string,
): readonly Candidate<Kind>[] {
  const begun = open.filter(({ beginning }) => beginning.test(word));
  const phrases = new Set([...(byWord.get(word) ?? []), ...begun.map(({ phrase }) => phrase)]);
  return [...phrases].map((phrase) => ({ phrase, next: nextWordsOf(phrase.parts, word) }));
}

/** A first word, or where what follows is not written out, how it begins and goes on. */
interface FirstWord {
  text: string;
  goesOn?: 'digit' | 'any';
}

const beginningWith = (text: string, goesOn: 'digit' | 'any'): RegExp =>
  new RegExp(`^${text.replace(/\W/g, '\\$&')}${goesOn === 'digit' ? '\\d' : ''}`);

type Part =
  | { kind: 'text'; text: string }
  | { kind: 'digit' | 'any' }
  | { kind: 'choice'; choices: Part[][]; optional: boolean };

const firstWordsOf = (parts: readonly Part[]): FirstWord[] => {
  const words: FirstWord[] = [];
  begin(parts, '', words);
  return words;
};

/** Follows the parts until the first word is whole, along every choice. */
function begin(parts: readonly Part[], before: string, words: FirstWord[]): void {
  let text = before;
  let at = 0;
  for (let part = parts[at]; part?.kind === 'text' && part.text !== ' '; part = parts[++at]) {
    text += part.text;
  }
  const part = parts[at];
  if (!part || part.kind === 'text') {
    words.push({ text });
  } else if (part.kind !== 'choice') {
    words.push({ text, goesOn: part.kind });
  } else {
    const rest = parts.slice(at + 1);
    if (part.optional) begin(rest, text, words);
    part.choices.forEach((choice) => begin([...choice, ...rest], text, words));
  }
}

/** The words that can follow a first word; undefined where it can stand alone or any word follows. */
function nextWordsOf(parts: readonly Part[], first: string): Set<string> | undefined {
  const next = new Set<string>();
  /** False as soon as a way through the parts is found that any word can follow. */
  const limited = (rest: readonly Part[], text: string, isFirst: boolean): boolean => {
    const [part, ...after] = rest;
    if (isFirst && !first.startsWith(text)) return true;
    if (!part) {
      if (isFirst || text === '') return text !== first && text !== '';
      next.add(text);
      return true;
    }
    if (part.kind === 'choice') {
      if (part.optional && !limited(after, text, isFirst)) return false;
      return part.choices.every((choice) => limited([...choice, ...after], text, isFirst));
    }
    if (part.kind !== 'text') return false;
    if (part.text !== ' ') return limited(after, text + part.text, isFirst);
    if (isFirst) return text !== first || limited(after, '', false);
    next.add(text);
    return true;
  };
  return limited(parts, '', true) ? next : undefined;
}

/** The alternatives that stand outside every bracket. */
function alternativesOf(source: string): string[] {
  const alternatives: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < source.length; i++) {
    const letter = source[i];
    if (letter === '\\') i++;
    else if (letter === '(' || letter === '[') depth++;
    else if (letter === ')' || letter === ']') depth--;
    else if (letter === '|' && depth === 0) {
      alternatives.push(source.slice(from, i));
      from = i + 1;
    }
  }
  return [...alternatives, source.slice(from)];
}

/** How many times the part before may stand. */
const TIMES = /(?:[?*+]|\{\d*,?\d*\})\??/y;

/** Reads as much of the language of expressions as phrases use. */
function partsOf(source: string): Part[] {
  const parts: Part[] = [];
  let i = 0;
  while (i < source.length) {
    const part = partAt(source, i);
    i = part.next;
    TIMES.lastIndex = i;
    const times = TIMES.exec(source)?.[0] ?? '';
    i += times.length;
    if (!part.part) continue;
    const optional = /^[?*]|^\{0?,/.test(times);
    if (part.part.kind === 'choice') parts.push({ ...part.part, optional });
    else if (optional) parts.push({ kind: 'choice', choices: [[part.part]], optional });
    else parts.push(part.part);
  }
  return parts;
}

function partAt(source: string, at: number): { part?: Part; next: number } {
  const letter = source[at]!;
  if (letter === '\\') {
    const escaped = source[at + 1]!;
    if (escaped === 'd') return { part: { kind: 'digit' }, next: at + 2 };
    const any = /[wWDsS]/.test(escaped);
    return { part: any ? { kind: 'any' } : { kind: 'text', text: escaped }, next: at + 2 };
  }
  if (letter === '[' || letter === '.') {
    const end = letter === '[' ? source.indexOf(']', at) + 1 : at + 1;
    const digits = /^\[\d-\d\]$/.test(source.slice(at, end));
    return { part: { kind: digits ? 'digit' : 'any' }, next: end };
  }
  if (letter !== '(') return { part: { kind: 'text', text: letter }, next: at + 1 };
  const end = closing(source, at);
  const inside = source.slice(at, end + 1);
  if (/^\(\?<?[!=]/.test(inside)) return { next: end + 1 };
  const choices = alternativesOf(inside.replace(/^\((?:\?:)?/, '').slice(0, -1)).map(partsOf);
  return { part: { kind: 'choice', choices, optional: false }, next: end + 1 };
}

function closing(source: string, open: number): number {
  let depth = 0;
  for (let i = open; i < source.length; i++) {
    if (source[i] === '\\') i++;
    else if (source[i] === '[') i = source.indexOf(']', i);
    else if (source[i] === '(') depth++;
    else if (source[i] === ')' && --depth === 0) return i;
  }
  throw new Error(`no bracket closes ${source.slice(open)}`);
}
