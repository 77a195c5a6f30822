import { changeReasonsReport } from './changeReasons';
import { cohortsReport } from './cohorts';
import { costAvoidanceReport } from './costAvoidance';
import { coverReport } from './cover';
import { increasesReport } from './increases';
import { inYearCohortsReport, inYearReasonsReport } from './inYear';
import { opportunitiesReport } from './opportunities';
import { outcomesReport } from './outcomes';
import { reductionsReport } from './reductions';
import { dischargesReport } from './discharges';
import { savingsByStatusReport, savingsByYearReport } from './savings';
import type { ListReport } from './listReport';
import type { Report } from './report';

/** Every report on the tracker, in the order of the workbook's sheets. A new one is a file here and a line below. */
export const REPORTS: readonly Report[] = [
  coverReport,
  cohortsReport,
  opportunitiesReport,
  reductionsReport,
  increasesReport,
  outcomesReport,
  inYearCohortsReport,
  inYearReasonsReport,
  changeReasonsReport,
];

/** Every report on the lists beside the tracker, likewise. */
export const LIST_REPORTS: readonly ListReport[] = [
  dischargesReport,
  costAvoidanceReport,
  savingsByYearReport,
  savingsByStatusReport,
];
