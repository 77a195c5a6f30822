import { isWholeColumns, ROWS, type Rect } from './address';

/** Whole rows put into a sheet before row `at`, or taken out from row `at` on. Zero-based. */
export interface RowShift {
  kind: 'insert' | 'delete';
  at: number;
  count: number;
}

/**
 * Where a block of cells stands after the shift; undefined where none of it is left. One that the
 * rows cut through grows or shrinks. Whole columns stay whole columns.
 */
export function shifted(rect: Rect, shift: RowShift): Rect | undefined {
  if (isWholeColumns(rect)) return rect;
  const { top, bottom } = shift.kind === 'insert' ? pushed(rect, shift) : pulled(rect, shift);
  return top <= bottom ? { ...rect, top, bottom } : undefined;
}

const pushed = ({ top, bottom }: Rect, { at, count }: RowShift) => ({
  top: top < at ? top : top + count,
  // What passes the last row is lost.
  bottom: Math.min(bottom < at ? bottom : bottom + count, ROWS - 1),
});

const pulled = ({ top, bottom }: Rect, { at, count }: RowShift) => ({
  top: top < at ? top : Math.max(top - count, at),
  bottom: bottom < at ? bottom : Math.max(bottom - count, at - 1),
});
