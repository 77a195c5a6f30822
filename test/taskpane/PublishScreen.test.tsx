import '@testing-library/jest-dom';
import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Summary } from '../../src/commands/summarise';
import { PublishScreen } from '../../src/taskpane/publish/PublishScreen';
import { sampleSheets } from '../sampleWorkbook';
import { summaryOf } from '../reports/plansOf';
import { choices } from './trackerExample';

jest.setTimeout(60_000);

const NOTHING_SEEN = { sheets: [] } as never;

let sample: Summary;
beforeAll(async () => {
  sample = summaryOf(await sampleSheets()).summary;
});

function show(summary: Summary, suppress = 5) {
  const onSuppress = jest.fn();
  const onDone = jest.fn();
  render(
    <PublishScreen
      summary={summary}
      choices={choices({ suppress })}
      seen={NOTHING_SEEN}
      onSuppress={onSuppress}
      onDone={onDone}
    />,
  );
  return { onSuppress, onDone, user: userEvent.setup() };
}

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
    expect(
      await screen.findByText(/figures of few young people are hidden in \d+ tables/),
    ).toHaveRole('status');
    expect(screen.getByText(/These name young people and stay in this workbook/)).toHaveTextContent(
      /Change reasons.*Ten dearest placements.*Joint funding by child/,
    );
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
  });

  it('goes back', async () => {
    const { onDone, user } = show(sample);
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(onDone).toHaveBeenCalled();
  });
});
