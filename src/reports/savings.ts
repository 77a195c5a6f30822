import { counted } from '../domain/counted';
import { amountUnit } from '../domain/amountUnit';
import { TOTAL } from '../domain/cohort';
import { savingsInColumns, savingsInRows, withoutSums } from '../domain/listedSavings';
import {
  NO_KIND,
  savingsProgramme,
  type ListedSaving,
  type SavingFigures,
  type SavingsProgramme,
} from '../domain/savings';
import { SAVINGS } from '../domain/sources/savings';
import { SAVINGS_BY_COLUMN } from '../domain/sources/savingsByColumn';
import { listsOf, type AnyKind, type SourceList } from '../domain/sources/source';
import { NO_COMMENTARY } from './commentary';
import { listNotes } from './listNotes';
import type { ListReport, MadeReport } from './listReport';
import type { PlanCell, PlanColumn } from './plan';
import { inWorkbook, type PlanNote } from './planNote';
import { ofNobody, toPublish } from './publication';
import type { ReportInput } from './report';

const NEEDS = 'a list of savings, with the financial year and the target of each';

/** A savings programme by financial year, cashable and cost avoidance apart (paper 001). */
export const savingsByYearReport: ListReport = {
  id: 'savings-by-year',
  sheet: 'Savings by year',
  name: 'Savings by financial year',
  needs: NEEDS,
  make: (input) => made(input, byYear),
};

/** The same by financial year, kind and status. */
export const savingsByStatusReport: ListReport = {
  id: 'savings-by-status',
  sheet: 'Savings by status',
  name: 'Savings by financial year and status',
  needs: `${NEEDS}, and its status`,
  make: (input) => made(input, byStatus),
};

// The list that counts --------------------------------------------------------------------------

interface Chosen {
  list: Pick<SourceList, 'addresses' | 'leftOut' | 'problems'> & { rows: readonly unknown[] };
  kind: Pick<AnyKind, 'row'>;
  listed: ListedSaving[];
  headings: Partial<Record<string, string>>;
  /** Names of rows that are sums, and left out. */
  sums: string[];
  /** Addresses of lists of savings that are not used. */
  others: string[];
}

/** A list with a row for each year says more than one with a column, and comes before it. */
function chosenFrom(lists: readonly SourceList[]): Chosen | undefined {
  const inRows = listsOf(lists, SAVINGS);
  const inColumns = listsOf(lists, SAVINGS_BY_COLUMN);
  const others = [...inRows, ...inColumns].slice(1).map(({ addresses }) => addresses.join(' and '));
  const [rows] = inRows;
  if (rows) {
    const { list, sums } = withoutSums(rows);
    const { headings } = list;
    return { list, kind: SAVINGS, listed: savingsInRows(list), headings, sums, others };
  }
  const [columns] = inColumns;
  if (!columns) return undefined;
  const { list, sums } = withoutSums(columns);
  const { headings } = list;
  return { list, kind: SAVINGS_BY_COLUMN, listed: savingsInColumns(list), headings, sums, others };
}

type Layout = (found: Found) => Pick<MadeReport['plan'], 'id' | 'sheet' | 'title' | 'table'> & {
  notes: string[];
};

interface Found {
  chosen: Chosen;
  programme: SavingsProgramme;
}

function made(input: ReportInput, layout: (found: Found) => ReturnType<Layout> | undefined) {
  const chosen = chosenFrom(input.lists);
  if (!chosen) return undefined;
  const { asAt } = input;
  const { listed, headings, list } = chosen;
  const programme = savingsProgramme(listed, { asAt, kindHeading: headings.kind ?? '' });
  const plan = layout({ chosen, programme });
  if (!plan) return undefined;
  const known = new Set(list.problems.map(({ address }) => address));
  return {
    problems: programme.problems.filter(({ address }) => !known.has(address)),
    plan: {
      ...plan,
      ...toPublish({
        notes: [...sourceNotes(input, chosen, programme), ...plan.notes],
        people: ofNobody,
      }),
      commentary: NO_COMMENTARY,
      total: true,
    },
  };
}

