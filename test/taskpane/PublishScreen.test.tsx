import '@testing-library/jest-dom';
import { configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef } from 'react';
import * as commands from '../../src/commands/copyToPublish';
import type { Summary } from '../../src/commands/summarise';
import { HiddenCell } from '../../src/taskpane/publish/HiddenCell';
import { PublishScreen } from '../../src/taskpane/publish/PublishScreen';
import { PublishSection } from '../../src/taskpane/publish/PublishSection';
import { WorkbookError } from '../../src/workbook/workbookError';
import { sampleSheets } from '../sampleWorkbook';
import { summaryOf } from '../reports/plansOf';
import { choices, pending } from './trackerExample';

// There is no workbook beside this screen: what was read stands, unless a test says otherwise.
jest.mock('../../src/commands/copyToPublish', () => {
  const actual = jest.requireActual<typeof commands>('../../src/commands/copyToPublish');
  return {
    ...actual,
    copyInWorkbook: jest.fn((...[summary, chosen]: Parameters<typeof actual.copyInWorkbook>) =>
      Promise.resolve({ ...actual.copyOf(summary, chosen), asSeen: true }),
    ),
    openAsWorkbook: jest.fn(actual.openAsWorkbook),
    documentFile: jest.fn(actual.documentFile),
  };
});
const copied = jest.mocked(commands.copyInWorkbook);
const opened = jest.mocked(commands.openAsWorkbook);

jest.setTimeout(60_000);
// What is hidden takes its time to be found on a busy machine.
configure({ asyncUtilTimeout: 15_000 });

const NOTHING_SEEN = {} as never;

let sample: Summary;
beforeEach(() => jest.clearAllMocks());
beforeAll(async () => {
  sample = summaryOf(await sampleSheets()).summary;
});

function show(summary: Summary, threshold = 5) {
  const onSuppress = jest.fn();
  const onDone = jest.fn();
  const onLookAgain = jest.fn(() => Promise.resolve(true));
  const screenOf = (suppress: number) => (
    <PublishScreen
      summary={summary}
      choices={choices({ suppress })}
      seen={NOTHING_SEEN}
      onSuppress={onSuppress}
      onLookAgain={onLookAgain}
      onDone={onDone}
    />
  );
  const { rerender } = render(screenOf(threshold));
  return {
    onSuppress,
    onLookAgain,
    onDone,
    user: userEvent.setup(),
    rerender: (suppress: number) => rerender(screenOf(suppress)),
  };
}

const copy = (
  summary: Summary,
  { threshold = 5, asSeen = true } = {},
): commands.CopyInWorkbook => ({
  ...commands.copyOf(summary, choices({ suppress: threshold })),
  asSeen,
});

const page = (name: RegExp) =>
  screen.getByText(name, { selector: 'summary' }).closest('details') as HTMLElement;

async function unfold(name: RegExp): Promise<HTMLElement> {
  const details = page(name) as HTMLDetailsElement;
  details.open = true;
  fireEvent(details, new Event('toggle'));
  await within(details).findByRole('table');
  return details;
}

