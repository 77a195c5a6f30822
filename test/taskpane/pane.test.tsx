import '@testing-library/jest-dom';
import { act, screen } from '@testing-library/react';
import { showPane } from '../../src/taskpane/pane';

jest.mock('../../src/taskpane/PlacementCosts', () => ({
  PlacementCosts: () => {
    throw new Error('YP-12 at £4,500');
  },
}));

describe('a pane that breaks', () => {
  it('says so, offers to reload, and writes nothing to the console', () => {
    const console_ = (['error', 'warn', 'log'] as const).map((level) =>
      jest.spyOn(console, level).mockImplementation(() => undefined),
    );
    const place = document.body.appendChild(document.createElement('div'));
    act(() => showPane(place));
    expect(screen.getByRole('alert')).toHaveTextContent(/came to a stop/);
    expect(screen.getByRole('button', { name: 'Reload' })).toBeEnabled();
    expect(document.body).not.toHaveTextContent('YP-12');
    console_.forEach((spy) => expect(spy).not.toHaveBeenCalled());
  });
});
