import { ExcelHost } from '../excel-host';
import { Book } from '../model/book';
import { connect } from '../page';
import { loadXlsx, saveXlsx, WorkbookFileError } from '../xlsx';
import { offerThemes } from './theme';
import { Windows } from './windows';
import { WorkbookWindow } from './workbookWindow';

declare global {
  interface Window {
    /** The Excel that this page plays, for tests and the curious. */
    excelHost?: ExcelHost;
  }
}

const SAMPLE = 'sample-budget.xlsx';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const element = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;

const status = element('status');
const say = (sentence: string) => (status.textContent = sentence);

const workbookWindow = new WorkbookWindow({
  name: element('book-name'),
  address: element('cell-address'),
  content: element('cell-content'),
  panel: element('sheet'),
  further: element('further'),
  tabs: element('tabs'),
});

const windows = new Windows(element('windows'), element<HTMLSelectElement>('window'), (book) =>
  workbookWindow.open(book),
);

let disconnect = () => {};

/** Opens a workbook with a pane of its own, as Excel gives each workbook one. */
function open(book: Book, addinOrigin: string): void {
  disconnect();
  const host = new ExcelHost({ book, origin: location.origin });
  window.excelHost = host;
  windows.open(book);
  book.listen((event) => {
    if (event.kind === 'workbook created') void openCreated(event.file);
  });
  // A frame that is sent to the address it is at already would not load it again.
  const pane = document.createElement('iframe');
  pane.title = 'Placement costs';
  element('pane').replaceChildren(pane);
  disconnect = connect(pane, host, addinOrigin);
}

async function openFile(file: File, addinOrigin: string): Promise<void> {
  say(`Opening ${file.name}…`);
  try {
    open(await loadXlsx(new Uint8Array(await file.arrayBuffer()), file.name), addinOrigin);
    say(`${file.name} is open.`);
  } catch (error) {
    say(
      error instanceof WorkbookFileError
        ? error.message
        : `${file.name} could not be opened. Save it as .xlsx in Excel and try again.`,
    );
  }
}

let created = 0;

/** What the add-in made opens beside the officer's workbook, under a name that Excel would give it. */
async function openCreated(file: Uint8Array | undefined): Promise<void> {
  const name = `Copy${++created}.xlsx`;
  windows.add(file ? await loadXlsx(file, name) : Book.blank());
  say(`${name} was made by the add-in and is not saved yet.`);
}

async function save(): Promise<void> {
  const book = windows.shown;
  if (!book) return;
  try {
    const bytes = await saveXlsx(book);
    download(new Blob([bytes as BlobPart], { type: XLSX }), book.name);
    say(`${book.name} is saved to your downloads.`);
  } catch {
    say(`${book.name} could not be saved.`);
  }
}

function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download has taken hold of the bytes by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function fetched(path: string): Promise<Response> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

async function start(): Promise<void> {
  offerThemes(element('theme'));
  const { port } = (await (await fetched('addin-port.json')).json()) as { port: number };
  const addinOrigin = `https://${location.hostname}:${port}`;
  const input = element<HTMLInputElement>('file');
  element('open').addEventListener('click', () => input.click());
  element('save').addEventListener('click', () => void save());
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    // The same file may be chosen again, after it was changed on disk.
    input.value = '';
    if (file) void openFile(file, addinOrigin);
  });
  const bytes = await (await fetched(SAMPLE)).arrayBuffer();
  open(await loadXlsx(new Uint8Array(bytes), SAMPLE), addinOrigin);
}

start().catch(() =>
  say(
    'The sample workbook could not be opened. Is the server still running? Load this page again.',
  ),
);
