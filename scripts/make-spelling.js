'use strict';

/**
 * Makes src/domain/classify/spellingWords.ts: the words that the classifier mends misspellings to,
 * and the ordinary words that are one letter away from one of them and so are left alone. Run it
 * after words were added to the lexicon or the places; it needs a list of English words, a word a
 * line (Debian's package wbritish has one).
 *
 *   node scripts/make-spelling.js /usr/share/dict/british-english
 */

const { readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const prettier = require('prettier');

const folder = path.join(__dirname, '../src/domain/classify');
const SHORTEST = 4;
/** Names of months and of days are neither mended nor taken for slips. */
const CALENDAR =
  'january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday';

const SHORT_FORMS =
  'isnt wasnt arent werent hasnt havent hadnt doesnt didnt dont wont wouldnt couldnt shouldnt cant mustnt neednt thats theres whats hes shes theyre theyve weve youre ours hers theirs ive whos lets childrens councils carers';

const source = ['lexicon.ts', 'places.ts', 'standing.ts']
  .map((file) => readFileSync(path.join(folder, file), 'utf8'))
  .map((text) => text.replace(/^\s*(?:\/\*)?\*.*$/gm, '').replace(/\\\\?[wdb]\*?/g, '~'))
  .join('\n');

/** Every word that an expression can stand for: 'retir(?:ed|ing)', 'carers?', 'withdraw~'. */
function wordsOf(english) {
  const words = new Set();
  const add = (word) => word.length >= SHORTEST && words.add(word);
  for (const [, stem, endings, optional] of source.matchAll(/([a-z]+)\(\?:([a-z|]+)\)(\??)/g)) {
    endings.split('|').forEach((ending) => add(stem + ending));
    if (optional) add(stem);
  }
  for (const [, stem, last] of source.matchAll(/([a-z]+)([a-z])\?/g))
    [stem, stem + last].forEach(add);
  for (const [, stem] of source.matchAll(/([a-z]{6,})~/g)) {
    [...english].filter((word) => word.startsWith(stem)).forEach(add);
  }
  for (const [word] of source.matchAll(/(?<![a-z~(\\])[a-z]{4,}(?![a-z(?~])/g)) add(word);
  // 'planed' comes of 'plan~' and would draw 'plannd' away from 'planned'.
  const undoubled = (word) => words.has(word.replace(/([bdgmnprt])ed$/, '$1$1ed'));
  return {
    mendable: [...words].filter(
      (word) =>
        (english.has(word) || TERMS.has(word)) && (!/[bdgmnprt]ed$/.test(word) || !undoubled(word)),
    ),
    terms: [...words].filter((word) => !english.has(word) && !TERMS.has(word)),
  };
}

/** Terms of the field that no dictionary has. */
const TERMS = new Set(
  'carer carers gran nan lado situ remanded provider providers olds dols kids kid dad dads mum mums uplift uplifts uplifted kinship reunified reunification rebanded uprated guardianship ofsted absconded'.split(
    ' ',
  ),
);

const lessOne = (word) => [...word].map((_, i) => word.slice(0, i) + word.slice(i + 1));

async function main() {
  const list = process.argv[2];
  if (!list) throw new Error('Name the list of words: node scripts/make-spelling.js LIST');
  const english = new Set(
    readFileSync(list, 'utf8')
      .split('\n')
      .filter((word) => /^[a-z]+$/.test(word)),
  );
  const { mendable: found, terms } = wordsOf(english);
  const mendable = found.filter((word) => !CALENDAR.includes(word)).sort();
  const known = new Set(mendable);
  const near = new Set(mendable.flatMap((word) => [word, ...lessOne(word)]));
  const ordinary = [...english, ...`${CALENDAR} ${SHORT_FORMS}`.split(' '), ...terms].filter(
    (word) =>
      word.length >= SHORTEST - 1 &&
      !known.has(word) &&
      [word, ...lessOne(word)].some((form) => near.has(form)),
  );
  const text = `/* Made by scripts/make-spelling.js; do not change by hand. */

/** Words that the classifier looks for: misspellings are mended to these. */
export const MENDABLE = '${mendable.join(' ')}';

/** Words of their own that are a letter away from one of those: never mended. */
export const ORDINARY = '${ordinary.join(' ')}';
`;
  const file = path.join(folder, 'spellingWords.ts');
  const options = await prettier.resolveConfig(file);
  writeFileSync(file, await prettier.format(text, { ...options, parser: 'typescript' }));
  console.log(`${mendable.length} words to mend to, ${ordinary.length} left alone`);
}

void main();
