import { readBasis, type Basis } from '../calendar';
import type { CellValue } from '../reading';
import { plainly, quoted, singleSpaced } from '../typed';
import { labelKind } from '../totalLabel';
import { asCount, readFigure, type Figure } from './figure';

/** Cells as they stand on a page, row by row, and where each is: "Appendix!C12", 'paper.csv line 12'. */
export interface PrintedCells {
  cells: readonly (readonly CellValue[])[];
  placeOf: (row: number, column: number) => string;
}

/** A published table: a heading row, rows of a label and figures, maybe totals. */
export interface PrintedTable {
  title: string;
  columns: PrintedColumn[];
  rows: PrintedRow[];
  flow: Flow;
  /** True for statements with a figure each, which are not added up. */
  isStated: boolean;
  /** True for a table of the add-in's own. */
  isOwn: boolean;
}

export interface PrintedColumn {
  heading: string;
  measure: Measure;
  /** What money is for; 'part' is a part of a year, which is no number of weeks. */
  period: 'week' | 'year' | 'part';
  side?: 'original' | 'current' | 'difference';
  /** The weeks in a year that the heading states. */
  basis?: Basis;
}

export type Measure = 'count' | 'amount' | 'average' | 'percent';

export interface PrintedRow {
  label: string;
  kind: 'row' | 'total' | 'other';
  /** One a column; absent where the cell is blank, hidden or no figure. */
  figures: (Figure | undefined)[];
  /** One a column; true where a figure is hidden, or words stand in its place. */
  untold: boolean[];
}

/** What a table is about: weekly cost that fell, that rose, both set against each other, or neither. */
export type Flow = 'reductions' | 'increases' | 'net' | 'other';

/** A cell or a table that could not be read as published tables are. */
export interface PrintedProblem {
  place: string;
  label: string;
  message: string;
}

export interface PrintedTables {
  tables: PrintedTable[];
  problems: PrintedProblem[];
}

const isBlank = (cell: CellValue | undefined): boolean =>
  cell === undefined || singleSpaced(String(cell)) === '';
const textOf = (cell: CellValue | undefined): string =>
  cell === undefined ? '' : singleSpaced(String(cell));

// Blocks --------------------------------------------------------------------------------------

/** Rows and columns of the cells that belong to one table; counts from 0. */
interface Block {
  title: string;
  top: number;
  bottom: number;
}

/** The tables of a paper: blank rows stand between them, and a line of its own above each is its title. */
export function printedTables(printed: PrintedCells): PrintedTables {
  const problems: PrintedProblem[] = [];
  const tables = blocksOf(printed.cells).flatMap((block) => {
    const table = tableOf(printed, block, problems);
    return table ? [table] : [];
  });
  return { tables, problems };
}

function blocksOf(cells: PrintedCells['cells']): Block[] {
  const blocks: Block[] = [];
  let title = '';
  let top: number | undefined;
  const close = (end: number) => {
    if (top !== undefined) {
      blocks.push({ title, top, bottom: end - 1 });
      title = '';
    }
    top = undefined;
  };
  cells.forEach((row, r) => {
    const filled = row.filter((cell) => !isBlank(cell)).length;
    if (filled === 0) close(r);
    else if (filled === 1 && top === undefined) title = textOf(row.find((cell) => !isBlank(cell)));
    else top ??= r;
  });
  close(cells.length);
  return blocks;
}

// Columns -------------------------------------------------------------------------------------

const AVERAGE =
  /\b(average|avg|ave|mean|per (person|head|child|young person|yp|placement|case|capita)|each|unit cost)\b/;
const COUNT =
  /\b(number|no|nr|num|count|headcount|children|child|young people|young persons|yp|cyp|placements|people|persons|cases|families|households|how many|clients|lac|cla|cic|homes|places)\b/;
const PART = /\b(part year|in year|pye|to date|ytd|remaining)\b/;
const YEAR = /\b(annual\w*|per annum|p ?a|a year|per year|yearly|full year|fye|year|x ?5[23])\b/;
const ORIGINAL = /\b(original|baseline|before|previous|prior|initial|start|opening|was|budget)\b/;
const CURRENT =
  /\b(current|now|latest|new|revised|after|actual|closing|forecast|outturn|present)\b/;
const DIFFERENCE =
  /\b(difference|differences|diff|variance|changes?|movement|net|savings?|reductions?|increases?)\b/;
const STATED_WEEKS = /(?:\bx|×|\*|\bat) ?(5[23](?:\.\d+)?|36[56]\/7)\b/;

