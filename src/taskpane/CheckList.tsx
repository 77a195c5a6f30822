import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Check } from '../domain/reconcile/check';
import { STATUS } from '../reports/reconciliation';

/** What fails and what is off by rounding, each in words; what passes on request. */
export function CheckList({ checks }: { checks: readonly Check[] }) {
  const [all, setAll] = useState(false);
  const passing = checks.filter(({ status }) => status === 'passes');
  const shown = [
    ...checks.filter(({ status }) => status === 'fails'),
    ...checks.filter(({ status }) => status === 'rounding'),
    ...(all ? passing : []),
  ];
  return (
    <>
      {shown.length > 0 && (
        <ul className="checks">
          {shown.map((check, index) => (
            <li key={index} className={`check check-${check.status}`}>
              <span className="check-status">{STATUS[check.status]}</span>{' '}
              <span className="check-name">{check.check}</span>
              <span className="check-table">{check.table}</span>
              <span className="check-detail">{check.detail}</span>
            </li>
          ))}
        </ul>
      )}
      {passing.length > 0 && (
        <Button size="small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Hide what passes' : `Show the ${passing.length} that pass`}
        </Button>
      )}
    </>
  );
}
