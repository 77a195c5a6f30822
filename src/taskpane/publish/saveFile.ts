import { WorkbookError } from '../../workbook/workbookError';

/** A kind of file that the pane can hand over, and what is said of it. */
interface FileKind {
  name: string;
  type: string;
  saved: string;
  /** Where the pane cannot save files. */
  instead: string;
}

export const WORD: FileKind = {
  name: 'Placement costs appendix.docx',
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  saved: 'The document was handed to your browser to be saved, usually to Downloads.',
  instead:
    'Excel for Mac does not let a pane save files. Open the copy as a new workbook instead, then paste its tables into Word; or open this workbook in Excel on the web and save the document there.',
};

/**
 * Makes a file and hands it to the browser of the pane to be saved.
 * @throws WorkbookError where the pane's browser saves no files; none is made then
 */
export async function saveFile(
  make: () => Promise<Uint8Array>,
  { name, type, instead }: FileKind,
): Promise<void> {
  if (isOnMac()) throw new WorkbookError(instead);
  const bytes = await make();
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  link.download = name;
  link.click();
  // The download has taken hold of the bytes by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Excel for Mac shows the pane in a view that ignores downloads. */
const isOnMac = (): boolean => Office.context.platform === Office.PlatformType.Mac;
