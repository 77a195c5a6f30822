import { notYetWritten } from '../../src/domain/decisions';
import type { Decision } from '../../src/domain/ledger';

const decision = (changes: Partial<Decision> = {}): Decision => ({
  key: '["yp1"]',
  reason: 'Turned 18',
  note: '',
  facts: '12-abc',
  reference: 'YP1',
  cohort: '',
  opportunity: '',
  ...changes,
});

describe('what the ledger sheet does not say yet', () => {
  it('is a decision that does not stand there', () => {
    expect(notYetWritten([decision()], [])).toEqual([decision()]);
    expect(notYetWritten([decision()], [decision({ reason: 'Return home' })])).toEqual([
      decision(),
    ]);
    expect(notYetWritten([decision()], [decision()])).toEqual([]);
  });

  it('is that a decision there was taken back, as long as it stands there', () => {
    const takenBack = decision({ reason: null });
    expect(notYetWritten([takenBack], [decision()])).toEqual([takenBack]);
    expect(notYetWritten([takenBack], [])).toEqual([]);
  });

  it('is not a decision that stands there under another key of the same child and facts', () => {
    const byFacts = decision({ key: '["yp1","12-abc"]' });
    expect(notYetWritten([decision()], [byFacts])).toEqual([]);
  });
});
