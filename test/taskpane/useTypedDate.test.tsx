import { act, renderHook } from '@testing-library/react';
import { useTypedDate } from '../../src/taskpane/useTypedDate';

function field() {
  const choose = jest.fn();
  const { result } = renderHook(() => useTypedDate('2024-12-03', choose));
  const enter = (text: string) => {
    act(() => result.current.type(text));
    act(() => result.current.settle());
  };
  return { result, choose, enter };
}

describe('the as-at date as it is typed', () => {
  it('begins with the date that the figures are at, the UK way round', () => {
    expect(field().result.current.text).toBe('03/12/2024');
  });

  it('takes a UK date', () => {
    const { choose, enter } = field();
    enter('31 March 2025');
    expect(choose).toHaveBeenCalledWith('2025-03-31');
  });

  it('takes an empty box as "the date that the tracker gives"', () => {
    const { choose, enter } = field();
    enter('');
    expect(choose).toHaveBeenCalledWith(undefined);
  });

  it('says what is wrong with an impossible date, keeps it to be mended, and chooses nothing', () => {
    const { result, choose, enter } = field();
    enter('31/02/2025');
    expect(result.current.wrong).toMatch(/^This box .*31\/02\/2025.*\.$/);
    expect(result.current.text).toBe('31/02/2025');
    expect(choose).not.toHaveBeenCalled();
    enter('28/02/2025');
    expect(result.current.wrong).toBeUndefined();
    expect(choose).toHaveBeenCalledWith('2025-02-28');
  });

  it('leaves the choice alone where nothing was typed', () => {
    const { result, choose } = field();
    act(() => result.current.settle());
    expect(choose).not.toHaveBeenCalled();
  });
});
