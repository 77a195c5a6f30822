import { rectOf, splitSheet } from '../model/address';
import type { Book } from '../model/book';
import {
  Chart,
  NO_TITLE,
  type ChartAxis,
  type ChartSeries,
  type ChartSource,
} from '../model/chart';
import type { Sheet } from '../model/sheet';
import { AXIS_WORDS, descriptionOf, EMU, nameIn } from './chart-xml';
import { unescapeXml } from './package';

const { LABELS_AT, CROSSED_AT } = AXIS_WORDS;

/** What stands between an element's tags, the first of that name; undefined where there is none. */
function inside(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}(?:\\s[^>]*)?>(.*?)</${name}>`, 's').exec(xml)?.[1];
}

const every = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>.*?</${name}>`, 'gs'))].map(([all]) => all);

/** The `val` of the first element of that name. */
const val = (xml: string, name: string): string | undefined =>
  new RegExp(`<${name}\\b[^>]*\\bval="([^"]*)"`).exec(xml)?.[1];

const attribute = (xml: string, name: string): string =>
  unescapeXml(new RegExp(`\\b${name}="([^"]*)"`).exec(xml)?.[1] ?? '');

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

/** The charts' frames of a drawing. */
export const framesOf = (drawingXml: string): string[] =>
  every(drawingXml, 'xdr:twoCellAnchor').filter((anchor) => anchor.includes('<xdr:graphicFrame'));

/** The relation by which a frame names its chart. */
export const relationOf = (frame: string): string =>
  /<c:chart\b[^>]*\br:id="([^"]*)"/.exec(frame)?.[1] ?? '';

/**
 * A chart of a file; undefined for other kinds than the clustered bars or columns that this host
 * draws, and for what draws cells of another workbook.
 */
export function readChart(xml: string, frame: string, sheet: Sheet, id: string): Chart | undefined {
  const plot = inside(xml, 'c:plotArea') ?? '';
  const kinds = [...plot.matchAll(/<c:(\w+Chart)>/g)].map(([, kind]) => kind);
  const bars = inside(plot, 'c:barChart');
  if (kinds.length !== 1 || !bars || val(bars, 'c:grouping') !== 'clustered') return undefined;
  const gapWidth = Number(val(bars, 'c:gapWidth') ?? 150);
  const series = every(bars, 'c:ser').map((one) => readSeries(one, gapWidth, sheet.book));
  const category = inside(plot, 'c:catAx') ?? '';
  const value = inside(plot, 'c:valAx') ?? '';
  const frameTag = /<xdr:cNvPr\b[^>]*>/.exec(frame)?.[0] ?? '';
  const type = val(bars, 'c:barDir') === 'bar' ? 'BarClustered' : 'ColumnClustered';
  const [from, to] = [cornerOf(frame, 'xdr:from'), cornerOf(frame, 'xdr:to')];
  const chart = new Chart(sheet, id, attribute(frameTag, 'name'), type, from, to);
  const head = xml.slice(0, xml.indexOf('<c:plotArea'));
  chart.title = readTitle(head) ?? { ...NO_TITLE };
  chart.legend = { visible: xml.includes('<c:legend>') };
  chart.categoryAxis = readAxis(category, value);
  chart.valueAxis = readAxis(value, category);
  chart.series = series.filter((one) => one !== undefined);
  const description = attribute(frameTag, 'descr');
  if (description !== descriptionOf(chart)) chart.alternativeText = description;
  return chart;
}

function readTitle(xml: string): Chart['title'] | undefined {
  const words = inside(xml, 'c:title');
  if (words === undefined) return undefined;
  const look = /<a:rPr\b[^>]*>/.exec(words)?.[0] ?? '';
  return {
    text: every(words, 'a:t').map(textOf).join(''),
    visible: true,
    size: Number(attribute(look, 'sz') || 1400) / 100,
    bold: isOn(attribute(look, 'b')),
  };
}

const textOf = (element: string): string => unescapeXml(element.replace(/<[^>]*>/g, ''));

/** @param across the other axis, which says where it crosses this one */
function readAxis(xml: string, across: string): ChartAxis {
  const spacing = val(xml, 'c:tickLblSkip');
  return {
    title: readTitle(xml)?.text,
    visible: !isOn(val(xml, 'c:delete')),
    gridlines: xml.includes('<c:majorGridlines'),
    reversed: val(xml, 'c:orientation') === 'maxMin',
    crossedAt: nameIn(CROSSED_AT, val(across, 'c:crosses')) ?? 'Automatic',
    labelsAt: nameIn(LABELS_AT, val(xml, 'c:tickLblPos')) ?? 'NextToAxis',
    labelSpacing: spacing === undefined ? undefined : Number(spacing),
  };
}

function readSeries(xml: string, gapWidth: number, book: Book): ChartSeries | undefined {
  const values = sourceOf(inside(xml, 'c:val'), book);
  if (!values) return undefined;
  const name = inside(xml, 'c:tx') ?? '';
  const fill = /^.*?<c:spPr>.*?<a:srgbClr val="([0-9A-F]{6})"/s.exec(xml.split('<c:cat>')[0]!)?.[1];
  return {
    name: sourceOf(name, book) ?? textOf(inside(name, 'c:v') ?? ''),
    values,
    labels: sourceOf(inside(xml, 'c:cat'), book),
    fill: fill && `#${fill}`,
    gapWidth,
    hasDataLabels: isOn(val(inside(xml, 'c:dLbls') ?? '', 'c:showVal')),
  };
}

function sourceOf(xml: string | undefined, book: Book): ChartSource | undefined {
  const formula = xml && inside(xml, 'c:f');
  if (!formula) return undefined;
  const [sheetName, local] = splitSheet(unescapeXml(formula));
  const sheet = book.sheetNamed(sheetName ?? '');
  const rect = rectOf(local);
  return sheet && rect && { sheet, rect };
}

function cornerOf(frame: string, name: string): Chart['from'] {
  const corner = inside(frame, name) ?? '';
  const number = (part: string) => Number(inside(corner, `xdr:${part}`) ?? 0);
  return {
    row: number('row'),
    column: number('col'),
    x: number('colOff') / EMU,
    y: number('rowOff') / EMU,
  };
}
