import { defaultChoices, type Choices } from '../../src/commands/choices';
import { summarise } from '../../src/commands/summarise';
import type { CellValue } from '../../src/domain/reading';
import type { SheetPlan } from '../../src/reports/plan';
import { sheet, trackerIn } from '../workbook/sheets';

const TODAY = '2025-01-31';

/** The plans of a workbook with these sheets, in which nobody has decided anything. */
export function plansOf(
  sheets: Record<string, CellValue[][]>,
  choices: Partial<Choices> = {},
): SheetPlan[] {
  const read = trackerIn(
    Object.entries(sheets).map(([name, rows]) => sheet(name, rows)),
    { asAt: choices.asAt, today: TODAY },
  );
  const tracker = {
    ...read,
    decisions: [],
    written: [],
    seen: { dateSystem: 1900 as const, sheets: [], tracked: [] },
  };
  return summarise(tracker, { ...defaultChoices, ...choices }, TODAY).plans;
}
