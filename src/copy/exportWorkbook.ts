import { Workbook, type Worksheet } from 'exceljs';
import type { PlanCell, PlanColumn, SignStyle } from '../reports/plan';
import { freeName } from '../reports/freeName';
import type { PublishedAppendix, PublishedPlan } from '../reports/published';
import {
  isIndented,
  POINTS_A_LINE,
  sheetImage,
  widthOf,
  wrappedLines,
  type ImageTable,
  type SheetImage,
} from '../reports/sheetImage';
import { hiddenMeans, marksExplained, rowsShown } from './marks';
import { noteMark, notesOf, numberNotes, type NumberedNote } from './numberNotes';
import { escapedXml, finished } from './package';
import { printable } from './printable';

/** On every machine, or one of the same widths in its place. */
const FONT = { name: 'Arial', size: 11, family: 2 };
/** Dark enough to be read, and underlined, so that no link is told by its colour alone. */
const LINK = { ...FONT, underline: true, color: { argb: 'FF0B5394' } };

const RULE = { style: 'thin' } as const;
const SHADE = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7ECF1' } } as const;

/** A4, and as many pages long as it takes. */
const ONE_PAGE_WIDE = {
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
} as const;

/** A sheet of the file: lines in column A, and one table below them. */
interface CopySheet {
  name: string;
  title: string;
  lines: Line[];
  commentary?: string;
  table: { name: string; columns: PlanColumn[]; rows: PlanCell[][] };
  /** Sheets that the cells of the first column lead to, a row each. */
  rowsLeadTo?: string[];
  total: boolean;
}

interface Line {
  text: string;
  /** The sheet that it leads to. */
  to?: string;
}

/** Names of the sheets that every copy has, free of the plans' own. */
interface OwnSheets {
  cover: string;
  contents: string;
  notes: string;
}

/** Where a link stands, by its cell, and the sheet that it leads to. */
type Links = [cell: string, to: string][];

/**
 * A new .xlsx to be published, by the Analysis Function's checklist: a cover, contents with links, a
 * sheet for each plan with one table, and notes that are numbered through. Values alone; no author, no
 * date, no property but title and language. Charts are said in words: the library cannot write any.
 */
export async function exportWorkbook(given: PublishedAppendix): Promise<Uint8Array> {
  const appendix = printable(given);
  const book = new Workbook();
  const links = new Map<string, Links>();
  for (const [i, sheet] of copySheets(appendix).entries()) {
    const image = imageOf(sheet, appendix.signs);
    const titles = image.headingRow + 1;
    const page = book.addWorksheet(sheet.name, {
      pageSetup: { ...ONE_PAGE_WIDE, printTitlesRow: `${titles}:${titles}` },
      views: [{ state: 'normal', activeCell: 'A1' }],
    });
    copyImage(page, image);
    links.set(`xl/worksheets/sheet${i + 1}.xml`, linksOf(page, sheet, image));
  }
  book.views = [
    { x: 0, y: 0, width: 24000, height: 14000, firstSheet: 0, activeTab: 0, visibility: 'visible' },
  ];
  return finished(await book.xlsx.writeBuffer(), {
    title: appendix.title,
    rewrite: (part, xml) => {
      if (part.startsWith('xl/tables/')) return withoutFilter(xml);
      return part === 'xl/styles.xml' ? withOwnFont(xml) : withLinks(xml, links.get(part) ?? []);
    },
  });
}

function copySheets(appendix: PublishedAppendix): CopySheet[] {
  const { plans } = appendix;
  const notes = numberNotes(plans);
  const own = ownSheets(plans);
  return [
    cover(appendix, own),
    contents(appendix, notes, own),
    ...(notes.length > 0 ? [notesSheet(plans, notes, own)] : []),
    ...plans.map((plan) => planSheet(plan, notes, own)),
  ];
}

function ownSheets(plans: readonly PublishedPlan[]): OwnSheets {
  const taken = inSmallLetters(plans.map(({ sheet }) => sheet));
  const free = (name: string): string => freeName(name, taken);
  return { cover: free('Cover'), contents: free('Contents'), notes: free('Notes') };
}

const freeTable = (plans: readonly PublishedPlan[], name: string): string =>
  freeName(name, inSmallLetters(plans.map(({ table }) => table.name)), String);

const inSmallLetters = (names: readonly string[]): Set<string> =>
  new Set(names.map((name) => name.toLowerCase()));

const text = (key: string, heading: string, wraps?: number): PlanColumn => ({
  key,
  heading,
  format: 'text',
  ...(wraps && { wraps }),
});

