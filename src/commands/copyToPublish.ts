import { hiddenQuoted, type Quote } from '../reports/hiddenQuoted';
import { publish, type Published } from '../reports/publish';
import type { PublishedAppendix } from '../reports/published';
import { openCopy } from '../workbook/openCopy';
import { readStanding } from '../workbook/readStanding';
import type { WorkbookSeen } from '../workbook/tracker';
import type { Choices } from './choices';
import type { Summary } from './summarise';

/** The copy as it is published, before it is a file. */
export interface CopyToPublish extends Published {
  /** Figures in officers' commentary that seem to give away hidden ones. */
  quotes: Quote[];
  /** Counts from 1 to it are hidden; 0 hides nothing. */
  threshold: number;
}

/** The copy of a summary whose plans have their commentary. */
export function copyOf(
  { plans, front }: Pick<Summary, 'plans' | 'front'>,
  { suppress, signs }: Choices,
): CopyToPublish {
  const published = publish(plans, front, { threshold: suppress, signs });
  return { ...published, quotes: hiddenQuoted(plans, published.hidden), threshold: suppress };
}

/** The copy of a summary of the workbook that is open. */
export interface CopyInWorkbook extends CopyToPublish {
  /** False where the tracker, or a decision, has changed since the summary was made. */
  asSeen: boolean;
}

/** The same with the commentary that stands in the workbook now. */
export async function copyInWorkbook(
  { plans, front }: Summary,
  choices: Choices,
  seen: WorkbookSeen,
): Promise<CopyInWorkbook> {
  const standing = await readStanding(plans, seen);
  return { ...copyOf({ plans: standing.plans, front }, choices), asSeen: standing.asSeen };
}

// The code that makes files is loaded when it is asked for.

/** A new .xlsx. */
export async function workbookFile(appendix: PublishedAppendix): Promise<Uint8Array> {
  const { exportWorkbook } = await import('../copy/exportWorkbook');
  return exportWorkbook(appendix);
}

/** A new .docx. */
export async function documentFile(appendix: PublishedAppendix): Promise<Uint8Array> {
  const { exportDocument } = await import('../copy/exportDocument');
  return exportDocument(appendix);
}

/** Opens it as a new workbook in Excel. */
export const openAsWorkbook = async (appendix: PublishedAppendix): Promise<void> =>
  openCopy(await workbookFile(appendix));
