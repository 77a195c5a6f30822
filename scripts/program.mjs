import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';

/** Runs one of the built programs with what npm was given, and ends as it ends. */
export function runProgram(name) {
  ensureBuilt();
  const program = fileURLToPath(new URL(`../dist/node/${name}.js`, import.meta.url));
  // Paths are the caller's: npm runs scripts in the project's folder and keeps where it was called from.
  const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
}
