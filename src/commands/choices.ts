import { defaultBasis, readBasis, readDate, type Basis } from '../domain/calendar';
import { defaultMateriality } from '../domain/classify/classify';
import { USUAL_THRESHOLD } from '../domain/disclosure/hidden';
import { readMoney } from '../domain/money';
import type { CellValue, IsoDate } from '../domain/reading';
import { singleSpaced } from '../domain/typed';
import type { Figures, SignStyle } from '../reports/plan';
import { defaultTerms, readTerm, shownTerm, type Terms } from '../reports/terms';
import type { Wording } from '../reports/wording';
import { rolesOf } from '../domain/sources/source';
import { TRACKER, type TrackerRole } from '../domain/sources/tracker';

/** What an officer chose in the pane; kept in the workbook's settings. */
export interface Choices {
  /** Absent: every sheet is looked through. */
  sheet?: string;
  /** A heading for a role, or '' for "no column"; a role that is absent is proposed afresh. */
  columns: Partial<Record<TrackerRole, string>>;
  basis: Basis;
  signs: SignStyle;
  wording: Wording;
  /** Absent: the latest review or change date in the tracker. */
  asAt?: IsoDate;
  /** £ a week: a difference up to this much is no change. */
  materiality: number;
  /** Whether the sheets' figures are formulas over the ledger or values alone. */
  figures: Figures;
  /** Reports on lists that are not wanted, by their ids. */
  without: string[];
  terms: Terms;
  /** Counts from 1 to it are hidden in a copy to publish; 0 hides nothing. */
  suppress: number;
}

export const CHOICES_KEY = 'PlacementCostAddin.choices';

export const defaultChoices: Choices = {
  columns: {},
  basis: defaultBasis,
  signs: 'minus',
  wording: {},
  materiality: defaultMateriality,
  figures: 'live',
  without: [],
  terms: defaultTerms,
  suppress: USUAL_THRESHOLD,
};

const SIGN_STYLES: readonly SignStyle[] = ['minus', 'brackets', 'favourable'];

/** Settings travel with the workbook and may come from another version: what does not fit is ignored. */
export function keptChoices(setting: unknown): Choices {
  if (typeof setting !== 'object' || setting === null) return defaultChoices;
  const kept = setting as Record<string, unknown>;
  const basis = readBasis((kept.basis ?? '') as CellValue);
  return {
    sheet: typeof kept.sheet === 'string' ? kept.sheet : undefined,
    columns: keptColumns(kept.columns),
    basis: basis.kind === 'value' ? basis.value : defaultBasis,
    signs: SIGN_STYLES.find((style) => style === kept.signs) ?? 'minus',
    wording: keptWording(kept.wording),
    asAt: keptDate(kept.asAt),
    materiality: readMateriality(kept.materiality) ?? defaultMateriality,
    figures: kept.figures === 'values' ? 'values' : 'live',
    without: keptIds(kept.without),
    terms: keptTerms(kept.terms),
    suppress: readThreshold(kept.suppress) ?? defaultChoices.suppress,
  };
}

/** £ a week, nought or more, as a number or as somebody types it; undefined for anything else. */
export function readMateriality(typed: unknown): number | undefined {
  if (typeof typed !== 'number' && typeof typed !== 'string') return undefined;
  const reading = readMoney(typed);
  return reading.kind === 'value' && reading.value >= 0 ? reading.value : undefined;
}

/** A whole number from 0 to 9, as a number or as somebody types it; undefined for anything else. */
export function readThreshold(typed: unknown): number | undefined {
  const text = typeof typed === 'number' ? String(typed) : typed;
  return typeof text === 'string' && /^\s*\d\s*$/.test(text) ? Number(text) : undefined;
}

const keptIds = (setting: unknown): string[] =>
  Array.isArray(setting) ? setting.filter((id) => typeof id === 'string') : [];

function keptTerms(setting: unknown): Terms {
  const kept = { ...defaultTerms, ...(typeof setting === 'object' ? setting : {}) };
  const number = (term: keyof Terms): number => {
    if (typeof kept[term] !== 'number') return defaultTerms[term];
    const reading = readTerm(term, shownTerm(term, kept));
    return reading.kind === 'value' ? reading.value : defaultTerms[term];
  };
  return {
    highCost: number('highCost'),
    newFamilies: number('newFamilies'),
    uplift: number('uplift'),
  };
}

function keptDate(setting: unknown): IsoDate | undefined {
  const date = readDate((setting ?? '') as CellValue, 1900);
  return date.kind === 'value' ? date.value : undefined;
}

function keptColumns(setting: unknown): Choices['columns'] {
  if (typeof setting !== 'object' || setting === null) return {};
  const kept = setting as Record<string, unknown>;
  const columns: Choices['columns'] = {};
  for (const role of rolesOf(TRACKER)) {
    const heading = kept[role];
    if (typeof heading === 'string') columns[role] = heading;
  }
  return columns;
}

/** A line of a title or a name; undefined where nothing is said. */
export function readWords(typed: unknown): string | undefined {
  const words = typeof typed === 'string' ? singleSpaced(typed).slice(0, LONGEST_WORDING) : '';
  return words === '' ? undefined : words;
}

/** Excel shows no more of a title, and nobody reads as much. */
const LONGEST_WORDING = 200;

function keptWording(setting: unknown): Wording {
  if (typeof setting !== 'object' || setting === null) return {};
  const kept = setting as Record<string, unknown>;
  return {
    title: readWords(kept.title),
    authority: readWords(kept.authority),
    committee: readWords(kept.committee),
    meeting: keptDate(kept.meeting),
    period: readWords(kept.period),
  };
}

/** Columns and words are chosen one by one; a key that is present but undefined takes a choice back. */
export const withChosen = (kept: Choices, chosen: Partial<Choices>): Choices => ({
  ...kept,
  ...chosen,
  columns: { ...kept.columns, ...chosen.columns },
  wording: { ...kept.wording, ...chosen.wording },
});
