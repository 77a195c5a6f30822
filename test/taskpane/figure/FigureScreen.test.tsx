import '@testing-library/jest-dom';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  explainSelected,
  type ExplainedBy,
  type Explanation,
} from '../../../src/commands/explainSelected';
import { goTo } from '../../../src/commands/goTo';
import { decide } from '../../../src/domain/decisions';
import { ledgerOf, type LedgerEntry } from '../../../src/domain/ledger';
import { FigureScreen } from '../../../src/taskpane/figure/FigureScreen';
import type { WritingState } from '../../../src/taskpane/useWriting';
import { watchSelection } from '../../../src/workbook/watchSelection';
import { WorkbookError } from '../../../src/workbook/workbookError';
import { undecided, young } from '../review/reviewExample';
import { pending } from '../trackerExample';

jest.mock('../../../src/commands/explainSelected', () => ({ explainSelected: jest.fn() }));
jest.mock('../../../src/commands/goTo', () => ({ goTo: jest.fn() }));
jest.mock('../../../src/workbook/watchSelection', () => ({ watchSelection: jest.fn() }));

// Fluent UI takes its time to render in jsdom on a busy machine.
jest.setTimeout(60_000);

const explain = jest.mocked(explainSelected);
const stop = jest.fn();
const BY: ExplainedBy = {
  plans: [],
  ledger: [],
  signs: 'minus',
  seen: { dateSystem: 1900, sheets: [], tracked: [] },
};

const figure = (address: string, entries: LedgerEntry[] = undecided()): Explanation => ({
  address,
  figure: {
    name: `Difference a week: ${address}`,
    sentences: ['It is the current weekly costs.', 'The list casts to -£1,200.00.'],
    entries,
  },
  ranges: [],
});
const none = (address: string): Explanation => ({
  address,
  sentence: `${address} is blank.`,
  ranges: [],
});

beforeEach(() => {
  explain.mockReset().mockResolvedValue(figure('Cohorts!E7'));
  jest.mocked(goTo).mockReset().mockResolvedValue(undefined);
  stop.mockReset().mockResolvedValue(undefined);
  jest.mocked(watchSelection).mockReset().mockResolvedValue(stop);
});

async function open(first = figure('Cohorts!E7')) {
  explain.mockResolvedValue(first);
  const on = { onWrite: jest.fn(), onUndo: jest.fn(), onDone: jest.fn() };
  const screenWith = (writing: WritingState) => <FigureScreen by={BY} writing={writing} {...on} />;
  const { rerender, unmount } = render(screenWith({ kind: 'ready' }));
  await screen.findByText(first.sentence ?? first.figure!.name, { selector: 'p:not(.unseen), h2' });
  const show = (writing: WritingState) => rerender(screenWith(writing));
  return { user: userEvent.setup(), show, unmount, ...on };
}

/** The officer selects another cell in Excel. */
async function select(what: Explanation) {
  explain.mockResolvedValue(what);
  await act(async () => jest.mocked(watchSelection).mock.lastCall![0]());
}

const list = () => screen.getByRole('listbox', { name: 'Young people' });
const chosen = () => within(list()).getByRole('option', { selected: true });
const heading = () => screen.getByRole('heading', { level: 2 }).textContent;
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const status = () => screen.getAllByRole('status').map(({ textContent }) => textContent);

