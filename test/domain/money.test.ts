import * as fc from 'fast-check';
import { readMoney, roundPence, RunningTotal, sum } from '../../src/domain/money';

const value = (pounds: number) => ({ kind: 'value', value: pounds });

describe('readMoney', () => {
  it.each<[string, number]>([
    ['£1,234.50', 1234.5],
    ['1234.5', 1234.5],
    ['(45.00)', -45],
    ['(£45)', -45],
    ['£(45)', -45],
    ['-45', -45],
    ['45-', -45],
    ['\u221245', -45],
    ['\u201345', -45],
    ['-£45', -45],
    ['£-45', -45],
    ['+£17,563.88', 17563.88],
    ['6.4k', 6400],
    ['1.005k', 1005],
    ['£1.2m', 1_200_000],
    ['890 pw', 890],
    ['890pw', 890],
    ['890 p/w', 890],
    ['890 p.w.', 890],
    ['890/wk', 890],
    ['890 per week', 890],
    ['£890.00 a week', 890],
    ['£890.00 Weekly', 890],
    ['(45.00) pw', -45],
    ['(45 pw)', -45],
    ['6.4k pw', 6400],
    ['GBP 45', 45],
    ['45 gbp', 45],
    ['.50', 0.5],
    ['450.', 450],
    ["'45", 45],
    ['\u00a0 £\u00a045 \u202f', 45],
    ['nil', 0],
    ['NIL', 0],
    ['-', 0],
    ['\u2013', 0],
    ['\u2014', 0],
    [' £ -   ', 0],
    ['1,000,000.123', 1_000_000.123],
  ])('reads %j as %d', (typed, pounds) => {
    expect(readMoney(typed)).toEqual(value(pounds));
  });

  it.each([
    'TBC',
    'n/a',
    '£',
    '£-£',
    '1.234,50',
    '12,34',
    '1,23,456',
    '0,123',
    '1 234.50',
    '5-6',
    'about 500',
    'approx',
    '10%',
    '$45',
    '03/12/2024',
    '3 Dec 2024',
    '--45',
    '(-45)',
    '-45-',
    '££5',
    '1e5',
    '0x10',
    'Infinity',
    '45\u00b2',
    '45p',
    '.',
  ])('does not guess at %j', (typed) => {
    expect(readMoney(typed)).toEqual({
      kind: 'unreadable',
      why: `holds "${typed}", which is not an amount of money`,
    });
  });

  it.each([
    ['500 per month', 'a month'],
    ['500pcm', 'a month'],
    ['28,000 a year', 'a year'],
    ['£28k pa', 'a year'],
    ['120 per night', 'a night'],
    ['1000 fortnightly', 'a fortnight'],
    ['4000 per 4 weeks', 'four weeks'],
  ])('asks for a weekly amount where %j is for %s', (typed, span) => {
    expect(readMoney(typed)).toEqual({
      kind: 'unreadable',
      why: `holds "${typed}", an amount for ${span}; a weekly amount is needed`,
    });
  });

  it.each(['#REF!', '#N/A', '#DIV/0!', '#VALUE!', '#NAME?', '#NUM!', '#NULL!', '#SPILL!'])(
    'names the error %s',
    (error) => {
      expect(readMoney(error)).toEqual({ kind: 'unreadable', why: `holds the error ${error}` });
    },
  );

  it('tells a blank from a zero', () => {
    for (const blank of ['', ' ', '\u00a0', "'"]) expect(readMoney(blank).kind).toBe('blank');
    expect(readMoney(0)).toEqual(value(0));
    expect(readMoney(-0)).toEqual(value(0));
  });

  it('reads no truth value and no number without end', () => {
    for (const cell of [true, false, NaN, Infinity, -Infinity]) {
      expect(readMoney(cell).kind).toBe('unreadable');
    }
  });

  it('reads back every amount that Excel would show, in every form', () => {
    const pence = fc.integer({ min: 0, max: 1e12 });
    fc.assert(
      fc.property(pence, fc.boolean(), (amount, negative) => {
        const digits = (amount / 100).toLocaleString('en-GB', { minimumFractionDigits: 2 });
        const expected = value(negative && amount > 0 ? -amount / 100 : amount / 100);
        const forms = negative
          ? [`-£${digits}`, `(${digits})`, `${digits}-`, `(£${digits}) pw`, `£-${digits}`]
          : [`£${digits}`, digits, `${digits} per week`, `+${digits}`, digits.replaceAll(',', '')];
        for (const form of forms) expect(readMoney(form)).toEqual(expected);
      }),
    );
  });

  it('never makes a zero, or a number without end, of text that it cannot read', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const reading = readMoney(text);
        if (reading.kind !== 'value') return;
        expect(Number.isFinite(reading.value)).toBe(true);
        if (reading.value === 0)
          expect(text).toMatch(/0|nil|zero|^[\s'£]*[-\u2010-\u2015\u2212]\s*$/i);
      }),
    );
  });

  it('refuses a text of a hundred thousand digits at once, and quotes little of it', () => {
    const reading = readMoney('9'.repeat(100_000));
    expect(reading.kind).toBe('unreadable');
    expect(JSON.stringify(reading).length).toBeLessThan(150);
  });
});

