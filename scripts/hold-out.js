'use strict';

/**
 * Puts five labelled rows of each reason aside, so that the classifier can be measured on rows that
 * nobody looked at while it was written. The seed is fixed: the same rows come out each time.
 *
 *   node scripts/hold-out.js     writes assets/data/reasons-held-out.json
 */

const { createHash } = require('node:crypto');
const { writeFileSync } = require('node:fs');
const path = require('node:path');
const ExcelJS = require('exceljs');

const SEED = 'placement reasons, put aside 2026';
const EACH = 5;
const data = path.join(__dirname, '../assets/data');

const lot = (id) => createHash('sha256').update(`${SEED}:${id}`).digest('hex');

const main = async () => {
  const book = new ExcelJS.Workbook();
  const sheet = await book.csv.readFile(path.join(data, 'reasons-development.csv'), {
    map: (text) => text,
  });
  const headings = sheet.getRow(1).values;
  const [id, label] = [headings.indexOf('id'), headings.indexOf('label')];
  const idsOf = new Map();
  sheet.eachRow((row, number) => {
    if (number === 1) return;
    const reason = row.getCell(label).text;
    idsOf.set(reason, [...(idsOf.get(reason) ?? []), row.getCell(id).text]);
  });
  const held = [...idsOf.values()].flatMap((ids) =>
    ids.sort((a, b) => (lot(a) < lot(b) ? -1 : 1)).slice(0, EACH),
  );
  writeFileSync(
    path.join(data, 'reasons-held-out.json'),
    `${JSON.stringify({ seed: SEED, ids: held.sort() }, null, 2)}\n`,
  );
  console.log(`${held.length} rows of ${idsOf.size} reasons are put aside`);
};

void main();
