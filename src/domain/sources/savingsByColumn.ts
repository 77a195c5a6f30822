import { yearIn } from '../yearIn';
import type { FinancialYear } from '../calendar';
import { namesTheKind, namesTheScheme, namesTheStatus } from './savings';
import { listKind, optional, required, type RowOf, type Told } from './source';

/** As many financial years as a programme has columns for. */
const PLACES = [1, 2, 3, 4, 5, 6] as const;
export const MEASURES = ['target', 'forecast', 'delivered'] as const;

type Measure = (typeof MEASURES)[number];
type Place = (typeof PLACES)[number];
export type YearRole = `${Measure}${Place}`;

/** The columns of one measure, one a financial year, as roles. */
export const yearRoles = (measure: Measure): YearRole[] =>
  PLACES.map((place): YearRole => `${measure}${place}`);

const yearRole = (measure: Measure, place: Place) =>
  optional(`${measure} of year ${place}`, 'amount', () => 0);

type YearColumns = Record<YearRole, ReturnType<typeof yearRole>>;

/**
 * A savings programme with a column for each financial year: 'Target 2024/25', 'Target 2025/26'. Its
 * columns are told by comparison alone, because a year may head any amount.
 */
export const SAVINGS_BY_COLUMN = listKind({
  kind: 'savings-by-column',
  label: 'list of savings with a column for each year',
  row: { one: 'saving', many: 'savings', isPerson: false },
  alsoNamed: (headings) => yearsAmongSavings(headings),
  roles: {
    scheme: { ...required('Scheme', 'text', () => 0), identifies: true },
    kind: optional('Kind of saving', 'text', (h) => (yearIn(h) ? 0 : namesTheKind(h))),
    status: optional('Status', 'text', (h) => (yearIn(h) ? 0 : namesTheStatus(h))),
    ...(Object.fromEntries(
      MEASURES.flatMap((measure) =>
        PLACES.map((place) => [`${measure}${place}`, yearRole(measure, place)]),
      ),
    ) as YearColumns),
  },
});

export type SavingByColumn = RowOf<typeof SAVINGS_BY_COLUMN>;

const SAVING = /\b(savings?|cashable|mitigations?|efficienc(y|ies)|avoidance|avoided|targets?)\b/;
const FORECAST = /\b(forecasts?|projected|projection|outturn|expected|latest)\b/;
const DELIVERED = /\b(delivered|achieved|realised|secured|banked|actuals?|to date)\b/;
const NO_MEASURE =
  /\b(implementation|investment|budget|spend|expenditure|costs|one off|fte|posts|percent|gap|variance|shortfall|cumulative|pressures?|growth|income|weekly|average|children|places|status|brag|rag|total)\b/;

function measureIn(heading: string): Measure | undefined {
  if (NO_MEASURE.test(heading)) return undefined;
  if (FORECAST.test(heading)) return 'forecast';
  return DELIVERED.test(heading) ? 'delivered' : 'target';
}

/** Two columns of targets or more, each of a year of its own, beside the savings that they are of. */
function yearsAmongSavings(
  headings: readonly string[],
): Partial<Record<YearRole | 'scheme', Told>> {
  const told: Partial<Record<YearRole | 'scheme', Told>> = {};
  for (const measure of MEASURES) {
    const years = new Set<FinancialYear>();
    headings.forEach((heading, column) => {
      const year = yearIn(heading);
      if (!year || years.has(year) || measureIn(heading) !== measure) return;
      years.add(year);
      const role = yearRoles(measure)[years.size - 1];
      if (role) told[role] = { column, score: 0.9 };
    });
  }
  const isOfSavings = headings.some((heading) => SAVING.test(heading));
  const scores = headings.map((heading) => (yearIn(heading) ? 0 : namesTheScheme(heading)));
  const score = Math.max(...scores);
  if (!told.target2 || !isOfSavings || score === 0) return {};
  return { ...told, scheme: { column: scores.indexOf(score), score } };
}
