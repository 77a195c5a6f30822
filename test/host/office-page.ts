import { bootJsdom, type Booted, type BootOptions } from '../../host/boot-jsdom';

const page = (script: string) =>
  `<!doctype html><html><head><script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script></head>` +
  `<body>${script && '<script src="/bundle.js"></script>'}</body></html>`;

/** Boots a page that holds the library and, where given, a bundle of the add-in's. */
export async function officePage(
  options: Omit<BootOptions, 'html' | 'file'> = {},
  bundle = '',
): Promise<Booted> {
  const booted = bootJsdom({
    ...options,
    html: page(bundle),
    file: (path) => (path === '/bundle.js' ? bundle : undefined),
  });
  await booted.ready;
  return booted;
}

/** The error that a batch of the add-in's ends in. */
export async function failureOf(
  booted: Booted,
  work: (context: Excel.RequestContext) => void,
): Promise<OfficeExtension.Error> {
  const outcome: unknown = await booted.window.Excel.run(async (context) => {
    work(context);
    await context.sync();
    return 'no error';
  }).catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(booted.window.OfficeExtension.Error);
  return outcome as OfficeExtension.Error;
}
