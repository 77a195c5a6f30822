import JSZip from 'jszip';

export type Fault = 'not-a-workbook' | 'old-workbook-or-password' | 'damaged';

const SENTENCES: Record<Fault, string> = {
  'not-a-workbook': 'The file is not an Excel workbook (.xlsx).',
  'old-workbook-or-password':
    'The file is an Excel 97-2003 workbook (.xls) or has a password. Save it as .xlsx without a password and try again.',
  damaged: 'The file is a workbook, but it is damaged and cannot be read.',
};

/** A file that cannot be opened; the message is a sentence for its user. */
export class WorkbookFileError extends Error {
  constructor(
    readonly fault: Fault,
    options?: { cause: unknown },
  ) {
    super(SENTENCES[fault], options);
    this.name = 'WorkbookFileError';
  }
}

/** Opens the zip of a workbook, or says why it is none. */
export async function openPackage(bytes: Uint8Array): Promise<JSZip> {
  const starts = (...marks: number[]) => marks.every((mark, i) => bytes[i] === mark);
  // A compound file: what .xls is, and what Excel puts an encrypted workbook in.
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) throw new WorkbookFileError('old-workbook-or-password');
  if (!starts(0x50, 0x4b)) throw new WorkbookFileError('not-a-workbook');
  let zip: JSZip;
  try {
    zip = await JSZip.loadAsync(bytes);
  } catch (cause) {
    throw new WorkbookFileError('damaged', { cause });
  }
  if (!zip.file('xl/workbook.xml')) throw new WorkbookFileError('not-a-workbook');
  return zip;
}

/** Changes one part of the package, where it is there. */
export async function rewrite(
  zip: JSZip,
  path: string,
  change: (xml: string) => string,
): Promise<void> {
  const part = zip.file(path);
  if (part) zip.file(path, change(await part.async('string')));
}

/** A package's bytes, the same for the same content: the time stamp is fixed. */
export async function closePackage(zip: JSZip): Promise<Uint8Array> {
  const date = new Date(Date.UTC(2000, 0, 1));
  zip.forEach((_path, part) => {
    part.date = date;
  });
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

export const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

export const unescapeXml = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, '&');
