import { useState } from 'react';
import { LEDGER_ID } from '../reports/changeReasons';
import { COVER_ID } from '../reports/cover';
import type { SheetPlan, SignStyle } from '../reports/plan';
import { counted } from '../domain/counted';
import { PlanTable } from './PlanTable';
import { Section } from './Section';

interface PreviewProps {
  plans: SheetPlan[];
  /** Sheets that are folded away until they are asked for: reports on other lists may be many. */
  folded?: SheetPlan[];
  signs: SignStyle;
}

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
