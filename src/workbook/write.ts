import { sheetImage, type ImageTable, type SheetImage } from '../reports/sheetImage';
import type { SheetPlan, SignStyle } from '../reports/plan';
import { inExcel } from './excelRun';
import { MARK_KEY, UNFINISHED, markText, type Mark } from './mark';
import { enterFormulas, paint, paintedBy, type Painted } from './paint';
import { paintChart, putChartBack } from './paintChart';
import { earlierOf, loadEarlier, type Earlier } from './earlierSheet';
import {
  earlierValues,
  keepValues,
  loadSettings,
  putValuesBack,
  type EarlierValue,
  type KeptValue,
} from './keptSettings';
import { isAsSeen } from './unchanged';
import type { WorkbookSeen } from './tracker';
import { WorkbookError } from './workbookError';

export interface WriteJob {
  plans: readonly SheetPlan[];
  signs: SignStyle;
  /** The workbook as it was when the figures were made. */
  seen: WorkbookSeen;
  /** Kept in the workbook's settings in the same round trip; a value of undefined takes one away. */
  settings: readonly KeptValue[];
}

export interface Progress {
  done: number;
  of: number;
  /** What is being done, for the officer: 'Writing Cohorts, Opportunities'. */
  doing: string;
}

/** What was done to each sheet: enough to undo it. */
export interface Receipt {
  /** The workbook as it is again once this is undone. */
  seen: WorkbookSeen;
  sheets: Target[];
  settings: EarlierValue[];
}

/** A sheet to be painted, known by its id. */
interface Target {
  id: string;
  name: string;
  report: string;
  image: SheetImage;
  /** What stood there before; absent where the sheet was added for this write. */
  earlier?: Earlier;
}

export type WriteOutcome =
  | {
      kind: 'written';
      sheets: { id: string; name: string }[];
      receipt: Receipt;
      seen: WorkbookSeen;
    }
  /** The workbook is not as it was when the figures were made; nothing was written. */
  | { kind: 'changed' };

/**
 * Writes the plans in two round trips: the first checks that the workbook is as it was seen and
 * adds the sheets that are missing, hidden; the second paints them all. Where Excel stops halfway
 * the workbook is put back as it was, and only then does the error reach the officer.
 */
export async function writePlans(
  job: WriteJob,
  onProgress: (progress: Progress) => void = () => {},
): Promise<WriteOutcome> {
  const names = job.plans.map((plan) => plan.sheet).join(', ');
  const temporary = temporaryNames(job);
  let targets: Target[] = [];
  let settings: EarlierValue[] = [];
  try {
    onProgress({ done: 0, of: 2, doing: 'Checking that the tracker is as it was read' });
    const prepared = await inExcel((context) => prepare(context, job, temporary));
    targets = prepared.targets;
    if (!prepared.asSeen) {
      // Nothing is painted yet: only the sheets that were added for it go again.
      await putBack(addedOnly(targets), [], temporary);
      return { kind: 'changed' };
    }
    onProgress({ done: 1, of: 2, doing: `Writing ${names}` });
    settings = prepared.settings;
    await inExcel((context) => paintAll(context, targets, job.settings));
  } catch (error) {
    await putBackAfter(error, targets, settings, temporary);
    throw error;
  }
  onProgress({ done: 2, of: 2, doing: `Written: ${names}` });
  return {
    kind: 'written',
    sheets: targets.map(({ id, name }) => ({ id, name })),
    receipt: { sheets: targets, settings, seen: seenBefore(job.seen) },
    seen: seenAfter(job.seen, targets),
  };
}

/** Sheets left unfinished by an earlier write are cleared away by this one. */
const seenBefore = (seen: WorkbookSeen): WorkbookSeen => ({
  ...seen,
  sheets: seen.sheets.filter((sheet) => !sheet.unfinished),
});

