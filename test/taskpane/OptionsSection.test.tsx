import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef } from 'react';
import type { Choices } from '../../src/commands/choices';
import { OptionsSection } from '../../src/taskpane/OptionsSection';
import type { TypedField } from '../../src/taskpane/useTyped';
import { choices } from './trackerExample';

function show(chosen: Partial<Choices> = {}, date: Partial<TypedField> = {}, amount = {}) {
  const heard = {
    onBasis: jest.fn(),
    onSigns: jest.fn(),
    onFigures: jest.fn(),
    type: jest.fn(),
    settle: jest.fn(),
  };
  render(
    <OptionsSection
      choices={choices(chosen)}
      asAt="2024-12-03"
      dateField={{ text: '03/12/2024', type: heard.type, settle: heard.settle, ...date }}
      dateInput={createRef()}
      materialityField={{ text: '3', type: heard.type, settle: heard.settle, ...amount }}
      materialityInput={createRef()}
      onBasis={heard.onBasis}
      onSigns={heard.onSigns}
      onFigures={heard.onFigures}
    />,
  );
  return heard;
}
const offered = () => screen.getAllByRole('option').map((option) => option.textContent);

describe('the options', () => {
  it('offer the stated bases and the financial years about the as-at date with their days', () => {
    show();
    expect(offered()).toEqual([
      '52 (usual)',
      '52.14',
      '52.18',
      '365/7',
      '366/7',
      '53',
      '2023/24 (366 days)',
      '2024/25 (365 days)',
      '2025/26 (365 days)',
      '2026/27 (365 days)',
    ]);
  });

  it('offer a year chosen before, however far from the as-at date', () => {
    show({ basis: '2019/20' });
    expect(screen.getByRole('combobox', { name: 'Weeks in a year' })).toHaveValue('2019/20');
  });

  it('take another basis', async () => {
    const { onBasis } = show();
    await userEvent.selectOptions(screen.getByRole('combobox'), '365/7');
    expect(onBasis).toHaveBeenCalledWith('365/7');
  });

  it('show a saving as each style writes it, and take another', async () => {
    const { onSigns } = show();
    expect(screen.getAllByRole('radio').map((radio) => radio.parentElement?.textContent)).toEqual([
      '-£45.00',
      '(£45.00)',
      '£45.00 favourable',
    ]);
    expect(screen.getByRole('radio', { name: '-£45.00' })).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: '£45.00 favourable' }));
    expect(onSigns).toHaveBeenCalledWith('favourable');
  });

  it('write formulas unless values alone are asked for', async () => {
    const { onFigures } = show();
    const box = screen.getByRole('checkbox', { name: 'Write figures as values alone' });
    expect(box).not.toBeChecked();
    expect(box).toHaveAccessibleDescription(
      'Otherwise they are formulas that follow the sheet Change reasons.',
    );
    await userEvent.click(box);
    expect(onFigures).toHaveBeenCalledWith('values');
  });

  it('take values alone back', async () => {
    const { onFigures } = show({ figures: 'values' });
    await userEvent.click(screen.getByRole('checkbox', { checked: true }));
    expect(onFigures).toHaveBeenCalledWith('live');
  });

  it('settle the date on Enter and when the box is left', async () => {
    const { type, settle } = show();
    const box = screen.getByRole('textbox', { name: 'As-at date' });
    await userEvent.type(box, '5{Enter}');
    expect(type).toHaveBeenCalledWith('03/12/20245');
    expect(settle).toHaveBeenCalledTimes(1);
    await userEvent.tab();
    expect(settle).toHaveBeenCalledTimes(2);
  });

  it('say what is wrong with a date beside its box, and which date still stands', () => {
    show({}, { wrong: 'This box holds "31/02/2025".' });
    const box = screen.getByRole('textbox', { name: 'As-at date' });
    expect(box).toBeInvalid();
    expect(box).toHaveAccessibleDescription(
      'This box holds "31/02/2025". The figures are still as at 3 December 2024.',
    );
  });

  it('say what is wrong with the smallest change that counts, and which one still stands', () => {
    show({ materiality: 5 }, {}, { wrong: 'This box holds "few".' });
    const box = screen.getByRole('textbox', { name: 'Smallest change that counts (£ a week)' });
    expect(box).toBeInvalid();
    expect(box).toHaveAccessibleDescription(
      'This box holds "few". Up to £5.00 is still ‘No change’.',
    );
  });
});
