import {
  createDarkTheme,
  createLightTheme,
  type BrandVariants,
  type Theme,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';

/** The teal of the icon, dark to light; white text on step 80 has a contrast of 6.2 to 1. */
const TEAL: BrandVariants = {
  10: '#01090a',
  20: '#041a1c',
  30: '#062a2c',
  40: '#083639',
  50: '#094346',
  60: '#0a5053',
  70: '#0b5d61',
  80: '#0b6b6f',
  90: '#1d7c80',
  100: '#318d91',
  110: '#479ea2',
  120: '#5fb0b3',
  130: '#79c1c4',
  140: '#95d2d5',
  150: '#b4e3e5',
  160: '#d6f2f3',
};

const LIGHT = createLightTheme(TEAL);
const DARK: Theme = {
  ...createDarkTheme(TEAL),
  // Fluent's own steps for text on a dark ground are too dim for a teal.
  colorBrandForeground1: TEAL[130],
  colorBrandForeground2: TEAL[140],
  colorBrandForegroundLink: TEAL[130],
  colorBrandForegroundLinkHover: TEAL[140],
  colorBrandForegroundLinkPressed: TEAL[150],
};

const preference = () => window.matchMedia?.('(prefers-color-scheme: dark)');

/** Relative luminance of '#rrggbb', 0 black to 1 white (WCAG 2.2); undefined for any other text. */
export function luminance(colour: string): number | undefined {
  const parts = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})/i.exec(colour)?.slice(1);
  if (!parts) return undefined;
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const share = parseInt(part, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Whether Office is dark: what it says itself, else its ground's brightness, else the system's wish. */
export function isDark(theme: Office.OfficeTheme | undefined, systemIsDark: boolean): boolean {
  const said = (theme as { isDarkTheme?: boolean } | undefined)?.isDarkTheme;
  if (typeof said === 'boolean') return said;
  const ground = luminance(theme?.bodyBackgroundColor ?? '');
  return ground === undefined ? systemIsDark : ground < 0.18;
}

/** The pane's theme, light or dark as Office is; the system's wish is followed while it changes. */
export function useOfficeTheme(): Theme {
  const [systemIsDark, setSystemIsDark] = useState(() => preference()?.matches ?? false);
  useEffect(() => {
    const query = preference();
    const follow = () => setSystemIsDark(query?.matches ?? false);
    query?.addEventListener('change', follow);
    return () => query?.removeEventListener('change', follow);
  }, []);
  const dark = isDark(globalThis.Office?.context?.officeTheme, systemIsDark);
  useEffect(() => {
    // For what Fluent does not paint: the scroll bars and the page behind the pane.
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  }, [dark]);
  return dark ? DARK : LIGHT;
}
