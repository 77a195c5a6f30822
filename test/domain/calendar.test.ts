import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import * as fc from 'fast-check';
import {
  addDays,
  birthday,
  annualise,
  bases,
  basisName,
  dayCount,
  daysBetween,
  daysInFinancialYear,
  financialPeriodOf,
  financialYearBounds,
  financialYearOf,
  fromSerial,
  partYearEffect,
  readBasis,
  readDate,
  readFinancialYear,
  toSerial,
  weeksIn,
  type FinancialYear,
} from '../../src/domain/calendar';
import { roundPence } from '../../src/domain/money';

const value = <T>(read: T) => ({ kind: 'value', value: read });
const date = fc.integer({ min: 0, max: 2_900_000 }).map((days) => addDays('1904-01-01', days));

describe('Excel serials', () => {
  it.each<[number, 1900 | 1904, string]>([
    [1, 1900, '1900-01-01'],
    [59, 1900, '1900-02-28'],
    [61, 1900, '1900-03-01'],
    [36526, 1900, '2000-01-01'],
    [35064, 1904, '2000-01-01'],
    [0, 1904, '1904-01-01'],
    [45629.99, 1900, '2024-12-03'],
    [2958465, 1900, '9999-12-31'],
    [2957003, 1904, '9999-12-31'],
  ])('%d in the %d system is %s', (serial, system, iso) => {
    expect(readDate(serial, system)).toEqual(value(iso));
    expect(toSerial(iso, system)).toBe(Math.floor(serial));
  });

  it.each<[number, 1900 | 1904]>([
    [60, 1900],
    [60.5, 1900],
    [0, 1900],
    [0.5, 1900],
    [-1, 1900],
    [-1, 1904],
    [2958466, 1900],
    [2957004, 1904],
    [1e300, 1900],
    [NaN, 1900],
  ])('%d in the %d system is no date', (serial, system) => {
    expect(readDate(serial, system).kind).toBe('unreadable');
  });

  it('go to a date and back in both systems', () => {
    fc.assert(
      fc.property(date, fc.constantFrom(1900 as const, 1904 as const), (iso, system) => {
        expect(fromSerial(toSerial(iso, system), system)).toBe(iso);
      }),
    );
  });

  it('are refused for dates that the system cannot hold', () => {
    expect(() => toSerial('1899-12-31', 1900)).toThrow(RangeError);
    expect(() => toSerial('1903-12-31', 1904)).toThrow(RangeError);
  });
});

describe('typed dates', () => {
  it.each([
    '03/12/2024',
    '3/12/24',
    '3.12.24',
    '03-12-2024',
    '2024-12-03',
    '2024/12/03',
    '2024-12-03 00:00:00',
    '2024-12-03T00:00:00.000Z',
    '03/12/2024 14:30',
    '3 Dec 2024',
    '3rd December 2024',
    '3-Dec-24',
    'Tue 3 Dec 2024',
    'Tuesday, 3rd December, 2024',
    'Tue 03/12/2024',
    'December 3, 2024',
    "'03/12/2024",
    ' 3\u00a0Dec\u00a02024 ',
    '45629',
  ])('%j is 3 December 2024', (typed) => {
    expect(readDate(typed, 1900)).toEqual(value('2024-12-03'));
  });

  it('puts two-digit years from 50 in the last century', () => {
    expect(readDate('1/1/49', 1900)).toEqual(value('2049-01-01'));
    expect(readDate('1/1/50', 1900)).toEqual(value('1950-01-01'));
  });

  it.each([
    ['31/02/2024', 'holds "31/02/2024", but February 2024 has 29 days'],
    ['29 Feb 2023', 'holds "29 Feb 2023", but February 2023 has 28 days'],
    ['12/13/2024', 'holds "12/13/2024", but there is no month 13; dates are read day, month, year'],
    ['0/1/2024', 'holds "0/1/2024", but no month has a day 0'],
    ['Mon 3 Dec 2024', 'holds "Mon 3 Dec 2024", but that day is a Tuesday'],
    ['3/12/1024', 'holds "3/12/1024", but the year 1024 is too early'],
    ['Dec 2024', 'holds "Dec 2024", which is not a date'],
    ['3/12', 'holds "3/12", which is not a date'],
    ['20241203', 'holds "20241203", which is not a date'],
    ['3 Decade 2024', 'holds "3 Decade 2024", which is not a date'],
    ['ongoing', 'holds "ongoing", which is not a date'],
    ['#N/A', 'holds the error #N/A'],
  ])('%j is refused with its reason', (typed, why) => {
    expect(readDate(typed, 1900)).toEqual({ kind: 'unreadable', why });
  });

  it('reads blanks and dashes as blank, and no truth value', () => {
    for (const blank of ['', ' ', '-', '\u2014']) expect(readDate(blank, 1900).kind).toBe('blank');
    expect(readDate(true, 1900).kind).toBe('unreadable');
  });

  it('reads back every date however it is written', () => {
    fc.assert(
      fc.property(date, (iso) => {
        const [year, month, day] = iso.split('-');
        for (const typed of [`${day}/${month}/${year}`, `${day}.${month}.${year}`, iso]) {
          expect(readDate(typed, 1904)).toEqual(value(iso));
        }
      }),
    );
  });

  it('refuses a text of a hundred thousand characters at once', () => {
    expect(readDate('1/'.repeat(50_000), 1900).kind).toBe('unreadable');
  });
});

