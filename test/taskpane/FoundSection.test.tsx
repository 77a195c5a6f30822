import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FoundSection } from '../../src/taskpane/FoundSection';
import type { TrackerState } from '../../src/taskpane/useTracker';
import { choices, tracker } from './trackerExample';

const found = (over = {}, chosen = {}): TrackerState => ({
  look: { kind: 'found', tracker: tracker(over) },
  choices: choices(chosen),
  looking: false,
});

function show(state: TrackerState, asAt?: string) {
  const onLookAgain = jest.fn();
  const onSheet = jest.fn();
  render(<FoundSection state={state} asAt={asAt} onLookAgain={onLookAgain} onSheet={onSheet} />);
  return { onLookAgain, onSheet };
}

const fact = (name: string) =>
  screen.getAllByText(name).map((term) => term.nextElementSibling?.textContent);

describe('what was found', () => {
  it('names the sheet, the cells, the heading row, the young people and what was left out', () => {
    show(found({ leftOut: 2 }), '2024-12-03');
    expect(screen.getByRole('region', { name: 'What was found' })).toBeVisible();
    expect(fact('Sheet')).toEqual(['Tracker']);
    expect(fact('Cells')).toEqual(['A4:F148, headings in row 4']);
    expect(fact('Young people')).toEqual(['2']);
    expect(fact('Left out')).toEqual(['2 rows, listed below']);
    expect(fact('As at')).toEqual(['3 December 2024']);
  });

  it('names every sheet that a tracker is spread over', () => {
    const parts = ['Cohort 1', 'Cohort 2'].map((sheet) => ({
      sheet,
      address: `'${sheet}'!A1:F20`,
      headingRow: 1,
    }));
    show(found({ parts }));
    expect(fact('Sheet')).toEqual(['Cohort 1', 'Cohort 2']);
  });

  it('says nothing of young people while a column is missing, for none was read', () => {
    show(found({ missing: ['currentCost'], changes: [] }));
    expect(screen.queryByText('Young people')).not.toBeInTheDocument();
  });

  it('offers another sheet that could be a tracker', async () => {
    const { onSheet } = show(found({ otherSheets: ['Tracker 23-24'] }));
    const picker = screen.getByRole('combobox', { name: 'Sheet to read' });
    expect(within(picker).getAllByRole('option')).toHaveLength(3);
    await userEvent.selectOptions(picker, 'Tracker 23-24');
    expect(onSheet).toHaveBeenCalledWith('Tracker 23-24');
  });

  it('lets a chosen sheet go again', async () => {
    const { onSheet } = show(found({}, { sheet: 'Tracker' }));
    await userEvent.selectOptions(screen.getByRole('combobox'), 'Choose for me');
    expect(onSheet).toHaveBeenCalledWith(undefined);
  });

  it('asks nothing where there is one sheet to choose from', () => {
    show(found());
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
  });

  it('says that it is looking, and what was looked for where nothing was found', async () => {
    show({ looking: true });
    expect(screen.getByText('Looking through this workbook…')).toBeVisible();
    const { onLookAgain } = show({
      look: { kind: 'none', sentence: 'No tracker was found.' },
      looking: false,
    });
    expect(screen.getByText('No tracker was found.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Look again' }));
    expect(onLookAgain).toHaveBeenCalledTimes(1);
  });

  it('reads a failure out and keeps what was found', () => {
    show({ ...found(), failure: 'Excel is busy.' });
    expect(screen.getByRole('alert')).toHaveTextContent('Excel is busy.');
    expect(fact('Sheet')).toEqual(['Tracker']);
  });
});
