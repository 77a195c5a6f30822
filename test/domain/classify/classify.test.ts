import fc from 'fast-check';
import type { Circumstances } from '../../../src/domain/circumstances';
import { classify } from '../../../src/domain/classify/classify';
import { reasons } from '../../../src/domain/reason';
import { labelledRows } from '../../labelledRows';

const cost = fc.option(fc.double({ min: 0, max: 20_000, noNaN: true }), { nil: undefined });
const date = fc.option(
  fc
    .date({ min: new Date('2000-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
  { nil: undefined },
);
const words = fc.constantFrom(
  'K2',
  'IFA',
  'Same',
  'U4',
  'home',
  'E4A',
  'Left care',
  '',
  '?',
  'SGO',
);
const placement = fc.record({
  placement: fc.oneof(words, fc.string()),
  provider: fc.oneof(fc.constantFrom('PR1', 'PR4', 'LCC', '', 'Same'), fc.string()),
  cost,
});
const phrases = fc.constantFrom(
  'not',
  'moved to',
  'solo',
  'carers gave notice',
  'uplift agreed',
  'brother',
  'SGO',
  '2:1',
  'home to mum',
  ',',
  '.',
  'planned for',
  'last year',
);
const note = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(phrases, { maxLength: 40 }).map((parts) => parts.join(' ')),
);
const circumstances: fc.Arbitrary<Circumstances> = fc.record({
  note,
  original: placement,
  current: placement,
  dateOfBirth: date,
  endedOn: date,
  reviewDate: date,
});

describe('classify', () => {
  it('answers anything with a reason, a confidence and spans inside the note', () => {
    fc.assert(
      fc.property(circumstances, (row) => {
        const { reason, confidence, evidence } = classify(row);
        expect(reasons).toContain(reason);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        for (const { span, text } of evidence) {
          expect(text).not.toBe('');
          if (!span) continue;
          expect(span[0]).toBeGreaterThanOrEqual(0);
          expect(span[0]).toBeLessThan(span[1]);
          expect(span[1]).toBeLessThanOrEqual(row.note.length);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['one long word', 'a'.repeat(100_000)],
    ['no full stop', 'moved to his brother and not to a solo home '.repeat(2_500)],
    ['marks alone', '.,;:()?!"-'.repeat(10_000)],
    ['another script', '漢字かな '.repeat(20_000)],
    ['emoji', '🏠👧🏽➡️'.repeat(15_000)],
    ['control characters', '\u0000\u0007\u001b\u2028'.repeat(25_000)],
    ['digits', '12/34/56 2:1 £1,234.56% '.repeat(5_000)],
  ])('reads 100,000 characters of %s', (_, text) => {
    const row = { note: text, original: home, current: home };
    expect(reasons).toContain(classify(row).reason);
  });

  it('answers the same each time, whatever was asked in between', () => {
    fc.assert(
      fc.property(circumstances, circumstances, (row, another) => {
        const first = classify(row);
        classify(another);
        expect(classify(row)).toEqual(first);
      }),
    );
  });

  it('answers each row of a tracker as if it stood alone', () => {
    const rows = labelledRows('reasons-more.csv').map((row) => row.circumstances);
    const forwards = rows.map((row) => classify(row));
    const backwards = [...rows]
      .reverse()
      .map((row) => classify(row))
      .reverse();
    expect(backwards).toEqual(forwards);
  });

  it('takes a difference up to the materiality for no change, and one above for a change', () => {
    const by = (difference: number, materiality?: number) =>
      classify(
        { note: '', original: home, current: { ...home, cost: home.cost + difference } },
        materiality,
      ).reason;
    expect(by(3)).toBe('No change');
    expect(by(-3)).toBe('No change');
    expect(by(3.01)).toBe('Same placement, uplift agreed');
    expect(by(3.01, 5)).toBe('No change');
    expect(by(0.5, 0)).toBe('Same placement, uplift agreed');
  });

  it('measures the materiality in whole pence, as tables do', () => {
    const of = (current: number, materiality: number) =>
      classify({ note: '', original: home, current: { ...home, cost: current } }, materiality)
        .reason;
    expect(of(5000.0000001, 0)).toBe('No change');
    expect(of(5003.001, 3)).toBe('No change');
  });

  it.each([
    ['Uplift declined by panel', 'Other / unclear'],
    ['Provider asked for an uplift, refused', 'Other / unclear'],
    ['Uplift of 5% requested but not agreed', 'Other / unclear'],
    ['Uplift not yet agreed', 'Same placement, uplift agreed'],
  ])('asks about a cost that rose where the note says: %s', (note, reason) => {
    const risen = { ...home, cost: 5200 };
    expect(classify({ note, original: home, current: risen })).toMatchObject({
      reason,
      review: true,
    });
  });

  it('says in its evidence what decided and what was set aside', () => {
    const { evidence } = classify({
      note: 'Uplift request turned down. Moved to solo placement 4/6.',
      original: home,
      current: { placement: 'Solo residential', provider: 'Dunmere Care', cost: 9400 },
    });
    expect(evidence).toContainEqual({
      kind: 'note',
      text: '“solo placement”: the only resident',
      span: [37, 51],
    });
    expect(evidence).toContainEqual({
      kind: 'set aside',
      text: '“Uplift”: set aside, it did not happen',
      span: [0, 6],
    });
  });

  it('puts every unclear row to a person', () => {
    fc.assert(
      fc.property(circumstances, (row) => {
        const { reason, review } = classify(row);
        if (reason === 'Other / unclear') expect(review).toBe(true);
      }),
    );
  });
});

const home = { placement: 'Residential', provider: 'Amberlea Homes', cost: 5000 };

describe('an 18th birthday', () => {
  const ended: Circumstances = {
    note: '',
    original: { placement: 'Residential', provider: 'Ashgrove', cost: 4200 },
    current: { placement: '', provider: '', cost: 0 },
  };

  it('of a child born on 29 February ends a cost in a year without that day', () => {
    const { reason } = classify({
      ...ended,
      dateOfBirth: '2008-02-29',
      endedOn: '2026-03-01',
      reviewDate: '2026-04-30',
    });
    expect(reason).toBe('Turned 18');
  });

  it('is not held against a placement that says 18 where no date tells the age', () => {
    const left = { ...ended, current: { placement: 'Turned 18', provider: '', cost: 0 } };
    expect(classify({ ...left, dateOfBirth: '2007-05-02' }).reason).toBe('Turned 18');
    expect(classify({ ...left, dateOfBirth: '2009-05-02', reviewDate: '2024-12-03' }).reason).toBe(
      'Other / unclear',
    );
  });
});
