import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef } from 'react';
import type { TypedField } from '../../src/taskpane/useTyped';
import { WordingSection } from '../../src/taskpane/WordingSection';

function show(meeting: Partial<TypedField> = {}) {
  const onWording = jest.fn();
  render(
    <WordingSection
      wording={{ authority: 'The council', title: 'Appendix A' }}
      asAt="2024-12-03"
      meetingField={{ text: '', type: jest.fn(), settle: jest.fn(), ...meeting }}
      meetingInput={createRef()}
      onWording={onWording}
    />,
  );
  return onWording;
}
const box = (name: string) => screen.getByRole('textbox', { name });

describe('the wording', () => {
  it('has a box for each, with what stands where it is empty', () => {
    show();
    expect(screen.getAllByRole('textbox')).toHaveLength(5);
    expect(box('Title of the appendix')).toHaveValue('Appendix A');
    expect(box('Period')).toHaveAccessibleDescription('If empty: ‘Period 9, 2024/25’.');
    expect(box('Date of the meeting')).toHaveAccessibleDescription('Day, month, year.');
  });

  it('takes what was typed when the box is left, in one line, and the rest as it was', async () => {
    const onWording = show();
    await userEvent.type(box('Committee'), '  Children’s   Scrutiny ');
    expect(onWording).not.toHaveBeenCalled();
    await userEvent.tab();
    expect(onWording).toHaveBeenCalledWith({
      title: 'Appendix A',
      authority: 'The council',
      committee: 'Children’s Scrutiny',
    });
  });

  it('takes an emptied box for nothing said', async () => {
    const onWording = show();
    await userEvent.clear(box('Authority'));
    await userEvent.keyboard('{Enter}');
    expect(onWording).toHaveBeenCalledWith({ title: 'Appendix A', authority: undefined });
  });

  it('says that a date cannot be read, and what stands', () => {
    show({ text: 'soon', wrong: 'This box holds "soon", which is not a date.' });
    expect(box('Date of the meeting')).toHaveAccessibleDescription(
      'This box holds "soon", which is not a date. No date is given until then.',
    );
  });
});
