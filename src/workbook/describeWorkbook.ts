import type {
  Area,
  CellLook,
  DrawingDescription,
  SheetDescription,
  TableDescription,
  WorkbookDescription,
} from '../domain/accessibility/description';
import type { CellValue } from '../domain/reading';
import { columnNumber, splitAddress } from './address';
import { readAreas } from './readAreas';

/**
 * The open workbook as the rules of accessibility see it, in five round trips at most, and more where
 * its cells are more than Excel gives at once. Excel's API has no language of a document, no
 * alternative text of a chart, and the cursor of the sheet in view alone, which the officer moves;
 * links it gives cell by cell. All of that stays undefined.
 */
export async function describeWorkbook(
  context: Excel.RequestContext,
): Promise<WorkbookDescription> {
  const { workbook } = context;
  const worksheets = workbook.worksheets.load('items/id,items/name,items/visibility');
  const tables = workbook.tables.load('items/name,items/showHeaders,items/showFilterButton');
  const properties = workbook.properties.load('title');
  await context.sync();

  const looks = worksheets.items.map(lookAtSheet);
  const ranges = tables.items.map((table) => ({
    table,
    range: table.getRange().load('address,rowIndex,columnIndex,rowCount,columnCount'),
  }));
  await context.sync();

  const placed = ranges.map(({ table, range }) => placedTable(table, range));
  const columns = placed.flatMap(({ sheet, table }) =>
    lookAtColumns(workbook.worksheets.getItem(sheet), sheet, table),
  );
  await context.sync();

  const mixed = columns.filter(({ body }) => body && isMixed(body));
  const details = lookAtCells(mixed);
  if (details.size > 0) await context.sync();

  const used = looks.filter(({ values }) => !values.isNullObject);
  const read = await readAreas(
    context,
    used.map(({ sheet, values }) => ({
      sheetId: sheet.id,
      area: areaOf(values),
      bytesARow: values.columnCount * BYTES_A_CELL,
    })),
  );
  return {
    title: properties.title,
    sheets: looks.map((look) => {
      const own = columns.filter(({ sheet }) => sheet === look.sheet.name);
      return {
        ...described(look),
        cells: fromA1(look.values, read[used.indexOf(look)]),
        looks: looksOf(own, details),
        tables: placed.filter(({ sheet }) => sheet === look.sheet.name).map(({ table }) => table),
      };
    }),
  };
}

/** What most cells take in Excel's answer; where it proves too little, the read is halved. */
const BYTES_A_CELL = 24;

function lookAtSheet(sheet: Excel.Worksheet) {
  const whole = sheet.getUsedRangeOrNullObject(false).load('rowHidden,columnHidden');
  const { headersFooters } = sheet.pageLayout;
  const { defaultForAllPages, firstPage, evenPages, oddPages } = headersFooters;
  return {
    sheet,
    values: sheet.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount'),
    whole,
    merged: whole.getMergedAreasOrNullObject().load('address'),
    frozen: sheet.freezePanes.getLocationOrNullObject().load('address'),
    filter: sheet.autoFilter.load('enabled'),
    headers: [defaultForAllPages, firstPage, evenPages, oddPages].map((pages) =>
      pages.load('leftHeader,centerHeader,rightHeader,leftFooter,centerFooter,rightFooter'),
    ),
    charts: sheet.charts.load('items/name'),
    shapes: sheet.shapes.load('items/name,items/type,items/altTextDescription'),
  };
}

type SheetLook = ReturnType<typeof lookAtSheet>;

function described(look: SheetLook): Omit<SheetDescription, 'cells' | 'looks' | 'tables'> {
  const { sheet, whole, merged, frozen, filter, headers } = look;
  return {
    name: sheet.name,
    visible: sheet.visibility === Excel.SheetVisibility.visible,
    merged: whole.isNullObject || merged.isNullObject ? [] : areasIn(merged.address),
    drawings: drawingsOn(look),
    hasHeaderOrFooter: headers.some((pages) =>
      [
        pages.leftHeader,
        pages.centerHeader,
        pages.rightHeader,
        pages.leftFooter,
        pages.centerFooter,
        pages.rightFooter,
      ].some((text) => text.trim() !== ''),
    ),
    isFrozen: !frozen.isNullObject,
    isFiltered: filter.enabled,
    // Null where some of them are.
    hidesRows: !whole.isNullObject && (whole.rowHidden as boolean | null) !== false,
    hidesColumns: !whole.isNullObject && (whole.columnHidden as boolean | null) !== false,
  };
}

/** Where Excel lists a chart among the shapes too, it says the alternative text there. */
function drawingsOn({ charts, shapes }: SheetLook): DrawingDescription[] {
  const isChart = ({ name }: Excel.Shape) => charts.items.some((chart) => chart.name === name);
  return [
    ...charts.items.map(({ name }): DrawingDescription => ({
      kind: 'chart',
      name,
      alternativeText: shapes.items.find((shape) => shape.name === name)?.altTextDescription,
    })),
    ...shapes.items
      .filter((shape) => !isChart(shape))
      .map((shape): DrawingDescription => ({
        kind: shape.type === Excel.ShapeType.image ? 'picture' : 'box',
        name: shape.name,
        alternativeText: shape.altTextDescription,
      })),
  ];
}

const areaOf = (range: Excel.Range): Area => ({
  top: range.rowIndex,
  left: range.columnIndex,
  bottom: range.rowIndex + range.rowCount - 1,
  right: range.columnIndex + range.columnCount - 1,
});

