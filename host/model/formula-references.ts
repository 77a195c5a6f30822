import { quotedSheet, rectOf, type Rect } from './address';

/** A reference to cells as a formula spells it. */
export interface Reference {
  /** Undefined for the formula's own sheet, 'First:Last' for a stretch of sheets. */
  sheet: string | undefined;
  /** 'B2:C9', with its dollars, without the sheet. */
  local: string;
  rect: Rect;
}

const NAME = String.raw`[\p{L}\p{N}_.\\]+`;
const TEXT = String.raw`"(?:[^"]|"")*"`;
/** Of a structured reference, or the number of another workbook. */
const BRACKETS = String.raw`\[(?:'.|[^[\]']|\[(?:'.|[^[\]'])*\])*\]`;
const SHEET = String.raw`(?:'((?:[^']|'')+)'|(${NAME}(?::${NAME})?))!`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}`;
/** Cells, whole columns or whole rows, without their sheet. */
export const LOCAL = String.raw`${CELL}(?::${CELL})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7}`;

/** What may hold letters and figures, longest first, so that no reference is found inside another word. */
const PARTS = new RegExp(
  String.raw`${TEXT}|${BRACKETS}(?:${NAME}!(?:${LOCAL}))?|(?:${SHEET})?(${LOCAL})(?![\p{L}\p{N}_.(!\\])|'(?:[^']|'')+'!|${NAME}`,
  'giu',
);

/**
 * Spells every reference to cells of this workbook anew; the rest of the formula stays. Structured
 * references and names are none: they hold no row numbers. Texts that a function such as INDIRECT
 * reads are none either, in Excel as here.
 */
export function withReferences(
  formula: string,
  respelt: (reference: Reference) => string = ({ local }) => local,
): string {
  return formula.replace(
    PARTS,
    (part, quoted: string | undefined, bare: string | undefined, local: string | undefined) => {
      const sheet = quoted?.replace(/''/g, "'") ?? bare;
      const rect = local === undefined ? undefined : rectOf(local);
      // A sheet with a bracket in it is another workbook's.
      if (local === undefined || !rect || sheet?.includes('[')) return part;
      return part.slice(0, part.length - local.length) + respelt({ sheet, local, rect });
    },
  );
}

/** The formula after a sheet has taken another name. */
export const withSheetRenamed = (formula: string, from: string, to: string): string =>
  formula.replace(
    PARTS,
    (part, quoted: string | undefined, bare: string | undefined, local: string | undefined) => {
      const sheet = quoted?.replace(/''/g, "'") ?? bare;
      return local !== undefined && sheet?.toUpperCase() === from.toUpperCase()
        ? `${quotedSheet(to)}!${local}`
        : part;
    },
  );

/** The references of a formula to cells of this workbook, in the order in which they stand. */
export function referencesOf(formula: string): Reference[] {
  const found: Reference[] = [];
  withReferences(formula, (reference) => {
    found.push(reference);
    return reference.local;
  });
  return found;
}

/** A table's name where a bracket follows it; texts and sheets' names hold none. */
const TABLE = new RegExp(String.raw`${TEXT}|'(?:[^']|'')+'!|(${NAME})(${BRACKETS})`, 'gu');

/** The tables that a formula's structured references name. */
export function tablesNamedIn(formula: string): string[] {
  return [...formula.matchAll(TABLE)].flatMap(([, name]) => name ?? []);
}

/** Spells every structured reference to the table anew; the rest of the formula stays. */
export const withTable = (
  formula: string,
  table: string,
  respelt: (reference: string, brackets: string) => string,
): string =>
  formula.replace(TABLE, (part, name: string | undefined, brackets: string) =>
    name?.toUpperCase() === table.toUpperCase() ? respelt(part, brackets) : part,
  );
