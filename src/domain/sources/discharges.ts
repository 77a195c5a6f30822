import { namesThePerson } from './reference';
import { listKind, optional, required, type RowOf } from './source';

const LEFT = /\b(discharged?|ceased|left|leaving|exit|exited|ended|end|closed|cessation)\b/;
const DATE = /\b(date|on|when)\b/;

/** Young people who left care: when and where to. */
export const DISCHARGES = listKind({
  kind: 'discharges',
  label: 'list of discharges',
  row: { one: 'young person', many: 'young people', isPerson: true },
  roles: {
    reference: { ...optional('Reference', 'text', namesThePerson), identifies: true },
    dischargedOn: required('Date of discharge', 'date', (h) => {
      if (/\b(birth|due|planned|expected|start|started|review|change)\b/.test(h)) return 0;
      if (LEFT.test(h) && DATE.test(h)) return 1;
      return LEFT.test(h) || h === 'date' ? 0.6 : 0;
    }),
    route: required('Route', 'text', (h) => {
      if (DATE.test(h)) return 0;
      if (/\b(route|destination|discharge type|exit type)\b/.test(h)) return 1;
      if (/\b(reason|outcome|permanence|where to|moved to|left to)\b/.test(h)) {
        return LEFT.test(h) ? 1 : 0.6;
      }
      return 0;
    }),
  },
});

export type Discharge = RowOf<typeof DISCHARGES>;
