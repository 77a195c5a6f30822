import type { PlanControl } from './plan';
import type { ControlTotal, ControlTotals } from './report';
import { thisRow } from './structuredReference';

/** The Excel table's name; its own formulas point at it. */
const NAME = 'ChangeReasonsControl';

const here = (heading: string): string => thisRow(NAME, heading);

const RESULT = `=IF(ISERROR(${here('Tracker now')}),"A cost in the tracker is an error value: correct it.",IF(ABS(${here('Difference')})<0.005,"Agrees with the tracker.","Differs: the tracker has changed since. Write again."))`;
const DIFFERENCE = `=ROUND(${here('Tracker now')}-${here('When written')},2)`;

/**
 * What the tracker came to when the ledger was written beside what it comes to now, in Excel's own
 * formulas: a ledger that is no longer up to date shows without the add-in too.
 */
export const controlTable = ({
  originalCost,
  currentCost,
  youngPeople,
}: ControlTotals): PlanControl => ({
  name: NAME,
  columns: [
    { key: 'check', heading: 'Compared', format: 'text' },
    { key: 'written', heading: 'When written', format: 'money' },
    { key: 'now', heading: 'Tracker now', format: 'money' },
    { key: 'difference', heading: 'Difference', format: 'change' },
    { key: 'result', heading: 'Result', format: 'text' },
  ],
  rows: [
    costRow('Original weekly cost', originalCost),
    costRow('Current weekly cost', currentCost),
    [
      'Young people',
      { formula: `=${youngPeople.read}`, format: 'count' },
      { formula: `=${countOf(youngPeople)}`, format: 'count' },
      { formula: DIFFERENCE, format: 'count' },
      { formula: RESULT },
    ],
  ],
});

const costRow = (check: string, { read, ranges }: ControlTotal): PlanControl['rows'][number] => [
  check,
  read,
  { formula: `=SUM(${ranges.join()})` },
  { formula: DIFFERENCE },
  { formula: RESULT },
];

/** Not COUNTA, which counts formulas that show nothing. */
const countOf = ({ ranges }: ControlTotal): string =>
  ranges.map((range) => `ROWS(${range})-COUNTBLANK(${range})`).join('+');

/** What the control beside the table compares, in sentences for above it. */
export const controlNotes = ({ wholeSpan }: ControlTotals): string[] => [
  'The table to the right compares the tracker’s own cells with what they held when this was written.',
  'Costs typed as text are not in that table, because Excel adds up numbers alone.',
  ...(wholeSpan
    ? [
        'It takes in every row from the first young person to the last, totals among them too, because they are too many to leave out one by one.',
      ]
    : []),
];
