import type { PeopleGroup } from '../domain/disclosure/peopleGroup';
import {
  averageByGroup,
  wholePercent,
  type AverageRow,
  type GroupedCost,
} from '../domain/averageCost';
import { readFacts } from '../domain/classify/facts';
import type { CostYear } from '../domain/costsByYear';
import { grouped } from '../domain/grouped';
import { isCounted } from '../domain/ledger';
import { placementGroupOf, type PlacementGroup } from '../domain/placement';
import type { CostOfYear } from '../domain/sources/costsByYear';
import type { ListProblem } from '../domain/sources/source';
import { plainly, quoted } from '../domain/typed';
import { NO_COMMENTARY } from './commentary';
import type { ListReport, MadeReport } from './listReport';
import { youngPeople } from './notes';
import { displayCell } from './display';
import { inWorkbook, stating, type PlanNote } from './planNote';
import { toPublish, unsigned, type Publication } from './publication';
import type { ReportInput } from './report';
import {
  BEFORE,
  costMeasure,
  countedLists,
  growthHeading,
  inYear,
  NOW,
  POSITIONS,
  yearCostNotes,
  yearHeading,
  type CountedList,
} from './yearCosts';

/** What placements of each group cost on average, by year (paper 004). */
export const averageCostReport: ListReport = {
  id: 'average-weekly-cost',
  sheet: 'Average weekly cost',
  name: 'Average weekly cost by placement group',
  needs: 'a list of weekly costs by financial year that names placements, or the tracker',
  make,
};

/** Weekly costs under their groups, and what could not be put under one. */
interface Source {
  counted?: CountedList;
  costs: GroupedCost[];
  years: readonly CostYear[];
  problems: ListProblem[];
  /** Costs of those who have left care, which are in no group. */
  left: number;
}

function make(input: ReportInput): MadeReport | undefined {
  const source = listedSource(input) ?? trackerSource(input);
  if (source.costs.length === 0) return undefined;
  const { counted, costs, years } = source;
  const rows = averageByGroup(costs, years);
  const hasBudget = rows.some(({ budget }) => budget !== undefined);
  return {
    problems: source.problems,
    plan: {
      id: averageCostReport.id,
      sheet: averageCostReport.sheet,
      title: 'Average weekly cost by placement group and year',
      ...toPublish({
        notes: [
          ...yearCostNotes(input, counted, 'placements and the most rows'),
          ...methodNotes(source, rows, hasBudget),
        ],
        people: peopleOf(rows, counted),
        ranked: { within: 0 },
      }),
      commentary: NO_COMMENTARY,
      table: {
        name: 'AverageWeeklyCost',
        columns: [
          { key: 'group', heading: 'Placement group', format: 'text' },
          { key: 'year', heading: yearHeading(counted), format: 'text' },
          { key: 'youngPeople', heading: 'Young people', format: 'count' },
          ...(hasBudget
            ? [{ key: 'budget', heading: 'Average weekly budget', format: 'money' as const }]
            : []),
          { key: 'average', heading: 'Average weekly cost', format: 'money' },
          { key: 'growth', heading: growthHeading(counted), format: 'percent' },
          { key: 'wholePercent', heading: 'Growth or fall in whole per cent', format: 'count' },
        ],
        rows: rows.map((row) => [
          row.group,
          row.year,
          row.youngPeople,
          ...(hasBudget ? [row.budget ?? null] : []),
          row.average,
          row.growth ?? null,
          row.growth === undefined ? null : wholePercent(row.growth),
        ]),
      },
      total: false,
    },
  };
}

const NOT_KNOWN = 'Placement not recognised';
const NOT_SAID = 'Placement not given';
const LEFT: PlacementGroup = 'Left care';

const groupOf = ({ placement = '', provider }: CostOfYear): string =>
  placement === '' ? NOT_SAID : (placementGroupOf(placement, provider) ?? NOT_KNOWN);

/** The longest of the lists by year that name placements, the best fitting of several as long. */
function listedSource(input: ReportInput): Source | undefined {
  const counted = countedLists(input)
    .filter(({ rows }) => rows.some((row) => ![NOT_SAID, NOT_KNOWN].includes(groupOf(row))))
    .reduce<CountedList | undefined>(
      (longest, one) => (longest && longest.rows.length >= one.rows.length ? longest : one),
      undefined,
    );
  if (!counted) return undefined;
  const costs = counted.rows.map((row) => ({ ...row, group: groupOf(row) }));
  return {
    counted,
    ...withoutLeft(costs),
    years: counted.years,
    problems: [...counted.problems, ...unknownPlacements(counted.rows)],
  };
}

