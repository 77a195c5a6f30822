import type { CellValue } from '../domain/reading';
import { errorCode } from './excelRun';
import type { Area } from './sheetSnapshot';

/** Cells to be read; `bytesARow` is what a row takes in Excel's answer, estimated from rows already read. */
export interface AreaToRead {
  sheetId: string;
  area: Area;
  bytesARow: number;
}

/** Some rows of the area at that place in the list. */
interface Piece extends AreaToRead {
  of: number;
}

/** Excel on the web answers with at most 5 MB; estimates err, and the reply's frame needs room too. */
const BYTES_A_READ = 3_000_000;

/**
 * Reads areas in as few round trips as their size allows, usually one; a batch that still proves
 * too large is halved. What is queued on the context goes along with the first.
 */
export async function readAreas(
  context: Excel.RequestContext,
  areas: readonly AreaToRead[],
): Promise<CellValue[][][]> {
  const pieces = areas.flatMap((area, of) => inPieces({ ...area, of }));
  const rows = areas.map((): CellValue[][] => []);
  const take = (piece: Piece, values: CellValue[][]) => {
    for (const row of values) rows[piece.of]!.push(row);
  };
  await readBatches(context, inBatches(pieces), take);
  return rows;
}

const rowsIn = ({ area }: Piece): number => area.bottom - area.top + 1;
const bytesIn = (piece: Piece): number => rowsIn(piece) * piece.bytesARow;

function inPieces(whole: Piece): Piece[] {
  const rows = Math.max(1, Math.floor(BYTES_A_READ / Math.max(whole.bytesARow, 1)));
  const pieces: Piece[] = [];
  for (let top = whole.area.top; top <= whole.area.bottom; top += rows) {
    const bottom = Math.min(top + rows - 1, whole.area.bottom);
    pieces.push({ ...whole, area: { ...whole.area, top, bottom } });
  }
  return pieces;
}

function inBatches(pieces: readonly Piece[]): Piece[][] {
  const batches: Piece[][] = [];
  let room = 0;
  for (const piece of pieces) {
    if (batches.length === 0 || bytesIn(piece) > room) {
      batches.push([]);
      room = BYTES_A_READ;
    }
    batches[batches.length - 1]!.push(piece);
    room -= bytesIn(piece);
  }
  return batches;
}

/** One round trip a batch, one after the other: Excel's limit is on each answer. */
async function readBatches(
  context: Excel.RequestContext,
  [batch, ...rest]: Piece[][],
  take: (piece: Piece, values: CellValue[][]) => void,
): Promise<void> {
  if (!batch) return;
  const ranges = batch.map(({ sheetId, area }) =>
    context.workbook.worksheets
      .getItem(sheetId)
      .getRangeByIndexes(
        area.top,
        area.left,
        area.bottom - area.top + 1,
        area.right - area.left + 1,
      )
      .load('values'),
  );
  try {
    await context.sync();
  } catch (error) {
    if (errorCode(error) !== 'ResponsePayloadSizeLimitExceeded' || !canBeHalved(batch)) throw error;
    return readBatches(context, [...halves(batch), ...rest], take);
  }
  batch.forEach((piece, i) => take(piece, ranges[i]!.values as CellValue[][]));
  return readBatches(context, rest, take);
}

const canBeHalved = (batch: readonly Piece[]): boolean => batch.length > 1 || rowsIn(batch[0]!) > 1;

function halves(batch: readonly Piece[]): Piece[][] {
  if (batch.length > 1) {
    const middle = Math.ceil(batch.length / 2);
    return [batch.slice(0, middle), batch.slice(middle)];
  }
  const { area, ...piece } = batch[0]!;
  const middle = Math.floor((area.top + area.bottom) / 2);
  return [
    [{ ...piece, area: { ...area, bottom: middle } }],
    [{ ...piece, area: { ...area, top: middle + 1 } }],
  ];
}

/** The bytes that a row takes in Excel's answer, measured on rows already read. */
export function bytesARow(rows: readonly CellValue[][]): number {
  if (rows.length === 0) return 1;
  // A character outside ASCII takes up to three bytes and escapes take more; half as much again is room.
  return (JSON.stringify(rows).length * 1.5) / rows.length;
}
