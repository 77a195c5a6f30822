import { JSDOM } from 'jsdom';
import type JSZip from 'jszip';

/** A part of a package that another one names. */
export interface Relation {
  id: string;
  /** The last word of the type: 'worksheet', 'table', 'drawing'. */
  type: string;
  /** The part's path in the package, or what an external one is called. */
  target: string;
  isExternal: boolean;
}

const { DOMParser } = new JSDOM('').window;

/** A part as a document; undefined where it is not there or not well formed. */
export async function documentOf(zip: JSZip, path: string): Promise<Document | undefined> {
  const xml = await textOf(zip, path);
  return xml === undefined ? undefined : parsed(xml);
}

export const textOf = async (zip: JSZip, path: string): Promise<string | undefined> =>
  zip.file(path)?.async('string');

export function parsed(xml: string): Document | undefined {
  const document = new DOMParser().parseFromString(xml.replace(/^\uFEFF/, ''), 'text/xml');
  return document.getElementsByTagName('parsererror').length > 0 ? undefined : document;
}

/** Elements of a name below another, whatever prefix a program gives them. */
export const every = (within: Document | Element | undefined, name: string): Element[] =>
  within ? [...within.getElementsByTagNameNS('*', name)] : [];

export const first = (within: Document | Element | undefined, name: string): Element | undefined =>
  every(within, name)[0];

export const attribute = (element: Element | undefined, name: string): string =>
  element?.getAttribute(name) ?? '';

/** Of the relationships' namespace, under any prefix, in both editions of the standard. */
export const relationId = (element: Element | undefined): string =>
  [...(element?.attributes ?? [])].find(
    ({ localName, namespaceURI }) =>
      localName === 'id' && /\/relationships$/.test(namespaceURI ?? ''),
  )?.value ?? '';

export const isOn = (value: string): boolean => value === '1' || value === 'true' || value === 'on';

/** The relations of a part; '' is the package itself. Targets are relative, or from the root with '/'. */
export async function relationsOf(zip: JSZip, part: string): Promise<Relation[]> {
  const cut = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, cut);
  const document = await documentOf(zip, `${folder}_rels/${part.slice(cut)}.rels`);
  return every(document, 'Relationship').map((element) => {
    const isExternal = attribute(element, 'TargetMode') === 'External';
    const target = attribute(element, 'Target');
    return {
      id: attribute(element, 'Id'),
      type: attribute(element, 'Type').split('/').pop() ?? '',
      target: isExternal ? target : pathOf(folder, target),
      isExternal,
    };
  });
}

/** @example pathOf('xl/worksheets/', '../tables/table1.xml') // 'xl/tables/table1.xml' */
function pathOf(folder: string, target: string): string {
  try {
    const { pathname } = new URL(target.replaceAll('\\', '/'), `file:///${folder}`);
    return decodeURIComponent(pathname.slice(1));
  } catch {
    // No address at all leads to no part.
    return target;
  }
}
