import { HostError } from '../host-error';
import { HostObject } from '../host-object';
import { isWholeRows, localAddress, rectOf, type Rect } from '../model/address';
import { referencesOf } from '../model/formula-references';
import type { PageSetup } from '../model/page-setup';
import type { Sheet } from '../model/sheet';
import { RangeAreas } from './range-areas';
import { HeaderFooterGroup } from './headers-footers';
import { Range } from './range';

/** The names under which a file keeps what is printed of a sheet, and the rows that every page repeats. */
const AREA = '_xlnm.Print_Area';
const TITLES = '_xlnm.Print_Titles';

/**
 * What of printing the host plays: paper, orientation, fitting to pages, headers and footers, one block
 * as print area, and rows for titles.
 */
export class PageLayout extends HostObject {
  readonly $className = 'PageLayout';

  constructor(private readonly $sheet: Sheet) {
    super();
  }

  get orientation(): string {
    return this.$sheet.page.orientation;
  }
  set orientation(orientation: string) {
    if (orientation !== 'Portrait' && orientation !== 'Landscape') throw invalid('orientation');
    this.$change({ orientation });
  }

  get paperSize(): string | null {
    return this.$sheet.page.paperSize ?? null;
  }
  set paperSize(paperSize: string) {
    this.$change({ paperSize });
  }

  get zoom(): PageSetup['zoom'] {
    return { ...this.$sheet.page.zoom };
  }
  set zoom(zoom: PageSetup['zoom']) {
    const { scale } = zoom;
    if (scale !== undefined && !(scale >= 10 && scale <= 400)) throw invalid('scale');
    this.$change({ zoom: { ...zoom } });
  }

  get headersFooters(): HeaderFooterGroup {
    return new HeaderFooterGroup(this.$sheet);
  }

  /** In Excel several blocks may be one, each printed on pages of its own. */
  setPrintArea(area: Range | RangeAreas | string): void {
    this.$name(AREA, this.$block(area).$rect);
  }
  getPrintAreaOrNullObject(): RangeAreas | null {
    const area = this.$named(AREA);
    return area && new RangeAreas([area]);
  }
  setPrintTitleRows(rows: Range | string): void {
    const { $rect } = this.$block(rows);
    if (!isWholeRows($rect)) throw invalid('block of whole rows');
    this.$name(TITLES, $rect);
  }
  getPrintTitleRowsOrNullObject(): Range | null {
    return this.$named(TITLES);
  }

  private $block(block: Range | RangeAreas | string): Range {
    if (block instanceof RangeAreas || (typeof block === 'string' && block.includes(','))) {
      throw new HostError('NotImplemented', 'This host prints one block of a sheet.');
    }
    if (typeof block === 'string') {
      const rect = rectOf(block);
      if (!rect) throw invalid('range');
      return new Range(this.$sheet, rect);
    }
    if (block.$sheet !== this.$sheet) throw invalid('range of this sheet');
    return block;
  }

  private $name(name: string, rect: Rect): void {
    const { reservedNames } = this.$sheet.book;
    const formula = `=${this.$sheet.quotedName}!${localAddress(rect).replace(/[A-Z]+|\d+/g, '$$$&')}`;
    const kept = reservedNames.find((each) => each.name === name && each.sheet === this.$sheet);
    // Columns that repeat too, as a file may say, stay as they are.
    const columns = name === TITLES ? (columnTitles(kept?.formula) ?? '') : '';
    if (kept) kept.formula = columns === '' ? formula : `=${columns},${formula.slice(1)}`;
    else reservedNames.push({ name, formula, comment: '', visible: true, sheet: this.$sheet });
    this.$sheet.touched = true;
  }

  private $named(name: string): Range | null {
    const { reservedNames } = this.$sheet.book;
    const kept = reservedNames.find((each) => each.name === name && each.sheet === this.$sheet);
    const blocks = referencesOf(kept?.formula ?? '').map(({ rect }) => rect);
    const rect = name === TITLES ? blocks.find(isWholeRows) : blocks[0];
    return rect ? new Range(this.$sheet, rect) : null;
  }

  private $change(part: Partial<PageSetup>): void {
    this.$sheet.page = { ...this.$sheet.page, ...part };
    this.$sheet.touched = true;
  }
}

/** The part of a name of titles that repeats columns: 'Sheet!$A:$B'. */
const columnTitles = (formula: string | undefined): string | undefined =>
  formula
    ?.slice(1)
    .split(/,(?=(?:[^']*'[^']*')*[^']*$)/)
    .find((part) => /!\$?[A-Z]+:\$?[A-Z]+$/i.test(part));

const invalid = (what: string) =>
  new HostError('InvalidArgument', `That is no ${what} for a page.`);
