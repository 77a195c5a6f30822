import { defaultChoices, type Choices } from '../../src/commands/choices';
import { summarise, type Summary } from '../../src/commands/summarise';
import type { CellValue } from '../../src/domain/reading';
import type { SheetPlan } from '../../src/reports/plan';
import type { Tracker } from '../../src/workbook/tracker';
import { sheet, workbookOf } from '../workbook/sheets';

const TODAY = '2025-01-31';

/** A workbook with these sheets, and what is made of it where nobody has decided anything. */
export function summaryOf(
  sheets: Record<string, CellValue[][]>,
  choices: Partial<Choices> = {},
): { tracker: Tracker; summary: Summary } {
  const tracker = workbookOf(
    Object.entries(sheets).map(([name, rows]) => sheet(name, rows)),
    { asAt: choices.asAt, today: TODAY },
  );
  return { tracker, summary: summarise(tracker, { ...defaultChoices, ...choices }, TODAY) };
}

/** The plans alone. */
export const plansOf = (
  sheets: Record<string, CellValue[][]>,
  choices: Partial<Choices> = {},
): SheetPlan[] => summaryOf(sheets, choices).summary.plans;
