import type { PlacementChange } from '../src/domain/change';
import { reasonNamed, type Reason } from '../src/domain/reason';
import { dataRows } from './csvRows';

/** The sample of paper 000 with the reason that is right for each young person. */
export function reasonedSample(): (PlacementChange & { reason: Reason })[] {
  const expected = new Map(
    dataRows('impower-cohorts.expected.csv')
      .slice(1)
      .map(([reference = '', reason = '']) => [reference, reasonNamed(reason)!]),
  );
  return dataRows('impower-cohorts.csv')
    .slice(1)
    .map(([reference = '', cohort = '', opportunity = '', , , , original, , , current]) => ({
      reference,
      cohort,
      opportunity,
      original: Number(original),
      current: Number(current),
      reason: expected.get(reference)!,
    }));
}
