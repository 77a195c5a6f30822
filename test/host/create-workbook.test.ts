import type { Booted } from '../../host/boot-jsdom';
import { Book } from '../../host/model/book';
import { officePage } from './office-page';

let page: Booted;
afterEach(() => page.close());

async function created(base64?: string): Promise<(Uint8Array | undefined)[]> {
  page = await officePage({ book: Book.blank() });
  const files: (Uint8Array | undefined)[] = [];
  page.host.book.listen((event) => {
    if (event.kind === 'workbook created') files.push(event.file);
  });
  await page.window.Excel.createWorkbook(base64);
  return files;
}

describe('a workbook that the add-in makes', () => {
  it('is opened with the bytes of its file', async () => {
    const files = await created(Buffer.from([80, 75, 3, 4, 255]).toString('base64'));
    expect(files.map((file) => [...file!])).toEqual([[80, 75, 3, 4, 255]]);
  });

  it('is blank without a file', async () => {
    expect(await created()).toEqual([undefined]);
  });

  it('is refused where the file is no base64', async () => {
    await expect(created('not base64!')).rejects.toMatchObject({ code: 'InvalidArgument' });
  });
});
