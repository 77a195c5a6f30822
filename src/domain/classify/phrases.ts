/**
 * Finds many phrases in a sentence in one pass over its words: each phrase is an expression that is
 * only tried where a word stands that it can begin with.
 */

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

/** Beyond this many different words what was worked out for them is forgotten. */
const MOST_WORDS = 20_000;

export class Phrases<Kind> {
  private readonly byWord = new Map<string, Phrase<Kind>[]>();
  private readonly byBeginning: { beginning: RegExp; phrase: Phrase<Kind> }[] = [];
  private readonly known = new Map<string, readonly Candidate<Kind>[]>();
  private readonly kinds: number;

  /** @param forms for each kind its expressions, over words with one space between */
  constructor(forms: readonly (readonly [Kind, readonly string[]])[]) {
    this.kinds = forms.length;
    forms.forEach(([kind, sources], kindAt) => {
      for (const source of sources.flatMap(alternativesOf)) {
        const parts = partsOf(source);
        const phrase = { kind, kindAt, form: new RegExp(`(?:${source})(?= )`, 'y'), parts };
        for (const { text, goesOn } of firstWordsOf(parts)) {
          if (goesOn) this.byBeginning.push({ beginning: beginningWith(text, goesOn), phrase });
          else if (!this.byWord.get(text)?.includes(phrase)) {
            this.byWord.set(text, [...(this.byWord.get(text) ?? []), phrase]);
          }
        }
      }
    });
  }

  /** Every phrase in a sentence, from left to right; two of one kind never overlap. */
  in({ text, starts, words }: PlainSentence): Found<Kind>[] {
    const found: Found<Kind>[] = [];
    const ends = new Int32Array(this.kinds);
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

  private candidates(word: string): readonly Candidate<Kind>[] {
    const known = this.known.get(word);
    if (known) return known;
    const begun = this.byBeginning
      .filter(({ beginning }) => beginning.test(word))
      .map(({ phrase }) => phrase);
    const phrases = new Set([...(this.byWord.get(word) ?? []), ...begun]);
    const candidates = [...phrases].map((phrase) => ({
      phrase,
      next: nextWordsOf(phrase.parts, word),
    }));
    if (this.known.size >= MOST_WORDS) this.known.clear();
    this.known.set(word, candidates);
    return candidates;
  }
}

// What an expression can begin with -------------------------------------------------------------

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
function begin(parts: readonly Part[], text: string, words: FirstWord[]): void {
  const [part, ...rest] = parts;
  if (!part || (part.kind === 'text' && part.text === ' ')) {
    words.push({ text });
  } else if (part.kind === 'text') {
    begin(rest, text + part.text, words);
  } else if (part.kind !== 'choice') {
    words.push({ text, goesOn: part.kind });
  } else {
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

/** Reads as much of the language of expressions as phrases use. */
function partsOf(source: string): Part[] {
  const parts: Part[] = [];
  let i = 0;
  while (i < source.length) {
    const part = partAt(source, i);
    i = part.next;
    const times = /^(?:[?*+]|\{\d*,?\d*\})\??/.exec(source.slice(i))?.[0] ?? '';
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
