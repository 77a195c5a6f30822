import fc from 'fast-check';
import { columnLetters, columnNumber, quotedSheet } from '../../src/workbook/address';
import { placementCall } from '../../src/workbook/placementCall';

const argumentsOf = (formula: string) => placementCall(formula)?.arguments;

describe('the call of a PLACEMENT function in a formula', () => {
  it('is found under each prefix, in any case, and however deep in other functions', () => {
    for (const formula of [
      '=PLACEMENT.ANNUALISE(A1)',
      '=placement.annualise(A1)',
      '=_xldudf_PLACEMENT_ANNUALISE(A1)',
      '=_xll.PLACEMENT.ANNUALISE(A1)',
      '=@PLACEMENT.ANNUALISE(A1)',
      '=IF(B1>0,ROUND(SUM(PLACEMENT.ANNUALISE(A1)),2),"none")',
      '=-PLACEMENT.ANNUALISE(A1)',
    ]) {
      expect(placementCall(formula)).toMatchObject({
        name: 'ANNUALISE',
        arguments: [{ text: 'A1' }],
      });
    }
  });

  it('is not found in words, in names of sheets or in other functions’ names', () => {
    for (const formula of [
      '',
      '=SUM(A1:A3)',
      '="PLACEMENT.ANNUALISE(A1)"',
      "='PLACEMENT.ANNUALISE(A1)'!B2",
      '=Children[PLACEMENT.ANNUALISE(]',
      '=MYPLACEMENT.ANNUALISE(A1)',
      '=REPLACEMENT.ANNUALISE(A1)',
    ]) {
      expect(placementCall(formula)).toBeUndefined();
    }
  });

  it('is the whole formula only where nothing stands around it', () => {
    const whole = (formula: string) => placementCall(formula)?.whole;
    expect(whole('=PLACEMENT.ANNUALISE(A1)')).toBe(true);
    expect(whole('=@PLACEMENT.ANNUALISE((A1)) ')).toBe(true);
    expect(whole('=PLACEMENT.ANNUALISE(A1)/2')).toBe(false);
    expect(whole('=SUM(PLACEMENT.ANNUALISE(A1))')).toBe(false);
  });

  it('is parted at its own commas alone', () => {
    expect(
      argumentsOf(
        "=PLACEMENT.COHORT_DELTA(IF(A1,B1,C1),{1,2},\"a,\"\"b)\",'It''s, (1)'!A1,T[a'],b])",
      )?.map(({ text }) => text),
    ).toEqual(['IF(A1,B1,C1)', '{1,2}', '"a,""b)"', "'It''s, (1)'!A1", "T[a'],b]"]);
  });

  it('says what each argument stands for', () => {
    expect(
      argumentsOf(
        '=PLACEMENT.X("<16 ""a""",,52.14,Costs,Costs[Now],Costs[[#This Row],[Now]],Costs[@Now])',
      ),
    ).toEqual([
      { kind: 'value', value: '<16 "a"', text: '"<16 ""a"""' },
      { kind: 'left out', text: '' },
      { kind: 'value', value: 52.14, text: '52.14' },
      { kind: 'name', name: 'Costs', text: 'Costs' },
      { kind: 'column', table: 'Costs', column: 'Now', thisRow: false, text: 'Costs[Now]' },
      {
        kind: 'column',
        table: 'Costs',
        column: 'Now',
        thisRow: true,
        text: 'Costs[[#This Row],[Now]]',
      },
      { kind: 'column', table: 'Costs', column: 'Now', thisRow: true, text: 'Costs[@Now]' },
    ]);
    expect(
      argumentsOf('=PLACEMENT.X(FILTER(A1:A9,B1:B9),TRUE,Costs[[A]:[B]])')?.map(({ kind }) => kind),
    ).toEqual(['other', 'other', 'other']);
  });

  it('reads cells as they are written, on whatever sheet', () => {
    const corner = fc.record({
      row: fc.integer({ min: 0, max: 1_048_575 }),
      column: fc.integer({ min: 0, max: 16_383 }),
      fixed: fc.boolean(),
    });
    const name = fc
      .string({ minLength: 1, maxLength: 12 })
      .filter((each) => !/[\\/?*[\]:]/.test(each));
    fc.assert(
      fc.property(fc.option(name, { nil: undefined }), corner, corner, (sheet, one, other) => {
        const written = ({ row, column, fixed }: typeof one) =>
          `${fixed ? '$' : ''}${columnLetters(column)}${fixed ? '$' : ''}${row + 1}`;
        const before = sheet === undefined ? '' : `${quotedSheet(sheet)}!`;
        const found = argumentsOf(`=PLACEMENT.X(${before}${written(one)}:${written(other)})`);
        expect(found).toMatchObject([
          {
            kind: 'cells',
            sheet,
            area: {
              top: Math.min(one.row, other.row),
              left: Math.min(one.column, other.column),
              bottom: Math.max(one.row, other.row),
              right: Math.max(one.column, other.column),
            },
            spilled: false,
          },
        ]);
      }),
    );
    expect(argumentsOf('=PLACEMENT.X(Odd!G:H,A4#)')).toMatchObject([
      { kind: 'cells', sheet: 'Odd', area: { top: 0, left: 6, bottom: 1_048_575, right: 7 } },
      { kind: 'cells', area: { top: 3, left: 0, bottom: 3, right: 0 }, spilled: true },
    ]);
  });

  it('withstands any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, inside) => {
        placementCall(`=${before}PLACEMENT.X(${inside}`);
      }),
    );
  });
});

it('a column’s letters and number are one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 16_383 }), (column) => {
      expect(columnNumber(columnLetters(column))).toBe(column);
    }),
  );
});
