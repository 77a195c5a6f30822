import { gateFor, NEWEST, requirementSetOf } from '../../host/requirement-sets';
import { currentTable, readRequirementSets } from '../../host/make-requirement-sets';
import table from '../../host/requirement-sets.json';

describe('the table of requirement sets', () => {
  it('is what the installed types say; else run `node host/make-requirement-sets.js`', () => {
    expect(table).toEqual(currentTable());
  });

  it('is made of remarks: of the class, of the member, for getting and for setting', () => {
    const types = `declare namespace Excel {
      /** [Api set: ExcelApi 1.4] */
      class Setting {
        /** No remark. */ key: string;
        /** [Api set: ExcelApi 1.1 for get, 1.8 for set] */ position: number;
        /** [Api set: ExcelApi 1.9] */ go(a: string): void;
        /** [Api set: ExcelApi 1.7] */ go(): void;
        /** [Api set: ExcelApiOnline 1.1] */ online: string;
      }
    }`;
    expect(readRequirementSets(types)).toEqual({
      Setting: {
        set: '1.4',
        members: { position: '1.1 / 1.8', go: '1.7', online: 'ExcelApiOnline 1.1' },
      },
    });
  });

  it('knows the sets that this add-in leans on', () => {
    expect(requirementSetOf('WorksheetCustomPropertyCollection', 'add')).toBe('1.12');
    expect(requirementSetOf('Setting', 'value')).toBe('1.4');
    expect(requirementSetOf('Table', 'resize')).toBe('1.13');
    expect(requirementSetOf('Worksheet', 'visibility', 'set')).toBe('1.2');
    expect(requirementSetOf('Range', '_KeepReference')).toBeUndefined();
  });

  it('counts 1.9 as older than 1.12, and lets through no online or desktop API', () => {
    expect(gateFor('1.12').allows('Worksheet', 'autoFilter')).toBe(true);
    expect(gateFor('1.9').allows('Worksheet', 'customProperties')).toBe(false);
    expect(gateFor(NEWEST).allows('Worksheet', 'namedSheetViews')).toBe(false);
  });
});