describe('the machine\u2019s zone', () => {
  const script = `
    require(${JSON.stringify(join(__dirname, '../../bench/typescript.js'))});
    const c = require(${JSON.stringify(join(__dirname, '../../src/domain/calendar.ts'))});
    console.log(JSON.stringify([
      c.readDate(45747.5, 1900), c.readDate('Sun 30 Mar 2025', 1900), c.readDate('31/03/2025', 1904),
      c.toSerial('2025-03-30', 1900), c.financialYearOf('2025-03-31'), c.addDays('2025-03-29', 2),
      c.dayCount('2025-03-30', '2025-04-01', '2024/25'), c.daysInFinancialYear('2027/28')]))`;
  const inZone = (zone: string): string =>
    execFileSync(process.execPath, ['-e', script], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    }).trim();

  it('changes nothing, whether clocks go forward there or midnight is tomorrow', () => {
    const utc = inZone('UTC');
    expect(utc).toContain('"2025-03-31"');
    for (const zone of ['Europe/London', 'Pacific/Kiritimati', 'America/St_Johns']) {
      expect(inZone(zone)).toBe(utc);
    }
  });
});

describe('a birthday', () => {
  it('is the same day of the year', () => {
    expect(birthday('2006-11-30', 18)).toBe('2024-11-30');
  });

  it('falls on 1 March for who was born on 29 February, where the year has none', () => {
    expect(birthday('2008-02-29', 18)).toBe('2026-03-01');
    expect(birthday('2008-02-29', 20)).toBe('2028-02-29');
  });
});

