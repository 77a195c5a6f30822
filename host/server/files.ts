import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xml': 'application/xml; charset=utf-8',
};
const PLAIN = TYPES['.txt']!;

/** On every answer: files are taken for what they say they are, and nothing is kept or told on. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

export interface Site {
  /** Folders that are looked through in turn. */
  folders: string[];
  /** What is made rather than read, by path: a content type and a body. */
  made?: Record<string, { type: string; body: string }>;
  /** Headers of single paths. */
  headers?: Record<string, Record<string, string>>;
}

/** Answers a request with a file of the site, or with a sentence that says why not. */
export async function answer(
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const send = (status: number, type: string, body: Buffer | string, more = {}) => {
    const length = Buffer.byteLength(body);
    response.writeHead(status, {
      ...HEADERS,
      'Content-Type': type,
      'Content-Length': length,
      ...more,
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return send(405, PLAIN, 'This server only hands out files.\n', { Allow: 'GET, HEAD' });
  }
  const path = pathOf(request.url ?? '/');
  if (path === undefined) return send(400, PLAIN, 'That is no address of a file here.\n');
  const made = site.made?.[path];
  if (made) return send(200, made.type, made.body);
  for (const folder of site.folders) {
    const body = await fileIn(folder, path);
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    if (body) return send(200, type, body, site.headers?.[path]);
  }
  return send(404, PLAIN, `There is nothing at ${path} on this server.\n`);
}

/** The path that a request asks for, '/' being the index; undefined for what is no path. */
function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.split(/[?#]/)[0]!);
    if (!path.startsWith('/') || path.includes('\0')) return undefined;
    return path === '/' ? '/index.html' : path;
  } catch {
    return undefined;
  }
}

/** The file's bytes; undefined where there is none, and for any path that leads out of the folder. */
async function fileIn(folder: string, path: string): Promise<Buffer | undefined> {
  const file = resolve(join(folder, path));
  if (!file.startsWith(resolve(folder) + sep)) return undefined;
  // A folder reads as an error too: there are no listings.
  return readFile(file).catch(() => undefined);
}
