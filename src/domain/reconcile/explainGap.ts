import { listed, said, tidy } from './check';
import { slackOf, type Figure } from './figure';

/** A row that may be behind a gap. */
export interface Part {
  label: string;
  figure: Figure;
}

export interface Gap {
  /** What was printed. */
  stated: Figure;
  /** Printed less what the rows come to. */
  difference: number;
  /** What rounding for print explains of it. */
  slack: number;
  parts: readonly Part[];
  /** What was printed, in a word; a total unless said. */
  whole?: 'total' | 'net';
  /** What is known to be missing from the rows, £: a young person who is in none of them. */
  missing?: number;
  doubtful?: Doubt;
}

/**
 * Rows whose own figures do not agree with one another, by label, and what the others of them say
 * that the figure should be, where they say it.
 */
export type Doubt = ReadonlyMap<string, number | undefined>;
const NO_DOUBT: Doubt = new Map();

/** Most rows that are tried together, and most rows of a table that are tried at all. */
const TOGETHER = 3;
const MOST_PARTS = 60;

/**
 * Why a printed total is not what its rows come to, in a sentence; undefined where nothing simple
 * explains it. Tried from the simplest on: a row left out, counted twice or with the wrong sign,
 * digits swapped in a row whose other figures tell so, in the total or in any row, rows left out
 * together, a digit misprinted.
 */
export function explained(gap: Gap): string | undefined {
  for (const missing of gap.missing ? [0, gap.missing] : [0]) {
    const difference = tidy(gap.difference - missing);
    if (missing !== 0 && Math.abs(difference) <= gap.slack) {
      return `It is what the young person in no row comes to, ${said(missing, gap.stated)}.`;
    }
    const because =
      missing === 0 ? '' : ` (${said(missing, gap.stated)} is of a young person in no row)`;
    const cause = causeOf({ ...gap, difference }, missing !== 0);
    if (cause) return `${cause}${because}.`;
  }
  return undefined;
}

function causeOf(gap: Gap, isAdjusted: boolean): string | undefined {
  return (
    oneRow(gap) ??
    (isAdjusted
      ? undefined
      : (swappedInRow(gap, true) ?? swappedInTotal(gap) ?? swappedInRow(gap, false))) ??
    severalRows(gap) ??
    (isAdjusted ? undefined : (misprintedRow(gap) ?? rowInDoubt(gap) ?? misprintedTotal(gap)))
  );
}

const near = (one: number, other: number, slack: number): boolean =>
  Math.abs(one - other) <= slack + 1e-6;

/** 'exactly', or 'to rounding' where it is a penny or so away. */
const closely = (one: number, other: number): string =>
  Math.abs(one - other) < 1e-6 ? 'exactly' : 'to rounding';

const named = (parts: readonly Part[]): string =>
  listed(parts.map(({ label, figure }) => `‘${label}’ (${figure.text})`));

function oneRow({ difference, slack, parts, whole = 'total' }: Gap): string | undefined {
  const forms: [number, (which: string, how: string) => string][] = [
    [-1, (which, how) => `The ${whole} leaves out ${which}, ${how}`],
    [1, (which, how) => `The ${whole} counts ${which} twice, ${how}`],
    [
      -2,
      (which, how) =>
        whole === 'net'
          ? `The net goes the wrong way by ${which}, ${how}`
          : `The total takes ${which} away instead of adding it, ${how}`,
    ],
  ];
  for (const [factor, sentence] of forms) {
    const found = parts.filter(
      ({ figure }) =>
        figure.value !== 0 &&
        near(difference, factor * figure.value, slack + Math.abs(factor) * slackOf(figure)),
    );
    const best = found.sort(
      (one, other) =>
        Math.abs(difference - factor * one.figure.value) -
        Math.abs(difference - factor * other.figure.value),
    );
    if (best.length === 1 || (best[0] && isAmount(best[0]))) {
      const alike = best.filter(({ figure }) => figure.value === best[0]!.figure.value);
      const which = alike.length === 1 ? named(alike) : `one of ${named(alike)}`;
      return sentence(which, closely(difference, factor * best[0]!.figure.value));
    }
  }
  return undefined;
}

/** Headcounts are small numbers that many rows share: nothing follows from one that fits. */
const isAmount = ({ figure }: Part): boolean => figure.step > 0;

/** Rows whose figures together are the gap; only where no other rows are. */
function severalRows({ difference, slack, parts, whole = 'total' }: Gap): string | undefined {
  if (parts.length > MOST_PARTS || !parts.every(isAmount)) return undefined;
  const filled = parts.filter(({ figure }) => figure.value !== 0);
  const spread = filled.reduce((sum, { figure }) => sum + Math.abs(figure.value), 0);
  for (let size = 2; size <= Math.min(TOGETHER, filled.length - 1); size++) {
    if (waysOf(filled.length, size) * 2 * slack > CHANCE * spread) return undefined;
    const found = [...chosen(filled, size)].filter((rows) =>
      near(
        -difference,
        rows.reduce((sum, { figure }) => sum + figure.value, 0),
        slack,
      ),
    );
    if (found.length === 1) return `The ${whole} leaves out ${named(found[0]!)} together`;
    if (found.length > 1) return undefined;
  }
  return undefined;
}

