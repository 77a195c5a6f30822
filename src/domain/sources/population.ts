import { listKind, optional, required, type RowOf } from './source';

/** Dates of something else than the count. */
const ANOTHER_DATE =
  /\b(birth|due|target|review|start|started|end|ended|entry|discharge|discharged|ceased|change|changed|moved?|published|updated|diverted|decision)\b/;
/** Figures about children that are no count of those looked after. */
const ANOTHER_FIGURE =
  /\b(percent|share|proportion|rate|per|change|difference|growth|increase|decrease|cost|costs|average|mean|budget|target|forecast|male|female|boys|girls|aged?|band|ref|reference|id|name|disab\w*|residential|fostering|ifa|uasc|discharged?|left|ceased|entering|started|new|avoided|diverted)\b/;
const LOOKED_AFTER =
  /\b(children|cla|lac|cic|looked after|in care|young people|young persons|cyp|child population)\b/;

/** How surely a heading in plain words names whose children are counted. */
function namesTheAuthority(h: string): number {
  if (LOOKED_AFTER.test(h) || /\b(code|id|type|date|placing)\b/.test(h)) return 0;
  if (/\b(authority|authorities|council|la|ltla|utla)\b/.test(h)) return 1;
  if (/\b(county|borough|district|region|city|trust)\b/.test(h)) return 0.8;
  return /^(area|area name|name|place|geography|organisation)$/.test(h) ? 0.6 : 0;
}

const BARE_COUNT = /^(number|count|headcount|total|total number|population)$/;

/** How many children an authority looked after, on dates: a count a row. */
export const POPULATION = listKind({
  kind: 'population',
  label: 'list of children looked after by date',
  row: { one: 'dated count', many: 'dated counts', isPerson: false },
  // A date and a number are anybody's; beside an authority they are its children.
  alsoNamed: (headings) => {
    const column = headings.findIndex((h) => BARE_COUNT.test(h));
    const isOfAuthorities = headings.some((h) => namesTheAuthority(h) >= 0.8);
    return column >= 0 && isOfAuthorities ? { children: { column, score: 0.6 } } : {};
  },
  roles: {
    authority: optional('Authority', 'text', namesTheAuthority),
    date: required('Date', 'date', (h) => {
      if (ANOTHER_DATE.test(h)) return 0;
      if (/\b(date|dates|as at|snapshot|census)\b/.test(h)) return 1;
      if (/^(at|on|when|position|position at|year end|year ended|year ending)$/.test(h)) return 0.8;
      return /^(year|month|period|quarter|\d{1,2} (march|mar))$/.test(h) ? 0.4 : 0;
    }),
    children: required('Number of children', 'count', (h) =>
      LOOKED_AFTER.test(h) && !ANOTHER_FIGURE.test(h) ? 1 : 0,
    ),
  },
});

export type DatedCount = RowOf<typeof POPULATION>;
