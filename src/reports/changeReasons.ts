import { financialYearBounds, financialYearOf, type FinancialYear } from '../domain/calendar';
import { evidenceLine } from '../domain/classify/classification';
import { NO_COHORT } from '../domain/cohort';
import { knownBy } from '../domain/identity';
import { changeDateOf, inYearDifference } from '../domain/inYear';
import { isCounted, type LedgerEntry } from '../domain/ledger';
import type { IsoDate } from '../domain/reading';
import { displayName } from '../domain/reason';
import { longDate } from './longDate';
import { CURRENT, DIFFERENCE, inTheYear, ORIGINAL } from './measure';
import { plainly, singleSpaced } from '../domain/typed';
import { displayCell } from './display';
import { controlLines, controlNotes } from './controlLines';
import { checkText } from './ledgerCheck';
import { reviewNote, signNote, sourceNotes, youngPeople } from './notes';
import type { PlanCell, PlanColumn, RowBehind, SheetPlan } from './plan';
import { neverPublished } from './publication';
import type { ReportInput } from './report';
import { thisRow } from './structuredReference';

/** The mark of the ledger sheet, by which the decisions on it are found again. */
export const LEDGER_ID = 'change-reasons';

/** The ledger's columns by what they hold; they are read back under the same headings. */
export const LEDGER_HEADINGS = {
  reference: 'Reference',
  cohort: 'Cohort',
  opportunity: 'Opportunity',
  original: 'Original weekly cost',
  current: 'Current weekly cost',
  change: 'Change a week',
  changedOn: 'Date of change',
  inYear: 'Change in the year',
  reason: 'Reason',
  confidence: 'Confidence',
  evidence: 'Evidence',
  decidedBy: 'Decided by',
  decisionNote: 'Note of the decision',
  status: 'Status',
  check: 'Check',
} as const;

/** The ledger's Excel table; formulas on other sheets point at it. */
export const LEDGER_TABLE = 'ChangeReasons';

export type LedgerColumn = keyof typeof LEDGER_HEADINGS;

export const DECIDED_BY = { 'add-in': 'Add-in', officer: 'Officer' } as const;

const FORMATS: Partial<Record<LedgerColumn, PlanColumn['format']>> = {
  original: 'money',
  current: 'money',
  change: 'change',
  changedOn: 'date',
  inYear: 'change',
  confidence: 'percent',
};

/** Characters of a line, so that all that is read of the ledger stands on a page across. */
const WRAPS: Partial<Record<LedgerColumn, number>> = {
  opportunity: 18,
  reason: 18,
  evidence: 32,
  decisionNote: 18,
  status: 16,
};

const COLUMNS = Object.entries(LEDGER_HEADINGS).map(([key, heading]): PlanColumn => ({
  key,
  heading,
  format: FORMATS[key as LedgerColumn] ?? 'text',
  wraps: WRAPS[key as LedgerColumn],
  narrow: key === 'check',
}));

/** The ledger: every young person, why the cost changed, on what evidence, and who says so. */
export function changeReasonsReport(input: ReportInput): SheetPlan {
  const { ledger, control } = input;
  const cells = ledger.map((entry) => cellsOf(entry, input.asAt));
  const inYear = changeIn(financialYearOf(input.asAt));
  return {
    id: LEDGER_ID,
    sheet: 'Change reasons',
    title: 'Why each weekly placement cost changed',
    ...neverPublished([
      ...sourceNotes(input),
      'This sheet names young people and is not for publication.',
      signNote(input.signs),
      `At the same placement a difference of up to ${displayCell(input.materiality, 'money', input.signs)} a week is no change.`,
      reviewNote(input),
      'A reason typed over one in the table, or a note typed beside it, counts as the officer’s decision the next time that the add-in looks.',
      'A cell is blank where the tracker’s is blank, and a figure where the row is in no total.',
      'A change in the year is blank also where there is no date, a confidence where an officer decided.',
      ...inYearNotes(input.asAt),
      ...withoutReferenceNotes(ledger),
      ...departedNotes(ledger),
      ...(control ? controlNotes(control) : []),
    ]),
    table: {
      name: LEDGER_TABLE,
      columns: COLUMNS,
      rows:
        cells.length === 0
          ? [COLUMNS.map(({ key }) => (key === 'status' ? 'No young people' : null))]
          : cells.map((row) => COLUMNS.map(({ key }) => row[key as LedgerColumn])),
      formulas: ledger.map((entry) =>
        COLUMNS.map(({ key }) => {
          // In every row, so that it is sent once; without a date it shows nothing.
          if (key === 'inYear') return inYear;
          return key === 'change' && isCounted(entry) ? CHANGE : null;
        }),
      ),
    },
    total: false,
    control: control && controlLines(control),
    behind: {
      named: ['reference'],
      row: (place) => behindRow(ledger[place]),
      measures: {
        original: ORIGINAL,
        current: CURRENT,
        change: DIFFERENCE,
        inYear: inTheYear(input.asAt),
      },
    },
  };
}

/** A row is one young person, and what is asked of it is more than its figures. */
function behindRow(entry: LedgerEntry | undefined): RowBehind {
  if (!entry) return { entries: [], who: 'in the tracker' };
  const status = statusOf(entry);
  const evidence = evidenceText(entry);
  return {
    entries: [entry],
    who: `with the reference ‘${entry.reference}’`,
    also: [
      `The reason is ‘${displayName(entry.reason)}’, ${deciderSaid(entry)}.`,
      ...(evidence === '' ? [] : [`Evidence: ${evidence}.`]),
      ...(status === '' ? [] : [`Status: ${status}.`]),
    ],
  };
}

