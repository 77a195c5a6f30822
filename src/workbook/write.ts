import { freeName } from '../reports/freeName';
import { sheetImage, type SheetImage } from '../reports/sheetImage';
import type { Figures, SheetPlan, SignStyle } from '../reports/plan';
import { inExcel } from './excelRun';
import { MARK_KEY, UNFINISHED, markText, type Mark } from './mark';
import { enterFormulas, paint, print } from './paint';
import { paintChart } from './paintChart';
import { putBack, putBackAfter, type Receipt } from './putBack';
import { rowsToInsert, type Target } from './target';
import { earlierOf, loadEarlier, type Earlier } from './earlierSheet';
import {
  earlierValues,
  keepValues,
  loadSettings,
  type EarlierValue,
  type KeptValue,
} from './keptSettings';
import { withTyped } from './typedCommentary';
import { isAsSeen } from './unchanged';
import type { WorkbookSeen } from './tracker';

export interface WriteJob {
  plans: readonly SheetPlan[];
  signs: SignStyle;
  /** By default values alone. */
  figures?: Figures;
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

export type WriteOutcome =
  | {
      kind: 'written';
      sheets: { id: string; name: string }[];
      /** As they were written, with what officers had typed above their tables. */
      plans: SheetPlan[];
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
    plans: targets.map(({ plan }) => plan),
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

const addedOnly = (targets: readonly Target[]): Target[] =>
  targets.filter((target) => !target.earlier);

/** Names for sheets on their way, which nobody else would choose. */
function temporaryNames({ plans, seen }: WriteJob): string[] {
  const taken = new Set(seen.sheets.map((sheet) => sheet.name.toLowerCase()));
  return plans.map((plan) => freeName(`Writing ${plan.id}`, taken));
}

async function prepare(
  context: Excel.RequestContext,
  { plans, signs, figures, seen, settings }: WriteJob,
  temporary: readonly string[],
): Promise<{ targets: Target[]; settings: EarlierValue[]; asSeen: boolean }> {
  const { worksheets } = context.workbook;
  const before = worksheets.load('items/id,items/name');
  const tables = context.workbook.tables.load('items/name');
  const unfinished = seen.sheets.filter((sheet) => sheet.unfinished);
  unfinished.forEach((sheet) => worksheets.getItem(sheet.id).delete());

  const opened = plans.map((plan, i) => {
    const image = sheetImage(plan, signs, figures, seen.dateSystem);
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
  const names = new Map<string, string>();
  const targets = opened.map(({ plan: asked, image: unsaid, sheet, earlier, own }): Target => {
    const found = earlier && own ? earlierOf(earlier, own.mark!) : undefined;
    const plan = withTyped(asked, found?.commentary);
    const image = plan === asked ? unsaid : sheetImage(plan, signs, figures, seen.dateSystem);
    const tables = image.tables.map((table, i) => {
      const name = standingName(found, i) ?? freeTable(table.name, takenTables);
      names.set(table.name, name);
      return { ...table, name };
    });
    return {
      id: sheet.id,
      name: own ? sheet.name : freeName(plan.sheet, takenNames),
      plan,
      image: { ...image, tables },
      earlier: found,
    };
  });
  for (const target of targets) target.image = pointedAt(names, target.image);
  return { targets, settings: earlierValues(kept), asSeen };
}

/** Table names are unique in a workbook, and spaces are not allowed in them. */
const freeTable = (wanted: string, taken: Set<string>): string =>
  freeName(wanted, taken, (number) => `_${number}`);

/** Texts, in which nothing is a table's name, and names before a bracket. */
const TABLE = /"(?:[^"]|"")*"|([\p{L}\p{N}_.\\]+)(?=\[)/gu;

/**
 * The image with formulas that point at the add-in's tables, on its own sheet and on others, under
 * the names that those take.
 */
function pointedAt(names: ReadonlyMap<string, string>, image: SheetImage): SheetImage {
  if ([...names].every(([wanted, name]) => wanted === name)) return image;
  const under = (formula: string) =>
    formula.replace(TABLE, (part, name?: string) => (name && names.get(name)) ?? part);
  return {
    ...image,
    cells: image.cells.map((row) =>
      row.map((cell) =>
        typeof cell === 'object' ? { ...cell, formula: under(cell.formula) } : cell,
      ),
    ),
  };
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
    if (target.earlier) makeRoom(sheet, target.earlier, target.image);
    paint(sheet, target.image, target.earlier?.painted);
    print(sheet, target.image);
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

const markOf = ({ id, plan, image }: Target): Mark => ({
  sheetId: id,
  report: plan.id,
  rows: image.cells.length,
  columns: image.cells[0]!.length,
  headingRow: image.headingRow,
  commentaryRow: image.commentaryRow,
  tables: image.tables,
  chart: image.chart,
  printedColumns: image.printedColumns,
});

/** What an officer put below the table moves down rather than being painted over. */
function makeRoom(sheet: Excel.Worksheet, earlier: Earlier, image: SheetImage): void {
  const rows = rowsToInsert(earlier, image);
  if (rows === 0) return;
  const room = sheet.getRangeByIndexes(earlier.painted.rows, 0, rows, 1).getEntireRow();
  room.insert(Excel.InsertShiftDirection.down);
  // Rows take their look from the one above: a total's.
  const inserted = sheet.getRangeByIndexes(earlier.painted.rows, 0, rows, 1).getEntireRow();
  inserted.clear(Excel.ClearApplyTo.formats);
}
