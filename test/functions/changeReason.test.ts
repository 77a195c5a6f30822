import { classify } from '../../src/domain/classify/classify';
import type { Circumstances } from '../../src/domain/circumstances';
import { changeEvidence, changeReason } from '../../src/functions/functions';
import { down, seen, thrown, wholeColumn } from './customFunctions';

jest.mock('../../src/domain/classify/classify', () => ({
  classify: jest.fn(({ note, endedOn }: Circumstances) => ({
    reason: endedOn === undefined ? 'No change' : 'Return home',
    confidence: 0.75,
    review: false,
    evidence: [
      { kind: 'note', text: `“${note}”` },
      { kind: 'fact', text: 'two facts' },
    ],
  })),
}));

const asked = jest.mocked(classify);
beforeEach(() => asked.mockClear());

const nothingKnown = {
  note: '',
  original: { placement: '', provider: '', cost: undefined },
  current: { placement: '', provider: '', cost: undefined },
  dateOfBirth: undefined,
  endedOn: undefined,
  reviewDate: undefined,
};

describe('CHANGE_REASON', () => {
  it('hands everything that is known over, costs and dates as they are typed', () => {
    const reason = changeReason(
      [['Went home\non 3 May']],
      [['IFA']],
      [['PR4']],
      [['£1,234.50 pw']],
      [['Home']],
      [['Parent']],
      [['nil']],
      [['10/09/2009']],
      [[45415]],
      [['2024-12-03']],
    );
    expect(reason).toEqual([['Return home']]);
    expect(asked).toHaveBeenCalledWith({
      note: 'Went home\non 3 May',
      original: { placement: 'IFA', provider: 'PR4', cost: 1234.5 },
      current: { placement: 'Home', provider: 'Parent', cost: 0 },
      dateOfBirth: '2009-09-10',
      endedOn: '2024-05-03',
      reviewDate: '2024-12-03',
    });
  });

  it('takes a blank for something not known, and needs no argument more than another', () => {
    expect(changeReason([['Moved']], [['']], null as never)).toEqual([['No change']]);
    expect(asked).toHaveBeenLastCalledWith({ ...nothingKnown, note: 'Moved' });
    changeReason(null as never, undefined, undefined, [[500]]);
    expect(asked).toHaveBeenLastCalledWith({
      ...nothingKnown,
      original: { ...nothingKnown.original, cost: 500 },
    });
  });

  it('leaves a blank row blank, whatever single cell stands for every row', () => {
    const reasons = changeReason(
      down('Moved', '', ' '),
      undefined,
      undefined,
      down('', '', 500),
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      [['03/12/2024']],
    );
    expect(reasons).toEqual(down('No change', '', 'No change'));
    expect(changeReason([['']])).toEqual([['']]);
    expect(changeReason(null as never)).toEqual([['']]);
  });

  it('says which cost, date or error cannot be read, and spoils no other row', () => {
    const reasons = changeReason(
      down('a', 'b', '#REF!', 'd'),
      undefined,
      undefined,
      down('TBC', 1, 1, 1),
      undefined,
      undefined,
      undefined,
      down('', '31/02/2010', '', ''),
    );
    expect(seen(reasons)).toEqual(
      down(
        '#VALUE!: Row 1 of original cost is not an amount of money; type a weekly amount such as 1,234.50, or leave it blank.',
        '#VALUE!: Row 2 of date of birth is not a date; type one such as 03/12/2024, or leave it blank.',
        '#VALUE!: Row 3 of note is not text but an error; mend its formula, or leave it blank.',
        'No change',
      ),
    );
  });

  it('reads whole columns below their headings, and none of their million blank rows', () => {
    const reasons = changeReason(
      wholeColumn('Note', 'Same', '', 'Same'),
      wholeColumn('Original placement', 'IFA', '', 'Resi'),
      wholeColumn('Provider'),
      wholeColumn('Original cost', 500, '', 600),
    );
    expect(reasons).toEqual(down('No change', '', 'No change'));
    expect(asked).toHaveBeenCalledTimes(2);
    expect(changeReason(wholeColumn(), wholeColumn())).toEqual([['']]);
  });

  it('classifies rows that are the same once', () => {
    const notes = Array.from({ length: 50_000 }, (_, row) => [`Note ${row % 3}`]);
    expect(changeReason(notes)).toHaveLength(50_000);
    expect(asked).toHaveBeenCalledTimes(3);
  });

  it('refuses columns of different sizes', () => {
    expect(thrown(() => changeReason(down('a', 'b'), down('IFA', 'IFA', 'IFA')))).toBe(
      '#VALUE!: Note is 2 rows by 1 column but original placement is 3 rows by 1 column: make them the same size.',
    );
  });
});

describe('CHANGE_EVIDENCE', () => {
  it('is reason, confidence and evidence in three columns, a row for each row', () => {
    expect(changeEvidence(down('Moved', '', 'Stayed'))).toEqual([
      ['No change', 0.75, '“Moved”; two facts'],
      ['', '', ''],
      ['No change', 0.75, '“Stayed”; two facts'],
    ]);
    expect(changeEvidence(wholeColumn())).toEqual([['', '', '']]);
  });

  it('is the error in all three columns where a row cannot be read', () => {
    const error = expect.stringMatching(/^#VALUE!: Row 2 of current cost is not an amount/);
    const costs = down(1, 'about 500');
    const none = undefined;
    expect(seen(changeEvidence(down('a', 'b'), none, none, none, none, none, costs))).toEqual([
      ['No change', 0.75, '“a”; two facts'],
      [error, error, error],
    ]);
  });

  it('takes one column of each, for it fills three', () => {
    expect(thrown(() => changeEvidence([['a', 'b']]))).toBe(
      '#VALUE!: Three columns are filled beside each row, so give ranges of one column.',
    );
  });

  it('fits a cell, however much evidence there is', () => {
    const [[, , text]] = changeEvidence([['x'.repeat(32_767)]]) as [[string, number, string]];
    expect(text).toHaveLength(32_767);
  });
});
