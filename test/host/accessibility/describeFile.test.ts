import fc from 'fast-check';
import { describeFile } from '../../../host/accessibility/describe-file';
import { accessibilityFaults, notLookedAt, RULES } from '../../../src/domain/accessibility/faults';
import { addTable, HEADINGS, inSheet, workbookWith, type Planting } from './plantedWorkbook';

/** One fault for each rule that can be broken beside all others, on a sheet of its own where it has one. */
const PLANTED: Record<string, (planting: Planting) => void> = {
  'document-title': ({ book }) => (book.title = ''),
  'document-language': ({ book }) => ((book as { language?: string }).language = undefined),
  cover: ({ book }) => (book.getWorksheet('Cover')!.name = 'About'),
  'contents-links': ({ addSheet, unlisted }) => {
    addSheet('Left out of the contents');
    unlisted.add('Left out of the contents');
  },
  links: ({ addSheet }) => {
    addSheet('Link').getCell('A3').value = { text: 'More', hyperlink: "#'Gone since'!A1" };
  },
  'opens-on': ({ book }) => {
    book.views = [
      { x: 0, y: 0, width: 1, height: 1, firstSheet: 0, activeTab: 3, visibility: 'visible' },
    ];
  },
  'sheet-name': ({ addSheet }) => addSheet('Sheet1 (2)'),
  'hidden-sheet': ({ addSheet, unlisted }) => {
    addSheet('Workings').state = 'veryHidden';
    unlisted.add('Workings');
  },
  'blank-sheet': ({ book }) => book.addWorksheet('To do'),
  'sheet-title': ({ addSheet }) => (addSheet('Untitled costs').getCell('A1').value = null),
  'merged-cells': ({ addSheet }) => addSheet('Merged').mergeCells('A1:C1'),
  'hidden-cells': ({ addSheet }) => (addSheet('Hidden row').getRow(5).hidden = true),
  'header-footer': ({ addSheet }) => {
    addSheet('Footer').headerFooter.oddFooter = '&LPage &P';
  },
  'alternative-text': ({ book, addSheet }) => {
    const base64 =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const image = book.addImage({ base64, extension: 'png' });
    addSheet('Picture').addImage(image, { tl: { col: 4, row: 8 }, ext: { width: 9, height: 9 } });
  },
  'freeze-panes': ({ addSheet }) => {
    addSheet('Frozen').views = [{ state: 'frozen', ySplit: 4 }];
  },
  filters: ({ book }) => {
    const sheet = book.addWorksheet('Filter');
    sheet.getCell('A1').value = 'Filter';
    addTable(sheet, 2, ['Placement', 'Provider'], [['Fostering', 'Own']], { filterButton: true });
  },
  cursor: ({ addSheet }) => {
    addSheet('Cursor').views = [{ state: 'normal', activeCell: 'B5' }];
  },
  table: ({ book }) => {
    const sheet = book.addWorksheet('No table');
    sheet.getCell('A1').value = 'No table';
    sheet.getCell('A3').value = 'Fostering';
    sheet.getCell('B3').value = 12;
  },
  'one-table': ({ addSheet }) =>
    addTable(addSheet('Two tables'), 4, ['Month'], [['May']], { left: 5 }),
  'left-edge': ({ book }) => {
    const sheet = book.addWorksheet('Away from the edge');
    sheet.getCell('A1').value = 'Away from the edge';
    addTable(sheet, 3, ['Month'], [['May']], { left: 2 });
  },
  'beside-table': ({ addSheet }) => (addSheet('Beside').getCell('E1').value = 'Draft'),
  'header-row': ({ book }) => {
    const sheet = book.addWorksheet('No headings');
    sheet.getCell('A1').value = 'No headings';
    addTable(sheet, 3, ['Month'], [['May'], ['June']], { headerRow: false });
  },
  'blank-heading': ({ addSheet }) => (addSheet('Blank heading').getCell('A4').value = null),
  'repeated-heading': ({ addSheet }) =>
    (addSheet('Repeated heading').getCell('C4').value = 'CHILDREN '),
  'one-header-row': ({ addSheet }) =>
    addSheet('Two rows of headings', [
      ['', 'at year end', '2024/25'],
      ['Fostering', 12, 890.5],
      ['Residential', 6, 5200],
    ]),
  'blank-rows': ({ addSheet }) =>
    addSheet('Blank row', [
      ['Fostering', 12, 890.5],
      [null, null, null],
      ['Residential', 6, 5200],
    ]),
  'empty-cells': ({ addSheet }) => {
    const sheet = addSheet('Empty cells', [
      ['Fostering', 12, null],
      ['Residential', null, 5200],
    ]);
    sheet.getCell('A2').value = 'Weekly costs in pounds.';
  },
  marks: ({ addSheet }) =>
    addSheet('Marks', [
      ['Fostering', '[x]', 1],
      ['Residential', 2, 3],
    ]),
  'numbers-right': ({ addSheet }) =>
    (addSheet('Left').getCell('B4').alignment = { horizontal: 'left' }),
  'colour-alone': ({ addSheet }) => {
    addSheet('Colour').getCell('C5').fill = {
      type: 'pattern',
      pattern: 'solid',
      fgColor: { argb: 'FFFFFF00' },
    };
  },
  'note-references': ({ addSheet }) =>
    (addSheet('Lost note').getCell('A3').value = 'Costs are gross [note 9].'),
  'unused-notes': ({ notes }) => notes.push([7, 'Nobody refers to this.']),
};
/** What cannot be missing beside the faults of what it holds. */
const LEFT_OUT: Record<string, string> = { contents: 'Contents', 'notes-sheet': 'Notes' };