function cover(appendix: PublishedAppendix, own: OwnSheets): CopySheet {
  const { title, lines, about, disclosure, plans } = appendix;
  return {
    name: own.cover,
    title,
    lines: [
      ...lines.map((line) => ({ text: line })),
      { text: 'This sheet holds one table, which says what the figures are.' },
      { text: `Go to ${own.contents}`, to: own.contents },
    ],
    table: {
      name: freeTable(plans, 'AboutTheFigures'),
      columns: [text('item', 'Item'), text('detail', 'Detail', 80)],
      rows: [
        ...about,
        ...disclosure.map((sentence) => ['Disclosure control', sentence]),
        ...hiddenMeans(appendix).map((sentence) => ['Marks', sentence]),
      ],
    },
    total: false,
  };
}

function contents(
  { plans }: PublishedAppendix,
  notes: readonly NumberedNote[],
  own: OwnSheets,
): CopySheet {
  const rows: [sheet: string, holds: string][] = [
    [own.cover, 'What the figures are, and what is not published'],
    ...(notes.length > 0
      ? [[own.notes, 'The notes that the tables refer to'] as [string, string]]
      : []),
    ...plans.map(({ sheet, title }): [string, string] => [sheet, title]),
  ];
  return {
    name: own.contents,
    title: 'Contents',
    lines: [{ text: 'This sheet holds one table. Each name in it is a link to the sheet.' }],
    table: {
      name: freeTable(plans, 'ListOfSheets'),
      columns: [text('sheet', 'Sheet'), text('title', 'What it holds', 90)],
      rows,
    },
    rowsLeadTo: rows.map(([sheet]) => sheet),
    total: false,
  };
}

function notesSheet(
  plans: readonly PublishedPlan[],
  notes: readonly NumberedNote[],
  own: OwnSheets,
): CopySheet {
  return {
    name: own.notes,
    title: 'Notes',
    lines: [
      { text: 'This sheet holds one table. Tables refer to a note by its number.' },
      { text: `Back to ${own.contents}`, to: own.contents },
    ],
    table: {
      name: freeTable(plans, 'ListOfNotes'),
      columns: [
        text('number', 'Note'),
        text('note', 'What it says', 80),
        text('sheets', 'Sheets that refer to it', 45),
      ],
      rows: notes.map((note) => [
        noteMark(note),
        note.text,
        note.plans.length === plans.length && plans.length > 1
          ? 'All sheets of figures'
          : note.plans.map(({ sheet }) => sheet).join(', '),
      ]),
    },
    total: false,
  };
}

function planSheet(plan: PublishedPlan, notes: readonly NumberedNote[], own: OwnSheets): CopySheet {
  const marks = notesOf(plan, notes).map(noteMark).join(', ');
  return {
    name: plan.sheet,
    title: plan.title,
    lines: [
      { text: ['This sheet holds one table.', ...marksExplained(plan)].join(' ') },
      ...(marks ? [{ text: `Notes are on the sheet ${own.notes}: ${marks}.`, to: own.notes }] : []),
      { text: `Back to ${own.contents}`, to: own.contents },
      ...(plan.chart?.sentences ?? []).map((sentence) => ({ text: sentence })),
    ],
    commentary: plan.commentary,
    table: { ...plan.table, rows: rowsShown(plan) },
    total: plan.total && plan.table.rows.length > 0,
  };
}

const imageOf = ({ name, title, lines, commentary, table, total }: CopySheet, signs: SignStyle) =>
  sheetImage(
    {
      id: name,
      title,
      notes: lines.map((line) => line.text),
      ...(commentary && { commentary: { label: 'Commentary', text: commentary } }),
      table,
      total,
    },
    signs,
  );

function copyImage(sheet: Worksheet, image: SheetImage): void {
  image.cells.slice(0, image.headingRow).forEach((row, r) => {
    const cell = sheet.getCell(r + 1, 1);
    cell.value = valueOf(row[0]!);
    cell.font = r === 0 ? { ...FONT, bold: true, size: 14 } : FONT;
  });
  if (image.commentaryRow !== undefined) styleCommentary(sheet, image, image.commentaryRow);
  const [table] = image.tables;
  const [headings, ...rows] = image.cells
    .slice(image.headingRow, table!.bottom + 1)
    .map((row) => row.slice(0, table!.right + 1));
  sheet.addTable({
    name: table!.name,
    ref: `A${image.headingRow + 1}`,
    headerRow: true,
    style: { theme: 'TableStyleLight1' },
    columns: headings!.map((name) => ({ name: String(name), filterButton: false })),
    rows: rows.map((row) => row.map((cell) => (cell === '' ? null : valueOf(cell)))),
  });
  const isBelowLines = image.headingRow > 0 && image.commentaryRow === undefined;
  if (isBelowLines) setApart(sheet, image.headingRow);
  sheet.getRow(image.headingRow + 1).height = (image.headingLines ?? 1) * POINTS_A_LINE + ROOM;
  styleTable(sheet, image, table!);
}

/** Points of room around what is set apart: a blank row would be read out. */
const ROOM = 6;

