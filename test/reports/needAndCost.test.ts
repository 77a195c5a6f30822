import { allProblems } from '../../src/commands/allProblems';
import type { CellValue } from '../../src/domain/reading';
import { sampleSheets } from '../sampleWorkbook';
import { cellsOf, planNamed } from './planNamed';
import { summaryOf } from './plansOf';

const ID = 'need-and-cost';

/** Nine young people whose placements cost £100 a week for each point of need, and one that costs more. */
const rows: CellValue[][] = [
  ...Array.from({ length: 9 }, (_, i): CellValue[] => [
    `A${i + 1}`,
    10 + 5 * i,
    1000 + 500 * i,
    'IFA',
  ]),
  ['A10', 49, 6100, 'Residential'],
];
const listed = (headings: string[], order: number[] = [0, 1, 2, 3]) => ({
  Scores: [['Need and cost'], [], headings, ...rows.map((row) => order.map((at) => row[at]!))],
});

describe('need and cost', () => {
  it('ranks every placement of the sample’s tracker that still costs something, with the reason', async () => {
    const { summary } = summaryOf(await sampleSheets());
    const plan = summary.plans.find(({ id }) => id === ID)!;
    expect(plan.publishable).toBe(false);
    expect(plan.table.rows).toHaveLength(85);
    const excess = cellsOf(plan, 'excess') as number[];
    expect(excess).toEqual([...excess].sort((one, other) => other - one));
    expect(cellsOf(plan, 'reason')[0]).toBe(
      '£5,402 a week above what its need score of 18 suggests; residential',
    );
    expect(plan.notes.join(' ')).toMatch(/no verdict on a child/);
    expect(plan.notes.join(' ')).toMatch(/18 young people are not ranked/);
    expect(plan.notes.join(' ')).toMatch(/To challenge first: ranks 1 to 20,/);
    expect(summary.reconciliation.filter(({ table }) => table === plan.title)).toEqual([]);
  });

  it.each([
    [
      ['Child ref', 'Need score', 'Weekly cost', 'Placement'],
      [0, 1, 2, 3],
    ],
    [
      ['Valuing Care score', 'Mosaic ID', 'Placement type', 'Current £/wk'],
      [1, 0, 3, 2],
    ],
    [
      ['YP', 'Gross cost p/w', 'Complexity rating', 'Setting'],
      [0, 2, 1, 3],
    ],
    [
      ['Initials', 'Placement now', 'Needs total', 'Weekly fee now'],
      [0, 3, 1, 2],
    ],
  ])('is found in a list of its own under %j', (headings, order) => {
    const plan = planNamed(ID, listed(headings, order))!;
    expect(plan.table.rows[0]).toEqual([
      1,
      'A10',
      'Residential',
      49,
      6100,
      4900,
      1200,
      '£1,200 a week above what its need score of 49 suggests; residential',
    ]);
    expect(cellsOf(plan, 'reason')[1]).toBe(
      'Within a pound of what its need score of 10 suggests; IFA',
    );
  });

  it('prefers a list of its own to the tracker, and leaves out who has gone by the tracker', () => {
    const plan = planNamed(ID, {
      ...listed(['Child ref', 'Need score', 'Weekly cost', 'Placement']),
      Tracker: [
        ['Child ref', 'Original weekly cost', 'Current weekly cost', 'Needs score'],
        ['A1', 1000, 0, 10],
        ['A2', 1500, 1500, 15],
      ],
    })!;
    expect(plan.notes.join(' ')).toMatch(/Source: Scores!A3:D13/);
    expect(cellsOf(plan, 'reference')).toHaveLength(9);
    expect(cellsOf(plan, 'reference')).not.toContain('A1');
  });

  it('is not made for fewer than eight, or where all scores are the same, and says what it needs', () => {
    const headings = ['Child ref', 'Need score', 'Weekly cost'];
    const few = { Scores: [headings, ...rows.slice(0, 7)] };
    const alike = {
      Scores: [headings, ...rows.map(([ref, , cost]): CellValue[] => [ref!, 20, cost!])],
    };
    for (const sheets of [few, alike]) {
      const { summary, tracker } = summaryOf(sheets);
      expect(tracker.lists.map(({ kind }) => kind)).toEqual(['need']);
      const offer = summary.offers.find(({ report }) => report.id === ID)!;
      expect(offer.made).toBeUndefined();
      expect(offer.report.needs).toBe(
        'need scores that are not all the same beside what the placements cost now, for 8 young people or more',
      );
    }
  });

  it('leaves out what cannot be a score or a cost, with the cell and what to do', () => {
    const read = summaryOf({
      Scores: [
        ['Child ref', 'Need score', 'Weekly cost', 'Placement'],
        ...rows,
        ['B1', 'high', 2000, 'IFA'],
        ['B2', -4, 2000, 'IFA'],
        ['B3', 20, -50, 'IFA'],
        ['B4', 20, 0, 'IFA'],
        ['', 20.5, 2050, ''],
      ],
    });
    const plan = read.summary.plans.find(({ id }) => id === ID)!;
    expect(plan.table.rows).toHaveLength(11);
    expect(plan.table.rows.filter(([, ref]) => ref === 'Scores!B16')).toHaveLength(1);
    expect(cellsOf(plan, 'score')).toContain('20.5');
    const problems = allProblems(read);
    expect(problems.map(({ address, ref }) => [address, ref])).toEqual([
      ['Scores!B12', 'B1'],
      ['Scores!B13', 'B2'],
      ['Scores!C14', 'B3'],
    ]);
    for (const { message } of problems) expect(message).toMatch(/left out until then\.$/);
    expect(plan.notes.join(' ')).toMatch(/3 young people are not ranked/);
  });

  it('says so where costs do not rise with need', () => {
    const plan = planNamed(ID, {
      Scores: [
        ['Child ref', 'Need score', 'Weekly cost'],
        ...rows.slice(0, 9).map(([ref, score], i): CellValue[] => [ref!, score!, 5000 - 100 * i]),
      ],
    })!;
    expect(plan.notes.join(' ')).toMatch(/Weekly costs do not rise with the need scores here/);
  });
});
