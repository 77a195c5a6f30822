import { displayName, reasons, type Reason } from '../../domain/reason';

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}+]+/u)
    .filter((word) => word !== '');

const SEARCHED = reasons.map((reason) => ({
  reason,
  /** As printed first; a reason is found by either of its names. */
  names: [...new Set([displayName(reason), reason])].map(words),
}));

/**
 * The reasons that have every typed word at the beginning of one of theirs; those that begin as
 * typed come first. Nothing typed is every reason.
 * @example reasonsLike('upl') // ['Same placement, uplift agreed']
 */
export function reasonsLike(typed: string): Reason[] {
  const wanted = words(typed);
  const found = SEARCHED.filter(({ names }) => names.some((name) => hasAll(name, wanted)));
  const first = found.filter(({ names }) => names.some((name) => beginsAs(name, wanted)));
  return [...new Set([...first, ...found])].map(({ reason }) => reason);
}

const hasAll = (name: string[], wanted: string[]): boolean =>
  wanted.every((start) => name.some((word) => word.startsWith(start)));

const beginsAs = (name: string[], wanted: string[]): boolean =>
  wanted.every((start, place) => name[place]?.startsWith(start));
