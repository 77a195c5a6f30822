import { grouped } from '../domain/grouped';
import type { PlanFormula } from './plan';
import type { ControlTotal, ControlTotals } from './report';

const AGREES = 'and the same in the tracker now. Agrees with the tracker.';
const DIFFERS = 'in the tracker now. Differs: the tracker has changed since. Write again.';

/**
 * What the tracker came to when the ledger was written and whether it comes to the same now, as sentences
 * that are Excel's own formulas: a ledger that is no longer up to date shows without the add-in too.
 */
export const controlLines = ({
  originalCost,
  currentCost,
  youngPeople,
}: ControlTotals): PlanFormula[] => [
  costLine('Original weekly cost', originalCost),
  costLine('Current weekly cost', currentCost),
  {
    formula: `="Young people: ${grouped(youngPeople.read, 0)} when written, "&IF(${countOf(youngPeople)}=${youngPeople.read},"${AGREES}","another number ${DIFFERS}")`,
  },
];

function costLine(what: string, { read, ranges }: ControlTotal): PlanFormula {
  const now = `SUM(${ranges.join()})`;
  const written = `"${what}: £${grouped(read, 2)} when written, "`;
  const isSame = `ABS(ROUND(${now}-${read},2))<0.005`;
  const error = `"${what}: a cost in the tracker is an error value. Correct it."`;
  return {
    formula: `=IFERROR(${written}&IF(${isSame},"${AGREES}","£"&FIXED(${now},2)&" ${DIFFERS}"),${error})`,
  };
}

/** Not COUNTA, which counts formulas that show nothing. */
const countOf = ({ ranges }: ControlTotal): string =>
  ranges.map((range) => `ROWS(${range})-COUNTBLANK(${range})`).join('+');

/** What the lines above the table compare, in sentences before them. */
export const controlNotes = ({ wholeSpan }: ControlTotals): string[] => [
  'The next lines compare the tracker’s own cells with what they held when this was written; Excel keeps them true.',
  'Costs typed as text are not in them, because Excel adds up numbers alone.',
  ...(wholeSpan
    ? [
        'They take in every row from the first young person to the last, totals among them too, because they are too many to leave out one by one.',
      ]
    : []),
];
