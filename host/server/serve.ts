import { existsSync, realpathSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { localCertificate, type Certificate } from './certificate';
import { answer, type Site } from './files';

export interface ServeOptions {
  /** The project's folder, with dist/ built in it. */
  root: string;
  /** 0 is any free port; by default 3000 and 3001, which the manifest names. */
  ports?: { page: number; addin: number };
  /** One that the computer trusts, for a real Excel; by default one that is made for localhost. */
  certificate?: Certificate;
}

export interface Served {
  /** Where the page that plays Excel is; the add-in's files are there too, for a real Excel. */
  page: string;
  /** The add-in's files alone: another origin, as Excel on the web has it. */
  addin: string;
  close: () => Promise<void>;
}

/** A port that somebody else listens on. */
export class PortTaken extends Error {
  constructor(readonly port: number) {
    super(
      `Port ${port} is taken by another program. Stop that program, or choose another port: npm start -- --port 4000`,
    );
    this.name = 'PortTaken';
  }
}

/** Excel on the web reads the list of functions from an origin of its own; nothing in it is secret. */
const FOR_EXCEL = { '/functions.json': { 'Access-Control-Allow-Origin': '*' } };

const DEFAULT_PORTS = { page: 3000, addin: 3001 };
/** Nothing but this computer reaches the server. */
const THIS_COMPUTER = '127.0.0.1';

/** Serves the demo page and the add-in over HTTPS; throws PortTaken, having left nothing open. */
export async function serve({
  root,
  ports = DEFAULT_PORTS,
  certificate: given,
}: ServeOptions): Promise<Served> {
  const certificate = given ?? (await localCertificate(join(root, '.cert')));
  const folders = { demo: join(root, 'dist', 'demo'), addin: join(root, 'dist', 'addin') };
  const site = { folders: [folders.addin], headers: FOR_EXCEL };
  const addin = await listen(certificate, site, ports.addin);
  try {
    const pages = pageSite([folders.demo, folders.addin], portOf(addin));
    const page = await listen(certificate, pages, ports.page);
    return {
      page: `https://localhost:${portOf(page)}`,
      addin: `https://localhost:${portOf(addin)}`,
      close: async () => void (await Promise.all([close(page), close(addin)])),
    };
  } catch (error) {
    await close(addin);
    throw error;
  }
}

/** The demo page learns the add-in's port from a file of its own, and may frame that port alone. */
function pageSite(folders: string[], addinPort: number): Site {
  const frames = ['localhost', '127.0.0.1'].map((host) => `https://${host}:${addinPort}`);
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    `frame-src ${frames.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return {
    folders,
    made: {
      '/addin-port.json': { type: 'application/json', body: JSON.stringify({ port: addinPort }) },
    },
    headers: { '/index.html': { 'Content-Security-Policy': policy }, ...FOR_EXCEL },
  };
}

function listen(certificate: Certificate, site: Site, port: number): Promise<Server> {
  const server = createServer(certificate, (request, response) => {
    answer(site, request, response).catch(() => response.destroy());
  });
  return new Promise((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      failed(error.code === 'EADDRINUSE' ? new PortTaken(port) : error),
    );
    server.listen(port, THIS_COMPUTER, () => done(server));
  });
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}

/** The port asked for by --port or PORT, and the one after it; undefined for what is no port. */
function chosenPorts(args: string[], environment: NodeJS.ProcessEnv) {
  const { values } = parseArgs({ args, options: { port: { type: 'string' } } });
  const text = values.port ?? environment.PORT;
  if (text === undefined) return DEFAULT_PORTS;
  const page = Number(text);
  return Number.isInteger(page) && page > 0 && page < 65_535
    ? { page, addin: page + 1 }
    : undefined;
}

const welcome = ({ page, addin }: Served) => `
  ${page}

  A page that plays Excel, with the sample workbook on the left and the add-in's pane beside it.
  The add-in's own files are there as well, and again on ${addin}.

  The browser will warn you of the certificate: this computer made it for itself, so nobody
  vouches for it. Choose to go on. Nothing leaves this computer.

  Press Ctrl+C to stop.
`;

async function main(root: string): Promise<void> {
  const ports = chosenPorts(process.argv.slice(2), process.env);
  if (!ports) throw new Error('A port is a whole number from 1 to 65534.');
  if (!existsSync(join(root, 'dist', 'addin', 'taskpane.html'))) {
    throw new Error('The add-in is not built yet. Run npm start, which builds it first.');
  }
  const served = await serve({ root, ports });
  process.stdout.write(welcome(served));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void served.close().then(() => process.exit(0)));
  }
}

// webpack takes `require.main === module` for true in whatever program requires the bundle.
const isProgram =
  process.argv[1] !== undefined &&
  existsSync(process.argv[1]) &&
  realpathSync(process.argv[1]) === realpathSync(__filename);

if (isProgram) {
  main(resolve(__dirname, '..', '..')).catch((error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
}
