import fc from 'fast-check';
import { reconcile } from '../../src/functions/functions';
import { dataRows } from '../csvRows';
import { down, thrown, wholeColumn } from './customFunctions';

const paper = dataRows('paper-000.csv');
const column = (from: string, to: string, at: number): string[][] => {
  const first = paper.findIndex(([label]) => label === from);
  const last = paper.findIndex(([label], row) => row > first && label === to);
  return paper.slice(first, last + 1).map((row) => [row[at]!]);
};

describe('RECONCILE', () => {
  it('says so where parts add up to what is stated', () => {
    expect(reconcile([['£190.00']], down(100, '', '£90.00'))).toEqual([['Reconciles']]);
    expect(reconcile([[0.3]], down(0.1, 0.2))).toEqual([['Reconciles']]);
  });

  it('is stated less the sum where they do not: the paper’s increases, its reductions', () => {
    const increases = column('Same placement, uplift agreed', 'To external IFA', 2);
    expect(reconcile([['£48,212.50']], increases)).toEqual([[-1916.3]]);
    const reductions = column('Turned 18', 'From IFA to LCC', 2);
    expect(reconcile([['£64,884.57']], reductions)).toEqual([[-0.01]]);
    expect(reconcile([['£64,884.57']], reductions, [[0.04]])).toEqual([['Reconciles']]);
  });

  it('is of the opposite sign for parts and total the other way round', () => {
    const pounds = fc.integer({ min: -1e8, max: 1e8 }).map((pence) => pence / 100);
    fc.assert(
      fc.property(pounds, pounds, (one, other) => {
        const [[there]] = reconcile([[one]], [[other]]) as [[unknown]];
        const [[back]] = reconcile([[other]], [[one]]) as [[unknown]];
        if (there === 'Reconciles') expect(back).toBe(there);
        else expect(back).toBeCloseTo(-Number(there), 9);
      }),
    );
  });

  it('reads a whole column below its heading', () => {
    expect(reconcile([[190]], wholeColumn('Weekly cost', 100, 90))).toEqual([['Reconciles']]);
  });

  it('names what cannot be used', () => {
    expect(thrown(() => reconcile([[190]], down(100, 'TBC')))).toMatch(
      /^#VALUE!: Row 2 of parts is not an amount/,
    );
    expect(thrown(() => reconcile([['']], down(100)))).toMatch(/^#N\/A: Stated is blank/);
    expect(thrown(() => reconcile([[100]], down('', '')))).toMatch(/^#N\/A: There are no parts/);
    expect(thrown(() => reconcile(down(1, 2), down(1)))).toBe(
      '#VALUE!: Stated is several cells: give one.',
    );
    expect(thrown(() => reconcile([[1]], down(1), [[-1]]))).toMatch(/^#VALUE!: The tolerance/);
  });
});
