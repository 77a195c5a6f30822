import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { goTo } from '../../src/commands/goTo';
import { ProblemsSection } from '../../src/taskpane/ProblemsSection';
import { WorkbookError } from '../../src/workbook/workbookError';
import { problem } from './trackerExample';

jest.mock('../../src/commands/goTo', () => ({ goTo: jest.fn() }));
const go = jest.mocked(goTo);

// Fluent UI takes its time to render in jsdom on a busy machine.
jest.setTimeout(30_000);

beforeEach(() => go.mockReset().mockResolvedValue(undefined));

const many = (count: number, leavesOut = true) =>
  Array.from({ length: count }, (_, row) =>
    problem({ address: `Tracker!G${row + 5}`, ref: '', leavesOut }),
  );

describe('the problems', () => {
  it('say so where there is none', () => {
    render(<ProblemsSection problems={[]} />);
    expect(screen.getByText(/^None/)).toBeVisible();
  });

  it('are counted and grouped, those that leave a row out first', () => {
    render(<ProblemsSection problems={[problem({ leavesOut: false }), problem(), problem()]} />);
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('Problems (3)');
    expect(screen.getAllByRole('heading', { level: 3 }).map((h) => h.textContent)).toEqual([
      'Left out of every figure (2)',
      'In the figures, but worth a look (1)',
    ]);
  });

  it('select their cell when pressed; the name has the address and the message', async () => {
    render(<ProblemsSection problems={[problem()]} />);
    const name = 'Tracker!G12 YP-12 Weekly cost now is blank. Type the weekly cost.';
    await userEvent.click(screen.getByRole('button', { name }));
    expect(go).toHaveBeenCalledWith('Tracker!G12');
  });

  it('are plain text where they are of the whole workbook', () => {
    render(<ProblemsSection problems={[problem({ address: '', message: 'Two trackers.' })]} />);
    expect(screen.getByText('Two trackers.')).toBeVisible();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('say why a cell cannot be selected', async () => {
    go.mockRejectedValueOnce(new WorkbookError('The sheet ‘Tracker’ is no longer there.'));
    render(<ProblemsSection problems={[problem()]} />);
    await userEvent.click(screen.getByRole('button'));
    expect(await screen.findByRole('alert')).toHaveTextContent('no longer there');
  });

  it('show fifty of a long list at first, and every one when asked', async () => {
    render(<ProblemsSection problems={[...many(40), ...many(560, false)]} />);
    expect(screen.getAllByRole('listitem')).toHaveLength(50);
    await userEvent.click(screen.getByRole('button', { name: 'Show all 600 problems' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(600);
  });
});
