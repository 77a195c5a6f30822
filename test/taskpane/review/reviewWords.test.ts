import * as fc from 'fast-check';
import { displayName, reasons } from '../../../src/domain/reason';
import { confidenceWords } from '../../../src/taskpane/review/confidenceWords';
import {
  changeText,
  costText,
  nameOf,
  placementText,
} from '../../../src/taskpane/review/entryTexts';
import { reasonsLike } from '../../../src/taskpane/review/reasonSearch';
import { undecided, young } from './reviewExample';

describe('a confidence in words', () => {
  it('follows the yardstick, the humbler word in its gaps', () => {
    expect([1, 0.95, 0.94, 0.8, 0.79, 0.55, 0.54, 0.4, 0.39].map(confidenceWords)).toEqual([
      'Almost certain, 100%',
      'Almost certain, 95%',
      'Highly likely, 94%',
      'Highly likely, 80%',
      'Likely, 79%',
      'Likely, 55%',
      'A realistic possibility, 54%',
      'A realistic possibility, 40%',
      'Little more than a guess, 39%',
    ]);
  });

  it('never prints what is not certain as 100%', () => {
    expect(confidenceWords(0.999)).toBe('Almost certain, 99%');
  });
});

describe('a reason by a few letters', () => {
  it('is found by the beginning of any of its words, and of several', () => {
    expect(reasonsLike('upl')).toEqual(['Same placement, uplift agreed']);
    expect(reasonsLike('cost red')).toEqual(['Same placement, cost reduced']);
    expect(reasonsLike('16+')).toEqual(['To new 16+ placement']);
  });

  it('is found by what is printed and by its own name', () => {
    expect(reasonsLike('lcc')).toEqual(['From IFA to in-house']);
    expect(reasonsLike('in-house')).toEqual(['From IFA to in-house']);
  });

  it('comes first where it begins so', () => {
    expect(reasonsLike('no')[0]).toBe('No change');
    expect(reasonsLike('ext')[0]).toBe('External foster care');
  });

  it('is every reason while nothing is typed, and none for words that no reason has', () => {
    expect(reasonsLike(' ')).toEqual([...reasons]);
    expect(reasonsLike('xyz')).toEqual([]);
  });

  it('is always among those found by the beginning of its printed name', () => {
    fc.assert(
      fc.property(fc.constantFrom(...reasons), fc.nat(40), (reason, length) => {
        expect(reasonsLike(displayName(reason).slice(0, length))).toContain(reason);
      }),
    );
  });

  it('is looked for without fault in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(reasons).toEqual(expect.arrayContaining(reasonsLike(typed)));
      }),
    );
  });
});

describe('a young person', () => {
  const entry = (over = {}) => undecided([young(5, over)])[0]!;

  it('is called by the reference, else by the row', () => {
    expect(nameOf(entry())).toBe('YP005');
    expect(nameOf(entry({ reference: '' }))).toBe('Row 5');
  });

  it('has a change in the chosen signs, or none where a cost is not known', () => {
    expect(changeText(entry(), 'minus')).toBe('-£300.00');
    expect(changeText(entry(), 'brackets')).toBe('(£300.00)');
    expect(changeText({ ...entry(), current: undefined }, 'minus')).toBe('Not known');
    expect(costText(undefined)).toBe('No amount');
  });

  it('is in a placement with its provider, where the tracker says so', () => {
    expect(placementText({ placement: 'Foster care', provider: '' })).toBe('Foster care');
    expect(placementText({ placement: ' ', provider: '' })).toBe('Not said');
  });
});
