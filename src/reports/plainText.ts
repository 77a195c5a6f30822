import { saidIn } from './commentary';
import { displayCell } from './display';
import type { SheetPlan, SignStyle } from './plan';

/** A plan as text for a terminal: title, notes, commentary where there is one, and the table with its columns lined up. */
export function plainText(plan: SheetPlan, signs: SignStyle): string {
  const { columns, rows } = plan.table;
  const cells = [
    columns.map((column) => column.heading),
    ...rows.map((row) => row.map((cell, i) => displayCell(cell, columns[i]!.format, signs))),
  ];
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => row[i]!.length)));
  const line = (row: string[]) =>
    row
      .map((cell, i) =>
        columns[i]!.format === 'text' ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!),
      )
      .join('  ')
      .trimEnd();
  const said = saidIn(plan.commentary);
  const above = [plan.title, ...plan.notes, ...(said ? [`${said.label}: ${said.text}`] : [])];
  return [...above, '', ...cells.map(line)].join('\n');
}
