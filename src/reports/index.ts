import { actionProgressReport } from './actionProgress';
import { actionsReport } from './actions';
import { averageCostReport } from './averageCost';
import { changeReasonsReport } from './changeReasons';
import { childrenLookedAfterReport } from './childrenLookedAfter';
import { cohortsReport } from './cohorts';
import { costAvoidanceReport } from './costAvoidance';
import { coverReport } from './cover';
import { dischargesReport } from './discharges';
import { forecastOutturnReport } from './forecastOutturn';
import { forecastPeriodsReport } from './forecastPeriods';
import { highCostReport } from './highCost';
import { increasesReport } from './increases';
import { inHouseAgainstIfaReport } from './inHouseAgainstIfa';
import { investToSaveReport, paybackReport } from './investToSave';
import { inYearCohortsReport, inYearReasonsReport } from './inYear';
import { jointFundingReport } from './jointFunding';
import type { ListReport } from './listReport';
import { needAndCostReport } from './needAndCost';
import { opportunitiesReport } from './opportunities';
import { outcomesReport } from './outcomes';
import { reductionsReport } from './reductions';
import type { Report } from './report';
import { reviewMovesReport } from './reviewMoves';
import { savingsByStatusReport, savingsByYearReport } from './savings';
import { sufficiencyReport } from './sufficiency';
import { tenDearestReport } from './tenDearest';
import { trajectoryReport } from './trajectory';

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
  highCostReport,
  tenDearestReport,
  averageCostReport,
  needAndCostReport,
  forecastOutturnReport,
  forecastPeriodsReport,
  trajectoryReport,
  reviewMovesReport,
  dischargesReport,
  childrenLookedAfterReport,
  sufficiencyReport,
  inHouseAgainstIfaReport,
  jointFundingReport,
  costAvoidanceReport,
  savingsByYearReport,
  savingsByStatusReport,
  investToSaveReport,
  paybackReport,
  actionProgressReport,
  actionsReport,
];
