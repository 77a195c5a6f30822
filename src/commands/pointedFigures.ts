import { readFigure } from '../domain/reconcile/figure';
import type { Pointed } from '../reports/reconcile';
import { readRanges, readSelected, type RangeRead } from '../workbook/readRange';
import { WorkbookError } from '../workbook/workbookError';

/** The figures of cells that the tracker's total is to be held against. */
export async function pointedFigures(addresses: readonly string[]): Promise<Pointed[]> {
  return addresses.length === 0 ? [] : (await readRanges(addresses)).map(pointedIn);
}

/** The figure of the selected cell. */
export const selectedFigure = async (): Promise<Pointed> => pointedIn(await readSelected());

function pointedIn({ address, values, text }: RangeRead): Pointed {
  if (values.length !== 1 || values[0]!.length !== 1) {
    throw new WorkbookError(`${address} is several cells: point at the one that holds the total.`);
  }
  const value = values[0]![0]!;
  const shown = readFigure(text[0]![0]!);
  const reading = shown.kind === 'value' ? shown : readFigure(value);
  if (reading.kind !== 'value') {
    throw new WorkbookError(
      reading.kind === 'unreadable'
        ? `${address} ${reading.why}.`
        : `${address} holds no figure to compare with.`,
    );
  }
  // A cell keeps more than it shows: 237,155.891 under £237,155.89.
  const isNumber = typeof value === 'number';
  return {
    address,
    figure: isNumber
      ? { ...reading.value, value, step: Math.min(reading.value.step, 0.01), isMoney: true }
      : reading.value,
  };
}