/** Decimals of up to four places, as the exact number of hundredths of a penny. */
const hundredths = fc.integer({ min: -50_000_0000, max: 50_000_0000 });
const exactPence = (total: bigint): number => {
  const size = total < 0n ? -total : total;
  const pence = Number((size + 50n) / 100n);
  return pence === 0 ? 0 : (total < 0n ? -pence : pence) / 100;
};

describe('sum', () => {
  it('is right to the penny in whatever order rows come, fractions of a penny and all', () => {
    fc.assert(
      fc.property(
        fc
          .array(hundredths, { maxLength: 300 })
          .chain((rows) =>
            fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
          ),
        ([rows, shuffled]) => {
          const exact = exactPence(rows.reduce((total, row) => total + BigInt(row), 0n));
          expect(roundPence(sum(rows.map((row) => row / 10_000)))).toBe(exact);
          expect(roundPence(sum(shuffled.map((row) => row / 10_000)))).toBe(exact);
        },
      ),
    );
  });

  it('keeps what plain addition drops', () => {
    expect(sum([1e16, 1, -1e16])).toBe(1);
    expect(sum([])).toBe(0);
  });

  it('adds a million amounts to the penny', () => {
    expect(sum(Array.from({ length: 1_000_000 }, () => 0.1))).toBe(100_000);
  });
});

describe('RunningTotal', () => {
  it('adds and takes away other totals without losing their compensation', () => {
    const [large, other] = [new RunningTotal(), new RunningTotal()];
    for (const amount of [1e16, 1]) large.add(amount);
    other.add(1e16);
    large.addTotal(other, -1);
    expect(large.pounds).toBe(1);
  });
});

describe('roundPence', () => {
  it.each([
    [1.005, 1.01],
    [-2.675, -2.68],
    [1982.105, 1982.11],
    [-1982.105, -1982.11],
    [1.0049, 1],
    [9000.035 - 9000.03, 0.01],
    [0, 0],
    [12345678901234.56, 12345678901234.56],
    [1e300, 1e300],
  ])('rounds %d to %d', (pounds, rounded) => {
    expect(roundPence(pounds)).toBe(rounded);
  });

  it('is never minus zero', () => {
    expect(Object.is(roundPence(-0.001), 0)).toBe(true);
    expect(Object.is(roundPence(-0), 0)).toBe(true);
  });

  it('rounds any decimal half away from zero, like exact arithmetic', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), (exact) => {
        expect(roundPence(Number(exact) / 10_000)).toBe(exactPence(exact));
      }),
    );
  });

  it('rounds once: what is rounded stays', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (pounds) => {
        expect(roundPence(roundPence(pounds))).toBe(roundPence(pounds));
      }),
    );
  });
});
