/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   In a narrow pane the table is laid out as a list of groups. Browsers then forget that it is a
   table unless each part says what it is. */
import { useId, useState } from 'react';
import { LEDGER_ID } from '../reports/changeReasons';
import { COVER_ID } from '../reports/cover';
import { displayCell } from '../reports/display';
import type { PlanCell, PlanColumn, SheetPlan, SignStyle } from '../reports/plan';
import { counted } from '../domain/counted';
import { Section } from './Section';

interface PreviewProps {
  plans: SheetPlan[];
  /** Sheets that are folded away until they are asked for: reports on other lists may be many. */
  folded?: SheetPlan[];
  signs: SignStyle;
}

/** A table with more rows than this is shown by its first few: nobody reads on in a narrow pane. */
const MOST_ROWS = 40;
const FIRST_ROWS = 10;

/** The sheets as they will be written, one table each; notes that all of them carry stand once. */
export function PreviewSection({ plans, folded = [], signs }: PreviewProps) {
  const shared = sharedNotes(plans);
  return (
    <Section heading="Preview">
      {plans.map((plan) => (
        <div key={plan.id} className="plan">
          <PlanRows plan={plan} signs={signs} />
          <Notes notes={plan.notes.filter((note) => !shared.includes(note))} />
        </div>
      ))}
      {folded.map((plan) => (
        <Folded key={plan.id} plan={plan} signs={signs} />
      ))}
      {shared.length > 0 && (
        <div className="plan">
          <h3 className="group-heading">On every sheet</h3>
          <Notes notes={shared} />
        </div>
      )}
    </Section>
  );
}

const PlanRows = ({ plan, signs }: { plan: SheetPlan; signs: SignStyle }) =>
  plan.publishable ? <PlanTable plan={plan} signs={signs} /> : <NamedRows plan={plan} />;

/** A sheet under its name, its table made when it is unfolded. */
function Folded({ plan, signs }: { plan: SheetPlan; signs: SignStyle }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="plan" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{plan.sheet}</summary>
      {open && (
        <>
          <PlanRows plan={plan} signs={signs} />
          <Notes notes={plan.notes} />
        </>
      )}
    </details>
  );
}

/** The cover has lines of its own. */
function sharedNotes(plans: SheetPlan[]): string[] {
  const [first, ...others] = plans.filter(({ id }) => id !== COVER_ID);
  if (!first || others.length === 0) return [];
  return first.notes.filter((note) => others.every((plan) => plan.notes.includes(note)));
}

function Notes({ notes }: { notes: string[] }) {
  if (notes.length === 0) return null;
  return (
    <ul className="plan-notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

/** A row for each child is not for a look in passing: the review shows them one by one. */
function NamedRows({ plan: { id, title, table } }: { plan: SheetPlan }) {
  const elsewhere = id === LEDGER_ID ? 'Review reasons shows them; the' : 'The';
  return (
    <>
      <h3 className="group-heading">{title}</h3>
      <p className="plan-notes">
        {`${counted(table.rows.length, 'row')} that name young people. ${elsewhere} sheet will hold them all.`}
      </p>
    </>
  );
}

function PlanTable({ plan, signs }: { plan: SheetPlan; signs: SignStyle }) {
  const title = useId();
  const rows = shownRows(plan);
  const left = plan.table.rows.length - rows.length;
  const columns = shownColumns(plan.table.columns);
  return (
    <>
      <h3 id={title} className="group-heading">
        {plan.title}
      </h3>
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
      {left > 0 && (
        <p className="plan-notes">{`and ${counted(left, 'more row')}, which the sheet will hold.`}</p>
      )}
    </>
  );
}

/** All of a short table; of a long one the first rows and the total. */
function shownRows({ table: { rows }, total }: SheetPlan): PlanCell[][] {
  if (rows.length <= MOST_ROWS) return rows;
  return [...rows.slice(0, FIRST_ROWS), ...(total ? rows.slice(-1) : [])];
}

interface PlanRowProps {
  row: PlanCell[];
  columns: ShownColumn[];
  signs: SignStyle;
  total: boolean;
}

/** The first cell names its row. Where there is no room for headings, each cell shows its own. */
function PlanRow({ row, columns, signs, total }: PlanRowProps) {
  return (
    <tr role="row" className={total ? 'plan-total' : undefined}>
      {columns.map(({ key, heading, format, look }, index) => {
        const text = displayCell(row[index] ?? null, format, signs);
        return index === 0 ? (
          <th key={key} role="rowheader" scope="row" className={look}>
            {text}
          </th>
        ) : (
          <td key={key} role="cell" className={look} data-heading={heading}>
            {text}
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
