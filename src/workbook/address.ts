/** 'A' for 0, 'AA' for 26. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** 0 for 'A', 26 for 'AA'. */
export const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const PLAIN_SHEET = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
/** Names that Excel would take for a cell or for R1C1 notation. */
const LIKE_A_CELL = /^([A-Z]{1,3}\d+|R\d*(C\d*)?|C\d*)$/i;

/** A sheet's name as it stands before the '!' of an address, quoted where Excel quotes it. */
export const quotedSheet = (sheet: string): string =>
  PLAIN_SHEET.test(sheet) && !LIKE_A_CELL.test(sheet) ? sheet : `'${sheet.replace(/'/g, "''")}'`;

/** Rows and columns count from 0: "'Tracker 24-25'!G12". */
export const cellAddress = (sheet: string, row: number, column: number): string =>
  `${quotedSheet(sheet)}!${columnLetters(column)}${row + 1}`;

/** Rows and columns count from 0 and both ends are in: "'Tracker 24-25'!A4:L148". */
export const areaAddress = (
  sheet: string,
  top: number,
  left: number,
  bottom: number,
  right: number,
): string => `${cellAddress(sheet, top, left)}:${columnLetters(right)}${bottom + 1}`;

/** True for the address of one cell on a sheet: "'Budget 24-25'!C12". */
export function isCellAddress(address: string): boolean {
  const { sheet, cells } = splitAddress(address);
  const [, letters, row] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(cells) ?? [];
  return (
    sheet !== '' && !!letters && columnNumber(letters) < MOST_COLUMNS && Number(row) <= MOST_ROWS
  );
}

const MOST_COLUMNS = 16_384;
const MOST_ROWS = 1_048_576;

/** The sheet's name and the cells of an address; a sheet alone has no cells. */
export function splitAddress(address: string): { sheet: string; cells: string } {
  const quoted = /^'((?:[^']|'')*)'(?:!(.*))?$/.exec(address);
  if (quoted) return { sheet: quoted[1]!.replace(/''/g, "'"), cells: quoted[2] ?? '' };
  const bang = address.lastIndexOf('!');
  if (bang < 0) return { sheet: address, cells: '' };
  return { sheet: address.slice(0, bang), cells: address.slice(bang + 1) };
}
