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

/** A tool of the project's own, by the file that its package runs. */
const tool = (file, ...args) => [process.execPath, [`node_modules/${file}`, ...args]];

ensureBuilt();
if (readers) {
  const SOFFICE = ensureLibreOffice();
  step(
    'LibreOffice reads what is written',
    ...tool('jest/bin/jest.js', '--selectProjects', 'readers', '--runInBand'),
    { SOFFICE },
  );
} else {
  const CHROMIUM = ensureChromium();
  step('Types', ...tool('typescript/bin/tsc', '--noEmit'));
  step('Lint', ...tool('eslint/bin/eslint.js', '.', '--max-warnings', '0'));
  step('Format', ...tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'));
  step('Tests', ...tool('jest/bin/jest.js', '--selectProjects', 'unit', 'pane', 'e2e'), {
    CHROMIUM,
  });
}
