import fc from 'fast-check';
import { readFigure } from '../../../src/domain/reconcile/figure';

const read = (text: string) => {
  const reading = readFigure(text);
  return reading.kind === 'value' ? [reading.value.value, reading.value.step] : reading.kind;
};

describe('a printed figure', () => {
  it.each([
    ['£1,234.50', 1234.5, 0.01],
    ['(£1,234.50)', -1234.5, 0.01],
    ['-£566.47', -566.47, 0.01],
    ['+£17,563.88', 17563.88, 0.01],
    ['£2.0m', 2_000_000, 100_000],
    ['£6.4k', 6400, 100],
    ['103', 103, 1],
    ['-4.9%', -0.049, 0.001],
    ['(21%)', -0.21, 0.01],
    ['57 young people', 57, 1],
    ['£1.6m a year', 1_600_000, 100_000],
    ['about £225,000', 225_000, 1000],
    ['£45.00 favourable', -45, 0.01],
    ['£45.00 adverse', 45, 0.01],
    ['nil', 0, 1],
  ])('%s is %d, to %d', (text, value, step) => {
    const [was, to] = read(text) as number[];
    expect(was).toBeCloseTo(value, 9);
    expect(to).toBeCloseTo(step, 9);
  });

  it.each(['[c]', 'c', '*', '..', 'n/a'])('%s is hidden', (text) => {
    expect(read(text)).toBe('hidden');
  });

  it.each(['TBC', 'see below', '12/03/2024', '#REF!'])('%s is no figure', (text) => {
    expect(read(text)).toBe('unreadable');
  });

  it('is as far from what was printed as half of its last place, whatever was rounded', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e7, max: 1e7, noNaN: true }), (amount) => {
        const text = `${amount < 0 ? '-' : ''}£${Math.abs(amount).toLocaleString('en-GB', {
          minimumFractionDigits: 2,
          maximumFractionDigits: 2,
        })}`;
        const reading = readFigure(text);
        if (reading.kind !== 'value') throw new Error(text);
        expect(Math.abs(reading.value.value - amount)).toBeLessThanOrEqual(0.005 + 1e-7);
      }),
    );
  });
});