// Columns ---------------------------------------------------------------------------------------

interface FigureColumn extends PlanColumn {
  of: (figures: SavingFigures) => number | undefined;
}

/** Those that the list can fill. */
function figureColumns({ listed }: Chosen): FigureColumn[] {
  const forecasts: FigureColumn[] = [
    { key: 'forecast', heading: 'Forecast', format: 'money', of: ({ forecast }) => forecast },
    { key: 'gap', heading: 'Gap to target', format: 'money', of: ({ gap }) => gap },
  ];
  const deliveries: FigureColumn[] = [
    {
      key: 'delivered',
      heading: 'Delivered to date',
      format: 'money',
      of: ({ delivered }) => delivered,
    },
    {
      key: 'undelivered',
      heading: 'Not yet delivered',
      format: 'money',
      of: ({ undelivered }) => undelivered,
    },
    {
      key: 'share',
      heading: 'Share of target delivered',
      format: 'percent',
      of: ({ share }) => share,
    },
  ];
  return [
    { key: 'target', heading: 'Target', format: 'money', of: ({ target }) => target },
    ...(hasForecasts(listed) ? forecasts : []),
    ...(hasDeliveries(listed) ? deliveries : []),
  ];
}

const hasForecasts = (listed: readonly ListedSaving[]): boolean =>
  listed.some(({ at }) => at.forecast !== undefined);
const hasDeliveries = (listed: readonly ListedSaving[]): boolean =>
  listed.some(({ at }) => at.delivered !== undefined);

const planColumn = ({ key, heading, format }: FigureColumn): PlanColumn => ({
  key,
  heading,
  format,
});
const cells = (columns: readonly FigureColumn[], figures: SavingFigures): PlanCell[] =>
  columns.map(({ of }) => of(figures) ?? null);

// By year ---------------------------------------------------------------------------------------

function byYear({ chosen, programme }: Found): ReturnType<Layout> {
  const { years, kinds, total, totalByKind } = programme;
  const columns = figureColumns(chosen);
  const kindColumns = columns.filter(({ key }) => key === 'target' || key === 'gap');
  // One kind says no more than all of them; and there is no room for more than a few.
  const shown = kinds.length > 1 ? kinds.slice(0, MOST_KINDS) : [];
  const row = (label: string, all: SavingFigures, byKind: readonly SavingFigures[]): PlanCell[] => [
    label,
    all.savings,
    ...shown.flatMap((_, i) => cells(kindColumns, byKind[i]!)),
    ...cells(columns, all),
  ];
  return {
    id: savingsByYearReport.id,
    sheet: savingsByYearReport.sheet,
    title: 'Cashable and cost avoidance by financial year: target, forecast and delivered',
    table: {
      name: 'SavingsByYear',
      columns: [
        { key: 'year', heading: 'Financial year', format: 'text' },
        { key: 'savings', heading: 'Number of savings', format: 'count' },
        ...shown.flatMap((kind, i) =>
          kindColumns.map((column) => ({
            ...planColumn(column),
            key: `${column.key}${i + 1}`,
            heading: `${kind}: ${column.heading.toLowerCase()}`,
          })),
        ),
        ...columns.map(planColumn),
      ],
      rows: [
        ...years.map(({ year, all, byKind }) => row(year, all, byKind)),
        row(TOTAL, total, totalByKind),
      ],
    },
    notes: [
      ...kindNotes(kinds, shown),
      ...methodNotes(chosen, [
        total,
        ...totalByKind,
        ...years.flatMap(({ all, byKind }) => [all, ...byKind]),
      ]),
    ],
  };
}

const MOST_KINDS = 4;

function kindNotes(kinds: readonly string[], shown: readonly string[]): string[] {
  if (shown.length === 0) {
    return kinds.length === 1 && kinds[0] !== NO_KIND
      ? [`Every saving is of one kind: ${kinds[0]}.`]
      : ['The list does not say which savings are cashable.'];
  }
  const more = kinds.slice(shown.length);
  return more.length === 0
    ? []
    : [`Without columns of their own, but in the figures of all kinds: ${more.join(', ')}.`];
}