/** The last line above a table, with room below it. */
function setApart(sheet: Worksheet, row: number): void {
  sheet.getCell(row, 1).alignment = { vertical: 'top' };
  sheet.getRow(row).height = POINTS_A_LINE + ROOM;
}

/** A reader that did not write the file gives a wrapped text no more room than it is told to. */
function styleCommentary(sheet: Worksheet, image: SheetImage, row: number): void {
  sheet.getCell(row, 1).font = { ...FONT, bold: true };
  sheet.getCell(row + 1, 1).alignment = { vertical: 'top', wrapText: true };
  sheet.getRow(row + 1).height = (image.commentaryLines ?? 1) * POINTS_A_LINE;
}

function styleTable(sheet: Worksheet, image: SheetImage, table: ImageTable): void {
  image.widths?.slice(0, table.right + 1).forEach((width, column) => {
    const heading = String(image.cells[image.headingRow]![column]);
    sheet.getColumn(column + 1).width = table.rightAligned[column]
      ? roomyWidth(heading, width)
      : width;
  });
  if (table.wrapped) {
    wrappedLines(image, table).forEach((lines, row) => {
      sheet.getRow(image.headingRow + row + 2).height = lines * POINTS_A_LINE;
    });
  }
  for (let r = image.headingRow; r <= table.bottom; r++) {
    const isHeading = r === image.headingRow;
    const isTotal = table.total && r === table.bottom;
    table.rightAligned.forEach((right, column) => {
      const cell = sheet.getCell(r + 1, column + 1);
      cell.numFmt = image.numberFormats[r]![column]!;
      cell.font = { ...FONT, bold: isHeading || isTotal };
      if (isHeading) {
        cell.border = { bottom: RULE };
        cell.fill = SHADE;
      }
      if (isTotal) cell.border = { top: RULE };
      cell.alignment = {
        horizontal: right ? 'right' : 'left',
        vertical: table.wrapped && !isHeading ? 'top' : 'bottom',
        ...(isIndented(table, column) && { indent: 1 }),
        wrapText: isHeading || (table.wrapped?.columns[column] ?? false),
      };
    });
  }
}

/** Characters between a heading and the one before it. */
const GAP = 4;

/** The width at which no line of a heading, broken between words, comes near the column before. */
function roomyWidth(heading: string, width: number): number {
  let roomy = width;
  while (headingLines(heading, roomy).some((line) => boldWidth(line) > roomy - GAP)) roomy += 1;
  return roomy;
}

const boldWidth = (line: string): number => widthOf(line) * 1.1;

/** The lines of a heading as a program breaks them that fills each. */
const headingLines = (heading: string, width: number): string[] =>
  heading.split(' ').reduce<string[]>((lines, word) => {
    const last = lines[lines.length - 1];
    const longer = last === undefined ? word : `${last} ${word}`;
    return last !== undefined && boldWidth(longer) <= width
      ? [...lines.slice(0, -1), longer]
      : [...lines, word];
  }, []);

/** A copy holds no formulas: a plan's cell that is one has no place in it. */
function valueOf(cell: SheetImage['cells'][number][number]): string | number | boolean {
  if (typeof cell === 'object') throw new TypeError('A copy is made of values, not of formulas.');
  return cell;
}

/** Shows which cells are links, and says where they lead. */
function linksOf(page: Worksheet, sheet: CopySheet, image: SheetImage): Links {
  const ofLines = sheet.lines.map(({ to }, i) => ({ row: i + 2, to }));
  const ofRows = (sheet.rowsLeadTo ?? []).map((to, i) => ({ row: image.headingRow + 2 + i, to }));
  return [...ofLines, ...ofRows].flatMap(({ row, to }): Links => {
    if (to === undefined) return [];
    page.getCell(row, 1).font = LINK;
    return [[`A${row}`, to]];
  });
}

/** The library writes a link inside the workbook as one to a file as well; here it is inside alone. */
function withLinks(xml: string, links: Links): string {
  if (links.length === 0) return xml;
  const written = links.map(([cell, to]) => {
    const location = escapedXml(`'${to.replace(/'/g, "''")}'!A1`);
    return `<hyperlink ref="${cell}" location="${location}"/>`;
  });
  return xml.replace('<pageMargins', `<hyperlinks>${written.join('')}</hyperlinks><pageMargins`);
}

/** The library's font is that of cells without one, and the one in which columns are as wide as they are. */
const withOwnFont = (xml: string): string =>
  xml.replace(/<scheme val="minor"\/>(.*?)<name val="Calibri"\/>/s, `$1<name val="${FONT.name}"/>`);

/** Filters are advised against on a published sheet, and the library writes one for every table. */
const withoutFilter = (xml: string): string => xml.replace(/<autoFilter.*?<\/autoFilter>/s, '');
