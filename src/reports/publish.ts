import { HIDDEN } from '../domain/disclosure/hidden';
import { hideSmallGroups } from '../domain/disclosure/hideSmallGroups';
import type { PeopleGroup } from '../domain/disclosure/peopleGroup';
import { COVER_ID } from './cover';
import { displayCell } from './display';
import { saidIn } from './commentary';
import { publishedTexts } from './planNote';
import type { PlanCell, PlanColumn, SheetPlan, SignStyle } from './plan';
import type { Publication } from './publication';
import type { PublishedAppendix, PublishedChart, PublishedPlan } from './published';

/** What the copy's cover is made of. */
export interface Front {
  title: string;
  lines: string[];
  about: { item: string; detail: string; people?: PeopleGroup }[];
}

export interface PublishTerms {
  /** Counts from 1 to it are hidden; 0 hides nothing. */
  threshold: number;
  signs: SignStyle;
}

/** What is published, and what of the plans is not. */
export interface Published {
  appendix: PublishedAppendix;
  hidden: HiddenFigure[];
  /** Sheets that may name young people and so have no page; the cover is none, a copy has its own. */
  kept: string[];
}

/** A figure that is shown as HIDDEN, and why. */
export interface HiddenFigure {
  plan: SheetPlan;
  /** Places in the plan's table. */
  row: number;
  column: number;
  /** True where it is of few young people itself, false where it would give away one that is. */
  isSmall: boolean;
}

/**
 * The appendix without what would tell of single young people: small counts with everything that is
 * worked out of them, and as much more as would let them be worked out, over all tables at once.
 * @throws RangeError for a threshold that is not a whole number from 0 to 9
 */
export function publish(
  plans: readonly SheetPlan[],
  front: Front,
  { threshold, signs }: PublishTerms,
): Published {
  const publishable = plans.flatMap((plan) =>
    plan.publication ? [{ plan, publication: plan.publication }] : [],
  );
  const control = disclosureControl(threshold);
  const tables = publishable.map(({ plan, publication }) => ({
    plan,
    publication,
    marks: marksOf(plan, publication, control.add),
  }));
  const about = front.about.map(({ item, detail, people }) => ({
    item,
    detail,
    mark: control.add(people ? [people] : []),
  }));
  const why = control.decide();
  const copies = tables.map(({ plan, publication, marks }) => ({
    plan,
    publication,
    why: marks.map((row) => row.map(why)),
  }));
  const hidden = copies.flatMap(({ plan, why: reasons }) =>
    reasons.flatMap((row, r) =>
      row.flatMap((reason, column) =>
        reason ? [{ plan, row: r, column, isSmall: reason === 'small' }] : [],
      ),
    ),
  );
  return {
    appendix: {
      title: front.title,
      lines: front.lines,
      about: about.map(({ item, detail, mark }) => [item, why(mark) ? HIDDEN : detail]),
      disclosure: disclosureSentences(threshold, hidden.length > 0),
      signs,
      plans: copies.map((copy) => copyOf(copy, signs)),
    },
    hidden,
    kept: plans
      .filter(({ id, publication }) => !publication && id !== COVER_ID)
      .map(({ sheet }) => sheet),
  };
}

// Which figures are hidden ------------------------------------------------------------------------

/** Places of a figure's groups among all groups. */
type Mark = readonly number[];
type Why = 'small' | 'to protect another' | undefined;

/** Gathers whom all figures are of, and decides on them together; the same young people are one group there. */
function disclosureControl(threshold: number) {
  const groups: PeopleGroup[] = [];
  return {
    add: (own: readonly PeopleGroup[]): Mark => own.map((group) => groups.push(group) - 1),
    decide: (): ((mark: Mark) => Why) => {
      const { hidden, small } = hideSmallGroups(groups, threshold);
      return (mark) => {
        if (mark.some((place) => small[place])) return 'small';
        return mark.some((place) => hidden[place]) ? 'to protect another' : undefined;
      };
    },
  };
}

/** For each cell the groups that its figure is of; none for words and for what is empty. */
const marksOf = (
  { table }: SheetPlan,
  { people }: Publication,
  add: (own: readonly PeopleGroup[]) => Mark,
): Mark[][] =>
  table.rows.map((row, r) =>
    row.map((cell, c) => {
      const { key, format } = table.columns[c]!;
      return cell === null || format === 'text' ? [] : add(people(r, key));
    }),
  );

