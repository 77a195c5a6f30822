import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { checkAccessibility } from '../../src/commands/checkAccessibility';
import { goTo } from '../../src/commands/goTo';
import type { Fault } from '../../src/domain/accessibility/faults';
import { AccessibilitySection } from '../../src/taskpane/AccessibilitySection';
import { WorkbookError } from '../../src/workbook/workbookError';

jest.mock('../../src/commands/checkAccessibility', () => ({ checkAccessibility: jest.fn() }));
jest.mock('../../src/commands/goTo', () => ({ goTo: jest.fn().mockResolvedValue(undefined) }));
const checked = jest.mocked(checkAccessibility);

// Fluent UI takes its time to render in jsdom on a busy machine.
jest.setTimeout(30_000);

const press = () => userEvent.click(screen.getByRole('button', { name: 'Check this workbook' }));
const merged = (row: number): Fault => ({
  rule: 'merged-cells',
  heading: 'Merged cells',
  mend: 'Unmerge them.',
  sheet: 'My costs',
  area: { top: row, left: 0, bottom: row, right: 2 },
  what: 'Cells are merged.',
});
const NO_TITLE: Fault = {
  rule: 'document-title',
  heading: 'Document title',
  mend: 'Give it one.',
  what: 'The document has no title.',
};

describe('the accessibility of a workbook in the pane', () => {
  it('says what is amiss and how to mend it, and leads to the cells', async () => {
    checked.mockResolvedValue({
      sheets: 3,
      faults: [NO_TITLE, merged(0)],
      notLookedAt: ['links', 'where the cursor is'],
    });
    render(<AccessibilitySection />);
    await press();
    const region = within(screen.getByRole('region', { name: 'Accessibility of this workbook' }));
    expect(await region.findByText('3 sheets checked: 2 faults to mend.')).toBeVisible();
    expect(region.getByText(/2 faults to mend/).parentElement).toHaveAttribute('aria-live');
    expect(region.getByRole('heading', { name: 'Merged cells (1)' })).toBeVisible();
    expect(region.getByText('Unmerge them.')).toBeVisible();
    expect(region.getByText('The document has no title.').closest('button')).toBeNull();
    expect(region.getByText(/look yourself: links, where the cursor is\./)).toBeVisible();
    await userEvent.click(region.getByRole('button', { name: /^'My costs'!A1:C1/ }));
    expect(goTo).toHaveBeenCalledWith("'My costs'!A1:C1");
  });

  it('shows the first few of many faults of a kind, and the rest on request', async () => {
    const faults = Array.from({ length: 12 }, (_, row) => merged(row));
    checked.mockResolvedValue({ sheets: 1, faults, notLookedAt: [] });
    render(<AccessibilitySection />);
    await press();
    expect(await screen.findAllByRole('listitem')).toHaveLength(5);
    await userEvent.click(screen.getByRole('button', { name: 'Show 7 more: Merged cells' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(12);
    // The button is gone; the focus goes on with the first that it brought.
    expect(screen.getByRole('button', { name: /^'My costs'!A6:C6/ })).toHaveFocus();
  });

  it('says so where nothing is found, and where nothing could be checked', async () => {
    checked.mockResolvedValueOnce({ sheets: 1, faults: [], notLookedAt: [] });
    render(<AccessibilitySection />);
    await press();
    expect(await screen.findByText('1 sheet checked: nothing to mend was found.')).toBeVisible();
    checked.mockRejectedValueOnce(new WorkbookError('Excel is waiting for a cell.'));
    await press();
    expect(await screen.findByRole('alert')).toHaveTextContent('Excel is waiting for a cell.');
    expect(screen.queryByText(/nothing to mend/)).toBeNull();
  });
});
