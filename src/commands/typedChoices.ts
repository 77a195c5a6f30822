import { readBasis, readDate } from '../domain/calendar';
import type { Reading } from '../domain/reading';
import { LIST_REPORTS } from '../reports';
import { defaultTerms, readTerm, type Terms } from '../reports/terms';
import type { Wording } from '../reports/wording';
import { WorkbookError } from '../workbook/workbookError';
import { readMateriality, readThreshold, readWords, type Choices } from './choices';

/** Choices as somebody types them on a command line; absent ones are left to the workbook. */
export interface TypedChoices {
  sheet?: string;
  basis?: string;
  asAt?: string;
  materiality?: string;
  title?: string;
  authority?: string;
  committee?: string;
  meeting?: string;
  period?: string;
  /** £ a week, a number of families, per cent. */
  highCost?: string;
  newFamilies?: string;
  uplift?: string;
  /** Ids of reports on lists, with commas between them. */
  without?: string;
  /** Counts from 1 to it are hidden in a copy. */
  suppress?: string;
  /** True for figures as values alone. */
  values?: boolean;
}

/** The choices typed, read as the pane reads them; what cannot be read fails with a sentence. */
export function typedChoices(typed: TypedChoices): Partial<Choices> {
  const { sheet, basis, asAt, materiality, suppress, values } = typed;
  const chosen: Partial<Choices> = {};
  if (values === true) chosen.figures = 'values';
  if (sheet !== undefined) chosen.sheet = sheet;
  if (basis !== undefined) {
    chosen.basis = valueOf(
      readBasis(basis),
      `The basis ‘${basis}’ is not one of 52, 52.14, 52.18, 365/7, 366/7, 53 or a financial year such as 2024/25.`,
    );
  }
  if (asAt !== undefined) {
    chosen.asAt = valueOf(
      readDate(asAt, 1900),
      `The as-at date ‘${asAt}’ is not a date such as 03/12/2024 or 2024-12-03.`,
    );
  }
  if (materiality !== undefined) {
    chosen.materiality = readMateriality(materiality);
    if (chosen.materiality === undefined) {
      throw new WorkbookError(
        `The materiality ‘${materiality}’ is not an amount a week such as 3 or £2.50.`,
      );
    }
  }
  if (suppress !== undefined) {
    chosen.suppress = readThreshold(suppress);
    if (chosen.suppress === undefined) {
      throw new WorkbookError(
        `The count ‘${suppress}’ up to which counts are hidden is not a whole number from 0 to 9.`,
      );
    }
  }
  const terms = typedTerms(typed);
  if (terms) chosen.terms = terms;
  if (typed.without !== undefined) chosen.without = typedIds(typed.without);
  const wording = typedWording(typed);
  if (Object.keys(wording).length > 0) chosen.wording = wording;
  return chosen;
}

/** A term that is not typed is the usual one. */
function typedTerms(typed: TypedChoices): Terms | undefined {
  const options = { highCost: 'high-cost', newFamilies: 'new-families', uplift: 'uplift' } as const;
  const names = Object.keys(options) as (keyof Terms)[];
  if (names.every((name) => typed[name] === undefined)) return undefined;
  const terms = { ...defaultTerms };
  for (const name of names) {
    const reading = readTerm(name, typed[name] ?? '');
    if (reading.kind === 'unreadable') {
      throw new WorkbookError(`The option --${options[name]} ${reading.why}.`);
    }
    if (reading.kind === 'value') terms[name] = reading.value;
  }
  return terms;
}

function typedIds(typed: string): string[] {
  const ids = typed
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  const known = LIST_REPORTS.map(({ id }) => id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    throw new WorkbookError(
      `There is no report ‘${unknown}’ to leave out. Those on lists are: ${known.join(', ')}.`,
    );
  }
  return ids;
}

/** What is typed empty is taken back. */
function typedWording({ meeting, ...typed }: TypedChoices): Wording {
  const wording: Wording = {};
  for (const part of ['title', 'authority', 'committee', 'period'] as const) {
    if (typed[part] !== undefined) wording[part] = readWords(typed[part]);
  }
  if (meeting?.trim() === '') wording.meeting = undefined;
  else if (meeting !== undefined) {
    wording.meeting = valueOf(
      readDate(meeting, 1900),
      `The date of the meeting, ‘${meeting}’, is not a date such as 03/12/2024 or 2024-12-03.`,
    );
  }
  return wording;
}

function valueOf<T>(reading: Reading<T>, otherwise: string): T {
  if (reading.kind !== 'value') throw new WorkbookError(otherwise);
  return reading.value;
}