/** Blocks named one after another, "Costs!A1:C1,Costs!B4:B5"; a sheet's name may hold anything. */
const areasIn = (addresses: string): Area[] =>
  [...addresses.matchAll(/(?:'(?:[^']|'')*'|[^'!,]+)!([^,]+)/g)].map(([, cells]) => {
    const [first = '', last = first] = cells!.replaceAll('$', '').split(':');
    const [top, left] = corner(first);
    const [bottom, right] = corner(last);
    return { top, left, bottom, right };
  });

const corner = (cell: string): [row: number, column: number] => [
  Number(/\d+$/.exec(cell)?.[0] ?? 1) - 1,
  columnNumber(/^[A-Z]+/i.exec(cell)?.[0] ?? 'A'),
];

function placedTable(
  table: Excel.Table,
  range: Excel.Range,
): { sheet: string; table: TableDescription } {
  return {
    sheet: splitAddress(range.address).sheet,
    table: {
      name: table.name,
      area: areaOf(range),
      hasHeaderRow: table.showHeaders,
      hasFilterButtons: table.showHeaders && table.showFilterButton,
    },
  };
}

/** A table's column: its heading, and the cells below as far as they look the same. */
interface ColumnLook {
  sheet: string;
  worksheet: Excel.Worksheet;
  heading?: { row: number; format: Excel.RangeFormat };
  body?: Excel.RangeFormat;
  area: Area;
}

function lookAtColumns(
  worksheet: Excel.Worksheet,
  sheet: string,
  { area, hasHeaderRow }: TableDescription,
): ColumnLook[] {
  const top = area.top + (hasHeaderRow ? 1 : 0);
  const formatOf = (row: number, column: number, rows: number) => {
    const { format } = worksheet.getRangeByIndexes(row, column, rows, 1);
    format.load('horizontalAlignment');
    format.fill.load('color');
    return format;
  };
  return Array.from({ length: area.right - area.left + 1 }, (_, i): ColumnLook => {
    const column = area.left + i;
    return {
      sheet,
      worksheet,
      heading: hasHeaderRow ? { row: area.top, format: formatOf(area.top, column, 1) } : undefined,
      body: top <= area.bottom ? formatOf(top, column, area.bottom - top + 1) : undefined,
      area: { top, left: column, bottom: area.bottom, right: column },
    };
  });
}

/** Excel says nothing of what differs from cell to cell. */
const isMixed = ({ horizontalAlignment, fill }: Excel.RangeFormat): boolean =>
  !horizontalAlignment || !fill.color;

/** Each takes some hundred bytes in Excel's answer; of longer columns the first cells are looked at. */
const MOST_CELLS = 20_000;

type CellDetails = OfficeExtension.ClientResult<Excel.CellProperties[][]>;

function lookAtCells(mixed: readonly ColumnLook[]): Map<ColumnLook, CellDetails> {
  const most = Math.max(1, Math.floor(MOST_CELLS / Math.max(mixed.length, 1)));
  return new Map(
    mixed.map((column) => {
      const { top, left, bottom } = column.area;
      const range = column.worksheet.getRangeByIndexes(
        top,
        left,
        Math.min(bottom - top + 1, most),
        1,
      );
      const format = { horizontalAlignment: true, fill: { color: true } };
      return [column, range.getCellProperties({ format })];
    }),
  );
}

function looksOf(
  columns: readonly ColumnLook[],
  details: ReadonlyMap<ColumnLook, CellDetails>,
): (CellLook | undefined)[][] {
  const looks: (CellLook | undefined)[][] = [];
  const put = (row: number, column: number, look: CellLook) => {
    (looks[row] ??= [])[column] = look;
  };
  for (const column of columns) {
    const { heading, body, area } = column;
    if (heading) put(heading.row, area.left, lookOf(heading.format));
    const cells = details.get(column)?.value;
    if (cells) {
      cells.forEach(([cell], i) => {
        const { horizontalAlignment, fill } = cell?.format ?? {};
        put(area.top + i, area.left, lookOf({ horizontalAlignment, fill }));
      });
    } else if (body) {
      const look = lookOf(body);
      for (let row = area.top; row <= area.bottom; row++) put(row, area.left, look);
    }
  }
  return looks;
}

const ALIGNMENTS: Record<string, CellLook['alignment']> = {
  General: 'general',
  Left: 'left',
  Center: 'centre',
  CenterAcrossSelection: 'centre',
  Right: 'right',
};

const WHITE = '#FFFFFF';

function lookOf({
  horizontalAlignment,
  fill,
}: {
  horizontalAlignment?: string;
  fill?: { color?: string };
}): CellLook {
  const colour = fill?.color?.toUpperCase();
  return {
    alignment: horizontalAlignment ? (ALIGNMENTS[horizontalAlignment] ?? 'other') : undefined,
    fill: colour === WHITE ? '' : colour,
  };
}

/** What was read, with the rows above and the columns before it. */
function fromA1(used: Excel.Range, rows: CellValue[][] | undefined): CellValue[][] {
  if (!rows) return [];
  const blank: CellValue[] = [];
  const before = new Array<CellValue>(used.columnIndex).fill('');
  return [
    ...new Array<CellValue[]>(used.rowIndex).fill(blank),
    ...rows.map((row) => [...before, ...row]),
  ];
}
