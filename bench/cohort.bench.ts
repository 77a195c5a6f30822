/**
 * Sums a million young people by cohort with byCohort, and beside it the least that any program
 * can do: the same grouped and compensated sum as one bare loop over typed arrays, with cohorts
 * already numbered. Prints the ratio of the medians; exit status 1 where it is above 2.00.
 */
import { performance } from 'node:perf_hooks';
import type { PlacementChange } from '../src/domain/change';
import { byCohort } from '../src/domain/cohort';

const YOUNG_PEOPLE = 1_000_000;
const COHORTS = 12;
const ROUNDS = 25;
const WARM_UP = 5;
const LIMIT = 2;

/** Park and Miller's generator: the same data on every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

interface Columns {
  originals: Float64Array;
  currents: Float64Array;
  cohorts: Int32Array;
}

function invent(): { changes: PlacementChange[]; columns: Columns } {
  const next = seeded(2024);
  const columns = {
    originals: Float64Array.from({ length: YOUNG_PEOPLE }, () => next() * 9000),
    currents: Float64Array.from({ length: YOUNG_PEOPLE }, () => next() * 9000),
    cohorts: Int32Array.from({ length: YOUNG_PEOPLE }, () => Math.floor(next() * COHORTS)),
  };
  const changes = Array.from(columns.originals, (original, row) => ({
    reference: `YP${row}`,
    cohort: `Cohort ${columns.cohorts[row]}`,
    opportunity: '',
    original,
    current: columns.currents[row] ?? 0,
  }));
  return { changes, columns };
}

/** The bare loop: difference by cohort, in order of number. */
function bareLoop({ originals, currents, cohorts }: Columns): number[] {
  const sums = new Float64Array(2 * COHORTS);
  const lost = new Float64Array(2 * COHORTS);
  const counts = new Int32Array(COHORTS);
  for (let row = 0; row < cohorts.length; row++) {
    const cohort = cohorts[row]!;
    counts[cohort]!++;
    let slot = 2 * cohort;
    let amount = originals[row]!;
    let before = sums[slot]!;
    let after = before + amount;
    lost[slot]! +=
      Math.abs(before) >= Math.abs(amount) ? before - after + amount : amount - after + before;
    sums[slot] = after;
    slot++;
    amount = currents[row]!;
    before = sums[slot]!;
    after = before + amount;
    lost[slot]! +=
      Math.abs(before) >= Math.abs(amount) ? before - after + amount : amount - after + before;
    sums[slot] = after;
  }
  return Array.from(counts, (_, cohort) => {
    const original = 2 * cohort;
    const current = original + 1;
    return sums[current]! - sums[original]! + (lost[current]! - lost[original]!);
  });
}

const median = (times: number[]): number =>
  [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? NaN;

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function checkSameSums(changes: PlacementChange[], columns: Columns): void {
  const bare = bareLoop(columns);
  for (const row of byCohort(changes, '52').slice(0, -1)) {
    const cohort = Number(row.cohort.split(' ')[1]);
    if (Math.abs(row.difference - (bare[cohort] ?? NaN)) < 0.005) continue;
    throw new Error(`${row.cohort}: ${row.difference} is not ${bare[cohort]}`);
  }
}

const { changes, columns } = invent();
checkSameSums(changes, columns);
const ours: number[] = [];
const bare: number[] = [];
for (let round = -WARM_UP; round < ROUNDS; round++) {
  const loop = timed(() => bareLoop(columns));
  const cohort = timed(() => byCohort(changes, '52'));
  if (round < 0) continue;
  bare.push(loop);
  ours.push(cohort);
}
const ratio = median(ours) / median(bare);
console.log(`byCohort  ${median(ours).toFixed(1)} ms for ${YOUNG_PEOPLE.toLocaleString('en-GB')}`);
console.log(`bare loop ${median(bare).toFixed(1)} ms`);
console.log(`ratio     ${ratio.toFixed(2)} (at most ${LIMIT.toFixed(2)})`);
if (!(ratio <= LIMIT)) process.exitCode = 1;
