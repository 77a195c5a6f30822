import type { Choices } from '../../src/commands/choices';
import type { Summary } from '../../src/commands/summarise';
import type { SheetPlan } from '../../src/reports/plan';
import { defaultTerms } from '../../src/reports/terms';
import type { Problem, TrackedChange, Tracker } from '../../src/workbook/tracker';

const HEADINGS = ['Ref', 'Cohort', 'Opp', 'Original weekly cost', 'Current weekly cost', 'Notes'];

export const change = (row: number): TrackedChange => ({
  reference: `YP-${row}`,
  cohort: 'Cohort 1',
  opportunity: 'Opportunity 1',
  original: 100,
  current: 55,
  sheet: 'Tracker',
  row,
});

export const problem = (over: Partial<Problem> = {}): Problem => ({
  address: 'Tracker!G12',
  ref: 'YP-12',
  message: 'Weekly cost now is blank. Type the weekly cost.',
  leavesOut: true,
  ...over,
});

export const tracker = (over: Partial<Tracker> = {}): Tracker => ({
  lists: [],
  parts: [{ sheet: 'Tracker', address: 'Tracker!A4:F148', headingRow: 4 }],
  headings: HEADINGS,
  columns: {
    reference: 'Ref',
    cohort: 'Cohort',
    opportunity: 'Opp',
    originalCost: 'Original weekly cost',
    currentCost: 'Current weekly cost',
  },
  missing: [],
  changes: [change(5), change(6)],
  people: [],
  leftOut: 1,
  problems: [problem()],
  latestDate: '2024-12-03',
  otherSheets: [],
  decisions: [],
  written: [],
  seen: { dateSystem: 1900, sheets: [], tracked: [] },
  ...over,
});

export const choices = (over: Partial<Choices> = {}): Choices => ({
  columns: {},
  basis: '52',
  signs: 'minus',
  wording: {},
  materiality: 3,
  figures: 'live',
  without: [],
  terms: defaultTerms,
  suppress: 5,
  ...over,
});

export const plan = (over: Partial<SheetPlan> = {}): SheetPlan => ({
  id: 'cohorts',
  sheet: 'Cohorts',
  title: 'Change in weekly cost by cohort',
  publishable: true,
  notes: ['A year is 52 weeks.'],
  table: {
    name: 'Cohorts',
    columns: [
      { key: 'cohort', heading: 'Cohort', format: 'text' },
      { key: 'count', heading: 'Young people', format: 'count' },
      { key: 'difference', heading: 'Difference', format: 'change' },
    ],
    rows: [
      ['Cohort 1', 57, -32288.74],
      ['Cohort 2', 46, 17563.88],
      ['Total', 103, -14724.86],
    ],
  },
  total: true,
  ...over,
});

export const summary = (over: Partial<Summary> = {}): Summary => ({
  asAt: '2024-12-03',
  basis: '52',
  cohorts: [],
  opportunities: [],
  reductions: [],
  increases: [],
  outcomes: [],
  ledger: [],
  offers: [],
  reconciliation: [],
  plans: [plan()],
  front: { title: 'Placement costs', lines: [], about: [] },
  ...over,
});

/** A promise that the test settles when it likes. */
export function pending<T>() {
  let resolve!: (value: T) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
