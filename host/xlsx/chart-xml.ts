import { localAddress } from '../model/address';
import { plainValue, valueOf } from '../model/cells';
import type { Chart, ChartAxis, ChartSeries, ChartSource, Text } from '../model/chart';
import { escapeXml } from './package';

/** The parts of DrawingML that charts are written in (ECMA-376, part 1, 20 and 21.2). */
export const NAMESPACES = {
  chart: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  drawing: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  sheetDrawing: 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing',
};

const CATEGORY_AXIS = 1;
const VALUE_AXIS = 2;

/** A line's colour in Excel's own charts: a light grey of the theme. */
const LINE = '<a:ln w="9525"><a:solidFill><a:srgbClr val="BFBFBF"/></a:solidFill></a:ln>';

/** A chart as a part of its own, with the values that its cells hold now. */
export function chartXml(chart: Chart): string {
  const isBar = chart.type === 'BarClustered';
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<c:chartSpace xmlns:c="${NAMESPACES.chart}" xmlns:a="${NAMESPACES.drawing}" xmlns:r="${NAMESPACES.relations}">`,
    '<c:roundedCorners val="0"/><c:chart>',
    titleXml(chart.title),
    `<c:autoTitleDeleted val="${chart.title.visible ? 0 : 1}"/><c:plotArea><c:layout/>`,
    `<c:barChart><c:barDir val="${isBar ? 'bar' : 'col'}"/><c:grouping val="clustered"/><c:varyColors val="0"/>`,
    ...chart.series.map(seriesXml),
    `<c:gapWidth val="${chart.series[0]?.gapWidth ?? 182}"/>`,
    `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/></c:barChart>`,
    categoryAxisXml(chart, isBar ? 'l' : 'b'),
    valueAxisXml(chart, isBar ? 'b' : 'l'),
    '</c:plotArea>',
    chart.legend.visible ? '<c:legend><c:legendPos val="r"/><c:overlay val="0"/></c:legend>' : '',
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>',
    '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>',
    '</c:chartSpace>',
  ].join('');
}

function titleXml({ text, visible, size, bold }: Text): string {
  return visible ? wordsXml(text, size, bold) : '';
}

const wordsXml = (text: string, size: number, bold: boolean): string => {
  const look = `sz="${size * 100}" b="${bold ? 1 : 0}"`;
  return [
    '<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>',
    `<a:pPr><a:defRPr ${look}/></a:pPr>`,
    `<a:r><a:rPr lang="en-GB" ${look}/><a:t>${escapeXml(text)}</a:t></a:r>`,
    '</a:p></c:rich></c:tx><c:overlay val="0"/></c:title>',
  ].join('');
};

function seriesXml({ name, values, labels, fill, hasDataLabels }: ChartSeries, i: number): string {
  return [
    `<c:ser><c:idx val="${i}"/><c:order val="${i}"/><c:tx>`,
    typeof name === 'string' ? `<c:v>${escapeXml(name)}</c:v>` : stringsXml(name),
    '</c:tx>',
    fill ? `<c:spPr><a:solidFill><a:srgbClr val="${fill.slice(1)}"/></a:solidFill></c:spPr>` : '',
    '<c:invertIfNegative val="0"/>',
    hasDataLabels
      ? '<c:dLbls><c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
      : '',
    labels ? `<c:cat>${stringsXml(labels)}</c:cat>` : '',
    `<c:val>${numbersXml(values)}</c:val></c:ser>`,
  ].join('');
}

const formulaOf = ({ sheet, rect }: ChartSource): string =>
  `${sheet.quotedName}!${localAddress(rect).replace(/[A-Z]+|\d+/g, '$$$&')}`;

const pointsXml = (points: (string | undefined)[]): string => {
  const shown = points.map((text, i) =>
    text === undefined ? '' : `<c:pt idx="${i}"><c:v>${escapeXml(text)}</c:v></c:pt>`,
  );
  return `<c:ptCount val="${points.length}"/>${shown.join('')}`;
};

function stringsXml(source: ChartSource): string {
  const texts = source.sheet.cells.map(source.rect, '', (cell) => String(plainValue(cell))).flat();
  return `<c:strRef><c:f>${escapeXml(formulaOf(source))}</c:f><c:strCache>${pointsXml(texts)}</c:strCache></c:strRef>`;
}

/** A blank, a word and a formula that waits for its value have no bar. */
function numbersXml(source: ChartSource): string {
  const { sheet, rect } = source;
  const numbers = sheet.cells.map<string | undefined>(rect, undefined, (cell) => {
    const value = valueOf(cell);
    return typeof value === 'number' ? String(value) : undefined;
  });
  const format = sheet.styleAt(rect.top, rect.left).numberFormat ?? 'General';
  return `<c:numRef><c:f>${escapeXml(formulaOf(source))}</c:f><c:numCache><c:formatCode>${escapeXml(format)}</c:formatCode>${pointsXml(numbers.flat())}</c:numCache></c:numRef>`;
}

const LABELS_AT: Record<string, string> = {
  NextToAxis: 'nextTo',
  High: 'high',
  Low: 'low',
  None: 'none',
};
const CROSSED_AT: Record<string, string> = {
  Automatic: 'autoZero',
  Maximum: 'max',
  Minimum: 'min',
};
export const nameIn = (table: typeof LABELS_AT, value: string | undefined): string | undefined =>
  Object.keys(table).find((name) => table[name] === value);
export const AXIS_WORDS = { LABELS_AT, CROSSED_AT };

/** What both kinds of axis say first, in the schema's order. */
function axisStart(id: number, axis: ChartAxis, side: string): string {
  return [
    `<c:axId val="${id}"/>`,
    `<c:scaling><c:orientation val="${axis.reversed ? 'maxMin' : 'minMax'}"/></c:scaling>`,
    `<c:delete val="${axis.visible ? 0 : 1}"/><c:axPos val="${side}"/>`,
    axis.gridlines ? `<c:majorGridlines><c:spPr>${LINE}</c:spPr></c:majorGridlines>` : '',
    axis.title === undefined ? '' : wordsXml(axis.title, 10, false),
    '<c:numFmt formatCode="General" sourceLinked="1"/>',
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>',
    `<c:tickLblPos val="${LABELS_AT[axis.labelsAt]}"/><c:spPr>${LINE}</c:spPr>`,
  ].join('');
}

function categoryAxisXml({ categoryAxis, valueAxis }: Chart, side: string): string {
  const { labelSpacing } = categoryAxis;
  return [
    `<c:catAx>${axisStart(CATEGORY_AXIS, categoryAxis, side)}`,
    `<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="${CROSSED_AT[valueAxis.crossedAt]}"/>`,
    '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>',
    labelSpacing === undefined ? '' : `<c:tickLblSkip val="${labelSpacing}"/>`,
    '<c:noMultiLvlLbl val="0"/></c:catAx>',
  ].join('');
}

function valueAxisXml({ categoryAxis, valueAxis }: Chart, side: string): string {
  return [
    `<c:valAx>${axisStart(VALUE_AXIS, valueAxis, side)}`,
    `<c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="${CROSSED_AT[categoryAxis.crossedAt]}"/>`,
    '<c:crossBetween val="between"/></c:valAx>',
  ].join('');
}

/** English Metric Units a point. */
export const EMU = 12_700;

/** A chart's frame on a sheet. @param relation of the chart's part, as the drawing names it */
export function frameXml(chart: Chart, id: number, relation: string): string {
  const corner = (name: string, { row, column, x, y }: Chart['from']) =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>${Math.round(x * EMU)}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${Math.round(y * EMU)}</xdr:rowOff></xdr:${name}>`;
  return [
    `<xdr:twoCellAnchor>${corner('from', chart.from)}${corner('to', chart.to)}`,
    '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>',
    `<xdr:cNvPr id="${id}" name="${escapeXml(chart.name)}" descr="${escapeXml(descriptionOf(chart))}"/>`,
    '<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>',
    `<xdr:xfrm xmlns:a="${NAMESPACES.drawing}"><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>`,
    `<a:graphic xmlns:a="${NAMESPACES.drawing}"><a:graphicData uri="${NAMESPACES.chart}"><c:chart xmlns:c="${NAMESPACES.chart}" xmlns:r="${NAMESPACES.relations}" r:id="${relation}"/></a:graphicData></a:graphic>`,
    '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>',
  ].join('');
}

/** A chart that nobody has described is described by its title. */
export const descriptionOf = ({ alternativeText, title }: Chart): string =>
  alternativeText || (title.visible ? title.text : '');
