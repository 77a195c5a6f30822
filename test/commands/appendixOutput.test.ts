import { appendixOutput } from '../../src/commands/appendixOutput';
import { defaultChoices } from '../../src/commands/choices';
import { summarise } from '../../src/commands/summarise';
import { decide } from '../../src/domain/decisions';
import type { Decision } from '../../src/domain/ledger';
import { roundPence, sum } from '../../src/domain/money';
import { reasons } from '../../src/domain/reason';
import type { CellValue } from '../../src/domain/reading';
import type { Tracker } from '../../src/workbook/tracker';
import { dataRows } from '../csvRows';
import { sheet, workbookOf } from '../workbook/sheets';

const tracked = (rows: CellValue[][]): Tracker => workbookOf([sheet('Tracker', rows)]);

function output(tracker: Tracker, decisions?: Decision[]) {
  const summary = summarise(tracker, defaultChoices, '2024-12-03', decisions);
  return { summary, output: appendixOutput({ tracker, summary, choices: defaultChoices }) };
}

const HEADINGS = ['Ref', 'Original weekly cost', 'Current weekly cost', 'Note'];

describe('what the command line prints of reasons', () => {
  const sample = tracked(dataRows('impower-cohorts.csv'));

  it('has everybody of the sample once, in the order of the sheet, under exact reasons', () => {
    const { changes } = output(sample).output;
    expect(changes!.map(({ row }) => row)).toEqual(Array.from({ length: 103 }, (_, i) => i + 2));
    expect(changes!.map(({ ref }) => ref)).toEqual(sample.people.map(({ reference }) => reference));
    for (const { reason, confidence, decidedBy } of changes!) {
      expect(reasons).toContain(reason);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(decidedBy).toBe('add-in');
    }
  });

  it('has tables of reasons that come to the difference of the cohorts', () => {
    const { reductions, increases, cohorts } = output(sample).output;
    const [saved, added] = [reductions!.at(-1)!, increases!.at(-1)!];
    expect([saved.reason, added.reason]).toEqual(['Total', 'Total']);
    expect(saved.youngPeople + added.youngPeople).toBe(103);
    expect(roundPence(added.weekly - saved.weekly)).toBe(cohorts.at(-1)!.difference);
    for (const rows of [reductions!, increases!])
      expect(sum(rows.slice(0, -1).map(({ youngPeople }) => youngPeople))).toBe(
        rows.at(-1)!.youngPeople,
      );
  });

  it('has what became of each opportunity, all of its young people', () => {
    const { outcomes, opportunities } = output(sample).output;
    for (const { opportunity, youngPeople, difference } of opportunities) {
      const own = outcomes!.filter((row) => row.opportunity === opportunity);
      expect(sum(own.map((row) => row.youngPeople))).toBe(youngPeople);
      expect(sum(own.map(({ weekly }) => weekly))).toBeCloseTo(difference, 1);
    }
  });

  it('rounds money to pence, half away from zero', () => {
    const { output: printed } = output(
      tracked([
        HEADINGS,
        ['YP1', 1000.005, 0, 'Went home'],
        ['YP2', 10, 5.995, 'x'],
        ['YP3', 1, 2, 'y'],
      ]),
    );
    for (const { weekly, average } of [...printed.reductions!, ...printed.increases!])
      expect([weekly, average]).toEqual([roundPence(weekly), roundPence(average)]);
  });

  it('gives a reason also where there are no costs, cohorts or opportunities', () => {
    const tracker = tracked([HEADINGS, ['YP1', '', '', 'Went home'], ['YP2', 10, 'TBC', 'Moved']]);
    const { output: printed } = output(tracker);
    expect(printed.changes!.map(({ row, ref }) => [row, ref])).toEqual([
      [2, 'YP1'],
      [3, 'YP2'],
    ]);
    expect(printed.source).toMatchObject({ rows: 0, leftOut: 2 });
    expect(printed.reductions).toEqual([
      { reason: 'Total', youngPeople: 0, weekly: 0, average: 0 },
    ]);
    expect(printed.outcomes).toEqual([]);
  });

  it('says what an officer decided, and nothing of those who have left', () => {
    const before = tracked([HEADINGS, ['YP1', 10, 5, ''], ['YP2', 10, 7, '']]);
    const decisions = output(before).summary.ledger.map((entry) =>
      decide(entry, 'From IFA to in-house'),
    );
    const { output: printed, summary } = output(tracked([HEADINGS, ['YP2', 10, 7, '']]), decisions);
    expect(printed.changes).toMatchObject([
      { row: 2, ref: 'YP2', reason: 'From IFA to in-house', decidedBy: 'officer', review: false },
    ]);
    expect(printed.reductions![0]).toEqual({
      reason: 'From IFA to in-house',
      youngPeople: 1,
      weekly: 3,
      average: 3,
    });
    expect(summary.ledger).toHaveLength(2);
    expect(summary.plans.map(({ id }) => id)).toEqual([
      'cover',
      'cohorts',
      'opportunities',
      'reductions',
      'increases',
      'outcomes',
      'in-year-cohorts',
      'in-year-reasons',
      'change-reasons',
      'high-cost',
      'ten-dearest',
      'average-weekly-cost',
      'reconciliation',
    ]);
  });
});

describe('making the summary again', () => {
  it('reads no note twice for another basis, other signs or a decision, and all for another materiality', () => {
    const tracker = tracked(dataRows('impower-cohorts.csv'));
    const evidenceOf = (choices = defaultChoices, decisions?: Decision[]) =>
      summarise(tracker, choices, '2024-12-03', decisions).ledger[0]!.evidence;
    const first = evidenceOf();
    expect(evidenceOf({ ...defaultChoices, basis: '53', signs: 'brackets' })).toBe(first);
    expect(evidenceOf(defaultChoices, [])).toBe(first);
    expect(evidenceOf({ ...defaultChoices, materiality: 0 })).not.toBe(first);
  });
});
