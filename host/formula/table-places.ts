import { columnName, quotedSheet, type Rect } from '../model/address';
import type { Sheet } from '../model/sheet';
import type { Table } from '../model/table';
import { NotPlayed, parse, type TablePart } from './parse';

/** A block of a sheet's cells. */
export interface Area {
  sheet: Sheet;
  rect: Rect;
}

/** Where the workbook's tables stand, looked up once for many formulas. */
export interface TablePlaces {
  /**
   * @param row of the formula, for a part of its own row
   * Throws NotPlayed for what is not there.
   */
  area(table: string, part: TablePart, columns: [string, string] | undefined, row: number): Area;
}

export function placesOf(tables: readonly Table[]): TablePlaces {
  const byName = new Map(tables.map((table) => [table.name.toUpperCase(), table]));
  const headings = new Map<Table, string[]>();
  const columnOf = (table: Table, heading: string): number => {
    let known = headings.get(table);
    if (!known) {
      known = table.headings.map((each) => each.toUpperCase());
      headings.set(table, known);
    }
    const index = known.indexOf(heading.toUpperCase());
    if (index < 0) throw new NotPlayed(`the column ${heading}`);
    return table.rect.left + index;
  };
  return {
    area(name, part, columns, row) {
      const table = byName.get(name.toUpperCase());
      if (!table) throw new NotPlayed(`the table ${name}`);
      const rect = partOf(table, part, row);
      const [left, right] = columns
        ? columns.map((heading) => columnOf(table, heading))
        : [rect.left, rect.right];
      return { sheet: table.sheet, rect: { ...rect, left: left!, right: right! } };
    },
  };
}

function partOf(table: Table, part: string, row: number): Rect {
  const { bodyRect } = table;
  switch (part) {
    case '#All':
      return table.rect;
    case '#Headers':
      return table.headerRect;
    case '#This Row':
      if (row < bodyRect.top || row > bodyRect.bottom)
        throw new NotPlayed('a row of another table');
      return { ...bodyRect, top: row, bottom: row };
    case '#Data':
      return bodyRect;
    default:
      throw new NotPlayed(`${part} of a table`);
  }
}

/** A structured reference as one to cells, for a table that becomes a plain range. */
export function asCells(reference: string, table: Table, row: number): string {
  const node = parse(`=${reference}`);
  if (node.kind !== 'table') throw new NotPlayed(reference);
  const { rect } = placesOf([table]).area(node.table, node.part, node.columns, row);
  const isOwnRow = node.part === '#This Row';
  const cell = (atRow: number, column: number) =>
    `$${columnName(column)}${isOwnRow ? '' : '$'}${atRow + 1}`;
  const [first, last] = [cell(rect.top, rect.left), cell(rect.bottom, rect.right)];
  return `${quotedSheet(table.sheet.name)}!${first === last ? first : `${first}:${last}`}`;
}