const deciderSaid = ({ decidedBy, confidence }: LedgerEntry): string =>
  decidedBy === 'officer'
    ? 'decided by an officer'
    : `proposed by the add-in; of answers as sure as this one ${displayCell(confidence, 'percent', 'minus')} were right`;

const NO_FIGURES = { original: null, current: null, change: null, changedOn: null, inYear: null };

function figuresOf(entry: LedgerEntry, asAt: IsoDate) {
  if (!isCounted(entry)) return NO_FIGURES;
  const { original, current } = entry;
  const changedOn = changeDateOf(entry, asAt) ?? null;
  return {
    original,
    current,
    change: current - original,
    changedOn,
    inYear: changedOn && inYearDifference(entry, changedOn, financialYearOf(asAt)),
  };
}

function cellsOf(entry: LedgerEntry, asAt: IsoDate): Record<LedgerColumn, PlanCell> {
  return {
    reference: entry.reference || null,
    cohort: cohortText(entry.cohort) || null,
    opportunity: singleSpaced(entry.opportunity) || null,
    ...figuresOf(entry, asAt),
    reason: displayName(entry.reason),
    confidence: entry.decidedBy === 'officer' ? null : entry.confidence,
    evidence: evidenceText(entry) || null,
    decidedBy: DECIDED_BY[entry.decidedBy],
    decisionNote: entry.decisionNote || null,
    status: statusOf(entry) || null,
    check: checkText(entry),
  };
}

/** As criteria find it: single-spaced, and blank where somebody typed that there is none. */
const cohortText = (cohort: string): string =>
  plainly(cohort) === plainly(NO_COHORT) ? '' : singleSpaced(cohort);

/** The change follows an amount that is changed in its row. */
const CHANGE = `=${thisRow(LEDGER_TABLE, LEDGER_HEADINGS.current)}-${thisRow(LEDGER_TABLE, LEDGER_HEADINGS.original)}`;

const CHANGED_ON = thisRow(LEDGER_TABLE, LEDGER_HEADINGS.changedOn);

/**
 * The part of the change that falls in a year, as inYearDifference has it: what stands in place of a
 * date and is none counts as none.
 */
function changeIn(year: FinancialYear): string {
  const { start, end } = financialYearBounds(year);
  const days = `MAX(0,${dateOf(end)}-MAX(${dateOf(start)},${CHANGED_ON})+1)`;
  const change = thisRow(LEDGER_TABLE, LEDGER_HEADINGS.change);
  return `=IF(ISNUMBER(${CHANGED_ON}),${change}*${days}/7,"")`;
}

/** In Excel's words, because its number is another one in each date system. */
const dateOf = (date: IsoDate): string => `DATE(${date.split('-').map(Number).join()})`;

function inYearNotes(asAt: IsoDate): string[] {
  const year = financialYearOf(asAt);
  const { end } = financialYearBounds(year);
  return [
    `The change in the year is that for the days of ${year} from the date of change to ${longDate(end)}, both included, by sevenths of a week.`,
    'The date is the tracker’s date of change or, where that is missing, the date that care ended.',
  ];
}

/** A cell of Excel holds 32,767 characters; nobody reads as many. */
const LONGEST_EVIDENCE = 2_000;

function evidenceText({ evidence, decidedBy, reason, proposed, standing }: LedgerEntry): string {
  const text = evidenceLine(evidence);
  const cut = text.length > LONGEST_EVIDENCE ? `${text.slice(0, LONGEST_EVIDENCE)}…` : text;
  return decidedBy === 'officer' && reason !== proposed && standing !== 'departed'
    ? `The add-in would say ‘${displayName(proposed)}’${cut === '' ? '' : `: ${cut}`}`
    : cut;
}

/** What is special about a row; '' where nothing is. */
function statusOf(entry: LedgerEntry): string {
  const { standing, review, decidedBy, decidedOn, facts } = entry;
  if (standing === 'departed') return 'No longer in the tracker';
  const changed = decidedBy === 'officer' && decidedOn !== facts;
  return [
    standing === 'not counted' ? `Not counted: ${missingCosts(entry)}` : '',
    changed ? 'Facts changed since it was decided' : review ? 'To be looked at' : '',
    knownBy(entry.key) === 'reference' ? '' : knownText(entry),
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function missingCosts({ original, current }: LedgerEntry): string {
  if (original === undefined && current === undefined) return 'no weekly costs';
  return original === undefined ? 'no original weekly cost' : 'no current weekly cost';
}

const knownText = ({ reference, key }: LedgerEntry): string =>
  `Known by ${knownBy(key) === 'facts' ? 'its facts' : 'its row and facts'}: the reference is ${reference === '' ? 'blank' : 'used more than once'}`;

function withoutReferenceNotes(ledger: readonly LedgerEntry[]): string[] {
  const count = ledger.filter(
    ({ key, standing }) => standing !== 'departed' && knownBy(key) !== 'reference',
  ).length;
  if (count === 0) return [];
  const [have, them] = count === 1 ? ['has', 'it'] : ['have', 'them'];
  return [
    `${youngPeople(count)} ${have} a reference that is blank or used more than once.`,
    `A decision on ${them} is found again by the row and its facts, and only while those stay the same.`,
  ];
}

function departedNotes(ledger: readonly LedgerEntry[]): string[] {
  const count = ledger.filter(({ standing }) => standing === 'departed').length;
  if (count === 0) return [];
  return [
    count === 1
      ? 'The last row is a decision on a young person who is no longer in the tracker; it is in no total.'
      : `The last ${count.toLocaleString('en-GB')} rows are decisions on young people who are no longer in the tracker; they are in no total.`,
  ];
}
