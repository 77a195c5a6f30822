import { readFileSync } from 'node:fs';
import { accessibilityFaults, type Fault } from '../../src/domain/accessibility/faults';
import { faultAddress } from '../../src/workbook/faultAddress';
import { describeFile } from '../accessibility/describe-file';
import { WorkbookFileError } from '../xlsx/package';

const USAGE = 'npm run --silent check-accessibility -- FILE.xlsx';

/** Prints a line for each fault. The exit status is 1 where there is one, 2 where nothing could be checked. */
async function main([file, ...others]: string[]): Promise<number> {
  if (file === undefined || file.startsWith('-') || others.length > 0) {
    return refuse(`Name one workbook. Use: ${USAGE}`);
  }
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return refuse(`There is no file ${file} that can be read.`);
  }
  try {
    const faults = accessibilityFaults(await describeFile(bytes));
    for (const fault of faults) process.stdout.write(`${lineOf(fault)}\n`);
    return faults.length > 0 ? 1 : 0;
  } catch (error) {
    if (error instanceof WorkbookFileError) return refuse(error.message);
    throw error;
  }
}

const lineOf = (fault: Fault): string =>
  `${faultAddress(fault) || 'Workbook'}: ${fault.what} ${fault.mend}`;

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}

void main(process.argv.slice(2)).then(
  (status) => (process.exitCode = status),
  (error: unknown) => {
    process.stderr.write(`${String((error as Error)?.stack ?? error)}\n`);
    process.exitCode = 2;
  },
);