/** How likely chance may be to make rows fit, before nothing follows from it that they do. */
const CHANCE = 0.02;

const waysOf = (count: number, size: number): number =>
  Array.from({ length: size }, (_, i) => (count - i) / (i + 1)).reduce((all, one) => all * one, 1);

function* chosen<T>(items: readonly T[], size: number, from = 0): Generator<T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = from; i <= items.length - size; i++) {
    for (const rest of chosen(items, size - 1, i + 1)) yield [items[i]!, ...rest];
  }
}

// Slips of the hand ---------------------------------------------------------------------------

/** Every number that two neighbouring digits the other way round make of a printed one. */
export function swaps(figure: Figure): { value: number; text: string }[] {
  const found: { value: number; text: string }[] = [];
  const digits = [...figure.text.matchAll(/\d/g)].map(({ index }) => index);
  for (let i = 0; i + 1 < digits.length; i++) {
    const [one, next] = [digits[i]!, digits[i + 1]!];
    const letters = [...figure.text];
    if (letters[one] === letters[next]) continue;
    [letters[one], letters[next]] = [letters[next]!, letters[one]!];
    found.push(withText(figure, letters.join('')));
  }
  return found;
}

/** Every number that one other digit makes of a printed one. */
export function misprints(figure: Figure): { value: number; text: string }[] {
  return [...figure.text.matchAll(/\d/g)].flatMap(({ index, 0: digit }) =>
    [...'0123456789']
      .filter((other) => other !== digit)
      .map((other) =>
        withText(figure, figure.text.slice(0, index) + other + figure.text.slice(index + 1)),
      ),
  );
}

/** Digits stand where they did, so that the number follows from the two texts. */
function withText(figure: Figure, text: string): { value: number; text: string } {
  const number = (of: string): number => Number(of.replace(/[^\d.]/g, '').replace(/\.$/, ''));
  const [before, after] = [number(figure.text), number(text)];
  return {
    value: before === 0 ? after * (figure.step || 1) : (figure.value * after) / before,
    text,
  };
}

function swappedInTotal({ stated, difference, slack, whole = 'total' }: Gap): string | undefined {
  const should = stated.value - difference;
  const found = swaps(stated).filter(({ value }) => near(value, should, slack));
  return found.length === 1
    ? `Two digits are swapped in the ${whole}: ${stated.text} for ${found[0]!.text}`
    : undefined;
}

interface Mended extends Part {
  mended: string;
}

/** A row is to blame where it is the only one that a swap mends, or the only one in doubt besides. */
function theOne(found: readonly Mended[], doubtful: Doubt): Mended | undefined {
  const inDoubt = found.filter(({ label }) => doubtful.has(label));
  if (inDoubt.length === 1) return inDoubt[0];
  return found.length === 1 ? found[0] : undefined;
}

function mendedBy(
  ways: (figure: Figure) => { value: number; text: string }[],
  { parts, difference, slack }: Gap,
): Mended[] {
  return parts.flatMap((part) => {
    const found = ways(part.figure).find(({ value }) =>
      near(value - part.figure.value, difference, slack),
    );
    return found ? [{ ...part, mended: found.text }] : [];
  });
}

/** @param known the row must be in doubt for its own figures too */
function swappedInRow(gap: Gap, known: boolean): string | undefined {
  const { doubtful = NO_DOUBT } = gap;
  const ways = mendedBy(swaps, gap);
  const found = theOne(known ? ways.filter(({ label }) => doubtful.has(label)) : ways, doubtful);
  return (
    found &&
    `Two digits are swapped in the row ‘${found.label}’: ${found.figure.text} for ${found.mended}`
  );
}

/** One wrong digit explains too much: a row must be in doubt for its own figures too. */
function misprintedRow(gap: Gap): string | undefined {
  const doubtful = gap.doubtful ?? NO_DOUBT;
  const found = mendedBy(misprints, gap).filter(({ label }) => doubtful.has(label));
  return found.length === 1
    ? `A digit is wrong in the row ‘${found[0]!.label}’: ${found[0]!.figure.text} for ${found[0]!.mended}`
    : undefined;
}

/** A row is off by the gap: what its other figures make of it closes it. */
function rowInDoubt({ parts, difference, slack, doubtful = NO_DOUBT }: Gap): string | undefined {
  const found = parts.flatMap((part) => {
    const should = doubtful.get(part.label);
    return should !== undefined && near(should - part.figure.value, difference, slack)
      ? [{ ...part, should }]
      : [];
  });
  return found.length === 1
    ? `The row ‘${found[0]!.label}’ is ${found[0]!.figure.text} where its own figures make ${said(found[0]!.should, found[0]!.figure)}`
    : undefined;
}

function misprintedTotal({ stated, difference, slack, whole = 'total' }: Gap): string | undefined {
  if (stated.step === 0 || slack > 1) return undefined;
  const found = misprints(stated).filter(({ value }) =>
    near(value, stated.value - difference, slack),
  );
  return found.length === 1
    ? `A digit is wrong in the ${whole}: ${stated.text} for ${found[0]!.text}`
    : undefined;
}
