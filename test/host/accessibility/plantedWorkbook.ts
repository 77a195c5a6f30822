import ExcelJS, { type Workbook, type Worksheet } from 'exceljs';
import JSZip from 'jszip';

/** A workbook of the checklist under way, and what is done to its parts once it is a file. */
export interface Planting {
  book: Workbook;
  /** Adds a sheet with a title, what its cells stand for, and a table in A4:C7. */
  addSheet: (name: string, rows?: Row[]) => Worksheet;
  notes: (string | number)[][];
  /** Sheets that the contents do not list. */
  unlisted: Set<string>;
  afterwards: ((zip: JSZip) => Promise<void>)[];
}

export type Row = (string | number | null)[];

export const HEADINGS = ['Placement', 'Children', 'Weekly cost'];
const ROWS: Row[] = [
  ['Fostering', 12, 890.5],
  ['Residential', 6, 5200],
  ['Supported', '[c]', null],
];
const MEANING = 'A blank cell means that nothing was paid; [c] stands for a count of 1 to 5.';

/** A file that keeps to the checklist, but for what is planted. */
export async function workbookWith(
  plant: (planting: Planting) => void,
  leftOut: readonly string[] = [],
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.title = 'Placement costs';
  (book as { language?: string }).language = 'en-GB';
  const cover = book.addWorksheet('Cover');
  cover.getCell('A1').value = 'Placement costs [note 1]';
  const contents = leftOut.includes('Contents') ? undefined : book.addWorksheet('Contents');
  const notesSheet = leftOut.includes('Notes') ? undefined : book.addWorksheet('Notes');
  const planting: Planting = {
    book,
    addSheet: (name, rows = ROWS) => {
      const sheet = book.addWorksheet(name);
      sheet.getCell('A1').value = name;
      sheet.getCell('A2').value = MEANING;
      addTable(sheet, 4, HEADINGS, rows);
      return sheet;
    },
    notes: [[1, 'Invented rows.']],
    unlisted: new Set(),
    afterwards: [],
  };
  planting.addSheet('Costs');
  plant(planting);
  if (contents) {
    contents.getCell('A1').value = 'Contents';
    const listed = book.worksheets
      .map(({ name }) => name)
      .filter((name) => !planting.unlisted.has(name));
    addTable(
      contents,
      3,
      ['Sheet', 'Holds'],
      listed.map((name) => [name, 'See there']),
    );
    listed.forEach((name, i) => {
      contents.getCell(4 + i, 1).value = {
        text: name,
        hyperlink: `#'${name.replace(/'/g, "''")}'!A1`,
      };
    });
  }
  if (notesSheet) {
    notesSheet.getCell('A1').value = 'Notes';
    addTable(notesSheet, 3, ['Note', 'Says'], planting.notes);
  }
  const zip = await JSZip.loadAsync(await book.xlsx.writeBuffer());
  for (const change of planting.afterwards) await change(zip);
  return zip.generateAsync({ type: 'uint8array' });
}

export function addTable(
  sheet: Worksheet,
  top: number,
  headings: string[],
  rows: Row[],
  { left = 1, headerRow = true, filterButton = false } = {},
): void {
  sheet.addTable({
    name: `T${sheet.id}_${left}`,
    ref: `${String.fromCharCode(64 + left)}${top}`,
    headerRow,
    columns: headings.map((name) => ({ name, filterButton })),
    rows,
  });
  headings.forEach((_, i) => {
    if (!rows.some((row) => typeof row[i] === 'number')) return;
    for (let r = top; r <= top + rows.length; r++) {
      sheet.getCell(r, left + i).alignment = { horizontal: 'right' };
    }
  });
}

/** Changes the part of a sheet, by the sheet's place among all. */
export const inSheet =
  (sheet: Worksheet, change: (xml: string) => string) =>
  async (zip: JSZip): Promise<void> => {
    const path = `xl/worksheets/sheet${sheet.id}.xml`;
    const xml = await zip.file(path)!.async('string');
    const changed = change(xml);
    if (changed === xml) throw new Error(`Nothing of ${path} was changed.`);
    zip.file(path, changed);
  };
