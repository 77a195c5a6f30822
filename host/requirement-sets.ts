import { HostError } from './host-error';
import table from './requirement-sets.json';

/** Class → its set, and the members that need another: '1.7', '1.1 / 1.4' (to get, to set). */
type Table = Record<string, { set: string; members?: Record<string, string> }>;

const TABLE: Table = table;

export type Use = 'get' | 'set';

/** What the played requirement set lets through. */
export interface RequirementGate {
  allows(className: string, member: string, use?: Use): boolean;
  /** Throws ApiNotFound that names the member, the set it needs and the set played. */
  require(className: string, member: string, use?: Use): void;
}

export const EVERYTHING: RequirementGate = { allows: () => true, require: () => {} };

/** office.js registers handlers by methods of its own; the events are what the types know. */
const EVENTS: Record<string, string> = {
  _RegisterDataChangedEvent: 'onChanged',
  _RegisterSelectionChangedEvent: 'onSelectionChanged',
  _RegisterActivatedEvent: 'onActivated',
  _RegisterAddedEvent: 'onAdded',
  _RegisterDeletedEvent: 'onDeleted',
};

/**
 * The set that a member needs, such as '1.7' of ExcelApi or 'ExcelApiOnline 1.1'; undefined for
 * what Microsoft's types do not list (office.js's own traffic). A member without a remark of its
 * own needs what its class needs.
 */
export function requirementSetOf(className: string, member: string, use: Use = 'get') {
  const entry = TABLE[className];
  const name = EVENTS[member] ?? member;
  if (!entry || name.startsWith('_')) return undefined;
  const [toGet, toSet = toGet] = (entry.members?.[name] ?? entry.set).split(' / ');
  return use === 'set' ? toSet : toGet;
}

/** The newest ExcelApi that the types know. */
export const NEWEST = newestIn(TABLE);

/** @param plays the ExcelApi version that the host plays, such as '1.12' */
export function gateFor(plays: string): RequirementGate {
  const allows = (className: string, member: string, use: Use = 'get') => {
    const needed = requirementSetOf(className, member, use);
    return needed === undefined || (isVersion(needed) && !isNewer(needed, plays));
  };
  return {
    allows,
    require(className, member, use = 'get') {
      if (allows(className, member, use)) return;
      const needed = requirementSetOf(className, member, use)!;
      throw new HostError(
        'ApiNotFound',
        `${className}.${EVENTS[member] ?? member} needs ${isVersion(needed) ? `ExcelApi ${needed}` : needed}; this host plays ExcelApi ${plays}.`,
      );
    },
  };
}

function isVersion(set: string): boolean {
  return /^\d+\.\d+$/.test(set);
}

function isNewer(a: string, b: string): boolean {
  const [aMajor = 0, aMinor = 0] = a.split('.').map(Number);
  const [bMajor = 0, bMinor = 0] = b.split('.').map(Number);
  return aMajor !== bMajor ? aMajor > bMajor : aMinor > bMinor;
}

function newestIn(sets: Table): string {
  return Object.values(sets)
    .flatMap(({ set, members }) => [set, ...Object.values(members ?? {})])
    .filter(isVersion)
    .reduce((newest, set) => (isNewer(set, newest) ? set : newest));
}
