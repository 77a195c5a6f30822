import {
  cellArea,
  cellAt,
  filledCells,
  holds,
  isEmpty,
  type DrawingDescription,
} from './description';
import { onEachSheet, visibleSheets, type Rule } from './rule';
import { tablesOn } from './tables';

/** Excel's own names for new sheets, in the languages of its users, and those of copies. */
const USUAL_NAME =
  /^(?:sheet|worksheet|tabelle|blatt|feuil(?:le)?|hoja|foglio|planilha|blad|ark|arkusz|untitled|chart)\s*\d*(?:\s*\(\d+\))?$/i;

const KINDS: Record<DrawingDescription['kind'], string> = {
  chart: 'chart',
  picture: 'picture',
  box: 'box or shape',
};

/** What every sheet needs, whatever stands on it. */
export const SHEET_RULES: readonly Rule[] = [
  {
    id: 'sheet-name',
    heading: 'Names of sheets',
    mend: 'Rename the sheet after what it holds.',
    find: (workbook) => {
      const taken = new Set<string>();
      return visibleSheets(workbook).flatMap(({ name }) => {
        const plain = name.trim().toLowerCase();
        const isTwin = taken.has(plain);
        taken.add(plain);
        if (USUAL_NAME.test(plain)) {
          return [{ sheet: name, what: 'The sheet’s name does not say what it holds.' }];
        }
        return isTwin
          ? [{ sheet: name, what: 'Another sheet has the same name, but for capitals or spaces.' }]
          : [];
      });
    },
  },
  {
    id: 'hidden-sheet',
    heading: 'Hidden sheets',
    mend: 'Show the sheet or, before publishing, delete it.',
    find: ({ sheets }) =>
      sheets
        .filter(({ visible }) => !visible)
        .map(({ name }) => ({ sheet: name, what: 'The sheet is hidden.' })),
  },
  {
    id: 'blank-sheet',
    heading: 'Blank sheets',
    mend: 'Delete the sheet.',
    find: onEachSheet((sheet) =>
      filledCells(sheet).length === 0 && !sheet.drawings?.length
        ? [{ what: 'Nothing stands on the sheet.' }]
        : [],
    ),
  },
  {
    id: 'sheet-title',
    heading: 'Titles of sheets',
    mend: 'Put the title in A1, above any table.',
    find: onEachSheet((sheet) => {
      if (filledCells(sheet).length === 0) return [];
      const inTable = tablesOn(sheet).some(({ area }) => holds(area, 0, 0));
      return inTable || isEmpty(cellAt(sheet, 0, 0))
        ? [{ area: cellArea(0, 0), what: 'The sheet has no title in A1.' }]
        : [];
    }),
  },
  {
    id: 'merged-cells',
    heading: 'Merged cells',
    mend: 'Unmerge them (Home, Merge & Centre).',
    find: onEachSheet(({ merged = [] }) =>
      merged.map((area) => ({ area, what: 'Cells are merged.' })),
    ),
  },
  {
    id: 'hidden-cells',
    heading: 'Hidden rows and columns',
    mend: 'Show them (Home, Format, Hide & Unhide) or delete them.',
    find: onEachSheet(({ hidesRows, hidesColumns }) =>
      hidesRows || hidesColumns
        ? [{ what: `${hiddenParts(hidesRows, hidesColumns)} are hidden.` }]
        : [],
    ),
  },
  {
    id: 'header-footer',
    heading: 'Headers and footers',
    mend: 'Move what they say into cells of column A and take them away (Page Layout, Page Setup, Header/Footer).',
    find: onEachSheet(({ hasHeaderOrFooter }) =>
      hasHeaderOrFooter
        ? [{ what: 'The sheet has a header or footer, which screen readers do not reach.' }]
        : [],
    ),
  },
  {
    id: 'alternative-text',
    heading: 'Alternative text',
    mend: 'Say what it shows as its alternative text (right-click, View Alt Text), or move a box’s words into cells.',
    find: onEachSheet(({ drawings = [] }) =>
      drawings
        .filter(({ alternativeText }) => alternativeText?.trim() === '')
        .map(({ kind, name, at }) => ({
          area: at,
          what: `The ${KINDS[kind]}${name === '' ? '' : ` ‘${name}’`} has no alternative text.`,
        })),
    ),
  },
  {
    id: 'freeze-panes',
    heading: 'Frozen panes',
    mend: 'Before publishing unfreeze them (View, Freeze Panes).',
    find: onEachSheet(({ isFrozen }) =>
      isFrozen ? [{ what: 'Panes are frozen, which hides cells from magnified screens.' }] : [],
    ),
  },
  {
    id: 'filters',
    heading: 'Filters',
    mend: 'Before publishing take the filter away (Data, Filter).',
    find: onEachSheet(({ isFiltered, tables }) => [
      ...(isFiltered ? [{ what: 'The sheet has a filter.' }] : []),
      ...tables
        .filter(({ hasFilterButtons }) => hasFilterButtons)
        .map(({ name, area }) => ({ area, what: `The table ‘${name}’ has filter buttons.` })),
    ]),
  },
  {
    id: 'cursor',
    heading: 'Cursor',
    mend: 'Before publishing select A1 (Ctrl+Home), and save.',
    find: onEachSheet(({ cursor }) =>
      cursor && (cursor.top > 0 || cursor.left > 0)
        ? [{ area: cursor, what: 'The cursor is not in A1.' }]
        : [],
    ),
  },
];

const hiddenParts = (rows?: boolean, columns?: boolean): string =>
  rows && columns ? 'Rows and columns' : rows ? 'Rows' : 'Columns';
