import type { SheetDescription } from '../src/domain/accessibility/description';
import type { SheetPlan, SignStyle } from '../src/reports/plan';
import { sheetImage } from '../src/reports/sheetImage';

/** A plan as the writer paints it, for the rules of accessibility. */
export function describedPlan(plan: SheetPlan, signs: SignStyle = 'minus'): SheetDescription {
  const image = sheetImage(plan, signs, 'live');
  const values = image.cells.map((row) =>
    // A formula whose outcome is not known here shows something.
    row.map((cell) => (typeof cell === 'object' ? (cell.value ?? 'as calculated') : cell)),
  );
  return {
    name: plan.sheet,
    visible: true,
    cells: values,
    looks: values.map((row, r) =>
      row.map((_, c) => {
        const table = image.tables.find(({ left, right }) => c >= left && c <= right);
        const isInTable = table && r >= image.headingRow && r <= table.bottom;
        const toTheRight = isInTable && table.rightAligned[c - table.left];
        return {
          alignment: !isInTable ? 'general' : toTheRight ? ('right' as const) : ('left' as const),
          fill: '',
        };
      }),
    ),
    tables: image.tables.map(({ name, left, right, bottom }) => ({
      name,
      area: { top: image.headingRow, left, bottom, right },
      hasHeaderRow: true,
      hasFilterButtons: false,
    })),
    merged: [],
    // Excel takes no alternative text from an add-in: sentences above the table stand for it.
    drawings: plan.chart
      ? [
          {
            kind: 'chart',
            name: plan.chart.title,
            alternativeText: plan.chart.sentences.every((each) => plan.notes.includes(each))
              ? plan.chart.sentences.join(' ')
              : '',
          },
        ]
      : [],
    links: [],
  };
}
