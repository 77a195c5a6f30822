import { readFinancialYear, type FinancialYear } from './calendar';

const YEAR = /\b((?:20)?\d{2}) ?[/ –-] ?((?:20)?\d{2})\b/;

/** The financial year that a heading names. @example yearIn('Target 2024-25 (£000)') // '2024/25' */
export function yearIn(heading = ''): FinancialYear | undefined {
  const named = YEAR.exec(heading.replace(/_/g, ' '));
  const reading = named && readFinancialYear(`${named[1]}/${named[2]}`);
  return reading?.kind === 'value' ? reading.value : undefined;
}
