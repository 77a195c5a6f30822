import { isCounted, type LedgerEntry } from '../domain/ledger';
import type { IsoDate } from '../domain/reading';
import { displayName } from '../domain/reason';
import { DECIDED_BY, LEDGER_HEADINGS } from './changeReasons';
import type { FigureBehind } from './figureBehind';
import { signNote } from './notes';
import { longDate } from './longDate';
import { CURRENT, DIFFERENCE, ORIGINAL } from './measure';
import type { PlanCell, SheetPlan, SignStyle } from './plan';
import { neverPublished } from './publication';

/** The mark of the sheet; the next figure that is put on one takes its place. */
export const FIGURE_ID = 'figure-behind';

export interface FigureSource {
  /** The cell that was asked about: "Cohorts!E7". */
  address: string;
  asAt: IsoDate;
  /** Where the tracker lies: "'Tracker 24-25'!A4:L148". */
  source: string;
  signs: SignStyle;
}

/** The young people behind a figure as a sheet of its own, to be kept or printed; never published. */
export function figureSheet(
  { name, sentences, entries }: FigureBehind,
  { address, asAt, source, signs }: FigureSource,
): SheetPlan {
  const rows = entries.map(rowOf);
  return {
    id: FIGURE_ID,
    sheet: 'Where a figure comes from',
    title: `Where a figure comes from – ${name}`,
    ...neverPublished([
      `The figure is in ${address}.`,
      ...sentences,
      `Position at ${longDate(asAt)}. Source: ${source}.`,
      signNote(signs),
      'This sheet names young people and is not for publication. The next figure that is put on a sheet takes its place.',
      'A cell is blank where the tracker’s is blank, and in the total where nothing adds up.',
    ]),
    table: {
      name: 'FigureBehind',
      columns: [
        { key: 'reference', heading: LEDGER_HEADINGS.reference, format: 'text' },
        { key: 'original', heading: LEDGER_HEADINGS.original, format: 'money' },
        { key: 'current', heading: LEDGER_HEADINGS.current, format: 'money' },
        { key: 'change', heading: LEDGER_HEADINGS.change, format: 'change' },
        { key: 'reason', heading: LEDGER_HEADINGS.reason, format: 'text' },
        { key: 'decidedBy', heading: LEDGER_HEADINGS.decidedBy, format: 'text' },
        { key: 'sheet', heading: 'Sheet', format: 'text' },
        { key: 'row', heading: 'Row', format: 'count' },
      ],
      rows: [
        ...(rows.length > 0 ? rows : [['Nobody', 0, 0, 0, null, null, null, null]]),
        totalOf(entries),
      ],
    },
    total: true,
  };
}

const rowOf = (entry: LedgerEntry): PlanCell[] => [
  entry.reference || null,
  entry.original ?? null,
  entry.current ?? null,
  isCounted(entry) ? entry.current - entry.original : null,
  displayName(entry.reason),
  DECIDED_BY[entry.decidedBy],
  entry.sheet ?? null,
  entry.row ?? null,
];

/** Of those who count: what the list casts to. */
function totalOf(entries: readonly LedgerEntry[]): PlanCell[] {
  const { original, current, change } = totalsOf(entries);
  return ['Total', original, current, change, null, null, null, null];
}

/** £ a week of those who are in the totals. */
export function totalsOf(entries: readonly LedgerEntry[]) {
  const counted = entries.filter(isCounted);
  return {
    youngPeople: counted.length,
    original: ORIGINAL.of(counted),
    current: CURRENT.of(counted),
    change: DIFFERENCE.of(counted),
  };
}