const words = (heading: string): string =>
  plainly(heading)
    .replace(/[^a-z0-9£%/.×* ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** What a heading says of a column, beside the figures under it. */
export function columnOf(heading: string, figures: readonly (Figure | undefined)[]): PrintedColumn {
  const said = words(heading);
  const printed = figures.filter((figure) => figure !== undefined);
  const measure = measureOf(said, printed);
  return {
    heading,
    measure,
    period: PART.test(said) ? 'part' : YEAR.test(said) ? 'year' : 'week',
    side: sideOf(said),
    basis: basisIn(said),
  };
}

function measureOf(said: string, printed: readonly Figure[]): Measure {
  if (2 * printed.filter(({ isPercent }) => isPercent).length > printed.length) return 'percent';
  if (AVERAGE.test(said)) return 'average';
  const whole = printed.every(({ isMoney, value, step }) => !isMoney && step === 1 && value >= 0);
  return whole && COUNT.test(said) && !MONEY.test(said) ? 'count' : 'amount';
}

function sideOf(said: string): PrintedColumn['side'] {
  if (DIFFERENCE.test(said)) return 'difference';
  if (ORIGINAL.test(said)) return 'original';
  return CURRENT.test(said) ? 'current' : undefined;
}

function basisIn(said: string): Basis | undefined {
  const weeks = STATED_WEEKS.exec(said)?.[1] ?? /\b(5[23](?:\.\d+)?) weeks\b/.exec(said)?.[1];
  const reading = readBasis(weeks ?? '');
  return reading.kind === 'value' ? reading.value : undefined;
}

// Tables --------------------------------------------------------------------------------------

const REDUCED =
  /\b(reduc\w*|sav(?:e|es|ed|ing|ings)|decreas\w*|lower\w*|falls?|fell|fallen|cheaper|step(?:ped)? down)\b/;
const INCREASED =
  /\b(increas\w*|higher|rises?|risen|rising|rose|pressures?|growth|dearer|additional|escalat\w*|uplifts?)\b/;
const STATED_TITLE = /\b(stated|headline|quoted) figures?\b|\bfigures? (stated|quoted)\b/;

/** What is told of in a text: costs that fell, that rose, or neither of them alone. */
export function flowIn(text: string): 'reductions' | 'increases' | undefined {
  const said = words(text);
  if (REDUCED.test(said) === INCREASED.test(said)) return undefined;
  return REDUCED.test(said) ? 'reductions' : 'increases';
}

function tableOf(
  printed: PrintedCells,
  { title, top, bottom }: Block,
  problems: PrintedProblem[],
): PrintedTable | undefined {
  const { cells, placeOf } = printed;
  const refuse = (message: string): undefined => {
    problems.push({
      place: placeOf(top, 0),
      label: title,
      message: `${placeOf(top, 0)}: ${message}`,
    });
    return undefined;
  };
  const headingRows = headingRowsFrom(cells, top, bottom);
  if (headingRows === 0)
    return refuse('the table has no row of headings, so it cannot be checked.');
  const first = top + headingRows;
  if (first > bottom) return refuse('there are headings but no rows under them.');
  const headings = headingsOf(cells.slice(top, first));
  const width = Math.max(...cells.slice(top, bottom + 1).map((row) => row.length));
  const readings = cells
    .slice(first, bottom + 1)
    .map((row) => Array.from({ length: width }, (_, column) => readFigure(row[column] ?? '')));
  const isFigures = (column: number): boolean => {
    const filled = readings.filter((row) => row[column]!.kind !== 'blank');
    const figures = filled.filter((row) => row[column]!.kind === 'value').length;
    return figures > 0 && 2 * figures >= filled.length;
  };
  const all = Array.from({ length: width }, (_, column) => column);
  const labelled = all.find((column) => !isFigures(column)) ?? 0;
  const columns = all.filter((column) => column !== labelled && isFigures(column));
  if (columns.length === 0) return refuse('no column of the table holds figures.');
  const texts = all.filter((column) => column !== labelled && !columns.includes(column));
  const label = (row: readonly CellValue[]): string =>
    [labelled, ...texts.filter((column) => column < columns[0]!)]
      .map((column) => textOf(row[column]))
      .filter((text) => text !== '')
      .join(' · ');

  const rows = readings.map((row, i): PrintedRow => {
    const at = first + i;
    const name = label(cells[at]!);
    const figures = columns.map((column) => {
      const reading = row[column]!;
      if (reading.kind === 'unreadable') {
        const place = placeOf(at, column);
        const heading = headings[column] || 'a column without a heading';
        problems.push({
          place,
          label: name,
          message: `${place} ${reading.why}: ${quoted(heading)} is not added up.`,
        });
      }
      return reading.kind === 'value' ? reading.value : undefined;
    });
    return {
      label: name,
      kind: kindOf(name, figures, i === readings.length - 1),
      figures,
      untold: columns.map((column) => ['hidden', 'unreadable'].includes(row[column]!.kind)),
    };
  });
  columns
    .filter((column) => headings[column] === '')
    .forEach((column) =>
      problems.push({
        place: placeOf(top, column),
        label: title,
        message: `${placeOf(top, column)}: the column has no heading of its own (a merged one, perhaps), so only its sum is checked.`,
      }),
    );
  return finished(
    title,
    headings[labelled] ?? '',
    columns.map((column) => headings[column] ?? ''),
    rows,
  );
}

/** Puts the columns in words; a count is as it is, whatever it looks like. */
function finished(
  title: string,
  labelHeading: string,
  headings: readonly string[],
  rows: PrintedRow[],
): PrintedTable {
  const columns = headings.map((heading, i) =>
    columnOf(
      heading,
      rows.map(({ figures }) => figures[i]),
    ),
  );
  const isStated =
    STATED_TITLE.test(words(title)) ||
    (columns.length === 1 && /^(statement|claim|stated)/.test(words(labelHeading)));
  return {
    title: title || labelHeading || 'Table',
    columns,
    rows: rows.map((row) => ({
      ...row,
      figures: row.figures.map((figure, i) =>
        figure && isCounted(columns[i]!, rows, i) ? asCount(figure) : figure,
      ),
    })),
    flow: flowOf(`${title} ${labelHeading}`, columns),
    isStated,
    isOwn: false,
  };
}

const MONEY = /£|\b(costs?|savings?|spend|amounts?|weekly|prices?|fees?|budgets?|pounds)\b/;

/** Small whole numbers under whatever heading are counted, not rounded. */
const isCounted = (
  { measure, heading }: PrintedColumn,
  rows: readonly PrintedRow[],
  at: number,
): boolean =>
  measure === 'count' ||
  (measure === 'amount' &&
    !MONEY.test(words(heading)) &&
    rows.every(({ figures: { [at]: figure } }) => {
      return !figure || (!figure.isMoney && figure.step === 1 && Math.abs(figure.value) < 1000);
    }));

/** What a table is about, by its title and its columns. */
export function flowOf(title: string, columns: readonly PrintedColumn[]): Flow {
  const sides = new Set(columns.map(({ side }) => side));
  if (sides.has('original') && sides.has('current')) return 'net';
  const headings = columns
    .filter(({ measure }) => measure !== 'count')
    .map(({ heading }) => heading)
    .join(' ');
  return flowIn(title) ?? flowIn(headings) ?? (sides.has('difference') ? 'net' : 'other');
}

function kindOf(
  label: string,
  figures: readonly (Figure | undefined)[],
  isLast: boolean,
): PrintedRow['kind'] {
  const kind = labelKind(label);
  if (kind) return kind === 'sum' ? 'total' : 'other';
  const isFilled = figures.some((figure) => figure !== undefined);
  if (label === '') return isLast && isFilled ? 'total' : 'other';
  return 'row';
}

/** Headings stand in one row, or in two where the first spans columns of the second. */
function headingRowsFrom(cells: PrintedCells['cells'], top: number, bottom: number): number {
  const hasFigures = (row: readonly CellValue[]): boolean =>
    row.some((cell, i) => i > 0 && readFigure(cell).kind === 'value' && !isYear(cell));
  const [head, second] = [cells[top]!, cells[top + 1]];
  if (hasFigures(head)) return 0;
  const spans = head.filter((cell) => isBlank(cell)).length > 0;
  const isSecond =
    second !== undefined &&
    top + 1 < bottom &&
    !hasFigures(second) &&
    spans &&
    second.filter((cell) => !isBlank(cell)).length >= 2 &&
    (isBlank(second[0]) || isBlank(head[0]));
  return isSecond ? 2 : 1;
}

/** A column may be headed by a year. */
const isYear = (cell: CellValue): boolean => /^(19|20)\d\d$/.test(textOf(cell));

function headingsOf(rows: readonly (readonly CellValue[])[]): string[] {
  const [head, second] = rows;
  if (!second) return head!.map(textOf);
  let spanning = '';
  return Array.from({ length: Math.max(head!.length, second.length) }, (_, column) => {
    if (!isBlank(head![column])) spanning = textOf(head![column]);
    const own = textOf(second[column]);
    return column === 0 ? textOf(head![0]) || own : singleSpaced(`${spanning} ${own}`);
  });
}
