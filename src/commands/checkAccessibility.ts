import { accessibilityFaults, notLookedAt, type Fault } from '../domain/accessibility/faults';
import { describeWorkbook } from '../workbook/describeWorkbook';
import { inExcel } from '../workbook/excelRun';

export interface AccessibilityCheck {
  /** How many sheets can be seen. */
  sheets: number;
  faults: Fault[];
  /** What Excel does not tell an add-in. */
  notLookedAt: string[];
}

/** Checks the open workbook, whoever made it, against the checklist for accessible spreadsheets. */
export async function checkAccessibility(): Promise<AccessibilityCheck> {
  const workbook = await inExcel(describeWorkbook);
  return {
    sheets: workbook.sheets.filter(({ visible }) => visible).length,
    faults: accessibilityFaults(workbook),
    notLookedAt: notLookedAt(workbook),
  };
}
