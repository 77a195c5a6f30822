/** What an officer says of a table, in a cell of column A above it. */
export interface Commentary {
  /** Stands in the cell above. */
  label: string;
  /** As it reads, line breaks kept; '' where nothing is said yet. */
  text: string;
  /** Excel's formula, where the officer has the text worked out. */
  formula?: string;
}

/** The place for it on a sheet in the workbook, where nothing is typed yet. */
export const NO_COMMENTARY: Commentary = {
  label: 'Commentary (type it in the cell below; it is kept when this sheet is written again)',
  text: '',
};

/** As it is published or printed out: without the words to whoever types it; nothing where nothing is said. */
export const saidIn = (commentary: Commentary | undefined): Commentary | undefined =>
  commentary && commentary.text !== '' ? { label: 'Commentary', text: commentary.text } : undefined;
