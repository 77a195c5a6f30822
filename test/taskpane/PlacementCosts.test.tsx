import '@testing-library/jest-dom';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { explainSelected } from '../../src/commands/explainSelected';
import { goTo } from '../../src/commands/goTo';
import { keepDecisions } from '../../src/commands/keepDecisions';
import { readTracker } from '../../src/commands/readTracker';
import { summarise } from '../../src/commands/summarise';
import { writeFigure } from '../../src/commands/writeFigure';
import { undoWrite, writeSummary, type WriteOutcome } from '../../src/commands/writeSummary';
import { ledgerOf } from '../../src/domain/ledger';
import { PlacementCosts } from '../../src/taskpane/PlacementCosts';
import { WorkbookError } from '../../src/workbook/workbookError';
import { FOUR, young } from './review/reviewExample';
import { choices, pending, plan, summary, tracker } from './trackerExample';

jest.mock('../../src/commands/readTracker', () => ({ readTracker: jest.fn() }));
jest.mock('../../src/commands/summarise', () => ({ summarise: jest.fn() }));
jest.mock('../../src/commands/explainSelected', () => ({ explainSelected: jest.fn() }));
jest.mock('../../src/commands/writeFigure', () => ({ writeFigure: jest.fn() }));
jest.mock('../../src/workbook/watchSelection', () => ({
  watchSelection: jest.fn(async () => async () => undefined),
}));
jest.mock('../../src/commands/goTo', () => ({ goTo: jest.fn() }));
jest.mock('../../src/commands/keepDecisions', () => ({ keepDecisions: jest.fn() }));
jest.mock('../../src/commands/writeSummary', () => ({
  writeSummary: jest.fn(),
  undoWrite: jest.fn(),
}));

const read = jest.mocked(readTracker);
const make = jest.mocked(summarise);
const write = jest.mocked(writeSummary);
const found = (over = {}, chosen = {}) => ({
  look: { kind: 'found' as const, tracker: tracker(over) },
  choices: choices(chosen),
});
const SEEN = {
  sheets: [{ id: 'cohorts', name: 'Cohorts', unfinished: false }],
  tracked: [],
};
const written = {
  kind: 'written',
  sheets: [
    { id: 'cohorts', name: 'Cohorts' },
    { id: 'opportunities', name: 'Officer’s (2)' },
  ],
  receipt: { seen: { sheets: [], tracked: [] }, sheets: [] },
  seen: SEEN,
} as unknown as WriteOutcome;

// Fluent UI takes its time to render in jsdom on a busy machine.
jest.setTimeout(30_000);

beforeEach(() => {
  read.mockReset().mockImplementation(async (chosen) => found({}, chosen));
  make
    .mockReset()
    .mockImplementation((_, chosen) => summary({ asAt: chosen.asAt ?? '2024-12-03' }));
  write.mockReset().mockResolvedValue(written);
  jest.mocked(undoWrite).mockReset().mockResolvedValue(undefined);
  jest.mocked(goTo).mockReset().mockResolvedValue(undefined);
  jest.mocked(keepDecisions).mockReset().mockResolvedValue(undefined);
});

const button = () => screen.getByRole('button', { name: 'Write to workbook' });

async function open() {
  const user = userEvent.setup();
  render(<PlacementCosts />);
  await screen.findByRole('button', { name: 'Look again' });
  return user;
}

