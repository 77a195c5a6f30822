import { sum } from './money';
import { provisionOf } from './placement';
import { groupOf, listedTwice, type Snapshot } from './snapshot';
import type { ListProblem } from './sources/source';
import type { SnapshotRow } from './sources/snapshot';
import { plainly, quoted } from './typed';

/** Children who have something in common, and what their placements cost. */
export interface SufficiencyRow {
  group: string;
  children: number;
  /** Of all children, a fraction. */
  share: number;
  /** £ a week, of them all and of one on average. */
  weekly: number;
  average: number;
  rows: readonly SnapshotRow[];
}

/** One way to part the children: its groups hold each of them once. */
export interface Breakdown {
  by: 'Placement' | 'Provider' | 'Area' | 'Gender' | 'How bought';
  /** The most children first; those of whom nothing is told last. */
  rows: SufficiencyRow[];
}

export interface Sufficiency {
  all: SufficiencyRow;
  /** Placement and provider always; the others where the list has a column that says something. */
  breakdowns: Breakdown[];
  /** Headings of columns none of whose cells could be used, by what they were to tell. */
  untold: { by: Breakdown['by']; heading: string }[];
  problems: ListProblem[];
}

export const ALL_CHILDREN = 'All children';
export const NOT_TOLD = 'Not told';
export const NOT_BOUGHT = 'Not bought';
export const IN_AREA = 'In area';
export const OUT_OF_AREA = 'Out of area';

interface Way {
  by: Breakdown['by'];
  /** Undefined where the row does not tell. */
  groupOf: (row: SnapshotRow) => string | undefined;
  /** The heading that it comes from; absent where the list has none, and the way is not gone. */
  heading?: string;
  /** Of a row that does not tell, though it should. */
  problemOf?: (row: SnapshotRow) => ListProblem | undefined;
}

/**
 * Children and their weekly cost by placement group, by who provides it, by area, gender and how it
 * was bought. In each breakdown every child is counted once, so that it adds up to all children;
 * whoever it does not tell of is 'Not told'. Words for a placement or an area that are not known
 * are problems. Paper 002.
 */
export function sufficiency({ list, children }: Snapshot): Sufficiency {
  const { headings } = list;
  const area = headings.inArea ?? headings.outOfArea;
  const all: Way[] = [
    { by: 'Placement', groupOf, heading: headings.placement, problemOf: unknownPlacement },
    {
      by: 'Provider',
      groupOf: ({ placement, provider }) => provisionOf(placement, provider),
      heading: headings.provider ?? headings.placement,
    },
    { by: 'Area', groupOf: areaOf, heading: area, problemOf: unknownArea },
    { by: 'Gender', groupOf: genderOf, heading: headings.gender },
    { by: 'How bought', groupOf: boughtHow, heading: headings.howBought },
  ];
  const ways = all.filter(({ heading }) => heading !== undefined);
  const isTold = (way: Way): boolean =>
    way.by === 'Placement' || children.some((row) => way.groupOf(row) !== undefined);
  const told = ways.filter(isTold);
  return {
    all: rowOf(ALL_CHILDREN, children, children.length),
    breakdowns: told.map((way) => ({ by: way.by, rows: grouped(children, way) })),
    untold: ways
      .filter((way) => !isTold(way))
      .map(({ by, heading }) => ({ by, heading: heading! })),
    problems: [
      ...told.flatMap(({ problemOf }) => children.flatMap((row) => problemOf?.(row) ?? [])),
      ...listedTwice(children),
    ],
  };
}

const rowOf = (group: string, children: readonly SnapshotRow[], all: number): SufficiencyRow => {
  const weekly = sum(children.map(({ weeklyCost }) => weeklyCost));
  const count = children.length;
  return {
    group,
    children: count,
    share: count / all,
    weekly,
    average: weekly / count,
    rows: children,
  };
};

