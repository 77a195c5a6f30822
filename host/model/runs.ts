export interface Run<T> {
  from: number;
  to: number;
  value: T;
}

/**
 * Values along one axis, kept as stretches that share one: a million rows of the same format are
 * one run. Stretches without a value are absent.
 */
export class Runs<T> {
  private constructor(
    private runs: Run<T>[],
    private readonly same: (a: T, b: T) => boolean,
  ) {}

  static of<T>(same: (a: T, b: T) => boolean = Object.is): Runs<T> {
    return new Runs<T>([], same);
  }

  copy(): Runs<T> {
    return new Runs(
      this.runs.map((run) => ({ ...run })),
      this.same,
    );
  }

  get isEmpty(): boolean {
    return this.runs.length === 0;
  }

  at(index: number): T | undefined {
    const run = this.runs[this.firstEndingAtOrAfter(index)];
    return run && run.from <= index ? run.value : undefined;
  }

  /** The runs that touch the stretch, cut to it. */
  within(from: number, to: number): Run<T>[] {
    const found: Run<T>[] = [];
    for (let i = this.firstEndingAtOrAfter(from); i < this.runs.length; i++) {
      const run = this.runs[i]!;
      if (run.from > to) break;
      found.push({ from: Math.max(run.from, from), to: Math.min(run.to, to), value: run.value });
    }
    return found;
  }

  all(): readonly Run<T>[] {
    return this.runs;
  }

  set(from: number, to: number, value: T | undefined): void {
    this.update(from, to, () => value);
  }

  /** Gives each part of the stretch a new value, made from its old one; undefined clears it. */
  update(from: number, to: number, change: (value: T | undefined) => T | undefined): void {
    const first = this.firstEndingAtOrAfter(from);
    let last = first;
    while (last < this.runs.length && this.runs[last]!.from <= to) last++;
    const replaced = this.runs.slice(first, last);
    const changed: Run<T>[] = [];
    const add = (run: Run<T>) => changed.push(run);
    const addChanged = (start: number, end: number, old: T | undefined) => {
      const value = change(old);
      if (value !== undefined && start <= end) add({ from: start, to: end, value });
    };
    let next = from;
    for (const run of replaced) {
      if (run.from < from) add({ from: run.from, to: from - 1, value: run.value });
      if (run.from > next) addChanged(next, run.from - 1, undefined);
      addChanged(Math.max(run.from, from), Math.min(run.to, to), run.value);
      if (run.to > to) add({ from: to + 1, to: run.to, value: run.value });
      next = run.to + 1;
    }
    if (next <= to) addChanged(next, to, undefined);
    this.replace(first, last, changed);
  }

  /** Puts `count` indices with one value before `at`; what is pushed past `last` falls off. */
  makeRoom(at: number, count: number, last: number, value: T | undefined): void {
    const pushed = this.within(at, Infinity)
      .map((run) => ({ ...run, from: run.from + count, to: Math.min(run.to + count, last) }))
      .filter((run) => run.from <= last);
    this.runs = [...this.within(0, at - 1), ...pushed];
    this.set(at, at + count - 1, value);
  }

  /** Takes `count` indices out from `at` on; what follows moves up. */
  closeUp(at: number, count: number): void {
    const pulled = this.within(at + count, Infinity).map((run) => ({
      ...run,
      from: run.from - count,
      to: run.to - count,
    }));
    this.runs = [...this.within(0, at - 1), ...pulled];
    // Changes no value, but joins what now meets at the seam.
    this.update(at, at, (value) => value);
  }

  /** Puts changed runs in place of old ones, and joins neighbours that share a value. */
  private replace(first: number, last: number, changed: Run<T>[]): void {
    const start = Math.max(0, first - 1);
    const end = Math.min(this.runs.length, last + 1);
    const stretch = [...this.runs.slice(start, first), ...changed, ...this.runs.slice(last, end)];
    const joined: Run<T>[] = [];
    for (const run of stretch) {
      const before = joined[joined.length - 1];
      if (before && before.to + 1 === run.from && this.same(before.value, run.value)) {
        before.to = run.to;
      } else joined.push({ ...run });
    }
    this.runs.splice(start, end - start, ...joined);
  }

  private firstEndingAtOrAfter(index: number): number {
    let low = 0;
    let high = this.runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.runs[middle]!.to < index) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  equals(other: Runs<T>): boolean {
    return (
      this.runs.length === other.runs.length &&
      this.runs.every((run, i) => {
        const twin = other.runs[i]!;
        return run.from === twin.from && run.to === twin.to && this.same(run.value, twin.value);
      })
    );
  }
}
