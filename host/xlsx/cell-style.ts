import type { Alignment, Borders, BorderStyle, Fill, Font, Style as FileStyle } from 'exceljs';
import { PLAIN, styleWith, type Border, type Style } from '../model/style';
import { formatToWrite, realFormat } from './date-formats';

const HORIZONTAL: Record<string, string> = {
  left: 'Left',
  center: 'Center',
  right: 'Right',
  fill: 'Fill',
  justify: 'Justify',
  centerContinuous: 'CenterAcrossSelection',
  distributed: 'Distributed',
};
const VERTICAL: Record<string, string> = {
  top: 'Top',
  middle: 'Center',
  bottom: 'Bottom',
  justify: 'Justify',
  distributed: 'Distributed',
};
const EDGES: Record<string, 'top' | 'bottom' | 'left' | 'right'> = {
  EdgeTop: 'top',
  EdgeBottom: 'bottom',
  EdgeLeft: 'left',
  EdgeRight: 'right',
};

/** A file's line by Office.js's style and weight, in that order. */
const LINES: Record<string, [style: string, weight: string]> = {
  thin: ['Continuous', 'Thin'],
  medium: ['Continuous', 'Medium'],
  thick: ['Continuous', 'Thick'],
  hair: ['Continuous', 'Hairline'],
  dashed: ['Dash', 'Thin'],
  mediumDashed: ['Dash', 'Medium'],
  dotted: ['Dot', 'Thin'],
  dashDot: ['DashDot', 'Thin'],
  mediumDashDot: ['DashDot', 'Medium'],
  dashDotDot: ['DashDotDot', 'Thin'],
  mediumDashDotDot: ['DashDotDot', 'Medium'],
  slantDashDot: ['SlantDashDot', 'Medium'],
  double: ['Double', 'Thick'],
};

/** The model's style of a cell, row or column of a file. Colours of a theme are left out. */
export function styleFromFile(style: Partial<FileStyle> | undefined): Readonly<Style> {
  if (!style) return PLAIN;
  const { font, alignment } = style;
  const numberFormat = style.numFmt && realFormat(style.numFmt);
  return styleWith(PLAIN, {
    numberFormat: numberFormat && numberFormat !== 'General' ? numberFormat : undefined,
    fill: fillFromFile(style.fill),
    ...fontFromFile(font),
    horizontalAlignment: HORIZONTAL[alignment?.horizontal ?? ''],
    verticalAlignment:
      alignment?.vertical === 'bottom' ? undefined : VERTICAL[alignment?.vertical ?? ''],
    wrapText: alignment?.wrapText || undefined,
    indentLevel: alignment?.indent || undefined,
    unlocked: style.protection?.locked === false || undefined,
    borders: bordersFromFile(style.border),
  });
}

function fillFromFile(fill: Fill | undefined): string | undefined {
  return fill?.type === 'pattern' && fill.pattern === 'solid' ? rgb(fill.fgColor?.argb) : undefined;
}

function fontFromFile(font: Partial<Font> | undefined): Partial<Style> {
  if (!font) return {};
  const underline = font.underline === 'double' ? 'Double' : font.underline ? 'Single' : undefined;
  return {
    bold: font.bold || undefined,
    italic: font.italic || undefined,
    strikethrough: font.strike || undefined,
    underline: font.underline === 'none' ? undefined : underline,
    fontColor: rgb(font.color?.argb),
    fontName: font.name === 'Calibri' ? undefined : font.name,
    fontSize: font.size === 11 ? undefined : font.size,
  };
}

function bordersFromFile(file: Partial<Borders> | undefined): Style['borders'] {
  if (!file) return undefined;
  const borders: Record<string, Border> = {};
  for (const [edge, side] of Object.entries(EDGES)) {
    const line = file[side];
    const [style, weight] = LINES[line?.style ?? ''] ?? [];
    if (!style || !weight) continue;
    borders[edge] = { style, weight, color: rgb(line?.color?.argb) ?? '#000000' };
  }
  return Object.keys(borders).length > 0 ? borders : undefined;
}

/** 'FF00AA11' → '#00AA11' */
const rgb = (argb: string | undefined) =>
  argb && /^[0-9a-f]{8}$/i.test(argb) ? `#${argb.slice(2).toUpperCase()}` : undefined;

const argb = (colour: string) => ({ argb: `FF${colour.slice(1)}` });

/** The style as ExcelJS is to write it. */
export function styleToFile(style: Readonly<Style>): Partial<FileStyle> {
  const file: Partial<FileStyle> = {};
  if (style.numberFormat) file.numFmt = formatToWrite(style.numberFormat);
  if (style.fill) file.fill = { type: 'pattern', pattern: 'solid', fgColor: argb(style.fill) };
  const font = fontToFile(style);
  if (font) file.font = font;
  const alignment = alignmentToFile(style);
  if (Object.keys(alignment).length > 0) file.alignment = alignment;
  if (style.unlocked) file.protection = { locked: false };
  if (style.borders) file.border = bordersToFile(style.borders);
  return file;
}

function fontToFile(style: Readonly<Style>): Partial<Font> | undefined {
  const font: Partial<Font> = {
    ...(style.bold && { bold: true }),
    ...(style.italic && { italic: true }),
    ...(style.strikethrough && { strike: true }),
    ...(style.underline && { underline: style.underline === 'Double' ? 'double' : true }),
    ...(style.fontColor && { color: argb(style.fontColor) }),
    ...(style.fontName && { name: style.fontName }),
    ...(style.fontSize && { size: style.fontSize }),
  };
  if (Object.keys(font).length === 0) return undefined;
  return { name: 'Calibri', size: 11, ...font };
}

function alignmentToFile(style: Readonly<Style>): Partial<Alignment> {
  return {
    ...(style.horizontalAlignment && {
      horizontal: keyOf(HORIZONTAL, style.horizontalAlignment) as Alignment['horizontal'],
    }),
    ...(style.verticalAlignment && {
      vertical: keyOf(VERTICAL, style.verticalAlignment) as Alignment['vertical'],
    }),
    ...(style.wrapText && { wrapText: true }),
    ...(style.indentLevel && { indent: style.indentLevel }),
  };
}

const keyOf = (table: Record<string, string>, value: string) =>
  Object.keys(table).find((key) => table[key] === value);

function bordersToFile(borders: NonNullable<Style['borders']>): Partial<Borders> {
  const file: Partial<Borders> = {};
  for (const [edge, border] of Object.entries(borders)) {
    const side = EDGES[edge];
    if (side) file[side] = { style: lineToFile(border), color: argb(border.color) };
  }
  return file;
}

function lineToFile({ style, weight }: Border): BorderStyle {
  const exact = Object.keys(LINES).find(
    (line) => LINES[line]![0] === style && LINES[line]![1] === weight,
  );
  const near = Object.keys(LINES).find((line) => LINES[line]![0] === style);
  return (exact ?? near ?? 'thin') as BorderStyle;
}
