import { isCounted } from '../domain/ledger';
import {
  CHALLENGED_FROM,
  FEWEST_SCORED,
  needAndCost,
  scoredPlacements,
  type NeedAndCost,
  type Placed,
} from '../domain/needAndCost';
import { placementGroupOf } from '../domain/placement';
import { roundPence } from '../domain/money';
import { NEED_SCORES, type NeedScore } from '../domain/sources/need';
import { listsOf } from '../domain/sources/source';
import { plainly } from '../domain/typed';
import { listNotes } from './listNotes';
import type { ListReport, MadeReport } from './listReport';
import { youngPeople } from './notes';
import { neverPublished } from './publication';
import { pounds } from './reasonPlan';
import type { ReportInput } from './report';
import { shortPounds } from './yearCosts';

/** What each placement costs against what its need score would suggest (papers 001 and 002). */
export const needAndCostReport: ListReport = {
  id: 'need-and-cost',
  sheet: 'Need and cost',
  name: 'Need and cost',
  needs: `need scores that are not all the same beside what the placements cost now, for ${FEWEST_SCORED} young people or more`,
  make,
};

interface Compared extends NeedAndCost {
  list: ReturnType<typeof listsOf<(typeof NEED_SCORES)['roles']>>[number];
  problems: MadeReport['problems'];
  /** Rows of those who have left care or cost nothing now. */
  left: number;
}

/** Not made where no line can be drawn: a sheet without a row is of no use to a panel. */
function make(input: ReportInput): MadeReport | undefined {
  const found = listsOf(input.lists, NEED_SCORES).map((list) => compared(input, list));
  const first = found.find((each) => each !== undefined);
  if (!first) return undefined;
  const { list, placed, problems } = first;
  const isWhole = placed.every(({ row }) => Number.isInteger(row.score));
  return {
    problems,
    plan: {
      id: needAndCostReport.id,
      sheet: needAndCostReport.sheet,
      title: 'What placements cost against what their need scores suggest',
      ...neverPublished([
        ...listNotes(input, [list], NEED_SCORES).filter(
          (_, at) => at < 2 || list.leftOut > 0 || first.left === 0,
        ),
        ...methodNotes(first),
        ...otherNotes(input, first),
      ]),
      table: {
        name: 'NeedAndCost',
        columns: [
          { key: 'rank', heading: 'Rank', format: 'count' },
          { key: 'reference', heading: 'Reference', format: 'text' },
          { key: 'placement', heading: 'Placement', format: 'text' },
          { key: 'score', heading: 'Need score', format: isWhole ? 'count' : 'text' },
          { key: 'weeklyCost', heading: 'Weekly cost', format: 'money' },
          { key: 'suggested', heading: 'Suggested by the score, a week', format: 'money' },
          { key: 'excess', heading: 'Above it, or below (minus)', format: 'money' },
          { key: 'reason', heading: 'Reason', format: 'text', wraps: 60 },
        ],
        rows: placed.map((each, at) => [
          at + 1,
          nameOf(each.row),
          each.row.placement ?? null,
          isWhole ? each.row.score : String(each.row.score),
          each.row.weeklyCost,
          each.suggested,
          each.excess,
          reasonFor(each),
        ]),
      },
      total: false,
    },
  };
}

/** A row without a reference goes by the cell of its score. */
const nameOf = ({ reference, at }: NeedScore): string => reference ?? at.score;

function compared(input: ReportInput, list: Compared['list']): Compared | undefined {
  const { rows, problems } = scoredPlacements(list.rows);
  const gone = goneFrom(input);
  const placed = rows.filter(
    ({ reference = '', placement = '' }) =>
      !gone.has(plainly(reference)) && placementGroupOf(placement) !== 'Left care',
  );
  const result = lineThrough(list, placed);
  return result && { ...result, list, problems, left: list.rows.length - placed.length };
}

