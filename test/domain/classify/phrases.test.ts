import fc from 'fast-check';
import { Phrases } from '../../../src/domain/classify/phrases';

const FORMS: readonly (readonly [string, readonly string[]])[] = [
  ['move', ['(?:has |was )?moved (?:to|into)(?: an?)? \\w+', 'move(?: on)?', 'transfer\\w*']],
  ['notice', ['(?:gave|served)(?: [^ ]+){0,2}? notice', '\\d+ days?', '£?\\d+ notice']],
  ['home', ['(?:at|to) (?:mum|dad)s?', '(?<!the )home(?! (?:office|page))', '[1-3]:1']],
];

const words = fc.constantFrom(
  ...'has was moved to into a an mum mums dads home office the gave served us two notice 28 day days £5 2:1 4:1 move on transferred transfer at page'.split(
    ' ',
  ),
);

/** The same by trying every expression at every word. */
function oneByOne(sentence: readonly string[]) {
  const text = ` ${sentence.join(' ')} `;
  return FORMS.flatMap(([kind, sources]) => {
    const form = new RegExp(`(?<= )(?:${sources.join('|')})(?= )`, 'g');
    return [...text.matchAll(form)].map((match) => ({
      kind,
      from: match.index,
      to: match.index + match[0].length,
    }));
  });
}

const sorted = (found: readonly { kind: string; from: number }[]) =>
  [...found].sort((a, b) => a.from - b.from || a.kind.localeCompare(b.kind));

describe('Phrases', () => {
  const phrases = new Phrases(FORMS);

  it('finds what its expressions find one by one', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 14 }), (sentence) => {
        const starts: number[] = [];
        let text = ' ';
        for (const word of sentence) {
          starts.push(text.length);
          text += `${word} `;
        }
        expect(sorted(phrases.in({ text, words: sentence, starts }))).toEqual(
          sorted(oneByOne(sentence)),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses an expression whose bracket is never closed', () => {
    const odd = new Phrases([['odd', ['(?:a|b']]]);
    expect(() => odd.in({ text: ' a ', words: ['a'], starts: [1] })).toThrow(/no bracket closes/);
  });
});
