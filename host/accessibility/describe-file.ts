import type JSZip from 'jszip';
import {
  cellArea,
  type CellLook,
  type LinkDescription,
  type SheetDescription,
  type TableDescription,
  type WorkbookDescription,
} from '../../src/domain/accessibility/description';
import { rectOf, splitSheet } from '../model/address';
import { openPackage, WorkbookFileError } from '../xlsx/package';
import { cellLooks } from './cell-looks';
import { drawingsOf } from './drawings';
import {
  attribute,
  documentOf,
  every,
  first,
  isOn,
  parsed,
  relationId,
  relationsOf,
  textOf,
  type Relation,
} from './parts';
import { sheetCells, stringOf } from './sheet-cells';

/** What the sheets of a file share. */
interface Shared {
  strings: string[];
  looks: CellLook[];
}

/**
 * A file as the rules of accessibility see it, read from its own parts: a library that reads workbooks
 * loses boxes, headers and alternative text. Throws WorkbookFileError for what is no .xlsx.
 */
export async function describeFile(bytes: Uint8Array): Promise<WorkbookDescription> {
  const zip = await openPackage(bytes);
  const roots = await relationsOf(zip, '');
  const book = roots.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const workbook = await documentOf(zip, book);
  if (!workbook) throw new WorkbookFileError('damaged');
  const relations = await relationsOf(zip, book);
  const core = await documentOf(
    zip,
    roots.find(({ type }) => type === 'core-properties')?.target ?? 'docProps/core.xml',
  );
  const shared = await sharedOf(zip, relations);
  const sheets: SheetDescription[] = [];
  for (const element of every(first(workbook, 'sheets'), 'sheet')) {
    const part = relations.find(({ id }) => id === relationId(element));
    sheets.push(await describeSheet(zip, part?.target ?? '', element, shared));
  }
  const activeTab = Number(attribute(first(workbook, 'workbookView'), 'activeTab') || 0);
  return {
    title: first(core, 'title')?.textContent ?? '',
    language: first(core, 'language')?.textContent ?? '',
    opensOn: sheets[activeTab]?.name,
    sheets,
  };
}

async function sharedOf(zip: JSZip, relations: readonly Relation[]): Promise<Shared> {
  const of = (wanted: string) => relations.find(({ type }) => type === wanted)?.target ?? '';
  const strings = (await textOf(zip, of('sharedStrings'))) ?? '';
  return {
    strings: [...strings.matchAll(/<(?:\w+:)?si\b[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g)].map(
      ([, text = '']) => stringOf(text),
    ),
    looks: cellLooks(await documentOf(zip, of('styles'))),
  };
}

const SHEET_DATA = /<((?:\w+:)?sheetData)\b[^>]*>[\s\S]*<\/\1>/;

async function describeSheet(
  zip: JSZip,
  part: string,
  element: Element,
  { strings, looks }: Shared,
): Promise<SheetDescription> {
  const xml = (await textOf(zip, part)) ?? '';
  const data = SHEET_DATA.exec(xml)?.[0] ?? '';
  const rest = parsed(xml.replace(SHEET_DATA, ''));
  if (!rest) throw new WorkbookFileError('damaged');
  const relations = await relationsOf(zip, part);
  const { linkFormulas, hidesRows, ...cells } = sheetCells(data, strings, looks);
  const view = first(rest, 'sheetView');
  return {
    name: attribute(element, 'name'),
    visible: ['', 'visible'].includes(attribute(element, 'state')),
    ...cells,
    tables: await tablesOf(zip, relations),
    merged: every(first(rest, 'mergeCells'), 'mergeCell').flatMap(
      (each) => rectOf(attribute(each, 'ref')) ?? [],
    ),
    drawings: await drawingsOf(zip, relations),
    links: [...linksOf(rest, relations), ...linkFormulas.flatMap(linkOfFormula)],
    hasHeaderOrFooter:
      relations.some(({ type, id }) => type === 'vmlDrawing' && isOfHeader(rest, id)) ||
      [...(first(rest, 'headerFooter')?.children ?? [])].some(
        ({ textContent }) => (textContent ?? '').replace(/&[LCR]/g, '').trim() !== '',
      ),
    isFrozen: every(view, 'pane').some((pane) => /^frozen/.test(attribute(pane, 'state'))),
    isFiltered: [...(rest.documentElement.children ?? [])].some(
      ({ localName }) => localName === 'autoFilter',
    ),
    hidesRows: hidesRows || isOn(attribute(first(rest, 'sheetFormatPr'), 'zeroHeight')),
    hidesColumns: every(first(rest, 'cols'), 'col').some((col) => isOn(attribute(col, 'hidden'))),
    cursor: rectOf(cursorIn(view)) ?? cellArea(0, 0),
  };
}

/** The picture in a header is a drawing of its own. */
const isOfHeader = (sheet: Document, id: string): boolean =>
  every(sheet, 'legacyDrawingHF').some((each) => relationId(each) === id);

/** In a sheet with panes, that of the one that is worked in. */
function cursorIn(view: Element | undefined): string {
  const selections = every(view, 'selection');
  const pane = attribute(first(view, 'pane'), 'activePane') || 'topLeft';
  const own = selections.find((each) => (attribute(each, 'pane') || 'topLeft') === pane);
  return attribute(own ?? selections[0], 'activeCell');
}

async function tablesOf(zip: JSZip, relations: readonly Relation[]): Promise<TableDescription[]> {
  const tables: TableDescription[] = [];
  for (const { target } of relations.filter(({ type }) => type === 'table')) {
    const table = first(await documentOf(zip, target), 'table');
    const area = rectOf(attribute(table, 'ref'));
    if (!table || !area) continue;
    const filter = first(table, 'autoFilter');
    const hidden = every(filter, 'filterColumn').filter((column) =>
      isOn(attribute(column, 'hiddenButton')),
    );
    tables.push({
      name: attribute(table, 'displayName') || attribute(table, 'name'),
      area,
      hasHeaderRow: attribute(table, 'headerRowCount') !== '0',
      hasFilterButtons: filter !== undefined && hidden.length <= area.right - area.left,
    });
  }
  return tables;
}

function linksOf(sheet: Document, relations: readonly Relation[]): LinkDescription[] {
  return every(first(sheet, 'hyperlinks'), 'hyperlink').flatMap((link) => {
    const at = rectOf(attribute(link, 'ref'));
    if (!at) return [];
    const target = relations.find(({ id }) => id === relationId(link))?.target ?? '';
    return [{ at, ...ledTo(target, attribute(link, 'location')) }];
  });
}

/** Some programs keep a place in the workbook as an address that is nothing but a fragment. */
function ledTo(target: string, location: string): Pick<LinkDescription, 'sheet'> {
  const place = target === '' ? location : target.startsWith('#') ? decoded(target.slice(1)) : '';
  const [sheet] = splitSheet(place);
  return sheet === undefined ? {} : { sheet };
}

/** Some write spaces as addresses on the web have them. */
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function linkOfFormula({
  row,
  column,
  formula,
}: {
  row: number;
  column: number;
  formula: string;
}): LinkDescription[] {
  const [, place] = /HYPERLINK\(\s*"#((?:[^"]|"")*)"/i.exec(formula) ?? [];
  if (place === undefined) return [];
  return [{ at: cellArea(row, column), ...ledTo('', place.replaceAll('""', '"')) }];
}
