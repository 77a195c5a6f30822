import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  SimpleField,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
  type ISectionOptions,
  type ParagraphChild,
} from 'docx';
import { displayCell } from '../reports/display';
import type { PlanCell, PlanColumn, SignStyle } from '../reports/plan';
import type { PublishedAppendix, PublishedChart, PublishedPlan } from '../reports/published';
import { chartPicture } from './chartPicture';
import { CELL_MARGIN, MARGIN, PAGE, tableLayouts, type TableLayout } from './documentTable';
import { hiddenMeans, marksExplained, rowsShown } from './marks';
import { noteMark, notesOf, ownNotes, sharedNotes, type NumberedNote } from './numberNotes';
import { finished } from './package';
import { printable } from './printable';

/** On every machine, or one of the same widths in its place. */
const FONT = 'Arial';
const LINK = { color: '0B5394', underline: {} } as const;
const INK = '000000';
const SHADE = 'E7ECF1';
const RULE = { style: BorderStyle.SINGLE, size: 4, color: '7F7F7F' } as const;

/** The library counts letters in half points, and lengths in twentieths of one. */
const half = (points: number): number => Math.round(points * 2);
const twips = (points: number): number => Math.round(points * 20);

/** No picture is higher than a page holds below its heading, in CSS pixels. */
const HIGHEST_PICTURE = 760;

/** A table of no more rows stands on one page with its caption. */
const ROWS_TOGETHER = 14;

const NOTES = 'notes';

/** Parts that the library always writes, and that stay empty. */
const EMPTY_PARTS = ['docProps/custom.xml', 'word/comments.xml'];

/** What of a page's content stands on a page turned the same way. */
interface Piece {
  orientation: TableLayout['orientation'];
  children: FileChild[];
}

/**
 * The appendix as a Word document in English: title, contents with links, a heading and a table with a
 * caption for each plan, charts as pictures with alternative text. What is said of one table stands
 * below it; notes of several are numbered through at the end.
 * No author, no date, no property but title and language; nothing that Word would ask to update.
 */
export async function exportDocument(given: PublishedAppendix): Promise<Uint8Array> {
  const appendix = printable(given);
  const notes = sharedNotes(appendix.plans);
  const context: Context = { notes, numbers: { table: 0, figure: 0 }, signs: appendix.signs };
  const pieces: Piece[] = [front(appendix, context)];
  for (const [i, plan] of appendix.plans.entries()) {
    const picture = plan.chart && (await chartPicture(plan.chart, appendix.signs));
    pieces.push(planPiece(plan, i, picture, context));
  }
  if (notes.length > 0) pieces.push(notesPiece(notes));
  const document = new Document({
    title: appendix.title,
    styles: STYLES,
    numbering: { config: [NOTE_NUMBERS] },
    sections: sectionsOf(pieces, appendix.title),
  });
  return finished(await Packer.toArrayBuffer(document), {
    title: appendix.title,
    without: EMPTY_PARTS,
  });
}

const STYLES = {
  default: {
    document: {
      run: { font: FONT, size: half(11), color: INK, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: twips(6), line: 264, lineRule: LineRuleType.AUTO } },
    },
    title: { run: { size: half(24), bold: true }, paragraph: { spacing: { after: twips(12) } } },
    heading1: {
      run: { size: half(16), bold: true },
      paragraph: { spacing: { before: twips(18), after: twips(6) }, keepNext: true },
    },
    hyperlink: { run: LINK },
  },
  paragraphStyles: [
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { size: half(10), bold: true },
      paragraph: { spacing: { before: twips(8), after: twips(4) }, keepNext: true },
    },
    { id: 'Footer', name: 'footer', basedOn: 'Normal', run: { size: half(9) } },
  ],
};

const NOTE_NUMBERS = {
  reference: NOTES,
  levels: [
    {
      level: 0,
      format: LevelFormat.DECIMAL,
      text: '[note %1]',
      alignment: AlignmentType.START,
      style: { paragraph: { indent: { left: twips(56), hanging: twips(56) } } },
    },
  ],
};

/** A new section only where the page is turned. */
function sectionsOf(pieces: readonly Piece[], title: string): ISectionOptions[] {
  const sections: Piece[] = [];
  for (const { orientation, children } of pieces) {
    const last = sections[sections.length - 1];
    if (last?.orientation === orientation) last.children.push(...children);
    else sections.push({ orientation, children: [...children] });
  }
  return sections.map(({ orientation, children }) => ({
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: {
          width: twips(PAGE.short),
          height: twips(PAGE.long),
          orientation:
            orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(MARGIN),
          right: twips(MARGIN),
          bottom: twips(MARGIN),
          left: twips(MARGIN),
        },
      },
    },
    footers: { default: footer(title) },
    children,
  }));
}

