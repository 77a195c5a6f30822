import { act, renderHook } from '@testing-library/react';
import { undoWrite, writeSummary, type WriteOutcome } from '../../src/commands/writeSummary';
import { useWriting, type Work } from '../../src/taskpane/useWriting';
import { WorkbookError } from '../../src/workbook/workbookError';
import { choices, pending, summary, tracker } from './trackerExample';

jest.mock(
  '../../src/commands/writeSummary',
  () => ({ writeSummary: jest.fn(), undoWrite: jest.fn() }),
  { virtual: true },
);

const write = jest.mocked(writeSummary);
const undo = jest.mocked(undoWrite);
const written = {
  kind: 'written',
  sheets: [{ id: 'cohorts', name: 'Cohorts' }],
  receipt: { seen: { sheets: [], tracked: [] }, sheets: [] },
  seen: { sheets: [{ id: 'cohorts', name: 'Cohorts', unfinished: false }], tracked: [] },
} as unknown as Extract<WriteOutcome, { kind: 'written' }>;
const workbook = { lookAgain: jest.fn(), saw: jest.fn() };

beforeEach(() => {
  write.mockReset().mockResolvedValue(written);
  undo.mockReset().mockResolvedValue(undefined);
  workbook.lookAgain.mockReset().mockResolvedValue(true);
  workbook.saw.mockReset();
});

const work: Work = (onProgress) => writeSummary(tracker(), summary(), choices(), onProgress);

const writing = () => {
  const { result } = renderHook(() => useWriting(workbook));
  return {
    result,
    press: () => act(() => result.current[1].write(work)),
  };
};

describe('writing the summary', () => {
  it('says how far it is while it writes, and what was written after', async () => {
    const slow = pending<WriteOutcome>();
    write.mockReturnValueOnce(slow.promise);
    const { result } = writing();
    act(() => void result.current[1].write(work));
    expect(result.current[0]).toEqual({ kind: 'writing' });
    act(() => write.mock.calls[0]![3]!({ done: 1, of: 3, doing: 'Writing Cohorts' }));
    expect(result.current[0]).toEqual({
      kind: 'writing',
      progress: { done: 1, of: 3, doing: 'Writing Cohorts' },
    });
    await act(async () => slow.resolve(written));
    expect(result.current[0]).toEqual({ kind: 'written', written, undoing: false });
  });

  it('happens once when the button is pressed twice', async () => {
    const slow = pending<WriteOutcome>();
    write.mockReturnValue(slow.promise);
    const { result } = writing();
    act(() => {
      void result.current[1].write(work);
      void result.current[1].write(work);
    });
    await act(async () => slow.resolve(written));
    expect(write).toHaveBeenCalledTimes(1);
  });

  it('reads the tracker again, and says so, where it changed meanwhile', async () => {
    write.mockResolvedValueOnce({ kind: 'changed' });
    const { result, press } = writing();
    await press();
    expect(workbook.lookAgain).toHaveBeenCalledTimes(1);
    expect(workbook.saw).not.toHaveBeenCalled();
    expect(result.current[0]).toEqual({ kind: 'changed' });
  });

  it('makes known what it did to the workbook, which is not read again for it', async () => {
    const { result, press } = writing();
    await press();
    expect(workbook.saw.mock.calls).toEqual([[written.seen]]);
    await act(() => result.current[1].undo());
    expect(workbook.saw.mock.calls).toEqual([[written.seen], [written.receipt.seen]]);
    expect(workbook.lookAgain).not.toHaveBeenCalled();
  });

  it('says nothing of the workbook where writing or undoing failed', async () => {
    const { result, press } = writing();
    write.mockRejectedValueOnce(new WorkbookError('The workbook is protected.'));
    await press();
    expect(workbook.saw).not.toHaveBeenCalled();
    await press();
    undo.mockRejectedValueOnce(new WorkbookError('A sheet is protected.'));
    await act(() => result.current[1].undo());
    expect(workbook.saw.mock.calls).toEqual([[written.seen]]);
  });

  it('gives the sentence of a failure and can be pressed again', async () => {
    write.mockRejectedValueOnce(new WorkbookError('The workbook is protected.'));
    const { result, press } = writing();
    await press();
    expect(result.current[0]).toMatchObject({
      kind: 'failed',
      failure: 'The workbook is protected.',
    });
    await press();
    expect(result.current[0].kind).toBe('written');
  });

  it('undoes with the receipt of that write', async () => {
    const { result, press } = writing();
    await press();
    await act(() => result.current[1].undo());
    expect(undo).toHaveBeenCalledWith(written.receipt);
    expect(result.current[0]).toEqual({ kind: 'undone' });
  });

  it('keeps the earlier write at hand for undoing when a later one fails', async () => {
    const { result, press } = writing();
    await press();
    write.mockRejectedValueOnce(new WorkbookError('The workbook is protected.'));
    await press();
    await act(() => result.current[1].undo());
    expect(undo).toHaveBeenCalledWith(written.receipt);
  });

  it('keeps what was written in sight when undoing fails', async () => {
    undo.mockRejectedValueOnce(new WorkbookError('A sheet is protected.'));
    const { result, press } = writing();
    await press();
    await act(() => result.current[1].undo());
    expect(result.current[0]).toEqual({
      kind: 'written',
      written,
      undoing: false,
      failure: 'A sheet is protected.',
    });
  });
});