describe('the copy to publish', () => {
  it('says how much is hidden, and which sheets stay in the workbook', async () => {
    show(sample);
    const sentence = /figures of few young people are hidden in \d+ tables/;
    expect((await screen.findByText(sentence)).parentElement).toHaveRole('status');
    const kept = screen.getByText(/These may name young people and stay in this workbook/);
    expect(kept).toHaveTextContent(
      /Change reasons.*Ten dearest placements.*Joint funding by child/,
    );
    // A copy has a cover of its own.
    expect(kept).not.toHaveTextContent('Cover');
  });

  it('shows each page as it will be published, and before, with why each figure is hidden', async () => {
    const { user } = show(sample);
    await screen.findByText(/Discharges by route: \d+ hidden/);
    const details = await unfold(/Discharges by route/);
    expect(within(details).getByRole('row', { name: /^Kinship/ })).toHaveTextContent('[c]');
    await user.click(screen.getByRole('radio', { name: /as in this workbook/ }));
    const kinship = within(details).getByRole('row', { name: /^Kinship/ });
    expect(kinship).not.toHaveTextContent('[c]');
    expect(within(kinship).getByText('4')).toBeInTheDocument();
    expect(within(kinship).getAllByText('few').length).toBeGreaterThan(0);
  });

  it('hides nothing where that is chosen, and warns', async () => {
    show(sample, 0);
    expect(await screen.findByText(/^Nothing is hidden in \d+ tables/)).toBeInTheDocument();
    expect(screen.getByText(/Counts of one are children/)).toBeInTheDocument();
  });

  it('offers to publish every count, under a name that says so', async () => {
    show(sample);
    await screen.findByText(/figures of few young people are hidden/);
    const names = screen.getAllByRole('option').map(({ textContent }) => textContent);
    expect(names.slice(0, 3)).toEqual(['nothing: every count is published', '1', '1 to 2']);
    expect(names).toHaveLength(10);
  });

  it('has the threshold chosen', async () => {
    const { onSuppress, user } = show(sample);
    const select = screen.getByRole('combobox', { name: 'Hide counts of' });
    expect(select).toHaveDisplayValue('1 to 5 (usual)');
    await user.selectOptions(select, '1 to 9');
    expect(onSuppress).toHaveBeenCalledWith(9);
  });

  it('warns of commentary that quotes what is hidden', async () => {
    const plans = sample.plans.map((plan) =>
      plan.id === 'discharges'
        ? { ...plan, commentary: { label: '', text: 'Two young people returned home in 2024/25.' } }
        : plan,
    );
    show({ ...sample, plans });
    expect(
      await screen.findByText(
        /Commentary seems to quote hidden figures: ‘Two’ on ‘Discharges by route’/,
      ),
    ).toBeInTheDocument();
    opened.mockResolvedValueOnce();
    await userEvent.click(screen.getByRole('button', { name: 'Open as a new workbook' }));
    expect(await screen.findByText(/^The copy is open/)).toHaveTextContent(
      /Its commentary seems to quote hidden figures: see the warning above\.$/,
    );
  });

  it('says in a sentence why it could not be made, and tries again on request', async () => {
    copied.mockRejectedValueOnce(new WorkbookError('Excel is waiting for a cell.'));
    const { user } = show(sample);
    expect(await screen.findByRole('alert')).toHaveTextContent('Excel is waiting for a cell.');
    expect(screen.queryByRole('button', { name: 'Open as a new workbook' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/figures of few young people are hidden/)).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('shows nothing of a failure that is ours to be sorry for but that', async () => {
    copied.mockRejectedValueOnce(new Error('YP-12 costs 4500'));
    show(sample);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(/^Something went wrong/);
    expect(alert).not.toHaveTextContent('YP-12');
  });

  it('does not show the copy of another threshold while one is made, nor give it away', async () => {
    const { rerender, user } = show(sample);
    await screen.findByText(/figures of few young people are hidden/);
    const later = pending<commands.CopyInWorkbook>();
    copied.mockReturnValueOnce(later.promise);
    rerender(9);
    const looking = screen.getByText('Looking for what is to be hidden…');
    expect(looking.parentElement).toHaveRole('status');
    const button = screen.getByRole('button', { name: 'Open as a new workbook' });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    await user.click(button);
    expect(opened).not.toHaveBeenCalled();
    later.resolve(copy(sample, { threshold: 9 }));
    await waitFor(() => expect(button).not.toHaveAttribute('aria-disabled', 'true'));
  });

  it('is opened with the commentary that stands in the workbook then', async () => {
    const { user } = show(sample);
    await screen.findByText(/figures of few young people are hidden/);
    const said = sample.plans.map((plan) => ({
      ...plan,
      commentary: plan.commentary && { ...plan.commentary, text: 'Reworded.' },
    }));
    copied.mockResolvedValueOnce(copy({ ...sample, plans: said }));
    opened.mockResolvedValueOnce();
    await user.click(screen.getByRole('button', { name: 'Open as a new workbook' }));
    expect(await screen.findByText(/^The copy is open as a new workbook/)).toHaveRole('status');
    const [appendix] = opened.mock.lastCall!;
    expect(appendix.plans.map(({ commentary }) => commentary)).toContain('Reworded.');
  });

  it('says in a sentence why a file could not be made, and makes it on the next press', async () => {
    const { user } = show(sample);
    opened.mockRejectedValueOnce(new WorkbookError('Excel could not do this.'));
    opened.mockResolvedValueOnce();
    const button = await screen.findByRole('button', { name: 'Open as a new workbook' });
    await waitFor(() => expect(button).not.toHaveAttribute('aria-disabled', 'true'));
    await user.click(button);
    expect(await screen.findByRole('alert')).toHaveTextContent('Excel could not do this.');
    await user.click(button);
    expect(await screen.findByText(/^The copy is open as a new workbook/)).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it.each([
    ['has been read again: look through the pages, then press the button once more', true],
    ['Reading it again failed: press the button once more', false],
  ])('is not made of figures that have changed in the workbook: %s', async (said, isRead) => {
    const { user, onLookAgain } = show(sample);
    await screen.findByText(/figures of few young people are hidden/);
    copied.mockResolvedValueOnce(copy(sample, { asSeen: false }));
    onLookAgain.mockResolvedValueOnce(isRead);
    opened.mockResolvedValueOnce();
    const button = screen.getByRole('button', { name: 'Open as a new workbook' });
    await user.click(button);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(/^No copy was made: the tracker has changed since it was read/);
    expect(alert).toHaveTextContent(said);
    expect(opened).not.toHaveBeenCalled();
    expect(onLookAgain).toHaveBeenCalledTimes(1);
    await user.click(button);
    expect(await screen.findByText(/^The copy is open as a new workbook/)).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('goes back', async () => {
    const { onDone, user } = show(sample);
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(onDone).toHaveBeenCalled();
  });
});

describe('the way to the copy', () => {
  it('is a section of the pane with a button that opens it and takes the focus back', async () => {
    const onOpen = jest.fn();
    const opener = createRef<HTMLButtonElement>();
    render(<PublishSection openRef={opener} onOpen={onOpen} />);
    const section = within(screen.getByRole('region', { name: 'The copy to publish' }));
    const button = section.getByRole('button', { name: 'Prepare the copy' });
    await userEvent.click(button);
    expect(onOpen).toHaveBeenCalledTimes(1);
    expect(opener.current).toBe(button);
  });
});

describe('a figure that is hidden', () => {
  const cell = (isSmall: boolean) => {
    render(
      <table>
        <tbody>
          <tr>
            <td>
              <HiddenCell text="4" isSmall={isSmall} />
            </td>
          </tr>
        </tbody>
      </table>,
    );
  };

  it.each([
    ['few', true],
    ['protects', false],
  ])('is read out as hidden, with why: %s', (why, isSmall) => {
    cell(isSmall);
    expect(screen.getByRole('cell', { name: `hidden: 4 ${why}` })).toBeInTheDocument();
    expect(screen.getByText('4').tagName).toBe('S');
  });
});
