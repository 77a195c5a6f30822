import { act, renderHook } from '@testing-library/react';
import { keepDecisions } from '../../../src/commands/keepDecisions';
import { decide, takeBack } from '../../../src/domain/decisions';
import type { Decision } from '../../../src/domain/ledger';
import { useDecisions } from '../../../src/taskpane/review/useDecisions';
import { WorkbookError } from '../../../src/workbook/workbookError';
import { pending } from '../trackerExample';
import { undecided } from './reviewExample';

jest.mock('../../../src/commands/keepDecisions', () => ({ keepDecisions: jest.fn() }));
const keep = jest.mocked(keepDecisions);
beforeEach(() => keep.mockReset().mockResolvedValue(undefined));

const [first, second] = undecided() as [never, never];
const eighteen = decide(first, 'Turned 18');
const home = decide(first, 'Return home');
const order = decide(second, 'SGO granted');

const inWorkbook = (...decisions: Decision[]) => ({ decisions, written: decisions });

const ledger = (decisions: Decision[]) => ({
  sheetId: 'ledger',
  area: { top: 0, left: 0, bottom: 1, right: 1 },
  bytesARow: 1,
  decisions,
});

function deciding(workbook = inWorkbook()) {
  const { result, rerender } = renderHook(
    (props: { workbook: typeof workbook; looking: boolean }) =>
      useDecisions(props.workbook, props.looking),
    { initialProps: { workbook, looking: false } },
  );
  return {
    result,
    decide: (now: Decision, before: Decision) =>
      act(async () => result.current.decide({ said: 'Said', now: [now], before: [before] })),
    undo: () => act(async () => void result.current.undo()),
    /** The workbook is read, and what is found there is handed on. */
    look: async (found: Decision[], meanwhile = async () => {}) => {
      rerender({ workbook, looking: true });
      await meanwhile();
      rerender({ workbook: inWorkbook(...found), looking: false });
    },
  };
}

describe('the officer’s decisions', () => {
  it('are those of the workbook with those made here on top', async () => {
    const { result, decide } = deciding(inWorkbook(eighteen, order));
    await decide(home, eighteen);
    expect(result.current.decisions).toEqual([order, home]);
  });

  it('are kept at once, with what the ledger sheet says already', async () => {
    const { decide } = deciding(inWorkbook(order));
    await decide(eighteen, takeBack(first));
    expect(keep).toHaveBeenCalledWith([order, eighteen], [order]);
  });

  it('are kept one round after another, the newest of those waiting next', async () => {
    const slow = pending<void>();
    keep.mockReturnValueOnce(slow.promise);
    const { decide } = deciding();
    await decide(eighteen, takeBack(first));
    await decide(home, eighteen);
    await decide(order, takeBack(second));
    expect(keep).toHaveBeenCalledTimes(1);
    await act(async () => slow.resolve());
    expect(keep.mock.calls.map(([all]) => all)).toEqual([[eighteen], [home, order]]);
  });

  it('go back one step at a time, and what goes back is kept too', async () => {
    const { result, decide, undo } = deciding(inWorkbook(eighteen));
    await decide(home, eighteen);
    expect(result.current.undoable).toBe(true);
    await undo();
    expect(result.current.decisions).toEqual([eighteen]);
    expect(keep).toHaveBeenLastCalledWith([eighteen], [eighteen]);
    expect(result.current.undoable).toBe(false);
    await undo();
    expect(keep).toHaveBeenCalledTimes(2);
  });

  it('are kept again where the ledger sheet does not say them after a write or its undo', async () => {
    const { result, decide } = deciding();
    await decide(eighteen, takeBack(first));
    const saw = (...decisions: Decision[]) =>
      act(async () =>
        result.current.saw({
          dateSystem: 1900,
          sheets: [],
          tracked: [],
          ledger: ledger(decisions),
        }),
      );
    await saw(eighteen);
    expect(keep).toHaveBeenCalledTimes(1);
    await saw(home);
    expect(keep).toHaveBeenLastCalledWith([eighteen], [home]);
    await act(async () => result.current.saw({ dateSystem: 1900, sheets: [], tracked: [] }));
    expect(keep).toHaveBeenLastCalledWith([eighteen], []);
    expect(keep).toHaveBeenCalledTimes(3);
  });

  it('count although they could not be kept, and the next keeping takes them along', async () => {
    keep.mockRejectedValueOnce(new WorkbookError('Excel is busy.'));
    const { result, decide } = deciding();
    await decide(eighteen, takeBack(first));
    expect(result.current.failure).toBe('Excel is busy.');
    expect(result.current.decisions).toEqual([eighteen]);
    await decide(order, takeBack(second));
    expect(keep).toHaveBeenLastCalledWith([eighteen, order], []);
    expect(result.current.failure).toBeUndefined();
  });

  it('give way to what the officer typed on the ledger sheet since they were kept', async () => {
    const { result, decide, look } = deciding();
    await decide(eighteen, takeBack(first));
    await look([home]);
    expect(result.current.decisions).toEqual([home]);
  });

  it('stay on top of a look that began before they were kept', async () => {
    const { result, decide, look } = deciding();
    await look([], () => decide(eighteen, takeBack(first)));
    expect(result.current.decisions).toEqual([eighteen]);
  });

  it('stay on top of a look where they could not be kept', async () => {
    keep.mockRejectedValue(new WorkbookError('Excel is busy.'));
    const { result, decide, look } = deciding();
    await decide(eighteen, takeBack(first));
    await look([order]);
    expect(result.current.decisions).toEqual([order, eighteen]);
  });
});
