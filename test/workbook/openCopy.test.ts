import * as fc from 'fast-check';
import { openCopy } from '../../src/workbook/openCopy';
import { WorkbookError } from '../../src/workbook/workbookError';
import { excelWithSheets, type PlayedExcel } from './excelWithSheets';

let excel: PlayedExcel;
const opened: (Uint8Array | undefined)[] = [];
beforeAll(async () => {
  excel = await excelWithSheets({ Tracker: [] });
  excel.host.book.listen((event) => {
    if (event.kind === 'workbook created') opened.push(event.file);
  });
});
beforeEach(() => void (opened.length = 0));
afterAll(() => excel.close());

/** Bytes that repeat in no power of two, so that one lost or doubled is noticed. */
const bytesOf = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 7 + 3) % 251);

describe('a copy that is opened', () => {
  it('has the bytes of its file, whatever they are', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
        opened.length = 0;
        await openCopy(bytes);
        expect(opened).toEqual([bytes]);
      }),
      { numRuns: 30 },
    ));

  it.each([0x7fff, 0x8000, 0x8001, 0x10001, 1_000_000])(
    'comes through whole: %i bytes',
    async (length) => {
      await openCopy(bytesOf(length));
      expect(Buffer.compare(opened[0]!, bytesOf(length))).toBe(0);
    },
  );

  it('is refused in a sentence, and opens when it is tried again', async () => {
    excel.host.failures.atRequest(1, 'AccessDenied');
    await expect(openCopy(bytesOf(9))).rejects.toThrow(WorkbookError);
    expect(opened).toEqual([]);
    await openCopy(bytesOf(9));
    expect(opened).toEqual([bytesOf(9)]);
  });
});
