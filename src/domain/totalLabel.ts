import { singleSpaced } from './typed';

const SUM_LABEL =
  /^((grand|sub|overall|running|net|cohort|group|cumulative) ?-? ?)*(totals?|sum)( (for|of|all|cost|costs|cohort|group|tranche|wave|young|children|yp)\b.*)?( ?\(.*\))?:?$|^.{1,60}[ -](sub ?-?)?totals?( \(.*\))?:?$|^sub-?totals?\b|^all (yp|young people|children|phases|schemes|projects)$/i;
const OTHER_LABEL =
  /^(average|avg|mean|median|count|check|difference|variance|balance|max|maximum|min|minimum|annualised|headcount|number of .*|total (x|×|per|saving|last).*|average .*)( \(.*\))?:?$/i;

/** What a label says that its row is: the sum of rows above, or another figure about them. */
export function labelKind(cell: string): 'sum' | 'other' | undefined {
  const label = singleSpaced(cell);
  if (OTHER_LABEL.test(label)) return 'other';
  return SUM_LABEL.test(label) ? 'sum' : undefined;
}
