import { TOTAL } from '../domain/cohort';
import { counted } from '../domain/counted';
import { grouped } from '../domain/grouped';
import { investToSave, type Investment, type InvestToSave } from '../domain/investToSave';
import { CAPITAL_PROGRAMME } from '../domain/sources/capitalProgramme';
import { listsOf } from '../domain/sources/source';
import { NO_COMMENTARY } from './commentary';
import { displayCell } from './display';
import { listNotes } from './listNotes';
import type { ListReport, MadeReport } from './listReport';
import { inAYear, weeksLabel } from './notes';
import { otherListsNotes } from './otherLists';
import type { PlanCell, PlanColumn } from './plan';
import { inWorkbook, type PlanNote } from './planNote';
import { ofNobody, toPublish } from './publication';
import type { ReportInput } from './report';

/** What the capital programme costs, and who pays. */
export const investToSaveReport: ListReport = {
  id: 'invest-to-save',
  sheet: 'Invest to save',
  name: 'Invest to save: the capital programme',
  needs:
    'a capital programme, with the phase, the grant, and the council contribution or the total cost',
  make: (input) =>
    make(input, {
      report: investToSaveReport,
      title: 'Invest to save: what the capital programme costs, and who pays',
      table: 'InvestToSave',
      keys: [
        'phase',
        'properties',
        'homes',
        'places',
        'grant',
        'contribution',
        'cost',
        'grantShare',
        'costPerPlace',
      ],
      notesOf: costNotes,
    }),
};

/** How soon the capital programme pays back. */
export const paybackReport: ListReport = {
  id: 'payback',
  sheet: 'Payback',
  name: 'Invest to save: payback',
  needs:
    'a capital programme, with the phase, the grant, the council contribution or the total cost, and a saving a year or the external weekly cost',
  make: (input) =>
    make(input, {
      report: paybackReport,
      title: 'Invest to save: how soon the capital programme pays back',
      table: 'Payback',
      keys: [
        'phase',
        'contribution',
        'cost',
        'saving',
        'paybackOwn',
        'paybackAll',
        'external',
        'paybackOwnExternal',
      ],
      needs: ['saving', 'external'],
      notesOf: paybackNotes,
    }),
};

/** A side of the programme: some of its columns, and the notes that belong to them. */
interface Side {
  report: ListReport;
  title: string;
  table: string;
  keys: readonly string[];
  /** Columns of which at least one has to be there. */
  needs?: readonly string[];
  notesOf: (input: ReportInput, result: InvestToSave) => string[];
}

interface InvestmentColumn extends PlanColumn {
  of: (row: Investment) => PlanCell | undefined;
}

function make(input: ReportInput, side: Side): MadeReport | undefined {
  // Without one of the two a list of grants says nothing of what the council pays.
  const lists = listsOf(input.lists, CAPITAL_PROGRAMME).filter(
    ({ headings }) => headings.contribution !== undefined || headings.total !== undefined,
  );
  const [list] = lists;
  if (!list || list.rows.length === 0) return undefined;
  const result = investToSave(list.rows, input.basis, TOTAL);
  const { phases, total, problems } = result;
  const hasProperties = phases.some(({ properties }) => properties !== undefined);
  const rows = [...phases, { ...total, properties: hasProperties ? 'All' : undefined }];
  const columns = investmentColumns(input)
    .filter(({ key }) => side.keys.includes(key))
    .filter(({ of }, i) => i === 0 || rows.some((row) => of(row) !== undefined));
  if (side.needs && !columns.some(({ key }) => side.needs!.includes(key))) return undefined;
  return {
    problems,
    plan: {
      id: side.report.id,
      sheet: side.report.sheet,
      title: side.title,
      ...toPublish({
        notes: [
          ...listNotes(input, [list], CAPITAL_PROGRAMME, result.leftOut === 0),
          ...otherListsNotes(lists, CAPITAL_PROGRAMME.label),
          ...side.notesOf(input, result),
          ...leftOutNotes(result),
          ...emptyNotes(result, columns),
        ],
        people: ofNobody,
      }),
      commentary: NO_COMMENTARY,
      table: {
        name: side.table,
        columns: columns.map(({ key, heading, format, ofSome }) => ({
          key,
          heading,
          format,
          ofSome,
        })),
        rows: rows.map((row) => columns.map(({ of }) => of(row) ?? null)),
      },
      total: true,
    },
  };
}

const EXTERNAL = 'External cost a year';

