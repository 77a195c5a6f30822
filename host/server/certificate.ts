import { X509Certificate, createPrivateKey } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';

export interface Certificate {
  /** PEM */
  key: string;
  /** PEM */
  cert: string;
}

const DAY = 24 * 60 * 60 * 1000;
const VALID_DAYS = 365;
/** One that ends sooner than this is made anew, so that a demonstration never meets its end. */
const RENEW_DAYS = 14;

/** The certificate for this computer kept in a folder; made where there is none that will do. */
export async function localCertificate(folder: string, now = new Date()): Promise<Certificate> {
  const files = { key: join(folder, 'localhost.key'), cert: join(folder, 'localhost.crt') };
  const kept = readKept(files);
  if (kept && willDo(kept, now)) return kept;
  const fresh = await makeCertificate(now);
  mkdirSync(folder, { recursive: true });
  writeFileSync(files.key, fresh.key, { mode: 0o600 });
  writeFileSync(files.cert, fresh.cert);
  return fresh;
}

function readKept(files: Record<keyof Certificate, string>): Certificate | undefined {
  if (!existsSync(files.key) || !existsSync(files.cert)) return undefined;
  return { key: readFileSync(files.key, 'utf8'), cert: readFileSync(files.cert, 'utf8') };
}

/** Whether the two belong together and the certificate still has some time to run. */
function willDo({ key, cert }: Certificate, now: Date): boolean {
  try {
    const certificate = new X509Certificate(cert);
    const daysLeft = (Date.parse(certificate.validTo) - now.getTime()) / DAY;
    return daysLeft > RENEW_DAYS && certificate.checkPrivateKey(createPrivateKey(key));
  } catch {
    return false;
  }
}

async function makeCertificate(now: Date): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    algorithm: 'sha256',
    keySize: 2048,
    notBeforeDate: now,
    notAfterDate: new Date(now.getTime() + VALID_DAYS * DAY),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}
