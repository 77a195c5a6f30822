import { useId } from 'react';
import { displayCell } from '../reports/display';
import type { PlanCell, PlanColumn, SheetPlan, SignStyle } from '../reports/plan';
import { Section } from './Section';

interface PreviewProps {
  plans: SheetPlan[];
  signs: SignStyle;
}

/** The sheets as they will be written, one table each. */
export function PreviewSection({ plans, signs }: PreviewProps) {
  return (
    <Section heading="Preview">
      {plans.map((plan) => (
        <PlanTable key={plan.id} plan={plan} signs={signs} />
      ))}
    </Section>
  );
}

function PlanTable({ plan, signs }: { plan: SheetPlan; signs: SignStyle }) {
  const caption = useId();
  const { columns, rows } = plan.table;
  // A table wider than the pane is scrolled by keyboard as well: the region takes the focus.
  const reachable = 0;
  return (
    <div className="plan">
      <div className="plan-scroll" role="region" aria-labelledby={caption} tabIndex={reachable}>
        <table className="plan-table">
          <caption id={caption}>{plan.title}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.key} scope="col" className={sideOf(column)}>
                  {column.heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <PlanRow
                key={index}
                row={row}
                columns={columns}
                signs={signs}
                total={plan.total && index === rows.length - 1}
              />
            ))}
          </tbody>
        </table>
      </div>
      {plan.notes.length > 0 && (
        <ul className="plan-notes">
          {plan.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface PlanRowProps {
  row: PlanCell[];
  columns: PlanColumn[];
  signs: SignStyle;
  total: boolean;
}

/** The first cell names its row. */
function PlanRow({ row, columns, signs, total }: PlanRowProps) {
  return (
    <tr className={total ? 'plan-total' : undefined}>
      {columns.map((column, index) => {
        const text = displayCell(row[index] ?? null, column.format, signs);
        return index === 0 ? (
          <th key={column.key} scope="row" className={sideOf(column)}>
            {text}
          </th>
        ) : (
          <td key={column.key} className={sideOf(column)}>
            {text}
          </td>
        );
      })}
    </tr>
  );
}

const sideOf = (column: PlanColumn): string => (column.format === 'text' ? 'words' : 'figures');
