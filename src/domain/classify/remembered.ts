/** Different texts that are remembered before all are forgotten. */
const MOST_KEPT = 20_000;

/**
 * The same answers, each worked out once for a text: trackers repeat their words, placements and
 * providers. What is kept is bounded, whatever is asked.
 */
export function remembered<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, { answer: T }>();
  return (text) => {
    const before = known.get(text);
    if (before) return before.answer;
    const now = { answer: answer(text) };
    if (known.size >= MOST_KEPT) known.clear();
    known.set(text, now);
    return now.answer;
  };
}
