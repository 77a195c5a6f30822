import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Field,
  Select,
} from '@fluentui/react-components';
import type { Choices } from '../commands/choices';
import { rolesOf } from '../domain/sources/source';
import type { Tracker } from '../workbook/tracker';
import { TRACKER, type TrackerRole } from '../domain/sources/tracker';
import { Notice } from './Notice';
import { Section } from './Section';

interface ColumnsProps {
  tracker: Tracker;
  choices: Choices;
  /** True while a choice is being read: the officer's choice is shown before it is confirmed. */
  looking: boolean;
  onColumn: (role: TrackerRole, heading: string) => void;
}

const ROLES = rolesOf(TRACKER);
/** What the reports of this release are made of stands in sight; the rest opens on request. */
const IN_SIGHT: TrackerRole[] = [
  ...ROLES.filter((role) => TRACKER.roles[role].required),
  'reference',
  'cohort',
  'opportunity',
];
const THE_REST = ROLES.filter((role) => !IN_SIGHT.includes(role));

/** Which of the tracker's columns is taken for what, with a chance to correct each. */
export function ColumnsSection(props: ColumnsProps) {
  const taken = THE_REST.filter((role) => headingOf(props, role) !== '').length;
  return (
    <Section heading="Columns">
      {props.tracker.missing.length > 0 && <Missing roles={props.tracker.missing} />}
      <div className="fields">
        {IN_SIGHT.map((role) => (
          <ColumnChoice key={role} role={role} {...props} />
        ))}
      </div>
      <Accordion collapsible className="more">
        <AccordionItem value="more">
          <AccordionHeader as="h3" size="small" expandIconPosition="end">
            {`More columns (${taken} of ${THE_REST.length} found)`}
          </AccordionHeader>
          <AccordionPanel className="more-panel">
            <div className="fields">
              {THE_REST.map((role) => (
                <ColumnChoice key={role} role={role} {...props} />
              ))}
            </div>
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
    </Section>
  );
}

function Missing({ roles }: { roles: TrackerRole[] }) {
  const names = roles.map((role) => `‘${TRACKER.roles[role].label}’`).join(' and ');
  return (
    <Notice intent="warning">
      No column was found for {names}. Choose {roles.length === 1 ? 'it' : 'them'} below; nothing is
      read until then.
    </Notice>
  );
}

function ColumnChoice({ role, onColumn, ...props }: ColumnsProps & { role: TrackerRole }) {
  const { label, required } = TRACKER.roles[role];
  const missing = props.tracker.missing.includes(role);
  return (
    <Field
      label={label}
      required={required}
      validationMessage={missing ? 'Choose a column.' : undefined}
      validationState={missing ? 'error' : 'none'}
    >
      <Select value={headingOf(props, role)} onChange={(_, { value }) => onColumn(role, value)}>
        <option value="">No column</option>
        {props.tracker.headings.map((heading) => (
          <option key={heading} value={heading}>
            {heading}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function headingOf(
  { tracker, choices, looking }: Pick<ColumnsProps, 'tracker' | 'choices' | 'looking'>,
  role: TrackerRole,
): string {
  return (looking ? choices.columns[role] : undefined) ?? tracker.columns[role] ?? '';
}
