/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   In a narrow pane the table is laid out as a list of groups. Browsers then forget that it is a
   table unless each part says what it is. */
import { useId, type ReactNode } from 'react';
import { counted } from '../domain/counted';
import { displayCell } from '../reports/display';
import type { PlanCell, PlanColumn, SheetPlan, SignStyle } from '../reports/plan';

interface TableProps {
  plan: Pick<SheetPlan, 'title' | 'table' | 'total'>;
  signs: SignStyle;
  /** Every row of a long table, where all of it has to be seen. */
  whole?: boolean;
  /** Stands between the title and the table. */
  above?: ReactNode;
  /** What stands in a cell by its place in the table, where it is not the figure alone. */
  cell?: (row: number, column: number, text: string) => ReactNode;
}

/** A plan's table under its title, laid out anew where the pane is narrow. */
export function PlanTable({ plan, signs, whole, above, cell }: TableProps) {
  const title = useId();
  const rows = shownRows(plan, whole);
  const left = plan.table.rows.length - rows.length;
  const columns = shownColumns(plan.table.columns);
  return (
    <>
      <h3 id={title} className="group-heading">
        {plan.title}
      </h3>
      {above}
      <table role="table" aria-labelledby={title} className="plan-table">
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ key, heading, look }) => (
              <th key={key} role="columnheader" scope="col" className={look}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((place) => (
            <PlanRow
              key={place}
              row={plan.table.rows[place]!}
              columns={columns}
              signs={signs}
              total={plan.total && place === plan.table.rows.length - 1}
              cell={(column, text) => cell?.(place, column, text) ?? text}
            />
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <p className="plan-notes">{`and ${counted(left, 'more row')}, which the sheet will hold.`}</p>
      )}
    </>
  );
}

/** A table with more rows than this is shown by its first few: nobody reads on in a narrow pane. */
const MOST_ROWS = 40;
const FIRST_ROWS = 10;

/** Places of all rows of a short table; of a long one those of the first and of the total. */
function shownRows({ table: { rows }, total }: TableProps['plan'], whole = false): number[] {
  const places = rows.map((_, place) => place);
  if (whole || rows.length <= MOST_ROWS) return places;
  return [...places.slice(0, FIRST_ROWS), ...(total ? places.slice(-1) : [])];
}

interface PlanRowProps {
  row: PlanCell[];
  columns: ShownColumn[];
  signs: SignStyle;
  total: boolean;
  cell: (column: number, text: string) => ReactNode;
}

/** The first cell names its row. Where there is no room for headings, each cell shows its own. */
function PlanRow({ row, columns, signs, total, cell }: PlanRowProps) {
  return (
    <tr role="row" className={total ? 'plan-total' : undefined}>
      {columns.map(({ key, heading, format, look }, index) => {
        const text = displayCell(row[index] ?? null, format, signs);
        return index === 0 ? (
          <th key={key} role="rowheader" scope="row" className={look}>
            {cell(index, text)}
          </th>
        ) : (
          <td key={key} role="cell" className={look} data-heading={heading}>
            {cell(index, text)}
          </td>
        );
      })}
    </tr>
  );
}

type ShownColumn = PlanColumn & { look: string };

/** Words to the left, figures to the right; the first change is what the table is read for. */
function shownColumns(columns: PlanColumn[]): ShownColumn[] {
  const key = columns.find((column) => column.format === 'change')?.key;
  return columns.map((column) => ({
    ...column,
    look: column.format === 'text' ? 'words' : column.key === key ? 'figures key' : 'figures',
  }));
}
