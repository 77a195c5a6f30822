import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import { PreviewSection } from '../../src/taskpane/PreviewSection';
import { plan } from './trackerExample';

const table = () => screen.getByRole('table', { name: 'Change in weekly cost by cohort' });

describe('the preview', () => {
  it('is a table for each sheet, named by its title', () => {
    render(
      <PreviewSection plans={[plan(), plan({ id: 'o', title: 'Opportunities' })]} signs="minus" />,
    );
    expect(screen.getAllByRole('table')).toHaveLength(2);
    expect(table()).toBeVisible();
  });

  it('scopes its headings to columns and rows', () => {
    render(<PreviewSection plans={[plan()]} signs="minus" />);
    const columns = within(table()).getAllByRole('columnheader');
    expect(columns.map((cell) => [cell.textContent, cell.getAttribute('scope')])).toEqual([
      ['Cohort', 'col'],
      ['Young people', 'col'],
      ['Difference', 'col'],
    ]);
    const rows = within(table()).getAllByRole('rowheader');
    expect(rows.map((cell) => cell.textContent)).toEqual(['Cohort 1', 'Cohort 2', 'Total']);
  });

  it('shows money to the penny in the chosen style', () => {
    render(<PreviewSection plans={[plan()]} signs="brackets" />);
    const row = within(table()).getByRole('row', { name: /Total/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['103', '(£14,724.86)']);
  });

  it('puts numbers and their headings to the right, words to the left', () => {
    render(<PreviewSection plans={[plan()]} signs="minus" />);
    const sides = within(table())
      .getAllByRole('columnheader')
      .map((cell) => cell.className);
    expect(sides).toEqual(['words', 'figures', 'figures']);
    within(table())
      .getAllByRole('cell')
      .forEach((cell) => expect(cell).toHaveClass('figures'));
  });

  it('marks the last row as a total only where the plan has one', () => {
    const { container, rerender } = render(<PreviewSection plans={[plan()]} signs="minus" />);
    expect(container.querySelectorAll('.plan-total')).toHaveLength(1);
    rerender(<PreviewSection plans={[plan({ total: false })]} signs="minus" />);
    expect(container.querySelectorAll('.plan-total')).toHaveLength(0);
  });

  it('can be scrolled from the keyboard and gives the notes', () => {
    render(<PreviewSection plans={[plan()]} signs="minus" />);
    const region = screen.getByRole('region', { name: 'Change in weekly cost by cohort' });
    expect(region).toHaveAttribute('tabindex', '0');
    expect(screen.getByText('A year is 52 weeks.')).toBeVisible();
  });
});