describe('the pane', () => {
  it('goes from what was found to the preview in the order an officer reads it', async () => {
    await open();
    expect(screen.getAllByRole('heading', { level: 2 }).map((h) => h.textContent)).toEqual([
      'What was found',
      'Columns',
      'Problems (1)',
      'Reports on other lists',
      'Options',
      'Wording',
      'Why costs changed',
      'Where a figure comes from',
      'Preview',
      'Do the figures reconcile',
      'The copy to publish',
      'Proofread a published table',
      'Accessibility of this workbook',
    ]);
    expect(screen.getByRole('status')).toHaveTextContent('Read 2 young people, 1 problem.');
  });

  it('writes on one press and takes the officer to the result, with ways to each sheet', async () => {
    const user = await open();
    await user.click(button());
    const heading = await screen.findByRole('heading', { name: 'Written to the workbook' });
    expect(heading).toHaveFocus();
    expect(write).toHaveBeenCalledWith(
      expect.objectContaining({ leftOut: 1 }),
      expect.objectContaining({ asAt: '2024-12-03' }),
      expect.objectContaining({ basis: '52' }),
      expect.any(Function),
    );
    await user.click(screen.getByRole('button', { name: 'Officer’s (2)' }));
    expect(goTo).toHaveBeenCalledWith("'Officer’s (2)'!A1");
  });

  it('shows progress in words and as a bar', async () => {
    const slow = pending<WriteOutcome>();
    write.mockReturnValueOnce(slow.promise);
    const user = await open();
    await user.click(button());
    act(() => write.mock.calls[0]![3]!({ done: 1, of: 3, doing: 'Writing Cohorts' }));
    const bar = screen.getByRole('progressbar', { name: 'Writing Cohorts (1 of 3)' });
    expect(bar).toHaveAttribute('aria-valuenow', '1');
    expect(bar).toHaveAttribute('aria-valuemax', '3');
    expect(screen.getByRole('status')).toHaveTextContent('Writing Cohorts');
    await act(async () => slow.resolve(written));
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
  });

  it('undoes what was written and says so', async () => {
    const user = await open();
    await user.click(button());
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('heading', { name: 'Undone' })).toHaveFocus();
    expect(undoWrite).toHaveBeenCalledTimes(1);
  });

  it('writes again over what it wrote, without reading the workbook in between', async () => {
    const user = await open();
    await user.click(button());
    await screen.findByRole('button', { name: 'Undo' });
    await user.click(button());
    expect(write).toHaveBeenCalledTimes(2);
    expect(write.mock.calls[1]![0].seen).toMatchObject(SEEN);
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await screen.findByRole('heading', { name: 'Undone' });
    await user.click(button());
    expect(write.mock.calls[2]![0].seen).toMatchObject({ sheets: [], tracked: [] });
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('reads a failure out, keeps every choice, and can be pressed again', async () => {
    write.mockRejectedValueOnce(new WorkbookError('The workbook is protected.'));
    const user = await open();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Weeks in a year' }), '53');
    await user.click(button());
    expect(await screen.findByRole('alert')).toHaveTextContent('The workbook is protected.');
    expect(screen.getByRole('combobox', { name: 'Weeks in a year' })).toHaveValue('53');
    await user.click(button());
    await screen.findByRole('heading', { name: 'Written to the workbook' });
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('reads the tracker again where it changed meanwhile, and says that nothing was written', async () => {
    write.mockResolvedValueOnce({ kind: 'changed' });
    const user = await open();
    read.mockResolvedValueOnce(found({ changes: [], leftOut: 3 }));
    await user.click(button());
    expect(await screen.findByRole('heading', { name: 'Nothing was written' })).toHaveFocus();
    expect(screen.getByText('3 rows, listed below')).toBeVisible();
  });

  it('holds the button back, with the reason, while a required column is missing', async () => {
    read.mockResolvedValue(found({ missing: ['currentCost'], changes: [], problems: [] }));
    const user = await open();
    expect(button()).toHaveAttribute('aria-disabled', 'true');
    expect(button()).toHaveAccessibleDescription('Choose the missing columns first.');
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    await user.click(button());
    expect(write).not.toHaveBeenCalled();
    expect(make).not.toHaveBeenCalled();
  });

  it('holds the button back where no row could be read or no tracker was found', async () => {
    read.mockResolvedValueOnce(found({ changes: [] }));
    const user = await open();
    expect(button()).toHaveAccessibleDescription(/nothing to write/);
    read.mockResolvedValueOnce({
      look: { kind: 'none', sentence: 'No tracker was found.' },
      choices: choices(),
    });
    await user.click(screen.getByRole('button', { name: 'Look again' }));
    await waitFor(() =>
      expect(button()).toHaveAccessibleDescription('There is no tracker to summarise yet.'),
    );
  });

  it('goes to an impossible date instead of writing with another one', async () => {
    const user = await open();
    const box = screen.getByRole('textbox', { name: 'As-at date' });
    await user.clear(box);
    await user.type(box, '31/02/2025');
    await user.click(button());
    expect(box).toHaveFocus();
    expect(write).not.toHaveBeenCalled();
    await user.clear(box);
    await user.type(box, '28/02/2025');
    await user.click(button());
    await waitFor(() => expect(write).toHaveBeenCalledTimes(1));
    expect(write.mock.calls[0]![2]).toMatchObject({ asAt: '2025-02-28' });
  });

  describe('when the as-at date is changed', () => {
    async function enterDate(key = '{Enter}') {
      const slow = pending<ReturnType<typeof found>>();
      const user = await open();
      read.mockReturnValueOnce(slow.promise);
      const box = screen.getByRole('textbox', { name: 'As-at date' });
      await user.clear(box);
      await user.type(box, `31/03/2025${key}`);
      const answer = (over = {}) =>
        act(async () => slow.resolve(found(over, { asAt: '2025-03-31' })));
      return { user, box, slow, answer };
    }

    it('reads the tracker again by it, with the last figures and their date in sight meanwhile', async () => {
      const { box, answer } = await enterDate();
      const isAt = () => screen.getByText('As at').nextSibling;
      expect(read).toHaveBeenLastCalledWith(expect.objectContaining({ asAt: '2025-03-31' }));
      expect(make.mock.lastCall![1].asAt).toBeUndefined();
      expect(isAt()).toHaveTextContent('3 December 2024');
      expect(box).toHaveValue('31/03/2025');
      expect(screen.getByRole('table')).toBeVisible();
      await answer({ leftOut: 4 });
      expect(isAt()).toHaveTextContent('31 March 2025');
      expect(screen.getByText('4 rows, listed below')).toBeVisible();
    });

    it('leaves the focus where the officer has it', async () => {
      const { user, box, answer } = await enterDate('');
      await user.tab();
      const next = document.activeElement;
      expect(next).not.toBe(box);
      await answer();
      expect(document.activeElement).toBe(next);
    });

    it('keeps the focus in the box where Enter was pressed there', async () => {
      const { box, answer } = await enterDate();
      await answer();
      expect(box).toHaveFocus();
    });

    it('writes once it is read where the button was pressed meanwhile', async () => {
      const { user, answer } = await enterDate('');
      await user.click(button());
      expect(write).not.toHaveBeenCalled();
      await answer({ leftOut: 4 });
      expect(write).toHaveBeenCalledTimes(1);
      expect(write).toHaveBeenCalledWith(
        expect.objectContaining({ leftOut: 4 }),
        expect.objectContaining({ asAt: '2025-03-31' }),
        expect.objectContaining({ asAt: '2025-03-31' }),
        expect.any(Function),
      );
    });

    it('writes nothing, and goes back to the date of the figures, where it cannot be read', async () => {
      const { user, box, slow } = await enterDate('');
      await user.click(button());
      await act(async () => slow.reject(new WorkbookError('Excel is busy.')));
      expect(screen.getByRole('alert')).toHaveTextContent('Excel is busy.');
      expect(box).toHaveValue('03/12/2024');
      expect(write).not.toHaveBeenCalled();
    });
  });

  it('shows what a change of options does at once', async () => {
    make.mockImplementation((_, { basis }) =>
      summary({ plans: [plan({ notes: [`Basis ${basis}`] })] }),
    );
    const user = await open();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Weeks in a year' }), '366/7');
    const preview = screen.getByRole('region', { name: 'Preview' });
    expect(within(preview).getByText('Basis 366/7')).toBeVisible();
  });

  it('goes to a smallest change that cannot be read instead of writing with another one', async () => {
    const user = await open();
    const box = screen.getByRole('textbox', { name: /^Smallest change/ });
    expect(box).toHaveValue('3');
    await user.clear(box);
    await user.type(box, 'a few');
    await user.click(button());
    expect(box).toHaveFocus();
    expect(box).toHaveAccessibleDescription(/not an amount of £0 or more\. Up to £3\.00 is still/);
    expect(write).not.toHaveBeenCalled();
    await user.clear(box);
    await user.type(box, '5');
    await user.click(button());
    expect(write.mock.calls[0]![2]).toMatchObject({ materiality: 5 });
    await user.clear(box);
    await user.tab();
    expect(box).toHaveValue('3');
  });

  describe('the review of reasons', () => {
    const reviewing = () =>
      make.mockImplementation((_, __, ___, decisions = []) =>
        summary({
          ledger: ledgerOf(FOUR, decisions),
          plans: [plan({ notes: [`${decisions.length} decided`] })],
        }),
      );
    const way = () => screen.getByRole('button', { name: 'Review reasons' });

    it('is summed up in a line', async () => {
      reviewing();
      await open();
      const section = screen.getByRole('region', { name: 'Why costs changed' });
      expect(section).toHaveTextContent('4 young people: 1 settled, 3 need you.');
    });

    it('stands in the place of the pane until it is done, and leads back to where it was opened', async () => {
      reviewing();
      const user = await open();
      await user.click(way());
      expect(screen.getByRole('listbox', { name: 'Young people' })).toHaveFocus();
      expect(screen.getAllByRole('main')).toHaveLength(1);
      expect(screen.queryByRole('button', { name: 'Write to workbook' })).not.toBeInTheDocument();
      await user.click(screen.getByRole('button', { name: 'Back' }));
      expect(way()).toHaveFocus();
      expect(screen.queryByRole('listbox', { name: 'Young people' })).not.toBeInTheDocument();
      expect(button()).toBeVisible();
    });

    it('changes the tables at once, is kept in the workbook and is written with them', async () => {
      reviewing();
      const user = await open();
      await user.click(way());
      await user.keyboard('a');
      expect(keepDecisions).toHaveBeenCalledWith(
        [expect.objectContaining({ key: 'YP005', reason: 'Turned 18' })],
        [],
      );
      await user.click(screen.getByRole('button', { name: 'Back' }));
      expect(screen.getByText('4 young people: 2 settled, 2 need you.')).toBeVisible();
      expect(screen.getByText('You decided 1.')).toBeVisible();
      expect(screen.getByText('1 decided')).toBeVisible();
      await user.click(button());
      expect(write.mock.calls[0]![1].ledger[0]).toMatchObject({ decidedBy: 'officer' });
    });

    it('can be undone after it was closed and opened again', async () => {
      reviewing();
      const user = await open();
      await user.click(way());
      await user.keyboard('a');
      await user.click(screen.getByRole('button', { name: 'Back' }));
      await user.click(way());
      await user.keyboard('u');
      await user.click(screen.getByRole('button', { name: 'Back' }));
      expect(screen.getByText('4 young people: 1 settled, 3 need you.')).toBeVisible();
    });

    it('has a note that was begun when it is opened again', async () => {
      reviewing();
      const user = await open();
      await user.click(way());
      await user.type(screen.getByRole('textbox', { name: 'Note of the decision' }), 'Ask');
      await user.click(screen.getByRole('button', { name: 'Back' }));
      await user.click(way());
      expect(screen.getByRole('textbox', { name: 'Note of the decision' })).toHaveValue('Ask');
    });

    it('begins with the decisions that the workbook holds', async () => {
      const decided = [
        { key: 'YP006', reason: 'No change' as const, note: '', facts: 'facts of 6' },
      ];
      read.mockResolvedValue(found({ decisions: decided, written: decided }));
      reviewing();
      await open();
      expect(screen.getByText('4 young people: 2 settled, 2 need you.')).toBeVisible();
    });

    it('says that it is being worked out before a long tracker holds the pane up', async () => {
      const people = Array.from({ length: 1001 }, (_, row) => young(row).person);
      const slow = pending<ReturnType<typeof found>>();
      read.mockReturnValueOnce(slow.promise);
      const heard: (string | null)[] = [];
      make.mockImplementation(() => {
        heard.push(screen.getByRole('status').textContent);
        return summary();
      });
      render(<PlacementCosts />);
      await act(async () => slow.resolve(found({ people })));
      expect(heard[0]).toBe('Working out why costs changed…');
      expect(screen.getByRole('status')).toHaveTextContent('Read 2 young people');
      expect(screen.getByRole('main')).toHaveAttribute('aria-busy', 'false');
    });
  });

  it('says that the summary could not be made instead of breaking', async () => {
    make.mockImplementation(() => {
      throw new RangeError('J. Smith at £4,500');
    });
    await open();
    expect(screen.getByRole('alert')).toHaveTextContent(/did not expect/);
    expect(document.body).not.toHaveTextContent('Smith');
    expect(button()).toHaveAccessibleDescription('The summary could not be made.');
  });
});

describe('where a figure comes from', () => {
  const figure = { name: 'Difference a week: Cohort 1', sentences: ['It is.'], entries: [] };

  it('takes the place of the pane, is put on a sheet, and gives the pane and the focus back', async () => {
    jest.mocked(explainSelected).mockResolvedValue({ address: 'Cohorts!E7', figure, ranges: [] });
    jest.mocked(writeFigure).mockResolvedValue(written);
    const user = await open();
    await user.click(screen.getByRole('button', { name: 'Explain the selected figure' }));
    expect(await screen.findByRole('heading', { name: figure.name })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Write to workbook' })).not.toBeInTheDocument();
    expect(explainSelected).toHaveBeenCalledWith(
      expect.objectContaining({ plans: [plan()], signs: 'minus' }),
    );

    await user.click(screen.getByRole('button', { name: 'Put on a sheet of its own' }));
    expect(writeFigure).toHaveBeenCalledWith(
      figure,
      'Cohorts!E7',
      expect.objectContaining({ leftOut: 1 }),
      expect.objectContaining({ asAt: '2024-12-03' }),
      expect.objectContaining({ basis: '52' }),
      expect.any(Function),
    );
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(undoWrite).toHaveBeenCalledTimes(1);

    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(screen.getByRole('button', { name: 'Explain the selected figure' })).toHaveFocus();
    expect(button()).toBeVisible();
  });
});
