import { JSDOM } from 'jsdom';
import JSZip from 'jszip';

/** A file's parts by their names: XML as text, pictures as letters of their bytes. */
export async function partsOf(bytes: Uint8Array): Promise<Record<string, string>> {
  const zip = await JSZip.loadAsync(bytes);
  const files = Object.values(zip.files);
  const texts = await Promise.all(
    files.map((file) => file.async(/\.(xml|rels)$/.test(file.name) ? 'string' : 'binarystring')),
  );
  return Object.fromEntries(files.map(({ name }, i) => [name, texts[i]!]));
}

/** Words of a part's XML as a document. */
export const xmlOf = (part: string): Document =>
  new JSDOM(part, { contentType: 'text/xml' }).window.document;

export const elements = (node: Document | Element, name: string): Element[] => [
  ...node.getElementsByTagName(name),
];

/**
 * What of a file says more than was published: who made it, when and with what, where it lay, comments,
 * formulas, links to elsewhere, hidden parts. Sentences, none where nothing does.
 */
export function saidBeyond(parts: Record<string, string>): string[] {
  const names = Object.keys(parts);
  const all = names.map((name) => ({ name, xml: parts[name]! }));
  const holding = (what: RegExp, why: string): string[] =>
    all.filter(({ xml }) => what.test(xml)).map(({ name }) => `${name} ${why}`);
  return [
    ...names
      .filter((name) => /comment|vml|external|pivot|custom|macro|vba|embed|printer/i.test(name))
      .map((name) => `there is ${name}`),
    ...holding(/TargetMode="External"/, 'leads elsewhere'),
    ...holding(/<f[ >/]|<calcChain/, 'has a formula'),
    ...holding(
      /state="(very)?hidden"|<(row|col) [^>]*hidden="(1|true)"|<w:vanish/i,
      'hides something',
    ),
    ...holding(/\/tmp\/|\/home\/|[A-Z]:\\|file:\/\//, 'has a path'),
    ...holding(
      /ExcelJS|Un-named|docx\b.*generat|LibreOffice|Microsoft Excel/i,
      'names who made it',
    ),
    ...holding(
      /<(dc:creator|cp:lastModifiedBy|dcterms:\w+|Company|Manager|Application)\b/,
      'says who or when',
    ),
  ];
}
