import fc from 'fast-check';
import { allProblems } from '../../src/commands/allProblems';
import { actionProgress } from '../../src/domain/actionProgress';
import { ACTION_STATUSES, actionStatusOf, isOpen } from '../../src/domain/actionStatus';
import type { CellValue } from '../../src/domain/reading';
import { sampleSheets } from '../sampleWorkbook';
import { summaryOf } from './plansOf';

type Sheets = Record<string, CellValue[][]>;

const plansOf = (sheets: Sheets, asAt?: string) => {
  const read = summaryOf(sheets, { asAt });
  const plan = (name: string) => read.summary.plans.find(({ id }) => id === name);
  return { ...read, progress: plan('action-progress'), actions: plan('actions') };
};

describe('an action plan', () => {
  it('has six priorities and twelve actions in the sample', async () => {
    const { progress, actions, summary } = plansOf(await sampleSheets());
    const { columns, rows } = progress!.table;
    expect(columns.map(({ heading }) => heading)).toEqual([
      ...['Priority', 'Actions', 'Complete', 'On track', 'Not started', 'At risk', 'Delayed'],
      'Overdue',
    ]);
    expect(rows).toHaveLength(7);
    expect(rows.at(-1)).toEqual(['Total', 12, 1, 5, 2, 2, 2, 0]);
    expect(actions!.table.rows).toHaveLength(12);
    for (const plan of [progress!, actions!]) {
      expect(plan.publishable).toBe(true);
      expect(
        summary.reconciliation.filter(
          ({ table, status }) => table === plan.title && status === 'fails',
        ),
      ).toEqual([]);
      for (const note of plan.notes) expect(note.length).toBeLessThanOrEqual(130);
    }
  });

  it('shows what is overdue at the position’s date first, and never what is complete', async () => {
    const { progress, actions } = plansOf(await sampleSheets(), '2025-07-31');
    expect(
      actions!.table.rows.slice(0, 3).map(([, action, , due, , days]) => [action, due, days]),
    ).toEqual([
      ['One tool for assessing need', '31/05/2025', 61],
      ['Review the use of independent fostering agencies', '30/06/2025', 31],
      ['Expand the family therapy pilot to reunification', '30/09/2025', null],
    ]);
    expect(actions!.table.rows.at(-1)).toEqual([
      'Stability and permanence',
      'Review the special guardianship support offer',
      'Corporate Parenting',
      '30/06/2025',
      'Complete',
      null,
    ]);
    expect(progress!.table.rows.map((row) => [row[0], row.at(-1)])).toEqual([
      ['In-house homes', 1],
      ['Smarter commissioning', 1],
      ['Edge of care', 0],
      ['Stability and permanence', 0],
      ['Foster carers', 0],
      ['Semi-independent living', 0],
      ['Total', 2],
    ]);
    expect(progress!.notes).toContain(
      '2 actions of 12 are overdue: due before 31 July 2025, and neither complete nor withdrawn.',
    );
  });

  it('is not overdue on the day itself', async () => {
    const sheets = await sampleSheets();
    const overdue = (asAt: string) => plansOf(sheets, asAt).progress!.table.rows.at(-1)!.at(-1);
    expect(overdue('2025-05-31')).toBe(0);
    expect(overdue('2025-06-01')).toBe(1);
  });

  it.each([
    ['Theme', 'Action required', 'Lead officer', 'Target date', 'RAG'],
    ['Workstream', 'Task', 'Responsible', 'Deadline', 'Current status'],
    ['Strategic priority', 'What we will do', 'Who', 'By when', 'BRAG rating'],
  ])('is found under %s, %s, %s, %s, %s', (priority, action, owner, due, status) => {
    const read = plansOf(
      {
        Plan: [
          ['Sufficiency action plan'],
          [],
          ['No.', status, 'Start date', action, priority, owner, due, 'Comments'],
          [1, 'Green', '01/01/2024', 'Open a home', 'Homes', 'Placements', '30/04/2024', ''],
          ['Fostering'],
          [2, 'b', '01/01/2024', 'Recruit carers', 'Carers', '', '30/04/2024', 'Done in May'],
          [3, 'Red', '', 'Retain carers', 'carers ', 'Fostering', '31/12/2024', ''],
          ['Total', '', '', '3 actions', '', '', '', ''],
          [],
          ['Reviewed by the board every quarter'],
        ],
      },
      '2024-05-01',
    );
    expect(read.progress!.table.rows).toEqual([
      ['Homes', 1, 0, 1, 0, 1],
      ['Carers', 2, 1, 0, 1, 0],
      ['Total', 3, 1, 1, 1, 1],
    ]);
    expect(read.actions!.table.rows).toEqual([
      ['Homes', 'Open a home', 'Placements', '30/04/2024', 'On track', 1],
      ['carers', 'Retain carers', 'Fostering', '31/12/2024', 'Delayed', null],
      ['Carers', 'Recruit carers', 'Not stated', '30/04/2024', 'Complete', null],
    ]);
    expect(allProblems(read)).toEqual([]);
  });

  it('takes no footnote for an action, though actions stand first', () => {
    const read = plansOf({
      Plan: [
        ['Action', 'Status'],
        ['Open one', 'Complete'],
        ['Open two', 'On track'],
        [],
        ['Source: the board’s own papers'],
      ],
    });
    expect(read.actions!.table.rows).toHaveLength(2);
    expect(allProblems(read)).toEqual([]);
  });

  it('keeps and counts an action whose status is blank or unknown, and says so', () => {
    const read = plansOf(
      {
        Plan: [
          ['Priority', 'Action', 'Owner', 'Due', 'Status'],
          ['Homes', 'Open one', 'A', '30/04/2024', 'Bananas'],
          ['Homes', 'Open two', 'A', 'Ongoing', 'On track'],
          ['Homes', 'Open three', 'A', '30/04/2024', ''],
          ['Homes', 'Open four', 'A', '', 'Complete'],
          ['Homes', '', 'A', '30/04/2024', 'On track'],
          ['Homes', 'Open five', 'A', '', 'At risk'],
        ],
      },
      '2024-05-11',
    );
    expect(read.progress!.table.columns.map(({ heading }) => heading)).toContain('Not known');
    expect(read.progress!.table.rows.at(-1)).toEqual(['Total', 5, 1, 1, 1, 2, 2]);
    expect(
      read.actions!.table.rows.map(([, action, , due, status, days]) => [
        action,
        due,
        status,
        days,
      ]),
    ).toEqual([
      ['Open one', '30/04/2024', 'Bananas', 11],
      ['Open three', '30/04/2024', 'Not known', 11],
      ['Open two', 'Not stated', 'On track', null],
      ['Open five', 'Not stated', 'At risk', null],
      ['Open four', 'Not stated', 'Complete', null],
    ]);
    const problems = allProblems(read);
    expect(problems.map(({ address, ref }) => [address, ref])).toEqual([
      ['Plan!D3', 'Open two'],
      ['Plan!B6', ''],
      ['Plan!E2', 'Open one'],
      ['Plan!E4', 'Open three'],
    ]);
    expect(problems[2]!.message).toMatch(
      /^Plan!E2 holds "Bananas", a status that the add-in does not know\. Type one such as .*\.$/,
    );
    expect(read.actions!.notes).toContain(
      '2 actions yet to be done have no due date that can be read, and cannot be overdue.',
    );
  });

  it('is the one that fits best where there are several, and says which is not used', () => {
    const { actions } = plansOf({
      Old: [
        ['Task', 'Progress'],
        ['Open one', 'Complete'],
        ['Open two', 'Complete'],
      ],
      Plan: [
        ['Priority', 'Action', 'Owner', 'Due', 'Status'],
        ['Homes', 'Open three', 'A', '30/04/2034', 'On track'],
      ],
    });
    expect(actions!.table.rows.map((row) => row[1])).toEqual(['Open three']);
    expect(actions!.notes).toContain(
      'The action plan at Old!A1:B3 is not in the figures: the one above fits better.',
    );
  });

  it('takes a blank priority from the row right above, but no rating and nothing across a gap', () => {
    const priorities = (...cells: string[]) =>
      plansOf({
        Plan: [
          ['Priority', 'Action', 'Owner', 'Due', 'Status'],
          ...cells.map((cell, i): CellValue[] =>
            cell === 'gap' ? [] : [cell, `Action ${i}`, 'A', '30/04/2034', 'On track'],
          ),
        ],
      }).progress!.table.rows.map(([name, count]) => `${name} ${count}`);
    expect(priorities('Homes', '', '', 'Carers', '')).toEqual(['Homes 3', 'Carers 2', 'Total 5']);
    expect(priorities('Homes', 'gap', '', '')).toEqual(['Homes 1', 'No priority 2', 'Total 3']);
    expect(priorities('High', '', 'Low')).toEqual(['High 1', 'No priority 1', 'Low 1', 'Total 3']);
  });
});

