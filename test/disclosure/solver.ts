import loadHighs, { type Highs } from 'highs';

const solver: Promise<Highs> = loadHighs();

/** A column of a linear programme, and what it stands for. */
export interface Asked<Of> {
  name: string;
  of: Of;
}

/**
 * How low and how high each column that is asked for can be, by HiGHS, under rows and bounds in the
 * words of its LP format.
 */
export async function solved<Of>(
  title: string,
  rows: readonly string[],
  bounds: readonly string[],
  asked: readonly Asked<Of>[],
): Promise<(Of & { low: number; high: number })[]> {
  if (asked.length === 0) return [];
  const highs = await solver;
  const text = [
    'Minimize',
    ` obj: ${asked.map(({ name }) => `0 ${name}`).join(' + ')}`,
    'Subject To',
    ...rows.map((row, at) => ` c${at}: ${row}`),
    'Bounds',
    ...bounds.map((bound) => ` ${bound}`),
    'End',
    '',
  ].join('\n');
  const model = highs.createModel({ format: 'lp', data: text });
  try {
    model.options.set({ output_flag: false });
    const { optimal, unbounded, unboundedOrInfeasible, unknown } = highs.constants.modelStatus;
    const least = (column: number, times: 1 | -1): number => {
      model.changeColCost(column, times);
      model.run();
      // Where it went wrong from the last answer on, it starts anew.
      if (model.getModelStatus() === unknown) {
        model.clearSolver();
        model.run();
      }
      const status = model.getModelStatus();
      const value = model.getObjectiveValue();
      model.changeColCost(column, 0);
      if (status === optimal) return value * times;
      if (status === unbounded || status === unboundedOrInfeasible) return -Infinity * times;
      throw new Error(`The attack on ${title} ended with status ${status}.`);
    };
    model.run();
    if (model.getModelStatus() !== optimal) {
      throw new Error(`The shown figures of ${title} contradict each other.`);
    }
    return asked.map(({ name, of }) => {
      const column = model.getColByName(name);
      return { ...of, low: least(column, 1), high: least(column, -1) };
    });
  } finally {
    model.dispose();
  }
}
