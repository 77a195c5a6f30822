import { classify } from '../../../src/domain/classify/classify';
import { UNCLEAR } from '../../../src/domain/reason';
import { dataRows } from '../../csvRows';
import { isPutAside, labelledRows, type LabelledRow } from '../../labelledRows';

const answersTo = (rows: readonly LabelledRow[]) =>
  rows.map((row) => ({ ...row, answer: classify(row.circumstances) }));

const shareRight = (rows: readonly LabelledRow[]): number =>
  answersTo(rows).filter(({ label, answer }) => answer.reason === label).length / rows.length;

/** Rows that a reader found unclear and that are given a reason nobody is asked to look at. */
const settledThoughUnclear = (rows: readonly LabelledRow[]): string[] =>
  answersTo(rows)
    .filter(({ label, answer }) => label === UNCLEAR && answer.reason !== UNCLEAR && !answer.review)
    .map(({ id }) => id);

const development = labelledRows('reasons-development.csv').filter((row) => !isPutAside(row));
const more = labelledRows('reasons-more.csv');

describe('the rows that the classifier was developed on', () => {
  it('are 220, ten of each reason', () => {
    expect(development).toHaveLength(220);
    expect(new Set(development.map(({ label }) => label)).size).toBe(22);
  });

  it('get their reason in 95 of 100 and more', () => {
    expect(shareRight(development)).toBeGreaterThanOrEqual(0.95);
  });

  it('are never settled where a reader found them unclear', () => {
    expect(settledThoughUnclear(development)).toEqual([]);
  });
});

describe('the notes that others wrote to try it', () => {
  it('get their reason in 95 of 100 and more', () => {
    expect(shareRight(more)).toBeGreaterThanOrEqual(0.95);
  });

  it('are never settled where a reader found them unclear', () => {
    expect(settledThoughUnclear(more)).toEqual([]);
  });
});

describe('the notes of a reader who knew the definitions alone', () => {
  const fresh = labelledRows('reasons-fresh.csv');

  it('get their reason in 95 of 100 and more', () => {
    expect(fresh).toHaveLength(100);
    expect(shareRight(fresh)).toBeGreaterThanOrEqual(0.95);
  });

  it('are never settled where the reader found them unclear', () => {
    expect(settledThoughUnclear(fresh)).toEqual([]);
  });
});

describe('the sample tracker', () => {
  const [headings = [], ...rows] = dataRows('impower-cohorts.csv');
  const expected = new Map(
    dataRows('impower-cohorts.expected.csv')
      .slice(1)
      .map(([reference = '', reason = '']) => [reference, reason]),
  );
  const answers = rows.map((cells) => {
    const cell = (heading: string) => cells[headings.indexOf(heading)] ?? '';
    const placement = (side: 'original' | 'current') => ({
      placement: cell(`${side}_placement`),
      provider: cell(`${side}_provider`),
      cost: Number(cell(`${side}_weekly_cost`)),
    });
    const circumstances = {
      note: cell('note'),
      original: placement('original'),
      current: placement('current'),
    };
    return { reference: cell('child_ref'), answer: classify(circumstances) };
  });

  it('gets every reason of the paper’s tables', () => {
    const wrong = answers.filter(
      ({ reference, answer }) => answer.reason !== expected.get(reference),
    );
    expect(wrong).toEqual([]);
  });

  it('has the child of no row alone put to a person', () => {
    const asked = answers.filter(({ answer }) => answer.review);
    expect(asked.map(({ reference }) => reference)).toEqual(['YP057']);
  });
});