function disclosureSentences(threshold: number, isHiding: boolean): string[] {
  if (threshold === 0) return ['No figure is hidden, however few young people it is of.'];
  const counts =
    threshold === 1 ? 'A count of 1 young person' : `A count of 1 to ${threshold} young people`;
  const rule = `${counts} is not published, nor is what is worked out of it: money, averages and shares.`;
  if (!isHiding) return [rule, 'No figure here is of so few, so none is hidden.'];
  return [
    rule,
    `Such a figure is shown as ${HIDDEN}.`,
    `Further figures are ${HIDDEN} where one could otherwise be worked out from totals or from another table; nothing tells the two apart.`,
    'A count of nobody is shown as 0.',
  ];
}

// What is left ------------------------------------------------------------------------------------

interface Copy {
  plan: SheetPlan;
  publication: Publication;
  why: Why[][];
}

function copyOf({ plan, publication, why }: Copy, signs: SignStyle): PublishedPlan {
  const { columns } = plan.table;
  const isShown = (row: number): boolean => (why[row] ?? []).every((reason) => !reason);
  const rows = orderOf(plan, publication, isShown).map((place) =>
    plan.table.rows[place]!.map((cell, c): PlanCell => (why[place]![c] ? HIDDEN : cell)),
  );
  const chart = chartOf(plan, rows, signs);
  const isLeft = columns.map(({ key }) => !publication.without?.includes(key));
  const said = saidIn(plan.commentary);
  return {
    id: plan.id,
    sheet: plan.sheet,
    title: plan.title,
    notes: publishedTexts(publication.notes, isShown),
    ...(said && { commentary: said.text }),
    table: {
      name: plan.table.name,
      columns: columns.filter((_, c) => isLeft[c]),
      rows: rows.map((row) => row.filter((_, c) => isLeft[c])),
    },
    total: plan.total,
    ...(chart && { chart }),
  };
}

/**
 * The order of rows tells how large those are that are hidden: under each name that keeps its place
 * they come last, by their own names.
 */
function orderOf(
  { table, total }: SheetPlan,
  { ranked }: Publication,
  isShown: (row: number) => boolean,
): number[] {
  const places = table.rows.map((_, place) => place);
  if (!ranked) return places;
  const { within } = ranked;
  const body = total ? places.slice(0, -1) : places;
  const names = (place: number, columns: number): string =>
    JSON.stringify(table.rows[place]!.slice(0, columns));
  const blocks = inRuns(body, (place) => names(place, within));
  const ordered = blocks.flatMap((block) => {
    const units = inRuns(block, (place) => names(place, within + 1));
    const shown = units.filter((unit) => unit.every(isShown));
    const unseen = units
      .filter((unit) => !unit.every(isShown))
      .sort(([one], [other]) =>
        names(one!, within + 1).localeCompare(names(other!, within + 1), 'en-GB'),
      );
    return [...shown, ...unseen].flat();
  });
  return [...ordered, ...places.slice(body.length)];
}

/** Neighbours of one name together. */
function inRuns(places: readonly number[], nameOf: (place: number) => string): number[][] {
  const runs: number[][] = [];
  for (const place of places) {
    const last = runs[runs.length - 1];
    if (last && nameOf(last[0]!) === nameOf(place)) last.push(place);
    else runs.push([place]);
  }
  return runs;
}

/** Bars of the rows that are shown, and sentences that say no more than those do and hold without the picture. */
function chartOf(
  { chart, table, total }: SheetPlan,
  rows: readonly PlanCell[][],
  signs: SignStyle,
): PublishedChart | undefined {
  if (!chart) return undefined;
  const at = (key: string): number => table.columns.findIndex((column) => column.key === key);
  const [labels, values] = [at(chart.labels), at(chart.values)];
  const bars = (total ? rows.slice(0, -1) : rows).flatMap((row) => {
    const value = row[values];
    return typeof value === 'number' ? [{ label: String(row[labels]), value }] : [];
  });
  const measure = table.columns[values]!;
  // One bar alone is compared with nothing.
  if (bars.filter(({ value }) => value !== 0).length < 2) return undefined;
  return {
    title: chart.title,
    sentences: chartSentences(bars, measure, rows, signs),
    bars,
    measure,
  };
}

function chartSentences(
  bars: PublishedChart['bars'],
  measure: PlanColumn,
  rows: readonly PlanCell[][],
  signs: SignStyle,
): string[] {
  const [most, next] = [...bars].sort((one, other) => Math.abs(other.value) - Math.abs(one.value));
  const said = ({ label, value }: PublishedChart['bars'][number]): string =>
    `${label}, ${displayCell(value, measure.format, signs)}`;
  const which = [
    `The largest ‘${measure.heading}’`,
    ...(rows.some((row) => row.includes(HIDDEN)) ? ['of the rows that are not hidden'] : []),
    ...(bars.some(({ value }) => value < 0) ? ['above or below nought'] : []),
  ];
  return [`${which.join(', ')}: ${said(most!)}${next ? `; then ${said(next)}` : ''}.`];
}
