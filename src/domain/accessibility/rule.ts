import type { Area, SheetDescription, WorkbookDescription } from './description';

/** One demand of the Analysis Function's checklist for accessible spreadsheets. */
export interface Rule {
  id: string;
  /** Heads its faults in a list: 'Merged cells'. */
  heading: string;
  /** What to do about each of its faults, in a sentence. */
  mend: string;
  find: (workbook: WorkbookDescription) => Found[];
}

export interface Found {
  /** Absent for a fault of the whole workbook. */
  sheet?: string;
  /** Absent for a fault of the whole sheet. */
  area?: Area;
  /** In a sentence, without the place. */
  what: string;
}

/** A rule that is looked at sheet by sheet; hidden sheets are for a rule of their own. */
export const onEachSheet =
  (find: (sheet: SheetDescription, workbook: WorkbookDescription) => Omit<Found, 'sheet'>[]) =>
  (workbook: WorkbookDescription): Found[] =>
    visibleSheets(workbook).flatMap((sheet) =>
      find(sheet, workbook).map((found) => ({ sheet: sheet.name, ...found })),
    );

export const visibleSheets = ({ sheets }: WorkbookDescription): SheetDescription[] =>
  sheets.filter(({ visible }) => visible);

const COVER = /\bcover\b/i;
const CONTENTS = /^\s*(?:table of )?contents\b/i;
const NOTES = /^\s*notes?\s*$/i;

export const isCover = ({ name }: SheetDescription): boolean => COVER.test(name);
export const isContents = ({ name }: SheetDescription): boolean => CONTENTS.test(name);
export const isNotes = ({ name }: SheetDescription): boolean => NOTES.test(name);

export const contentsOf = (workbook: WorkbookDescription): SheetDescription | undefined =>
  visibleSheets(workbook).find(isContents);
export const notesOf = (workbook: WorkbookDescription): SheetDescription | undefined =>
  visibleSheets(workbook).find(isNotes);
