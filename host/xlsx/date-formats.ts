import { escapeXml, unescapeXml } from './package';

/**
 * ExcelJS makes a JavaScript date of every number whose format looks like a date's, and a
 * thousandth of a second is too coarse to make the same number of it again. So date formats are
 * disguised in the styles before ExcelJS reads them, and restored after it has written: numbers
 * stay the numbers that the file holds, in either date system.
 */
const DISGUISE = /^"(date|builtin):([^"]*)"0$/;

/** Formats that a file names by number alone (ECMA-376, 18.8.30), as Office.js spells them. */
const BUILTIN: Record<string, string> = {
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
};

/** Numbers for the disguised built-in formats, beyond what a file uses. */
const OFFSET = 50_000;

/** How ExcelJS tells a date format. */
const looksLikeDate = (code: string) =>
  /[ymdhMsb]/.test(code.replace(/\[[^\]]*]/g, '').replace(/"[^"]*"/g, ''));

/** Disguises the date formats of xl/styles.xml. */
export function disguiseDates(styles: string): string {
  const custom = styles.replace(
    /(<numFmt\b[^>]*\bformatCode=")([^"]*)(")/g,
    (whole, a, code, b) => {
      const plain = unescapeXml(code as string);
      return looksLikeDate(plain)
        ? `${a}${escapeXml(disguised('date', plain))}${b}`
        : (whole as string);
    },
  );
  const used = new Set<string>();
  const pointed = custom.replace(/(<xf\b[^>]*\bnumFmtId=")(\d+)(")/g, (whole, a, id, b) => {
    if (!(String(id) in BUILTIN)) return whole as string;
    used.add(String(id));
    return `${a}${OFFSET + Number(id)}${b}`;
  });
  return used.size === 0 ? pointed : withFormats(pointed, [...used]);
}

function withFormats(styles: string, ids: string[]): string {
  const formats = ids
    .map(
      (id) =>
        `<numFmt numFmtId="${OFFSET + Number(id)}" formatCode="${escapeXml(disguised('builtin', id))}"/>`,
    )
    .join('');
  if (/<numFmts\b[^>]*>/.test(styles)) return styles.replace(/(<numFmts\b[^>]*>)/, `$1${formats}`);
  return styles.replace(
    /(<styleSheet\b[^>]*>)/,
    `$1<numFmts count="${ids.length}">${formats}</numFmts>`,
  );
}

const disguised = (kind: 'date' | 'builtin', text: string) =>
  `"${kind}:${encodeURIComponent(text)}"0`;

/** Restores xl/styles.xml as ExcelJS has written it. */
export function restoreDates(styles: string): string {
  const builtin = new Map<string, string>();
  const restored = styles.replace(
    /<numFmt\b[^>]*\bnumFmtId="(\d+)"[^>]*\bformatCode="([^"]*)"[^>]*\/>/g,
    (whole, id: string, code: string) => {
      const [, kind, text = ''] = DISGUISE.exec(unescapeXml(code)) ?? [];
      if (kind === 'builtin') builtin.set(id, text);
      if (kind === 'builtin') return '';
      return kind ? whole.replace(code, escapeXml(decodeURIComponent(text))) : whole;
    },
  );
  return restored
    .replace(/(<xf\b[^>]*\bnumFmtId=")(\d+)(")/g, (whole, a, id: string, b) =>
      builtin.has(id) ? `${a}${builtin.get(id)}${b}` : whole,
    )
    .replace(/<numFmts count="\d+">(.*?)<\/numFmts>/s, (_, inner: string) => {
      const count = inner.split('<numFmt ').length - 1;
      return count > 0 ? `<numFmts count="${count}">${inner}</numFmts>` : '';
    });
}

/** The format that a disguised one stands for. */
export function realFormat(code: string): string {
  const [, kind, text = ''] = DISGUISE.exec(code) ?? [];
  if (kind === 'builtin') return BUILTIN[text] ?? 'General';
  return kind ? decodeURIComponent(text) : code;
}

/** The format as ExcelJS is to write it: built-in dates by number, so that they follow the locale. */
export function formatToWrite(code: string): string {
  const builtin = Object.keys(BUILTIN).find((id) => BUILTIN[id] === code);
  return builtin ? disguised('builtin', builtin) : code;
}
