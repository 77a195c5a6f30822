import { act, renderHook, waitFor } from '@testing-library/react';
import { keepPointed, pointedAgain, selectedFigure } from '../../src/commands/pointedFigures';
import type { Pointed } from '../../src/reports/reconcile';
import { usePointed } from '../../src/taskpane/usePointed';
import { WorkbookError } from '../../src/workbook/workbookError';
import { pending } from './trackerExample';

jest.mock('../../src/commands/pointedFigures', () => ({
  keepPointed: jest.fn(),
  pointedAgain: jest.fn(),
  selectedFigure: jest.fn(),
}));
const keep = jest.mocked(keepPointed);
const again = jest.mocked(pointedAgain);
const selected = jest.mocked(selectedFigure);

const pointed = (address: string, value = 1): Pointed => ({
  address,
  figure: { value, step: 0.01, text: `£${value}.00`, isMoney: true, isPercent: false },
});
const TOTAL = 'Budget!C12';
const OTHER = 'Ledger!B2';

beforeEach(() => {
  keep.mockReset().mockResolvedValue(undefined);
  again.mockReset().mockImplementation(async (addresses) => ({
    figures: addresses.map((address) => pointed(address)),
    lost: [],
  }));
  selected.mockReset().mockResolvedValue(pointed(OTHER));
});

type Kept = { kept: readonly string[] | undefined };
const opened = (kept: Kept['kept']) =>
  renderHook((props: Kept) => usePointed(props.kept), { initialProps: { kept } });

describe('totals that the officer pointed at', () => {
  it('are there again when the pane is opened anew', async () => {
    const { result } = opened([TOTAL]);
    await waitFor(() => expect(result.current.figures).toEqual([pointed(TOTAL)]));
    expect(result.current.addresses).toEqual([TOTAL]);
  });

  it('are not asked for where none are kept', () => {
    opened(undefined).rerender({ kept: [] });
    expect(again).not.toHaveBeenCalled();
  });

  it('are kept by their address, never by what the cell holds, as they are chosen and left out', async () => {
    const { result } = opened([TOTAL]);
    await waitFor(() => expect(result.current.busy).toBe(false));
    await act(async () => result.current.add());
    expect(keep).toHaveBeenLastCalledWith([TOTAL, OTHER]);
    await act(async () => result.current.remove(TOTAL));
    expect(keep).toHaveBeenLastCalledWith([OTHER]);
    expect(result.current.figures).toEqual([pointed(OTHER)]);
  });

  it('that are gone, or hold no number any more, are said and can be left out', async () => {
    again.mockResolvedValue({
      figures: [pointed(OTHER)],
      lost: [{ address: TOTAL, why: 'There is no sheet Budget in this workbook.' }],
    });
    const { result } = opened([TOTAL, OTHER]);
    await waitFor(() =>
      expect(result.current.failure).toBe('There is no sheet Budget in this workbook.'),
    );
    expect(result.current.addresses).toContain(TOTAL);
    await act(async () => result.current.remove(TOTAL));
    expect(result.current.failure).toBeUndefined();
    expect(keep).toHaveBeenLastCalledWith([OTHER]);
  });

  it('are read anew with each look, and what was chosen here outlives an older look', async () => {
    const { result, rerender } = opened([]);
    await act(async () => result.current.add());
    again.mockResolvedValue({ figures: [pointed(OTHER, 7)], lost: [] });
    rerender({ kept: [] });
    await waitFor(() => expect(result.current.figures).toEqual([pointed(OTHER, 7)]));
    expect(again).toHaveBeenCalledWith([OTHER]);
  });

  it('say in a sentence why a cell could not be taken, and keep nothing of it', async () => {
    selected.mockRejectedValue(new WorkbookError('Budget!C13 holds no figure to compare with.'));
    const { result } = opened([]);
    await act(async () => result.current.add());
    expect(result.current.failure).toBe('Budget!C13 holds no figure to compare with.');
    expect(keep).not.toHaveBeenCalled();
  });

  it('are taken one at a time', async () => {
    const slow = pending<Pointed>();
    selected.mockReturnValue(slow.promise);
    const { result } = opened([]);
    act(() => result.current.add());
    act(() => result.current.add());
    expect(result.current.busy).toBe(true);
    await act(async () => slow.resolve(pointed(OTHER)));
    expect(selected).toHaveBeenCalledTimes(1);
    expect(result.current.busy).toBe(false);
  });
});
