import type { Found } from '../domain/accessibility/rule';
import { areaAddress, cellAddress, quotedSheet } from './address';

/** Where a fault of accessibility is: a block, a cell, a sheet's name alone; '' for the whole workbook. */
export function faultAddress({ sheet, area }: Pick<Found, 'sheet' | 'area'>): string {
  if (sheet === undefined) return '';
  if (!area) return quotedSheet(sheet);
  const { top, left, bottom, right } = area;
  return top === bottom && left === right
    ? cellAddress(sheet, top, left)
    : areaAddress(sheet, top, left, bottom, right);
}
