import type { PlacementGroup } from '../placement';
import type { Reason } from '../reason';

const FOSTERING: readonly PlacementGroup[] = [
  'In-house fostering',
  'IFA',
  'External foster care',
  'Kinship fostering',
  'Foster care',
];
const SPECIALIST: readonly PlacementGroup[] = [
  'Specialist residential',
  'Residential school',
  'Secure',
  'Parent and child',
];
const SIXTEEN_PLUS: readonly PlacementGroup[] = ['Supported accommodation', 'Independent living'];
const OWN_FOSTERING: readonly PlacementGroup[] = ['In-house fostering', 'Kinship fostering'];

export const isFostering = (group?: PlacementGroup): boolean =>
  group !== undefined && FOSTERING.includes(group);
export const isSpecialist = (group?: PlacementGroup): boolean =>
  group !== undefined && SPECIALIST.includes(group);
export const is16Plus = (group?: PlacementGroup): boolean =>
  group !== undefined && SIXTEEN_PLUS.includes(group);
/** Homes of any kind, ordinary, special or for one. */
export const isHome = (group?: PlacementGroup): boolean =>
  group === 'Residential' ||
  group === "Internal children's home" ||
  group === 'Solo residential' ||
  isSpecialist(group);

/**
 * The reason of a planned move, by its most particular destination. `change` is £ a week, current
 * less original; undefined groups are those that nobody named.
 */
export function moveReason(
  before: PlacementGroup | undefined,
  now: PlacementGroup | undefined,
  change: number | undefined,
): Reason {
  if (now === 'Solo residential') {
    return before === 'Solo residential' ? 'To new placement' : 'To solo placement';
  }
  if (isSpecialist(now)) return before === now ? 'To new placement' : 'To specialist provision';
  if (is16Plus(now)) return to16Plus(before, change);
  if (now === "Internal children's home") return "Internal children's home";
  if (isFostering(now)) return toFostering(before, now!);
  if (now === 'Residential') return toResidential(before);
  return 'To new placement';
}

function to16Plus(before: PlacementGroup | undefined, change: number | undefined): Reason {
  if (is16Plus(before) || (change ?? -1) >= 0) return 'To new 16+ placement';
  return 'To supported accommodation';
}

function toFostering(before: PlacementGroup | undefined, now: PlacementGroup): Reason {
  if (before === undefined) {
    if (now === 'IFA') return 'To external IFA';
    if (now === 'In-house fostering') return 'From IFA to in-house';
    return now === 'External foster care' ? 'External foster care' : 'To foster care';
  }
  if (!isFostering(before)) return 'To foster care';
  if (before === 'IFA' && now === 'In-house fostering') return 'From IFA to in-house';
  const fromOwn = OWN_FOSTERING.includes(before) || before === 'Foster care';
  if (fromOwn && now === 'IFA') return 'To external IFA';
  if (fromOwn && now === 'External foster care') return 'External foster care';
  return 'To new placement';
}

function toResidential(before: PlacementGroup | undefined): Reason {
  if (before === "Internal children's home") return 'Internal to external';
  if (isHome(before)) return 'To new placement';
  return 'To residential';
}
