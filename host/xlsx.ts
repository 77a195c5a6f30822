import ExcelJS from 'exceljs';
import { Book } from './model/book';
import { readCharts, writeCharts } from './xlsx/charts';
import { disguiseDates, restoreDates } from './xlsx/date-formats';
import { readNames, withoutNames, writeNames } from './xlsx/defined-names';
import { readHostPart, writeHostPart } from './xlsx/host-part';
import { closePackage, openPackage, rewrite, WorkbookFileError } from './xlsx/package';
import { mendTables, readSheet } from './xlsx/read-sheet';
import { writeSettings, writeSheet } from './xlsx/write-sheet';

export { WorkbookFileError } from './xlsx/package';

const WORKBOOK = 'xl/workbook.xml';
const STYLES = 'xl/styles.xml';

/**
 * Reads a workbook file. What the model does not know (other charts than bars, pivot tables,
 * validations) is left out of it; see saveXlsx for what becomes of it.
 * @throws WorkbookFileError with a sentence for its user
 */
export async function loadXlsx(bytes: Uint8Array, name = 'Book1.xlsx'): Promise<Book> {
  const zip = await openPackage(bytes);
  const book = new Book();
  book.name = name;
  book.origin = bytes;
  const workbookXml = await zip.file(WORKBOOK)!.async('string');
  try {
    const file = await readFile(bytes);
    book.date1904 = /<workbookPr\b[^>]*\bdate1904="(1|true)"/.test(workbookXml);
    for (const fileSheet of file.worksheets) {
      const sheet = book.addSheet(fileSheet.name);
      sheet.nameInFile = sheet.name;
      readSheet(fileSheet, sheet);
    }
    readFacts(file, book);
    readNames(book, workbookXml);
    await readHostPart(book, zip);
    await readCharts(book, zip);
    const shown = book.sheets[file.views?.[0]?.activeTab ?? 0];
    if (shown?.visibility === 'Visible') book.activate(shown);
  } catch (cause) {
    throw new WorkbookFileError('damaged', { cause });
  }
  for (const sheet of book.sheets) sheet.touched = false;
  book.calculation.accept();
  return book;
}

/**
 * Saves the book as a file. Sheets that have not changed since the book was opened are passed on
 * as ExcelJS reads and writes them, the others are written from the model. ExcelJS itself drops
 * charts (the model's own are put in afterwards), pivot tables, slicers, form controls and macros.
 */
export async function saveXlsx(book: Book): Promise<Uint8Array> {
  const file = book.origin ? await readFile(book.origin) : new ExcelJS.Workbook();
  placeSheets(book, file);
  writeFacts(book, file);
  file.properties.date1904 = book.date1904;
  file.calcProperties = { fullCalcOnLoad: true };
  const written = await file.xlsx.writeBuffer();
  const zip = await openPackage(new Uint8Array(written as ArrayBuffer));
  await rewrite(zip, STYLES, restoreDates);
  await rewrite(zip, WORKBOOK, (xml) => writeNames(book, xml));
  await writeHostPart(book, zip);
  await writeCharts(book, zip);
  return closePackage(zip);
}

/** The file as ExcelJS reads it, with date formats disguised and names taken out beforehand. */
async function readFile(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const zip = await openPackage(bytes);
  await rewrite(zip, STYLES, disguiseDates);
  await rewrite(zip, WORKBOOK, withoutNames);
  const file = new ExcelJS.Workbook();
  const prepared = await zip.generateAsync({ type: 'arraybuffer' });
  await file.xlsx.load(prepared as unknown as ExcelJS.Buffer);
  file.worksheets.forEach(mendTables);
  return file;
}

function placeSheets(book: Book, file: ExcelJS.Workbook): void {
  const kept = new Map(file.worksheets.map((sheet) => [sheet.name, sheet]));
  for (const [name, fileSheet] of kept) {
    const sheet = book.sheets.find((one) => one.nameInFile === name);
    if (sheet && !sheet.touched) continue;
    file.removeWorksheet(fileSheet.id);
    kept.delete(name);
  }
  book.sheets.forEach((sheet, index) => {
    const own = sheet.nameInFile === undefined ? undefined : kept.get(sheet.nameInFile);
    const fileSheet = own ?? file.addWorksheet(sheet.name);
    (fileSheet as unknown as { orderNo: number }).orderNo = index;
    if (own) writeSettings(sheet, own);
    else writeSheet(sheet, fileSheet);
  });
  const activeTab = book.sheets.indexOf(book.active);
  file.views = [
    { x: 0, y: 0, width: 20_000, height: 12_000, visibility: 'visible', firstSheet: 0, activeTab },
  ];
}

function readFacts(file: ExcelJS.Workbook, book: Book): void {
  Object.assign(book.facts, {
    title: file.title ?? '',
    subject: file.subject ?? '',
    // What ExcelJS writes where there is none.
    author: file.creator === 'Unknown' ? '' : (file.creator ?? ''),
    keywords: file.keywords ?? '',
    comments: file.description ?? '',
    category: file.category ?? '',
    company: file.company ?? '',
    manager: file.manager ?? '',
  });
}

function writeFacts(book: Book, file: ExcelJS.Workbook): void {
  const { facts } = book;
  file.title = facts.title;
  file.subject = facts.subject;
  file.creator = facts.author;
  file.keywords = facts.keywords;
  file.description = facts.comments;
  file.category = facts.category;
  file.company = facts.company;
  file.manager = facts.manager;
}
