import { OLDEST_YEARS } from './oldestDate';
import { financialYearBounds, financialYearOf, type FinancialYear } from './calendar';
import { sum } from './money';
import type { IsoDate } from './reading';
import { savingKindOf, savingKinds } from './savingKind';
import { savingStatuses, savingStatusOf } from './savingStatus';
import type { ListProblem } from './sources/source';
import { plainly, quoted, singleSpaced } from './typed';

/** A saving of one financial year as a list has it; amounts in pounds. */
export interface ListedSaving {
  scheme?: string;
  kind?: string;
  year: FinancialYear;
  target: number;
  delivered?: number;
  forecast?: number;
  status?: string;
  /** The cells' addresses; without those that the list has no column for. */
  at: Record<'year' | 'target', string> &
    Partial<Record<'kind' | 'delivered' | 'forecast' | 'status', string>>;
}

export interface SavingsTerms {
  asAt: IsoDate;
  /** Of the column of kinds, '' where there is none. */
  kindHeading: string;
}

/** Savings added up, £, unrounded. */
export interface SavingFigures {
  savings: number;
  target: number;
  /** Absent where one of the savings has none. */
  forecast?: number;
  /** Target less forecast: above nought is a shortfall. Absent without a forecast. */
  gap?: number;
  /** Absent where one of the savings has none that it should have. */
  delivered?: number;
  /** Target less delivered. */
  undelivered?: number;
  /** Delivered of the target, a fraction; absent where the target is not above nought. */
  share?: number;
}

export interface YearOfSavings {
  year: FinancialYear;
  all: SavingFigures;
  /** In the order of `kinds`. */
  byKind: SavingFigures[];
}

export interface GroupOfSavings {
  year: FinancialYear;
  kind: string;
  status: string;
  figures: SavingFigures;
}

export interface SavingsProgramme {
  years: YearOfSavings[];
  /** Cashable and cost avoidance first. */
  kinds: string[];
  /** By year, kind and status. */
  groups: GroupOfSavings[];
  total: YearOfSavings['all'];
  totalByKind: SavingFigures[];
  /** True where the list shows savings with a minus, which they have not here. */
  isTurned: boolean;
  /** Savings of a year that cannot be meant; they are left out. */
  leftOut: number;
  problems: ListProblem[];
}

export const NO_KIND = 'Kind not given';
export const NO_STATUS = 'Status not given';

/** A programme looks no further ahead. */
const YEARS_AHEAD = 10;

/**
 * A savings programme by financial year, kind and status (paper 001). Kinds and statuses that the
 * add-in does not know keep their own words and are problems. An amount that is missing is never
 * nought, but for what is delivered of a year that has yet to begin. Where most targets are below
 * nought, the list shows savings with a minus, and every amount changes its sign.
 */
export function savingsProgramme(
  listed: readonly ListedSaving[],
  terms: SavingsTerms,
): SavingsProgramme {
  const { asAt } = terms;
  const isMeant = ({ year }: ListedSaving): boolean => isNear(year, asAt);
  const isTurned =
    listed.filter(({ target }) => target < 0).length * 2 >
    listed.filter(({ target }) => target !== 0).length;
  const names = new Names();
  const savings = listed.filter(isMeant).map((saving) => grouped(saving, terms, isTurned, names));
  const years = [...new Set(savings.map(({ year }) => year))].sort();
  const kinds = inOrder(
    savings.map(({ kind }) => kind),
    [...savingKinds],
    NO_KIND,
  );
  const ofKinds = (of: readonly Grouped[]): SavingFigures[] =>
    kinds.map((kind) => figuresOf(of.filter((saving) => saving.kind === kind)));
  return {
    years: years.map((year) => {
      const own = savings.filter((saving) => saving.year === year);
      return { year, all: figuresOf(own), byKind: ofKinds(own) };
    }),
    kinds,
    groups: years.flatMap((year) =>
      kinds.flatMap((kind) => {
        const own = savings.filter((saving) => saving.year === year && saving.kind === kind);
        const statuses = own.map(({ status }) => status);
        return inOrder(statuses, [...savingStatuses], NO_STATUS).map((status) => ({
          year,
          kind,
          status,
          figures: figuresOf(own.filter((saving) => saving.status === status)),
        }));
      }),
    ),
    total: figuresOf(savings),
    totalByKind: ofKinds(savings),
    isTurned,
    leftOut: listed.length - savings.length,
    problems: listed.flatMap((saving) =>
      isMeant(saving) ? problemsOf(saving, terms) : [yearProblem(saving, asAt)],
    ),
  };
}

// Kinds and statuses ----------------------------------------------------------------------------

type Grouped = Omit<ListedSaving, 'kind' | 'status'> & { kind: string; status: string };

/** The first spelling of names that differ in capitals and spaces alone. */
class Names {
  private readonly first = new Map<string, string>();

  of(text: string): string {
    const plain = plainly(text);
    if (!this.first.has(plain)) this.first.set(plain, singleSpaced(text));
    return this.first.get(plain)!;
  }
}