const faultsIn = async (bytes: Uint8Array) => accessibilityFaults(await describeFile(bytes));

describe('a file', () => {
  it('that keeps to the checklist has no fault, and everything of it is looked at', async () => {
    const described = await describeFile(await workbookWith(() => {}));
    expect(accessibilityFaults(described)).toEqual([]);
    expect(notLookedAt(described)).toEqual([]);
  });

  it('with all faults at once has each of them once', async () => {
    const bytes = await workbookWith((planting) => {
      for (const plant of Object.values(PLANTED)) plant(planting);
    });
    const faults = await faultsIn(bytes);
    expect(faults.map(({ rule }) => rule).sort()).toEqual(Object.keys(PLANTED).sort());
    expect([...Object.keys(PLANTED), ...Object.keys(LEFT_OUT)].sort()).toEqual(
      RULES.map(({ id }) => id).sort(),
    );
  });

  it.each(Object.keys(PLANTED))('with the one fault ‘%s’ has that one alone', async (rule) => {
    const faults = await faultsIn(await workbookWith(PLANTED[rule]!));
    expect(faults.map((fault) => fault.rule)).toEqual([rule]);
    for (const { what, mend } of faults) {
      expect(what).toMatch(/^[A-Z‘[\d].*\.$/);
      expect(mend).toMatch(/^[A-Z].*\.$/);
    }
  });

  it.each(Object.entries(LEFT_OUT))(
    'without what ‘%s’ asks for has that fault',
    async (rule, sheet) => {
      const plant = ({ book }: Planting) => (book.getWorksheet('Cover')!.getCell('A1').value = 'T');
      const faults = await faultsIn(await workbookWith(plant, [sheet]));
      const others = rule === 'contents' ? ['unused-notes'] : [];
      expect(faults.map((fault) => fault.rule).sort()).toEqual([rule, ...others].sort());
    },
  );

  it('of whatever rows and texts has no fault as long as it keeps to the checklist', async () => {
    const text = fc
      .string({ minLength: 1, maxLength: 20 })
      .filter((each) => /^[A-Za-z]{2}/.test(each));
    const amount = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constant('[c]'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(text, fc.integer(), fc.option(amount)), { minLength: 2, maxLength: 9 }),
        async (rows) => {
          const numbers = rows.filter(([, , cost]) => typeof cost === 'number');
          fc.pre(numbers.length > 0);
          const bytes = await workbookWith(({ addSheet }) => addSheet('Whatever', rows));
          expect(await faultsIn(bytes)).toEqual([]);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('is read wherever its parts lie and in whatever form its texts are', async () => {
    const bytes = await workbookWith(({ addSheet, afterwards }) => {
      const sheet = addSheet('Odd');
      afterwards.push(
        inSheet(sheet, (xml) =>
          xml.replace(
            /<c r="A1"[^>]*>.*?<\/c>/,
            '<c r="A1" t="inlineStr"><is><r><t>An </t></r><r><t>odd &amp; one</t></r></is></c>',
          ),
        ),
        async (zip) => {
          const path = 'xl/_rels/workbook.xml.rels';
          const xml = await zip.file(path)!.async('string');
          zip.file(path, xml.replaceAll('Target="worksheets/', 'Target="/xl/worksheets/'));
        },
      );
    });
    const { sheets } = await describeFile(bytes);
    expect(sheets.at(-1)!.cells[0]![0]).toBe('An odd & one');
    expect(sheets.at(-1)!.tables).toHaveLength(1);
    expect(sheets.at(-1)!.cells[3]!).toEqual(HEADINGS);
  });
});
