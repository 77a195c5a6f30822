import type { FigureBehind } from '../reports/figureBehind';
import { figureSheet } from '../reports/figureSheet';
import type { Tracker } from '../workbook/tracker';
import { writePlans, type Progress, type WriteOutcome } from '../workbook/write';
import type { Choices } from './choices';
import type { Summary } from './summarise';

/** Puts the young people behind a figure on a sheet of their own, in the place of the last. */
export const writeFigure = (
  figure: FigureBehind,
  address: string,
  { parts, seen }: Tracker,
  { asAt }: Summary,
  { signs }: Choices,
  onProgress?: (progress: Progress) => void,
): Promise<WriteOutcome> =>
  writePlans(
    {
      plans: [
        figureSheet(figure, {
          address,
          asAt,
          signs,
          source: parts.map(({ address }) => address).join(' and '),
        }),
      ],
      signs,
      seen,
      settings: [],
    },
    onProgress,
  );
