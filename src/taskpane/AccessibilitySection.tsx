import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { checkAccessibility, type AccessibilityCheck } from '../commands/checkAccessibility';
import type { Fault } from '../domain/accessibility/faults';
import { counted } from '../domain/counted';
import { faultAddress } from '../workbook/faultAddress';
import { Notice } from './Notice';
import { Section } from './Section';
import { useAttempt } from './useAttempt';
import { useGoTo } from './useGoTo';

/** Says where the open workbook breaks the checklist for accessible spreadsheets, and what to mend. */
export function AccessibilitySection() {
  const [check, setCheck] = useState<AccessibilityCheck>();
  const { busy, failure, attempt } = useAttempt();
  const start = (): void =>
    void attempt(async () => {
      setCheck(undefined);
      setCheck(await checkAccessibility());
    });
  return (
    <Section heading="Accessibility of this workbook">
      <p className="hint">
        Checks every sheet, whoever made it, against the checklist of the Government Analysis
        Function. Nothing is changed.
      </p>
      <Button onClick={start} disabledFocusable={busy}>
        {busy ? 'Checking…' : 'Check this workbook'}
      </Button>
      <div aria-live="polite">
        {busy && <p className="unseen">Checking this workbook…</p>}
        {check && <p className="outcome">{outcomeOf(check)}</p>}
      </div>
      {failure && <Notice intent="error">{failure}</Notice>}
      {check && <Outcome check={check} />}
    </Section>
  );
}

function Outcome({ check: { faults, notLookedAt } }: { check: AccessibilityCheck }) {
  const { go, failure } = useGoTo();
  const rules = [...new Set(faults.map(({ rule }) => rule))];
  return (
    <>
      {failure && <Notice intent="error">{failure}</Notice>}
      {rules.map((rule) => (
        <RuleFaults key={rule} faults={faults.filter((fault) => fault.rule === rule)} go={go} />
      ))}
      {notLookedAt.length > 0 && (
        <p className="hint">{`Excel does not tell an add-in, so look yourself: ${notLookedAt.join(', ')}.`}</p>
      )}
    </>
  );
}

/** How many faults of a kind are shown until the officer asks for all. */
const AT_FIRST = 5;

function RuleFaults({ faults, go }: { faults: Fault[]; go: (address: string) => void }) {
  const [all, setAll] = useState(false);
  const { heading, mend } = faults[0]!;
  const more = faults.length - AT_FIRST;
  const list = useRef<HTMLUListElement>(null);
  // The button that was pressed is gone: the focus goes on with what it brought.
  useEffect(() => {
    const first = list.current?.children[AT_FIRST]?.firstElementChild;
    if (all && first instanceof HTMLElement) first.focus();
  }, [all]);
  return (
    <div className="faults">
      <h3 className="group-heading">{`${heading} (${faults.length})`}</h3>
      <p className="hint">{mend}</p>
      <ul ref={list} className="problems">
        {faults.slice(0, all ? undefined : AT_FIRST).map((fault, index) => (
          <li key={index}>
            <OneFault fault={fault} go={go} />
          </li>
        ))}
      </ul>
      {!all && more > 0 && (
        <Button size="small" onClick={() => setAll(true)}>
          {`Show ${more} more: ${heading}`}
        </Button>
      )}
    </div>
  );
}

function OneFault({ fault, go }: { fault: Fault; go: (address: string) => void }) {
  const address = faultAddress(fault);
  const text = <span className="problem-message">{fault.what}</span>;
  if (address === '') {
    return (
      <div className="problem" tabIndex={-1}>
        {text}
      </div>
    );
  }
  return (
    <button type="button" className="problem" onClick={() => go(address)}>
      <span className="problem-place">
        <span className="problem-address">{address}</span>{' '}
      </span>
      {text}
    </button>
  );
}

const outcomeOf = ({ sheets, faults }: AccessibilityCheck): string =>
  faults.length === 0
    ? `${counted(sheets, 'sheet')} checked: nothing to mend was found.`
    : `${counted(sheets, 'sheet')} checked: ${counted(faults.length, 'fault')} to mend.`;
