import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { goTo } from '../../src/commands/goTo';
import { proofreadSelected } from '../../src/commands/proofreadSelected';
import { ProofreadSection } from '../../src/taskpane/ProofreadSection';
import { WorkbookError } from '../../src/workbook/workbookError';

jest.mock('../../src/commands/proofreadSelected', () => ({ proofreadSelected: jest.fn() }));
jest.mock('../../src/commands/goTo', () => ({ goTo: jest.fn().mockResolvedValue(undefined) }));
const proofread = jest.mocked(proofreadSelected);

// Fluent UI takes its time to render in jsdom on a busy machine.
jest.setTimeout(30_000);

const press = () =>
  userEvent.click(screen.getByRole('button', { name: 'Proofread the selected cells' }));

describe('proofreading in the pane', () => {
  it('says what does not cast, and leads to a cell that is no figure', async () => {
    proofread.mockResolvedValue({
      name: 'Paper!A1:C9',
      tables: 1,
      checks: [
        {
          table: 'Savings',
          check: 'Rows add up to the total: Children',
          status: 'fails',
          difference: 1,
          unit: 'number',
          detail: '‘Total’ is 6; the rows add up to 5.',
        },
      ],
      problems: [{ place: 'Paper!C4', label: 'Beta', message: 'Paper!C4 holds "TBC".' }],
    });
    render(<ProofreadSection />);
    await press();
    expect(await screen.findByText(/^Paper!A1:C9, 1 table\. 1 check: none passes/)).toBeVisible();
    expect(screen.getByText('‘Total’ is 6; the rows add up to 5.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /^Paper!C4 Beta/ }));
    expect(goTo).toHaveBeenCalledWith('Paper!C4');
  });

  it('says in a sentence why nothing could be proofread', async () => {
    proofread.mockRejectedValue(new WorkbookError('The selected cells are blank.'));
    render(<ProofreadSection />);
    await press();
    expect(await screen.findByRole('alert')).toHaveTextContent('The selected cells are blank.');
  });
});
