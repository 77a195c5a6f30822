import { get, request, type RequestOptions } from 'node:https';
import { createServer } from 'node:net';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { localCertificate } from '../../host/server/certificate';
import { PortTaken, serve, type Served } from '../../host/server/serve';

const ROOT = join(__dirname, '..', '..');
const FREE = { page: 0, addin: 0 };

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** Asks for a path as it is given: a URL would straighten out '..' before it is sent. */
function ask(origin: string, path: string, options: RequestOptions = {}): Promise<Answer> {
  const { port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path, rejectUnauthorized: false, agent: false, ...options },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode!,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    sent.on('error', reject).end();
  });
}

describe('the local server', () => {
  let served: Served;
  beforeAll(async () => void (served = await serve({ root: ROOT, ports: FREE })));
  afterAll(() => served.close());

  it('hands out the demo page with a policy that lets in nothing from elsewhere', async () => {
    const { status, headers, body } = await ask(served.page, '/');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toContain('Excel is played by this page; nothing leaves this computer.');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`frame-src ${served.addin}`);
    expect(policy).not.toMatch(/unsafe|\*/);
  });

  it.each(['/', '/taskpane.html', '/functions.json', '/nothing'])(
    'sends its security headers with %s',
    async (path) => {
      const { headers } = await ask(served.page, path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      });
    },
  );

  it.each([
    ['/taskpane.html', 'text/html; charset=utf-8'],
    ['/functions.js', 'text/javascript; charset=utf-8'],
    ['/functions.json', 'application/json; charset=utf-8'],
    ['/taskpane.css', 'text/css; charset=utf-8'],
    ['/assets/icon-32.png', 'image/png'],
    ['/lib/office-js/office.js', 'text/javascript; charset=utf-8'],
  ])('hands out %s on both ports, as %s', async (path, type) => {
    for (const origin of [served.page, served.addin]) {
      const { status, headers } = await ask(origin, path);
      expect([status, headers['content-type']]).toEqual([200, type]);
    }
  });

  it('keeps the demo page and its workbook off the port of the add-in', async () => {
    expect((await ask(served.addin, '/')).status).toBe(404);
    expect((await ask(served.addin, '/sample-budget.xlsx')).status).toBe(404);
    expect((await ask(served.page, '/sample-budget.xlsx')).headers['content-type']).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
  });

  it.each([
    '/../../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/../../../package.json',
    '/..\\..\\package.json',
    '/assets',
  ])('finds nothing at %s', async (path) => {
    const { status, body } = await ask(served.page, path);
    expect(status).toBe(404);
    expect(body).toMatch(/^There is nothing at \/.* on this server\.\n$/);
    expect(body).not.toContain('devDependencies');
  });

  it.each(['/%', '/%00', 'taskpane.html'])('refuses %s, which is no path', async (path) => {
    expect((await ask(served.page, path)).status).toBe(400);
  });

  it('answers HEAD without a body and refuses every other method', async () => {
    const head = await ask(served.page, '/taskpane.html', { method: 'HEAD' });
    expect([head.status, head.body]).toEqual([200, '']);
    expect(Number(head.headers['content-length'])).toBeGreaterThan(0);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const { status, headers } = await ask(served.page, '/', { method });
      expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
    }
  });

  it('says which port is taken, and leaves none open', async () => {
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
    const { port } = taken.address() as { port: number };
    const failure = serve({ root: ROOT, ports: { page: port, addin: 0 } });
    await expect(failure).rejects.toThrow(PortTaken);
    await expect(failure).rejects.toThrow(`Port ${port} is taken by another program.`);
    await new Promise((done) => taken.close(done));
  });

  it('is known to a browser that trusts its certificate', async () => {
    const ca = readFileSync(join(ROOT, '.cert', 'localhost.crt'));
    const status = await new Promise((resolve, reject) =>
      get(`${served.page}/taskpane.html`, { ca, agent: false }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on('error', reject),
    );
    expect(status).toBe(200);
  });
});

describe('the certificate', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'certificate-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const DAY = 86_400_000;
  const NOW = new Date('2026-01-01');

  it('is made once, for this computer alone, and holds for a year', async () => {
    const first = await localCertificate(folder, NOW);
    const { subjectAltName, validTo, ca } = new X509Certificate(first.cert);
    expect(subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1');
    expect(ca).toBe(false);
    expect((Date.parse(validTo) - NOW.getTime()) / DAY).toBe(365);
    expect(await localCertificate(folder, new Date(NOW.getTime() + 300 * DAY))).toEqual(first);
  });

  it('is made anew when it is about to end', async () => {
    const first = await localCertificate(folder, NOW);
    const later = await localCertificate(folder, new Date(NOW.getTime() + 360 * DAY));
    expect(later.cert).not.toBe(first.cert);
  });

  it('is made anew where the key is another one or the file is damaged', async () => {
    const other = await localCertificate(folder, NOW);
    writeFileSync(join(folder, 'localhost.crt'), 'damaged');
    const fresh = await localCertificate(folder, NOW);
    writeFileSync(join(folder, 'localhost.key'), other.key);
    expect((await localCertificate(folder, NOW)).cert).not.toBe(fresh.cert);
  });
});
