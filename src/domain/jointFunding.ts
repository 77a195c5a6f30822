import { sum } from './money';
import type { ListProblem } from './sources/source';
import type { SnapshotRow } from './sources/snapshot';

/** What somebody else pays of a weekly cost: a fraction of it, or £ a week, which outranks the fraction. */
export interface Contribution {
  share?: number;
  amount?: number;
}

/** A weekly cost by who pays, £ a week; health, education and net add up to the gross cost. */
export interface Split {
  gross: number;
  health: number;
  education: number;
  /** Social care's. */
  net: number;
}

/** What binary arithmetic may leave of nothing: shares of 70%, 20% and 10% miss 100% by a hair. */
const HAIR = 1e-9;

/**
 * A jointly funded weekly cost by who pays. Undefined where the contributions pass the cost, or are
 * less than nothing: nobody can tell then what is left to social care. domain.md, joint funding.
 *
 * @example splitOf(1000, { share: 0.25 }, { amount: 100 }) // net 650
 */
export function splitOf(
  gross: number,
  health: Contribution,
  education: Contribution,
): Split | undefined {
  const shares = (health.share ?? 0) + (education.share ?? 0);
  const isBelow = [health, education].some(({ share = 0, amount = 0 }) => share < 0 || amount < 0);
  const usesShares = health.amount === undefined && education.amount === undefined;
  if (isBelow || (usesShares && shares > 1 + HAIR)) return undefined;
  const pays = ({ share = 0, amount }: Contribution): number => amount ?? gross * share;
  const parts = { health: pays(health), education: pays(education) };
  const left = sum([gross, -parts.health, -parts.education]);
  const net = Math.abs(left) <= Math.abs(gross) * HAIR ? 0 : left;
  return net !== 0 && net < 0 !== gross < 0 ? undefined : { gross, ...parts, net };
}

/** A child whose cost others share, as the list says. */
export interface FundedChild extends Split {
  reference: string;
  placement: string;
  /** False where the contributions pass the cost: all of it is social care's until they are mended. */
  isSplit: boolean;
}

export interface JointFunding {
  /** Those to whose cost health or education contributes, the largest contribution first. */
  shared: FundedChild[];
  /** All others. */
  alone: { children: number } & Split;
  /** Everybody. */
  all: Split;
  problems: ListProblem[];
}

/**
 * What health, education and social care pay for each child, £ a week, unrounded. A blank
 * contribution is none. Contributions that pass the cost are a problem, and the whole cost is social
 * care's until they are put right, so that its share is never told too low. Paper 003.
 */
export function jointFunding(rows: readonly SnapshotRow[]): JointFunding {
  const children = rows.map(fundedChild);
  const isShared = ({ isSplit, health, education }: FundedChild): boolean =>
    !isSplit || health !== 0 || education !== 0;
  const others = children.filter((child) => !isShared(child));
  const paid = ({ health, education }: Split): number => health + education;
  return {
    shared: children
      .filter(isShared)
      .sort((one, other) => paid(other) - paid(one) || other.gross - one.gross),
    alone: { children: others.length, ...addedUp(others) },
    all: addedUp(children),
    problems: rows.flatMap((row) => [...tooMuch(row), ...twoAnswers(row)]),
  };
}

export const addedUp = (splits: readonly Split[]): Split => ({
  gross: sum(splits.map(({ gross }) => gross)),
  health: sum(splits.map(({ health }) => health)),
  education: sum(splits.map(({ education }) => education)),
  net: sum(splits.map(({ net }) => net)),
});

const healthOf = (row: SnapshotRow): Contribution => ({
  share: row.healthShare,
  amount: row.healthAmount,
});
const educationOf = (row: SnapshotRow): Contribution => ({
  share: row.educationShare,
  amount: row.educationAmount,
});
const splitOfRow = (row: SnapshotRow): Split | undefined =>
  splitOf(row.weeklyCost, healthOf(row), educationOf(row));

function fundedChild(row: SnapshotRow): FundedChild {
  const split = splitOfRow(row);
  const { weeklyCost: gross } = row;
  return {
    reference: row.reference ?? '',
    placement: row.placement,
    isSplit: split !== undefined,
    ...(split ?? { gross, health: 0, education: 0, net: gross }),
  };
}

/** The cell of the larger contribution is the one to look at. */
function tooMuch(row: SnapshotRow): ListProblem[] {
  if (splitOfRow(row)) return [];
  const cells = [
    { role: 'healthAmount', amount: row.healthAmount },
    { role: 'healthShare', amount: row.healthShare && row.healthShare * row.weeklyCost },
    { role: 'educationAmount', amount: row.educationAmount },
    { role: 'educationShare', amount: row.educationShare && row.educationShare * row.weeklyCost },
  ] as const;
  const worst = cells.find(({ role }) => (row[role] ?? 0) < 0);
  const largest = cells.reduce((most, each) =>
    Math.abs(each.amount ?? 0) > Math.abs(most.amount ?? 0) ? each : most,
  );
  const address = row.at[(worst ?? largest).role];
  const isShare = (worst ?? largest).role.endsWith('Share');
  const wrong = worst
    ? 'is less than nothing'
    : isShare
      ? 'makes health and education pay more than 100%'
      : 'makes health and education pay more than the whole cost';
  return [
    {
      address,
      ref: row.reference ?? '',
      message: `${address} ${wrong}. Correct the contributions${isShare ? ', and if they are pounds a week, say so in the heading' : ''}. Until then all of the cost counts as social care’s.`,
    },
  ];
}

/** A penny: what rounding the amount may leave between the two. */
const ROUNDING = 0.01;

/** A share and an amount that do not agree. */
function twoAnswers(row: SnapshotRow): ListProblem[] {
  const answers = [
    { share: row.healthShare, amount: row.healthAmount, address: row.at.healthAmount },
    { share: row.educationShare, amount: row.educationAmount, address: row.at.educationAmount },
  ];
  return answers.flatMap(({ share, amount, address }) => {
    if (share === undefined || amount === undefined) return [];
    if (Math.abs(share * row.weeklyCost - amount) <= ROUNDING) return [];
    return [
      {
        address,
        ref: row.reference ?? '',
        message: `${address} holds an amount that is not the share beside it. Correct one of the two. The amount is counted until then.`,
      },
    ];
  });
}
