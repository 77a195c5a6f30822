import { TOTAL } from '../domain/cohort';
import { jointFunding, type JointFunding, type Split } from '../domain/jointFunding';
import { snapshotAt } from '../domain/snapshot';
import type { SnapshotRow } from '../domain/sources/snapshot';
import type { SourceList } from '../domain/sources/source';
import type { SNAPSHOT } from '../domain/sources/snapshot';
import { NO_COMMENTARY } from './commentary';
import { displayCell } from './display';
import type { ListReport, MadeReport } from './listReport';
import type { PlanCell } from './plan';
import type { PlanNote } from './planNote';
import { neverPublished } from './publication';
import type { ReportInput } from './report';
import { children, snapshotNotes, when } from './snapshotNotes';

/** What health and education pay of each child's placement, and what is left to social care. */
export const jointFundingReport: ListReport = {
  id: 'joint-funding',
  sheet: 'Joint funding by child',
  name: 'Joint funding by child',
  needs:
    'a list of children at one date, or a tracker, with the weekly cost of each and what health or education contributes, as a share or in pounds a week',
  make,
};

type List = SourceList<typeof SNAPSHOT>;

const saysWhoPays = ({ headings }: List): boolean =>
  Boolean(
    headings.healthShare ??
    headings.healthAmount ??
    headings.educationShare ??
    headings.educationAmount,
  );

function make(input: ReportInput): MadeReport | undefined {
  const snapshot = snapshotAt(input.lists, input.asAt, saysWhoPays);
  if (!snapshot) return undefined;
  const result = jointFunding(snapshot.children);
  const { shared, alone, all } = result;
  return {
    problems: result.problems,
    plan: {
      id: jointFundingReport.id,
      sheet: jointFundingReport.sheet,
      title: 'Joint funding of placements by child',
      ...neverPublished([
        ...snapshotNotes(input, snapshot),
        ...fundingNotes(result, snapshot.list),
      ]),
      commentary: NO_COMMENTARY,
      table: {
        name: 'JointFundingByChild',
        columns: [
          { key: 'reference', heading: 'Reference', format: 'text' },
          { key: 'placement', heading: 'Placement', format: 'text' },
          { key: 'contributions', heading: 'Contributions', format: 'text' },
          { key: 'gross', heading: 'Gross weekly cost', format: 'money' },
          { key: 'health', heading: 'Health a week', format: 'money' },
          { key: 'education', heading: 'Education a week', format: 'money' },
          { key: 'net', heading: 'Social care a week', format: 'money' },
        ],
        rows: [
          ...shared.map((child) => [
            child.reference === '' ? 'No reference' : child.reference,
            child.placement,
            child.isSplit ? 'Counted' : TO_CORRECT,
            ...amounts(child),
          ]),
          ...(alone.children > 0
            ? [[`${children(alone.children)} with none`, VARIOUS, NONE, ...amounts(alone)]]
            : []),
          [TOTAL, VARIOUS, shared.length > 0 ? VARIOUS : NONE, ...amounts(all)],
        ],
      },
      total: true,
    },
  };
}

const TO_CORRECT = 'To be corrected';
const VARIOUS = 'All';
const NONE = 'None';

const amounts = ({ gross, health, education, net }: Split): PlanCell[] => [
  gross,
  health,
  education,
  net,
];

function fundingNotes({ shared, all }: JointFunding, { headings }: List): PlanNote[] {
  const wrong = shared.filter(({ isSplit }) => !isSplit).length;
  const money = (amount: number): string => displayCell(amount, 'money', 'minus');
  return [
    `Of ${money(all.gross)} a week, health pays ${money(all.health)}, education ${money(all.education)} and social care ${money(all.net)}.`,
    'Before pence are rounded, health, education and social care add up to gross, by child and in all.',
    ...heldNotes(headings),
    'A blank contribution is none. Children to whose cost nobody else contributes are in one row.',
    ...when(
      wrong > 0,
      `${children(wrong)} whose contributions pass 100% or are below nothing: all the cost is social care’s until corrected.`,
    ),
  ];
}

/** How each column of contributions is read, which its heading may leave open. */
function heldNotes(headings: Partial<Record<keyof SnapshotRow, string>>): PlanNote[] {
  const named = (roles: readonly (keyof typeof headings)[]): string[] =>
    roles.flatMap((role) => (headings[role] === undefined ? [] : [`‘${headings[role]}’`]));
  const [shares, amountsHeld] = [
    named(['healthShare', 'educationShare']),
    named(['healthAmount', 'educationAmount']),
  ];
  return [
    ...when(
      shares.length > 0,
      `${shares.join(' and ')} ${shares.length === 1 ? 'is' : 'are'} read as a share of the gross cost: 25%, 25 and 0.25 are a quarter.`,
    ),
    ...when(
      amountsHeld.length > 0,
      `${amountsHeld.join(' and ')} ${amountsHeld.length === 1 ? 'is' : 'are'} read as pounds a week, which outrank a share.`,
    ),
  ];
}
