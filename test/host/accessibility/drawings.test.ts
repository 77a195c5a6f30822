import JSZip from 'jszip';
import { drawingsOf } from '../../../host/accessibility/drawings';

const NAMESPACES =
  'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"';
const FROM = '<xdr:from><xdr:col>2</xdr:col><xdr:row>8</xdr:row></xdr:from>';
const shape = (kind: string, facts: string, inside = '') =>
  `<xdr:${kind}><xdr:nv><xdr:cNvPr id="2" ${facts}>${inside}</xdr:cNvPr></xdr:nv></xdr:${kind}>`;
const frame = (uri: string, facts: string) =>
  `<xdr:graphicFrame><xdr:nv><xdr:cNvPr id="2" ${facts}/></xdr:nv><a:graphic><a:graphicData uri="${uri}"/></a:graphic></xdr:graphicFrame>`;

async function drawingsIn(parts: { drawing?: string; vml?: string }) {
  const zip = new JSZip();
  zip.file('d.xml', `<xdr:wsDr ${NAMESPACES}>${parts.drawing ?? ''}</xdr:wsDr>`);
  zip.file('v.vml', parts.vml ?? '');
  const relation = (type: string, target: string) => ({
    id: type,
    type,
    target,
    isExternal: false,
  });
  return drawingsOf(zip, [relation('drawing', 'd.xml'), relation('vmlDrawing', 'v.vml')]);
}

describe('what lies over the cells of a file', () => {
  it('is found however it is anchored, and told by its alternative text', async () => {
    const found = await drawingsIn({
      drawing: [
        `<xdr:twoCellAnchor>${FROM}${frame('http://schemas.openxmlformats.org/drawingml/2006/chart', 'name="Chart 1"')}</xdr:twoCellAnchor>`,
        `<xdr:oneCellAnchor>${FROM}${shape('pic', 'name="Logo" descr="The council’s logo"')}</xdr:oneCellAnchor>`,
        `<xdr:absoluteAnchor>${shape('sp', 'name="TextBox 3"')}</xdr:absoluteAnchor>`,
        `<xdr:twoCellAnchor>${FROM}<mc:AlternateContent><mc:Choice Requires="sle">${frame('http://schemas.microsoft.com/office/drawing/2010/slicer', 'name="Slicer"')}</mc:Choice><mc:Fallback>${shape('sp', 'name="Old"')}</mc:Fallback></mc:AlternateContent></xdr:twoCellAnchor>`,
      ].join(''),
    });
    const at = { top: 8, left: 2, bottom: 8, right: 2 };
    expect(found).toEqual([
      { kind: 'chart', name: 'Chart 1', alternativeText: '', at },
      { kind: 'box', name: 'Slicer', alternativeText: '', at },
      { kind: 'picture', name: 'Logo', alternativeText: 'The council’s logo', at },
      { kind: 'box', name: 'TextBox 3', alternativeText: '', at: undefined },
    ]);
  });

  it('needs none where it is decorative, and a group counts as one', async () => {
    const [line, group, ...others] = await drawingsIn({
      drawing: [
        `<xdr:twoCellAnchor>${shape('cxnSp', 'name="Line"', '<adec:decorative val="1"/>')}</xdr:twoCellAnchor>`,
        `<xdr:twoCellAnchor><xdr:grpSp><xdr:nv><xdr:cNvPr id="1" name="Group" descr="Two arrows"/></xdr:nv>${shape('sp', 'name="One"')}${shape('sp', 'name="Two"')}</xdr:grpSp></xdr:twoCellAnchor>`,
      ].join(''),
    });
    expect(line!.alternativeText).not.toBe('');
    expect(group!.alternativeText).toBe('Two arrows');
    expect(others).toEqual([]);
  });

  it('is a button of the old form once, and no comment', async () => {
    const vml = (type: string, facts = '') =>
      `<v:shape id="s1" ${facts}><br><x:ClientData ObjectType="${type}"><x:Anchor>1, 2, 4, 5, 3, 3, 6, 7</x:Anchor></x:ClientData></v:shape>`;
    const found = await drawingsIn({
      drawing: `<xdr:twoCellAnchor>${shape('sp', 'name="Button 1" hidden="1"')}</xdr:twoCellAnchor>`,
      vml: `<xml>${vml('Note')}${vml('Button')}${vml('Button', 'alt="Print"')}</xml>`,
    });
    expect(found.map(({ kind, alternativeText, at }) => [kind, alternativeText, at!.top])).toEqual([
      ['box', '', 4],
      ['box', 'Print', 4],
    ]);
  });
});
