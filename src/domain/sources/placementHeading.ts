/** How well a heading in plain words names the column of kinds of placements. */
export function namesThePlacement(h: string): number {
  if (
    /\b(cost|costs|weekly|date|dates|start|end|on|from|until|provider|number|ref|reference|id|address|postcode|reason|order|length|name|days|budget|original|previous|end|status|change|expected|stability|manager|officer|county|area)\b/.test(
      h,
    )
  ) {
    return 0;
  }
  if (/\b(placement|provision|accommodation)\b/.test(h)) return 1;
  if (/\b(care|service|setting) type\b|\btype of (care|service|setting)\b/.test(h)) return 0.9;
  if (/\bsetting\b/.test(h)) return 0.8;
  return /^(type|category)$/.test(h) ? 0.5 : 0;
}
