import { HostError } from '../host-error';
import { HostObject } from '../host-object';
import type { PageSetup } from '../model/page-setup';
import type { Sheet } from '../model/sheet';

/** What of printing the host plays: paper, orientation, and fitting to pages. */
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

  private $change(part: Partial<PageSetup>): void {
    this.$sheet.page = { ...this.$sheet.page, ...part };
    this.$sheet.touched = true;
  }
}

const invalid = (what: string) =>
  new HostError('InvalidArgument', `That is no ${what} for a page.`);
