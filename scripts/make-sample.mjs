import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';

/**
 * Makes assets/sample-budget.xlsx: a budget workbook as an officer keeps one, from the invented
 * rows in assets/data. `npm run sample`; the same rows give the same workbook.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const MADE = new Date(Date.UTC(2024, 11, 3));

/** Rows of a CSV file as texts; quoted fields may hold commas and doubled quotes. */
function rowsOf(name) {
  const text = readFileSync(`${root}assets/data/${name}.csv`, 'utf8').replace(/\r/g, '');
  return text
    .trimEnd()
    .split('\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((field) =>
        field[1] === undefined ? field[2] : field[1].replaceAll('""', '"'),
      ),
    );
}

const money = (text) => (text === '' ? null : Number(text));
const number = money;
const percent = (text) => (text === '' ? null : Number(text) / 100);
const text = (value) => (value === '' ? null : value);
const date = (value) => {
  if (value === '') return null;
  const [day, month, year] = value.split('/').map(Number);
  return new Date(Date.UTC(year, month - 1, day));
};

const FORMATS = new Map([
  [money, '£#,##0.00'],
  [percent, '0%'],
  [date, 'dd/mm/yyyy'],
]);

/** Writes headings and rows from a row of the sheet on, each column read and formatted by its kind. */
function writeList(sheet, top, columns, rows) {
  const headings = sheet.getRow(top);
  columns.forEach(([heading, kind, width], i) => {
    const cell = headings.getCell(i + 1);
    cell.value = heading;
    cell.font = { bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F4E79' } };
    cell.alignment = { wrapText: true, vertical: 'top' };
    sheet.getColumn(i + 1).width = width;
    rows.forEach((row, r) => {
      const body = sheet.getRow(top + 1 + r).getCell(i + 1);
      body.value = kind(row[i]);
      const format = FORMATS.get(kind);
      if (format) body.numFmt = format;
    });
  });
}

function list(book, sheetName, file, columns) {
  const sheet = book.addWorksheet(sheetName);
  writeList(sheet, 1, columns, rowsOf(file).slice(1));
  return sheet;
}

function readMe(book) {
  const sheet = book.addWorksheet('Read me');
  sheet.getColumn(1).width = 100;
  [
    'Placements budget workbook 2024/25',
    'Children’s services finance. Every row in this workbook is invented; no row describes a real child.',
    'Budget monitoring: where the year stands, by service line.',
    'Tracker: the two cohorts of young people under review, with their weekly cost at the baseline and now.',
    'The other sheets are the lists kept beside it: placements, discharges, edge of care, savings and capital.',
  ].forEach((line, i) => {
    sheet.getCell(i + 1, 1).value = line;
  });
  sheet.getCell('A1').font = { bold: true, size: 14 };
}

const FIRST_ROW = 5;

function tracker(book, rows) {
  const sheet = book.addWorksheet('Tracker');
  sheet.getCell('A1').value = 'Placement cost tracker 2024/25: cohorts 1 and 2';
  sheet.getCell('A1').font = { bold: true, size: 14 };
  sheet.getCell('A2').value =
    'Weekly costs in pounds, gross. One row for each young person under review.';
  writeList(
    sheet,
    FIRST_ROW - 1,
    [
      ['Child ref', text, 10],
      ['Cohort', text, 10],
      ['Identified opportunity', text, 34],
      ['Date of birth', date, 12],
      ['Original placement', text, 20],
      ['Original provider', text, 14],
      ['Original weekly cost', money, 13],
      ['Current placement', text, 22],
      ['Current provider', text, 14],
      ['Current weekly cost', money, 13],
      ['Date of change', date, 12],
      ['Needs score', number, 8],
      ['In area', text, 8],
      ['Health contribution', percent, 12],
      ['Note', text, 60],
    ],
    rows,
  );
  sheet.views = [{ state: 'frozen', ySplit: FIRST_ROW - 1 }];
}

function budgetMonitoring(book, rows) {
  const last = FIRST_ROW + rows.length - 1;
  const total = (column) => rows.reduce((sum, row) => sum + Number(row[column]), 0);
  const sheet = book.addWorksheet('Budget monitoring');
  sheet.columns = [{ width: 46 }, { width: 16 }, { width: 16 }, { width: 16 }];
  sheet.getCell('A1').value = 'Budget monitoring 2024/25, period 8';
  sheet.getCell('A1').font = { bold: true, size: 14 };
  sheet.getRow(3).values = ['Service line', 'Budget', 'Forecast', 'Variance'];
  sheet.getRow(3).font = { bold: true };
  const lines = [
    ['Residential placements', 14250000, 14877400],
    ['Independent fostering', 6120000, 6054300],
    ['In-house fostering', 4380000, 4412900],
    ['Supported accommodation', 2140000, 2268700],
  ];
  lines.forEach(([line, budget, forecast], i) => {
    const row = 4 + i;
    sheet.getRow(row).values = [
      line,
      budget,
      forecast,
      { formula: `C${row}-B${row}`, result: forecast - budget },
    ];
  });
  const sums = [1, 2].map((i) => lines.reduce((sum, line) => sum + line[i], 0));
  sheet.getRow(8).values = [
    'Total',
    { formula: 'SUM(B4:B7)', result: sums[0] },
    { formula: 'SUM(C4:C7)', result: sums[1] },
    { formula: 'C8-B8', result: sums[1] - sums[0] },
  ];
  sheet.getRow(8).font = { bold: true };
  sheet.getRow(10).values = [
    'Cohorts, weekly cost at the baseline',
    { formula: `SUM(Tracker!G${FIRST_ROW}:G${last})`, result: total(6) },
  ];
  sheet.getRow(11).values = [
    'Cohorts, weekly cost now',
    { formula: `SUM(Tracker!J${FIRST_ROW}:J${last})`, result: total(9) },
  ];
  sheet.getRow(12).values = [
    'Net change a week',
    { formula: 'B11-B10', result: total(9) - total(6) },
  ];
  for (let row = 4; row <= 12; row++) {
    for (let column = 2; column <= 4; column++) {
      sheet.getRow(row).getCell(column).numFmt = row < 9 ? '£#,##0' : '£#,##0.00';
    }
  }
}

function lists(book) {
  list(book, 'Placements', 'placements-list', [
    ['Child ref', text, 10],
    ['Placement', text, 24],
    ['Provider', text, 14],
    ['Start date', date, 12],
    ['End date', date, 12],
    ['Weekly cost', money, 13],
  ]);
  list(book, 'Placements budget', 'placements-budget', [
    ['Placement', text, 24],
    ['Budget 2024/25', money, 16],
  ]);
  list(book, 'Reviews', 'reviews', [
    ['Child ref', text, 10],
    ['Cohort', text, 10],
    ['Review date', date, 12],
    ['Weekly cost', money, 13],
  ]);
  list(book, 'Discharges', 'discharges', [
    ['Child ref', text, 10],
    ['Discharged on', date, 14],
    ['Route', text, 22],
  ]);
  list(book, 'High-cost placements', 'high-cost-placements', [
    ['Child ref', text, 10],
    ['Financial year', text, 14],
    ['Weekly cost', money, 13],
  ]);
  list(book, 'Residential weekly cost', 'residential-weekly-cost', [
    ['Financial year', text, 14],
    ['Child ref', text, 10],
    ['Placement', text, 22],
    ['Weekly cost', money, 13],
  ]);
  list(book, 'Edge of care', 'edge-of-care', [
    ['Child ref', text, 10],
    ['Team', text, 8],
    ['Diverted on', date, 12],
    ['Expected placement', text, 24],
    ['Expected weekly cost', money, 14],
  ]);
  list(book, 'Savings programme', 'savings-programme', [
    ['Scheme', text, 40],
    ['Kind', text, 18],
    ['Financial year', text, 14],
    ['Target', money, 16],
    ['Delivered to date', money, 16],
    ['Forecast', money, 16],
    ['Status', text, 14],
  ]);
  list(book, 'Capital programme', 'capital-programme', [
    ['Phase', text, 12],
    ['Properties', text, 34],
    ['Homes', number, 8],
    ['Places', number, 8],
    ['Grant', money, 16],
    ['Council contribution', money, 16],
    ['Saving a year', money, 16],
    ['External weekly cost', money, 14],
  ]);
  list(book, 'Sufficiency', 'sufficiency-snapshot', [
    ['Child ref', text, 10],
    ['Gender', text, 10],
    ['Placement', text, 24],
    ['Provider', text, 14],
    ['In area', text, 8],
    ['Weekly cost', money, 13],
    ['How bought', text, 14],
    ['Health share', percent, 10],
    ['Education share', percent, 10],
  ]);
  list(book, 'Children looked after', 'population', [
    ['Authority', text, 18],
    ['Date', date, 12],
    ['Children', number, 10],
  ]);
  list(book, 'Action plan', 'action-plan', [
    ['Priority', text, 26],
    ['Action', text, 60],
    ['Owner', text, 22],
    ['Due', date, 12],
    ['Status', text, 14],
  ]);
}

const book = new ExcelJS.Workbook();
book.created = MADE;
book.modified = MADE;
book.title = 'Placements budget workbook 2024/25 (invented rows)';
const rows = rowsOf('impower-cohorts').slice(1);
readMe(book);
budgetMonitoring(book, rows);
tracker(book, rows);
lists(book);
await book.xlsx.writeFile(`${root}assets/sample-budget.xlsx`);
