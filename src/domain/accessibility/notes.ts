import { cellArea, filledCells, type Area, type SheetDescription } from './description';
import { isNotes, notesOf, visibleSheets, type Rule } from './rule';

/** References to notes: that each leads to one, and each note is referred to. */
export const NOTE_RULES: readonly Rule[] = [
  {
    id: 'note-references',
    heading: 'Notes that are not there',
    mend: 'Add the note to the sheet ‘Notes’, or take the reference away.',
    find: (workbook) => {
      const notes = notesOf(workbook);
      const listed = new Set(notes && listedNotes(notes).map(({ note }) => note));
      return visibleSheets(workbook).flatMap((sheet) =>
        referencesOn(sheet)
          .filter(({ note }) => !listed.has(note))
          .map(({ note, area }) => ({
            sheet: sheet.name,
            area,
            what: `[note ${note}] leads to no note.`,
          })),
      );
    },
  },
  {
    id: 'unused-notes',
    heading: 'Notes that nothing refers to',
    mend: 'Refer to it as [note 1], with its number, where it belongs, or delete it.',
    find: (workbook) => {
      const notes = notesOf(workbook);
      if (!notes) return [];
      const others = visibleSheets(workbook).filter((sheet) => sheet !== notes);
      const used = new Set(others.flatMap(referencesOn).map(({ note }) => note));
      return listedNotes(notes)
        .filter(({ note }) => !used.has(note))
        .map(({ note, area }) => ({
          sheet: notes.name,
          area,
          what: `Nothing refers to note ${note}.`,
        }));
    },
  },
];

interface NoteAt {
  note: number;
  area: Area;
}

/** '[note 3]', and several at once: '[note 1, 2]', '[note 1, note 2]', '[notes 1 to 3]'. */
const REFERENCE = /\[notes?\s*(\d(?:\d|notes?|and|to|[\s,;&–—-])*)\]/gi;
const NOTE_OR_RANGE = /(\d+)(?:\s*(?:to|[–—-])\s*(?:notes?\s*)?(\d+))?/gi;
/** A range of more is a slip of the hand. */
const MOST_IN_RANGE = 100;

/** @example numbersIn('1, note 3 to 5') // [1, 3, 4, 5] */
const numbersIn = (text: string): number[] =>
  [...text.matchAll(NOTE_OR_RANGE)].flatMap(([, from, to]) => {
    const [first, last] = [Number(from), Number(to ?? from)];
    const isRange = last > first && last - first < MOST_IN_RANGE;
    return isRange ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : [first, last];
  });

/** Each note that a sheet refers to, where it first does; a note's own number is no reference. */
function referencesOn(sheet: SheetDescription): NoteAt[] {
  const found = new Map<number, Area>();
  const own = new Set(isNotes(sheet) ? listedNotes(sheet).map(({ area }) => area.top) : []);
  for (const { row, column, value } of filledCells(sheet)) {
    if (typeof value !== 'string' || (column === 0 && own.has(row))) continue;
    for (const [, numbers] of value.matchAll(REFERENCE)) {
      for (const note of numbersIn(numbers!)) {
        if (!found.has(note)) found.set(note, cellArea(row, column));
      }
    }
  }
  return [...found].map(([note, area]) => ({ note, area }));
}

/** A note's own number: '3', 'Note 3', '[note 3]'. */
const NUMBER = /^\[?\s*(?:notes?\s*)?(\d+)\s*\]?[.:)]?$/i;

/** The notes of the sheet of notes, by the numbers in column A. */
function listedNotes(sheet: SheetDescription): NoteAt[] {
  return filledCells(sheet).flatMap(({ row, column, value }) => {
    const number = column === 0 ? NUMBER.exec(String(value).trim())?.[1] : undefined;
    return number === undefined ? [] : [{ note: Number(number), area: cellArea(row, column) }];
  });
}
