import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ColumnsSection } from '../../src/taskpane/ColumnsSection';
import { rolesOf } from '../../src/domain/sources/source';
import { TRACKER } from '../../src/domain/sources/tracker';
import { choices, tracker } from './trackerExample';

function show(over = {}, chosen = {}, looking = false) {
  const onColumn = jest.fn();
  render(
    <ColumnsSection
      tracker={tracker(over)}
      choices={choices(chosen)}
      looking={looking}
      onColumn={onColumn}
    />,
  );
  return onColumn;
}

const picker = (name: string | RegExp) => screen.getByRole('combobox', { name });

describe('the columns', () => {
  it('are those taken for each role, the required ones first', () => {
    show();
    const labels = screen.getAllByRole('combobox').map((box) => (box as HTMLSelectElement).value);
    expect(labels.slice(0, 2)).toEqual(['Original weekly cost', 'Current weekly cost']);
    expect(picker(/^Weekly cost before/)).toBeRequired();
    expect(picker('Cohort')).toHaveValue('Cohort');
    expect(picker('Cohort')).not.toBeRequired();
  });

  it('offer every heading, and none', () => {
    show();
    const offered = within(picker('Cohort')).getAllByRole('option');
    expect(offered.map((option) => option.textContent)).toEqual([
      'No column',
      ...tracker().headings,
    ]);
  });

  it('can be corrected one by one', async () => {
    const onColumn = show();
    await userEvent.selectOptions(picker('Cohort'), 'Notes');
    expect(onColumn).toHaveBeenLastCalledWith('cohort', 'Notes');
    await userEvent.selectOptions(picker('Identified opportunity'), 'No column');
    expect(onColumn).toHaveBeenLastCalledWith('opportunity', '');
  });

  it('show the officer’s choice while it is being read, and what was taken after', () => {
    show({}, { columns: { cohort: 'Notes' } }, true);
    expect(picker('Cohort')).toHaveValue('Notes');
  });

  it('show what was taken, not an old choice that no longer fits', () => {
    show({}, { columns: { cohort: 'A heading that is gone' } });
    expect(picker('Cohort')).toHaveValue('Cohort');
  });

  it('say which required ones are missing, and where to choose them', () => {
    show({ missing: ['currentCost'], columns: { originalCost: 'Original weekly cost' } });
    expect(screen.getByText(/No column was found for ‘Weekly cost now’/)).toBeVisible();
    expect(picker(/^Weekly cost now/)).toBeInvalid();
    expect(picker(/^Weekly cost now/)).toHaveAccessibleDescription('Choose a column.');
    expect(picker(/^Weekly cost before/)).toBeValid();
  });

  it('have a picker for every role once ‘More columns’ is opened', async () => {
    show();
    const more = screen.getByRole('button', { name: /More columns/ });
    expect(more).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByRole('combobox', { name: 'Date of birth' })).not.toBeInTheDocument();
    await userEvent.click(more);
    expect(screen.getAllByRole('combobox')).toHaveLength(rolesOf(TRACKER).length);
    expect(picker('Date of birth')).toBeVisible();
  });
});
