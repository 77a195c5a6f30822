/** How a sheet is printed; Excel's own where nothing was said. */
export interface PageSetup {
  orientation: 'Portrait' | 'Landscape';
  /** In Excel's names, 'A4'; undefined is the printer's own. */
  paperSize?: string;
  /** A scale in percent, or how many pages the sheet is made to fit across and down. */
  zoom: { scale?: number; horizontalFitToPages?: number; verticalFitToPages?: number };
}

export const USUAL_PAGE: PageSetup = { orientation: 'Portrait', zoom: { scale: 100 } };