const footer = (title: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        children: [`${title} · Page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES].map(
          (each) => new TextRun({ children: [each] }),
        ),
      }),
    ],
  });

/** How many tables and pictures have a caption so far. */
interface Numbers {
  table: number;
  figure: number;
}

const planMark = (i: number): string => `plan${i + 1}`;
const noteAnchor = ({ number }: NumberedNote): string => `note${number}`;

function front(appendix: PublishedAppendix, context: Context): Piece {
  const { title, lines, about, disclosure, plans } = appendix;
  const columns: PlanColumn[] = [
    { key: 'item', heading: 'Item', format: 'text' },
    { key: 'detail', heading: 'Detail', format: 'text' },
  ];
  return {
    orientation: 'portrait',
    children: [
      new Paragraph({ heading: HeadingLevel.TITLE, children: words(title) }),
      ...lines.map((line) => paragraph(line)),
      heading('Contents'),
      ...plans.map((plan, i) => linked(nameOf(plan), planMark(i))),
      ...(context.notes.length > 0 ? [linked('Notes', NOTES)] : []),
      heading('About the figures'),
      ...(about.length > 0
        ? captionedTable(
            { title: 'What the figures are', columns, rows: about, total: false },
            context,
          )
        : []),
      heading('What is not published'),
      ...[...disclosure, ...hiddenMeans(appendix)].map((sentence) => paragraph(sentence)),
    ],
  };
}

const nameOf = ({ sheet, title }: PublishedPlan): string =>
  sheet === title ? title : `${sheet}: ${title}`;

const linked = (text: string, anchor: string): Paragraph =>
  new Paragraph({ children: [link(text, anchor)] });

const link = (text: string, anchor: string): InternalHyperlink =>
  new InternalHyperlink({ anchor, children: [new TextRun({ text, style: 'Hyperlink' })] });

/** Rows of a table that begins a page: readers but Word part its heading from it where it does not fit. */
const LONG = 8;

const heading = (text: string, anchor?: string, pageBreakBefore = false): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
    ...(pageBreakBefore && { pageBreakBefore }),
    children: anchor ? [new Bookmark({ id: anchor, children: words(text) })] : words(text),
  });

const paragraph = (text: string): Paragraph => new Paragraph({ children: words(text) });

/** Text with its own line breaks. */
const words = (text: string, look: { bold?: boolean; size?: number } = {}): TextRun[] =>
  text
    .split('\n')
    .map((line, i) => new TextRun({ text: line, ...look, ...(i > 0 && { break: 1 }) }));

/** 'Table 3: …', its number a field as Word counts captions, and shown without Word's help. */
function caption(kind: 'Table' | 'Figure', text: string, numbers: Numbers): Paragraph {
  const number = kind === 'Table' ? ++numbers.table : ++numbers.figure;
  return new Paragraph({
    style: 'Caption',
    keepNext: true,
    children: [
      new TextRun(`${kind} `),
      new SimpleField(`SEQ ${kind} \\* ARABIC`, String(number)),
      ...words(`: ${text}`),
    ],
  });
}

interface Context {
  notes: readonly NumberedNote[];
  numbers: Numbers;
  signs: SignStyle;
}

function planPiece(
  plan: PublishedPlan,
  i: number,
  picture: Awaited<ReturnType<typeof chartPicture>>,
  context: Context,
): Piece {
  const { columns } = plan.table;
  const rows = rowsShown(plan);
  const total = plan.total && plan.table.rows.length > 0;
  const explained = afterTable(plan, context.notes);
  return {
    orientation: tableLayouts(columns, rows, context.signs)[0]!.orientation,
    children: [
      // A picture does not fit below much else, and not every reader keeps a heading with it.
      heading(plan.sheet, planMark(i), picture !== undefined || plan.table.rows.length >= LONG),
      ...(plan.commentary ? [paragraph(plan.commentary)] : []),
      ...(plan.chart ? chartParagraphs(plan.chart, picture, context.numbers) : []),
      ...captionedTable(
        { title: plan.title, columns, rows, total, isFollowed: explained.length > 0 },
        context,
      ),
      ...explained,
    ],
  };
}

/** A table as it is shown. */
interface Shown {
  title: string;
  columns: readonly PlanColumn[];
  rows: readonly PlanCell[][];
  total: boolean;
  /** True where words below the table belong to it. */
  isFollowed?: boolean;
}

/** A table below its caption; in parts, each with a caption of its own, where no page is wide enough. */
function captionedTable(shown: Shown, { numbers, signs }: Context): FileChild[] {
  const layouts = tableLayouts(shown.columns, shown.rows, signs);
  return layouts.flatMap((layout, i) => {
    const part = layouts.length > 1 ? ` (part ${i + 1} of ${layouts.length})` : '';
    const isFollowed = shown.isFollowed && i === layouts.length - 1;
    return [
      caption('Table', `${shown.title}${part}`, numbers),
      tableOf({ ...shown, isFollowed }, layout, signs),
    ];
  });
}

/** The picture, whose alternative text is what the sentences say; the sentences where it cannot be drawn. */
function chartParagraphs(
  { title, sentences }: PublishedChart,
  picture: Awaited<ReturnType<typeof chartPicture>>,
  numbers: Numbers,
): Paragraph[] {
  if (!picture) return sentences.map((sentence) => paragraph(sentence));
  const scale = Math.min(1, HIGHEST_PICTURE / picture.height);
  return [
    caption('Figure', title, numbers),
    new Paragraph({
      children: [
        new ImageRun({
          type: 'png',
          data: picture.png,
          transformation: {
            width: Math.round(picture.width * scale),
            height: Math.round(picture.height * scale),
          },
          altText: {
            name: `Figure ${numbers.figure}`,
            title,
            description: ['Bar chart.', ...sentences].join(' '),
          },
        }),
      ],
    }),
  ];
}

function afterTable(plan: PublishedPlan, notes: readonly NumberedNote[]): Paragraph[] {
  const shared = notesOf(plan, notes);
  const marks = shared.flatMap((note, i): ParagraphChild[] => [
    new TextRun(i > 0 ? ', ' : 'Notes: '),
    link(noteMark(note), noteAnchor(note)),
  ]);
  const explained = marksExplained(plan).join(' ');
  const own = ownNotes(plan, notes).join(' ');
  return [
    ...(explained ? [afterTableOf(words(explained), own !== '' || shared.length > 0)] : []),
    ...(own ? [afterTableOf(words(own), shared.length > 0)] : []),
    ...(shared.length > 0 ? [afterTableOf([...marks, new TextRun('.')])] : []),
  ];
}

const afterTableOf = (children: ParagraphChild[], keepNext = false): Paragraph =>
  new Paragraph({ spacing: { before: twips(6) }, ...(keepNext && { keepNext }), children });

function notesPiece(notes: readonly NumberedNote[]): Piece {
  return {
    orientation: 'portrait',
    children: [
      heading('Notes', NOTES),
      ...notes.map(
        (note) =>
          new Paragraph({
            numbering: { reference: NOTES, level: 0 },
            children: [new Bookmark({ id: noteAnchor(note), children: words(note.text) })],
          }),
      ),
    ],
  };
}

function tableOf(
  { columns, rows, total, isFollowed }: Shown,
  layout: TableLayout,
  signs: SignStyle,
): Table {
  const widths = layout.widths.map(twips);
  const isTogether = rows.length <= ROWS_TOGETHER;
  const rowOf = (textOf: (column: number) => string, look: RowLook): TableRow =>
    new TableRow({
      ...(look.isHeading && { tableHeader: true }),
      cantSplit: true,
      children: layout.columns.map(
        (column, i) =>
          new TableCell({
            width: { size: widths[i]!, type: WidthType.DXA },
            ...(look.isHeading && { shading: { fill: SHADE } }),
            children: [
              new Paragraph({
                alignment:
                  columns[column]!.format === 'text' ? AlignmentType.LEFT : AlignmentType.RIGHT,
                ...(look.keepNext && { keepNext: true }),
                spacing: { after: 0 },
                children: words(textOf(column), {
                  size: half(layout.fontSize),
                  ...(look.bold && { bold: true }),
                }),
              }),
            ],
          }),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((all, width) => all + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: CELL_MARGINS,
    borders: BORDERS,
    rows: [
      rowOf((column) => columns[column]!.heading, { isHeading: true, bold: true, keepNext: true }),
      ...rows.map((row, r) => {
        const isLast = r === rows.length - 1;
        // Neither a total nor what explains the table stands alone on a page.
        const isNearEnd = total && r === rows.length - 2;
        return rowOf((column) => displayCell(row[column] ?? null, columns[column]!.format, signs), {
          isHeading: false,
          bold: total && isLast,
          keepNext: isLast ? isFollowed === true : isTogether || isNearEnd,
        });
      }),
    ],
  });
}

interface RowLook {
  isHeading: boolean;
  bold: boolean;
  keepNext: boolean;
}

const CELL_MARGINS = {
  marginUnitType: WidthType.DXA,
  left: twips(CELL_MARGIN),
  right: twips(CELL_MARGIN),
  top: twips(1.5),
  bottom: twips(1.5),
};

const NO_RULE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const BORDERS = {
  top: RULE,
  bottom: RULE,
  insideHorizontal: RULE,
  left: NO_RULE,
  right: NO_RULE,
  insideVertical: NO_RULE,
};
