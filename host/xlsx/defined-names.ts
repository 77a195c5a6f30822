import type { Book, DefinedName } from '../model/book';
import { escapeXml, unescapeXml } from './package';

const ALL = /<definedNames>.*?<\/definedNames>|<definedNames\s*\/>/s;

/**
 * Reads the names from xl/workbook.xml. ExcelJS knows only names of cells, forgets which sheet
 * they belong to, and counts every cell of a range, so it is given none.
 */
export function readNames(book: Book, workbookXml: string): void {
  const block = ALL.exec(workbookXml)?.[0] ?? '';
  for (const [, attributes = '', formula = ''] of block.matchAll(
    /<definedName\b([^>]*)>(.*?)<\/definedName>/gs,
  )) {
    const attribute = (name: string) =>
      unescapeXml(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');
    const index = attribute('localSheetId');
    const name: DefinedName = {
      name: attribute('name'),
      formula: `=${unescapeXml(formula)}`,
      comment: attribute('comment'),
      visible: attribute('hidden') !== '1',
      sheet: index === '' ? undefined : book.sheets[Number(index)],
    };
    (name.name.startsWith('_xlnm.') ? book.reservedNames : book.names).push(name);
  }
}

export const withoutNames = (workbookXml: string): string => workbookXml.replace(ALL, '');

/** Puts the book's names into xl/workbook.xml, after the sheets as the schema wants. */
export function writeNames(book: Book, workbookXml: string): string {
  const names = [...book.reservedNames, ...book.names].map((name) => nameXml(book, name));
  if (names.length === 0) return withoutNames(workbookXml);
  const block = `<definedNames>${names.join('')}</definedNames>`;
  return withoutNames(workbookXml).replace('</sheets>', () => `</sheets>${block}`);
}

function nameXml(book: Book, name: DefinedName): string {
  const scope = name.sheet ? ` localSheetId="${book.sheets.indexOf(name.sheet)}"` : '';
  const comment = name.comment ? ` comment="${escapeXml(name.comment)}"` : '';
  const hidden = name.visible ? '' : ' hidden="1"';
  const formula = escapeXml(name.formula.slice(1));
  return `<definedName name="${escapeXml(name.name)}"${scope}${comment}${hidden}>${formula}</definedName>`;
}
