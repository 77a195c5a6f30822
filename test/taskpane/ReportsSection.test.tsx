import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Offer } from '../../src/commands/offers';
import { defaultTerms } from '../../src/reports/terms';
import { ReportsSection } from '../../src/taskpane/ReportsSection';
import { plan } from './trackerExample';

const offer = (id: string, over: Partial<Offer> = {}): Offer => ({
  report: {
    id,
    sheet: id,
    name: `Report of ${id}`,
    needs: `a list of ${id}`,
    make: () => undefined,
  },
  made: { plan: plan({ id }), problems: [] },
  chosen: true,
  ...over,
});

const show = (offers: Offer[]) => {
  const onWithout = jest.fn();
  const onTerms = jest.fn();
  render(
    <ReportsSection offers={offers} terms={defaultTerms} onWithout={onWithout} onTerms={onTerms} />,
  );
  return { onWithout, onTerms, user: userEvent.setup() };
};

describe('the reports on other lists', () => {
  it('are offered where the workbook has what they need, and the others say what that is', async () => {
    const { user } = show([offer('homes'), offer('leavers', { made: undefined })]);
    expect(screen.getAllByRole('checkbox').map((box) => box.closest('li')!.textContent)).toEqual([
      'Report of homes',
    ]);
    await user.click(screen.getByText(/^1 report needs what is not in this workbook$/));
    expect(screen.getByText('Report of leavers needs a list of leavers.')).toBeVisible();
  });

  it('are left out and taken back one by one', async () => {
    const { user, onWithout } = show([offer('homes'), offer('leavers', { chosen: false })]);
    const [homes, leavers] = screen.getAllByRole('checkbox');
    expect(homes).toBeChecked();
    expect(leavers).not.toBeChecked();
    await user.click(homes!);
    expect(onWithout).toHaveBeenLastCalledWith(['leavers', 'homes']);
    await user.click(leavers!);
    expect(onWithout).toHaveBeenLastCalledWith([]);
  });

  it.each([
    ['High cost is more than, £ a week', '12k', { highCost: 12_000 }],
    ['New in-house foster families', '20', { newFamilies: 20 }],
    ['Uplift from 1 April, per cent', '3.5%', { uplift: 0.035 }],
    ['Uplift from 1 April, per cent', '', {}],
  ])('reckon with what is typed under %s: %j', async (label, typed, chosen) => {
    const { user, onTerms } = show([offer('homes')]);
    const box = screen.getByRole('textbox', { name: label });
    await user.clear(box);
    if (typed !== '') await user.type(box, typed);
    await user.tab();
    expect(onTerms).toHaveBeenLastCalledWith({ ...defaultTerms, ...chosen });
  });

  it.each([
    ['High cost is more than, £ a week', 'much', 'amount of £0 a week or more'],
    ['New in-house foster families', '2.5', 'a whole number of families'],
    ['Uplift from 1 April, per cent', '140', 'a percentage of 0 to 100'],
  ])('say below %s why %s cannot be taken', async (label, typed, why) => {
    const { user, onTerms } = show([offer('homes')]);
    const box = screen.getByRole('textbox', { name: label });
    await user.clear(box);
    await user.type(box, `${typed}{Enter}`);
    expect(onTerms).not.toHaveBeenCalled();
    expect(box).toBeInvalid();
    expect(box).toHaveAccessibleDescription(expect.stringContaining(why));
  });

  it('have nothing to offer in a workbook with a tracker alone', () => {
    show([offer('homes', { made: undefined }), offer('leavers', { made: undefined })]);
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    expect(within(screen.getByRole('group')).getByText(/^2 reports need/)).toBeVisible();
  });
});
