import fc from 'fast-check';
import { DrawingCanvas } from '../../host/canvas';
import { exportDocument } from '../../src/copy/exportDocument';
import { displayCell } from '../../src/reports/display';
import type { PublishedAppendix } from '../../src/reports/published';
import { packageFaults } from '../host/package-faults';
import { APPENDIX, appendices } from './appendices';
import { elements, partsOf, saidBeyond, xmlOf } from './packageParts';

const page = globalThis as { OffscreenCanvas?: unknown };

const bodyOf = async (appendix: PublishedAppendix): Promise<Document> =>
  xmlOf((await partsOf(await exportDocument(appendix)))['word/document.xml']!);

/** A paragraph's or a cell's words. */
const wordsOf = (element: Element): string =>
  elements(element, 'w:t')
    .map(({ textContent }) => textContent)
    .join('');

const styled = (body: Document, style: string): string[] =>
  elements(body, 'w:p')
    .filter((each) => elements(each, 'w:pStyle')[0]?.getAttribute('w:val') === style)
    .map(wordsOf);

const rowsOf = (table: Element): string[][] =>
  elements(table, 'w:tr').map((row) => elements(row, 'w:tc').map(wordsOf));

describe('the Word document that is published', () => {
  beforeEach(() => (page.OffscreenCanvas = DrawingCanvas));
  afterEach(() => delete page.OffscreenCanvas);

  it('has a title, headings, and a caption for every table and picture', async () => {
    const body = await bodyOf(APPENDIX);
    expect(styled(body, 'Title')).toEqual([APPENDIX.title]);
    expect(styled(body, 'Heading1')).toEqual([
      'Contents',
      'About the figures',
      'What is not published',
      'Cohorts',
      'Reductions',
      'Notes',
    ]);
    expect(styled(body, 'Caption')).toEqual([
      'Table 1: What the figures are',
      'Table 2: Change in weekly placement cost by cohort',
      'Figure 1: Reductions a week by reason',
      'Table 3: Reductions by reason',
    ]);
    expect(elements(body, 'w:fldSimple').map((each) => each.getAttribute('w:instr'))).toEqual([
      'SEQ Table \\* ARABIC',
      'SEQ Table \\* ARABIC',
      'SEQ Figure \\* ARABIC',
      'SEQ Table \\* ARABIC',
    ]);
  });

  it('shows figures as the sheets do, numbers and their headings to the right', async () => {
    const [, cohorts] = elements(await bodyOf(APPENDIX), 'w:tbl');
    expect(rowsOf(cohorts!)).toEqual([
      ['Cohort', 'Young people', 'Difference a week', 'Since'],
      ['Cohort 1', '57', '-£32,288.74', '01/04/2024'],
      ['Cohort 2', '46', '+£17,563.88', '01/10/2024'],
      ['Total', '103', '-£14,724.86', '01/04/2024'],
    ]);
    const aligned = elements(cohorts!, 'w:tr').map((row) =>
      elements(row, 'w:jc').map((each) => each.getAttribute('w:val')),
    );
    for (const row of aligned) expect(row).toEqual(['left', 'right', 'right', 'right']);
    const bold = elements(cohorts!, 'w:tr').map((row) => elements(row, 'w:b').length > 0);
    expect(bold).toEqual([true, false, false, true]);
  });

  it('says below a table what is said of it alone, and numbers what is said of several at the end', async () => {
    const body = await bodyOf(APPENDIX);
    const numbered = elements(body, 'w:p').filter((each) => elements(each, 'w:numPr').length > 0);
    expect(numbered.map(wordsOf)).toEqual(['A year is 52 weeks.']);
    const lines = elements(body, 'w:p').map(wordsOf);
    const [first, second] = lines.flatMap((line, i) => (line.startsWith('Notes: ') ? [i] : []));
    expect(lines.slice(first! - 1, first! + 1)).toEqual(['Costs are gross.', 'Notes: [note 1].']);
    expect(lines.slice(second! - 1, second! + 1)).toEqual([
      'Reasons are read from notes.',
      'Notes: [note 1].',
    ]);
  });

  it('has charts as pictures that say in words what they show', async () => {
    const parts = await partsOf(await exportDocument(APPENDIX));
    const body = xmlOf(parts['word/document.xml']!);
    expect(elements(body, 'wp:docPr').map((each) => each.getAttribute('descr'))).toEqual([
      'Bar chart. The largest is Return home. Two of three reasons are shown.',
    ]);
    const broken = elements(body, 'w:p').filter(
      (each) => elements(each, 'w:pageBreakBefore').length > 0,
    );
    expect(broken.map(wordsOf)).toEqual(['Reductions']);
    const pictures = Object.keys(parts).filter((name) => name.startsWith('word/media/'));
    expect(pictures).toHaveLength(1);
    expect(parts[pictures[0]!]!.slice(1, 4)).toBe('PNG');
  });

  it('says what a chart shows where none can be drawn', async () => {
    delete page.OffscreenCanvas;
    const body = await bodyOf(APPENDIX);
    expect(elements(body, 'w:drawing')).toHaveLength(0);
    const lines = elements(body, 'w:p').map(wordsOf);
    expect(lines).toEqual(expect.arrayContaining(APPENDIX.plans[1]!.chart!.sentences));
  });

  it('is in English, with a title and a language and no other property', async () => {
    const parts = await partsOf(await exportDocument(APPENDIX));
    const [language] = elements(xmlOf(parts['word/styles.xml']!), 'w:lang');
    expect(language!.getAttribute('w:val')).toBe('en-GB');
    const core = xmlOf(parts['docProps/core.xml']!).documentElement;
    expect([...core.children].map(({ nodeName, textContent }) => [nodeName, textContent])).toEqual([
      ['dc:title', APPENDIX.title],
      ['dc:language', 'en-GB'],
    ]);
    expect(parts['word/settings.xml']).not.toContain('updateFields');
  });

  it('goes on below in parts where a table is wider than a page', async () => {
    const columns = Array.from({ length: 25 }, (_, i) => ({
      key: `m${i}`,
      heading: `Month ${i}`,
      format: i === 0 ? ('text' as const) : ('money' as const),
    }));
    const rows = [columns.map((_, i) => (i === 0 ? 'Residential' : 123456.78 + i))];
    const plan = { ...APPENDIX.plans[0]!, total: false, table: { name: 'Wide', columns, rows } };
    const body = await bodyOf({ ...APPENDIX, plans: [plan] });
    const parts = elements(body, 'w:tbl').slice(1);
    expect(parts.length).toBeGreaterThan(1);
    expect(styled(body, 'Caption').slice(1)).toEqual(
      parts.map((_, i) => `Table ${i + 2}: ${plan.title} (part ${i + 1} of ${parts.length})`),
    );
    for (const part of parts) expect(rowsOf(part)[1]![0]).toBe('Residential');
    expect(parts.flatMap((part) => rowsOf(part)[0]!.slice(1))).toEqual(
      columns.slice(1).map(({ heading }) => heading),
    );
    expect(elements(body, 'w:pgSz').at(1)!.getAttribute('w:orient')).toBe('landscape');
  });

  it('is a sound file, says nothing more, and leads where its links say, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(appendices, async (appendix) => {
        const bytes = await exportDocument(appendix);
        expect(await packageFaults(bytes)).toEqual([]);
        const parts = await partsOf(bytes);
        const body = xmlOf(parts['word/document.xml']!);
        // What the officers' own words and the pictures look like is theirs.
        for (const name of Object.keys(parts)) {
          if (/document|footer|media/.test(name)) parts[name] = '';
        }
        parts['docProps/core.xml'] = parts['docProps/core.xml']!.replace(
          /<dc:title>.*<\/dc:title>/s,
          '',
        );
        expect(saidBeyond(parts)).toEqual([]);

        const marks = elements(body, 'w:bookmarkStart').map((each) => each.getAttribute('w:name'));
        const links = elements(body, 'w:hyperlink').map((each) => each.getAttribute('w:anchor'));
        expect(marks).toEqual(expect.arrayContaining(links));
        expect(new Set(marks).size).toBe(marks.length);
        const tables = elements(body, 'w:tbl');
        expect(styled(body, 'Caption').filter((each) => each.startsWith('Table'))).toHaveLength(
          tables.length,
        );
        for (const table of tables) {
          const rows = elements(table, 'w:tr');
          expect(rows.map((row) => elements(row, 'w:tblHeader').length)).toEqual(
            rows.map((_, i) => (i === 0 ? 1 : 0)),
          );
          expect(elements(table, 'w:cantSplit')).toHaveLength(rows.length);
        }
        const numbers = appendix.plans.flatMap(({ table }) =>
          table.rows.flatMap((row) =>
            row.flatMap((cell, i) =>
              typeof cell === 'number'
                ? [displayCell(cell, table.columns[i]!.format, appendix.signs)]
                : [],
            ),
          ),
        );
        const shown = new Set(elements(body, 'w:tc').map(wordsOf));
        expect(numbers.filter((each) => !shown.has(each))).toEqual([]);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });
});
