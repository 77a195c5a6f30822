import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Check } from '../../src/domain/reconcile/check';
import { ReconciliationSection } from '../../src/taskpane/ReconciliationSection';
import type { PointedState } from '../../src/taskpane/usePointed';

// Fluent UI takes its time to render in jsdom on a busy machine.
jest.setTimeout(30_000);

const check = (over: Partial<Check> = {}): Check => ({
  table: 'Cohorts',
  check: 'Rows add up to the total: Weekly cost',
  status: 'passes',
  difference: 0,
  unit: 'pounds',
  detail: '‘Total’ is £190.00; the rows add up to £190.00.',
  ...over,
});
const pointed = (over: Partial<PointedState> = {}): PointedState => ({
  figures: [],
  addresses: [],
  busy: false,
  add: jest.fn(),
  remove: jest.fn(),
  ...over,
});
const FAILS = check({ status: 'fails', check: 'Averages follow', detail: '‘Home’ is off.' });

describe('the reconciliation', () => {
  it('counts what passes and keeps it out of sight until it is asked for', async () => {
    render(<ReconciliationSection checks={[check(), check()]} pointed={pointed()} />);
    expect(screen.getByText(/^2 checks: 2 pass/)).toBeVisible();
    expect(screen.queryByRole('listitem')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show the 2 that pass' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
  });

  it('shows what fails before what is off by rounding', () => {
    render(
      <ReconciliationSection
        checks={[check({ status: 'rounding', difference: -0.01 }), FAILS]}
        pointed={pointed()}
      />,
    );
    const [first, second] = screen.getAllByRole('listitem');
    expect(first).toHaveTextContent('Fails Averages follow');
    expect(second).toHaveTextContent('Rounding only');
  });

  it('takes the selected cell, and lets it go again', async () => {
    const state = pointed({
      addresses: ['Budget!C12'],
      failure: 'Budget!C13 holds no figure to compare with.',
    });
    render(<ReconciliationSection checks={[check()]} pointed={state} />);
    expect(screen.getByRole('alert')).toHaveTextContent('Budget!C13 holds no figure');
    await userEvent.click(screen.getByRole('button', { name: 'Compare the selected cell' }));
    expect(state.add).toHaveBeenCalledTimes(1);
    await userEvent.click(screen.getByRole('button', { name: 'Leave out Budget!C12' }));
    expect(state.remove).toHaveBeenCalledWith('Budget!C12');
  });
});
