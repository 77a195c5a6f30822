import { checkText, readCheck } from '../../src/reports/ledgerCheck';
import type { LedgerEntry } from '../../src/domain/ledger';

const entry = (decisionNote: string) =>
  ({
    key: '["yp1"]',
    facts: '12-abc',
    reason: 'Turned 18',
    decidedOn: '12-abc',
    decisionNote,
  }) as LedgerEntry;

describe('the check of a ledger row', () => {
  it('is read back as it was written', () => {
    expect(readCheck(checkText(entry('as agreed')))).toEqual({
      key: '["yp1"]',
      facts: '12-abc',
      reason: 'Turned 18',
      decided: { facts: '12-abc', note: 'as agreed' },
    });
  });

  it('fits a cell of Excel however long the note is', () => {
    expect(checkText(entry('"'.repeat(40_000))).length).toBeLessThan(32_767);
    expect(checkText(entry('a'.repeat(32_000))).length).toBeLessThan(32_767);
  });
});
