import fc from 'fast-check';
import { isDark, luminance } from '../../src/taskpane/useOfficeTheme';

const officeTheme = (over: Record<string, unknown>) => over as unknown as Office.OfficeTheme;
const channel = fc.integer({ min: 0, max: 255 });
const hex = (part: number) => part.toString(16).padStart(2, '0');

describe('whether the pane is dark', () => {
  it('is what Office itself says, whatever its colours and the system', () => {
    expect(isDark(officeTheme({ isDarkTheme: true, bodyBackgroundColor: '#ffffff' }), false)).toBe(
      true,
    );
    expect(isDark(officeTheme({ isDarkTheme: false, bodyBackgroundColor: '#000000' }), true)).toBe(
      false,
    );
  });

  it('is told from the ground colour where Office does not say', () => {
    expect(isDark(officeTheme({ bodyBackgroundColor: '#262626' }), false)).toBe(true);
    expect(isDark(officeTheme({ bodyBackgroundColor: '#FFFFFF' }), true)).toBe(false);
  });

  it('is the system’s wish where Office says nothing that can be read', () => {
    expect(isDark(undefined, true)).toBe(true);
    expect(isDark(officeTheme({ bodyBackgroundColor: 'canvas' }), false)).toBe(false);
  });
});

describe('luminance', () => {
  it('is 0 for black, 1 for white, and undefined for what is no colour', () => {
    expect(luminance('#000000')).toBe(0);
    expect(luminance('#ffffff')).toBeCloseTo(1, 10);
    expect(luminance('teal')).toBeUndefined();
  });

  it('never falls when a colour gets brighter', () => {
    fc.assert(
      fc.property(channel, channel, channel, fc.nat(255), (red, green, blue, more) => {
        const brighter = `#${hex(Math.min(255, red + more))}${hex(green)}${hex(blue)}`;
        expect(luminance(brighter)!).toBeGreaterThanOrEqual(
          luminance(`#${hex(red)}${hex(green)}${hex(blue)}`)!,
        );
      }),
    );
  });
});
