import { HostError } from '../host-error';
import { HostObject } from '../host-object';
import type { Sheet } from '../model/sheet';

type Part = 'Header' | 'Footer';
type Side = 'L' | 'C' | 'R';
type Pages = 'odd' | 'even' | 'first';

/** What stands at the top and bottom of printed pages. */
export class HeaderFooterGroup extends HostObject {
  readonly $className = 'HeaderFooterGroup';

  constructor(private readonly $sheet: Sheet) {
    super();
  }

  get state(): string {
    const { differentFirst, differentOddEven } = this.$sheet.headersFooters;
    if (differentFirst) return differentOddEven ? 'FirstOddAndEven' : 'FirstAndDefault';
    return differentOddEven ? 'OddAndEven' : 'Default';
  }
  /** A file keeps those of all pages as those of the odd ones. */
  get defaultForAllPages(): HeaderFooter {
    return new HeaderFooter(this.$sheet, 'odd');
  }
  get oddPages(): HeaderFooter {
    return new HeaderFooter(this.$sheet, 'odd');
  }
  get evenPages(): HeaderFooter {
    return new HeaderFooter(this.$sheet, 'even');
  }
  get firstPage(): HeaderFooter {
    return new HeaderFooter(this.$sheet, 'first');
  }
}

export class HeaderFooter extends HostObject {
  readonly $className = 'HeaderFooter';

  constructor(
    private readonly $sheet: Sheet,
    private readonly $pages: Pages,
  ) {
    super();
  }

  get leftHeader(): string {
    return this.$get('Header', 'L');
  }
  set leftHeader(text: string) {
    this.$set('Header', 'L', text);
  }
  get centerHeader(): string {
    return this.$get('Header', 'C');
  }
  set centerHeader(text: string) {
    this.$set('Header', 'C', text);
  }
  get rightHeader(): string {
    return this.$get('Header', 'R');
  }
  set rightHeader(text: string) {
    this.$set('Header', 'R', text);
  }
  get leftFooter(): string {
    return this.$get('Footer', 'L');
  }
  set leftFooter(text: string) {
    this.$set('Footer', 'L', text);
  }
  get centerFooter(): string {
    return this.$get('Footer', 'C');
  }
  set centerFooter(text: string) {
    this.$set('Footer', 'C', text);
  }
  get rightFooter(): string {
    return this.$get('Footer', 'R');
  }
  set rightFooter(text: string) {
    this.$set('Footer', 'R', text);
  }

  private $get(part: Part, side: Side): string {
    return sidesOf(this.$sheet.headersFooters[`${this.$pages}${part}`] ?? '')[side];
  }
  private $set(part: Part, side: Side, text: string): void {
    if (typeof text !== 'string') throw new HostError('InvalidArgument');
    const key = `${this.$pages}${part}` as const;
    const sides = { ...sidesOf(this.$sheet.headersFooters[key] ?? ''), [side]: text };
    this.$sheet.headersFooters = {
      ...this.$sheet.headersFooters,
      [key]: (['L', 'C', 'R'] as const)
        .filter((each) => sides[each] !== '')
        .map((each) => `&${each}${sides[each]}`)
        .join(''),
    };
    this.$sheet.touched = true;
  }
}

/** '&LLeft&CMiddle&RRight'; what stands before a side is named is in the middle (ECMA-376, 18.3.1.46). */
function sidesOf(text: string): Record<Side, string> {
  const sides: Record<Side, string> = { L: '', C: '', R: '' };
  for (const [, side = 'C', words] of text.matchAll(/(?:&([LCR])|^)((?:&[^LCR]|[^&])+)/g)) {
    sides[side as Side] += words;
  }
  return sides;
}
