import { isCounted, type CountedEntry, type LedgerEntry } from '../domain/ledger';
import { singleSpaced } from '../domain/typed';
import type { CellValue } from '../domain/reading';
import { displayCell } from './display';
import type { Measure } from './measure';
import type { CellFormat, PlanCell, SheetPlan, SignStyle } from './plan';

/** Where a figure comes from: what the pane says of it and what goes on a sheet of its own. */
export interface FigureBehind {
  /** 'Difference a week: Cohort 1' */
  name: string;
  /** How it was worked out, whether the young people cast to it, and what else is to be said. */
  sentences: string[];
  /** The young people behind it, in the tracker's order. */
  entries: LedgerEntry[];
  /** Absent where the cell holds no figure. */
  cast?: Cast;
}

/** A figure beside what the young people behind it come to; unrounded. */
export interface Cast {
  figure: number;
  comesTo: number;
  casts: boolean;
}

/** Half a penny: below it two figures show as the same amount, whatever their last bits. */
const HALF_A_PENNY = 0.005;

const isSameFigure = (one: number, other: number): boolean => Math.abs(one - other) < HALF_A_PENNY;

/**
 * Where a cell of a plan's table comes from; undefined where the plan does not say whom it is of.
 * `shown` is what the cell on the sheet holds, which may be older than the plan.
 */
export function figureBehind(
  plan: SheetPlan,
  place: number,
  key: string,
  shown: CellValue,
  signs: SignStyle,
): FigureBehind | undefined {
  const { behind, table } = plan;
  const column = table.columns.findIndex((each) => each.key === key);
  const row = table.rows[place];
  if (!behind || !row || column < 0) return undefined;
  const { entries, who, also = [] } = behind.row(place);
  const { heading, format } = table.columns[column]!;
  const name = `${heading}: ${rowName(plan, row)}`;
  const measure = behind.measures[key];
  if (!measure) {
    return {
      name,
      entries,
      sentences: [noAmounts(entries, who), ...also],
    };
  }
  const figure = row[column];
  if (typeof figure !== 'number') {
    return {
      name,
      entries,
      sentences: [
        `There is no figure here: ${(entries.some(isCounted) && measure.none) || 'the row is in no total.'}`,
        ...also,
      ],
    };
  }
  const counted = entries.filter(isCounted);
  const { sentence, cast } = castOf({ measure, entries: counted, who, figure, format, signs });
  return {
    name,
    entries: counted,
    cast,
    sentences: [sentence, ...staleness(shown, figure, format, signs), ...also],
  };
}

/** The words that tell the row from others. */
function rowName({ behind, table }: SheetPlan, row: readonly PlanCell[]): string {
  const named = table.columns.flatMap(({ key }, i) =>
    behind!.named.includes(key) && row[i] !== null ? [String(row[i])] : [],
  );
  return named.join(', ') || 'without a name';
}

interface Casting {
  measure: Measure;
  entries: readonly CountedEntry[];
  /** Completes "57 young people …". */
  who: string;
  figure: number;
  format: CellFormat;
  signs: SignStyle;
}

/** How a figure is worked out of young people, whether they cast to it, and both in words. */
export function castOf({ measure, entries, who, figure, format, signs }: Casting): {
  sentence: string;
  cast: Cast;
} {
  const comesTo = measure.of(entries);
  const casts = isSameFigure(comesTo, figure);
  const how =
    entries.length === 0
      ? `Nobody is behind it: there is no young person ${who}.`
      : measure.how({ entries, them: theYoungPeople(entries, who), signs });
  const [listed, given] = [comesTo, figure].map((each) => displayCell(each, format, signs));
  const castSaid = casts
    ? `The list casts to ${listed}.`
    : `The list does not cast: it comes to ${listed}, and the figure is ${given}.`;
  return {
    sentence: entries.length === 0 && casts ? how : `${how} ${castSaid}`,
    cast: { figure, comesTo, casts },
  };
}

/** 'the 57 young people in ‘Cohort 1’' */
export const theYoungPeople = (entries: readonly LedgerEntry[], who: string): string =>
  entries.length === 0
    ? 'nobody'
    : entries.length === 1
      ? `the one young person ${who}`
      : `the ${entries.length.toLocaleString('en-GB')} young people ${who}`;

/** Of a cell that names its row, or says something of it. */
export const noAmounts = (entries: readonly LedgerEntry[], who: string): string =>
  `No amounts are behind this cell. The figures of its row are of ${theYoungPeople(entries, who)}.`;

/** What the sheet says where that is not what the tracker gives now. */
function staleness(
  shown: CellValue,
  figure: number,
  format: CellFormat,
  signs: SignStyle,
): string[] {
  if (typeof shown === 'number' && isSameFigure(shown, figure)) return [];
  const says =
    typeof shown === 'number'
      ? `says ${displayCell(shown, format, signs)}`
      : singleSpaced(String(shown)) === ''
        ? 'is blank here'
        : `shows ‘${singleSpaced(String(shown))}’`;
  return [
    `The sheet ${says}; the tracker as it was last read gives ${displayCell(figure, format, signs)}. Look again and write to bring the sheet up to date.`,
  ];
}
