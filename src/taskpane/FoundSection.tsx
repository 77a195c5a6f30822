import { capitalised } from '../domain/typed';
import { Button, Field, Select, Spinner } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Choices } from '../commands/choices';
import type { IsoDate } from '../domain/reading';
import type { SourceList } from '../domain/sources/source';
import { longDate } from '../reports/longDate';
import type { Tracker, TrackerPart } from '../workbook/tracker';
import { counted } from '../domain/counted';
import { Notice } from './Notice';
import { Section } from './Section';
import type { TrackerState } from './useTracker';

interface FoundProps {
  state: TrackerState;
  /** The date that the figures are given at; absent until they can be. */
  asAt?: IsoDate;
  onLookAgain: () => void;
  onSheet: (sheet: string | undefined) => void;
}

/** What was found in the workbook, and where. */
export function FoundSection({ state, asAt, onLookAgain, onSheet }: FoundProps) {
  const { look, choices, looking, failure } = state;
  return (
    <Section heading="What was found">
      {!look && looking && <Spinner size="tiny" label="Looking through this workbook…" />}
      {failure && <Notice intent="error">{failure}</Notice>}
      {look?.kind === 'none' && <Notice intent="warning">{look.sentence}</Notice>}
      {look?.kind === 'found' && look.tracker.absent && (
        <Notice intent="warning">{look.tracker.absent}</Notice>
      )}
      {look?.kind === 'found' && <Found tracker={look.tracker} asAt={asAt} />}
      {look?.kind === 'found' && (
        <Lists lists={look.tracker.lists.filter(({ isTracker }) => !isTracker)} />
      )}
      {look?.kind === 'found' && choices && (
        <SheetChoice tracker={look.tracker} choices={choices} onSheet={onSheet} />
      )}
      {(look || failure) && (
        <Button size="small" onClick={onLookAgain} disabledFocusable={looking}>
          {looking ? 'Looking…' : 'Look again'}
        </Button>
      )}
    </Section>
  );
}

function Found({ tracker, asAt }: { tracker: Tracker; asAt?: IsoDate }) {
  const readable = tracker.absent === undefined && tracker.missing.length === 0;
  return (
    <dl className="facts">
      {tracker.parts.map((part) => (
        <Part key={part.address} part={part} />
      ))}
      {readable && (
        <>
          <Fact name="Young people">{tracker.changes.length.toLocaleString('en-GB')}</Fact>
          <Fact name="Left out">
            {tracker.leftOut === 0 ? 'None' : `${counted(tracker.leftOut, 'row')}, listed below`}
          </Fact>
        </>
      )}
      {asAt && <Fact name="As at">{longDate(asAt)}</Fact>}
    </dl>
  );
}

/** The lists beside the tracker, and how many rows of each count. */
function Lists({ lists }: { lists: readonly SourceList[] }) {
  if (lists.length === 0) return null;
  return (
    <>
      <h3 className="group-heading">{`Other lists (${lists.length})`}</h3>
      <dl className="facts">
        {lists.map(({ label, addresses, rows, leftOut }) => (
          <Fact key={`${label} ${addresses.join()}`} name={capitalised(label)}>
            {`${addresses.join(' and ')}, ${counted(rows.length, 'row')}${leftOut === 0 ? '' : `, ${counted(leftOut, 'row')} left out`}`}
          </Fact>
        ))}
      </dl>
    </>
  );
}

function Part({ part }: { part: TrackerPart }) {
  return (
    <>
      <Fact name="Sheet">{part.sheet}</Fact>
      <Fact name="Cells">
        {cellsOf(part.address)}, headings in row {part.headingRow}
      </Fact>
    </>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="fact">
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** The sheet stands on its own line, so that the address need not repeat it. */
const cellsOf = (address: string): string => address.slice(address.lastIndexOf('!') + 1);

interface SheetChoiceProps {
  tracker: Tracker;
  choices: Choices;
  onSheet: (sheet: string | undefined) => void;
}

/** Offered only where there is a choice: another sheet could be a tracker, or one was chosen. */
function SheetChoice({ tracker, choices, onSheet }: SheetChoiceProps) {
  if (tracker.otherSheets.length === 0 && choices.sheet === undefined) return null;
  const sheets = [...new Set([...tracker.parts.map((part) => part.sheet), ...tracker.otherSheets])];
  return (
    <Field
      label="Sheet to read"
      hint={
        tracker.otherSheets.length > 0
          ? `${counted(tracker.otherSheets.length, 'other sheet')} could be a tracker.`
          : undefined
      }
    >
      <Select
        value={choices.sheet ?? ''}
        onChange={(_, { value }) => onSheet(value === '' ? undefined : value)}
      >
        <option value="">Choose for me</option>
        {sheets.map((sheet) => (
          <option key={sheet}>{sheet}</option>
        ))}
      </Select>
    </Field>
  );
}
