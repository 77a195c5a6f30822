import { sum } from '../domain/money';
import { tidy } from '../domain/reconcile/check';
import { cost, optionalCost, readCall, type Result } from './arguments';
import { invalid, missing, sentences } from './errors';
import type { Given } from './range';

/** Half a penny: figures that print alike reconcile. */
const TOLERANCE = 0.005;

const FIGURE = 'type the figure';

/**
 * 'Reconciles' where a stated total is what its parts add up to, to within the tolerance (half a
 * penny by default); else stated less the sum, in the figures' own unit. Blank parts add nothing.
 * @throws #VALUE! for a part, a total or a tolerance that is no amount; #N/A where one is missing
 */
export function reconciliation(stated: Given, parts: Given, tolerance?: Given): Result {
  const own = single({ stated: cost('stated', FIGURE) }, { stated }, 'stated');
  const most = single({ tolerance: optionalCost('tolerance') }, { tolerance }, 'tolerance');
  if (own === undefined) throw missing(sentences.blank('stated', FIGURE));
  if (most !== undefined && most < 0) throw invalid(sentences.negativeTolerance);
  const { aligned, row } = readCall({ parts: cost('parts', FIGURE) }, { parts });
  const amounts: number[] = [];
  for (let at = 0; at < aligned.rows; at++) {
    for (let column = 0; column < aligned.columns; column++) {
      const reading = row(at, column);
      if (reading.kind === 'error') throw reading.error;
      if (reading.kind === 'values') amounts.push(reading.values.parts);
    }
  }
  if (amounts.length === 0) throw missing(sentences.noParts);
  const difference = tidy(own - sum(amounts));
  return Math.abs(difference) <= (most ?? TOLERANCE) + 1e-9 ? 'Reconciles' : difference;
}

/** One cell's amount; undefined where it is blank or was left out. */
function single<K extends string>(
  declared: Record<K, ReturnType<typeof optionalCost>>,
  given: Record<K, Given>,
  name: K,
): number | undefined {
  const { aligned, row } = readCall(declared, given);
  if (aligned.rows > 1 || aligned.columns > 1) throw invalid(sentences.oneCell(name));
  if (aligned.rows === 0) return undefined;
  const reading = row(0, 0);
  if (reading.kind === 'error') throw reading.error;
  return reading.kind === 'values' ? (reading.values[name] as number | undefined) : undefined;
}
