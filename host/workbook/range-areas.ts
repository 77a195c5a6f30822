import { HostObject } from '../host-object';
import type { Range } from './range';

/** Blocks of one sheet, taken together. */
export class RangeAreas extends HostObject {
  readonly $className = 'RangeAreas';
  override readonly $byReference = true;

  constructor(private readonly $areas: readonly Range[]) {
    super();
  }

  get address(): string {
    return this.$areas.map(({ address }) => address).join(',');
  }
  get areaCount(): number {
    return this.$areas.length;
  }
  get cellCount(): number {
    return this.$areas.reduce((sum, { cellCount }) => sum + cellCount, 0);
  }
}
