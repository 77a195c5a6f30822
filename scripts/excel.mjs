import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build.mjs';

/**
 * `npm run excel`: puts the add-in into the real Excel of this computer until Ctrl+C. Where there is
 * no Excel, or with `-- --web`, it serves the add-in and says how to bring it into Excel on the web;
 * `-- --desktop` loads it into an Excel that was not found by itself.
 */
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

/** Whether the program ran and was content. */
const ran = (program, args) => spawnSync(program, args, { stdio: 'ignore' }).status === 0;

// Certificate ---------------------------------------------------------------------------------

/**
 * Microsoft's own tool, run by npx so that nobody without Excel installs it. From this version on it
 * reports nothing to Microsoft: office-addin-usage-data 3 holds no code that would.
 */
const CERTIFICATE_TOOL = 'office-addin-dev-certs@3.0.0';

/** What the tool printed: it tells of a failure in words alone, its exit status is always 0. */
function certificateTool(command) {
  // One line for the shell: on Windows npx is a batch file, which nothing but a shell starts.
  const line = `npx --yes ${CERTIFICATE_TOOL} ${command}`;
  const { stdout, stderr } = spawnSync(line, { cwd: root, shell: true, encoding: 'utf8' });
  return `${stdout ?? ''}${stderr ?? ''}`;
}

/** On Linux the tool asks for sudo; there the browser's warning has to do, as it does for npm start. */
const canTrust = process.platform === 'win32' || process.platform === 'darwin';

/** The certificate that this computer trusts for localhost; it holds for 30 days and is then made anew. */
function trustedCertificate() {
  say(
    'Looking for a certificate that this computer trusts. If you are asked to allow one, please do.',
  );
  const installed = certificateTool('install');
  if (!/You have trusted access/.test(certificateTool('verify'))) {
    fail(`${installed}\nWithout a trusted certificate Excel does not load the add-in.`);
  }
  const read = (name) => readFileSync(join(homedir(), '.office-addin-dev-certs', name), 'utf8');
  return { key: read('localhost.key'), cert: read('localhost.crt') };
}

// Excel ---------------------------------------------------------------------------------------

const manifestId = () => /<Id>([^<]+)<\/Id>/.exec(readFileSync(MANIFEST, 'utf8'))[1];

/**
 * Excel for Windows reads here which manifests a developer wants to see. Microsoft's own
 * office-addin-dev-settings writes the same value, but installs hundreds of packages to do it.
 */
const DEVELOPER = 'HKCU\\Software\\Microsoft\\Office\\16.0\\WEF\\Developer';
const EXCEL_PATH = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\App Paths\\excel.exe';

const windows = {
  isThere: () => ['HKLM', 'HKCU'].some((hive) => ran('reg', ['query', `${hive}\\${EXCEL_PATH}`])),
  add: () =>
    ran('reg', ['add', DEVELOPER, '/v', manifestId(), '/t', 'REG_SZ', '/d', MANIFEST, '/f']),
  remove: () => ran('reg', ['delete', DEVELOPER, '/v', manifestId(), '/f']),
  open: () => ran('explorer.exe', [WORKBOOK]),
};

/** Excel for Mac lists the manifests in this folder of its own. */
const macManifest = () =>
  join(
    homedir(),
    'Library/Containers/com.microsoft.Excel/Data/Documents/wef',
    `${manifestId()}.manifest.xml`,
  );

const mac = {
  isThere: () => existsSync('/Applications/Microsoft Excel.app'),
  add: () => {
    mkdirSync(dirname(macManifest()), { recursive: true });
    copyFileSync(MANIFEST, macManifest());
    return true;
  },
  remove: () => {
    rmSync(macManifest(), { force: true });
    return true;
  },
  open: () => ran('open', ['-a', 'Microsoft Excel', WORKBOOK]),
};

/** The Excel that there can be on this computer; undefined where there is none for its system. */
const excel = { win32: windows, darwin: mac }[process.platform];

// What to do ----------------------------------------------------------------------------------

const numbered = (steps) => steps.map((step, index) => `  ${index + 1}. ${step}`).join('\n');

const inExcel = () =>
  numbered([
    `Excel opens ${WORKBOOK}. If Excel was open before, close it
     whole and open that workbook again: it looks for add-ins when it starts.`,
    `Home, Add-ins: under Developer Add-ins (on a Mac in the menu) choose Placement costs.`,
    `The Home tab has a group 'Placement costs'; its first button opens the pane.`,
  ]);

const onTheWeb = () =>
  numbered([
    ...(canTrust
      ? []
      : [
          `In the browser that you will use, open https://localhost:${PORT}/taskpane.html and go on past the
     warning: this computer made the certificate for itself, so nobody vouches for it.`,
        ]),
    `In the same browser and on this computer, open https://excel.cloud.microsoft, sign in, and upload
     and open ${WORKBOOK}.`,
    `Home, Add-ins, More Settings, Upload My Add-in: choose ${MANIFEST}.`,
    `Where the browser asks whether Excel may reach this computer or the local network, allow it.`,
    `When you are done, remove the add-in there, or clear the browser's data for Excel.`,
  ]);

const NO_EXCEL = excel
  ? 'Excel was not found on this computer: use Excel on the web, or run npm run excel -- --desktop.'
  : 'There is no Excel for this system, so the add-in was not loaded into one: use Excel on the web.';

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

/** Takes the add-in out of Excel, once, whichever signal comes, and ends. */
function endOnSignal(server, added) {
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    if (added) {
      say(
        excel.remove()
          ? '\nThe add-in is taken out of Excel; close Excel to see it go.'
          : '\nThe add-in could not be taken out of Excel: run this again and end it with Ctrl+C.',
      );
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
    return fail(`${error.message}. Use: npm run excel [-- --web | --desktop]`);
  }
}

function prepare() {
  ensureBuilt();
  if (!readFileSync(MANIFEST, 'utf8').includes(`https://localhost:${PORT}/taskpane.html`)) {
    fail('dist/ holds a build for another address. Delete the folder dist and run this again.');
  }
  mkdirSync(dirname(WORKBOOK), { recursive: true });
  copyFileSync(join(root, 'assets', 'sample-budget.xlsx'), WORKBOOK);
}

const { web = false, desktop = false } = chosen();
prepare();
const server = await startServer(canTrust ? trustedCertificate() : undefined);
const wanted = excel !== undefined && !web && (desktop || excel.isThere());
const added = wanted && excel.add();
endOnSignal(server, added);
if (added) excel.open();
if (wanted && !added) say('\nThe add-in could not be put into Excel: use Excel on the web.');
if (!wanted && !web) say(`\n${NO_EXCEL}`);
say(`
The add-in is served on ${server.page}, to this computer alone.

${added ? inExcel() : onTheWeb()}

What only a real Excel can show, step by step: ${CHECKS}

Leave this window open; press Ctrl+C here when you are done.`);
