import type {
  SheetDescription,
  WorkbookDescription,
} from '../../../src/domain/accessibility/description';
import { accessibilityFaults } from '../../../src/domain/accessibility/faults';
import type { CellValue } from '../../../src/domain/reading';

const sheet = (name: string, cells: CellValue[][], table?: SheetDescription['tables'][number]) => ({
  name,
  visible: true,
  cells,
  tables: table ? [table] : [],
});

/** A table of two columns from A3 on, headings included. */
const twoColumns = (name: string, rows: number) => ({
  name,
  area: { top: 2, left: 0, bottom: 2 + rows, right: 1 },
  hasHeaderRow: true,
});

const figures = (reference: string, figure: CellValue = 4): SheetDescription =>
  sheet(
    'Table 1',
    [
      ['Children by placement'],
      [`Read with ${reference}.`],
      ['Placement', 'Children'],
      ['A', figure],
      ['B', 12],
    ],
    twoColumns('Placements', 2),
  );

const notes = (name: string, rows: CellValue[][]): SheetDescription =>
  sheet(
    name,
    [['Notes'], ['What the tables say.'], ['Note', 'Text'], ...rows],
    twoColumns('Notes_list', rows.length),
  );

const THREE: CellValue[][] = [
  ['1', 'As at 31 March.'],
  ['2', 'Costs are gross.'],
  ['3', 'Rounded.'],
];

const faultsOf = (...sheets: SheetDescription[]): string[] => {
  const workbook: WorkbookDescription = {
    sheets: [
      sheet('Cover', [['Children looked after']]),
      sheet('Contents', [['Contents']]),
      ...sheets,
    ],
  };
  return accessibilityFaults(workbook).map(({ rule, what }) => `${rule}: ${what}`);
};
const about = (faults: string[], words: RegExp) => faults.filter((fault) => words.test(fault));

describe('references to notes', () => {
  it.each([
    '[note 1, 2 and 3]',
    '[note 1, note 2, note 3]',
    '[notes 1 to 3]',
    '[Notes 1–3]',
    '[notes 1, 2-3]',
  ])('are read several at once: %s', (reference) => {
    expect(about(faultsOf(figures(reference), notes('Notes', THREE)), /note/)).toEqual([]);
  });

  it.each(['[note 1, note 2, note 7]', '[notes 1 to 7]'])(
    'are each looked for: %s',
    (reference) => {
      const faults = about(faultsOf(figures(reference), notes('Notes', THREE)), /leads to no note/);
      expect(faults).toContain('note-references: [note 7] leads to no note.');
      expect(faults).not.toContain('note-references: [note 2] leads to no note.');
    },
  );

  it('leave none unused', () => {
    expect(about(faultsOf(figures('[notes 1 to 2]'), notes('Notes', THREE)), /unused/)).toEqual([
      'unused-notes: Nothing refers to note 3.',
    ]);
  });
});

describe('sheets known by their names', () => {
  it.each(['Notes', 'notes_and_definitions', 'Notes and shorthand', 'Footnotes'])(
    'are notes: %s',
    (name) => {
      const faults = faultsOf(figures('[notes 1 to 3]'), notes(name, THREE));
      expect(about(faults, /sheet of notes|leads to no note/)).toEqual([]);
    },
  );

  it('are no notes where they are of something else', () => {
    const faults = faultsOf(figures('[note 1]'), notes('Case notes of children', THREE));
    expect(about(faults, /sheet of notes/)).toHaveLength(1);
  });

  it.each([
    ['Cover_sheet', 'Table_of_contents'],
    ['Coversheet', 'Contents_list'],
  ])('are a cover and contents: %s, %s', (cover, contents) => {
    const workbook = {
      sheets: [sheet(cover, [['Title']]), sheet(contents, [['Contents']]), figures('nothing')],
    };
    const faults = accessibilityFaults(workbook).map(({ what }) => what);
    expect(about(faults, /no cover|no sheet of contents/)).toEqual([]);
  });
});

