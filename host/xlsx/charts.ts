import type JSZip from 'jszip';
import type { Book } from '../model/book';
import type { Chart } from '../model/chart';
import { chartXml, frameXml, NAMESPACES } from './chart-xml';
import { escapeXml, rewrite, unescapeXml } from './package';
import { framesOf, readChart, relationOf } from './read-chart';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPES = {
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
};

/** Of the elements that may stand in a sheet's part after its drawing, those that files have. */
const AFTER_DRAWING =
  /<(?:legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|tableParts|extLst)\b|<\/worksheet>/;

interface Relation {
  id: string;
  type: string;
  /** The part's path in the package. */
  target: string;
}

/** Gives the sheets of a saved package their charts, which ExcelJS does not write. */
export async function writeCharts(book: Book, zip: JSZip): Promise<void> {
  const parts = await sheetParts(zip);
  let written = 0;
  for (const sheet of book.sheets) {
    const charts = book.charts.filter((chart) => chart.sheet === sheet);
    const part = parts.get(sheet.name);
    if (charts.length === 0 || part === undefined) continue;
    const drawing = await drawingOf(zip, part);
    const frames: string[] = [];
    for (const chart of charts) {
      const chartPart = `xl/charts/chart${++written}.xml`;
      zip.file(chartPart, chartXml(chart));
      await declare(zip, chartPart, TYPES.chart);
      const relation = await relate(zip, drawing, 'chart', chartPart);
      // Pictures of the file's own have the lower numbers.
      frames.push(frameXml(chart, 1000 + written, relation));
    }
    await rewrite(zip, drawing, (xml) =>
      xml.replace('</xdr:wsDr>', () => `${frames.join('')}</xdr:wsDr>`),
    );
  }
}

/** Fills the book with the charts of a file that this host can draw. */
export async function readCharts(book: Book, zip: JSZip): Promise<void> {
  const parts = await sheetParts(zip);
  for (const sheet of book.sheets) {
    const part = parts.get(sheet.name);
    const drawing = part && (await relationsOf(zip, part)).find(({ type }) => type === 'drawing');
    const xml = drawing && (await zip.file(drawing.target)?.async('string'));
    if (!xml) continue;
    const relations = await relationsOf(zip, drawing.target);
    for (const frame of framesOf(xml)) {
      const target = relations.find(({ id }) => id === relationOf(frame))?.target ?? '';
      const chartPart = await zip.file(target)?.async('string');
      const chart = chartPart && readChart(chartPart, frame, sheet, chartId(book));
      if (chart) book.charts.push(chart);
    }
  }
}

/** An id in the shape of Excel's; a file holds none. */
const chartId = (book: Book): Chart['id'] =>
  `{00000000-0008-0000-0000-${String(book.nextId()).padStart(12, '0')}}`;

/** Each sheet's part, by the sheet's name. */
async function sheetParts(zip: JSZip): Promise<Map<string, string>> {
  const workbook = await zip.file('xl/workbook.xml')!.async('string');
  const relations = await relationsOf(zip, 'xl/workbook.xml');
  const parts = new Map<string, string>();
  for (const [tag] of workbook.matchAll(/<sheet\b[^>]*>/g)) {
    const id = /\br:id="([^"]*)"/.exec(tag)?.[1];
    const name = /\bname="([^"]*)"/.exec(tag)?.[1] ?? '';
    const part = relations.find((relation) => relation.id === id);
    if (part) parts.set(unescapeXml(name), part.target);
  }
  return parts;
}

/** The sheet's drawing; a new and empty one where it has none. */
async function drawingOf(zip: JSZip, sheetPart: string): Promise<string> {
  const drawing = (await relationsOf(zip, sheetPart)).find(({ type }) => type === 'drawing');
  if (drawing) return drawing.target;
  let number = 1;
  while (zip.file(`xl/drawings/drawing${number}.xml`)) number++;
  const part = `xl/drawings/drawing${number}.xml`;
  zip.file(
    part,
    `${HEAD}<xdr:wsDr xmlns:xdr="${NAMESPACES.sheetDrawing}" xmlns:a="${NAMESPACES.drawing}" xmlns:r="${NAMESPACES.relations}"></xdr:wsDr>`,
  );
  await declare(zip, part, TYPES.drawing);
  const relation = await relate(zip, sheetPart, 'drawing', part);
  await rewrite(zip, sheetPart, (xml) =>
    xml.replace(
      AFTER_DRAWING,
      (after) => `<drawing xmlns:r="${NAMESPACES.relations}" r:id="${relation}"/>${after}`,
    ),
  );
  return part;
}

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);

const relationsPart = (part: string): string =>
  `${folderOf(part)}_rels/${part.slice(folderOf(part).length)}.rels`;

async function relationsOf(zip: JSZip, part: string): Promise<Relation[]> {
  const xml = (await zip.file(relationsPart(part))?.async('string')) ?? '';
  return [...xml.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => {
    const attribute = (name: string) =>
      unescapeXml(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
    return {
      id: attribute('Id'),
      type: attribute('Type').split('/').at(-1)!,
      target: resolved(folderOf(part), attribute('Target')),
    };
  });
}

/** 'xl/worksheets/' and '../drawings/drawing1.xml' are 'xl/drawings/drawing1.xml'. */
const resolved = (folder: string, target: string): string =>
  new URL(target, `package:///${folder}`).pathname.slice(1);

/** @returns the relation's id */
async function relate(
  zip: JSZip,
  part: string,
  type: 'drawing' | 'chart',
  target: string,
): Promise<string> {
  const path = relationsPart(part);
  if (!zip.file(path)) {
    zip.file(path, `${HEAD}<Relationships xmlns="${PACKAGE_RELATIONS}"></Relationships>`);
  }
  const taken = new Set((await relationsOf(zip, part)).map(({ id }) => id));
  let number = 1;
  while (taken.has(`rId${number}`)) number++;
  const relation = `<Relationship Id="rId${number}" Type="${NAMESPACES.relations}/${type}" Target="/${escapeXml(target)}"/>`;
  await rewrite(zip, path, (xml) =>
    xml.replace('</Relationships>', () => `${relation}</Relationships>`),
  );
  return `rId${number}`;
}

async function declare(zip: JSZip, part: string, type: string): Promise<void> {
  await rewrite(zip, '[Content_Types].xml', (types) =>
    types.replace('</Types>', `<Override PartName="/${part}" ContentType="${type}"/></Types>`),
  );
}
