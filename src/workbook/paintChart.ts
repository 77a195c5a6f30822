import { POINTS_A_LINE, type ImageChart } from '../reports/sheetImage';

/** A chart of the add-in's as it stands on a sheet. */
export interface StandingChart {
  id: string;
  /** As the add-in last painted it. */
  painted: ImageChart;
  /** False where the officer has made of it what no longer has bars or lines to bring up to date. */
  hasAxes: boolean;
  /** False where the officer has moved it or changed its size since. */
  inPlace: boolean;
  /** True where it stands below the table, so that rows which the table grows by have to push it down. */
  isBelow: boolean;
  /** Points from the sheet's corner. */
  box: ChartBox;
}

export interface ChartBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Dark enough on white, and apart from Excel's own choice of the day. */
const BARS = '#0B6B6F';
const TITLE_SIZE = 12;
/** Per cent of a bar. */
const BETWEEN_BARS = 50;

/**
 * Queues what makes the sheet show the chart, or none: a new one where none stands; one that does
 * is brought up to date and keeps what the officer chose for its look and place.
 */
export function paintChart(
  sheet: Excel.Worksheet,
  chart: ImageChart | undefined,
  standing: StandingChart | undefined,
): void {
  if (!chart) {
    if (standing) sheet.charts.getItem(standing.painted.name).delete();
  } else if (standing?.hasAxes) {
    update(sheet, chart, standing);
  } else {
    if (standing) sheet.charts.getItem(standing.painted.name).delete();
    const added = add(sheet, chart);
    if (standing && !standing.inPlace) added.set(standing.box);
  }
}

/**
 * Queues the chart as it stood, in the place where it stood.
 * @param now as it is painted now; undefined where it is gone
 */
export function putChartBack(
  sheet: Excel.Worksheet,
  earlier: StandingChart,
  now: ImageChart | undefined,
): void {
  const { painted, box } = earlier;
  const standing = now && { ...earlier, painted: now, hasAxes: true, inPlace: false };
  paintChart(sheet, painted, standing);
  sheet.charts.getItem(painted.name).set(box);
}

function add(sheet: Excel.Worksheet, image: ImageChart): Excel.Chart {
  const chart = sheet.charts.add(
    Excel.ChartType.barClustered,
    valuesWithHeading(sheet, image),
    Excel.ChartSeriesBy.columns,
  );
  chart.name = image.name;
  chart.title.text = image.title;
  chart.title.format.font.size = TITLE_SIZE;
  chart.title.format.font.bold = true;
  chart.legend.visible = false;
  const series = chart.series.getItemAt(0);
  series.setXAxisValues(labels(sheet, image));
  series.gapWidth = BETWEEN_BARS;
  series.format.fill.setSolidColor(BARS);
  series.hasDataLabels = true;
  layOutAxes(chart.axes, image);
  place(sheet, chart, image);
  return chart;
}

/**
 * The first row of the table stands on top, its name at the edge even where a bar goes left. Each
 * bar says its length, in its cell's own format, so that the other axis need not.
 */
function layOutAxes({ categoryAxis, valueAxis }: Excel.ChartAxes, image: ImageChart): void {
  categoryAxis.reversePlotOrder = true;
  categoryAxis.position = Excel.ChartAxisPosition.maximum;
  categoryAxis.tickLabelPosition = Excel.ChartAxisTickLabelPosition.low;
  categoryAxis.tickLabelSpacing = 1;
  valueAxis.title.text = image.axisTitle;
  valueAxis.tickLabelPosition = Excel.ChartAxisTickLabelPosition.none;
  valueAxis.majorGridlines.visible = false;
}

function update(sheet: Excel.Worksheet, image: ImageChart, standing: StandingChart): void {
  const { painted, inPlace } = standing;
  const chart = sheet.charts.getItem(painted.name);
  chart.setData(valuesWithHeading(sheet, image), Excel.ChartSeriesBy.columns);
  chart.series.getItemAt(0).setXAxisValues(labels(sheet, image));
  if (image.title !== painted.title) chart.title.text = image.title;
  if (image.axisTitle !== painted.axisTitle) chart.axes.valueAxis.title.text = image.axisTitle;
  if (inPlace) place(sheet, chart, image);
}

const valuesWithHeading = (sheet: Excel.Worksheet, image: ImageChart): Excel.Range =>
  sheet.getRangeByIndexes(image.top - 1, image.values, image.bottom - image.top + 2, 1);

const labels = (sheet: Excel.Worksheet, image: ImageChart): Excel.Range =>
  sheet.getRangeByIndexes(image.top, image.labels, image.bottom - image.top + 1, 1);

function place(sheet: Excel.Worksheet, chart: Excel.Chart, image: ImageChart): void {
  chart.setPosition(sheet.getRangeByIndexes(cornerRow(image), image.left, 1, 1));
  chart.width = image.width;
  chart.height = image.height;
}

/** Earlier versions put charts beside the headings. */
const cornerRow = ({ row, top }: ImageChart): number => row ?? top - 1;

/** A chart on its way from Excel, with the cells where the add-in put it. */
export interface ChartLoad {
  chart: Excel.Chart;
  corners: Excel.Range[];
}

/** @param headings of the table where it stands now: a chart moves with rows that an officer inserts */
export function loadChart(
  sheet: Excel.Worksheet,
  painted: ImageChart,
  headingRow: number,
  headings: Excel.Range | undefined,
): ChartLoad {
  const chart = sheet.charts.getItemOrNullObject(painted.name);
  const row = cornerRow(painted);
  const corners = [
    ...(headings ? [headings.getCell(0, 0).getOffsetRange(row - headingRow, painted.left)] : []),
    sheet.getRangeByIndexes(row, painted.left, 1, 1),
  ];
  return {
    chart: chart.load('id,chartType,left,top,width,height'),
    corners: corners.map((corner) => corner.load('left,top')),
  };
}

/** Points: Excel places charts on whole pixels, of whatever size the screen has. */
const NEAR = 2;

/** Of Excel's types of chart, those that have two axes and are drawn of one column of numbers. */
const WITH_AXES = /^(Bar|Column|Line)/;

/** Undefined where the officer has taken the chart away. */
export function standingChart(
  { chart, corners }: ChartLoad,
  painted: ImageChart,
): StandingChart | undefined {
  if (chart.isNullObject) return undefined;
  const { id, left, top, width, height } = chart;
  const box = { left, top, width, height };
  const standing = corners.filter((corner) => !corner.isNullObject);
  const isNear = (one: number, other: number): boolean => Math.abs(one - other) <= NEAR;
  return {
    id,
    painted,
    hasAxes: WITH_AXES.test(chart.chartType),
    inPlace:
      isNear(width, painted.width) &&
      isNear(height, painted.height) &&
      standing.some((corner) => isNear(left, corner.left) && isNear(top, corner.top)),
    isBelow: painted.row !== undefined && top >= standing[0]!.top - POINTS_A_LINE - NEAR,
    box,
  };
}
