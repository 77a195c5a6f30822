import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import { PreviewSection } from '../../src/taskpane/PreviewSection';
import { LEDGER_ID } from '../../src/reports/changeReasons';
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

  it('shows the first rows and the total of a long table, and says how many more there are', () => {
    const { table: shape } = plan();
    const rows = Array.from({ length: 40 }, (_, index) => [`Cohort ${index + 1}`, 1, 2]);
    const long = plan({ table: { ...shape, rows: [...rows, ['Total', 40, 80]] } });
    render(<PreviewSection plans={[long]} signs="minus" />);
    const names = within(table()).getAllByRole('rowheader');
    expect(names.map((cell) => cell.textContent)).toEqual([
      ...rows.slice(0, 10).map(([name]) => name),
      'Total',
    ]);
    expect(screen.getByText('and 30 more rows, which the sheet will hold.')).toBeVisible();
  });

  it('counts the rows that name young people, and shows none of them', () => {
    render(<PreviewSection plans={[plan({ id: LEDGER_ID, publishable: false })]} signs="minus" />);
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    expect(
      screen.getByText(/^3 rows that name young people\. Review reasons shows them/),
    ).toBeVisible();
    expect(screen.queryByText('Cohort 1')).not.toBeInTheDocument();
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
    expect(sides).toEqual(['words', 'figures', 'figures key']);
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

  it('gives each figure the heading to show where the headings have no room', () => {
    render(<PreviewSection plans={[plan()]} signs="minus" />);
    const row = within(table()).getByRole('row', { name: /Cohort 2/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => [cell.dataset.heading, cell.textContent]),
    ).toEqual([
      ['Young people', '46'],
      ['Difference', '+£17,563.88'],
    ]);
  });

  it('brings out the first change of each row, and no other', () => {
    const { columns, rows } = plan().table;
    const twice = {
      name: 'Twice',
      columns: [...columns, { key: 'annual', heading: 'A year', format: 'change' as const }],
      rows: rows.map((row) => [...row, 1]),
    };
    render(<PreviewSection plans={[plan({ table: twice })]} signs="minus" />);
    const keys = within(table())
      .getAllByRole('cell')
      .filter((cell) => cell.classList.contains('key'))
      .map((cell) => cell.dataset.heading);
    expect(keys).toEqual(['Difference', 'Difference', 'Difference']);
  });

  // Laid out as a list in a narrow pane, it would otherwise be no table to a screen reader.
  it('says of each of its parts what it is', () => {
    const { container } = render(<PreviewSection plans={[plan()]} signs="minus" />);
    const parts = container.querySelectorAll('table, table *');
    expect(new Set([...parts].map((part) => part.getAttribute('role')))).toEqual(
      new Set(['table', 'rowgroup', 'row', 'columnheader', 'rowheader', 'cell']),
    );
  });

  const lists = () =>
    screen.getAllByRole('list').map((list) =>
      within(list)
        .getAllByRole('listitem')
        .map((note) => note.textContent),
    );

  it('gives the notes that all sheets carry once, and the others below their table', () => {
    const plans = [
      plan({ notes: ['Source.', 'A year is 52 weeks.', 'Signs.'] }),
      plan({ id: 'o', title: 'Opportunities', notes: ['Source.', 'Signs.', '46 without one.'] }),
    ];
    render(<PreviewSection plans={plans} signs="minus" />);
    expect(lists()).toEqual([['A year is 52 weeks.'], ['46 without one.'], ['Source.', 'Signs.']]);
    expect(screen.getByRole('heading', { name: 'On every sheet' })).toBeVisible();
  });

  it('keeps all notes of a single sheet below its table', () => {
    render(<PreviewSection plans={[plan()]} signs="minus" />);
    expect(lists()).toEqual([['A year is 52 weeks.']]);
    expect(screen.queryByRole('heading', { name: 'On every sheet' })).not.toBeInTheDocument();
  });
});
