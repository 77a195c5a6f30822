import { HostError } from '../host-error';
import { HostObject } from '../host-object';
import type { Text } from '../model/chart';
import type { Chart } from './charts';

export class ChartTitle extends HostObject {
  readonly $className = 'ChartTitle';

  constructor(
    private readonly $title: Text,
    private readonly $chart: Chart,
  ) {
    super();
  }

  get text(): string {
    return this.$title.text;
  }
  /** A title that is given words is shown. */
  set text(text: string) {
    requireText(text);
    this.$chart.$change(() => Object.assign(this.$title, { text, visible: true }));
  }
  get visible(): boolean {
    return this.$title.visible;
  }
  set visible(visible: boolean) {
    this.$chart.$change(() => (this.$title.visible = visible));
  }
  get format(): ChartTitleFormat {
    return new ChartTitleFormat(this.$title, this.$chart);
  }
}

class ChartTitleFormat extends HostObject {
  readonly $className = 'ChartTitleFormat';

  constructor(
    private readonly $title: Text,
    private readonly $chart: Chart,
  ) {
    super();
  }

  get font(): ChartFont {
    return new ChartFont(this.$title, this.$chart);
  }
}

class ChartFont extends HostObject {
  readonly $className = 'ChartFont';

  constructor(
    private readonly $text: Text,
    private readonly $chart: Chart,
  ) {
    super();
  }

  get bold(): boolean {
    return this.$text.bold;
  }
  set bold(bold: boolean) {
    this.$chart.$change(() => (this.$text.bold = bold));
  }
  get size(): number {
    return this.$text.size;
  }
  set size(size: number) {
    if (!(size >= 1 && size <= 409)) throw new HostError('InvalidArgument');
    this.$chart.$change(() => (this.$text.size = size));
  }
}

export function requireText(text: unknown): void {
  if (typeof text !== 'string') throw new HostError('InvalidArgument');
}
