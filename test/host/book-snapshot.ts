import { localAddress, WHOLE_SHEET } from '../../host/model/address';
import { plainFormula, plainValue, FormulaCell, valueOf, CellError } from '../../host/model/cells';
import type { Book } from '../../host/model/book';
import type { Chart, ChartSource } from '../../host/model/chart';
import type { Sheet } from '../../host/model/sheet';

/** Everything that the model says of a workbook, as plain data to compare. */
export function snapshotOf(book: Book) {
  return {
    date1904: book.date1904,
    calculationMode: book.calculationMode,
    facts: { ...book.facts },
    settings: Object.fromEntries(book.settings),
    active: book.active.name,
    names: [...book.names, ...book.reservedNames].map((name) => ({
      ...name,
      sheet: name.sheet?.name,
    })),
    tables: book.tables.map(({ sheet, ...table }) => ({ ...table, sheet: sheet.name })),
    charts: book.charts.map(chartSnapshot),
    sheets: book.sheets.map(sheetSnapshot),
  };
}

/** A chart that is put back is a new one, with an id of its own. */
function chartSnapshot(chart: Chart) {
  const place = ({ sheet, rect }: ChartSource) => `${sheet.quotedName}!${localAddress(rect)}`;
  const { sheet, name, type, from, to, alternativeText, title, legend } = chart;
  const { categoryAxis, valueAxis } = chart;
  return {
    sheet: sheet.name,
    look: { name, type, alternativeText, title, legend, categoryAxis, valueAxis },
    place: { from, to },
    series: chart.series.map(({ name: of, values, labels, ...look }) => ({
      ...look,
      name: typeof of === 'string' ? of : { cell: place(of) },
      values: place(values),
      labels: labels && place(labels),
    })),
  };
}

function sheetSnapshot(sheet: Sheet) {
  const cells: Record<string, unknown> = {};
  sheet.cells.visit(WHOLE_SHEET, (top, left, cell) => {
    const address = localAddress({ top, left, bottom: top, right: left });
    cells[address] = {
      value: plainValue(cell),
      isError: valueOf(cell) instanceof CellError,
      ...(cell instanceof FormulaCell && {
        formula: plainFormula(cell),
        old: cell.needsCalculation,
      }),
    };
  });
  const { name, id, visibility, tabColor, showGridlines, showHeadings, frozen, page, protection } =
    sheet;
  return {
    name,
    id,
    visibility,
    tabColor,
    showGridlines,
    showHeadings,
    frozen,
    page,
    protection,
    cells,
    formats: sheet.formats.areas(),
    columnWidths: sheet.columnWidths.all(),
    rowHeights: sheet.rowHeights.all(),
    hiddenRows: sheet.hiddenRows.all(),
    hiddenColumns: sheet.hiddenColumns.all(),
    merges: sheet.merges,
    autoFilter: sheet.autoFilter,
    customProperties: Object.fromEntries(sheet.customProperties),
  };
}