function grouped(children: readonly SnapshotRow[], way: Way): SufficiencyRow[] {
  const groups = new Map<string, { group: string; rows: SnapshotRow[] }>();
  for (const row of children) {
    const group = way.groupOf(row) ?? NOT_TOLD;
    const own = groups.get(plainly(group));
    if (own) own.rows.push(row);
    else groups.set(plainly(group), { group, rows: [row] });
  }
  const isTold = ({ group }: SufficiencyRow): number => (group === NOT_TOLD ? 0 : 1);
  return [...groups.values()]
    .map(({ group, rows }) => rowOf(group, rows, children.length))
    .sort(
      (one, other) =>
        isTold(other) - isTold(one) ||
        other.children - one.children ||
        one.group.localeCompare(other.group),
    );
}

// What cells say ------------------------------------------------------------------------------

const SAYS_NOTHING = /^(|-|\?+|n\/?a|tb[ac]|unknown|not (known|told|stated|recorded)|u)$/;
const saysNothing = (cell: string | undefined): boolean => SAYS_NOTHING.test(plainly(cell ?? ''));

const YES = /^(y|yes|true|1)$/;
const NO = /^(n|no|false|0)$/;
const OUT = /^(out(side)?|ooa|ooc|oob|non[- ]?local)\b|\bout[- ]of\b|\boutside\b|^not (in|local)\b/;
const IN = /^(in|inside|within|local)\b|\b(in|within)[- ](area|county|borough|city|authority|la)\b/;

/** An answer to 'in area?', or to 'out of area?', or the words themselves. */
function areaIn(cell: string | undefined, yes: string, no: string): string | undefined {
  const said = plainly(cell ?? '');
  if (OUT.test(said)) return OUT_OF_AREA;
  if (IN.test(said)) return IN_AREA;
  if (YES.test(said)) return yes;
  return NO.test(said) ? no : undefined;
}

const areaOf = ({ inArea, outOfArea }: SnapshotRow): string | undefined =>
  areaIn(inArea, IN_AREA, OUT_OF_AREA) ?? areaIn(outOfArea, OUT_OF_AREA, IN_AREA);

/** SSDA903 has 1 for male and 2 for female; another word stands as the list has it. */
function genderOf({ gender }: SnapshotRow): string | undefined {
  const said = plainly(gender ?? '');
  if (/^(f|female|girl|woman|2)$/.test(said)) return 'Female';
  if (/^(m|male|boy|man|1)$/.test(said)) return 'Male';
  return saysNothing(said) ? undefined : gender;
}

/** A placement of the council's own, or with parents, is bought in no way unless the list says how. */
function boughtHow({ howBought, placement, provider }: SnapshotRow): string | undefined {
  const said = plainly(howBought ?? '');
  if (/\b(off|outside|non)[- ](the )?framework\b/.test(said)) return 'Spot';
  if (/\bblock\b/.test(said)) return 'Block';
  if (/\b(framework|dps|dynamic)\b/.test(said)) return 'Framework';
  if (/\bspot\b/.test(said)) return 'Spot';
  if (/^(in[- ]?house|internal|own( provision)?|not bought|none)$/.test(said)) return NOT_BOUGHT;
  // Yes to what, only the heading would tell.
  if (YES.test(said) || NO.test(said)) return undefined;
  if (!saysNothing(said)) return howBought;
  const provision = provisionOf(placement, provider);
  return provision === 'In-house' || provision === 'With parents' ? NOT_BOUGHT : undefined;
}

const unknownPlacement = (row: SnapshotRow): ListProblem | undefined =>
  groupOf(row) === undefined
    ? {
        address: row.at.placement,
        ref: row.reference ?? '',
        message: `${row.at.placement} holds ${quoted(row.placement)}, which is no placement that the add-in knows. Type one such as IFA or Residential, or an SSDA903 code. The child is counted under ‘${NOT_TOLD}’.`,
      }
    : undefined;

function unknownArea(row: SnapshotRow): ListProblem | undefined {
  const role = row.inArea === undefined ? 'outOfArea' : 'inArea';
  const cell = row[role];
  if (saysNothing(cell) || areaOf(row) !== undefined) return undefined;
  return {
    address: row.at[role],
    ref: row.reference ?? '',
    message: `${row.at[role]} holds ${quoted(cell!)}, which does not say whether the placement is in the area. Type Yes or No. The child is counted under ‘${NOT_TOLD}’.`,
  };
}
