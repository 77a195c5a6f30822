import { Checkbox, Field, Radio, RadioGroup, Select } from '@fluentui/react-components';
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
import { longDate } from '../reports/longDate';
import { SAVING_SHOWN, savingShown } from '../reports/notes';
import type { Figures, SignStyle } from '../reports/plan';
import { Section } from './Section';
import { TypedChoice } from './TypedChoice';
import type { TypedField } from './useTyped';

interface OptionsProps {
  choices: Choices;
  /** The date that the figures are given at now. */
  asAt: IsoDate;
  dateField: TypedField;
  dateInput: Ref<HTMLInputElement>;
  materialityField: TypedField;
  materialityInput: Ref<HTMLInputElement>;
  onBasis: (basis: Basis) => void;
  onSigns: (signs: SignStyle) => void;
  onFigures: (figures: Figures) => void;
}

const SIGNS: SignStyle[] = ['minus', 'brackets', 'favourable'];

/** How the figures are given: weeks in a year, as-at date, what is no change, the look of a saving, formulas. */
export function OptionsSection(props: OptionsProps) {
  const { choices, asAt, onBasis, onSigns, onFigures, ...fields } = props;
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
              {yearsAround(asAt, choices.basis).map((year) => (
                <option key={year} value={year}>
                  {`${year} (${daysInFinancialYear(year)} days)`}
                </option>
              ))}
            </optgroup>
          </Select>
        </Field>
        <TypedChoice
          label="As-at date"
          hint="Day, month, year. Leave empty for the latest in the tracker."
          stands={`The figures are still as at ${longDate(asAt)}.`}
          placeholder="dd/mm/yyyy"
          field={fields.dateField}
          inputRef={fields.dateInput}
        />
        <TypedChoice
          label="Smallest change that counts (£ a week)"
          hint="A difference up to this much is ‘No change’. £3 is usual."
          stands={`Up to ${displayCell(choices.materiality, 'money', 'minus')} is still ‘No change’.`}
          field={fields.materialityField}
          inputRef={fields.materialityInput}
        />
      </div>
      <Field label={SAVING_SHOWN}>
        <RadioGroup
          value={choices.signs}
          onChange={(_, { value }) => onSigns(value as SignStyle)}
          className="signs"
        >
          {SIGNS.map((signs) => (
            <Radio key={signs} value={signs} label={savingShown(signs)} />
          ))}
        </RadioGroup>
      </Field>
      <Field hint="Otherwise they are formulas that follow the sheet Change reasons.">
        <Checkbox
          label="Write figures as values alone"
          checked={choices.figures === 'values'}
          onChange={(_, { checked }) => onFigures(checked === true ? 'values' : 'live')}
        />
      </Field>
    </Section>
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
