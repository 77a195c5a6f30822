import fc from 'fast-check';
import { ExcelHost } from '../../host/excel-host';
import { annualise, bases } from '../../src/domain/calendar';
import { reasons } from '../../src/domain/reason';
import { isReduction } from '../../src/domain/reasonTable';
import { plainly, singleSpaced } from '../../src/domain/typed';
import { LEDGER_HEADINGS, LEDGER_TABLE } from '../../src/reports/changeReasons';
import {
  average,
  count,
  EVERYBODY,
  forReason,
  inCohort,
  inOpportunity,
  increasesFor,
  REDUCTIONS,
  reductionsFor,
  sum,
  yearly,
} from '../../src/reports/ledgerFormula';

interface Row {
  cohort?: string;
  opportunity?: string;
  reason?: string;
  original?: number;
  current?: number;
}

/** What formulas come to over a ledger of these rows. */
function ledgerOf(rows: Row[]): (formula: string) => unknown {
  const { workbook } = new ExcelHost();
  const sheet = workbook.worksheets.getFirst();
  const columns = ['cohort', 'opportunity', 'reason', 'original', 'current', 'change'] as const;
  const cells = rows.map(({ original, current, ...texts }) => {
    const change = original === undefined || current === undefined ? '' : current - original;
    const row = { cohort: '', opportunity: '', reason: '', ...texts, original, current, change };
    return columns.map((column) => row[column] ?? '');
  });
  const range = sheet.getRangeByIndexes(0, 0, rows.length + 1, columns.length);
  sheet.getRangeByIndexes(0, 0, rows.length + 1, 3).numberFormat = '@';
  range.values = [columns.map((column) => LEDGER_HEADINGS[column]), ...cells];
  workbook.tables.add(range as never, true).name = LEDGER_TABLE;
  const cell = sheet.getRange('Z1');
  return (formula) => {
    cell.values = [[`=${formula}`]];
    return cell.values[0]![0];
  };
}

/** Names full of what criteria, numbers, dates and formulas are made of. */
const name = fc
  .oneof(
    fc.constantFrom(
      '1',
      '01',
      '1.0',
      '<16',
      '16+*',
      '16+',
      '~',
      '~*',
      '',
      '=',
      '<>',
      '*',
      '?',
      'TRUE',
    ),
    fc.constantFrom('May 24', '1/2', '5%', '£1', '(1)', '#N/A', '"', "'", '[x]', 'x'.repeat(300)),
    fc.string({ unit: fc.constantFrom(...'<>=*?~"\'#1a A[]{}().+-/£%&'.split('')), maxLength: 8 }),
  )
  .map(singleSpaced);

describe('criteria', () => {
  it('find the rows of a cohort or an opportunity, whatever it is called, and no others', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 12 }), (names) => {
        const works = ledgerOf(
          names.map((each) => ({ cohort: each, opportunity: each, original: 1, current: 3 })),
        );
        for (const each of names) {
          const own = names.filter((other) => plainly(other) === plainly(each)).length;
          expect([each, works(count(inCohort(each)))]).toEqual([each, own]);
          expect(works(sum('current', inOpportunity(each)))).toBe(3 * own);
          expect(works(average(inCohort(each)))).toBe(2);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('part reductions from increases as the domain does, to half a penny', () => {
    const change = fc.oneof(
      fc.constantFrom(0, -0.004, -0.0049, -0.005, -0.006, 0.005),
      fc.double({ min: -900, max: 900, noNaN: true }),
    );
    const row = fc.record({
      reason: fc.constantFrom(...reasons),
      original: fc.double({ min: 1000, max: 9000, noNaN: true }),
      change,
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 10 }), (rows) => {
        const people = rows.map(({ reason, original, change: more }) => ({
          reason,
          original,
          current: original + more,
        }));
        const works = ledgerOf(
          people.map((each) => ({
            ...each,
            reason: each.reason === 'From IFA to in-house' ? 'From IFA to LCC' : each.reason,
          })),
        );
        expect(works(count(REDUCTIONS))).toBe(people.filter(isReduction).length);
        for (const { reason } of people) {
          const own = people.filter((each) => each.reason === reason);
          const fell = own.filter(isReduction).length;
          const isNoChange = reason === 'No change';
          if (!isNoChange) expect(works(count(reductionsFor(reason)))).toBe(fell);
          expect(works(count(increasesFor(reason)))).toBe(own.length - fell);
          expect(works(count(forReason(reason)))).toBe(own.length);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('leave out who is not counted', () => {
    const works = ledgerOf([
      { cohort: 'A', original: 5, current: 7 },
      { cohort: 'A', original: 5 },
      { cohort: 'A' },
    ]);
    expect(works(count(inCohort('A')))).toBe(1);
    expect(works(count(EVERYBODY))).toBe(1);
    expect(works(sum('original', EVERYBODY))).toBe(5);
  });
});

describe('a year', () => {
  it.each([...bases, '2023/24', '2024/25'] as const)('is annualise on the basis %s', (basis) => {
    const works = ledgerOf([{}]);
    expect(works(yearly('-14724.86', basis))).toBeCloseTo(annualise(-14724.86, basis), 6);
  });
});
