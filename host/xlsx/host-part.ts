import type JSZip from 'jszip';
import type { Book } from '../model/book';
import { sheetId } from '../model/sheet';
import { escapeXml, rewrite, unescapeXml } from './package';

/**
 * What the add-in keeps in a workbook and ExcelJS cannot store: worksheet ids and custom
 * properties, settings, the calculation mode. Excel has parts of its own for these; the host
 * keeps them in a custom XML part, which every reader leaves alone.
 */
const PART = 'customXml/item1.xml';
const NAMESPACE = 'urn:placement-cost-addin:host-state';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';

interface HostState {
  settings: [string, unknown][];
  calculationMode: string;
  sheets: { name: string; id: string; properties: [string, string][] }[];
  tables: { name: string; id: number }[];
}

export async function writeHostPart(book: Book, zip: JSZip): Promise<void> {
  const state: HostState = {
    settings: [...book.settings],
    calculationMode: book.calculationMode,
    sheets: book.sheets.map(({ name, id, customProperties }) => ({
      name,
      id,
      properties: [...customProperties],
    })),
    tables: book.tables.map(({ name, id }) => ({ name, id })),
  };
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<state xmlns="${NAMESPACE}">${escapeXml(JSON.stringify(state))}</state>`;
  zip.file(PART, xml);
  await rewrite(zip, RELATIONS, (relations) =>
    relations.replace(
      '</Relationships>',
      `<Relationship Id="rIdHostState" Type="${RELATION}" Target="../${PART}"/></Relationships>`,
    ),
  );
  await rewrite(zip, '[Content_Types].xml', (types) =>
    types.replace(
      '</Types>',
      `<Override PartName="/${PART}" ContentType="application/xml"/></Types>`,
    ),
  );
}

/** Gives the book what the part holds; a file of Excel's own has none. */
export async function readHostPart(book: Book, zip: JSZip): Promise<void> {
  const xml = await zip.file(PART)?.async('string');
  const text = xml?.includes(NAMESPACE) && /<state\b[^>]*>(.*)<\/state>/s.exec(xml)?.[1];
  if (!text) return;
  const state = JSON.parse(unescapeXml(text)) as HostState;
  book.calculationMode = state.calculationMode;
  for (const [key, value] of state.settings) book.settings.set(key, value);
  for (const { name, id, properties } of state.sheets) {
    const sheet = book.sheetNamed(name);
    if (!sheet) continue;
    sheet.id = id;
    for (const [key, value] of properties) sheet.customProperties.set(key, value);
  }
  for (const { name, id } of state.tables) {
    const table = book.tables.find((one) => one.name === name);
    if (table) table.id = id;
  }
  book.settleIds();
  const known = new Set(state.sheets.map(({ name }) => book.sheetNamed(name)));
  for (const sheet of book.sheets) if (!known.has(sheet)) sheet.id = sheetId(book.nextId());
}
