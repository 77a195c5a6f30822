import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localCertificate, type Certificate } from '../../../host/server/certificate';
import { serve, type Served } from '../../../host/server/serve';

describe('the server for a real Excel', () => {
  let folder: string;
  let trusted: Certificate;
  let served: Served;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'serve-'));
    const addin = join(folder, 'dist', 'addin');
    mkdirSync(addin, { recursive: true });
    writeFileSync(join(addin, 'functions.json'), '{}');
    writeFileSync(join(addin, 'taskpane.html'), '<!doctype html>');
    trusted = await localCertificate(join(folder, 'trusted'));
    served = await serve({ root: folder, ports: { page: 0, addin: 0 }, certificate: trusted });
  });
  afterAll(async () => {
    await served.close();
    rmSync(folder, { recursive: true });
  });

  /** The header that lets another origin read a file; the connection trusts the one certificate. */
  const allowedOrigin = (address: string): Promise<string | undefined> =>
    new Promise((resolve, reject) => {
      const asked = request(address, { ca: trusted.cert, agent: false }, (response) => {
        response.resume();
        resolve(response.headers['access-control-allow-origin']);
      });
      asked.on('error', reject).end();
    });

  it('shows the certificate it is given and makes none of its own', async () => {
    await expect(allowedOrigin(`${served.page}/taskpane.html`)).resolves.toBeUndefined();
    expect(existsSync(join(folder, '.cert'))).toBe(false);
  });

  it('lets Excel on the web read the list of functions, and that alone', async () => {
    for (const origin of [served.page, served.addin]) {
      expect(await allowedOrigin(`${origin}/functions.json`)).toBe('*');
      expect(await allowedOrigin(`${origin}/taskpane.html`)).toBeUndefined();
    }
  });
});
