import fc from 'fast-check';
import { format } from 'numfmt';
import { displayCell, numberFormat } from '../../src/reports/display';
import type { SignStyle } from '../../src/reports/plan';

const SIGNS: SignStyle[] = ['minus', 'brackets', 'favourable'];

describe('how a figure is shown', () => {
  it.each([
    ['minus', -14724.864, '-£14,724.86'],
    ['minus', 17563.88, '+£17,563.88'],
    ['minus', 0, '£0.00'],
    ['brackets', -566.47, '(£566.47)'],
    ['brackets', 381.82, '£381.82'],
    ['favourable', -1679014.48, '£1,679,014.48 favourable'],
    ['favourable', 913321.76, '£913,321.76 adverse'],
  ] as const)('shows a change with %s signs: %d as %s', (signs, pounds, text) => {
    expect(displayCell(pounds, 'change', signs)).toBe(text);
  });

  it('shows a tie away from zero and never a negative nought', () => {
    expect(displayCell(1982.105, 'money', 'minus')).toBe('£1,982.11');
    expect(displayCell(-1982.105, 'change', 'minus')).toBe('-£1,982.11');
    expect(displayCell(-0.004, 'change', 'minus')).toBe('£0.00');
  });

  it('shows text, counts and shares plainly, and nothing for an empty cell', () => {
    expect(displayCell('=1+1', 'text', 'minus')).toBe('=1+1');
    expect(displayCell(1234, 'count', 'brackets')).toBe('1,234');
    expect(displayCell(0.187, 'percent', 'minus')).toBe('18.7%');
    expect(displayCell(1234.567, 'number', 'minus')).toBe('1,234.57');
    expect(displayCell(null, 'money', 'minus')).toBe('');
  });

  it('shows a date day first', () => {
    expect(displayCell('2024-12-03', 'date', 'minus')).toBe('03/12/2024');
    expect(format(numberFormat('date', 'minus'), 45629, { locale: 'en-GB' })).toBe('03/12/2024');
  });

  it('shows what Excel shows under the number format that goes with it', () => {
    const pence = fc
      .integer({ min: -1_000_000_000, max: 1_000_000_000 })
      .map((amount) => amount / 100);
    fc.assert(
      fc.property(
        pence,
        fc.constantFrom(...SIGNS),
        fc.constantFrom('money' as const, 'change' as const),
        (pounds, signs, kind) => {
          const shown = format(numberFormat(kind, signs), pounds, { locale: 'en-GB' });
          expect(displayCell(pounds, kind, signs)).toBe(shown.trim());
        },
      ),
    );
  });
});
