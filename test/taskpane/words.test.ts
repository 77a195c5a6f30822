import { counted } from '../../src/domain/counted';
import { failureSentence } from '../../src/taskpane/failureSentence';
import { longDate } from '../../src/reports/longDate';
import { typedDate } from '../../src/domain/ukDate';
import { WorkbookError } from '../../src/workbook/workbookError';

describe('failureSentence', () => {
  it('is a workbook error’s own sentence', () => {
    expect(failureSentence(new WorkbookError('The sheet is protected.'))).toBe(
      'The sheet is protected.',
    );
  });

  it('shows nothing of an error that was not foreseen, for it could hold what stands in cells', () => {
    const sentence = failureSentence(new TypeError('cannot read £4,500 for J. Smith'));
    expect(sentence).not.toContain('Smith');
    expect(sentence).toMatch(/try again\.$/);
  });
});

describe('dates', () => {
  it('are written in words and as officers type them', () => {
    expect(longDate('2024-12-03')).toBe('3 December 2024');
    expect(typedDate('2024-12-03')).toBe('03/12/2024');
  });
});

describe('counted', () => {
  it('puts the noun in the number that fits', () => {
    expect(counted(1, 'row')).toBe('1 row');
    expect(counted(0, 'row')).toBe('0 rows');
    expect(counted(1200, 'young person', 'young people')).toBe('1,200 young people');
  });
});
