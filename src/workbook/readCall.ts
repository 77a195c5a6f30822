import type { CellValue } from '../domain/reading';
import type { CalledWith, CalledCells } from '../reports/functionBehind';
import { areaAddress, cellAddress, splitAddress } from './address';
import type { CallArgument, PlacementCall } from './placementCall';
import type { SelectedCell } from './selectedCell';
import type { Area } from './sheetSnapshot';

/**
 * What a call's arguments stand for, in one round trip.
 * @param values places of the arguments whose cells are read; of the others their place is enough
 */
export async function readCall(
  context: Excel.RequestContext,
  call: PlacementCall,
  { sheet, anchor }: SelectedCell,
  values: readonly number[],
): Promise<CalledWith[]> {
  const loads = call.arguments.map((argument, place) => {
    const range = rangeOf(context, argument, sheet.name);
    return { argument, cells: range && loadCells(range, values.includes(place)) };
  });
  if (loads.some(({ cells }) => cells)) await context.sync();
  return loads.map(({ argument, cells }): CalledWith => {
    const { text } = argument;
    if (argument.kind === 'value') return { text, value: argument.value };
    if (!cells || cells.range.isNullObject) return { text };
    const { range, filled } = cells;
    const whole = areaOf(range);
    const thisRow = argument.kind === 'column' && argument.thisRow;
    const area = thisRow ? { ...whole, top: anchor.row, bottom: anchor.row } : whole;
    const on = splitAddress(range.address).sheet;
    return {
      text,
      cells: {
        sheet: on,
        address: addressOf(on, area),
        ...area,
        at: valuesOf(filled),
      },
    };
  });
}

/** Whole columns are long, and of most arguments nothing but their rows matters. */
const loadCells = (range: Excel.Range, withValues: boolean) => ({
  range: range.load('address,rowIndex,columnIndex,rowCount,columnCount'),
  filled: withValues
    ? range.getUsedRangeOrNullObject(true).load('values,rowIndex,columnIndex')
    : undefined,
});

/** Undefined for what stands for no cells. Whatever is not there any more gives a null object. */
function rangeOf(
  { workbook }: Excel.RequestContext,
  argument: CallArgument,
  own: string,
): Excel.Range | undefined {
  switch (argument.kind) {
    case 'cells': {
      const { top, left, bottom, right } = argument.area;
      const range = workbook.worksheets
        .getItemOrNullObject(argument.sheet ?? own)
        .getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
      return argument.spilled ? range.getSpillingToRangeOrNullObject() : range;
    }
    case 'column':
      return workbook.tables
        .getItemOrNullObject(argument.table)
        .columns.getItemOrNullObject(argument.column)
        .getDataBodyRange();
    case 'name':
      return workbook.names.getItemOrNullObject(argument.name).getRangeOrNullObject();
    default:
      return undefined;
  }
}

const addressOf = (sheet: string, { top, left, bottom, right }: Area): string =>
  top === bottom && left === right
    ? cellAddress(sheet, top, left)
    : areaAddress(sheet, top, left, bottom, right);

const areaOf = (range: Excel.Range): Area => ({
  top: range.rowIndex,
  left: range.columnIndex,
  bottom: range.rowIndex + range.rowCount - 1,
  right: range.columnIndex + range.columnCount - 1,
});

function valuesOf(filled: Excel.Range | undefined): CalledCells['at'] {
  if (!filled || filled.isNullObject) return () => '';
  const { values, rowIndex, columnIndex } = filled;
  return (row, column): CellValue =>
    (values[row - rowIndex]?.[column - columnIndex] as CellValue | undefined) ?? '';
}
