import { dateIn } from '../domain/dateIn';
import type { ReviewedCost } from '../domain/reviews';
import { REVIEW_COLUMNS } from '../domain/sources/reviewColumns';
import { reviewOfSheet, REVIEW_SHEETS } from '../domain/sources/reviewSheets';
import { REVIEWS } from '../domain/sources/reviews';
import { listsOf, type AnyKind } from '../domain/sources/source';
import { plainly } from '../domain/typed';
import type { ReportInput } from './report';

/** A tracker kept over time, in whichever of its forms. */
export interface ReviewSource {
  list: { addresses: readonly string[]; rows: readonly unknown[]; leftOut: number };
  kind: AnyKind;
  entries: ReviewedCost[];
  /** What of the form a reader should know. */
  notes: string[];
  /** Addresses of others, which are not used. */
  unused: string[];
}

type Source = Omit<ReviewSource, 'unused'>;

export const REVIEW_NEEDS =
  'a tracker kept over time, at two reviews or more: a row for each young person at each review with its date, three dated columns of weekly costs, or a sheet with a date in its name for each review';

/** Rows by review come first, then dated columns, then dated sheets; of each, the list that fits best. */
export function reviewSource({ lists }: ReportInput): ReviewSource | undefined {
  const found = [
    ...listsOf(lists, REVIEWS).map(fromRows),
    ...listsOf(lists, REVIEW_COLUMNS).map(fromColumns),
    ...listsOf(lists, REVIEW_SHEETS).map(fromSheets),
  ].filter(({ entries }) => isOneTracker(entries));
  const [used, ...others] = found;
  return used && { ...used, unused: others.flatMap(({ list }) => list.addresses) };
}

const fromRows = (list: ReturnType<typeof listsOf<(typeof REVIEWS)['roles']>>[number]): Source => ({
  list,
  kind: REVIEWS,
  notes: [],
  entries: list.rows.map(({ reference, cohort, reviewedOn, weeklyCost, at }) => ({
    reference,
    cohort: cohort ?? '',
    on: reviewedOn,
    weeklyCost,
    at: { who: at.reference, when: at.reviewedOn },
  })),
});

/** Of two columns for one date, the one further left. */
function fromColumns(
  list: ReturnType<typeof listsOf<(typeof REVIEW_COLUMNS)['roles']>>[number],
): Source {
  const headings = new Map<string, string>();
  const others = new Set<string>();
  for (const { weeklyCosts } of list.rows) {
    for (const { heading } of weeklyCosts) {
      const on = dateIn(heading)!;
      if (!headings.has(on)) headings.set(on, heading);
      if (headings.get(on) !== heading) others.add(heading);
    }
  }
  return {
    list,
    kind: REVIEW_COLUMNS,
    notes: [
      `Reviews are the columns ${[...headings.values()].map((heading) => `‘${heading}’`).join(', ')}; a blank cell is nobody.`,
      ...(others.size > 0
        ? [
            `Not used, for a date that has a column already: ${[...others].map((heading) => `‘${heading}’`).join(', ')}.`,
          ]
        : []),
    ],
    entries: list.rows.flatMap(({ reference, cohort, weeklyCosts, at }) =>
      weeklyCosts
        .filter(({ heading }) => headings.get(dateIn(heading)!) === heading)
        .map((cost) => ({
          reference,
          cohort: cohort ?? '',
          on: dateIn(cost.heading)!,
          weeklyCost: cost.value,
          at: { who: at.reference, when: cost.at },
        })),
    ),
  };
}

function fromSheets(
  list: ReturnType<typeof listsOf<(typeof REVIEW_SHEETS)['roles']>>[number],
): Source {
  const dates = list.sheets.map((name, i) => reviewOfSheet(name, list.titles[i]!)!);
  /** "'Jun 24'!", by which the addresses of a sheet's cells begin. */
  const starts = list.addresses.map((address) => address.slice(0, address.lastIndexOf('!') + 1));
  return {
    list,
    kind: REVIEW_SHEETS,
    notes: ['The date of a review is in the name or the title of its sheet.'],
    entries: list.rows.map(({ reference, cohort, weeklyCost, at }) => ({
      reference,
      cohort: cohort ?? '',
      on: dates[starts.findIndex((start) => at.reference.startsWith(start))]!,
      weeklyCost,
      at: { who: at.reference, when: at.reference },
    })),
  };
}

/** What is kept over time has somebody at more than one date; lists that have nobody in common are no trajectory. */
function isOneTracker(entries: readonly ReviewedCost[]): boolean {
  const dates = new Map<string, string>();
  return entries.some(({ reference, on }) => {
    const first = dates.get(plainly(reference));
    if (first === undefined) dates.set(plainly(reference), on);
    return first !== undefined && first !== on;
  });
}
