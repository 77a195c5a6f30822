import { expected, listKind, optional, required, type RowOf } from './source';

/** Amounts beside those of a programme's funding. */
const RATIO = /\b(percent|share|rate|ratio|payback|years|average|mean|per|each|unit)\b/;
const ANOTHER_COLUMN =
  /\b(date|when|on|status|condition|conditions|ref|reference|number|name|source|body|notes?|comments?)\b/;
const A_YEAR = /\b(annual|a year|annually|full year|recurring|ongoing|revenue)\b/;
const SAVED = /\b(saving|savings|saved|save|benefit|benefits|cost avoidance|avoided)\b/;
const OUTSIDE =
  /\b(external|externally|market|agency|independent|private|spot|out of area|comparators?|alternative|replaced|avoided|existing)\b/;
const COST = /\b(cost|costs|price|fee|fees|rate|charge)\b/;
const OTHER_SPAN = /\b(annual|a year|monthly|month|daily|night|hourly|hour|day)\b/;
const OWN =
  /\b(council|councils|la|lcc|authority|county|city|borough|own|local|corporate|match|matched|internal|borrowing|prudential)\b/;
const FUNDING =
  /\b(contribution|contributions|funding|funded|fund|match|borrowing|capital|investment|share|money|resources|cost)\b/;

const isFigureOf = (h: string): boolean => !RATIO.test(h) && !ANOTHER_COLUMN.test(h);

/** Homes that a council builds or buys to save on placements: a phase or a scheme a row. */
export const CAPITAL_PROGRAMME = listKind({
  kind: 'capital programme',
  label: 'capital programme',
  row: { one: 'phase', many: 'phases', isPerson: false },
  roles: {
    phase: {
      ...required('Phase', 'text', (h) => {
        if (COST.test(h) || SAVED.test(h) || /\b(grant|funding|total|date|number of)\b/.test(h))
          return 0;
        if (/\b(phase|tranche)\b/.test(h)) return 1;
        if (/\b(scheme|project|programme|development)\b/.test(h)) return 0.9;
        return /^(stage|wave|round|investment|proposal|element|description|name|home|property|site)$/.test(
          h,
        )
          ? 0.6
          : 0;
      }),
      identifies: true,
    },
    properties: optional('Properties', 'text', (h) => {
      if (/\b(number|count|cost|value|price)\b/.test(h)) return 0;
      if (/\b(propert(y|ies)|address|building|buildings|site|sites)\b/.test(h)) return 1;
      return /^(home|homes|home name|name|location|description|type)$/.test(h) ? 0.6 : 0;
    }),
    homes: optional('Homes', 'count', (h) => {
      if (COST.test(h) || RATIO.test(h) || /\bplaces|beds\b/.test(h)) return 0;
      if (/\b(homes|houses|dwellings)\b/.test(h)) return 1;
      return /\bnumber\b.*\b(properties|buildings|units|sites)\b/.test(h)
        ? 0.9
        : h === 'units'
          ? 0.5
          : 0;
    }),
    places: optional('Places', 'count', (h) => {
      if (COST.test(h) || RATIO.test(h) || SAVED.test(h)) return 0;
      if (/\b(places|beds|bedrooms|bed spaces|bedspaces)\b/.test(h)) return 1;
      return /\b(capacity|children|young people|placements)\b/.test(h) ? 0.6 : 0;
    }),
    grant: expected('Grant', 'amount', (h) => {
      if (!isFigureOf(h) || /\b(net|after|excluding|less)\b/.test(h)) return 0;
      if (/\bgrants?\b/.test(h)) return 1;
      return /\b(dfe|government|external|central)\b/.test(h) &&
        FUNDING.test(h) &&
        !/\bcost\b$/.test(h)
        ? 0.8
        : 0;
    }),
    contribution: optional('Council contribution', 'amount', (h) => {
      if (/\b(grants?|dfe|government|health|icb|nhs|total|weekly)\b/.test(h) || SAVED.test(h))
        return 0;
      if (/\b(percent|ratio|payback|years|average|per|each|date|status)\b/.test(h)) return 0;
      if (/\bcontributions?\b/.test(h)) return OUTSIDE.test(h) ? 0 : 1;
      if (OWN.test(h) && FUNDING.test(h)) return 0.9;
      return /^(council|borrowing|match|own|net cost|net capital)( cost)?$/.test(h) ? 0.8 : 0;
    }),
    total: optional('Total cost', 'amount', (h) => {
      if (!isFigureOf(h) || SAVED.test(h) || /\b(grants?|net|contributions?|weekly)\b/.test(h))
        return 0;
      if (A_YEAR.test(h) || OUTSIDE.test(h) || OWN.test(h)) return 0;
      if (/\b(total|gross|whole)\b/.test(h)) return /\b(places|homes|beds)\b/.test(h) ? 0 : 1;
      if (/\bcapital\b/.test(h)) return 0.9;
      return COST.test(h) || /\b(budget|investment|spend|expenditure)\b/.test(h) ? 0.7 : 0;
    }),
    saving: optional('Saving a year', 'amount', (h) => {
      if (!SAVED.test(h) || RATIO.test(h) || /\b(weekly|date|status|to date|cumulative)\b/.test(h))
        return 0;
      if (OUTSIDE.test(h)) return 0.5;
      return A_YEAR.test(h) ? 1 : 0.8;
    }),
    externalWeekly: optional('External weekly cost', 'money', (h) => {
      if (
        !OUTSIDE.test(h) ||
        !COST.test(h) ||
        OTHER_SPAN.test(h) ||
        SAVED.test(h.replace('avoided', ''))
      )
        return 0;
      if (/\b(total|grants?|contributions?|percent|capital)\b/.test(h)) return 0;
      return /\bweekly\b/.test(h) ? 1 : 0.6;
    }),
  },
});

export type CapitalPhase = RowOf<typeof CAPITAL_PROGRAMME>;