const investmentColumns = (input: ReportInput): InvestmentColumn[] => [
  { key: 'phase', heading: 'Phase', format: 'text', of: ({ phase }) => phase },
  { key: 'properties', heading: 'Properties', format: 'text', of: ({ properties }) => properties },
  { key: 'homes', heading: 'Homes', format: 'count', of: ({ homes }) => homes },
  { key: 'places', heading: 'Places', format: 'count', of: ({ places }) => places },
  { key: 'grant', heading: 'Grant', format: 'money', of: ({ grant }) => grant },
  {
    key: 'contribution',
    heading: 'Council contribution',
    format: 'money',
    of: ({ contribution }) => contribution,
  },
  { key: 'cost', heading: 'Total cost', format: 'money', of: ({ cost }) => cost },
  {
    key: 'grantShare',
    heading: 'Grant as share of total cost',
    format: 'percent',
    of: ({ grantShare }) => grantShare,
  },
  {
    key: 'costPerPlace',
    heading: 'Average cost per place',
    format: 'money',
    of: ({ costPerPlace }) => costPerPlace,
  },
  // No weekly amount stands beside the yearly ones that they could follow from.
  {
    key: 'saving',
    heading: 'Saving a year',
    format: 'money',
    ofSome: true,
    of: ({ saving }) => saving,
  },
  {
    key: 'paybackOwn',
    heading: 'Years to pay back council contribution',
    format: 'number',
    of: ({ paybackOwn }) => paybackOwn,
  },
  {
    key: 'paybackAll',
    heading: 'Years to pay back total cost',
    format: 'number',
    of: ({ paybackAll }) => paybackAll,
  },
  {
    key: 'external',
    heading: `${EXTERNAL} (${weeksLabel(input.basis)})`,
    format: 'money',
    ofSome: true,
    of: ({ external }) => external,
  },
  {
    key: 'paybackOwnExternal',
    heading: 'Years to pay back council contribution from external cost',
    format: 'number',
    of: ({ paybackOwnExternal }) => paybackOwnExternal,
  },
];

const pounds = (amount: number): string => displayCell(amount, 'money', 'minus');
const years = (count: number): string => `${grouped(count, 2)} years`;

/** The programme in sentences, to the places that a committee's paper prints. */
function costNotes(_: ReportInput, { total }: InvestToSave): string[] {
  const { grant, contribution, cost, grantShare, places, costPerPlace } = total;
  const share =
    grantShare === undefined ? '' : `; the grant is ${grouped(grantShare * 100, 2)}% of it`;
  return [
    `Grant of ${pounds(grant)} and council contribution of ${pounds(contribution)} are ${pounds(cost)}${share}.`,
    ...(costPerPlace === undefined
      ? []
      : [
          `${counted(places!, 'place costs', 'places cost')} ${pounds(costPerPlace)} each on average.`,
        ]),
  ];
}

function paybackNotes(
  { basis }: ReportInput,
  { phases, total, minusIsSaving }: InvestToSave,
): string[] {
  const { saving, paybackOwn, paybackAll, external, paybackOwnExternal, paybackAllExternal } =
    total;
  return [
    ...(paybackOwn === undefined || paybackAll === undefined
      ? []
      : [
          `A saving of ${pounds(saving!)} a year pays back the contribution in ${years(paybackOwn)}, the total cost in ${years(paybackAll)}.`,
        ]),
    ...(paybackOwnExternal === undefined || paybackAllExternal === undefined
      ? []
      : [
          `External cost of ${pounds(external!)} a year would pay back the contribution in ${years(paybackOwnExternal)}, the total cost in ${years(paybackAllExternal)}.`,
        ]),
    ...(phases.some((phase) => phase.saving !== undefined)
      ? [
          'Years to pay back are the contribution, or the total cost, divided by the saving a year; no interest is reckoned.',
        ]
      : []),
    ...(phases.some((phase) => phase.external !== undefined)
      ? [
          `${EXTERNAL} is places × external weekly cost ${inAYear(basis)}: what as many places cost outside, were all filled.`,
          'It is an alternative to the saving and not in addition to it; what the council’s own homes cost to run is not taken off.',
        ]
      : []),
    ...(minusIsSaving ? ['The list marks savings with a minus; here a saving has none.'] : []),
  ];
}

function leftOutNotes({ leftOut }: InvestToSave): PlanNote[] {
  if (leftOut === 0) return [];
  const what = `${counted(leftOut, 'phase is', 'phases are')} left out because the amounts are missing or contradict each other`;
  return [inWorkbook(`${what}; the add-in's pane lists each.`, `${what}.`)];
}

/** Why a cell is empty: each kind of it in a sentence. */
function emptyNotes(
  { phases, total }: InvestToSave,
  columns: readonly InvestmentColumn[],
): string[] {
  const named = (some: readonly Investment[]): string => some.map(({ phase }) => phase).join(', ');
  const without = (test: (phase: Investment) => boolean, words: string): string[] => {
    const some = phases.filter(test);
    return some.length === 0 ? [] : [`${words}: ${named(some)}.`];
  };
  const unknown = columns.filter(
    ({ key, of }) =>
      ['homes', 'places', 'saving', 'external'].includes(key) && of(total) === undefined,
  );
  const has = (wanted: string): boolean => columns.some(({ key }) => key === wanted);
  return [
    ...(has('saving')
      ? [
          ...without(({ saving }) => saving === 0, 'Nothing is saved, so nothing is paid back'),
          ...without(
            ({ saving = 0 }) => saving < 0,
            'The saving is below 0, so nothing is paid back',
          ),
        ]
      : []),
    ...(has('costPerPlace')
      ? without(({ places }) => places === 0, 'No places, so no average cost per place')
      : []),
    ...(has('grantShare') ? without(({ cost }) => cost === 0, 'No cost, so no share of it') : []),
    ...(phases.some((phase) => columns.some(({ of }) => of(phase) === undefined))
      ? [
          'Any other empty cell of a phase: the list does not give the figure, or what it is worked out from.',
        ]
      : []),
    ...(unknown.length > 0
      ? [
          `The total of ${unknown.map(({ heading }) => `‘${heading}’`).join(', ')} is empty because not every phase gives one.`,
        ]
      : []),
  ];
}
