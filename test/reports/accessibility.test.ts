import { accessibilityFaults } from '../../src/domain/accessibility/faults';
import type { Choices } from '../../src/commands/choices';
import type { CellValue } from '../../src/domain/reading';
import { describedPlan } from '../describedPlan';
import { sampleSheets } from '../sampleWorkbook';
import { plansOf } from './plansOf';

/** The faults on any of the sheets that are written; what is missing beside them is another matter. */
const faultsOn = (
  sheets: Record<string, CellValue[][]>,
  choices: Partial<Choices> = {},
): string[] =>
  accessibilityFaults({ sheets: plansOf(sheets, choices).map((plan) => describedPlan(plan)) })
    .filter(({ sheet }) => sheet !== undefined)
    .map(({ sheet, rule, what }) => `${sheet}: ${rule}: ${what}`);

const H = ['Ref', 'Cohort', 'Opportunity', 'Original weekly cost', 'Current weekly cost', 'Note'];

describe('every sheet that is written', () => {
  it('keeps to the checklist, from the sample workbook', async () => {
    expect(faultsOn(await sampleSheets())).toEqual([]);
  });

  it.each<[string, CellValue[][]]>([
    ['one young person', [['YP1', 'Cohort 1', '', 900, 600, 'Moved']]],
    [
      'cells that are blank or cannot be read',
      [
        ['', '', '', 1, 2, ''],
        ['YP2', '<16', '', 'TBC', 5, ''],
        ['YP2', '=B', 'Step down', 7, '', 'x'],
        ['YP3', '', '', 0, 0, ''],
      ],
    ],
    [
      'references that are numbers',
      [
        [1001, '1', '', 900, 600, ''],
        [1002, '1', '', 100, 600, ''],
      ],
    ],
  ])('keeps to it with %s', (_, rows) => {
    expect(faultsOn({ Tracker: [H, ...rows] })).toEqual([]);
  });

  it('keeps to it where the lists beside the tracker say little', async () => {
    const sheets = await sampleSheets();
    const short = Object.fromEntries(
      Object.entries(sheets).map(([name, rows]) => [
        name,
        name === 'Tracker' ? rows : rows.slice(0, 3),
      ]),
    );
    expect(faultsOn(short)).toEqual([]);
  });

  it('keeps to it where cells of the lists are blank', async () => {
    const sheets = await sampleSheets();
    for (const blank of [1, 2, 3, 4, 5, 6, 7]) {
      const gaps = Object.fromEntries(
        Object.entries(sheets).map(([name, rows]) => [
          name,
          rows.map((row, r) => row.map((cell, c) => (r > 4 && (r + c) % 8 === blank ? '' : cell))),
        ]),
      );
      expect(faultsOn(gaps)).toEqual([]);
    }
  });
});
