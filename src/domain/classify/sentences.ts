import type { PlainSentence } from './phrases';
import { tokensOf, type Token } from './tokens';
import { spelt } from './spelling';

/** A sentence in plain words, and the way back to the note. */
export interface Sentence extends PlainSentence {
  tokens: Token[];
}

const LONGEST = 400;
/** Nothing in the lexicon is longer. */
const LONGEST_WORD = 40;

/** Cuts a note at full stops and line ends, and where a sentence runs on beyond all measure. */
export function sentencesOf(note: string): Sentence[] {
  const sentences: Sentence[] = [];
  let tokens: Token[] = [];
  const close = () => {
    if (tokens.length > 0) sentences.push(sentence(tokens));
    tokens = [];
  };
  for (const token of tokensOf(note)) {
    const ends = token.word === '.' || token.word === ';';
    if (!ends) tokens.push(token);
    if (ends || tokens.length >= LONGEST) close();
  }
  close();
  return sentences;
}

function sentence(tokens: Token[]): Sentence {
  const starts: number[] = [];
  const words: string[] = [];
  let text = ' ';
  for (const token of tokens) {
    const plain = spelt(token.word.slice(0, LONGEST_WORD), token.name);
    const space = plain.indexOf(' ');
    starts.push(text.length);
    words.push(space < 0 ? plain : plain.slice(0, space));
    text += `${plain} `;
  }
  return { text, starts, words, tokens };
}

/** Where a stretch of a sentence's plain text stands in the note. */
export function spanOf({ starts, tokens }: Sentence, from: number, to: number) {
  return { from: tokens[tokenAt(starts, from)]!.from, to: tokens[tokenAt(starts, to - 1)]!.to };
}

/** The last token that begins at or before a place. */
function tokenAt(starts: readonly number[], place: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A cell's words as one sentence. */
export const sentenceOf = (text: string): Sentence => sentence(tokensOf(text).slice(0, LONGEST));
