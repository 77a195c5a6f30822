import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir, platform } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build.mjs';

/**
 * `npm run excel`: puts the add-in into the real Excel of this computer until Ctrl+C. Where there is
 * no Excel, or with `-- --web`, it serves the add-in and says how to bring it into Excel on the web;
 * `-- --desktop` loads it into an Excel that was not found by itself.
 *
 * Microsoft's tools are run by npx at pinned versions, so that nobody without Excel installs them.
 * From these versions on office-addin-usage-data sends nothing (its functions are empty), so that
 * there is no reporting to switch off.
 */
const CERTIFICATE_TOOL = 'office-addin-dev-certs@3.0.0';
const SETTINGS_TOOL = 'office-addin-dev-settings@4.0.0';

const root = fileURLToPath(new URL('..', import.meta.url));
const MANIFEST = join(root, 'dist', 'addin', 'manifest.xml');
/** A copy, so that saving it in Excel does not change the project's own. */
const WORKBOOK = join(root, 'out', 'sample-budget.xlsx');
const CHECKS = join(root, 'docs', 'never-seen-in-excel.md');
/** Where the manifest says that the add-in is. */
const PORT = 3000;

const say = (text) => process.stdout.write(`${text}\n`);

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** These tools report a failure in words alone: their exit status is 0 whatever happens. */
function microsoftTool(tool, command) {
  // One line for the shell: on Windows npx is a batch file, which nothing but a shell starts.
  const { status, stdout, stderr } = spawnSync(`npx --yes ${tool} ${command}`, {
    cwd: root,
    shell: true,
    encoding: 'utf8',
  });
  const printed = `${stdout ?? ''}${stderr ?? ''}`;
  return { printed, worked: status === 0 && !/^(Error:|Unable to)/m.test(printed) };
}

const hasTrustedCertificates = platform() === 'win32' || platform() === 'darwin';

/** The certificate that this computer trusts for localhost: made, and put among the trusted, once a month. */
function trustedCertificate() {
  say('Looking for a certificate that this computer trusts. Excel asks for one: please allow it.');
  const installed = microsoftTool(CERTIFICATE_TOOL, 'install');
  const verified = microsoftTool(CERTIFICATE_TOOL, 'verify');
  if (!/You have trusted access/.test(verified.printed)) {
    fail(`${installed.printed}\nWithout a trusted certificate Excel does not load the add-in.`);
  }
  const folder = join(homedir(), '.office-addin-dev-certs');
  const read = (name) => readFileSync(join(folder, name), 'utf8');
  return { key: read('localhost.key'), cert: read('localhost.crt') };
}

function excelIsHere() {
  if (platform() === 'darwin') return existsSync('/Applications/Microsoft Excel.app');
  if (platform() !== 'win32') return false;
  const path = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\App Paths\\excel.exe';
  return ['HKLM', 'HKCU'].some(
    (hive) => spawnSync('reg', ['query', `${hive}\\${path}`]).status === 0,
  );
}

const NO_EXCEL =
  platform() === 'linux'
    ? 'There is no Excel for Linux, so the add-in was not loaded into one: use Excel on the web.'
    : 'Excel was not found on this computer: use Excel on the web, or run npm run excel -- --desktop.';

const onTheWeb = (trusted) =>
  [
    ...(trusted
      ? []
      : [
          `In the browser that you will use, open https://localhost:${PORT}/taskpane.html and go on past the
     warning: this computer made the certificate for itself, so nobody vouches for it.`,
        ]),
    `In the same browser and on this computer, open https://excel.cloud.microsoft, sign in, and upload
     and open ${WORKBOOK}.`,
    `Home, Add-ins, More Settings, Upload My Add-in: choose ${MANIFEST}.`,
    `Where the browser asks whether Excel may reach this computer or the local network, allow it.`,
    `Afterwards: Home, Add-ins, More Settings, and remove it there, or clear the browser's data for Excel.`,
  ]
    .map((step, index) => `  ${index + 1}. ${step}`)
    .join('\n');

const IN_EXCEL = `  1. Excel opens with an empty workbook; if it asks, let it use the add-in.
  2. In that same Excel, open ${WORKBOOK}.
  3. Home tab, group 'Placement costs', button 'Placement costs'.`;

/** Serves on the port of the manifest; the second port is not of use here and may be any. */
async function startServer(certificate) {
  const { serve } = createRequire(import.meta.url)(join(root, 'dist', 'node', 'serve.js'));
  try {
    return await serve({ root, ports: { page: PORT, addin: 0 }, certificate });
  } catch (error) {
    if (error.name !== 'PortTaken') throw error;
    return fail(
      `Port ${PORT}, which the manifest names, is taken by another program. If npm start runs in another window, stop it there first.`,
    );
  }
}

function loadIntoExcel() {
  say('Loading the add-in into Excel…');
  const { printed, worked } = microsoftTool(
    SETTINGS_TOOL,
    `sideload "${MANIFEST}" desktop --app excel`,
  );
  if (!worked) say(`${printed}\nThe add-in could not be loaded into Excel.`);
  return worked;
}

/** Takes the add-in out of Excel, once, whichever signal comes, and ends. */
function endOnSignal(server, loaded) {
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    if (loaded) {
      say('\nTaking the add-in out of Excel…');
      const { printed, worked } = microsoftTool(SETTINGS_TOOL, `unregister "${MANIFEST}"`);
      if (!worked) say(`${printed}\nRun npx ${SETTINGS_TOOL} unregister "${MANIFEST}" by hand.`);
    }
    await server.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end());
}

function chosen() {
  try {
    const options = { web: { type: 'boolean' }, desktop: { type: 'boolean' } };
    return parseArgs({ options }).values;
  } catch (error) {
    return fail(`${error.message} Use: npm run excel [-- --web | --desktop]`);
  }
}

const { web = false, desktop = false } = chosen();
ensureBuilt();
if (!readFileSync(MANIFEST, 'utf8').includes(`https://localhost:${PORT}/taskpane.html`)) {
  fail('dist/ holds a build for another address. Delete the folder dist and run this again.');
}
mkdirSync(join(root, 'out'), { recursive: true });
copyFileSync(join(root, 'assets', 'sample-budget.xlsx'), WORKBOOK);

const inExcel = !web && (desktop || excelIsHere());
const server = await startServer(hasTrustedCertificates ? trustedCertificate() : undefined);
const loaded = inExcel && loadIntoExcel();
endOnSignal(server, loaded);
if (!web && !inExcel) say(`\n${NO_EXCEL}`);
say(`
The add-in is served on ${server.page}, to this computer alone.

${loaded ? IN_EXCEL : onTheWeb(hasTrustedCertificates)}

What only a real Excel can show, step by step: ${CHECKS}

Leave this window open; press Ctrl+C here when you are done.`);
