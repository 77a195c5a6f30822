import type { LedgerEntry } from '../../domain/ledger';
import { displayCell } from '../../reports/display';
import { totalsOf } from '../../reports/figureSheet';
import type { SignStyle } from '../../reports/plan';
import { counted } from '../../domain/counted';

interface TotalsProps {
  entries: readonly LedgerEntry[];
  signs: SignStyle;
}

/** What the list comes to, £ a week. */
export function Totals({ entries, signs }: TotalsProps) {
  const { youngPeople, original, current, change } = totalsOf(entries);
  const lines = [
    ['Before', displayCell(original, 'money', signs)],
    ['Now', displayCell(current, 'money', signs)],
    ['Change', displayCell(change, 'change', signs)],
  ];
  return (
    <>
      <h3 className="group-heading">
        {`Total of ${counted(youngPeople, 'young person', 'young people')}, £ a week`}
      </h3>
      <dl className="figure-totals">
        {lines.map(([name, amount]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{amount}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
