import type { Classification } from '../../src/domain/classify/classification';
import { decide } from '../../src/domain/decisions';
import { assess, ledgerOf, type Decision } from '../../src/domain/ledger';
import type { YoungPerson } from '../../src/domain/youngPerson';
import { changeReasonsReport } from '../../src/reports/changeReasons';
import { reportInput, type ControlTotals } from '../../src/reports/report';

const classification: Classification = {
  reason: 'From IFA to in-house',
  confidence: 0.62,
  review: true,
  evidence: [
    { kind: 'note', text: 'the note says "now in-house"' },
    { kind: 'fact', text: 'IFA before' },
  ],
};
const young = (reference: string, original?: number, current?: number): YoungPerson => ({
  reference,
  cohort: 'Cohort 1',
  opportunity: '',
  circumstances: {
    note: `of ${reference} ${original}`,
    original: { placement: 'IFA', provider: '', cost: original },
    current: { placement: 'In-house', provider: '', cost: current },
  },
  counted: original !== undefined && current !== undefined,
  sheet: 'Tracker',
  row: 5,
});

function report(people: YoungPerson[], decisions: Decision[] = [], control?: ControlTotals) {
  return changeReasonsReport(
    reportInput({
      changes: [],
      ledger: ledgerOf(
        assess(people, () => classification),
        decisions,
      ),
      materiality: 2.5,
      control,
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
}

/** A row by its headings, its check apart. */
function rowOf({ table }: ReturnType<typeof report>, row: number) {
  return Object.fromEntries(
    table.columns
      .filter(({ key }) => key !== 'check')
      .map(({ heading }) => [
        heading,
        table.rows[row]![table.columns.findIndex((column) => column.heading === heading)],
      ]),
  );
}

describe('the ledger as a sheet', () => {
  it('has a row for each young person: figures, reason, evidence and who decided', () => {
    const plan = report([young('YP1', 900, 600)]);
    expect(plan).toMatchObject({
      id: 'change-reasons',
      sheet: 'Change reasons',
      publishable: false,
      total: false,
      table: { name: 'ChangeReasons' },
    });
    expect(rowOf(plan, 0)).toEqual({
      Reference: 'YP1',
      Cohort: 'Cohort 1',
      Opportunity: null,
      'Original weekly cost': 900,
      'Current weekly cost': 600,
      'Change a week': -300,
      'Date of change': null,
      'Change in the year': null,
      Reason: 'From IFA to LCC',
      Confidence: 0.62,
      Evidence: 'the note says "now in-house"; IFA before',
      'Decided by': 'Add-in',
      'Note of the decision': null,
      Status: 'To be looked at',
    });
    expect(plan.notes).toEqual(
      expect.arrayContaining([
        'This sheet names young people and is not for publication.',
        'At the same placement a difference of up to £2.50 a week is no change.',
      ]),
    );
  });

  it('dates a change by its date, or by the end of care up to now, and says what of it falls in the year', () => {
    const endedOn = (date: string, { circumstances, ...each }: YoungPerson): YoungPerson => ({
      ...each,
      circumstances: { ...circumstances, endedOn: date },
    });
    const plan = report([
      { ...young('A', 70, 0), changedOn: '2025-03-31' },
      endedOn('2024-12-03', young('B', 0, 7)),
      endedOn('2024-12-04', young('C', 0, 7)),
      { ...endedOn('2024-05-05', young('D', 0, 7)), changedOn: '2019-01-01' },
      { ...young('E', 5), changedOn: '2024-05-05' },
    ]);
    const columns = ['Date of change', 'Change in the year'] as const;
    expect([0, 1, 2, 3, 4].map((row) => columns.map((each) => rowOf(plan, row)[each]))).toEqual([
      ['2025-03-31', -10],
      ['2024-12-03', 119],
      [null, null],
      ['2019-01-01', 365],
      [null, null],
    ]);
    const at = plan.table.columns.findIndex(({ heading }) => heading === 'Change in the year');
    expect(new Set(plan.table.formulas!.map((row) => row[at]))).toEqual(
      new Set([
        '=IF(ISNUMBER(ChangeReasons[[#This Row],[Date of change]]),ChangeReasons[[#This Row],[Change a week]]*MAX(0,DATE(2025,3,31)-MAX(DATE(2024,4,1),ChangeReasons[[#This Row],[Date of change]])+1)/7,"")',
      ]),
    );
    expect(plan.notes.join(' ')).toMatch(/for the days of 2024\/25 from the date of change to 31/);
  });

  it('shows an officer’s decision, with what the add-in would say where that is something else', () => {
    const people = [young('YP1', 900, 600), young('YP2', 1, 2)];
    const [one, two] = ledgerOf(
      assess(people, () => classification),
      [],
    );
    const plan = report(people, [
      decide(one!, 'No change', 'Seen'),
      decide(two!, 'From IFA to in-house'),
    ]);
    expect(rowOf(plan, 0)).toMatchObject({
      Reason: 'No change',
      Confidence: null,
      Evidence: 'The add-in would say ‘From IFA to LCC’: the note says "now in-house"; IFA before',
      'Decided by': 'Officer',
      'Note of the decision': 'Seen',
      Status: null,
    });
    expect(rowOf(plan, 1)).toMatchObject({ Evidence: 'the note says "now in-house"; IFA before' });
  });

  it('leaves the figures of rows that are not counted blank and says what is missing', () => {
    const plan = report([young('A'), young('B', 5), young('C', undefined, 5)]);
    for (const row of [0, 1, 2]) {
      expect(rowOf(plan, row)).toMatchObject({
        'Original weekly cost': null,
        'Current weekly cost': null,
        'Change a week': null,
      });
    }
    expect([0, 1, 2].map((row) => rowOf(plan, row).Status)).toEqual([
      'Not counted: no weekly costs; To be looked at',
      'Not counted: no current weekly cost; To be looked at',
      'Not counted: no original weekly cost; To be looked at',
    ]);
  });

  it('says which decisions are old, and which young people have left', () => {
    const people = [young('YP1', 900, 600), young('YP2', 1, 2)];
    const decisions = ledgerOf(
      assess(people, () => classification),
      [],
    ).map((entry) => decide(entry, 'No change'));
    const plan = report([young('YP1', 900, 700)], decisions);
    expect(rowOf(plan, 0).Status).toBe('Facts changed since it was decided');
    expect(rowOf(plan, 1)).toMatchObject({
      Reference: 'YP2',
      'Change a week': null,
      Reason: 'No change',
      Evidence: null,
      'Decided by': 'Officer',
      Status: 'No longer in the tracker',
    });
    expect(plan.notes).toContain(
      'The last row is a decision on a young person who is no longer in the tracker; it is in no total.',
    );
  });

  it('says which rows are known by their facts alone', () => {
    const plan = report([
      young('', 1, 2),
      young('YP1', 3, 4),
      young('yp1', 5, 6),
      young('YP2', 7, 8),
    ]);
    expect([0, 1, 2, 3].map((row) => rowOf(plan, row).Status)).toEqual([
      'To be looked at; Known by its facts: the reference is blank',
      'To be looked at; Known by its facts: the reference is used more than once',
      'To be looked at; Known by its facts: the reference is used more than once',
      'To be looked at',
    ]);
    expect(plan.notes.join(' ')).toMatch(/3 young people have a reference that is blank or used/);
  });

  it('has a table although there is nobody', () => {
    expect(report([]).table.rows).toHaveLength(1);
  });
});

describe('the control above the ledger', () => {
  const range = "'Jo''s tracker'!$G$5:$G$107";
  const control: ControlTotals = {
    originalCost: { read: 1500.25, ranges: [range, 'B!$G$2:$G$3'] },
    currentCost: { read: 1450, ranges: [range] },
    youngPeople: { read: 103, ranges: [range, 'B!$A$2:$A$3'] },
    wholeSpan: false,
  };

  it('compares what was read with what the tracker’s own cells come to', () => {
    const plan = report([young('YP1', 900, 600)], [], control);
    const [original, current, count] = plan.control!.map(({ formula }) => formula);
    expect(original).toContain(`SUM(${range},B!$G$2:$G$3)-1500.25`);
    expect(original).toContain('"Original weekly cost: £1,500.25 when written, "');
    expect(current).toContain(`SUM(${range})-1450`);
    expect(count).toContain(
      `ROWS(${range})-COUNTBLANK(${range})+ROWS(B!$A$2:$A$3)-COUNTBLANK(B!$A$2:$A$3)=103,`,
    );
  });

  it('stays within what Excel takes, and says where rows between are counted in', () => {
    const ranges = Array.from({ length: 100 }, (_, i) => `'A sheet'!$GG$${i}:$GG$${i + 9}`);
    const long = { read: 1, ranges };
    const wide = { originalCost: long, currentCost: long, youngPeople: long, wholeSpan: true };
    const plan = report([young('YP1', 1, 2)], [], wide);
    for (const { formula } of plan.control!) expect(formula.length).toBeLessThan(8192);
    expect(plan.notes.at(-1)).toMatch(/too many to leave out one by one/);
  });

  it('is left out where there is nothing to compare', () => {
    expect(report([young('YP1', 1, 2)]).control).toBeUndefined();
  });
});
