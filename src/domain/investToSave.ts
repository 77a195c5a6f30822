import { annualise, type Basis } from './calendar';
import { roundPence, sum } from './money';
import { paybackYears } from './payback';
import type { CapitalPhase } from './sources/capitalProgramme';
import type { ListProblem } from './sources/source';

/** What a phase, or all of them, costs and saves: £ unless said, unrounded. Undefined is not known. */
export interface Investment {
  phase: string;
  properties?: string;
  homes?: number;
  places?: number;
  grant: number;
  contribution: number;
  /** Grant and contribution together. */
  cost: number;
  /** The grant as a fraction of the cost; undefined where there is no cost. */
  grantShare?: number;
  /** The cost by places; undefined where there is none. */
  costPerPlace?: number;
  /** £ a year; a saving is positive. */
  saving?: number;
  /** Years in which the saving pays back the contribution, and the whole cost; none where nothing is saved. */
  paybackOwn?: number;
  paybackAll?: number;
  /** £ a year that as many places cost outside: places × external weekly cost × the weeks of the basis. */
  external?: number;
  /** The same, were that cost the saving. */
  paybackOwnExternal?: number;
  paybackAllExternal?: number;
}

export interface InvestToSave {
  /** In the list's order. */
  phases: Investment[];
  /** Of all phases; a sum is not known where that of one phase is not. */
  total: Investment;
  /** Phases left out because their amounts contradict each other. */
  leftOut: number;
  /** True where the list writes savings with a minus. */
  minusIsSaving: boolean;
  problems: ListProblem[];
}

/** Funding as a row gives it, or what is wrong with it. */
type Funding =
  | { grant: number; contribution: number; problem?: ListProblem }
  | { grant?: undefined; problem: ListProblem };

/** Amounts that are printed in whole pounds may differ by one from what they add up to. */
const ROUNDING = 1;

/**
 * What a capital programme costs, who pays and how soon it pays back (paper 004). Two of grant,
 * contribution and total cost give the third. A grant above the cost, an amount below 0 and a row that
 * gives one amount alone are problems, and the phase is left out; where all three are given and do not
 * add up, the phase counts with grant and contribution. Where every saving that the list gives is
 * 0 or below, the minus is taken to mark a saving; otherwise a saving below 0 is a problem.
 */
export function investToSave(
  rows: readonly CapitalPhase[],
  basis: Basis,
  totalName: string,
): InvestToSave {
  const savings = rows.flatMap(({ saving }) => saving ?? []);
  const minusIsSaving = savings.some((saving) => saving < 0) && savings.every((one) => one <= 0);
  const problems: ListProblem[] = [];
  const phases = rows.flatMap((row): Investment[] => {
    const { problem, ...funding } = fundingOf(row);
    if (problem) problems.push(problem);
    if (funding.grant === undefined) return [];
    const saving = row.saving === undefined || !minusIsSaving ? row.saving : Math.abs(row.saving);
    if (saving !== undefined && saving < 0) problems.push(costsMore(row));
    const { phase, properties, homes, places, externalWeekly } = row;
    const external =
      places === undefined || externalWeekly === undefined
        ? undefined
        : annualise(places * externalWeekly, basis);
    return [workedOut({ phase, properties, homes, places, ...funding, saving, external })];
  });
  const of = (figure: (phase: Investment) => number | undefined): number | undefined => {
    const known = phases.flatMap((phase) => figure(phase) ?? []);
    return known.length === phases.length && known.length > 0 ? sum(known) : undefined;
  };
  const total = workedOut({
    phase: totalName,
    homes: of(({ homes }) => homes),
    places: of(({ places }) => places),
    grant: sum(phases.map(({ grant }) => grant)),
    contribution: sum(phases.map(({ contribution }) => contribution)),
    saving: of(({ saving }) => saving),
    external: of(({ external }) => external),
  });
  return { phases, total, leftOut: rows.length - phases.length, minusIsSaving, problems };
}

type Given = Pick<
  Investment,
  'phase' | 'properties' | 'homes' | 'places' | 'grant' | 'contribution' | 'saving' | 'external'
>;

function workedOut(given: Given): Investment {
  const { grant, contribution, places, saving = 0, external = 0 } = given;
  const cost = sum([grant, contribution]);
  return {
    ...given,
    cost,
    grantShare: cost > 0 ? grant / cost : undefined,
    costPerPlace: places ? cost / places : undefined,
    paybackOwn: paybackYears(contribution, saving),
    paybackAll: paybackYears(cost, saving),
    paybackOwnExternal: paybackYears(contribution, external),
    paybackAllExternal: paybackYears(cost, external),
  };
}

function fundingOf(row: CapitalPhase): Funding {
  const { grant: stated, contribution: own, total, at } = row;
  const grant = stated ?? lessOf(total, own);
  const contribution = own ?? lessOf(total, stated);
  const wrong = (address: string, words: string): Funding => ({
    problem: problemAt(row, address, `${words} The phase’s row is left out until then.`),
  });
  if (grant === undefined || contribution === undefined) {
    return wrong(
      stated === undefined ? at.grant : at.contribution,
      'is blank, or no amount, and the row does not give enough to work it out. Type two of grant, council contribution and total cost.',
    );
  }
  if (total !== undefined && stated !== undefined && roundPence(stated - total) > 0) {
    return wrong(
      at.grant,
      'holds a grant that is more than the total cost of the phase. Correct one of the two.',
    );
  }
  for (const [amount, address, what] of [
    [total, at.total, 'a total cost'],
    [grant, stated === undefined ? at.total : at.grant, 'a grant'],
    [contribution, own === undefined ? at.total : at.contribution, 'a contribution'],
  ] as const) {
    if (amount === undefined || roundPence(amount) >= 0) continue;
    const isGiven = address !== at.total || amount === total;
    return wrong(
      address,
      isGiven
        ? `holds ${what} below 0. Correct the amount.`
        : `leaves ${what} below 0, after what the row gives. Correct one of the amounts.`,
    );
  }
  const isOff = total !== undefined && Math.abs(grant + contribution - total) > ROUNDING;
  const problem = isOff
    ? problemAt(
        row,
        at.total,
        'is not what grant and council contribution add up to. Correct one of the three. The phase is counted with grant and contribution.',
      )
    : undefined;
  return { grant, contribution, problem };
}

const lessOf = (whole: number | undefined, part: number | undefined): number | undefined =>
  whole === undefined || part === undefined ? undefined : whole - part;

const problemAt = ({ phase }: CapitalPhase, address: string, words: string): ListProblem => ({
  address,
  ref: phase,
  message: `${address} ${words}`,
});

const costsMore = (row: CapitalPhase): ListProblem =>
  problemAt(
    row,
    row.at.saving,
    'holds a saving below 0, a cost, so the phase is never paid back. Check its sign. It is counted as it stands.',
  );
