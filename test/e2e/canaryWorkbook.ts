import { join } from 'node:path';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';

const SAMPLE = join(__dirname, '../../assets/sample-budget.xlsx');
const CANARY = /zyx_[a-z]+_/g;

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument';

/**
 * The sample workbook with a word of its own ('Zyx_note_') in every place from which something could come
 * through to a file made of it. Every sheet is renamed, every young person's reference is a canary.
 * @param more plants further ones
 */
export async function canaryWorkbook(
  more: (book: ExcelJS.Workbook) => void = () => {},
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(SAMPLE);
  plantProperties(book);
  for (const sheet of book.worksheets) plantRows(sheet);
  const tracker = book.getWorksheet('Tracker')!;
  plantTracker(tracker);
  plantElsewhere(book);
  more(book);
  for (const sheet of book.worksheets) plantSheet(sheet);
  book.definedNames.add("'Tracker Zyx_sheet_'!$A$5", 'Zyx_name_');
  return withParts(await book.xlsx.writeBuffer());
}

function plantProperties(book: ExcelJS.Workbook): void {
  book.creator = 'Zyx_author_';
  book.lastModifiedBy = 'Zyx_modifier_';
  book.title = 'Zyx_workbooktitle_';
  book.subject = 'Zyx_subject_';
  book.keywords = 'Zyx_keyword_';
  book.description = 'Zyx_description_';
  book.category = 'Zyx_category_';
  book.company = 'Zyx_company_';
  book.manager = 'Zyx_manager_';
}

/** References, whatever the list, and a column that no report needs. */
function plantRows(sheet: ExcelJS.Worksheet): void {
  for (let row = 1; row <= sheet.rowCount; row++) {
    const first = sheet.getRow(row).getCell(1);
    if (/^(C|D|EC|PL|LC|HC|RW|R|YP)[-\d]/.test(String(first.value))) {
      first.value = `Zyx_reference_ ${String(first.value)}`;
    }
  }
  const last = sheet.columnCount + 1;
  sheet.getCell(sheet.name === 'Tracker' ? 4 : 1, last).value = 'Zyx_heading_';
  sheet.getCell(sheet.name === 'Tracker' ? 5 : 2, last).value = 'Zyx_cell_';
}

function plantTracker(sheet: ExcelJS.Worksheet): void {
  sheet.getCell('A1').value = 'Zyx_title_ of the tracker';
  const headings = sheet.getRow(4).values as string[];
  const [note, original, current, placement] = [
    'Note',
    'Original weekly cost',
    'Current weekly cost',
    'Original placement',
  ].map((heading) => headings.indexOf(heading));
  for (let row = 5; row <= sheet.rowCount; row++) {
    const cell = sheet.getRow(row).getCell(note!);
    cell.value = `${String(cell.value ?? '')} Seen by Zyx_worker_.`;
  }
  const at = (row: number, column: number | undefined) => sheet.getRow(row).getCell(column!);
  at(5, note).note = {
    texts: [{ text: 'Zyx_comment_' }],
  };
  at(6, current).value = {
    formula: "'[Zyx_file_.xlsx]Zyx_elsewhere_'!B2*1",
    result: at(6, current).value as number,
  };
  at(7, current).value = {
    formula: `N("Zyx_informula_")+${String(at(7, current).value)}`,
    result: at(7, current).value as number,
  };
  at(8, original).value = 'Zyx_unreadable_';
  at(9, placement).dataValidation = {
    type: 'list',
    allowBlank: true,
    formulae: ['"Zyx_choice_,Foster care"'],
    showInputMessage: true,
    promptTitle: 'Zyx_prompttitle_',
    prompt: 'Zyx_prompt_',
    showErrorMessage: true,
    errorTitle: 'Zyx_errortitle_',
    error: 'Zyx_error_',
  };
  at(10, 1).value = {
    text: String(at(10, 1).value),
    hyperlink: 'https://zyx_link_.example/zyx_path_',
    tooltip: 'Zyx_tooltip_',
  };
  sheet.getRow(12).hidden = true;
  const hidden = sheet.columnCount + 1;
  sheet.getCell(4, hidden).value = 'Zyx_hiddenheading_';
  sheet.getCell(5, hidden).value = 'Zyx_hiddencell_';
  sheet.getColumn(hidden).hidden = true;
  sheet.addConditionalFormatting({
    ref: 'A5:A9',
    rules: [{ type: 'expression', priority: 1, formulae: ['$A5="Zyx_condition_"'], style: {} }],
  });
}

