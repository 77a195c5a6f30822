import type { PlainSentence } from './phrases';
import { tokensOf, type Token } from './tokens';
import { spelt } from './spelling';

/** A sentence in plain words, and the way back to the note. */
export interface Sentence extends PlainSentence {
  tokens: readonly Token[];
  /** For each token, where its first word begins in the text. */
  tokenStarts: readonly number[];
}

/** Tokens of a sentence: beyond this one that never ends is cut, so that the time stays in step with the length. */
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

function sentence(tokens: readonly Token[]): Sentence {
  const words: string[] = [];
  const starts: number[] = [];
  const tokenStarts: number[] = [];
  let text = ' ';
  for (const token of tokens) {
    tokenStarts.push(text.length);
    const plain = spelt(token.word.slice(0, LONGEST_WORD), token.name);
    for (const word of plain.includes(' ') ? plain.split(' ') : [plain]) {
      words.push(word);
      starts.push(text.length);
      text += `${word} `;
    }
  }
  return { text, words, starts, tokens, tokenStarts };
}

/** Where a stretch of a sentence's plain text stands in the note. */
export function spanOf({ tokenStarts, tokens }: Sentence, from: number, to: number) {
  return {
    from: tokens[tokenAt(tokenStarts, from)]!.from,
    to: tokens[tokenAt(tokenStarts, to - 1)]!.to,
  };
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