/** References of those whom the tracker has with a cost of nothing now, whatever another list says. */
const goneFrom = ({ ledger }: ReportInput): ReadonlySet<string> =>
  new Set(
    ledger
      .filter((entry) => isCounted(entry) && entry.current === 0 && entry.reference !== '')
      .map(({ reference }) => plainly(reference)),
  );

/** Thousands of rows take a second, which a choice of signs, or a decision, must not cost again. */
const lastDrawn = new WeakMap<
  Compared['list'],
  { rows: readonly NeedScore[]; result?: NeedAndCost }
>();

function lineThrough(list: Compared['list'], rows: NeedScore[]): NeedAndCost | undefined {
  const last = lastDrawn.get(list);
  if (last?.rows.length === rows.length && last.rows.every((row, i) => row === rows[i])) {
    return last.result;
  }
  const result = needAndCost(rows);
  lastDrawn.set(list, { rows, result });
  return result;
}

/** '£1,200 a week above what its need score of 49 suggests; residential' */
function reasonFor({ row, excess }: Placed): string {
  const apart = Math.round(Math.abs(roundPence(excess)));
  const side = excess > 0 ? 'above' : 'below';
  const against = apart === 0 ? 'Within a pound of' : `${shortPounds(apart)} a week ${side}`;
  const where = row.placement ? `; ${inSentence(row.placement)}` : '';
  return `${against} what its need score of ${row.score} suggests${where}`;
}

/** 'residential' for 'Residential', but 'IFA' and 'Brook House' as they are. */
const inSentence = (placement: string): string =>
  /^[A-Z][^A-Z]*$/.test(placement)
    ? placement.charAt(0).toLowerCase() + placement.slice(1)
    : placement;

function methodNotes({ line, usual, toChallenge, placed }: Compared): string[] {
  const { base, perPoint } = line;
  const nothing = placed.some(({ suggested }) => suggested === 0);
  const limit = pounds(CHALLENGED_FROM * usual);
  return [
    'This is no verdict on a child or a placement: a cost above the line may be right, and asks to be explained.',
    `A score suggests ${signedPounds(perPoint)} a week for each point of it, ${base < 0 ? 'less' : 'and'} ${pounds(base)}: the line.`,
    'It goes through the middle of all by repeated medians, so that a few odd placements do not move it.',
    ...(nothing ? ['Where the line falls below nothing, nothing is what the score suggests.'] : []),
    ...(perPoint <= 0
      ? [
          'Weekly costs do not rise with the need scores here, so the scores explain little of them.',
        ]
      : []),
    `Half of the placements cost within ${pounds(usual)} a week of what their scores suggest.`,
    toChallenge === 0
      ? `None is more than ${limit} a week above the line, three times that, from where on to challenge.`
      : `To challenge first: ranks 1 to ${toChallenge}, more than ${limit} a week above the line, three times that.`,
  ];
}

const signedPounds = (amount: number): string =>
  `${roundPence(amount) < 0 ? '-' : ''}${pounds(amount)}`;

function otherNotes(input: ReportInput, { list, left, placed }: Compared): string[] {
  const others = listsOf(input.lists, NEED_SCORES).filter((other) => other !== list);
  return [
    ...(left === 0
      ? []
      : [
          `${youngPeople(left)} ${left === 1 ? 'is' : 'are'} not ranked: placements that have ended, cost nothing, or hold less than nothing.`,
        ]),
    ...(placed.some(({ row }) => row.reference === undefined)
      ? ['A row without a reference goes by the cell of its need score.']
      : []),
    ...(placed.some(({ row }) => row.placement === undefined)
      ? ['A placement that is empty is one that the list does not give.']
      : []),
    ...(others.length === 0
      ? []
      : [
          `Of several lists of need scores the first that fits is used; not used: ${others
            .flatMap(({ sheets }) => sheets)
            .map((sheet) => `‘${sheet}’`)
            .join(', ')}.`,
        ]),
  ];
}
