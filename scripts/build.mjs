import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensurePackages } from './setup.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const BUILT = join(root, 'dist', '.built-from');
const SOURCES = [
  'src',
  'host',
  'assets',
  'manifest.xml',
  'package-lock.json',
  'tsconfig.json',
  'webpack.config.js',
];

function filesBelow(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

function sourcesHash() {
  const hash = createHash('sha256');
  for (const file of SOURCES.map((name) => join(root, name)).flatMap(filesBelow)) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Builds the add-in, the demo page and the programs for Node, unless they are those of these sources. */
export function ensureBuilt() {
  ensurePackages();
  const sources = sourcesHash();
  if (existsSync(BUILT) && readFileSync(BUILT, 'utf8') === sources) return;
  process.stderr.write('Building…\n');
  const webpack = join('node_modules', 'webpack', 'bin', 'webpack.js');
  execFileSync(process.execPath, [webpack], { cwd: root, stdio: ['ignore', 2, 2] });
  writeFileSync(BUILT, sources);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureBuilt();
