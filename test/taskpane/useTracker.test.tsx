import { act, renderHook, waitFor } from '@testing-library/react';
import { readTracker } from '../../src/commands/readTracker';
import { useTracker } from '../../src/taskpane/useTracker';
import { WorkbookError } from '../../src/workbook/workbookError';
import type { WorkbookSeen } from '../../src/workbook/tracker';
import { choices, pending, tracker } from './trackerExample';

jest.mock('../../src/commands/readTracker', () => ({ readTracker: jest.fn() }), { virtual: true });

const read = jest.mocked(readTracker);
const found = (over = {}) => ({
  look: { kind: 'found' as const, tracker: tracker(over) },
  choices: choices({ signs: 'brackets' }),
});

beforeEach(() => read.mockReset().mockResolvedValue(found()));

async function looked() {
  const hook = renderHook(() => useTracker());
  await waitFor(() => expect(hook.result.current[0].looking).toBe(false));
  return hook;
}

describe('the tracker as the pane knows it', () => {
  it('is looked for once when the pane opens, with the choices kept in the workbook', async () => {
    const { result } = await looked();
    expect(read).toHaveBeenCalledTimes(1);
    expect(read).toHaveBeenCalledWith(undefined);
    expect(result.current[0]).toMatchObject({
      look: { kind: 'found' },
      choices: { signs: 'brackets' },
    });
  });

  it('is read again with a column that the officer chose', async () => {
    const { result } = await looked();
    await act(() => result.current[1].chooseColumn('cohort', 'Group'));
    expect(read).toHaveBeenLastCalledWith(
      expect.objectContaining({ columns: { cohort: 'Group' }, signs: 'brackets' }),
    );
    expect(result.current[0].choices?.columns).toEqual({ cohort: 'Group' });
  });

  it('drops chosen columns with the sheet they were chosen on', async () => {
    const { result } = await looked();
    await act(() => result.current[1].chooseColumn('cohort', 'Group'));
    await act(() => result.current[1].chooseSheet('Tracker 23-24'));
    expect(read).toHaveBeenLastCalledWith(
      expect.objectContaining({ sheet: 'Tracker 23-24', columns: { cohort: undefined } }),
    );
  });

  it('is not read again for a choice of basis or signs', async () => {
    const { result } = await looked();
    act(() => result.current[1].choose({ basis: '365/7' }));
    expect(read).toHaveBeenCalledTimes(1);
    expect(result.current[0].choices).toMatchObject({ basis: '365/7', signs: 'brackets' });
  });

  it('is read again by the as-at date that was chosen, and its date is that of the look in sight', async () => {
    const { result } = await looked();
    const slow = pending<ReturnType<typeof found>>();
    read.mockReturnValueOnce(slow.promise);
    let again!: Promise<boolean>;
    act(() => void (again = result.current[1].chooseAsAt('2025-03-31')));
    expect(read).toHaveBeenLastCalledWith(expect.objectContaining({ asAt: '2025-03-31' }));
    expect(result.current[0]).toMatchObject({
      look: { kind: 'found' },
      looking: true,
      choices: { asAt: '2025-03-31' },
      readAsAt: undefined,
    });
    await act(async () => {
      slow.resolve({ ...found(), choices: choices({ asAt: '2025-03-31' }) });
      await again;
    });
    expect(result.current[0]).toMatchObject({ looking: false, readAsAt: '2025-03-31' });
  });

  it('takes an as-at date back by saying that there is none', async () => {
    const { result } = await looked();
    await act(() => result.current[1].chooseAsAt('2025-03-31'));
    await act(() => result.current[1].chooseAsAt(undefined));
    expect(Object.entries(read.mock.lastCall![0]!)).toContainEqual(['asAt', undefined]);
  });

  it('knows the sheets as the pane left them, and the cells as they were last read', async () => {
    const { result } = await looked();
    const cells = [{ sheetId: 's1' }] as WorkbookSeen['tracked'];
    read.mockResolvedValueOnce(found({ seen: { sheets: [], tracked: cells } }));
    await act(async () => void (await result.current[1].lookAgain()));
    const sheets = [{ id: 'c', name: 'Cohorts', unfinished: false }];
    act(() => result.current[1].saw({ dateSystem: 1900, sheets, tracked: [] }));
    expect(result.current[0].look).toMatchObject({ tracker: { seen: { sheets, tracked: cells } } });
  });

  it('knows what the ledger sheet says after the pane wrote it, and that it says nothing without one', async () => {
    const { result } = await looked();
    const decisions = [{ key: 'YP005', reason: 'Turned 18' as const, note: '', facts: '' }];
    const area = { top: 0, left: 0, bottom: 1, right: 1 };
    const ledger = { sheetId: 'l', area, bytesARow: 1, decisions };
    const written = () => {
      const { look } = result.current[0];
      return look?.kind === 'found' && [look.tracker.written, look.tracker.seen.ledger];
    };
    act(() => result.current[1].saw({ dateSystem: 1900, sheets: [], tracked: [], ledger }));
    expect(written()).toEqual([decisions, ledger]);
    act(() => result.current[1].saw({ dateSystem: 1900, sheets: [], tracked: [] }));
    expect(written()).toEqual([[], undefined]);
  });

  it('keeps an option that is picked while a look is on its way', async () => {
    const { result } = await looked();
    const slow = pending<ReturnType<typeof found>>();
    read.mockReturnValueOnce(slow.promise);
    let again!: Promise<boolean>;
    act(() => void (again = result.current[1].lookAgain()));
    act(() => result.current[1].choose({ signs: 'favourable' }));
    await act(async () => {
      slow.resolve(found());
      await again;
    });
    expect(result.current[0].choices?.signs).toBe('favourable');
  });

  it('shows the last look that was asked for, whichever comes back last', async () => {
    const { result } = await looked();
    const [first, second] = [
      pending<ReturnType<typeof found>>(),
      pending<ReturnType<typeof found>>(),
    ];
    read.mockReturnValueOnce(first.promise).mockReturnValueOnce(second.promise);
    act(() => void result.current[1].chooseColumn('cohort', 'A'));
    act(() => void result.current[1].chooseColumn('cohort', 'B'));
    await act(async () => second.resolve(found({ leftOut: 2 })));
    await act(async () => first.resolve(found({ leftOut: 1 })));
    expect(result.current[0]).toMatchObject({ look: { tracker: { leftOut: 2 } }, looking: false });
  });

  it('keeps what was known, and the columns that worked, when a look fails', async () => {
    const { result } = await looked();
    read.mockRejectedValueOnce(new WorkbookError('Excel is busy. Finish the cell you are in.'));
    await act(async () => void (await result.current[1].chooseColumn('cohort', 'Gone')));
    expect(result.current[0]).toMatchObject({
      look: { kind: 'found' },
      looking: false,
      failure: 'Excel is busy. Finish the cell you are in.',
    });
    expect(result.current[0].choices?.columns).toEqual({});
  });

  it('goes back to the date of the figures in sight when a look by another fails', async () => {
    read.mockResolvedValue({ ...found(), choices: choices({ asAt: '2024-12-03' }) });
    const { result } = await looked();
    read.mockRejectedValueOnce(new WorkbookError('Excel is busy.'));
    await act(async () => void (await result.current[1].chooseAsAt('2025-03-31')));
    expect(result.current[0]).toMatchObject({
      choices: { asAt: '2024-12-03' },
      readAsAt: '2024-12-03',
    });
  });

  it('goes back past choices that were never read', async () => {
    const { result } = await looked();
    read.mockReturnValueOnce(pending<ReturnType<typeof found>>().promise);
    read.mockRejectedValueOnce(new WorkbookError('Excel is busy.'));
    act(() => void result.current[1].chooseColumn('cohort', 'A'));
    await act(async () => void (await result.current[1].chooseColumn('cohort', 'B')));
    expect(result.current[0].choices?.columns).toEqual({});
  });

  it('forgets the failure when the next look succeeds', async () => {
    read.mockRejectedValueOnce(new WorkbookError('Excel is busy.'));
    const { result } = await looked();
    expect(result.current[0].failure).toBe('Excel is busy.');
    await act(async () => void (await result.current[1].lookAgain()));
    expect(result.current[0].failure).toBeUndefined();
    expect(result.current[0].look?.kind).toBe('found');
  });
});
