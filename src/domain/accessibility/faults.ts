import type { WorkbookDescription } from './description';
import { LOOK_RULES } from './looks';
import { NOTE_RULES } from './notes';
import type { Found, Rule } from './rule';
import { SHEET_RULES } from './sheets';
import { TABLE_RULES } from './tables';
import { WORKBOOK_RULES } from './wholeWorkbook';

export interface Fault extends Found {
  /** The rule's id. */
  rule: string;
  heading: string;
  mend: string;
}

/** Analysis Function, "Making spreadsheets accessible: a brief checklist of the basics". */
export const RULES: readonly Rule[] = [
  ...WORKBOOK_RULES,
  ...SHEET_RULES,
  ...TABLE_RULES,
  ...LOOK_RULES,
  ...NOTE_RULES,
];

/**
 * Where a workbook breaks the checklist for accessible spreadsheets: faults of the whole workbook first,
 * then sheet by sheet in its order, on each by rule. Of what the description leaves undefined
 * nothing is said; `notLookedAt` tells what that is.
 */
export function accessibilityFaults(workbook: WorkbookDescription): Fault[] {
  const places = new Map(workbook.sheets.map(({ name }, i) => [name, i]));
  const place = ({ sheet }: Found) => (sheet === undefined ? -1 : (places.get(sheet) ?? -1));
  return RULES.flatMap(({ id, heading, mend, find }) =>
    find(workbook).map((found): Fault => ({ rule: id, heading, mend, ...found })),
  ).sort((a, b) => place(a) - place(b));
}

const PLURAL = { chart: 'charts', picture: 'pictures', box: 'boxes and shapes' } as const;

/** What the source of the description could not tell, each to complete "Not looked at: …". */
export function notLookedAt({ title, language, opensOn, sheets }: WorkbookDescription): string[] {
  const shown = sheets.filter(({ visible }) => visible);
  const lacks = (isThere: (sheet: (typeof shown)[number]) => boolean) => !shown.every(isThere);
  const drawings = shown.flatMap((sheet) => sheet.drawings ?? []);
  const unsaid = [
    ...new Set(
      drawings
        .filter(({ alternativeText }) => alternativeText === undefined)
        .map(({ kind }) => PLURAL[kind]),
    ),
  ];
  return [
    ...(title === undefined ? ['the document’s title'] : []),
    ...(language === undefined ? ['the document’s language'] : []),
    ...(opensOn === undefined ? ['on which sheet the workbook opens'] : []),
    ...(lacks(({ cursor }) => cursor !== undefined) ? ['where the cursor is'] : []),
    ...(lacks((sheet) => sheet.drawings !== undefined) ? ['charts, pictures and boxes'] : []),
    ...unsaid.map((kind) => `the alternative text of ${kind}`),
    ...(lacks(({ links }) => links !== undefined) ? ['links'] : []),
    ...(lacks(({ looks }) => looks !== undefined) ? ['how cells are aligned and coloured'] : []),
    ...(lacks(({ merged }) => merged !== undefined) ? ['merged cells'] : []),
    ...(lacks((sheet) => sheet.hasHeaderOrFooter !== undefined) ? ['headers and footers'] : []),
  ];
}
