/**
 * A Naive Bayes of wink-naive-bayes-text-classifier, to measure classify against.
 *
 * It prepares notes as its own package does: words alone, no stop words, stems, '!' before what is
 * denied. It is given the fields as words beside the note: each type and provider as its cell has
 * it, before and now, and whether they are the same; the change of cost and the age in bands;
 * whether the placement ended. Its smoothing, and that cells stay whole, were chosen for it by
 * ten-fold cross-validation over the rows that it learns.
 */
import naiveBayes from 'wink-naive-bayes-text-classifier';
import prepText from 'wink-naive-bayes-text-classifier/src/prep-text.js';
import type { Circumstances } from '../src/domain/circumstances';
import type { LabelledRow } from '../test/labelledRows';

/** The label that it predicts. */
export type Bayes = (row: Circumstances) => string;

/** The library as it is documented: it prepares a note again for each label that it knows. */
export const bayesAsDocumented = (rows: LabelledRow[]): Bayes =>
  learned(rows, (row) => row, [wordsOf]);

/** The same Bayes, handed the words of each note, so that they are prepared once. */
export const bayesPreparedOnce = (rows: LabelledRow[]): Bayes => learned(rows, wordsOf, []);

function learned<Input>(
  rows: LabelledRow[],
  input: (row: Circumstances) => Input,
  tasks: [(input: Input) => string[]] | [],
): Bayes {
  const bayes = naiveBayes<Input>();
  bayes.defineConfig({ considerOnlyPresence: true, smoothingFactor: 0.1 });
  bayes.definePrepTasks(tasks);
  for (const { circumstances, label } of rows) bayes.learn(input(circumstances), label);
  bayes.consolidate();
  return (row) => bayes.predict(input(row));
}

const wordsOf = (row: Circumstances): string[] => [...prepText(row.note), ...fieldWords(row)];

function fieldWords(row: Circumstances): string[] {
  const [placementBefore, providerBefore, placementNow, providerNow] = [
    row.original.placement,
    row.original.provider,
    row.current.placement,
    row.current.provider,
  ].map((cell) => cell.toLowerCase());
  return [
    `placement before: ${placementBefore}`,
    `provider before: ${providerBefore}`,
    `placement now: ${placementNow}`,
    `provider now: ${providerNow}`,
    `same placement: ${placementBefore === placementNow}`,
    `same provider: ${providerBefore === providerNow}`,
    ...changeWords(row.original.cost, row.current.cost),
    `age: ${ageBand(row)}`,
    `ended: ${row.endedOn !== undefined}`,
  ];
}

/** Upper ends of the bands of a change, as shares of the original cost. */
const SHARES = [0.02, 0.06, 0.15, 0.4, 1];

function changeWords(before: number | undefined, now: number | undefined): string[] {
  if (before === undefined || now === undefined) return ['change: unknown'];
  const change = now - before;
  if (Math.abs(change) <= 3) return ['change: none'];
  const direction = change < 0 ? 'fall' : 'rise';
  const band = SHARES.find((upTo) => Math.abs(change) < upTo * before) ?? 'more';
  const words = [`change: ${direction}`, `change: ${direction}, ${band}`];
  return now === 0 ? [...words, 'cost now: nil'] : words;
}

function ageBand({ dateOfBirth, endedOn, reviewDate }: Circumstances): string {
  const on = endedOn ?? reviewDate;
  if (dateOfBirth === undefined || on === undefined) return 'unknown';
  const birthdayToCome = on.slice(5) < dateOfBirth.slice(5) ? 1 : 0;
  const years = Number(on.slice(0, 4)) - Number(dateOfBirth.slice(0, 4)) - birthdayToCome;
  if (years >= 18) return '18 or more';
  if (years >= 16) return '16 or 17';
  return years >= 10 ? '10 to 15' : 'under 10';
}
