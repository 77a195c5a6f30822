import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { ensureChromium, ensureLibreOffice } from './setup.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const readers = process.argv.includes('--readers');

function step(title, command, args, env = {}) {
  process.stdout.write(`\n== ${title}\n`);
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (status !== 0) {
    process.stdout.write(`\n${title}: failed\n`);
    process.exit(status ?? 1);
  }
}

const npx = (...args) => ['npx', ['--no-install', ...args]];

ensureBuilt();
if (readers) {
  const SOFFICE = ensureLibreOffice();
  step('LibreOffice reads what is written', ...npx('jest', '--selectProjects', 'readers', '--runInBand'), { SOFFICE });
} else {
  const CHROMIUM = ensureChromium();
  step('Types', ...npx('tsc', '--noEmit'));
  step('Lint', ...npx('eslint', '.', '--max-warnings', '0'));
  step('Format', ...npx('prettier', '--check', '--log-level', 'warn', '.'));
  step('Tests', ...npx('jest', '--selectProjects', 'unit', 'pane', 'e2e'), { CHROMIUM });
}