/** One for each wording, at its first cell. */
function unknownPlacements(rows: readonly CostOfYear[]): ListProblem[] {
  const unknown = rows.filter((row) => groupOf(row) === NOT_KNOWN);
  const firsts = new Map<string, CostOfYear>();
  for (const row of unknown) {
    const words = plainly(row.placement!);
    if (!firsts.has(words)) firsts.set(words, row);
  }
  return [...firsts].map(([words, { at, placement, reference }]) => {
    const others = unknown.filter((row) => plainly(row.placement!) === words).length - 1;
    const also = others === 0 ? '' : ` (and so ${others === 1 ? 'does' : 'do'} ${others} more)`;
    return {
      address: at.placement,
      ref: reference,
      message: `${at.placement} holds ${quoted(placement!)}${also}, which names no placement group. Say the kind, such as Residential or IFA. It is counted as ‘${NOT_KNOWN}’ until then.`,
    };
  });
}

/** The tracker's two positions, by the groups that its reasons go by. */
function trackerSource({ ledger }: ReportInput): Source {
  const costs = ledger.filter(isCounted).flatMap(({ key, circumstances, original, current }) => {
    const { before, now, ended, endedOn } = readFacts(circumstances);
    const hasLeft = ended !== undefined || (endedOn !== undefined && current === 0);
    const groups = [
      before ?? unknownGroup(circumstances.original.placement),
      hasLeft ? LEFT : (now ?? unknownGroup(circumstances.current.placement)),
    ] as const;
    return [
      { year: BEFORE, key, group: groups[0], weeklyCost: original },
      { year: NOW, key, group: groups[1], weeklyCost: current },
    ];
  });
  return { ...withoutLeft(costs), years: POSITIONS, problems: [] };
}

const unknownGroup = (placement: string): string => (placement === '' ? NOT_SAID : NOT_KNOWN);

const withoutLeft = (costs: readonly GroupedCost[]): Pick<Source, 'costs' | 'left'> => {
  const kept = costs.filter(({ group }) => group !== LEFT);
  return { costs: kept, left: costs.length - kept.length };
};

/** A group in a year; growth is of two years'. */
function peopleOf(
  rows: readonly AverageRow[],
  counted: CountedList | undefined,
): Publication['people'] {
  const groupOfRow = ({ year, youngPeople: people, average, keys }: AverageRow): PeopleGroup => ({
    ...inYear(counted, year, 'placement'),
    members: keys,
    people,
    amounts: { [costMeasure(counted, year)]: unsigned(average * people) },
  });
  return (row, key) => {
    const [before, one] = [rows[row - 1], rows[row]!];
    const isGrowth = key === 'growth' || key === 'wholePercent';
    return isGrowth && before?.group === one.group
      ? [groupOfRow(before), groupOfRow(one)]
      : [groupOfRow(one)];
  };
}

function methodNotes(
  { counted, costs, left }: Source,
  rows: readonly AverageRow[],
  hasBudget: boolean,
): PlanNote[] {
  const unknown = costs.filter(({ group }) => group === NOT_KNOWN || group === NOT_SAID).length;
  return [
    ...largestNote(rows, counted),
    'An average is what the weekly costs of a group come to in a year, divided by its young people.',
    'Growth is that of the average, from unrounded amounts; empty where the group has no cost the year before.',
    hasBudget
      ? 'The budget is the average of the rows that have one; it is empty where none has.'
      : inWorkbook(
          `${counted ? 'The list' : 'The tracker'} has no column of weekly budgets, so none is shown.`,
        ),
    ...(left === 0
      ? []
      : [
          inWorkbook(
            `${youngPeople(left)} who had left care ${left === 1 ? 'is' : 'are'} in no average.`,
            'Young people who had left care are in no average.',
          ),
        ]),
    ...(unknown === 0
      ? []
      : [
          inWorkbook(
            `${grouped(unknown, 0)} weekly ${unknown === 1 ? 'cost is' : 'costs are'} of placements that name no group; they have rows of their own.`,
            'Placements that name no group have rows of their own.',
          ),
        ]),
  ];
}

/** The growth of the largest group in words, as a paper prints it: to two places, and in whole per cent. */
function largestNote(rows: readonly AverageRow[], counted: CountedList | undefined): PlanNote[] {
  const when = ({ year }: AverageRow): string => (counted ? `in ${year}` : year.toLowerCase());
  const at = rows.filter(({ group }) => group === rows[0]!.group).length - 1;
  const [before, now] = [rows[at - 1], rows[at]!];
  if (before === undefined || now.growth === undefined) return [];
  return [
    stating(
      [at - 1, at],
      `${now.group}: ${money(before.average)} ${when(before)}, ${money(now.average)} ${when(now)}: ${grouped(now.growth * 100, 2)}%, ${wholePercent(now.growth)}% in whole numbers.`,
    ),
  ];
}

const money = (amount: number): string => displayCell(amount, 'money', 'minus');
