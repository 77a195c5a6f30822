const { imul } = Math;

/** A short text that differs when texts differ (FNV-1a, twice over): notices edits, keeps no contents. */
export function fingerprint(text: string): string {
  let forwards = 0x811c9dc5;
  let salted = 0x1b873593;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    forwards = imul(forwards ^ code, 0x01000193);
    salted = imul(salted ^ (code + i), 0x01000193);
  }
  return `${text.length}-${(forwards >>> 0).toString(16)}-${(salted >>> 0).toString(16)}`;
}
