import { HostError } from '../host-error';
import { HostCollection, HostObject } from '../host-object';
import { plainValue } from '../model/cells';
import type { Chart as ChartState, ChartSeries as SeriesState } from '../model/chart';
import { lineOf, requireRange } from './chart-source';
import { requireText } from './chart-title';
import type { Chart } from './charts';
import { colour } from './range-format';

export class ChartSeriesCollection extends HostCollection {
  readonly $className = 'ChartSeriesCollection';

  constructor(
    private readonly $state: ChartState,
    private readonly $chart: Chart,
  ) {
    super();
  }

  get items(): ChartSeries[] {
    return this.$state.series.map((series) => new ChartSeries(series, this.$state, this.$chart));
  }
  get count(): number {
    return this.$state.series.length;
  }
  getCount(): number {
    return this.count;
  }
  getItemAt(index: number): ChartSeries {
    const series = this.items[index];
    if (!series) throw new HostError('InvalidArgument');
    return series;
  }
}

class ChartSeries extends HostObject {
  readonly $className = 'ChartSeries';

  constructor(
    private readonly $series: SeriesState,
    private readonly $state: ChartState,
    private readonly $chart: Chart,
  ) {
    super();
  }

  get name(): string {
    const { name } = this.$series;
    if (typeof name === 'string') return name;
    return String(plainValue(name.sheet.cells.at(name.rect.top, name.rect.left)));
  }
  set name(name: string) {
    requireText(name);
    this.$set({ name });
  }
  get gapWidth(): number {
    return this.$series.gapWidth;
  }
  set gapWidth(gapWidth: number) {
    if (!(gapWidth >= 0 && gapWidth <= 500)) throw new HostError('InvalidArgument');
    this.$set({ gapWidth });
  }
  get hasDataLabels(): boolean {
    return this.$series.hasDataLabels;
  }
  set hasDataLabels(hasDataLabels: boolean) {
    this.$set({ hasDataLabels });
  }
  get format(): ChartSeriesFormat {
    return new ChartSeriesFormat(this.$series, this.$chart);
  }

  setValues(range: unknown): void {
    this.$set({ values: lineOf(requireRange(range)) });
  }
  setXAxisValues(range: unknown): void {
    this.$set({ labels: lineOf(requireRange(range)) });
  }
  delete(): void {
    this.$chart.$change(() => {
      this.$state.series.splice(this.$state.series.indexOf(this.$series), 1);
    });
  }

  private $set(part: Partial<SeriesState>): void {
    this.$chart.$change(() => Object.assign(this.$series, part));
  }
}

class ChartSeriesFormat extends HostObject {
  readonly $className = 'ChartSeriesFormat';

  constructor(
    private readonly $series: SeriesState,
    private readonly $chart: Chart,
  ) {
    super();
  }

  get fill(): ChartFill {
    return new ChartFill(this.$series, this.$chart);
  }
}

class ChartFill extends HostObject {
  readonly $className = 'ChartFill';

  constructor(
    private readonly $series: SeriesState,
    private readonly $chart: Chart,
  ) {
    super();
  }

  setSolidColor(value: string): void {
    const fill = colour(value);
    this.$chart.$change(() => (this.$series.fill = fill));
  }
  clear(): void {
    this.$chart.$change(() => (this.$series.fill = undefined));
  }
}
