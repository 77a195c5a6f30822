import * as fc from 'fast-check';
import type { CellValue } from '../../src/domain/reading';
import { decide } from '../../src/domain/decisions';
import { assess, ledgerOf, type Decision } from '../../src/domain/ledger';
import { displayName, reasons, UNCLEAR } from '../../src/domain/reason';
import type { YoungPerson } from '../../src/domain/youngPerson';
import { changeReasonsReport } from '../../src/reports/changeReasons';
import { reportInput } from '../../src/reports/report';
import { ledgerArea, readLedger } from '../../src/workbook/ledgerSheet';
import { sheet } from './sheets';

const person = (reference: string, row: number, note = ''): YoungPerson => ({
  reference,
  cohort: 'Cohort 1',
  opportunity: 'Opportunity 1',
  circumstances: {
    note,
    original: { placement: 'IFA', provider: '', cost: 900 },
    current: { placement: 'IFA', provider: '', cost: 950 },
  },
  counted: true,
  sheet: 'Tracker',
  row,
});
const PEOPLE = ['YP1', 'YP2', '', '', 'YP5'].map((reference, i) =>
  person(reference, i + 5, i < 4 ? `note ${i}` : ''),
);
const assessed = (people = PEOPLE) =>
  assess(people, () => ({
    reason: UNCLEAR,
    confidence: 0.4,
    review: true,
    evidence: [{ kind: 'fact', text: 'IFA, then IFA' }],
  }));

/** The ledger's cells, headings first, as they stand on its sheet. */
function ledgerCells(decisions: Decision[], people = PEOPLE): CellValue[][] {
  const { table } = changeReasonsReport(
    reportInput({
      changes: [],
      ledger: ledgerOf(assessed(people), decisions),
      materiality: 3,
      basis: '52',
      asAt: '2024-12-03',
      signs: 'minus',
      source: 'Tracker!A4:F9',
      leftOut: 0,
      wording: {},
      problems: 0,
      version: '1.2.3',
    }),
  );
  return [
    table.columns.map(({ heading }) => heading),
    ...table.rows.map((row) => row.map((cell) => cell ?? '')),
  ];
}

/** Reads cells that stand below a title and notes, in an Excel table or no longer in one. */
function read(cells: CellValue[][], isTable = true, right = cells[0]!.length - 1) {
  const above = [['Title'], ['Note']];
  const area = { top: 2, left: 0, bottom: cells.length + 1, right };
  const control = { top: 2, left: right + 2, bottom: 5, right: right + 6 };
  const snapshot = sheet('Change reasons', [...above, ...cells], {
    tables: isTable ? [control, area] : [],
  });
  return readLedger(snapshot, ledgerArea(snapshot, 2));
}

const column = (cells: CellValue[][], heading: string): number => cells[0]!.indexOf(heading);
function typed(cells: CellValue[][], row: number, heading: string, text: CellValue): CellValue[][] {
  const at = column(cells, heading);
  return cells.map((each, r) =>
    r === row ? each.map((cell, c) => (c === at ? text : cell)) : each,
  );
}

const entries = ledgerOf(assessed(), []);
const decisions = [
  decide(entries[0]!, 'SGO granted', 'Order seen'),
  decide(entries[2]!, 'From IFA to in-house'),
];

