import { spelt } from '../../../src/domain/classify/spelling';

describe('spelt', () => {
  it.each([
    ['brekdown', 'breakdown'],
    ['residental', 'residential'],
    ['stafing', 'staffing'],
    ['plannd', 'planned'],
    ['agnecy', 'agency'],
    ['guardianshp', 'guardianship'],
  ])('mends one slip: %s is %s', (typed, meant) => {
    expect(spelt(typed)).toBe(meant);
  });

  it.each([
    ['resi', 'residential'],
    ['b/down', 'breakdown'],
    ['fc', 'foster carer'],
    ['sg', 'sgo'],
    ['rtn', 'returned'],
  ])('writes out what officers shorten: %s is %s', (typed, meant) => {
    expect(spelt(typed)).toBe(meant);
  });

  it.each(['roster', 'career', 'mover', 'hone', 'constructor', 'toString', '漢字', ''])(
    'leaves %s alone, a word of its own or none',
    (word) => {
      expect(spelt(word)).toBe(word);
    },
  );

  it('leaves names alone', () => {
    expect(spelt('carere', true)).toBe('carere');
  });
});
