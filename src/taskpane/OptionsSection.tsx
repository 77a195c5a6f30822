import { Field, Input, Radio, RadioGroup, Select } from '@fluentui/react-components';
import type { Ref } from 'react';
import type { Choices } from '../commands/choices';
import {
  bases,
  basisName,
  daysInFinancialYear,
  defaultBasis,
  financialYearBounds,
  financialYearOf,
  addDays,
  type Basis,
  type FinancialYear,
} from '../domain/calendar';
import type { IsoDate } from '../domain/reading';
import { displayCell } from '../reports/display';
import type { SignStyle } from '../reports/plan';
import { Section } from './Section';
import { longDate } from './ukDate';
import type { AsAtField } from './useAsAt';

interface OptionsProps {
  choices: Choices;
  /** The date that the figures are given at now. */
  asAt: IsoDate;
  field: AsAtField;
  asAtInput: Ref<HTMLInputElement>;
  onBasis: (basis: Basis) => void;
  onSigns: (signs: SignStyle) => void;
}

const SIGNS: SignStyle[] = ['minus', 'brackets', 'favourable'];
const A_SAVING = -45;

/** How the figures are given: weeks in a year, as-at date, the look of a saving. */
export function OptionsSection({ choices, onBasis, onSigns, ...asAt }: OptionsProps) {
  return (
    <Section heading="Options">
      <div className="fields">
        <Field label="Weeks in a year">
          <Select value={choices.basis} onChange={(_, { value }) => onBasis(value as Basis)}>
            <optgroup label="Number of weeks">
              {bases.map((basis) => (
                <option key={basis} value={basis}>
                  {basis === defaultBasis ? `${basisName(basis)} (usual)` : basisName(basis)}
                </option>
              ))}
            </optgroup>
            <optgroup label="Days of a financial year ÷ 7">
              {yearsAround(asAt.asAt, choices.basis).map((year) => (
                <option key={year} value={year}>
                  {`${year} (${daysInFinancialYear(year)} days)`}
                </option>
              ))}
            </optgroup>
          </Select>
        </Field>
        <AsAt {...asAt} />
      </div>
      <Field label="A saving of £45 is shown as">
        <RadioGroup
          value={choices.signs}
          onChange={(_, { value }) => onSigns(value as SignStyle)}
          className="signs"
        >
          {SIGNS.map((signs) => (
            <Radio key={signs} value={signs} label={displayCell(A_SAVING, 'change', signs)} />
          ))}
        </RadioGroup>
      </Field>
    </Section>
  );
}

type AsAtProps = Pick<OptionsProps, 'asAt' | 'field' | 'asAtInput'>;

function AsAt({ asAt, field, asAtInput }: AsAtProps) {
  return (
    <Field
      label="As-at date"
      hint={
        field.wrong ? undefined : 'Day, month, year. Leave empty for the latest in the tracker.'
      }
      validationState={field.wrong ? 'error' : 'none'}
      validationMessage={
        field.wrong && `${field.wrong} The figures are still as at ${longDate(asAt)}.`
      }
    >
      <Input
        ref={asAtInput}
        value={field.text}
        placeholder="dd/mm/yyyy"
        autoComplete="off"
        onChange={(_, { value }) => field.type(value)}
        onBlur={field.settle}
        onKeyDown={(event) => event.key === 'Enter' && field.settle()}
      />
    </Field>
  );
}

/** The as-at date's financial year, the one before and the two after, and the chosen one. */
function yearsAround(asAt: IsoDate, chosen: Basis): FinancialYear[] {
  const now = financialYearOf(asAt);
  const before = financialYearOf(addDays(financialYearBounds(now).start, -1));
  const next = yearAfter(now);
  const years = new Set([before, now, next, yearAfter(next)]);
  if (!bases.some((basis) => basis === chosen)) years.add(chosen as FinancialYear);
  return [...years].sort();
}

const yearAfter = (year: FinancialYear): FinancialYear =>
  financialYearOf(addDays(financialYearBounds(year).end, 1));
