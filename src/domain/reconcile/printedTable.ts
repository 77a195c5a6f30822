import { readBasis, type Basis } from '../calendar';
import type { CellValue } from '../reading';
import { plainly, quoted, singleSpaced } from '../typed';
import { labelKind } from '../totalLabel';
import { asCount, readFigure, type Figure, type FigureReading } from './figure';
import { isStatedTitle, statedColumns, statedHeadingRows, statedProblems } from './statedRows';
import { blocksOf, isBlank, textOf, type Block, type PrintedCells } from './tableBlocks';

/** A published table: a heading row, rows of a label and figures, maybe totals. */
export interface PrintedTable {
  title: string;
  /** Over the labels of its rows. */
  labelHeading?: string;
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
  /** Where the cells are, one a column; absent in the add-in's own tables. */
  places?: string[];
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

/** The tables of a paper, and what of it could not be read. */
export function printedTables(printed: PrintedCells): PrintedTables {
  const problems: PrintedProblem[] = [];
  const tables: PrintedTable[] = [];
  for (const block of blocksOf(printed.cells)) {
    const table = tableOf(printed, block, tables.at(-1), problems);
    if (table) tables.push(table);
  }
  return { tables, problems };
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
/** What is told of in a text: costs that fell, that rose, or neither of them alone. */
export function flowIn(text: string): 'reductions' | 'increases' | undefined {
  const said = words(text);
  if (REDUCED.test(said) === INCREASED.test(said)) return undefined;
  return REDUCED.test(said) ? 'reductions' : 'increases';
}

function tableOf(
  printed: PrintedCells,
  block: Block,
  before: PrintedTable | undefined,
  problems: PrintedProblem[],
): PrintedTable | undefined {
  const { title, top, bottom, left, right } = block;
  const cells = printed.cells
    .slice(top, bottom + 1)
    .map((row) =>
      Array.from({ length: right - left + 1 }, (_, column) => row[left + column] ?? ''),
    );
  const placeOf = (row: number, column: number): string =>
    printed.placeOf(top + row, left + column);
  const refuse = (message: string): undefined => {
    const place = placeOf(0, 0);
    problems.push({ place, label: title, message: `${place}: ${message}` });
    return undefined;
  };
  const foundRows = headingRowsOf(cells);
  const isTitled = isStatedTitle(title) || (title === '' && foundRows === 0 && !!before?.isStated);
  const first = isTitled ? statedHeadingRows(cells) : foundRows;
  if (first === 0 && !isTitled)
    return refuse('the table has no row of headings, so it cannot be checked.');
  if (first >= cells.length) return refuse('there are headings but no rows under them.');
  const headings = headingsOf(cells.slice(0, first));
  const readings = cells.slice(first).map((row) => row.map(readFigure));
  const all = cells[0]!.map((_, column) => column);
  const labelled = all.find((column) => !isFigures(readings, column)) ?? 0;
  const numbers = all.filter((column) => column !== labelled && isFigures(readings, column));
  const isStated =
    isTitled ||
    (numbers.length === 1 && /^(statement|claim|stated)/i.test(headings[labelled] ?? ''));
  const columns = isStated ? statedColumns(headings, readings, labelled) : numbers;
  if (columns.length === 0) return refuse('no column of the table holds figures.');
  const texts = all.filter((column) => column !== labelled && !columns.includes(column));
  const label = (row: readonly CellValue[]): string =>
    [labelled, ...texts.filter((column) => column < columns[0]! && !isStated)]
      .map((column) => textOf(row[column]))
      .filter((text) => text !== '')
      .join(' · ');

  const rows = readings.map((row, i): PrintedRow => {
    const at = first + i;
    const name = label(cells[at]!);
    const figures = columns.map((column) => {
      const reading = row[column]!;
      return reading.kind === 'value' ? reading.value : undefined;
    });
    return {
      label: name,
      kind: kindOf(name, figures, i === readings.length - 1),
      figures,
      untold: columns.map((column) => ['hidden', 'unreadable'].includes(row[column]!.kind)),
      places: columns.map((column) => placeOf(at, column)),
    };
  });
  problems.push(
    ...rows.flatMap(({ label: name, places }, i) =>
      isStated
        ? statedProblems(name, columns, places!, readings[i]!, cells[first + i]!)
        : unreadCells(name, columns, places!, readings[i]!, headings),
    ),
    ...columns
      .filter((column) => !isStated && headings[column] === '')
      .map((column) => ({
        place: placeOf(0, column),
        label: title,
        message: `${placeOf(0, column)}: the column has no heading of its own (a merged one, perhaps), so only its sum is checked.`,
      })),
  );
  return finished(
    { title, labelHeading: headings[labelled] ?? '', isStated },
    columns.map((column) => headings[column] ?? ''),
    rows,
  );
}

/** Whether at least half of what a column holds are figures. */
function isFigures(readings: readonly (readonly FigureReading[])[], column: number): boolean {
  const filled = readings.filter((row) => row[column]!.kind !== 'blank');
  const figures = filled.filter((row) => row[column]!.kind === 'value').length;
  return figures > 0 && 2 * figures >= filled.length;
}

/** The cells of a row that should be figures and are none. */
const unreadCells = (
  label: string,
  columns: readonly number[],
  places: readonly string[],
  row: readonly FigureReading[],
  headings: readonly string[],
): PrintedProblem[] =>
  columns.flatMap((column, i) => {
    const reading = row[column]!;
    if (reading.kind !== 'unreadable') return [];
    const heading = headings[column] || 'a column without a heading';
    const message = `${places[i]} ${reading.why}: ${quoted(heading)} is not added up.`;
    return [{ place: places[i]!, label, message }];
  });

/** Puts the columns in words; a count is as it is, whatever it looks like. */
function finished(
  {
    title,
    labelHeading,
    isStated,
  }: Pick<PrintedTable, 'title' | 'isStated'> & {
    labelHeading: string;
  },
  headings: readonly string[],
  rows: PrintedRow[],
): PrintedTable {
  const columns = headings.map((heading, i) =>
    columnOf(
      heading,
      rows.map(({ figures }) => figures[i]),
    ),
  );
  return {
    title: title || labelHeading || (isStated ? 'Stated figures' : 'Table'),
    labelHeading,
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
  if (PART_OF_ROW.test(label)) return 'other';
  const isFilled = figures.some((figure) => figure !== undefined);
  if (label === '') return isLast && isFilled ? 'total' : 'other';
  return 'row';
}

/** A row that says more of the one above it, which has counted it already. */
const PART_OF_ROW = /^\W*(of (which|whom|these)|thereof)\b/i;

/** Headings stand in one row or over several: merged ones span columns, long ones are wrapped. */
function headingRowsOf(cells: readonly (readonly CellValue[])[]): number {
  const hasFigures = (row: readonly CellValue[]): boolean =>
    row.some((cell, i) => i > 0 && readFigure(cell).kind === 'value' && !isYear(cell));
  if (hasFigures(cells[0]!)) return 0;
  let rows = 1;
  while (
    rows < MOST_HEADING_ROWS &&
    rows + 1 < cells.length &&
    !hasFigures(cells[rows]!) &&
    goesOn(cells.slice(0, rows), cells[rows]!)
  ) {
    rows++;
  }
  return rows;
}

const MOST_HEADING_ROWS = 3;

/** Whether a row without figures goes on with the headings above it, rather than being the first row. */
function goesOn(above: readonly (readonly CellValue[])[], row: readonly CellValue[]): boolean {
  const filled = row.flatMap((cell, column) => (isBlank(cell) ? [] : [column]));
  const spanned = filled.filter((column) => above.every((head) => isBlank(head[column])));
  const worded = filled.filter((column) => column > 0 && HEADING.test(words(textOf(row[column]))));
  const isUnlabelled = isBlank(row[0]) || above.every((head) => isBlank(head[0]));
  return (
    (filled.length >= 2 && (worded.length > 0 || isUnlabelled) && spanned.length > 0) ||
    (filled.length >= 1 && isUnlabelled && isBlank(row[0]) && worded.length === filled.length) ||
    (filled.length >= 2 && 2 * worded.length >= filled.length)
  );
}

/** What headings are made of, and what stands in place of a figure is not. */
const HEADING = new RegExp(
  [AVERAGE, COUNT, PART, YEAR, ORIGINAL, CURRENT, DIFFERENCE, /[£%]|\b(week(ly)?|per|cost|total)\b/]
    .map(({ source }) => source)
    .join('|'),
);

/** A column may be headed by a year. */
const isYear = (cell: CellValue): boolean => /^(19|20)\d\d$/.test(textOf(cell));

/** One heading a column: a merged one holds for the blank cells to its right. */
function headingsOf(rows: readonly (readonly CellValue[])[]): string[] {
  const last = rows.length - 1;
  const filled = rows.map((row, r) => {
    let spanning = '';
    return row.map((cell, column) => {
      const isSpanned =
        r < last && column > 0 && rows[r + 1]!.some((below, c) => c === column && !isBlank(below));
      if (!isBlank(cell)) spanning = textOf(cell);
      return isBlank(cell) && !isSpanned ? '' : isBlank(cell) ? spanning : textOf(cell);
    });
  });
  return (rows[0] ?? []).map((_, column) =>
    singleSpaced(filled.map((row) => row[column]!).join(' ')),
  );
}
