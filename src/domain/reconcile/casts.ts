import { compared, comparison, said, total, type Check } from './check';
import { explained, type Doubt } from './explainGap';
import type { Figure } from './figure';
import type { PrintedColumn, PrintedRow, PrintedTable } from './printedTable';

/** Whether the rows of a column mean anything added up. */
export const isAdditive = ({ measure }: PrintedColumn): boolean =>
  measure === 'count' || measure === 'amount';

/** The figures of the rows, totals left out; undefined where one of them is not told. */
export function rowFigures(table: PrintedTable, column: number): Figure[] | undefined {
  const rows = table.rows.filter(({ kind }) => kind === 'row');
  if (rows.some(({ untold }) => untold[column])) return undefined;
  const figures = rows.flatMap(({ figures: { [column]: figure } }) => figure ?? []);
  return figures.length > 0 ? figures : undefined;
}

/** The last total of a table, which is of all its rows. */
export const totalRow = (table: PrintedTable): PrintedRow | undefined =>
  table.rows.filter(({ kind }) => kind === 'total').at(-1);

/** Rows whose own figures do not agree with one another, by the columns in question. */
export type DoubtfulRows = ReadonlyMap<number, Doubt>;

/** A check of one column. */
export interface ColumnCheck extends Check {
  column: number;
}

/** Which rows a total may be of. */
interface Span {
  rows: PrintedRow[];
  words: string;
}

/**
 * Rows to totals: each total against the rows since the one before it, all rows above it, or the
 * totals above it, whichever it fits best; where none fits, what its label says, else those rows
 * that it follows.
 */
export function castChecks(table: PrintedTable, doubtful: DoubtfulRows): ColumnCheck[] {
  const totals = table.rows.flatMap((row, at) => (row.kind === 'total' ? [at] : []));
  const additive = table.columns.flatMap((column, at) => (isAdditive(column) ? [at] : []));
  return totals.flatMap((at) => {
    const span = spanOf(table, at, additive);
    if (!span) return [];
    return additive.flatMap((column) => castCheck(table, table.rows[at]!, span, column, doubtful));
  });
}

function spanOf(table: PrintedTable, at: number, additive: readonly number[]): Span | undefined {
  const above = table.rows.slice(0, at);
  const before = above.map(({ kind }) => kind).lastIndexOf('total');
  const rows = above.filter(({ kind }) => kind === 'row');
  const block = above.slice(before + 1).filter(({ kind }) => kind === 'row');
  const subtotals = above.filter(({ kind }) => kind === 'total');
  const spans: Span[] = [
    { rows: block, words: before < 0 ? 'the rows' : 'the rows since the total before' },
    { rows, words: 'all rows above' },
    { rows: subtotals, words: 'the totals above' },
  ].filter((span) => span.rows.length > 0);
  const row = table.rows[at]!;
  const fits = (span: Span): number =>
    additive.filter((column) => {
      const should = sumOver(span.rows, column);
      return (
        row.figures[column] && should && compared(row.figures[column], should).status !== 'fails'
      );
    }).length;
  const whole = /\b(grand|overall|all)\b/i.test(row.label) || (before >= 0 && block.length === 0);
  const usual = whole ? (spans.find((span) => span.rows === rows) ?? spans[0]) : spans[0];
  return spans.reduce((best, span) => (best && fits(span) > fits(best) ? span : best), usual);
}

function sumOver(rows: readonly PrintedRow[], column: number) {
  if (rows.some(({ untold }) => untold[column])) return undefined;
  const figures = rows.flatMap(({ figures: { [column]: figure } }) => figure ?? []);
  return figures.length > 0 ? total(figures) : undefined;
}

function castCheck(
  table: PrintedTable,
  row: PrintedRow,
  span: Span,
  column: number,
  doubtful: DoubtfulRows,
): ColumnCheck[] {
  const stated = row.figures[column];
  const should = sumOver(span.rows, column);
  if (!stated || !should) return [];
  const like = stated.isMoney
    ? stated
    : span.rows.find(({ figures }) => figures[column])!.figures[column]!;
  const check = comparison({
    table: table.title,
    check: `Rows add up to the total: ${table.columns[column]!.heading || 'a column without a heading'}`,
    stated,
    should,
    like,
    sums: `‘${row.label || 'The last row'}’ is ${stated.text}; ${span.words} add up to ${said(should.value, like)}`,
    rounding: 'Rows rounded one by one explain',
    cause: (apart) =>
      explained({
        stated,
        ...apart,
        parts: partsOf(span.rows, column),
        doubtful: doubtful.get(column),
      }),
  });
  return [{ ...check, column }];
}

/** Rows with a figure, for a search among them. */
export const partsOf = (rows: readonly PrintedRow[], column: number) =>
  rows.flatMap(({ label, figures: { [column]: figure } }) => (figure ? [{ label, figure }] : []));
