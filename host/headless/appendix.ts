import { isUtf8 } from 'node:buffer';
import { existsSync, readFileSync, renameSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'papaparse';
import type { Commands } from '../../src/commands';
import type { Paper, Proofread } from '../../src/commands/proofreadPaper';
import type { SummaryRun } from '../../src/commands/runSummary';
import type { TypedChoices } from '../../src/commands/typedChoices';
import { bootJsdom, filesIn } from '../boot-jsdom';
import { ExcelHost } from '../excel-host';
import { loadXlsx, saveXlsx } from '../xlsx';

const USAGE =
  'npm run --silent appendix -- WORKBOOK.xlsx [--sheet NAME] [--as-at DATE] [--basis 52] [--materiality 3] [--high-cost 10000] [--new-families 15] [--uplift PER CENT] [--without REPORT,…] [--title TEXT] [--authority TEXT] [--committee TEXT] [--meeting DATE] [--period TEXT] [--values] [--suppress 5] [--published FILE.csv] [--against CELL] [--workbook FILE.xlsx] [--out FILE.xlsx|FILE.docx] [--json]';

/** A sentence for whoever ran this; everything else is a fault of ours and shows its stack. */
class Sentence extends Error {}

interface Wanted extends TypedChoices {
  input: string;
  published?: string;
  against?: string[];
  workbook?: string;
  out?: string[];
  json: boolean;
}

function wanted(args: string[]): Wanted {
  const text = { type: 'string' } as const;
  let parsed;
  try {
    parsed = parseArgs({
      args: withNegatives(args),
      allowPositionals: true,
      options: {
        sheet: text,
        'as-at': text,
        basis: text,
        materiality: text,
        'high-cost': text,
        'new-families': text,
        uplift: text,
        without: text,
        values: { type: 'boolean', default: false },
        published: text,
        against: { ...text, multiple: true },
        title: text,
        authority: text,
        committee: text,
        meeting: text,
        period: text,
        workbook: text,
        suppress: text,
        out: { ...text, multiple: true },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new Sentence(`${(error as Error).message.split('\n')[0]} Use: ${USAGE}`);
  }
  const { positionals, values } = parsed;
  if (positionals.length !== 1) throw new Sentence(`Name one workbook. Use: ${USAGE}`);
  const options = {
    ...values,
    asAt: values['as-at'],
    highCost: values['high-cost'],
    newFamilies: values['new-families'],
    input: positionals[0]!,
  };
  if (options.workbook !== undefined) refuseTarget(options.input, options.workbook, ['.xlsx']);
  for (const target of options.out ?? []) {
    refuseTarget(options.input, target, Object.keys(PUBLISHED_AS));
  }
  return options;
}

/** '--suppress -1' as '--suppress=-1': what begins with a minus and a digit is a number and no option. */
const withNegatives = (args: readonly string[]): string[] =>
  args.flatMap((arg, at) => {
    const isNumber = (other: string | undefined): boolean => /^-\d/.test(other ?? '');
    if (isNumber(arg) && args[at - 1]?.startsWith('--')) return [];
    return arg.startsWith('--') && isNumber(args[at + 1]) ? [`${arg}=${args[at + 1]}`] : [arg];
  });

const realPath = (file: string): string => (existsSync(file) ? realpathSync(file) : resolve(file));

/** The command that makes a file to publish, by how its name ends. */
const PUBLISHED_AS: Record<string, 'workbookFile' | 'documentFile'> = {
  '.xlsx': 'workbookFile',
  '.docx': 'documentFile',
};

const endingOf = (file: string): string => extname(file).toLowerCase();

function refuseTarget(input: string, target: string, endings: readonly string[]): void {
  if (!endings.includes(endingOf(target))) {
    throw new Sentence(`The file to write, ${target}, has to end in ${endings.join(' or ')}.`);
  }
  if (realPath(target) === realPath(input)) {
    throw new Sentence(
      `The workbook that is read is never changed: choose another name than ${target}.`,
    );
  }
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new Sentence(`There is no file ${file} that can be read.`);
  }
}

/** A published paper's tables, saved from a spreadsheet; Excel on Windows still saves without UTF-8. */
function paperIn(file: string): Paper {
  const bytes = bytesOf(file);
  const text = new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes);
  if (text.includes('\u0000')) {
    throw new Sentence(`${file} is not a CSV file: save the tables as CSV and name that.`);
  }
  return { name: basename(file), cells: parse<string[]>(text).data };
}

/** A file is there whole or not at all. */
function save(file: string, bytes: Uint8Array): void {
  const partial = `${file}.partial`;
  try {
    writeFileSync(partial, bytes);
    renameSync(partial, file);
  } catch (error) {
    throw new Sentence(
      `The file ${file} cannot be written (${(error as NodeJS.ErrnoException).code}).`,
    );
  }
}

/** Runs the add-in's own commands, from its production build, in the workbook. */
async function run(options: Wanted): Promise<string> {
  const host = new ExcelHost({ book: await loadXlsx(bytesOf(options.input), options.input) });
  const addin = join(__dirname, '../addin');
  const page = bootJsdom({ html: pageWithoutPane(addin), file: filesIn(addin), host });
  try {
    await page.ready;
    const commands = await commandsOf(page.window as unknown as { placementAddin?: Commands });
    // A paper that cannot be read is said before anything is made.
    const paper =
      options.published === undefined ? undefined : commands.proofread(paperIn(options.published));
    const before = { ...host.io };
    const result = await commands.run(options, options.against);
    const io = {
      syncs: host.io.syncs - before.syncs,
      requestBytes: host.io.requestBytes - before.requestBytes,
      responseBytes: host.io.responseBytes - before.responseBytes,
    };
    await saveFiles(host, commands, result, options);
    return options.json
      ? JSON.stringify({ ...commands.appendixOutput(result, paper), io }, null, 2)
      : printed(commands, result, paper);
  } finally {
    page.close();
  }
}

/** Without a place for it the pane does not start, and the traffic counted is the commands' alone. */
function pageWithoutPane(addin: string): string {
  const html = readFileSync(join(addin, 'taskpane.html'), 'utf8');
  const without = html.replace(/\bid="?root"?/, '');
  if (without === html) throw new Error('The built page has no place for the pane.');
  return without;
}

async function commandsOf(window: { placementAddin?: Commands }): Promise<Commands> {
  for (let wait = 0; wait < 500 && !window.placementAddin; wait++) {
    await new Promise((done) => setTimeout(done, 10));
  }
  if (!window.placementAddin) throw new Error('The built add-in did not register its commands.');
  return window.placementAddin;
}

async function saveFiles(
  host: ExcelHost,
  commands: Commands,
  result: SummaryRun,
  { workbook, out }: Wanted,
): Promise<void> {
  if (workbook !== undefined) save(workbook, await saveXlsx(host.book));
  if (!out) return;
  const { appendix, quotes } = commands.copy(result);
  for (const { plan, text } of quotes) {
    process.stderr.write(
      `Commentary on ‘${plan.sheet}’ seems to quote a hidden figure: ‘${text}’.\n`,
    );
  }
  for (const file of out) save(file, await commands[PUBLISHED_AS[endingOf(file)]!](appendix));
}

const leftOut = ({ tracker }: SummaryRun): number =>
  tracker.lists.reduce((count, list) => count + list.leftOut, tracker.leftOut);

function printed(commands: Commands, result: SummaryRun, paper?: Proofread): string {
  const problems = [...commands.problems(result), ...(paper?.problems ?? [])];
  const messages = problems.map(({ message }) => message);
  const listed = messages.map((message) => `- ${message}`);
  const heading = `To look at: ${messages.length}; rows left out: ${leftOut(result)}`;
  return [
    ...commands.tables(result),
    ...commands.reconciliation(result, paper),
    ...(listed.length > 0 ? [[heading, ...listed].join('\n')] : []),
  ].join('\n\n');
}

/** The add-in's own errors come from the page's realm, so that they are told by their names. */
const hasSentence = (error: unknown): error is Error =>
  error instanceof Sentence ||
  ['WorkbookError', 'WorkbookFileError'].includes((error as Error | undefined)?.name ?? '');

async function main(): Promise<void> {
  try {
    const text = await run(wanted(process.argv.slice(2)));
    await new Promise<void>((done) => process.stdout.write(`${text}\n`, () => done()));
    process.exit(0);
  } catch (error) {
    const sentence = hasSentence(error) ? error.message : String((error as Error)?.stack ?? error);
    process.stderr.write(`${sentence.replace(/\s*\n\s*/g, hasSentence(error) ? ' ' : '\n')}\n`);
    process.exit(1);
  }
}

void main();
