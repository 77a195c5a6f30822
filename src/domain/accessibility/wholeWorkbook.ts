import { contentsOf, isContents, isCover, notesOf, visibleSheets, type Rule } from './rule';

/** A language as files name one, 'en-GB' (BCP 47); not a name in words. */
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i;

/** What a workbook as a whole needs before it is published. */
export const WORKBOOK_RULES: readonly Rule[] = [
  {
    id: 'document-title',
    heading: 'Document title',
    mend: 'Before publishing give it one under File, Info, Title.',
    find: ({ title }) =>
      title !== undefined && title.trim() === '' ? [{ what: 'The document has no title.' }] : [],
  },
  {
    id: 'document-language',
    heading: 'Document language',
    mend: 'Before publishing set the language among the document’s properties, en-GB for English.',
    find: ({ language }) =>
      language !== undefined && !LANGUAGE.test(language.trim())
        ? [{ what: 'The document does not say which language it is in.' }]
        : [],
  },
  {
    id: 'cover',
    heading: 'Cover sheet',
    mend: 'Before publishing put a sheet ‘Cover’ first that says what the workbook is, of whom and when.',
    find: (workbook) => {
      const [first] = visibleSheets(workbook);
      return first && isCover(first) ? [] : [{ what: 'The first sheet is no cover.' }];
    },
  },
  {
    id: 'contents',
    heading: 'Contents',
    mend: 'Before publishing add a sheet ‘Contents’ that lists the sheets, with a link to each.',
    find: (workbook) => (contentsOf(workbook) ? [] : [{ what: 'There is no sheet of contents.' }]),
  },
  {
    id: 'contents-links',
    heading: 'Links of the contents',
    mend: 'Link the sheet’s line in the contents to its cell A1.',
    find: (workbook) => {
      const contents = contentsOf(workbook);
      if (!contents?.links) return [];
      const linked = new Set(contents.links.map(({ sheet }) => sheet?.toLowerCase()));
      return visibleSheets(workbook)
        .filter((sheet) => !isCover(sheet) && !isContents(sheet))
        .filter(({ name }) => !linked.has(name.toLowerCase()))
        .map(({ name }) => ({
          sheet: contents.name,
          what: `No link leads to the sheet ‘${name}’.`,
        }));
    },
  },
  {
    id: 'links',
    heading: 'Links that lead nowhere',
    mend: 'Link to a sheet that is there.',
    find: (workbook) => {
      const names = new Set(visibleSheets(workbook).map(({ name }) => name.toLowerCase()));
      return visibleSheets(workbook).flatMap(({ name, links = [] }) =>
        links
          .filter(({ sheet }) => sheet !== undefined && !names.has(sheet.toLowerCase()))
          .map(({ at, sheet }) => ({
            sheet: name,
            area: at,
            what: `The link leads to the sheet ‘${sheet}’, which is not there to be seen.`,
          })),
      );
    },
  },
  {
    id: 'notes-sheet',
    heading: 'Notes sheet',
    mend: 'Before publishing add a sheet ‘Notes’ with a table of the notes by their numbers.',
    find: (workbook) => (notesOf(workbook) ? [] : [{ what: 'There is no sheet of notes.' }]),
  },
  {
    id: 'opens-on',
    heading: 'Where the workbook opens',
    mend: 'Before publishing select the first sheet, and save.',
    find: (workbook) => {
      const [first] = visibleSheets(workbook);
      const { opensOn } = workbook;
      return first === undefined || opensOn === undefined || opensOn === first.name
        ? []
        : [{ what: `The workbook opens on ‘${opensOn}’ and not on its first sheet.` }];
    },
  },
];
