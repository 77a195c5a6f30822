import { checkAccessibility } from '../../src/commands/checkAccessibility';
import { runSummary } from '../../src/commands/runSummary';
import { faultAddress } from '../../src/workbook/faultAddress';
import { excelWithSheets, type PlayedExcel } from './excelWithSheets';

const LIST = [
  ['Costs'],
  ['A blank cell means that nothing was paid.'],
  ['Placement', 'Children', 'Weekly cost'],
  ['Fostering', 12, 890.5],
  ['Residential', '[c]', ''],
  ['Secure', 7, 9000],
];

describe('the open workbook', () => {
  let excel: PlayedExcel;
  afterEach(() => excel.close());

  const sheet = (name: string) => excel.host.workbook.worksheets.getItem(name);
  /** A sheet that keeps to the checklist but for a mark that nothing explains. */
  function markUp(name: string) {
    sheet(name).tables.add('A3:C6', true).showFilterButton = false;
    sheet(name).getRange('B3:C6').format.horizontalAlignment = 'Right';
  }
  const faults = async () =>
    (await checkAccessibility()).faults
      .filter((fault) => fault.sheet !== undefined)
      .map((fault) => `${fault.rule} ${faultAddress(fault)}`);

  it('is told by its cells, tables, and what lies over and around them', async () => {
    excel = await excelWithSheets({ Costs: LIST, 'More, or less': LIST, 'To do': [] });
    for (const name of ['Costs', 'More, or less']) markUp(name);
    expect(await faults()).toEqual([
      'marks Costs!B5',
      "marks 'More, or less'!B5",
      "blank-sheet 'To do'",
    ]);
    const more = sheet('More, or less');
    sheet('To do').getRange('A1').values = [['[c] is a count of 1 to 5']];
    sheet('To do').name = 'Notes';
    more.getRange('A1:B1').merge();
    more.getRange('A2:C2').merge();
    more.getRange('B3').format.horizontalAlignment = 'Left';
    more.getRange('C6').format.fill.color = '#FFFF00';
    more.getRange('B5').format.horizontalAlignment = 'Center';
    (more.getRange('4:4') as { rowHidden: boolean }).rowHidden = true;
    more.freezePanes.freezeRows(3);
    more.tables.items[0]!.showFilterButton = true;
    more.pageLayout.headersFooters.defaultForAllPages.centerFooter = 'Page &P';
    more.shapes.addTextBox('Draft').name = 'Draft';
    more.shapes.addGeometricShape('Arrow').altTextDescription = 'An arrow to the total';
    sheet('Costs').charts.add('BarClustered', sheet('Costs').getRange('A3:B6'));
    expect((await faults()).sort()).toEqual(
      [
        "alternative-text 'More, or less'",
        "colour-alone 'More, or less'!C6",
        "filters 'More, or less'!A3:C6",
        "freeze-panes 'More, or less'",
        "header-footer 'More, or less'",
        "hidden-cells 'More, or less'",
        "merged-cells 'More, or less'!A1:B1",
        "merged-cells 'More, or less'!A2:C2",
        "numbers-right 'More, or less'!B3",
      ].sort(),
    );
    expect((await checkAccessibility()).notLookedAt).toEqual([
      'the document’s language',
      'on which sheet the workbook opens',
      'where the cursor is',
      'the alternative text of charts',
      'links',
    ]);
  });

  it('takes as many round trips whatever the number of its sheets', async () => {
    const syncs = async (count: number) => {
      excel = await excelWithSheets(
        Object.fromEntries(Array.from({ length: count }, (_, i) => [`Costs ${i}`, LIST])),
      );
      for (let i = 0; i < count; i++) markUp(`Costs ${i}`);
      const before = excel.host.io.syncs;
      expect((await checkAccessibility()).sheets).toBe(count);
      const after = excel.host.io.syncs - before;
      if (count === 1) excel.close();
      return after;
    };
    expect(await syncs(1)).toBe(await syncs(40));
  });

  it('is read whole where it is more than Excel gives at once', async () => {
    const long = Array.from({ length: 9000 }, (_, i) => [`YP${i}`, i, 'n'.repeat(900)]);
    excel = await excelWithSheets({
      Long: [['Long'], ['Ref', 'Number', 'Note'], ...long, ['', 1, 'x']],
    });
    sheet('Long').tables.add('A2:C9003', true).showFilterButton = false;
    sheet('Long').getRange('B2:B9003').format.horizontalAlignment = 'Right';
    expect(await faults()).toEqual(['empty-cells Long!A9003']);
  });

  it('has no fault on a sheet that the add-in wrote', async () => {
    excel = await excelWithSheets({
      Tracker: [
        ['Ref', 'Cohort', 'Opportunity', 'Original weekly cost', 'Current weekly cost', 'Note'],
        ['YP1', 'Cohort 1', 'Step down', 900, 600, 'Moved to foster care'],
        ['YP2', 'Cohort 2', '', 500, 700, ''],
      ],
    });
    await runSummary({}, '2024-12-03');
    const { faults: all } = await checkAccessibility();
    const own = all.filter(({ sheet: name }) => name !== undefined && name !== 'Tracker');
    expect(own).toEqual([]);
    expect(all.filter(({ sheet: name }) => name === 'Tracker')).not.toEqual([]);
  });
});
