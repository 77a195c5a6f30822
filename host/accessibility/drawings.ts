import type JSZip from 'jszip';
import { cellArea, type DrawingDescription } from '../../src/domain/accessibility/description';
import { unescapeXml } from '../xlsx/package';
import { attribute, documentOf, every, first, isOn, textOf, type Relation } from './parts';

const OBJECTS = ['pic', 'graphicFrame', 'sp', 'cxnSp', 'grpSp', 'contentPart'];

/** Charts, pictures, boxes and controls that lie over a sheet's cells; a group counts as one. */
export async function drawingsOf(
  zip: JSZip,
  relations: readonly Relation[],
): Promise<DrawingDescription[]> {
  const found: DrawingDescription[] = [];
  for (const { type, target } of relations) {
    if (type === 'drawing') found.push(...anchored(await documentOf(zip, target)));
    if (type === 'vmlDrawing') found.push(...controls((await textOf(zip, target)) ?? ''));
  }
  return found;
}

function anchored(drawing: Document | undefined): DrawingDescription[] {
  const anchors = ['twoCellAnchor', 'oneCellAnchor', 'absoluteAnchor'].flatMap((name) =>
    every(drawing, name),
  );
  return anchors.flatMap((anchor) => {
    const object = objectIn(anchor);
    const facts = object && first(object, 'cNvPr');
    // The old form of a control stands elsewhere in the file; here it has a hidden double.
    if (!object || !facts || isOn(attribute(facts, 'hidden'))) return [];
    const from = first(anchor, 'from');
    const number = (name: string) => Number(first(from, name)?.textContent ?? 0);
    const isDecorative = every(facts, 'decorative').some((each) => isOn(attribute(each, 'val')));
    return [
      {
        kind: isChart(object) ? 'chart' : object.localName === 'pic' ? 'picture' : 'box',
        name: attribute(facts, 'name'),
        alternativeText: isDecorative ? 'Decorative' : attribute(facts, 'descr'),
        at: from && cellArea(number('row'), number('col')),
      } satisfies DrawingDescription,
    ];
  });
}

/** What an anchor holds, also where a newer program has put an older one's form beside its own. */
function objectIn(anchor: Element): Element | undefined {
  const children = [...anchor.children];
  const own = children.find(({ localName }) => OBJECTS.includes(localName));
  if (own) return own;
  const choices = children.filter(({ localName }) => localName === 'AlternateContent');
  return choices
    .flatMap((each) => every(each, 'Choice'))
    .flatMap((each) => [...each.children])
    .find(({ localName }) => OBJECTS.includes(localName));
}

/** A frame may hold a slicer or a diagram instead. */
const isChart = (object: Element): boolean =>
  object.localName === 'graphicFrame' &&
  /chart/i.test(attribute(first(object, 'graphicData'), 'uri'));

/** Buttons and boxes in the form that programs kept before 2007; comments are kept in it too. */
function controls(vml: string): DrawingDescription[] {
  return [...vml.matchAll(/<v:shape\b([^>]*)>([\s\S]*?)<\/v:shape>/g)].flatMap(
    ([, tag, inside]) => {
      const type = /ObjectType\s*=\s*["'](\w+)["']/.exec(inside!)?.[1];
      if (type === undefined || type === 'Note') return [];
      const [column, , row] = (/<x:Anchor>([^<]*)</.exec(inside!)?.[1] ?? '')
        .split(',')
        .map(Number);
      return [
        {
          kind: type === 'Pict' ? 'picture' : 'box',
          name: '',
          alternativeText: unescapeXml(/\salt\s*=\s*["']([^"']*)["']/.exec(tag!)?.[1] ?? ''),
          at: column === undefined || row === undefined ? undefined : cellArea(row, column),
        } satisfies DrawingDescription,
      ];
    },
  );
}
