import { cohortsReport } from './cohorts';
import { opportunitiesReport } from './opportunities';
import type { Report } from './report';

/** Every report, in the order of the workbook's sheets. A new one is a file here and a line below. */
export const REPORTS: readonly Report[] = [cohortsReport, opportunitiesReport];