function grouped(
  saving: ListedSaving,
  { asAt, kindHeading }: SavingsTerms,
  isTurned: boolean,
  names: Names,
): Grouped {
  const signed = (amount: number | undefined): number | undefined =>
    amount === undefined || amount === 0 || !isTurned ? amount : -amount;
  const { kind = NO_KIND, status = NO_STATUS } = saving;
  const delivered = saving.delivered ?? (isYetToBegin(saving, asAt) ? 0 : undefined);
  return {
    ...saving,
    kind: savingKindOf(kind, kindHeading) ?? names.of(kind),
    status: savingStatusOf(status) ?? names.of(status),
    target: signed(saving.target)!,
    forecast: signed(saving.forecast),
    delivered: signed(delivered),
  };
}

/** Those there are: the known ones in their order, then those in their own words, then those without any. */
function inOrder(names: readonly string[], known: readonly string[], none: string): string[] {
  const own = [...new Set(names)].filter((name) => !known.includes(name) && name !== none).sort();
  return [...known, ...own, none].filter((name) => names.includes(name));
}

// Figures ---------------------------------------------------------------------------------------

function figuresOf(savings: readonly Grouped[]): SavingFigures {
  const sumOf = (key: 'forecast' | 'delivered'): number | undefined => {
    const amounts = savings.flatMap((saving) => saving[key] ?? []);
    return amounts.length === savings.length ? sum(amounts) : undefined;
  };
  const target = sum(savings.map((saving) => saving.target));
  const [forecast, delivered] = [sumOf('forecast'), sumOf('delivered')];
  const lessThan = (amount: number | undefined): number | undefined =>
    amount === undefined ? undefined : sum([target, -amount]);
  return {
    savings: savings.length,
    target,
    forecast,
    gap: lessThan(forecast),
    delivered,
    undelivered: lessThan(delivered),
    share: target > 0 && delivered !== undefined ? delivered / target : undefined,
  };
}

// Problems --------------------------------------------------------------------------------------

const isYetToBegin = ({ year }: ListedSaving, asAt: IsoDate): boolean =>
  financialYearBounds(year).start > financialYearBounds(financialYearOf(asAt)).end;

const firstYear = (year: FinancialYear): number => Number(year.slice(0, 4));

function isNear(year: FinancialYear, asAt: IsoDate): boolean {
  const ahead = firstYear(year) - firstYear(financialYearOf(asAt));
  return ahead <= YEARS_AHEAD && ahead >= -OLDEST_YEARS;
}

const yearProblem = ({ at, year, scheme }: ListedSaving, asAt: IsoDate): ListProblem => ({
  address: at.year,
  ref: scheme ?? '',
  message: `${at.year} holds ${year}, too far from the position’s ${financialYearOf(asAt)}. Correct the financial year. The saving’s row is left out until then.`,
});

function problemsOf(saving: ListedSaving, { asAt, kindHeading }: SavingsTerms): ListProblem[] {
  const { at, kind, status, target, forecast, delivered } = saving;
  const found: [keyof ListedSaving['at'], string][] = [];
  if (target === 0) {
    found.push([
      'target',
      'holds a target of nought, so no share of it can be delivered. Type the target, or leave it where there is none.',
    ]);
  }
  if (kind === undefined) {
    found.push(['kind', `is blank, so the saving is counted under ‘${NO_KIND}’. ${TYPE_KIND}`]);
  }
  if (kind !== undefined && savingKindOf(kind, kindHeading) === undefined) {
    found.push([
      'kind',
      `holds ${quoted(kind)}, a kind of saving that is not known, and is counted under its own words. ${TYPE_KIND}`,
    ]);
  }
  if (status === undefined) {
    found.push([
      'status',
      `is blank, so the saving is counted under ‘${NO_STATUS}’. ${TYPE_STATUS}`,
    ]);
  }
  if (status !== undefined && savingStatusOf(status) === undefined) {
    found.push([
      'status',
      `holds ${quoted(status)}, a status that is not known, and is counted under its own words. ${TYPE_STATUS}`,
    ]);
  }
  if (forecast === undefined) {
    found.push([
      'forecast',
      'holds no forecast, so forecast and gap to target stay empty where the saving counts. Type the forecast, or 0.',
    ]);
  }
  if (delivered === undefined && !isYetToBegin(saving, asAt)) {
    found.push([
      'delivered',
      'holds no amount delivered, so what is delivered stays empty where the saving counts. Type the amount, or 0.',
    ]);
  }
  return found.flatMap(([column, message]) => {
    const address = at[column];
    return address ? [{ address, ref: saving.scheme ?? '', message: `${address} ${message}` }] : [];
  });
}

const TYPE_KIND = 'Type Cashable, Cost avoidance or Non-cashable.';
const TYPE_STATUS =
  'Type On track, At risk, Delayed, Delivered, Undeliverable, or a colour: Blue, Green, Amber, Red.';