/** The workbook with the add-in's sheets as they stand now, so that the next write needs no new look. */
function seenAfter(seen: WorkbookSeen, targets: readonly Target[]): WorkbookSeen {
  const others = seenBefore(seen).sheets.filter((sheet) =>
    targets.every(({ id }) => id !== sheet.id),
  );
  const written = targets.map((target) => ({
    id: target.id,
    name: target.name,
    mark: markOf(target),
    unfinished: false,
  }));
  return { ...seen, sheets: [...others, ...written] };
}

/** Puts the workbook back as it was before the write of that receipt. */
export async function undoWrite(receipt: Receipt): Promise<void> {
  await putBack(receipt.sheets, receipt.settings, [], UNDOING);
}

const addedOnly = (targets: readonly Target[]): Target[] =>
  targets.filter((target) => !target.earlier);

/** Names for sheets on their way, which nobody else would choose. */
function temporaryNames({ plans, seen }: WriteJob): string[] {
  const taken = new Set(seen.sheets.map((sheet) => sheet.name.toLowerCase()));
  return plans.map((plan) => freeName(`Writing ${plan.id}`, taken));
}

const LONGEST_NAME = 31;

/** The name itself, or with the first number that makes it free; it is taken from then on. */
function freeName(
  wanted: string,
  taken: Set<string>,
  numbered = (number: number): string => ` (${number})`,
): string {
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : numbered(number);
    const name = wanted.slice(0, LONGEST_NAME - suffix.length) + suffix;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

async function prepare(
  context: Excel.RequestContext,
  { plans, signs, seen, settings }: WriteJob,
  temporary: readonly string[],
): Promise<{ targets: Target[]; settings: EarlierValue[]; asSeen: boolean }> {
  const { worksheets } = context.workbook;
  const before = worksheets.load('items/id,items/name');
  const tables = context.workbook.tables.load('items/name');
  const unfinished = seen.sheets.filter((sheet) => sheet.unfinished);
  unfinished.forEach((sheet) => worksheets.getItem(sheet.id).delete());

  const opened = plans.map((plan, i) => {
    const image = sheetImage(plan, signs);
    const own = seen.sheets.find((sheet) => sheet.mark?.report === plan.id);
    return own
      ? {
          plan,
          image,
          own,
          sheet: worksheets.getItem(own.id),
          earlier: loadEarlier(context, own.id, own.mark!, image.cells[0]!.length),
        }
      : { plan, image, sheet: addHidden(context, temporary[i]!) };
  });
  opened.forEach(({ sheet }) => sheet.load('id,name'));
  const kept = loadSettings(context, settings);
  const asSeen = await isAsSeen(context, seen, before);

  const takenNames = new Set(before.items.map((sheet) => sheet.name.toLowerCase()));
  const takenTables = new Set(tables.items.map((table) => table.name.toLowerCase()));
  const targets = opened.map(({ plan, image, sheet, earlier, own }): Target => {
    const found = earlier && own ? earlierOf(earlier, own.mark!) : undefined;
    const tables = image.tables.map((table, i) => ({
      ...table,
      name: standingName(found, i) ?? freeTable(table.name, takenTables),
    }));
    return {
      id: sheet.id,
      name: own ? sheet.name : freeName(plan.sheet, takenNames),
      report: plan.id,
      image: { ...image, tables, cells: pointedAt(tables, image) },
      earlier: found,
    };
  });
  return { targets, settings: earlierValues(kept), asSeen };
}

/** Table names are unique in a workbook, and spaces are not allowed in them. */
const freeTable = (wanted: string, taken: Set<string>): string =>
  freeName(wanted, taken, (number) => `_${number}`);

/** The cells with formulas that point at the image's own tables under the names that those take. */
function pointedAt(tables: readonly ImageTable[], image: SheetImage): SheetImage['cells'] {
  const renamed = image.tables.flatMap(({ name }, i) =>
    name === tables[i]!.name ? [] : [[`${name}[`, `${tables[i]!.name}[`] as const],
  );
  if (renamed.length === 0) return image.cells;
  const under = (formula: string) =>
    renamed.reduce((text, [from, to]) => text.replaceAll(from, to), formula);
  return image.cells.map((row) =>
    row.map((cell) => (typeof cell === 'object' ? { formula: under(cell.formula) } : cell)),
  );
}

/** The name that a table of the add-in's has already; undefined where it is no table any more. */
const standingName = (earlier: Earlier | undefined, i: number): string | undefined =>
  earlier?.painted.tables.find(({ name }) => name === earlier.mark.tables[i]?.name)?.name;

function addHidden(context: Excel.RequestContext, name: string): Excel.Worksheet {
  const sheet = context.workbook.worksheets.add(name);
  sheet.visibility = Excel.SheetVisibility.hidden;
  sheet.customProperties.add(MARK_KEY, UNFINISHED);
  return sheet;
}

async function paintAll(
  context: Excel.RequestContext,
  targets: readonly Target[],
  settings: WriteJob['settings'],
): Promise<void> {
  const { workbook } = context;
  workbook.application.suspendApiCalculationUntilNextSync();
  workbook.application.suspendScreenUpdatingUntilNextSync();
  for (const target of targets) {
    const sheet = workbook.worksheets.getItem(target.id);
    if (target.earlier)
      makeRoom(sheet, target.earlier.painted, target.image, target.earlier.lastRow);
    paint(sheet, target.image, target.earlier?.painted);
    paintChart(sheet, target.image.chart, target.earlier?.chart);
    sheet.customProperties.add(MARK_KEY, markText(markOf(target)));
    if (!target.earlier) {
      sheet.name = target.name;
      sheet.visibility = Excel.SheetVisibility.visible;
    }
  }
  for (const { id, image } of targets) enterFormulas(workbook.worksheets.getItem(id), image);
  const first = targets[0];
  if (first) {
    const sheet = workbook.worksheets.getItem(first.id);
    sheet.activate();
    sheet.getRange('A1').select();
  }
  keepValues(context, settings);
  await context.sync();
}

const markOf = ({ id, report, image }: Target): Mark => ({
  sheetId: id,
  report,
  rows: image.cells.length,
  columns: image.cells[0]!.length,
  headingRow: image.headingRow,
  tables: image.tables,
  chart: image.chart,
});

/** How many rows a painting needs beyond the earlier one where something stands right below it. */
const rowsToInsert = (earlier: Painted, image: SheetImage, lastRow: number): number =>
  lastRow >= earlier.rows ? Math.max(image.cells.length - earlier.rows, 0) : 0;

/** What an officer typed below the table moves down rather than being painted over. */
function makeRoom(
  sheet: Excel.Worksheet,
  earlier: Painted,
  image: SheetImage,
  lastRow: number,
): void {
  const rows = rowsToInsert(earlier, image, lastRow);
  if (rows > 0) {
    sheet
      .getRangeByIndexes(earlier.rows, 0, rows, 1)
      .getEntireRow()
      .insert(Excel.InsertShiftDirection.down);
  }
}

/** How far putting back is to go. */
interface Reach {
  /**
   * Whether a sheet was reached at all, by its last row now; one that was not is left as it is,
   * because the rows that its new painting needed are still the officer's.
   */
  isPainted: (target: Target, lastRow: number) => boolean;
  /** Whether all that was not on a sheet before is the write's own, or only what bears its names. */
  all: boolean;
}

/** What failed on its way may not have its name yet, and nobody else was at work. */
const FAILED: Reach = { isPainted: hasRoom, all: true };

/** The officer may have added tables and charts since. */
const UNDOING: Reach = { isPainted: () => true, all: false };

/** A sheet to be put back, and what stands on it now. */
interface Rewritten {
  target: Target;
  earlier: Earlier;
  sheet: Excel.Worksheet;
  used: Excel.Range;
  tables: Excel.TableCollection;
  charts: Excel.ChartCollection;
}

/** Deletes what was added and paints what was rewritten with what it held before. */
async function putBack(
  targets: readonly Target[],
  settings: readonly EarlierValue[],
  temporary: readonly string[],
  { isPainted, all }: Reach = FAILED,
): Promise<void> {
  await inExcel(async (context) => {
    const { worksheets } = context.workbook;
    const sheets = worksheets.load('items/id,items/name');
    const rewritten = targets.flatMap((target) => standingNow(worksheets, target));
    const kept = loadSettings(context, settings);
    await context.sync();

    const added = new Set(targets.filter((target) => !target.earlier).map((target) => target.id));
    sheets.items
      .filter((sheet) => added.has(sheet.id) || temporary.includes(sheet.name))
      .forEach((sheet) => sheet.delete());
    const reached = rewritten.filter((each) => isPainted(each.target, lastRowOf(each.used)));
    reached.forEach((each) => repaintEarlier(each, all));
    reached.forEach(({ sheet, earlier }) => enterFormulas(sheet, earlier.image));
    putValuesBack(context, kept);
    await context.sync();
  });
}

function standingNow(worksheets: Excel.WorksheetCollection, target: Target): Rewritten[] {
  const { earlier, id } = target;
  if (!earlier) return [];
  const sheet = worksheets.getItem(id);
  return [
    {
      target,
      earlier,
      sheet,
      used: sheet.getUsedRangeOrNullObject(true).load('rowIndex,rowCount'),
      tables: sheet.tables.load('items/name'),
      charts: sheet.charts.load('items/id,items/name'),
    },
  ];
}

const lastRowOf = (used: Excel.Range): number =>
  used.isNullObject ? -1 : used.rowIndex + used.rowCount - 1;

/** False where rows were to be inserted and were not: that comes before all else on the sheet. */
function hasRoom({ earlier, image }: Target, lastRow: number): boolean {
  if (!earlier) return true;
  return rowsToInsert(earlier.painted, image, earlier.lastRow) === 0 || lastRow > earlier.lastRow;
}

function repaintEarlier(rewritten: Rewritten, all: boolean): void {
  const { target, earlier, sheet, used, tables } = rewritten;
  const inserted = rowsToInsert(earlier.painted, target.image, earlier.lastRow);
  const isNew = ({ name }: Excel.Table) => all && !earlier.tables.includes(name);
  tables.items.filter(isNew).forEach((table) => table.delete());
  paint(sheet, earlier.image, paintedBy(target.image));
  if (inserted > 0 && lastRowOf(used) === earlier.lastRow + inserted) {
    const room = sheet.getRangeByIndexes(earlier.painted.rows, 0, inserted, 1);
    room.getEntireRow().delete(Excel.DeleteShiftDirection.up);
  }
  repaintChart(rewritten, all);
  sheet.customProperties.add(MARK_KEY, markText(earlier.mark));
}

/** Once the rows are as they were: charts move and grow with the cells under them. */
function repaintChart({ target, earlier, sheet, charts }: Rewritten, all: boolean): void {
  const painted = target.image.chart;
  const isNew = ({ id, name }: Excel.Chart) =>
    !earlier.charts.includes(id) && (all || name === painted?.name);
  charts.items.filter(isNew).forEach((chart) => chart.delete());
  const { chart } = earlier;
  if (!chart) return;
  const stands = charts.items.some(({ id }) => id === chart.id);
  putChartBack(sheet, chart, stands ? (painted ?? chart.painted) : undefined);
}

async function putBackAfter(
  error: unknown,
  targets: readonly Target[],
  settings: readonly EarlierValue[],
  temporary: readonly string[],
): Promise<void> {
  try {
    await putBack(targets, settings, temporary);
  } catch {
    const sheets = targets.filter((target) => target.earlier).map((target) => target.name);
    const said = error instanceof Error ? error.message : 'Excel stopped.';
    const which = sheets.length > 0 ? ` The sheets ${sheets.join(', ')} may be incomplete.` : '';
    throw new WorkbookError(
      `${said} Putting the workbook back failed too.${which} Close it without saving, or undo in Excel (Ctrl+Z).`,
      { cause: error },
    );
  }
}