describe('a mark in place of a figure', () => {
  const unexplained = (...sheets: SheetDescription[]) => about(faultsOf(...sheets), /^marks:/);

  it.each(['Notes', 'Shorthand', 'Symbols used'])(
    'is explained by the words beside it: %s',
    (name) => {
      const list = notes(name, [['[c]', 'Confidential: a count of 1 to 5.']]);
      expect(unexplained(figures('nothing', '[c]'), list)).toEqual([]);
    },
  );

  it.each<[string, SheetDescription]>([
    ['nowhere', notes('Notes', [['1', 'Rounded.']])],
    ['without words', notes('Notes', [['[c]', 5]])],
    ['on a sheet of something else', sheet('Working', [['[c]', 'Confidential.']])],
  ])('is not explained %s', (_, list) => {
    expect(unexplained(figures('nothing', '[c]'), list)).not.toEqual([]);
  });
});

describe('numbers typed as text', () => {
  const withColumn = (heading: string, ...values: CellValue[]): string[] =>
    about(
      faultsOf(
        sheet(
          'Table 1',
          [['Title'], ['Words.'], ['Name', heading], ...values.map((value, i) => [`R${i}`, value])],
          twoColumns('Figures', values.length),
        ),
      ),
      /typed as text/,
    );

  it.each([
    ['Weekly cost', ['£1,200.50', '£980', '(£45.10)']],
    ['Share', ['12%', '8.5 %', '[c]']],
    ['Cost', ['1,200', '3,000.10', '2,400']],
    ['Number of children', ['12', '7', '30']],
  ])('are found under %s', (heading, values) => {
    expect(withColumn(heading, ...values)).toHaveLength(1);
  });

  it.each([
    ['Reference', ['12', '7', '30']],
    ['Year', ['2023/24', '2024/25', '2025/26']],
    ['Date', ['12.10.2024', '1 April', '12/10/2024']],
    ['Weekly cost', [1200.5, 980, '[c]']],
    ['Children', ['None', 'Two', '5']],
  ])('are none of %s such as %p', (heading, values) => {
    expect(withColumn(heading, ...(values as CellValue[]))).toEqual([]);
  });
});

describe('rows told apart by a fill', () => {
  const RED = 'red';
  /** Rows of a name, a state and a figure, each with the fill of all of its cells. */
  const filled = (...rows: [string, string, number, string][]): string[] =>
    about(
      faultsOf({
        ...sheet(
          'Table 1',
          [['Title'], ['Words.'], ['Name', 'State', 'Cost'], ...rows.map((row) => row.slice(0, 3))],
          {
            name: 'Figures',
            area: { top: 2, left: 0, bottom: 2 + rows.length, right: 2 },
            hasHeaderRow: true,
          },
        ),
        looks: [[], [], [], ...rows.map(([, , , fill]) => [{ fill }, { fill }, { fill }])],
      }),
      /colour-alone/,
    );

  it('are a fault where no word says what the fill means', () => {
    expect(
      filled(
        ['A', 'Open', 1, ''],
        ['B', 'Open', 2, RED],
        ['C', 'Open', 3, ''],
        ['D', 'Open', 4, ''],
        ['E', 'Open', 5, RED],
      ),
    ).toEqual(['colour-alone: 2 rows of the table ‘Figures’ are told apart by colour alone.']);
    expect(
      filled(['A', 'Open', 1, ''], ['B', 'Open', 2, RED], ['C', 'Open', 3, ''], ['D', '', 4, '']),
    ).toHaveLength(1);
  });

  it('are none where a word goes with it, nor as stripes or totals', () => {
    expect(
      filled(
        ['A', 'Open', 1, ''],
        ['B', 'Late', 2, RED],
        ['C', 'Open', 3, ''],
        ['D', 'Late', 4, RED],
        ['E', 'Open', 5, ''],
        ['F', 'Open', 5, ''],
      ),
    ).toEqual([]);
    expect(
      filled(
        ['A', 'Open', 1, ''],
        ['B', 'Late', 2, RED],
        ['C', 'Open', 3, ''],
        ['D', 'Open', 4, ''],
      ),
    ).toEqual([]);
    expect(
      filled(['A', 'x', 1, ''], ['B', 'y', 2, 'grey'], ['C', 'z', 3, ''], ['D', 'w', 4, 'grey']),
    ).toEqual([]);
    expect(
      filled(['A', 'x', 1, ''], ['B', 'y', 2, ''], ['C', 'z', 3, ''], ['Total', '', 6, 'grey']),
    ).toEqual([]);
  });
});
