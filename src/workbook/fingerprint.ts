import { fingerprint } from '../domain/fingerprint';
import type { CellValue } from '../domain/reading';

/** Cells in short, to notice that they were edited. */
export const cellsFingerprint = (rows: readonly CellValue[][]): string =>
  fingerprint(JSON.stringify(rows));
