import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { JSDOM, ResourceLoader, VirtualConsole, type DOMWindow } from 'jsdom';
import { DrawingCanvas } from './canvas';
import { ExcelHost, type HostOptions } from './excel-host';

export const ADDIN_ORIGIN = 'https://localhost:3001';

/** Where production pages load the library from; here it comes from the npm package, unmodified. */
const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const SELF_HOSTED = `${ADDIN_ORIGIN}/lib/`;

/** How long the page may take until Office.onReady. */
const PATIENCE = 15_000;

export interface BootOptions extends HostOptions {
  /** The page's HTML, such as dist/taskpane.html's. */
  html: string;
  /** The page's path; '/taskpane.html' by default. */
  page?: string;
  /** The file behind a URL path of the add-in, or undefined where there is none. */
  file?: (path: string) => Buffer | string | undefined;
  /** A host made already, in place of the host options. */
  host?: ExcelHost;
  /** What the pane learns of the reader's wishes by `prefers-color-scheme`. */
  theme?: 'light' | 'dark';
}

/** A page of the add-in, running in jsdom against a host. */
export interface Booted {
  /** The add-in's window, with Excel, Office and OfficeExtension in it. */
  window: DOMWindow & {
    Excel: typeof Excel;
    Office: typeof Office;
    OfficeExtension: typeof OfficeExtension;
  };
  host: ExcelHost;
  /** Resolves with Office.onReady, or rejects with what went wrong. */
  ready: Promise<{ host: unknown; platform: unknown }>;
  /** Every URL that the page asked for. */
  requests: string[];
  /** What the page threw or wrote to console.error. */
  errors: string[];
  close(): void;
}

/** Boots a built page with the real office.js. A fresh window each time: the library keeps state. */
export function bootJsdom(options: BootOptions): Booted {
  const host = options.host ?? new ExcelHost(options);
  const requests: string[] = [];
  const errors: string[] = [];
  const url = host.addressOf(`${ADDIN_ORIGIN}${options.page ?? '/taskpane.html'}`);
  const dom = new JSDOM(options.html, {
    url,
    runScripts: 'dangerously',
    pretendToBeVisual: true,
    virtualConsole: listeningConsole(errors),
    resources: new PageFiles(requests, options.file ?? (() => undefined)),
    beforeParse: (window) => {
      fillGaps(window, options.theme ?? 'light');
      connect(window, host);
    },
  });
  const window = dom.window as unknown as Booted['window'];
  return {
    window,
    host,
    ready: officeReady(window, errors),
    requests,
    errors,
    close: () => dom.window.close(),
  };
}

/** Folder `dist` as a source of files, for a page that was built. */
export const filesIn =
  (folder: string) =>
  (path: string): Buffer | undefined => {
    const file = join(folder, path);
    return existsSync(file) ? readFileSync(file) : undefined;
  };

class PageFiles extends ResourceLoader {
  constructor(
    private readonly requests: string[],
    private readonly file: NonNullable<BootOptions['file']>,
  ) {
    super();
  }

  override fetch(url: string) {
    this.requests.push(url);
    const content = this.contentOf(url.split(/[?#]/)[0]!);
    const answer =
      content === undefined
        ? Promise.reject(new Error(`There is nothing at ${url}`))
        : Promise.resolve(Buffer.from(content));
    return answer as ReturnType<ResourceLoader['fetch']>;
  }

  private contentOf(url: string): Buffer | string | undefined {
    for (const base of [SELF_HOSTED, CDN]) {
      if (url.startsWith(base)) {
        const own = base === SELF_HOSTED ? this.file(url.slice(ADDIN_ORIGIN.length)) : undefined;
        return own ?? filesIn(officeLibrary())(url.slice(base.length));
      }
    }
    return url.startsWith(ADDIN_ORIGIN) ? this.file(url.slice(ADDIN_ORIGIN.length)) : undefined;
  }
}

const officeLibrary = () =>
  join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');

/** An object in the place of the parent window passes messages to and fro, as two frames would. */
function connect(window: DOMWindow, host: ExcelHost): void {
  const parent = { postMessage: (message: string) => setTimeout(() => host.receive(message), 0) };
  Object.defineProperty(window, 'parent', { value: parent, configurable: true });
  host.post = (data) =>
    setTimeout(() => {
      if (window.closed || !window.document) return;
      window.dispatchEvent(new window.MessageEvent('message', { data, origin: host.origin }));
    }, 0);
}

/** What browsers have and jsdom lacks, as far as office.js and the pane need it. */
function fillGaps(window: DOMWindow, theme: 'light' | 'dark'): void {
  Object.defineProperty(window.Document.prototype, 'domain', {
    get(this: Document) {
      return new URL(this.URL).hostname;
    },
    configurable: true,
  });
  window.matchMedia = (media: string) =>
    Object.assign(new window.EventTarget(), {
      media,
      matches: media.includes(`prefers-color-scheme: ${theme}`),
      onchange: null,
      addListener: () => {},
      removeListener: () => {},
    }) as MediaQueryList;
  window.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  window.HTMLElement.prototype.scrollIntoView = () => {};
  Object.assign(window, { TextEncoder, TextDecoder, OffscreenCanvas: DrawingCanvas });
  // jsdom's messages name no source, by which JSZip knows those that it sends to itself to go on.
  Object.assign(window, { setImmediate, clearImmediate });
}

function listeningConsole(errors: string[]): VirtualConsole {
  const console = new VirtualConsole();
  console.on('jsdomError', (error) => errors.push(String(error.stack ?? error)));
  console.on('error', (...what) => errors.push(what.map(String).join(' ')));
  return console;
}

async function officeReady(window: Booted['window'], errors: string[]) {
  const deadline = Date.now() + PATIENCE;
  while (!window.Office?.onReady) {
    if (Date.now() > deadline) throw notReady('office.js did not load', errors);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(notReady('Office.onReady did not come', errors)), PATIENCE);
  });
  const info = await Promise.race([window.Office.onReady(), tooLate]);
  clearTimeout(timer);
  return info;
}

const notReady = (what: string, errors: string[]) =>
  new Error([`${what} within ${PATIENCE / 1000} s.`, ...errors].join('\n'));
