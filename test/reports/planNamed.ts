import type { CellValue } from '../../src/domain/reading';
import type { PlanCell } from '../../src/reports/plan';
import { summaryOf } from './plansOf';

/** The plan of one report on a workbook with these sheets; undefined where it is not made. */
export const planNamed = (
  id: string,
  sheets: Record<string, CellValue[][]>,
  choices: Parameters<typeof summaryOf>[1] = {},
) => summaryOf(sheets, choices).summary.plans.find((plan) => plan.id === id);

/** The cells of a plan's column by its key, top to bottom. */
export function cellsOf(plan: ReturnType<typeof planNamed>, key: string): PlanCell[] {
  const at = plan!.table.columns.findIndex((column) => column.key === key);
  if (at < 0) throw new Error(`${plan!.title} has no column ${key}`);
  return plan!.table.rows.map((row) => row[at]!);
}