/** Sheets that are no lists. */
function plantElsewhere(book: ExcelJS.Workbook): void {
  const table = book.addWorksheet('Contacts');
  table.addTable({
    name: 'Zyx_table_',
    ref: 'A1',
    columns: [{ name: 'Zyx_column_' }, { name: 'Phone' }],
    rows: [['Zyx_row_', '0116']],
  });
  book.addWorksheet('Hidden', { state: 'hidden' }).getCell('A1').value = 'Zyx_hiddensheet_';
  book.addWorksheet('Deep', { state: 'veryHidden' }).getCell('A1').value = 'Zyx_deepsheet_';
  const monitoring = book.getWorksheet('Budget monitoring')!;
  for (const row of [10, 11]) {
    const cell = monitoring.getCell(row, 2);
    const { formula, result } = cell.value as ExcelJS.CellFormulaValue;
    cell.value = { formula: formula.replace('Tracker!', "'Tracker Zyx_sheet_'!"), result };
  }
}

function plantSheet(sheet: ExcelJS.Worksheet): void {
  sheet.name = `${sheet.name} Zyx_sheet_`.slice(-31);
  // The library reads a sheet without them as one with none at all.
  sheet.headerFooter = { oddHeader: '&CZyx_header_', oddFooter: '&LZyx_footer_ &F &Z' };
}

/** Parts that the library writes none of: an officer's properties, a linked workbook, a pivot's cache. */
async function withParts(bytes: ExcelJS.Buffer): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  const parts: [part: string, type: string, kind: string, xml: string][] = [
    [
      'docProps/custom.xml',
      `${CONTENT}.custom-properties+xml`,
      'custom-properties',
      '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Zyx_property_"><vt:lpwstr>Zyx_propertyvalue_</vt:lpwstr></property></Properties>',
    ],
    [
      'xl/externalLinks/externalLink1.xml',
      `${CONTENT}.spreadsheetml.externalLink+xml`,
      'externalLink',
      '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><externalBook><sheetNames><sheetName val="Zyx_linkedsheet_"/></sheetNames></externalBook></externalLink>',
    ],
    [
      'xl/pivotCache/pivotCacheDefinition1.xml',
      `${CONTENT}.spreadsheetml.pivotCacheDefinition+xml`,
      'pivotCacheDefinition',
      '<pivotCacheDefinition xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" refreshedBy="Zyx_refresher_"/>',
    ],
  ];
  for (const [part, type, kind, xml] of parts) {
    const isOfBook = part.startsWith('xl/');
    zip.file(part, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${xml}`);
    await amend(
      zip,
      '[Content_Types].xml',
      '</Types>',
      `<Override PartName="/${part}" ContentType="${type}"/>`,
    );
    await amend(
      zip,
      isOfBook ? 'xl/_rels/workbook.xml.rels' : '_rels/.rels',
      '</Relationships>',
      `<Relationship Id="zyx_${kind}_" Type="${RELATIONS}/${kind}" Target="${isOfBook ? part.slice(3) : part}"/>`,
    );
  }
  return zip.generateAsync({ type: 'uint8array' });
}

async function amend(zip: JSZip, part: string, before: string, xml: string): Promise<void> {
  const whole = await zip.file(part)!.async('string');
  zip.file(part, whole.replace(before, `${xml}${before}`));
}

/**
 * Every canary that a file holds, and where: in the names of its parts, in their text, in their bytes
 * as UTF-8 or UTF-16, or pieced together from several runs of words.
 */
export async function canariesIn(bytes: Uint8Array): Promise<Record<string, string[]>> {
  const zip = await JSZip.loadAsync(bytes);
  const found = new Map<string, Set<string>>();
  const look = (text: string, where: string): void => {
    for (const [canary] of text.toLowerCase().matchAll(CANARY)) {
      found.set(canary, (found.get(canary) ?? new Set()).add(where));
    }
  };
  look(Buffer.from(bytes).toString('latin1'), 'the package');
  for (const file of Object.values(zip.files)) {
    const content = await file.async('nodebuffer');
    look(file.name, 'a name of a part');
    look(content.toString('utf8'), file.name);
    look(content.toString('utf8').replace(/<[^>]*>/g, ''), file.name);
    look(content.toString('utf16le'), file.name);
    look(content.subarray(1).toString('utf16le'), file.name);
  }
  return Object.fromEntries([...found].sort().map(([canary, where]) => [canary, [...where]]));
}
