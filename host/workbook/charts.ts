import { HostError } from '../host-error';
import { HostCollection, HostObject } from '../host-object';
import { requiredRect, splitSheet, type Rect } from '../model/address';
import { Chart as ChartState } from '../model/chart';
import { startOfColumn, startOfRow } from '../model/geometry';
import type { Sheet } from '../model/sheet';
import { ChartAxes } from './chart-axes';
import { ChartSeriesCollection } from './chart-series';
import { requireRange, sourcesOf } from './chart-source';
import { ChartTitle } from './chart-title';
import { Worksheet } from './worksheet';

/** What this host draws; Excel knows some seventy more. */
const TYPES = ['BarClustered', 'ColumnClustered'];

/** Points, as Excel makes them. */
const USUAL_SIZE = { width: 360, height: 216 };

/** The charts of a sheet. */
export class ChartCollection extends HostCollection {
  readonly $className = 'ChartCollection';

  constructor(private readonly $sheet: Sheet) {
    super();
  }

  get items(): Chart[] {
    return this.$sheet.book.charts
      .filter((chart) => chart.sheet === this.$sheet)
      .map((chart) => new Chart(chart));
  }
  get count(): number {
    return this.items.length;
  }
  getCount(): number {
    return this.items.length;
  }
  add(type: string, source: unknown, seriesBy = 'Auto'): Chart {
    requireType(type);
    if (this.$sheet.protection) throw new HostError('AccessDenied');
    const { book } = this.$sheet;
    const serial = book.nextId();
    const chart = new ChartState(
      this.$sheet,
      `{00000000-0008-0000-0000-${String(serial).padStart(12, '0')}}`,
      this.$freeName(),
      type,
      { row: 0, column: 0, x: 0, y: 0 },
      { row: 1, column: 1, x: 0, y: 0 },
    );
    chart.box = { left: 192, top: 90, ...USUAL_SIZE };
    chart.series = sourcesOf(requireRange(source), seriesBy);
    const api = new Chart(chart);
    // One row of bars lends the chart its name; Excel says nothing over several.
    const [only, ...others] = api.series.items;
    if (only && others.length === 0) Object.assign(chart.title, { text: only.name, visible: true });
    book.charts.push(chart);
    api.$changed();
    return api;
  }
  /** The first of that name, in whatever case: names of charts need not differ. */
  getItem(name: string): Chart {
    const chart = this.getItemOrNullObject(name);
    if (!chart) throw new HostError('ItemNotFound');
    return chart;
  }
  getItemOrNullObject(name: string): Chart | null {
    const wanted = String(name).toUpperCase();
    return (
      this.items.find((chart) => chart.id === name) ??
      this.items.find((chart) => chart.name.toUpperCase() === wanted) ??
      null
    );
  }
  getItemAt(index: number): Chart {
    const chart = this.items[index];
    if (!chart) throw new HostError('InvalidArgument');
    return chart;
  }

  private $freeName(): string {
    const taken = new Set(this.items.map(({ name }) => name));
    let number = this.count + 1;
    while (taken.has(`Chart ${number}`)) number++;
    return `Chart ${number}`;
  }
}

export class Chart extends HostObject {
  readonly $className = 'Chart';

  constructor(private readonly $chart: ChartState) {
    super();
  }

  override $identity() {
    return { Id: this.id };
  }
  get id(): string {
    return this.$chart.id;
  }
  get name(): string {
    return this.$chart.name;
  }
  set name(name: string) {
    if (typeof name !== 'string' || name === '') throw new HostError('InvalidArgument');
    this.$change(() => (this.$chart.name = name));
  }
  get chartType(): string {
    return this.$chart.type;
  }
  set chartType(type: string) {
    requireType(type);
    this.$change(() => (this.$chart.type = type));
  }

