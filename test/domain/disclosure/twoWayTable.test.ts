import { hideSmallCounts } from '../../../src/domain/disclosure/twoWayTable';

const shown = (counts: (number | undefined)[][], threshold = 5) => {
  const hidden = hideSmallCounts(counts, threshold);
  return counts.map((row, at) =>
    row.map((count, column) => (hidden[at]![column] ? 'c' : (count ?? ''))),
  );
};

describe('hideSmallCounts', () => {
  it('takes a last row and column that add up for totals, which stand if they can', () => {
    expect(
      shown([
        [3, 20, 30, 53],
        [9, 40, 50, 99],
        [12, 60, 80, 152],
      ]),
    ).toEqual([
      ['c', 'c', 30, 53],
      ['c', 'c', 50, 99],
      [12, 60, 80, 152],
    ]);
  });

  it('keeps counts from whoever knows the totals where none are printed', () => {
    expect(shown([[3], [9], [20]])).toEqual([['c'], ['c'], [20]]);
    expect(
      shown([
        [3, 20, 30],
        [9, 40, 50],
      ]),
    ).toEqual([
      ['c', 'c', 30],
      ['c', 'c', 50],
    ]);
  });

  it('hides a total that is small, or alone small of the totals', () => {
    expect(shown([[1], [2], [3]])).toEqual([['c'], ['c'], ['c']]);
    expect(shown([[0], [3], [3]])).toEqual([[0], ['c'], ['c']]);
  });

  it('leaves headings and blanks as they are', () => {
    expect(
      shown([
        [undefined, undefined],
        [undefined, 3],
        [undefined, 8],
        [undefined, 11],
      ]),
    ).toEqual([
      ['', ''],
      ['', 'c'],
      ['', 'c'],
      ['', 11],
    ]);
    expect(shown([[undefined]])).toEqual([['']]);
    expect(hideSmallCounts([], 5)).toEqual([]);
  });
});
