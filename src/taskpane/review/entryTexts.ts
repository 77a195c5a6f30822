import type { PlacementFacts } from '../../domain/circumstances';
import type { LedgerEntry } from '../../domain/ledger';
import { displayCell } from '../../reports/display';
import type { SignStyle } from '../../reports/plan';
import { cellAddress } from '../../workbook/address';

/** How a young person is called where the tracker has no reference. */
export const nameOf = ({ reference, row }: LedgerEntry): string =>
  reference !== '' ? reference : row === undefined ? 'No reference' : `Row ${row}`;

/** The first cell of the young person's row; '' for one who is no longer in the tracker. */
export const addressOf = ({ sheet, row }: LedgerEntry): string =>
  sheet === undefined || row === undefined ? '' : cellAddress(sheet, row - 1, 0);

/** Current less original with its sign as chosen. @example '-£300.00' */
export function changeText({ original, current }: LedgerEntry, signs: SignStyle): string {
  if (original === undefined || current === undefined) return 'Not known';
  return displayCell(current - original, 'change', signs);
}

/** £ a week. */
export const costText = (cost: number | undefined): string =>
  cost === undefined ? 'No amount' : displayCell(cost, 'money', 'minus');

/** Placement and provider as the tracker has them. @example 'Foster care · Agency' */
export const placementText = ({ placement, provider }: PlacementFacts): string =>
  [placement, provider].filter((part) => part.trim() !== '').join(' · ') || 'Not said';
