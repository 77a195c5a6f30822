import JSZip from 'jszip';

const SHEET = /^xl\/worksheets\/sheet\d+\.xml$/;
const WITH_VALUE =
  /<c ([^>]*?)(?: t="\w+")?((?: [^>]*)?)>(<f\b[^>]*>[^<]*<\/f>)<v>[^<]*<\/v><\/c>/g;

/**
 * A copy of the file without the value of any formula, so that whoever reads it has to calculate;
 * each sheet's XML changed otherwise as asked.
 */
export async function withoutValues(
  bytes: Uint8Array,
  change: (xml: string, sheet: string) => string = (xml) => xml,
): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  const names = await sheetNames(zip);
  for (const part of Object.keys(zip.files).filter((name) => SHEET.test(name))) {
    const without = (await textOf(zip, part)).replace(WITH_VALUE, '<c $1$2>$3</c>');
    if (/<\/f><v>/.test(without)) throw new Error(`A formula of ${part} still has its value.`);
    zip.file(part, change(without, names.get(part) ?? ''));
  }
  return zip.generateAsync({ type: 'uint8array' });
}

const textOf = (zip: JSZip, part: string): Promise<string> => zip.file(part)!.async('string');

/** The sheets' names by their parts. */
async function sheetNames(zip: JSZip): Promise<Map<string, string>> {
  const relations = await textOf(zip, 'xl/_rels/workbook.xml.rels');
  const sheets = (await textOf(zip, 'xl/workbook.xml')).matchAll(/<sheet [^>]*>/g);
  const attribute = (tag: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(tag)![1]!;
  return new Map(
    [...sheets].map(([sheet]) => {
      const id = attribute(sheet, 'r:id');
      const [relation] = new RegExp(`<Relationship [^>]*Id="${id}"[^>]*>`).exec(relations)!;
      const target = attribute(relation, 'Target').replace(/^\/?(xl\/)?/, '');
      return [`xl/${target}`, attribute(sheet, 'name')];
    }),
  );
}
