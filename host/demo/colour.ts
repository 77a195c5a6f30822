/** Relative luminance of '#RRGGBB', from 0 for black to 1 for white (WCAG 2.2). */
export function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Black or white, whichever is easier to read on a ground; 0.179 is where the two are level. */
export const inkOn = (ground: string): string =>
  luminance(ground) > 0.179 ? '#1b1b1b' : '#ffffff';
