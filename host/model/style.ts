/** How a cell looks; what is absent is Excel's default. Never changed in place: see `styleWith`. */
export interface Style {
  numberFormat?: string;
  /** '#RRGGBB' */
  fill?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: string;
  strikethrough?: boolean;
  fontColor?: string;
  fontName?: string;
  fontSize?: number;
  horizontalAlignment?: string;
  verticalAlignment?: string;
  wrapText?: boolean;
  indentLevel?: number;
  /** Absent is locked, as in Excel. */
  unlocked?: boolean;
  /** By Office.js's index ('EdgeBottom'), as JSON would have it. */
  borders?: Readonly<Record<string, Border>>;
}

export interface Border {
  style: string;
  weight: string;
  color: string;
}

export const PLAIN: Readonly<Style> = Object.freeze({});

const known = new Map<string, Readonly<Style>>([['{}', PLAIN]]);

/** The one object for a style, so that equal styles are identical and runs of them join. */
function interned(style: Style): Readonly<Style> {
  const entries = Object.entries(style).filter(([, value]) => value !== undefined);
  const key = JSON.stringify(Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))));
  const twin = known.get(key);
  if (twin) return twin;
  const fresh = Object.freeze(Object.fromEntries(entries)) as Readonly<Style>;
  known.set(key, fresh);
  return fresh;
}

/** The style with some parts changed; a part set to undefined goes back to Excel's default. */
export const styleWith = (style: Readonly<Style>, change: Partial<Style>): Readonly<Style> =>
  interned({ ...style, ...change });