describe('the financial year', () => {
  it('turns on 1 April', () => {
    expect(financialYearOf('2025-03-31')).toBe('2024/25');
    expect(financialYearOf('2025-04-01')).toBe('2025/26');
    expect(financialYearOf('2000-01-01')).toBe('1999/00');
  });

  it('counts periods from April', () => {
    const months = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3];
    const periods = months.map((month) =>
      financialPeriodOf(`2025-${String(month).padStart(2, '0')}-28`),
    );
    expect(periods).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it('has 366 days where it holds a 29 February', () => {
    const long = Array.from({ length: 12 }, (_, year) => 2018 + year)
      .map((year) => financialYearOf(`${year}-04-01`))
      .filter((fy) => daysInFinancialYear(fy) === 366);
    expect(long).toEqual(['2019/20', '2023/24', '2027/28']);
  });

  it('holds each of its days, and no other', () => {
    fc.assert(
      fc.property(date, (iso) => {
        const { start, end } = financialYearBounds(financialYearOf(iso));
        expect(start <= iso && iso <= end).toBe(true);
      }),
    );
  });

  it.each(['2024/25', '2024-25', '24/25', '2024/2025', 'FY24/25', 'fy 2024\u201325', ' 2024 / 25'])(
    'is read from %j',
    (typed) => expect(readFinancialYear(typed)).toEqual(value('2024/25')),
  );

  it.each(['24/26', '2024', 'FY25', '2024/24', '2024/2125', 2024, true, '365/7'])(
    'is not read from %j',
    (typed) => expect(readFinancialYear(typed).kind).toBe('unreadable'),
  );

  it('refuses a year that is none', () => {
    expect(() => daysInFinancialYear('2024/26' as FinancialYear)).toThrow(RangeError);
  });
});

describe('part-year effect', () => {
  it('is paper 000\u2019s: 83 days from 8 January, 82 where it ends on 31 March', () => {
    expect(dayCount('2025-01-08', null, '2024/25')).toBe(83);
    expect(roundPence(partYearEffect(5000, '2025-01-08', null, '2024/25'))).toBe(59285.71);
    expect(dayCount('2025-01-08', '2025-03-31', '2024/25')).toBe(82);
    expect(roundPence(partYearEffect(5000, '2025-01-08', '2025-03-31', '2024/25'))).toBe(58571.43);
  });

  it('is nothing outside the year and the whole year within it', () => {
    expect(dayCount('2025-04-01', null, '2024/25')).toBe(0);
    expect(dayCount('2020-01-01', '2024-04-01', '2024/25')).toBe(0);
    expect(dayCount('2025-01-08', '2025-01-08', '2024/25')).toBe(0);
    expect(dayCount('2020-01-01', null, '2023/24')).toBe(366);
    expect(dayCount('1900-01-01', '9999-12-31', '2024/25')).toBe(365);
  });

  it('loses no day and counts none twice, however a placement is cut into episodes and years', () => {
    const day = fc.integer({ min: 0, max: 1400 });
    fc.assert(
      fc.property(day, day, day, (...days) => {
        const [start, change, end] = [...days]
          .sort((one, other) => one - other)
          .map((days) => addDays('2022-04-01', days)) as [string, string, string];
        const years: FinancialYear[] = ['2022/23', '2023/24', '2024/25', '2025/26'];
        const count = (from: string, to: string): number =>
          years.reduce((total, fy) => total + dayCount(from, to, fy), 0);
        expect(count(start, change) + count(change, end)).toBe(daysBetween(start, end));
      }),
    );
  });
});

describe('a basis', () => {
  it.each<[string | number, string]>([
    [52, '52'],
    ['52', '52'],
    ['x52', '52'],
    ['52 weeks', '52'],
    [52.14, '52.14'],
    ['52.18', '52.18'],
    ['365/7', '365/7'],
    [365 / 7, '365/7'],
    [366 / 7, '366/7'],
    [53, '53'],
    ['24/25', '2024/25'],
  ])('%j is read as %s', (cell, basis) => {
    expect(readBasis(cell)).toEqual(value(basis));
  });

  it('says which there are where it reads none', () => {
    for (const cell of [54, '12', 'weekly', true]) {
      expect(readBasis(cell)).toEqual({
        kind: 'unreadable',
        why: expect.stringContaining('use 52, 52.14, 52.18, 365/7, 366/7, 53 or a financial year'),
      });
    }
    expect(readBasis('').kind).toBe('blank');
    expect(readBasis('#REF!')).toEqual({ kind: 'unreadable', why: 'holds the error #REF!' });
  });

  it('makes paper 000\u2019s net a year', () => {
    const years = bases.map((basis) => roundPence(annualise(14724.86, basis)));
    expect(years).toEqual([765692.72, 767754.2, 768343.19, 767796.27, 769899.82, 780417.58]);
  });

  it('of a financial year is its days over 7, and each is stated by its own name', () => {
    expect(weeksIn('2027/28')).toBe(366 / 7);
    expect(weeksIn('2024/25')).toBe(365 / 7);
    expect([...bases, '2024/25' as const].map(basisName)).toEqual([...bases, '2024/25']);
  });

  it('makes a very large amount larger without loss', () => {
    expect(annualise(1e15, '52')).toBe(5.2e16);
  });
});
