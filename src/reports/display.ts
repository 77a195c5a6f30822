import { grouped } from '../domain/grouped';
import { roundPence } from '../domain/money';
import type { CellFormat, PlanCell, SignStyle } from './plan';
import { typedDate } from '../domain/ukDate';

const POUNDS = '£#,##0.00';

/** Excel's number format for a column, so that the cell keeps the unrounded number. */
export function numberFormat(format: CellFormat, signs: SignStyle): string {
  switch (format) {
    case 'text':
      return '@';
    case 'count':
      return '#,##0';
    case 'number':
      return '#,##0.00';
    case 'percent':
      return '0.0%';
    case 'date':
      return 'dd/mm/yyyy';
    case 'money':
      return `${POUNDS};-${POUNDS}`;
    case 'change':
      return CHANGE_FORMATS[signs];
  }
}

/** Above, below and at zero: a difference is current less original, so below zero is a saving. */
const CHANGE_FORMATS: Record<SignStyle, string> = {
  minus: `+${POUNDS};-${POUNDS};${POUNDS}`,
  brackets: `${POUNDS}_);(${POUNDS});${POUNDS}_)`,
  favourable: `${POUNDS}" adverse";${POUNDS}" favourable";${POUNDS}`,
};

/** The text that Excel shows for a cell of a plan; money is rounded here, half away from zero. */
export function displayCell(value: PlanCell, format: CellFormat, signs: SignStyle): string {
  if (value === null) return '';
  if (typeof value === 'string') {
    return format === 'date' && isDate(value) ? typedDate(value) : value;
  }
  switch (format) {
    case 'money':
    case 'change':
      return displayMoney(roundPence(value), format === 'change' ? signs : undefined);
    case 'percent':
      return `${grouped(value * 100, 1)}%`;
    case 'count':
      return grouped(value, 0);
    case 'number':
      return grouped(value, 2);
    default:
      return String(value);
  }
}

/** False for words that stand among dates, such as the mark of a figure that is not published. */
export const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);

/** Signs as chosen for a difference; a plain minus elsewhere. */
function displayMoney(pounds: number, signs: SignStyle | undefined): string {
  const amount = `£${grouped(Math.abs(pounds), 2)}`;
  if (signs === undefined || pounds === 0) return pounds < 0 ? `-${amount}` : amount;
  if (signs === 'brackets') return pounds < 0 ? `(${amount})` : amount;
  if (signs === 'favourable') return `${amount} ${pounds < 0 ? 'favourable' : 'adverse'}`;
  return `${pounds < 0 ? '-' : '+'}${amount}`;
}