// By status -------------------------------------------------------------------------------------

function byStatus({ chosen, programme }: Found): ReturnType<Layout> | undefined {
  if (chosen.listed.every(({ at }) => at.status === undefined)) return undefined;
  const { groups, total } = programme;
  const columns = figureColumns(chosen);
  return {
    id: savingsByStatusReport.id,
    sheet: savingsByStatusReport.sheet,
    title:
      'Cashable and cost avoidance by financial year and status: target, forecast and delivered',
    table: {
      name: 'SavingsByStatus',
      columns: [
        { key: 'year', heading: 'Financial year', format: 'text' },
        { key: 'kind', heading: 'Kind', format: 'text' },
        { key: 'status', heading: 'Status', format: 'text' },
        { key: 'savings', heading: 'Number of savings', format: 'count' },
        ...columns.map(planColumn),
      ],
      rows: [
        ...groups.map(({ year, kind, status, figures }) => [
          year,
          kind,
          status,
          figures.savings,
          ...cells(columns, figures),
        ]),
        [TOTAL, 'All kinds', 'All statuses', total.savings, ...cells(columns, total)],
      ],
    },
    notes: [
      'Statuses are the list’s own, put into one spelling; a colour is not taken for a status in words.',
      ...methodNotes(chosen, [total, ...groups.map(({ figures }) => figures)]),
    ],
  };
}

// Notes -----------------------------------------------------------------------------------------

/** Where the figures come from; that every saving counts only where every one does. */
function sourceNotes(
  input: ReportInput,
  { list, kind, headings, sums, others }: Chosen,
  { leftOut, isTurned, problems }: SavingsProgramme,
): PlanNote[] {
  const scaled = Object.values(headings).filter((heading) => amountUnit(heading) !== 1);
  const tooFar = `${counted(leftOut, 'saving')} of a year too far from the position’s ${leftOut === 1 ? 'is' : 'are'} left out`;
  return [
    ...listNotes(input, [list], kind, leftOut === 0),
    ...(leftOut > 0 ? [inWorkbook(`${tooFar}; the add-in's pane lists each.`, `${tooFar}.`)] : []),
    ...(sums.length > 0
      ? [`Rows that are totals by their names are left out: ${sums.join(', ')}.`]
      : []),
    ...others.map((addresses) =>
      inWorkbook(`${addresses} holds a list of savings too and is not used.`),
    ),
    ...(scaled.length > 0
      ? [`The list has amounts under ‘${scaled[0]}’ and the like; here they are in pounds.`]
      : []),
    ...(isTurned ? ['The list shows savings with a minus; here they have none.'] : []),
    ...(problems.length > leftOut
      ? [
          inWorkbook(
            'Some cells of the list are to be looked at; the add-in’s pane says which and why.',
          ),
        ]
      : []),
  ];
}

/** How the figures are worked out, and why a cell is empty. */
function methodNotes({ listed }: Chosen, figures: readonly SavingFigures[]): string[] {
  const [forecasts, deliveries] = [hasForecasts(listed), hasDeliveries(listed)];
  const some = (test: (one: SavingFigures) => boolean): boolean => figures.some(test);
  return [
    'A number of savings counts a scheme once for each financial year in which it has a target.',
    forecasts
      ? 'Gap to target is target less forecast: above nought is a shortfall, below nought a forecast above target.'
      : 'The list has no forecast of each year, so no gap to target follows.',
    deliveries
      ? 'Not yet delivered is target less what is delivered to date.'
      : 'The list does not say what is delivered to date in each year.',
    ...(forecasts && some(({ forecast }) => forecast === undefined)
      ? ['Forecast and gap to target are empty where a saving has no forecast.']
      : []),
    ...(deliveries && some(({ delivered }) => delivered === undefined)
      ? ['What is delivered is empty where it is not given for a saving.']
      : []),
    ...(deliveries && some(({ target }) => target <= 0)
      ? ['Where a target is nought or less, there is no share of it and the cell is empty.']
      : []),
  ];
}
