import { JSDOM } from 'jsdom';
import JSZip from 'jszip';

// A window for each part would take most of the time.
const parser = new new JSDOM('').window.DOMParser();

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The content type that each kind of related part is declared with (ECMA-376, part 1, 15.2). */
const CONTENT_TYPES: Record<string, RegExp> = {
  worksheet: /spreadsheetml\.worksheet\+xml$/,
  table: /spreadsheetml\.table\+xml$/,
  styles: /(spreadsheet|wordprocessing)ml\.styles\+xml$/,
  sharedStrings: /spreadsheetml\.sharedStrings\+xml$/,
  drawing: /officedocument\.drawing\+xml$/,
  chart: /drawingml\.chart\+xml$/,
};

/**
 * What Excel would repair, or refuse, in a saved workbook, and Word in a document: parts that are not well-formed, not
 * declared or of another type than their relationship says; relationships that lead nowhere or are
 * named and missing; parts that nothing leads to; ids, names and headings of tables; charts' frames.
 */
export async function packageFaults(bytes: Uint8Array): Promise<string[]> {
  const zip = await JSZip.loadAsync(bytes);
  const parts = new Map<string, Document>();
  const faults: string[] = [];
  for (const file of Object.values(zip.files).filter(({ dir }) => !dir)) {
    if (!/\.(xml|rels)$/.test(file.name)) continue;
    const document = parser.parseFromString(await file.async('string'), 'text/xml');
    if (document.getElementsByTagName('parsererror').length === 0) parts.set(file.name, document);
    else faults.push(`${file.name} is not well-formed`);
  }
  return [
    ...faults,
    ...relationFaults(parts, new Set(Object.keys(zip.files))),
    ...tableFaults(parts),
    ...chartFaults(parts),
  ];
}

const all = (node: Document | Element, name: string): Element[] => [
  ...node.getElementsByTagName(name),
];

const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? '';

const repeated = (values: string[]): string[] =>
  values.filter((value, i) => values.indexOf(value) !== i);

interface Relation {
  from: string;
  id: string;
  type: string;
  to: string;
}

/** 'xl/_rels/workbook.xml.rels' tells of 'xl/workbook.xml'. */
const partOf = (relations: string): string =>
  relations.replace('_rels/', '').replace(/\.rels$/, '');

function relationsIn(parts: Map<string, Document>): Relation[] {
  return [...parts].flatMap(([name, document]) =>
    !name.endsWith('.rels')
      ? []
      : all(document, 'Relationship')
          .filter((each) => attribute(each, 'TargetMode') !== 'External')
          .map((each) => ({
            from: partOf(name),
            id: attribute(each, 'Id'),
            type: attribute(each, 'Type').split('/').at(-1)!,
            to: new URL(attribute(each, 'Target'), `package:///${partOf(name)}`).pathname.slice(1),
          })),
  );
}

function relationFaults(parts: Map<string, Document>, names: Set<string>): string[] {
  const relations = relationsIn(parts);
  const declared = new Map(
    all(parts.get('[Content_Types].xml')!, 'Override').map((each) => [
      attribute(each, 'PartName').slice(1),
      attribute(each, 'ContentType'),
    ]),
  );
  const reached = new Set(relations.map(({ to }) => to));
  const faults = [
    ...repeated(relations.map(({ from, id }) => `${from} ${id}`)).map(
      (one) => `${one} is there twice`,
    ),
    ...relations
      .filter(({ to }) => !names.has(to))
      .map(({ from, to }) => `${from} leads to no ${to}`),
    ...[...declared.keys()]
      .filter((part) => !names.has(part))
      .map((part) => `${part} is declared and missing`),
    ...relations
      .filter(
        ({ type, to }) => CONTENT_TYPES[type] && !CONTENT_TYPES[type].test(declared.get(to) ?? ''),
      )
      .map(({ type, to }) => `${to} is not declared as ${type}`),
    ...[...parts.keys()]
      .filter((part) => part.startsWith('xl/') && !part.endsWith('.rels') && !reached.has(part))
      .map((part) => `nothing leads to ${part}`),
  ];
  for (const [name, document] of parts) {
    // A live list of all elements takes jsdom most of a minute for a long document.
    for (const element of document.querySelectorAll('*')) {
      for (const { namespaceURI, value } of [...element.attributes]) {
        if (namespaceURI !== RELATIONSHIPS) continue;
        if (!relations.some(({ from, id }) => from === name && id === value)) {
          faults.push(`${name} names ${value}, which is no relationship`);
        }
      }
    }
  }
  return faults;
}

function tableFaults(parts: Map<string, Document>): string[] {
  const tables = [...parts].flatMap(([name, document]) =>
    name.startsWith('xl/tables/') ? [document.documentElement] : [],
  );
  return [
    ...repeated(tables.map((table) => attribute(table, 'id'))).map(
      (id) => `two tables have id ${id}`,
    ),
    ...repeated(tables.map((table) => attribute(table, 'displayName').toUpperCase())).map(
      (name) => `two tables are called ${name}`,
    ),
    ...tables.flatMap((table) => {
      const names = all(table, 'tableColumn').map((column) => attribute(column, 'name'));
      const called = attribute(table, 'displayName');
      return [
        ...names.filter((name) => name.trim() === '').map(() => `${called} has a blank heading`),
        ...repeated(names.map((name) => name.toUpperCase())).map(
          (name) => `${called} has two columns ${name}`,
        ),
      ];
    }),
  ];
}

/** A frame has a number of its own, a name and alternative text, and names a chart with two axes. */
function chartFaults(parts: Map<string, Document>): string[] {
  const faults: string[] = [];
  for (const [name, document] of parts) {
    if (!/^xl\/drawings\/[^/]*\.xml$/.test(name)) continue;
    const frames = all(document, 'xdr:cNvPr');
    faults.push(
      ...repeated(frames.map((frame) => attribute(frame, 'id'))).map(
        (id) => `${name} has id ${id} twice`,
      ),
    );
    for (const frame of frames.filter(
      (each) => each.parentElement?.localName === 'nvGraphicFramePr',
    )) {
      for (const needed of ['name', 'descr']) {
        if (attribute(frame, needed) === '') faults.push(`a chart in ${name} has no ${needed}`);
      }
    }
  }
  for (const [name, document] of parts) {
    if (!name.startsWith('xl/charts/')) continue;
    const axes = all(document, 'c:axId').filter((each) =>
      /Ax$/.test(each.parentElement!.localName),
    );
    const crossed = all(document, 'c:crossAx');
    const ids = axes.map((each) => attribute(each, 'val')).sort();
    if (
      ids.length !== 2 ||
      String(crossed.map((each) => attribute(each, 'val')).sort()) !== String(ids)
    ) {
      faults.push(`${name} has axes that do not cross each other`);
    }
    for (const cache of [...all(document, 'c:numCache'), ...all(document, 'c:strCache')]) {
      const count = Number(attribute(all(cache, 'c:ptCount')[0]!, 'val'));
      const last = Math.max(
        -1,
        ...all(cache, 'c:pt').map((each) => Number(attribute(each, 'idx'))),
      );
      if (last >= count) faults.push(`${name} caches more than it counts`);
    }
  }
  return faults;
}
