import { asCount, type Figure } from '../domain/reconcile/figure';
import { columnOf, flowOf, type PrintedTable } from '../domain/reconcile/printedTable';
import { roundPence } from '../domain/money';
import { displayCell } from './display';
import type { CellFormat, PlanCell, SheetPlan } from './plan';

/** The add-in's own tables as somebody reads them, for the same checks that published ones get. */
export const ownTables = (plans: readonly SheetPlan[]): PrintedTable[] => plans.map(ownTable);

function ownTable({ title, table, total, behind }: SheetPlan): PrintedTable {
  const labels = table.columns.flatMap(({ format }, i) => (format === 'text' ? [i] : []));
  const numbers = table.columns.flatMap(({ format }, i) => (format === 'text' ? [] : [i]));
  const rows = table.rows.map((row, at) => ({
    label: labels
      .filter((i) => i < (numbers[0] ?? Infinity))
      .map((i) => row[i] ?? '')
      .join(' · '),
    kind: total && at === table.rows.length - 1 ? ('total' as const) : ('row' as const),
    figures: numbers.map((i) => figureIn(row[i] ?? null, table.columns[i]!.format)),
    untold: numbers.map(() => false),
  }));
  const columns = numbers.map((i, at) => ({
    ...columnOf(
      table.columns[i]!.heading,
      rows.map(({ figures }) => figures[at]),
    ),
    ...(table.columns[i]!.format === 'count' && { measure: 'count' as const }),
    ...(table.columns[i]!.format === 'number' && { measure: 'average' as const }),
    ...(table.columns[i]!.ofSome && { period: 'part' as const, side: undefined }),
  }));
  // Reports on other lists are held to themselves, not to what the tracker's tables come to.
  const flow = behind ? flowOf(title, columns) : 'other';
  return { title, columns, rows, flow, isStated: false, isOwn: true };
}

const figureIn = (cell: PlanCell, format: CellFormat): Figure | undefined =>
  typeof cell === 'number' ? ownFigure(cell, format) : undefined;

/** What is printed is rounded; what was worked out is not. */
export function ownFigure(cell: number, format: CellFormat): Figure {
  const isMoney = format === 'money' || format === 'change';
  const isPercent = format === 'percent';
  const figure: Figure = {
    value: isMoney ? roundPence(cell) : isPercent ? Math.round(cell * 1000) / 1000 : cell,
    step: isMoney ? 0.01 : isPercent ? 0.001 : 0,
    text: displayCell(cell, format, 'minus'),
    isMoney,
    isPercent,
    exact: cell,
  };
  return format === 'count' ? asCount(figure) : figure;
}
