import type { Circumstances, PlacementFacts } from './circumstances';
import { fingerprint } from './fingerprint';
import { roundPence } from './money';
import { plainly } from './typed';
import type { YoungPerson } from './youngPerson';

/** By what a young person is known from one run to the next, and what is known of the change. */
export interface Identity {
  key: string;
  facts: string;
}

/** How sure a key is: a reference of the young person's own, the facts of the row, or also its place. */
export type KnownBy = 'reference' | 'facts' | 'row and facts';

type KeyParts =
  | [reference: string]
  | [reference: string, facts: string]
  | [reference: string, facts: string, sheet: string, row: number];

/**
 * The identities of all young people of a tracker, in their order. A reference that stands once is
 * the key, whatever its capitals and outer spaces. Where it is blank or stands more than once, the
 * row's facts belong to the key, and its place too where even those are the same on two rows: such
 * a key is lost when they change, and never passes to another row with other facts.
 */
export function identitiesOf(people: readonly YoungPerson[]): Identity[] {
  const known = people.map((person) => ({
    reference: plainReference(person.reference),
    facts: factsOf(person.circumstances),
  }));
  const references = counts(known.map(({ reference }) => reference));
  const alike = counts(known.map(({ reference, facts }) => keyText([reference, facts])));
  return known.map(({ reference, facts }, i) => {
    if (reference !== '' && references.get(reference) === 1) {
      return { key: keyText([reference]), facts };
    }
    const key = keyText([reference, facts]);
    if (alike.get(key) === 1) return { key, facts };
    const { sheet, row } = people[i]!;
    return { key: keyText([reference, facts, sheet, row]), facts };
  });
}

/** The key of a young person whose reference stands once. */
export const keyOf = (reference: string): string => keyText([plainReference(reference)]);

/**
 * Keys of the rows of one list, in their order: that of the reference where it stands once, so that it is
 * the same in every list; else one of the row's own. `list` tells rows of two lists apart.
 */
export function rowKeys(rows: readonly { reference?: string }[], list: string): string[] {
  const references = rows.map(({ reference = '' }) => plainReference(reference));
  const times = counts(references);
  return references.map((reference, row) =>
    reference !== '' && times.get(reference) === 1
      ? keyText([reference])
      : keyText([reference, '', list, row]),
  );
}

/** True where the key, of whichever kind, is one of this reference. */
export const isKeyOf = (key: string, reference: string): boolean =>
  referenceIn(key) === plainReference(reference);

/** The reference in a key, in small letters. */
export const referenceIn = (key: string): string => partsOf(key)[0];

export function knownBy(key: string): KnownBy {
  const { length } = partsOf(key);
  return length === 1 ? 'reference' : length === 2 ? 'facts' : 'row and facts';
}

/** The same for two keys of one reference on the same facts, by whichever of the three ways each is known. */
export const onSameFacts = ({ key, facts }: Identity): string => keyText([referenceIn(key), facts]);

/**
 * What is known of why the cost changed, in short. The date of review is not among it: another look
 * that found nothing new changes no fact. Nor are capitals, spaces, or fractions of a penny.
 */
export function factsOf(circumstances: Circumstances): string {
  const { note, original, current, dateOfBirth, endedOn } = circumstances;
  const facts = [note, ...placed(original), ...placed(current), dateOfBirth ?? '', endedOn ?? ''];
  return fingerprint(
    JSON.stringify(facts.map((fact) => (typeof fact === 'string' ? plainly(fact) : fact))),
  );
}

const placed = ({ placement, provider, cost }: PlacementFacts): (string | number)[] => [
  placement,
  provider,
  cost === undefined ? '' : roundPence(cost),
];

const plainReference = (reference: string): string => plainly(reference).normalize('NFC');

const keyText = (parts: KeyParts): string => JSON.stringify(parts);

function partsOf(key: string): KeyParts {
  try {
    const parts: unknown = JSON.parse(key);
    return Array.isArray(parts) && typeof parts[0] === 'string' ? (parts as KeyParts) : [''];
  } catch {
    return [''];
  }
}

function counts(texts: readonly string[]): Map<string, number> {
  const seen = new Map<string, number>();
  for (const text of texts) seen.set(text, (seen.get(text) ?? 0) + 1);
  return seen;
}
