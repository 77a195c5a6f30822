import type { PageSetup as FileSetup, PaperSize, Worksheet as FileSheet } from 'exceljs';
import type { PageSetup } from '../model/page-setup';

/** Excel's names for paper, by the numbers that files hold (ECMA-376, 18.3.1.63). */
const PAPER: Record<number, string> = { 1: 'Letter', 5: 'Legal', 8: 'A3', 9: 'A4', 11: 'A5' };

export function pageFromFile({ pageSetup }: FileSheet): PageSetup {
  const { orientation, paperSize, fitToPage, fitToWidth, fitToHeight, scale } = pageSetup;
  const paper = PAPER[paperSize as number];
  return {
    orientation: orientation === 'landscape' ? 'Landscape' : 'Portrait',
    ...(paper !== undefined && { paperSize: paper }),
    zoom: fitToPage
      ? {
          ...(fitToWidth ? { horizontalFitToPages: fitToWidth } : {}),
          ...(fitToHeight ? { verticalFitToPages: fitToHeight } : {}),
        }
      : { scale: scale ?? 100 },
  };
}

export function pageToFile({ orientation, paperSize, zoom }: PageSetup): Partial<FileSetup> {
  const number = Object.keys(PAPER).find((key) => PAPER[Number(key)] === paperSize);
  return {
    orientation: orientation === 'Landscape' ? 'landscape' : 'portrait',
    ...(number !== undefined && { paperSize: Number(number) as PaperSize }),
    ...(zoom.scale === undefined
      ? {
          fitToPage: true,
          fitToWidth: zoom.horizontalFitToPages ?? 0,
          fitToHeight: zoom.verticalFitToPages ?? 0,
        }
      : { scale: zoom.scale }),
  };
}