  get left(): number {
    return this.$chart.box.left;
  }
  set left(left: number) {
    this.$place({ left });
  }
  get top(): number {
    return this.$chart.box.top;
  }
  set top(top: number) {
    this.$place({ top });
  }
  get width(): number {
    return this.$chart.box.width;
  }
  set width(width: number) {
    this.$place({ width });
  }
  get height(): number {
    return this.$chart.box.height;
  }
  set height(height: number) {
    this.$place({ height });
  }

  get title(): ChartTitle {
    return new ChartTitle(this.$chart.title, this);
  }
  get legend(): ChartLegend {
    return new ChartLegend(this.$chart, this);
  }
  get axes(): ChartAxes {
    return new ChartAxes(this.$chart, this);
  }
  get series(): ChartSeriesCollection {
    return new ChartSeriesCollection(this.$chart, this);
  }
  get worksheet(): Worksheet {
    return new Worksheet(this.$chart.sheet);
  }

  /** Draws other cells; what is chosen for the look of the first bars stays with them. */
  setData(source: unknown, seriesBy = 'Auto'): void {
    const sources = sourcesOf(requireRange(source), seriesBy);
    this.$change(() => {
      this.$chart.series = sources.map((series, i) => ({
        ...(this.$chart.series[i] ?? series),
        name: series.name,
        values: series.values,
        labels: series.labels,
      }));
    });
  }
  /** Moves the chart to a cell, or covers a block with it. */
  setPosition(start: unknown, end?: unknown): void {
    const { sheet } = this.$chart;
    const from = this.$on(start);
    const place = { left: startOfColumn(sheet, from.left), top: startOfRow(sheet, from.top) };
    if (end === undefined) return this.$place(place);
    const to = this.$on(end);
    this.$place({
      ...place,
      width: startOfColumn(sheet, to.right + 1) - place.left,
      height: startOfRow(sheet, to.bottom + 1) - place.top,
    });
  }
  delete(): void {
    this.$change(() => {
      const { charts } = this.$chart.sheet.book;
      charts.splice(charts.indexOf(this.$chart), 1);
    });
  }

  /** Does something to the chart, unless the sheet is protected. */
  $change(change: () => void): void {
    if (!this.$chart.sheet.book.charts.includes(this.$chart)) {
      throw new HostError('ItemNotFound', 'The chart has been deleted.');
    }
    if (this.$chart.sheet.protection) throw new HostError('AccessDenied');
    change();
    this.$changed();
  }
  $changed(): void {
    const { sheet } = this.$chart;
    sheet.touched = true;
    sheet.book.tell({ kind: 'drawn', sheet });
  }

  private $place(part: Partial<ChartState['box']>): void {
    for (const points of Object.values(part)) {
      if (typeof points !== 'number') throw new HostError('InvalidArgument');
    }
    this.$change(() => (this.$chart.box = { ...this.$chart.box, ...part }));
  }

  private $on(cells: unknown): Rect {
    if (typeof cells === 'string') {
      const [sheetName, local] = splitSheet(cells);
      if (sheetName && sheetName.toUpperCase() !== this.$chart.sheet.name.toUpperCase()) {
        throw elsewhere();
      }
      return requiredRect(local);
    }
    const range = requireRange(cells);
    if (range.$live !== this.$chart.sheet) throw elsewhere();
    return range.$rect;
  }
}

const elsewhere = () =>
  new HostError('InvalidArgument', 'A chart stands on cells of its own sheet.');

class ChartLegend extends HostObject {
  readonly $className = 'ChartLegend';

  constructor(
    private readonly $chart: ChartState,
    private readonly $owner: Chart,
  ) {
    super();
  }

  get visible(): boolean {
    return this.$chart.legend.visible;
  }
  set visible(visible: boolean) {
    this.$owner.$change(() => (this.$chart.legend = { visible }));
  }
}

function requireType(type: string): void {
  if (!TYPES.includes(type)) {
    throw new HostError('NotImplemented', `This host draws bars and columns only, not ${type}.`);
  }
}
