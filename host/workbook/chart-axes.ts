import { HostError } from '../host-error';
import { HostObject } from '../host-object';
import type { Chart as ChartState, ChartAxis as AxisState } from '../model/chart';
import { requireText } from './chart-title';
import type { Chart } from './charts';

export class ChartAxes extends HostObject {
  readonly $className = 'ChartAxes';

  constructor(
    private readonly $state: ChartState,
    private readonly $chart: Chart,
  ) {
    super();
  }

  get categoryAxis(): ChartAxis {
    return new ChartAxis(this.$state.categoryAxis, this.$chart);
  }
  get valueAxis(): ChartAxis {
    return new ChartAxis(this.$state.valueAxis, this.$chart);
  }
}

class ChartAxis extends HostObject {
  readonly $className = 'ChartAxis';

  constructor(
    private readonly $axis: AxisState,
    private readonly $chart: Chart,
  ) {
    super();
  }

  get title(): ChartAxisTitle {
    return new ChartAxisTitle(this.$axis, this.$chart);
  }
  get majorGridlines(): ChartGridlines {
    return new ChartGridlines(this.$axis, this.$chart);
  }
  get visible(): boolean {
    return this.$axis.visible;
  }
  set visible(visible: boolean) {
    this.$set({ visible });
  }
  get reversePlotOrder(): boolean {
    return this.$axis.reversed;
  }
  set reversePlotOrder(reversed: boolean) {
    this.$set({ reversed });
  }
  get position(): string {
    return this.$axis.crossedAt;
  }
  set position(crossedAt: string) {
    requireOneOf(crossedAt, ['Automatic', 'Maximum', 'Minimum']);
    this.$set({ crossedAt });
  }
  get tickLabelPosition(): string {
    return this.$axis.labelsAt;
  }
  set tickLabelPosition(labelsAt: string) {
    requireOneOf(labelsAt, ['NextToAxis', 'High', 'Low', 'None']);
    this.$set({ labelsAt });
  }
  /** '' where Excel chooses. */
  get tickLabelSpacing(): number | string {
    return this.$axis.labelSpacing ?? '';
  }
  set tickLabelSpacing(spacing: number | string) {
    const isCount = Number.isInteger(spacing) && Number(spacing) >= 1 && Number(spacing) <= 31999;
    if (spacing !== '' && !isCount) throw new HostError('InvalidArgument');
    this.$set({ labelSpacing: spacing === '' ? undefined : Number(spacing) });
  }
  private $set(part: Partial<AxisState>): void {
    this.$chart.$change(() => Object.assign(this.$axis, part));
  }
}

class ChartAxisTitle extends HostObject {
  readonly $className = 'ChartAxisTitle';

  constructor(
    private readonly $axis: AxisState,
    private readonly $chart: Chart,
  ) {
    super();
  }

  get text(): string {
    return this.$axis.title ?? '';
  }
  set text(text: string) {
    requireText(text);
    this.$chart.$change(() => (this.$axis.title = text));
  }
  get visible(): boolean {
    return this.$axis.title !== undefined;
  }
  /** Excel shows the words 'Axis Title' where none were given. */
  set visible(visible: boolean) {
    const title = visible ? (this.$axis.title ?? 'Axis Title') : undefined;
    this.$chart.$change(() => (this.$axis.title = title));
  }
}

class ChartGridlines extends HostObject {
  readonly $className = 'ChartGridlines';

  constructor(
    private readonly $axis: AxisState,
    private readonly $chart: Chart,
  ) {
    super();
  }

  get visible(): boolean {
    return this.$axis.gridlines;
  }
  set visible(gridlines: boolean) {
    this.$chart.$change(() => (this.$axis.gridlines = gridlines));
  }
}

function requireOneOf(value: string, known: readonly string[]): void {
  if (!known.includes(value)) throw new HostError('InvalidArgument');
}
