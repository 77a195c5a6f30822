import JSZip from 'jszip';

/** How a library's package is finished for publication. */
export interface Finish {
  /** The document's title. */
  title: string;
  /** Parts that are left out, with what leads to them, such as 'docProps/custom.xml'. */
  without?: readonly string[];
  /** Changes a part's XML. */
  rewrite?: (part: string, xml: string) => string;
}

/** The same for all files, so that the same appendix makes the same file. */
const TIME_STAMP = new Date(Date.UTC(2000, 0, 1));

/**
 * An Office file as it is published: the libraries write who made it, when, and parts that stay empty;
 * here its properties are a title and a language, and nothing else.
 */
export async function finished(
  bytes: Uint8Array | ArrayBuffer,
  finish: Finish,
): Promise<Uint8Array> {
  const { without = [], rewrite = (_part, xml) => xml } = finish;
  const made = await JSZip.loadAsync(bytes);
  const published = new JSZip();
  for (const file of Object.values(made.files)) {
    const { name, dir } = file;
    if (dir || without.some((part) => name === part || name === relationsOf(part))) continue;
    const content = /\.(xml|rels)$/.test(name)
      ? rewritten(name, await file.async('string'))
      : await file.async('uint8array');
    published.file(name, content, { date: TIME_STAMP, createFolders: false });
  }
  return published.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });

  function rewritten(name: string, xml: string): string {
    if (name === 'docProps/core.xml') return coreProperties(finish.title);
    if (name === 'docProps/app.xml') return NO_PROPERTIES;
    const leadsNowhere = (element: string): boolean =>
      without.some((part) => leadsTo(element, part));
    return rewrite(
      name,
      xml.replace(/<(?:Override|Relationship) [^>]*\/>/g, (element) =>
        leadsNowhere(element) ? '' : element,
      ),
    );
  }
}

/** 'word/comments.xml' has its own relations in 'word/_rels/comments.xml.rels'. */
const relationsOf = (part: string): string => part.replace(/([^/]+)$/, '_rels/$1.rels');

/** Relationships name a part from their own folder, the list of content types from the root. */
const leadsTo = (element: string, part: string): boolean =>
  element.includes(`PartName="/${part}"`) ||
  element.includes(`Target="${part}"`) ||
  element.includes(`Target="${part.slice(part.indexOf('/') + 1)}"`);

const NO_PROPERTIES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>';

const coreProperties = (title: string): string =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
  ' xmlns:dc="http://purl.org/dc/elements/1.1/">' +
  `<dc:title>${escapedXml(title)}</dc:title><dc:language>en-GB</dc:language>` +
  '</cp:coreProperties>';

export const escapedXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
