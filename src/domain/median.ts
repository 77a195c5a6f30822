/**
 * The middle number, or halfway between the two in the middle. The array's order is changed; NaN
 * where it is empty. By selection, not by sorting: a line of repeated medians asks for thousands.
 * @example median(Float64Array.of(5, 1, 3)) // 3
 */
export function median(numbers: Float64Array): number {
  if (numbers.length === 0) return NaN;
  const middle = numbers.length >> 1;
  const upper = selected(numbers, middle);
  if (numbers.length % 2 === 1) return upper;
  const lower = numbers.subarray(0, middle).reduce((most, one) => (one > most ? one : most));
  return lower + (upper - lower) / 2;
}

/** The number that would stand at a place in order; none before it is then larger (Hoare 1961). */
function selected(numbers: Float64Array, place: number): number {
  let from = 0;
  let to = numbers.length - 1;
  while (from < to) {
    const pivot = numbers[(from + to) >> 1]!;
    let low = from;
    let high = to;
    while (low <= high) {
      while (numbers[low]! < pivot) low++;
      while (numbers[high]! > pivot) high--;
      if (low > high) break;
      const moved = numbers[low]!;
      numbers[low++] = numbers[high]!;
      numbers[high--] = moved;
    }
    if (place <= high) to = high;
    else if (place >= low) from = low;
    else break;
  }
  return numbers[place]!;
}