describe('a status in an officer’s words', () => {
  it.each([
    ['Completed 12/05/2025', 'Complete'],
    ['Complete – closed at board', 'Complete'],
    ['BLUE', 'Complete'],
    ['100%', 'Complete'],
    ['Delayed, to be complete by June', 'Delayed'],
    ['Complete by June', 'Not known'],
    ['Not complete', 'In progress'],
    ['Partially complete', 'In progress'],
    ['Not yet started', 'Not started'],
    ['Not on track', 'Delayed'],
    ['Off-track', 'Delayed'],
    ['Red', 'Delayed'],
    ['R', 'Delayed'],
    ['Amber', 'At risk'],
    ['at  risk', 'At risk'],
    ['On-track', 'On track'],
    ['Green', 'On track'],
    ['In progress', 'In progress'],
    ['Underway', 'In progress'],
    ['Paused', 'On hold'],
    ['No longer required', 'Withdrawn'],
    ['Superseded', 'Withdrawn'],
    ['tbc', 'Not known'],
    ['', 'Not known'],
  ])('%p is %s', (words, status) => {
    expect(actionStatusOf(words)).toBe(status);
  });
});

describe('progress of actions', () => {
  const date = fc
    .integer({ min: 1, max: 28 })
    .map((day) => `2025-02-${String(day).padStart(2, '0')}`);
  const action = fc.record({
    priority: fc.option(fc.constantFrom('Homes', 'homes ', 'Carers'), { nil: undefined }),
    due: fc.option(date, { nil: undefined }),
    status: fc.option(fc.constantFrom(...ACTION_STATUSES, 'Bananas'), { nil: undefined }),
  });

  it('counts each action under one status, and late ones once', () => {
    fc.assert(
      fc.property(fc.array(action, { minLength: 1, maxLength: 30 }), date, (given, asAt) => {
        const rows = given.map((each, i) => ({
          ...each,
          action: `Action ${i}`,
          owner: undefined,
          at: { priority: `P!A${2 * i}`, action: '', owner: '', due: '', status: `P!E${i}` },
        }));
        const { actions, priorities } = actionProgress(rows, asAt);
        expect(actions).toHaveLength(rows.length);
        const counted = priorities.flatMap(({ byStatus }) => Object.values(byStatus));
        expect(counted.reduce((sum, count) => sum + count, 0)).toBe(rows.length);
        const late = actions.filter(({ daysOverdue }) => daysOverdue > 0);
        expect(priorities.reduce((sum, { overdue }) => sum + overdue, 0)).toBe(late.length);
        expect(actions.slice(0, late.length)).toEqual(late);
        for (const { status, due } of late) expect(isOpen(status) && due! < asAt).toBe(true);
      }),
    );
  });
});
