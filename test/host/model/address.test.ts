import fc from 'fast-check';
import {
  COLUMNS,
  localAddress,
  quotedSheet,
  rectOf,
  ROWS,
  splitSheet,
} from '../../../host/model/address';

describe('addresses', () => {
  it('say where a block is, and are read back', () => {
    const rows = fc.tuple(fc.nat(ROWS - 1), fc.nat(ROWS - 1));
    const columns = fc.tuple(fc.nat(COLUMNS - 1), fc.nat(COLUMNS - 1));
    fc.assert(
      fc.property(rows, columns, ([a, b], [c, d]) => {
        const rect = {
          top: Math.min(a, b),
          bottom: Math.max(a, b),
          left: Math.min(c, d),
          right: Math.max(c, d),
        };
        expect(rectOf(localAddress(rect))).toEqual(rect);
      }),
    );
  });

  it('name their sheet, whatever it is called', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 31 }), (name) => {
        expect(splitSheet(`${quotedSheet(name)}!A1`)).toEqual([name, 'A1']);
      }),
    );
  });

  it('quote a sheet that could be taken for a cell', () => {
    expect(['Data', 'Q1', 'R1C1', 'My sheet', "Officer's"].map(quotedSheet)).toEqual([
      'Data',
      "'Q1'",
      "'R1C1'",
      "'My sheet'",
      "'Officer''s'",
    ]);
  });
});
