import type { ListReport, MadeReport } from '../reports/listReport';

/** A report on lists beside the tracker, as the workbook allows it. */
export interface Offer {
  report: ListReport;
  /** Absent where the workbook has not what the report needs. */
  made?: MadeReport;
  /** False where the officer has no use for it. */
  chosen: boolean;
}

/** Those that are made and wanted, in their order. */
export const chosenReports = (offers: readonly Offer[]): MadeReport[] =>
  offers.flatMap(({ made, chosen }) => (made && chosen ? [made] : []));
