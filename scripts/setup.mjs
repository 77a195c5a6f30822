import { execFileSync, execSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const INSTALLED = `${root}node_modules/.installed-for`;

/** Set-up talks on standard error: standard output belongs to the program that asked for it. */
const say = (text) => process.stderr.write(`${text}\n`);
const inProject = { cwd: root, stdio: ['ignore', 2, 2], env: process.env };
const run = (command, args) => execFileSync(command, args, inProject);

function fail(sentence) {
  say(sentence);
  process.exit(1);
}

/** Whether npm's own record says that every locked package is there, optional ones for other machines aside. */
function isInstalled(lock) {
  const record = `${root}node_modules/.package-lock.json`;
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(JSON.parse(lock).packages).every(
    ([path, { version, optional }]) =>
      path === '' || optional || installed[path]?.version === version,
  );
}

/** Installs the locked packages where they are not there, or are those of another lock file. */
export function ensurePackages() {
  const lock = readFileSync(`${root}package-lock.json`, 'utf8');
  const hash = createHash('sha256').update(lock).digest('hex');
  if (existsSync(INSTALLED) && readFileSync(INSTALLED, 'utf8') === hash) return;
  if (!isInstalled(lock)) {
    say('Installing packages (once; some minutes)…');
    // Through a shell, because npm is a batch file on Windows.
    execSync('npm ci --no-audit --no-fund --loglevel=error', inProject);
  }
  writeFileSync(INSTALLED, hash);
}

const WHICH = process.platform === 'win32' ? 'where' : 'which';
const onPath = (name) =>
  spawnSync(WHICH, [name], { encoding: 'utf8' }).stdout?.split('\n')[0].trim() || undefined;
const firstOnPath = (names) => names.map(onPath).find(Boolean);

const CHROMIUM = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const LIBREOFFICE = ['soffice', 'libreoffice'];

/** Debian's package where it may be installed, otherwise a sentence that says what to install. */
function ensureProgram(names, packages, what) {
  const found = firstOnPath(names);
  if (found) return found;
  install(packages, what);
  return firstOnPath(names) ?? fail(`${what} was installed but is not on the path.`);
}

function install(packages, what) {
  const mayInstall = process.getuid?.() === 0 && onPath('apt-get');
  if (!mayInstall) {
    fail(
      `${what} is needed and was not found. Install it and run this again; on Debian or Ubuntu: sudo apt-get install ${packages.join(' ')}`,
    );
  }
  say(`Installing ${packages.join(', ')}…`);
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

/** The path of a Chromium for the browser tests; CHROMIUM in the environment comes first. */
export const ensureChromium = () =>
  process.env.CHROMIUM ?? ensureProgram(CHROMIUM, ['chromium', 'fonts-liberation'], 'Chromium');

const WRITER = ['libreoffice-writer', 'fonts-liberation'];

/** Debian has a package for workbooks and one for documents; elsewhere LibreOffice is whole. */
function opensDocuments(soffice) {
  const program = dirname(realpathSync(soffice));
  return !existsSync(join(program, 'libsclo.so')) || existsSync(join(program, 'libswlo.so'));
}

/** The path of a LibreOffice that opens workbooks and documents, and pdftoppm for pictures of its pages. */
export function ensureLibreOffice() {
  ensureProgram(['pdftoppm'], ['poppler-utils'], 'pdftoppm');
  if (process.env.SOFFICE) return process.env.SOFFICE;
  const soffice = ensureProgram(LIBREOFFICE, ['libreoffice-calc', ...WRITER], 'LibreOffice');
  if (!opensDocuments(soffice)) install(WRITER, 'LibreOffice Writer');
  return soffice;
}
