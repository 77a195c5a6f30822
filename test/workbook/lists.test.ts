import { DISCHARGES } from '../../src/domain/sources/discharges';
import { listsOf } from '../../src/domain/sources/source';
import type { CellValue } from '../../src/domain/reading';
import { sheet, workbookOf } from './sheets';

const HEADINGS = ['Child ref', 'Discharged on', 'Route'];
const LEAVERS: CellValue[][] = [
  ['D1', '15/06/2023', 'Adoption'],
  ['D2', '16/06/2023', 'SGO'],
];
const TRACKER = [
  ['Ref', 'Cohort', 'Original weekly cost', 'Current weekly cost', 'Date ended', 'Reason'],
  ['YP1', 'Cohort 1', 900, 800, '', 'Uplift'],
  ['YP2', 'Cohort 1', 700, 0, '01/05/2024', 'Returned home'],
];

const leaversIn = (...sheets: CellValue[][][]) =>
  listsOf(workbookOf(sheets.map((rows, i) => sheet(`Sheet ${i + 1}`, rows))).lists, DISCHARGES);

describe('a list beside the tracker', () => {
  it('is read by its headings, each row with the addresses of its cells', () => {
    const [list] = leaversIn([['Leavers'], [], HEADINGS, ...LEAVERS]);
    expect(list!.addresses).toEqual(["'Sheet 1'!A3:C5"]);
    expect(list!.headings).toEqual({
      reference: 'Child ref',
      dischargedOn: 'Discharged on',
      route: 'Route',
    });
    expect(list!.rows[1]).toMatchObject({
      reference: 'D2',
      dischargedOn: '2023-06-16',
      route: 'SGO',
      at: { route: "'Sheet 1'!C5" },
    });
  });

  it('is one list over the sheets that share its headings, and several where they do not', () => {
    const same = leaversIn([HEADINGS, ...LEAVERS], [HEADINGS, ['D3', '01/07/2024', 'SGO']]);
    expect(same.map(({ rows }) => rows.length)).toEqual([3]);
    expect(same[0]!.sheets).toEqual(['Sheet 1', 'Sheet 2']);
    const other = [['Left care on', 'Destination'], ...LEAVERS.map(([, on, to]) => [on!, to!])];
    expect(leaversIn([HEADINGS, ...LEAVERS], other).map(({ rows }) => rows.length)).toEqual([2, 2]);
  });

  it('has no totals, footnotes, names of sections or repeated headings among its rows', () => {
    const [list] = leaversIn([
      HEADINGS,
      ['Quarter 1'],
      LEAVERS[0]!,
      ['Sub-total', '', 1],
      HEADINGS,
      ['Quarter 2'],
      LEAVERS[1]!,
      ['Total', '', 2],
      [],
      ['Source: case records, not audited'],
    ]);
    expect(list!.rows.map(({ reference }) => reference)).toEqual(['D1', 'D2']);
    expect(list!.leftOut).toBe(0);
    expect(list!.problems).toEqual([]);
  });

  it('ends where other headings stand below it', () => {
    const [list] = leaversIn([
      HEADINGS,
      ...LEAVERS,
      [],
      ['Provider', 'Contact', 'Homes'],
      ['Acme', 'Anon', 3],
    ]);
    expect(list!.rows).toHaveLength(2);
    expect(list!.problems).toEqual([]);
  });

  it('leaves out a row without what it needs, and says which cell', () => {
    const [list] = leaversIn([HEADINGS, ...LEAVERS, ['D3', 'soon', 'SGO'], ['D4', '', 'SGO']]);
    expect(list!.rows).toHaveLength(2);
    expect(list!.leftOut).toBe(2);
    expect(list!.problems.map(({ address, ref, message }) => [address, ref, message])).toEqual([
      [
        "'Sheet 1'!B4",
        'D3',
        '\'Sheet 1\'!B4 holds "soon", which is not a date. Type the date of discharge. The young person’s row is left out until then.',
      ],
      [
        "'Sheet 1'!B5",
        'D4',
        "'Sheet 1'!B5 is blank. Type the date of discharge. The young person’s row is left out until then.",
      ],
    ]);
  });

  it('is not the tracker, whose cells are nobody else’s', () => {
    expect(leaversIn(TRACKER)).toEqual([]);
    const both = workbookOf([sheet('T', TRACKER), sheet('L', [HEADINGS, ...LEAVERS])]);
    expect(both.changes).toHaveLength(2);
    expect(both.lists).toHaveLength(1);
  });

  it('is enough where the workbook has no tracker', () => {
    const workbook = workbookOf([sheet('L', [HEADINGS, ...LEAVERS])]);
    expect(workbook.absent).toBeDefined();
    expect(workbook.people).toEqual([]);
    expect(workbook.lists).toHaveLength(1);
  });
});