describe('where a figure comes from', () => {
  it('says how it was worked out and lists the young people, with the focus in the list', async () => {
    await open();
    expect(heading()).toBe('Difference a week: Cohorts!E7');
    expect(screen.getByText('It is the current weekly costs.')).toBeVisible();
    expect(status()[0]).toBe('Difference a week: Cohorts!E7. 4 young people listed.');
    expect(within(list()).getAllByRole('option')).toHaveLength(4);
    expect(chosen()).toHaveTextContent(
      'YP005 -£300.00 £1,000.00 before, £700.00 now Turned 18 · by the add-in',
    );
    expect(list()).toHaveFocus();
  });

  it('shows who decided, blanks as such, and the total of those who count', async () => {
    const [one, ...others] = [young(5, { costs: [1000, 400] }), young(6), young(7)];
    const { person } = others[0]!;
    const ledger = ledgerOf(
      [
        one!,
        {
          ...others[0]!,
          person: {
            ...person,
            counted: false,
            circumstances: { ...person.circumstances, current: { placement: '', provider: '' } },
          },
        },
        others[1]!,
      ],
      [decide(undecided([one!])[0]!, 'Return home', '')],
    );
    await open(figure('Change reasons!C9', ledger));
    const [first, second] = within(list()).getAllByRole('option');
    expect(first).toHaveTextContent('Return home · by an officer');
    expect(second).toHaveTextContent('Not known £1,000.00 before, No amount now');
    expect(
      screen.getByRole('heading', { name: 'Total of 2 young people, £ a week' }),
    ).toBeVisible();
    const totals = ['Before', 'Now', 'Change'].map(
      (name) => screen.getByText(name, { selector: 'dt' }).nextSibling!.textContent,
    );
    expect(totals).toEqual(['£2,000.00', '£1,100.00', '-£900.00']);
  });

  it('goes through the list by keys, to the tracker, and back to the figure', async () => {
    const { user } = await open();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(chosen()).toHaveTextContent('YP007');
    await user.keyboard('{Enter}');
    expect(goTo).toHaveBeenLastCalledWith('Tracker!A7');
    // Excel tells of the pane's own move as of any other.
    await select(none('Tracker!A7'));
    expect(heading()).toBe('Difference a week: Cohorts!E7');
    expect(chosen()).toHaveTextContent('YP007');
    await user.keyboard('{Backspace}');
    expect(goTo).toHaveBeenLastCalledWith('Cohorts!E7');
    await select(figure('Cohorts!E7'));
    expect(chosen()).toHaveTextContent('YP007');
    await user.keyboard('{End}{ArrowDown}{ArrowUp}');
    expect(chosen()).toHaveTextContent('YP007');
  });

  it('goes by links too', async () => {
    const { user } = await open({
      ...figure('Mine!B3'),
      ranges: [{ text: 'x', address: 'Tracker!G5:G9' }],
    });
    await user.click(button('Tracker!A5'));
    expect(goTo).toHaveBeenLastCalledWith('Tracker!A5');
    await user.click(button('Back to the figure, Mine!B3'));
    expect(goTo).toHaveBeenLastCalledWith('Mine!B3');
    await user.click(button('Tracker!G5:G9'));
    expect(goTo).toHaveBeenLastCalledWith('Tracker!G5:G9');
    await select(none('Tracker!G5'));
    expect(heading()).toBe('Difference a week: Mine!B3');
  });

  it('follows the selection, and says so where there is nothing to explain', async () => {
    await open();
    await select(none('Cohorts!Z9'));
    expect(screen.getByText('Cohorts!Z9 is blank.', { selector: 'p:not(.unseen)' })).toBeVisible();
    expect(status()[0]).toBe('Cohorts!Z9 is blank.');
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /sheet of its own/ })).not.toBeInTheDocument();
    await select(figure('Cohorts!F7'));
    expect(heading()).toBe('Difference a week: Cohorts!F7');
  });

  it('reads only the last of the cells that were selected while it was reading', async () => {
    await open();
    const slow = pending<Explanation>();
    explain.mockReset().mockReturnValueOnce(slow.promise).mockResolvedValue(figure('Cohorts!G9'));
    const moved = jest.mocked(watchSelection).mock.lastCall![0];
    act(() => [1, 2, 3].forEach(() => moved()));
    await act(async () => slow.resolve(figure('Cohorts!F9')));
    expect(explain).toHaveBeenCalledTimes(2);
    expect(heading()).toBe('Difference a week: Cohorts!G9');
  });

  it('leaves the focus where it is while the officer works in the sheet', async () => {
    await open(none('Cohorts!Z9'));
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
    act(() => (document.activeElement as HTMLElement).blur());
    await select(figure('Cohorts!F7'));
    expect(document.body).toHaveFocus();
  });

  it('says why a cell could not be read, and goes on with the next', async () => {
    await open();
    explain.mockRejectedValueOnce(new WorkbookError('Excel is waiting for a cell.'));
    await act(async () => jest.mocked(watchSelection).mock.lastCall![0]());
    expect(screen.getByRole('alert')).toHaveTextContent('Excel is waiting for a cell.');
    await select(figure('Cohorts!F7'));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('stops listening when it is left', async () => {
    const { unmount } = await open();
    unmount();
    expect(stop).toHaveBeenCalledTimes(1);
  });

  it('draws no more of thousands than can be seen', async () => {
    const many = undecided(Array.from({ length: 3000 }, (_, i) => young(i + 1)));
    const { user } = await open(figure('Cohorts!E9', many));
    expect(within(list()).getAllByRole('option').length).toBeLessThan(40);
    await user.keyboard('{End}');
    expect(chosen()).toHaveAttribute('aria-posinset', '3000');
  });
});

describe('putting a figure on a sheet of its own', () => {
  const written = {
    kind: 'written',
    written: { sheets: [{ id: 'f', name: 'Where a figure comes from' }] },
    undoing: false,
  } as unknown as WritingState;

  it('writes what is shown, says where it is, and offers the way back', async () => {
    const { user, show, onWrite, onUndo } = await open();
    await user.click(button('Put on a sheet of its own'));
    expect(onWrite).toHaveBeenCalledWith(figure('Cohorts!E7').figure, 'Cohorts!E7');
    show({ kind: 'writing' });
    expect(button('Writing…')).toHaveAttribute('aria-disabled', 'true');
    // The new sheet comes to the front, before and after the pane knows its name.
    await select(none("'Where a figure comes from'!A1"));
    show(written);
    await select(none("'Where a figure comes from'!A1"));
    expect(status()[1]).toContain('Put on the sheet ‘Where a figure comes from’');
    expect(heading()).toBe('Difference a week: Cohorts!E7');
    await user.click(button('Undo'));
    expect(onUndo).toHaveBeenCalledTimes(1);
    show({ kind: 'undone' });
    expect(status()[1]).toBe('Undone: the workbook is as it was before.');
  });

  it('says so where nothing was written, or it failed', async () => {
    const { user, show } = await open();
    await user.click(button('Put on a sheet of its own'));
    show({ kind: 'changed' });
    expect(status()[1]).toMatch(/^Nothing was written: the tracker has changed/);
    show({ kind: 'failed', failure: 'The sheet is protected.' });
    expect(screen.getByRole('alert')).toHaveTextContent('The sheet is protected.');
  });

  it('says nothing of what the pane wrote before', async () => {
    const { show } = await open();
    show(written);
    expect(status()[1]).toBe('');
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
  });
});
