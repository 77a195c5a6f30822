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

const COVER = /\bcover(?:sheet)?\b/i;
const CONTENTS = /^(?:table of )?contents\b/i;
const NOTES = /^(?:foot)?notes?(?: and (?:definitions|shorthand|symbols|abbreviations))?$/i;

/** Some write a sheet's name with underscores, for formulas to need no quotes. */
const nameOf = ({ name }: SheetDescription): string => name.replace(/[\s_]+/g, ' ').trim();

export const isCover = (sheet: SheetDescription): boolean => COVER.test(nameOf(sheet));
export const isContents = (sheet: SheetDescription): boolean => CONTENTS.test(nameOf(sheet));
export const isNotes = (sheet: SheetDescription): boolean => NOTES.test(nameOf(sheet));

export const contentsOf = (workbook: WorkbookDescription): SheetDescription | undefined =>
  visibleSheets(workbook).find(isContents);
export const notesOf = (workbook: WorkbookDescription): SheetDescription | undefined =>
  visibleSheets(workbook).find(isNotes);
