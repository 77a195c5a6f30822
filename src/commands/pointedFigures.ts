import { readFigure } from '../domain/reconcile/figure';
import type { Pointed } from '../reports/reconcile';
import { isCellAddress } from '../workbook/address';
import { inExcel } from '../workbook/excelRun';
import { keepValues } from '../workbook/keptSettings';
import { readRanges, readSelected, type RangeRead, type Unread } from '../workbook/readRange';
import { WorkbookError } from '../workbook/workbookError';

/** Where the addresses of cells that were pointed at are kept in the workbook; never what they hold. */
export const POINTED_KEY = 'PlacementCostAddin.pointed';

/** The cells that were pointed at; of a setting from elsewhere, what does not fit is ignored. */
export function keptPointed(setting: unknown): string[] {
  const kept: unknown[] = Array.isArray(setting) ? setting : [];
  const addresses = kept.filter((each) => typeof each === 'string').filter(isCellAddress);
  return [...new Set(addresses)].slice(0, MOST_POINTED);
}

/** Nobody holds a tracker against more totals. */
const MOST_POINTED = 50;

/** Keeps in the workbook which cells were pointed at, all of them; no setting where there are none. */
export const keepPointed = (addresses: readonly string[]): Promise<void> =>
  inExcel(async (context) => {
    const value = addresses.length > 0 ? [...addresses] : undefined;
    keepValues(context, [{ key: POINTED_KEY, value }]);
  });

export interface PointedRead {
  figures: Pointed[];
  /** Those that are gone, or hold no figure any more. */
  lost: Unread[];
}

/** The figures of cells that were pointed at before, and which of them are gone. */
export async function pointedAgain(addresses: readonly string[]): Promise<PointedRead> {
  const found: PointedRead = { figures: [], lost: [] };
  if (addresses.length === 0) return found;
  for (const each of await readRanges(addresses)) {
    try {
      found.figures.push(pointedIn(presentIn(each)));
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      found.lost.push({ address: each.address, why: error.message });
    }
  }
  return found;
}

/** The figures of cells that the tracker's total is to be held against; fails where one has none. */
export async function pointedFigures(addresses: readonly string[]): Promise<Pointed[]> {
  if (addresses.length === 0) return [];
  return (await readRanges(addresses)).map((each) => pointedIn(presentIn(each)));
}

/** The figure of the selected cell. */
export const selectedFigure = async (): Promise<Pointed> => pointedIn(await readSelected());

function presentIn(read: RangeRead | Unread): RangeRead {
  if ('why' in read) throw new WorkbookError(read.why);
  return read;
}

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
