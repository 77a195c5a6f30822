/** A cell's text, undefined where it is blank, and its address: "'Plan 25'!A7". */
export interface LabelCell {
  text: string | undefined;
  address: string;
}

const CELL = /^(.*![A-Z]+)(\d+)$/;

/**
 * Labels of a column in which one cell may stand for those below it, as a merged cell does: a blank
 * one is that of the row right above, in the same sheet and column. Where anything else stands
 * between the two rows, it stays blank.
 */
export function filledDown(cells: readonly LabelCell[]): (string | undefined)[] {
  const filled: (string | undefined)[] = [];
  cells.forEach(({ text, address }, i) => {
    const above = cells[i - 1];
    const isBelow = above !== undefined && address === addressBelow(above.address);
    filled.push(text ?? (isBelow ? filled[i - 1] : undefined));
  });
  return filled;
}

function addressBelow(address: string): string | undefined {
  const parts = CELL.exec(address);
  return parts ? `${parts[1]}${Number(parts[2]) + 1}` : undefined;
}
