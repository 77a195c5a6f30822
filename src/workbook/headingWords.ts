const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/£\s*(\/|per|a|p\/?)?\s*(wk|week|w)\b/g, ' weekly cost '],
  [/\b(per|a|each|\/)\s*(wk|week)\b|\/\s*(wk|week)\b/g, ' weekly '],
  [/\b(p\s*[./]?\s*w|wkly|wk|pwk)\b\.?/g, ' weekly '],
  [/£/g, ' cost '],
  [/\b(yp|y p)\b/g, ' young person '],
  [/\bd\s*\.?\s*o\s*\.?\s*b\b\.?/g, ' date of birth '],
  [/\bp\s*[./]\s*a\b\.?|\bpa\b|\bper annum\b|\bper year\b|\byearly\b/g, ' annual '],
  [/\b(no|num)\b\.?|#/g, ' number '],
  [/%/g, ' percent '],
  [/\borig\b\.?/g, ' original '],
  [/\b(curr|cur)\b\.?/g, ' current '],
  [/\bprev\b\.?/g, ' previous '],
  [/\b(plcmt|plmt|placmt|plt|placment)\b\.?/g, ' placement '],
  [/\bopps?\b\.?/g, ' opportunity '],
];

/**
 * A heading in plain lower-case words, officers' abbreviations spelt out:
 * 'Baseline £/wk' is 'baseline weekly cost', 'current_weekly_cost' is 'current weekly cost'.
 */
export function headingWords(heading: string): string {
  const spaced = heading
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[_\s\u00a0]+/g, ' ');
  const spelt = SPELLINGS.reduce((text, [form, words]) => text.replace(form, words), spaced);
  return spelt
    .replace(/[^\p{L}\p{N}+/ ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
