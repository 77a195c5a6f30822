/**
 * A file measures columns in characters of the standard font, 7 pixels wide each, the padding
 * included (ECMA-376, 18.3.1.13); Office.js in points, three quarters of a pixel.
 */
export const pointsOfColumn = (characters: number) =>
  Math.trunc(((256 * characters + Math.trunc(128 / 7)) / 256) * 7) * 0.75;

export const charactersOfColumn = (points: number) => Math.round((points / 0.75 / 7) * 256) / 256;
