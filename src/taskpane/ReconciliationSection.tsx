import { Button } from '@fluentui/react-components';
import type { Check } from '../domain/reconcile/check';
import { outcomeSentence } from '../reports/reconciliation';
import { CheckList } from './CheckList';
import { Notice } from './Notice';
import { Section } from './Section';
import type { PointedState } from './usePointed';

interface ReconciliationProps {
  checks: readonly Check[];
  pointed: PointedState;
}

/** Whether the figures reconcile, before they are written; and with which other totals. */
export function ReconciliationSection({ checks, pointed }: ReconciliationProps) {
  const failing = checks.filter(({ status }) => status === 'fails').length;
  return (
    <Section heading="Do the figures reconcile">
      {failing > 0 ? (
        <Notice intent="warning">{outcomeSentence(checks)}</Notice>
      ) : (
        <p>{outcomeSentence(checks)}</p>
      )}
      <CheckList checks={checks} />
      <h3 className="group-heading">Against another total in this workbook</h3>
      <p className="hint">
        Select the cell of your ledger or budget monitoring total, then compare: it is set beside
        the tracker’s cost or saving, a week or a year.
      </p>
      {pointed.failure && <Notice intent="error">{pointed.failure}</Notice>}
      <div className="buttons">
        <Button onClick={pointed.add} disabledFocusable={pointed.busy}>
          {pointed.busy ? 'Reading…' : 'Compare the selected cell'}
        </Button>
        {pointed.addresses.map((address) => (
          <Button
            key={address}
            size="small"
            disabledFocusable={pointed.busy}
            onClick={() => pointed.remove(address)}
          >
            {`Leave out ${address}`}
          </Button>
        ))}
      </div>
    </Section>
  );
}
