import { saidIn } from '../reports/commentary';
import { COVER_ID } from '../reports/cover';
import type { SheetPlan } from '../reports/plan';
import type { PublishedAppendix, PublishedPlan } from '../reports/published';
import { USUAL_TITLE, wordingNote } from '../reports/wording';
import type { SummaryRun } from './runSummary';

/** What the appendix is published as: an Excel workbook, or a Word document. */
export type PublishedAs = 'workbook' | 'document';

/** The summary's sheets as a new file's bytes; the code that makes files is loaded when asked for. */
export async function exportPlans(
  run: SummaryRun,
  as: PublishedAs = 'workbook',
): Promise<Uint8Array> {
  const appendix = appendixOf(run);
  if (as === 'document') {
    const { exportDocument } = await import('../copy/exportDocument');
    return exportDocument(appendix);
  }
  const { exportWorkbook } = await import('../copy/exportWorkbook');
  return exportWorkbook(appendix);
}

/** To be replaced by what disclosure control makes: the plans that may be published, nothing hidden in them. */
function appendixOf({ summary, choices }: SummaryRun): PublishedAppendix {
  const plans = summary.plans.filter(({ publishable }) => publishable);
  const worded = wordingNote({ wording: choices.wording, asAt: summary.asAt });
  const cover = plans.find(({ id }) => id === COVER_ID);
  return {
    title: choices.wording.title ?? USUAL_TITLE,
    lines: cover?.notes ?? [],
    about: (cover?.table.rows ?? []).map(([item, detail]) => [String(item), String(detail)]),
    disclosure: ['No figure is hidden.'],
    signs: choices.signs,
    plans: plans
      .filter((plan) => plan !== cover)
      .map((plan) => publishedPlan(plan, worded)),
  };
}

/** Without the line that says whom the appendix is for: the cover says it. */
function publishedPlan(plan: SheetPlan, worded: string): PublishedPlan {
  const { id, sheet, title, table, total, chart } = plan;
  const { name, columns } = table;
  const at = (key: string | undefined): number => columns.findIndex((column) => column.key === key);
  const bars = table.rows.slice(0, total ? -1 : undefined).flatMap((row) => {
    const value = row[at(chart?.values)];
    return typeof value === 'number' ? [{ label: String(row[at(chart?.labels)]), value }] : [];
  });
  return {
    id,
    sheet,
    title,
    notes: plan.notes.filter((note) => note !== worded),
    commentary: saidIn(plan.commentary)?.text,
    table: { name, columns, rows: table.rows },
    total,
    ...(chart &&
      bars.length > 0 && {
        chart: {
          title: chart.title,
          sentences: chart.sentences,
          bars,
          measure: columns[at(chart.values)]!,
        },
      }),
  };
}