describe('the ledger sheet read back', () => {
  it('says what officers decided and nothing that the add-in did', () => {
    expect(read(ledgerCells([]))).toEqual({ decisions: [], problems: [] });
    expect(read(ledgerCells(decisions))).toEqual({ decisions, problems: [] });
  });

  it('says it where an earlier version wrote it, without dates', () => {
    const cells = ledgerCells(decisions);
    const dates = ['Date of change', 'Change in the year'].map((each) => column(cells, each));
    expect(dates).toEqual([6, 7]);
    const earlier = cells.map((row) => row.filter((_, c) => !dates.includes(c)));
    expect(read(earlier)).toEqual({ decisions, problems: [] });
  });

  it('says it after any number of runs, also of those no longer in the tracker', () => {
    const later = PEOPLE.slice(1);
    const first = read(ledgerCells(decisions)).decisions;
    const second = read(ledgerCells(first, later)).decisions;
    expect(new Set(second)).toEqual(new Set(decisions));
    expect(ledgerOf(assessed(later), second).at(-1)).toMatchObject({
      reference: 'YP1',
      cohort: 'Cohort 1',
      reason: 'SGO granted',
      decisionNote: 'Order seen',
      standing: 'departed',
    });
  });

  it('keeps the facts that a decision was made on, however often it is written', () => {
    const changed = PEOPLE.map((each, i) => (i === 0 ? person('YP1', 5, 'something else') : each));
    let kept = decisions;
    for (let run = 0; run < 3; run++) {
      expect(ledgerOf(assessed(changed), kept)[0]).toMatchObject({
        standing: 'facts changed',
        review: true,
      });
      kept = read(ledgerCells(kept, changed)).decisions;
    }
  });

  it('takes a reason typed over another as decided, by its own name or as it is printed', () => {
    for (const text of ['Turned 18', ' turned  18', 'TURNED 18']) {
      const { decisions: read2 } = read(typed(ledgerCells([]), 2, 'Reason', text));
      expect(read2).toEqual([decide(entries[1]!, 'Turned 18')]);
    }
    const printed = read(typed(ledgerCells([]), 2, 'Reason', 'From IFA to LCC'));
    expect(printed.decisions).toEqual([decide(entries[1]!, 'From IFA to in-house')]);
    const over = read(typed(ledgerCells(decisions), 1, 'Reason', 'No change')).decisions;
    expect(over[0]).toEqual(decide(entries[0]!, 'No change', 'Order seen'));
  });

  it('takes a note typed beside the add-in’s reason, or ‘Officer’, as agreeing with it', () => {
    const noted = read(typed(ledgerCells([]), 2, 'Note of the decision', 'As the IRO says'));
    expect(noted.decisions).toEqual([decide(entries[1]!, UNCLEAR, 'As the IRO says')]);
    const said = read(typed(ledgerCells([]), 2, 'Decided by', 'officer'));
    expect(said.decisions).toEqual([decide(entries[1]!, UNCLEAR)]);
  });

  it('takes ‘Add-in’ typed over ‘Officer’ as taking the decision back', () => {
    const back = read(typed(ledgerCells(decisions), 1, 'Decided by', 'Add-in'));
    expect(back.decisions).toEqual([decisions[1]]);
  });

  it.each([
    ['a text that is no reason', 'Because', /I4 holds "Because", which is none of the reasons/],
    ['nothing', '', /I4 is blank/],
    ['a number', 18, /I4 holds "18"/],
  ])('reports %s, and lets the earlier decision stand', (_, text, message) => {
    const cells = typed(ledgerCells(decisions), 1, 'Reason', text);
    const { decisions: kept, problems } = read(cells);
    expect(kept).toEqual(decisions);
    expect(problems).toMatchObject([
      { address: "'Change reasons'!I4", ref: 'YP1', leavesOut: false },
    ]);
    expect(problems[0]!.message).toMatch(message);
  });

  it('is read sorted, between added columns, in another order, and as a plain range', () => {
    const cells = ledgerCells(decisions);
    const [headings, ...rows] = cells;
    const changes: CellValue[][][] = [
      [headings!, ...[...rows].reverse()],
      cells.map((row, r) => ['', ...row.slice(0, 5), r === 0 ? 'My remark' : 'x', ...row.slice(5)]),
      cells.map((row) => [...row].reverse()),
      cells.map((row) => row.map((cell) => (typeof cell === 'string' ? ` ${cell} ` : cell))),
    ];
    for (const each of changes)
      for (const isTable of [true, false])
        expect(new Set(read(each, isTable).decisions)).toEqual(new Set(decisions));
  });

  it('keeps decisions where a column is gone', () => {
    const cells = ledgerCells(decisions);
    for (const heading of ['Reason', 'Note of the decision', 'Decided by', 'Reference', 'Cohort']) {
      const at = column(cells, heading);
      const kept = read(cells.map((row) => row.filter((_, c) => c !== at))).decisions;
      expect(kept.map(({ key, reason, facts }) => [key, reason, facts])).toEqual(
        decisions.map(({ key, reason, facts }) => [key, reason, facts]),
      );
    }
  });

  it('puts decisions whose check is gone up for another look', () => {
    const cells = typed(ledgerCells(decisions), 1, 'Check', '');
    const kept = read(cells).decisions;
    expect(ledgerOf(assessed(), kept)[0]).toMatchObject({
      reason: 'SGO granted',
      decisionNote: 'Order seen',
      standing: 'facts changed',
      review: true,
    });
  });

  it('gives no decision to another young person where references and checks were mixed up', () => {
    const cells = ledgerCells(decisions);
    const swapped = typed(typed(cells, 1, 'Reference', 'YP2'), 2, 'Reference', 'YP1');
    const { decisions: kept, problems } = read(swapped);
    expect(ledgerOf(assessed(), kept).map(({ reason }) => reason)).toEqual(
      ledgerOf(assessed(), decisions).map(({ reason }) => reason),
    );
    expect(problems.map(({ address }) => address)).toEqual([
      "'Change reasons'!A4",
      "'Change reasons'!A5",
    ]);
  });

  it('reports two rows of one young person with different reasons, and follows the first', () => {
    const cells = ledgerCells(decisions);
    const copied = typed([...cells, cells[1]!], cells.length, 'Reason', 'Turned 18');
    const { decisions: kept, problems } = read(copied);
    expect(kept).toEqual(decisions);
    expect(problems).toMatchObject([{ address: "'Change reasons'!I9" }]);
  });

  it('never throws, whatever has been typed over it', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom(...reasons.map(displayName)), fc.double());
    const edits = fc.array(fc.tuple(fc.nat(5), fc.nat(12), text), { maxLength: 20 });
    fc.assert(
      fc.property(edits, fc.boolean(), (made, isTable) => {
        const cells = ledgerCells(decisions).map((row) => [...row]);
        for (const [row, at, cell] of made) cells[row]![at] = cell;
        const { decisions: kept } = read(cells, isTable);
        for (const { reason } of kept) expect(reasons).toContain(reason);
      }),
    );
  });
});
