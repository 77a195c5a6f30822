import { tidy, times, type Derived } from './check';
import type { PrintedTable } from './printedTable';
import { amountColumn, less, peopleOf, totalOf } from './tableTotals';

/** The tables of one paper by what each is about. */
export interface Paper {
  net?: PrintedTable;
  reductions?: PrintedTable;
  increases?: PrintedTable;
  /** Those with rows of figures, in the paper's order. */
  tables: PrintedTable[];
  /** What it states in its prose. */
  stated: PrintedTable[];
  /** Totals a week that it states of either side, where the rows come to them but for rounding. */
  headlines: { reductions?: Derived; increases?: Derived };
}

/** Where several tables are about the same, the one of reasons for the most people is meant. */
export function paperOf(all: readonly PrintedTable[]): Paper {
  const tables = all.filter(({ isStated }) => !isStated);
  const largest = (flow: PrintedTable['flow']): PrintedTable | undefined => {
    const found = tables.filter((table) => table.flow === flow);
    const size = (table: PrintedTable): number => peopleOf(table)?.people ?? 0;
    const sided = found.filter((table) => amountColumn(table, 'original') !== undefined);
    const among = sided.length > 0 ? sided : found;
    return among.reduce<PrintedTable | undefined>(
      (most, one) => (most && size(most) >= size(one) ? most : one),
      undefined,
    );
  };
  return {
    net: largest('net'),
    reductions: largest('reductions'),
    increases: largest('increases'),
    tables,
    stated: all.filter(({ isStated }) => isStated),
    headlines: {},
  };
}

/** What the reasons leave over of the net, £ a week: what those in no row add to it. */
export interface Missing {
  amount: number;
  people: number;
}

/** The net saving a week of a paper's cohorts: what it cost before less what it costs now. */
export function netSaving({ net }: Paper): Derived | undefined {
  if (!net) return undefined;
  const [original, current] = (['original', 'current'] as const).map((side) =>
    totalOf(net, amountColumn(net, side)),
  );
  const difference = totalOf(net, amountColumn(net));
  if (!original || !current) return difference && times(difference, -1);
  const saving = less(original, current);
  if (!difference) return saving;
  // Differences carry less rounding; some papers print a saving without its minus.
  const signed = Math.sign(difference.value) === Math.sign(saving.value) ? 1 : -1;
  const agree =
    Math.abs(difference.value * signed - saving.value) <= saving.slack + difference.slack;
  return agree ? times(difference, signed) : saving;
}

/** Some papers print what was saved with a minus. */
export const unsigned = (amount: Derived | undefined): Derived | undefined =>
  amount && amount.value < 0 ? times(amount, -1) : amount;

/** What one side comes to a week: its stated total, its printed one, or what its rows come to. */
export function sideOf(paper: Paper, flow: 'reductions' | 'increases'): Derived | undefined {
  const table = paper[flow];
  const total = table && totalOf(table, amountColumn(table));
  return paper.headlines[flow] ?? (flow === 'reductions' ? unsigned(total) : total);
}

/** What is in no row of the reasons, as far as headcounts and money tell. */
export function missingFrom(paper: Paper): Missing | undefined {
  const { net, reductions, increases } = paper;
  const saving = netSaving(paper);
  if (!net || !reductions || !increases || !saving) return undefined;
  const [reduced, increased] = [sideOf(paper, 'reductions'), sideOf(paper, 'increases')];
  const counts = [reductions, increases, net].map((table) => peopleOf(table)?.people);
  if (!reduced || !increased || counts.some((count) => count === undefined)) return undefined;
  const amount = tidy(reduced.value - increased.value - saving.value);
  return { amount, people: counts[2]! - counts[0]! - counts[1]! };
}
