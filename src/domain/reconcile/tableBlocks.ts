import type { CellValue } from '../reading';
import { singleSpaced } from '../typed';
import { readFigure } from './figure';

/** Cells as they stand on a page, row by row, and where each is: "Appendix!C12", 'paper.csv line 12'. */
export interface PrintedCells {
  cells: readonly (readonly CellValue[])[];
  placeOf: (row: number, column: number) => string;
}

/** The cells that belong to one table, and the line above them; counts from 0, both ends are in. */
export interface Block extends Region {
  title: string;
}

interface Region {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export const isBlank = (cell: CellValue | undefined): boolean => textOf(cell) === '';
export const textOf = (cell: CellValue | undefined): string =>
  cell === undefined ? '' : singleSpaced(String(cell));

type Cells = PrintedCells['cells'];

/**
 * The tables of a paper: blank rows stand between them, or blank columns where they stand side by
 * side, and a line of its own above each is its title.
 */
export function blocksOf(cells: Cells): Block[] {
  const right = Math.max(0, ...cells.map((row) => row.length)) - 1;
  return blocksIn(cells, { top: 0, bottom: cells.length - 1, left: 0, right }, '');
}

/** @param above what stands above all of the region, a title to those without their own */
function blocksIn(cells: Cells, whole: Region, above: string): Block[] {
  const [region = whole, ...others] = sidesOf(cells, whole);
  if (others.length > 0) {
    return [region, ...others].flatMap((side) => blocksIn(cells, side, above));
  }
  const blocks: Block[] = [];
  let title = above;
  let top: number | undefined;
  const close = (end: number) => {
    if (top !== undefined) {
      const block = { ...region, top, bottom: end - 1 };
      const isAll = block.top === region.top && block.bottom === region.bottom;
      blocks.push(...(isAll ? [{ ...block, title }] : blocksIn(cells, block, title)));
      title = '';
    }
    top = undefined;
  };
  for (let r = region.top; r <= region.bottom; r++) {
    const filled = within(cells[r]!, region).filter((cell) => !isBlank(cell));
    if (filled.length === 0) close(r);
    else if (filled.length === 1 && top === undefined) title = titleWith(title, textOf(filled[0]));
    else top ??= r;
  }
  close(region.bottom + 1);
  return blocks;
}

/** The line next above is the title; one in brackets says more of the line before it. */
const titleWith = (before: string, line: string): string =>
  /^[([]/.test(line) && before !== '' ? `${before} ${line}` : line;

const within = (row: readonly CellValue[], { left, right }: Region): readonly CellValue[] =>
  row.slice(left, right + 1);

/**
 * Tables side by side. A column without a heading and without a cell in any row divides, where what
 * stands on either side has labels and figures of its own; otherwise it is a gap in one table.
 */
function sidesOf(cells: Cells, region: Region): Region[] {
  const rows = cells.slice(region.top, region.bottom + 1);
  const sides: Region[] = [];
  for (let c = region.left; c <= region.right; c++) {
    if (rows.every((row) => isBlank(row[c]))) continue;
    const last = sides.at(-1);
    if (last?.right === c - 1) last.right = c;
    else sides.push({ ...region, left: c, right: c });
  }
  return sides.reduce<Region[]>((apart, side) => {
    const last = apart.at(-1);
    if (last && !(isTable(rows, last) && isTable(rows, side))) last.right = side.right;
    else apart.push(side);
    return apart;
  }, []);
}

/** Whether rows of a label and a figure stand in it, as they do in every table. */
function isTable(rows: Cells, region: Region): boolean {
  return rows.some((row) => {
    const kinds = within(row, region)
      .filter((cell) => !isBlank(cell))
      .map((cell) => readFigure(cell).kind);
    return kinds.includes('value') && kinds.includes('unreadable');
  });
}
