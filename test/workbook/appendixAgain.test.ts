import type { CellValue } from '../../src/domain/reading';
import { runSummary } from '../../src/commands/runSummary';
import { NO_COMMENTARY } from '../../src/reports/commentary';
import { dataRows } from '../csvRows';
import { excelWithSheets, valuesOf, type PlayedExcel } from './excelWithSheets';

/** The sample, and two workbooks unlike it. */
const WORKBOOKS: Record<string, Record<string, CellValue[][]>> = {
  'the sample': { Tracker: dataRows('impower-cohorts.csv') },
  'a list without cohorts or dates': {
    'Resi 24': [
      ['Placements'],
      [],
      ['Child ID', 'Baseline £/wk', 'Now £/wk'],
      ['a', '£6,000.00', 1000],
      ['b', 700, 'tbc'],
    ],
  },
  'a tracker over two sheets': {
    North: [
      ['YP', 'Group', 'Weekly cost before', 'Weekly cost after', 'Date of move', 'Comments'],
      ['n1', 'North', 100, 30, '01/02/2024', 'Moved to foster care'],
    ],
    South: [
      ['YP', 'Group', 'Weekly cost before', 'Weekly cost after', 'Date of move', 'Comments'],
      ['s1', '=South', 70, 90, '', 'Uplift agreed'],
    ],
  },
};
const TODAY = '2024-12-03';

describe.each(Object.entries(WORKBOOKS))('the appendix of %s, written again', (_, sheets) => {
  let excel: PlayedExcel;
  beforeAll(async () => {
    excel = await excelWithSheets(sheets);
  });
  afterAll(() => excel.close());

  it('keeps commentary, wording and the places of its tables, and says when it was written', async () => {
    const { host } = excel;
    const firstColumn = (name: string) => valuesOf(host, name).map(([first]) => first);
    const run = (wording: object, moment: string) =>
      runSummary({ wording, asAt: TODAY, basis: '365/7', signs: 'favourable' }, TODAY, { moment });
    const published = ({ summary }: Awaited<ReturnType<typeof run>>) =>
      summary.plans.filter(({ publishable }) => publishable);
    const places = () => host.book.tables.map(({ name, rect }) => [name, rect.top, rect.left]);

    const first = published(await run({ authority: 'Shire' }, '2024-12-03T09:00'));
    const before = places();
    for (const { sheet } of first) {
      const at = firstColumn(sheet).indexOf(NO_COMMENTARY.label) + 1;
      host.workbook.worksheets.getItem(sheet).getRangeByIndexes(at, 0, 1, 1).values = [
        [`'=of ${sheet}\nand on`],
      ];
    }
    const second = published(await run({ committee: 'Scrutiny' }, '2024-12-04T16:30'));
    expect(second.map(({ commentary }) => commentary!.text)).toEqual(
      first.map(({ sheet }) => `=of ${sheet}\nand on`),
    );
    const others = ([name]: (typeof before)[number]) => name !== 'AppendixCover';
    expect(places().filter(others)).toEqual(before.filter(others));
    for (const { sheet } of second.slice(1)) {
      expect(firstColumn(sheet)[1]).toBe('Shire · Scrutiny · Period 9, 2024/25');
      expect(firstColumn(sheet)).toContain(`=of ${sheet}\nand on`);
    }
    expect(firstColumn('Cover').slice(1, 4)).toEqual(['Shire', 'Scrutiny', 'Period 9, 2024/25']);
    expect(valuesOf(host, 'Cover')).toContainEqual(['Written', '4 December 2024 at 16:30']);
    expect(firstColumn('Change reasons')[1]).toBe('Shire · Scrutiny · Period 9, 2024/25');
  });
});
