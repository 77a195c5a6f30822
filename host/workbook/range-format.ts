import { HostError } from '../host-error';
import { HostCollection, HostObject } from '../host-object';
import type { Rect } from '../model/address';
import { plainValue } from '../model/cells';
import { STANDARD_HEIGHT, STANDARD_WIDTH, toPixel } from '../model/geometry';
import type { Runs } from '../model/runs';
import type { Sheet } from '../model/sheet';
import { styleWith, type Border, type Style } from '../model/style';

/** Something about the look of a block; null where the cells differ, as the types say. */
abstract class Look extends HostObject {
  constructor(
    protected readonly $sheet: Sheet,
    protected readonly $rect: Rect,
  ) {
    super();
  }

  protected $get<T>(part: (style: Readonly<Style>) => T): T | null {
    const values = new Set(this.$sheet.formats.distinct(this.$rect).map(part));
    return values.size === 1 ? [...values][0]! : null;
  }

  protected $set(change: Partial<Style>): void {
    this.$sheet.requireAllowed('allowFormatCells');
    this.$sheet.formats.change(this.$rect, change);
    this.$sheet.touched = true;
  }
}

export class RangeFormat extends Look {
  readonly $className = 'RangeFormat';

  get fill(): RangeFill {
    return new RangeFill(this.$sheet, this.$rect);
  }
  get font(): RangeFont {
    return new RangeFont(this.$sheet, this.$rect);
  }
  get borders(): RangeBorderCollection {
    return new RangeBorderCollection(this.$sheet, this.$rect);
  }
  get protection(): FormatProtection {
    return new FormatProtection(this.$sheet, this.$rect);
  }

  get horizontalAlignment(): string | null {
    return this.$get((style) => style.horizontalAlignment ?? 'General');
  }
  set horizontalAlignment(value: string) {
    this.$set({ horizontalAlignment: value === 'General' ? undefined : value });
  }
  get verticalAlignment(): string | null {
    return this.$get((style) => style.verticalAlignment ?? 'Bottom');
  }
  set verticalAlignment(value: string) {
    this.$set({ verticalAlignment: value === 'Bottom' ? undefined : value });
  }
  get wrapText(): boolean | null {
    return this.$get((style) => style.wrapText ?? false);
  }
  set wrapText(value: boolean) {
    this.$set({ wrapText: value || undefined });
  }
  get indentLevel(): number | null {
    return this.$get((style) => style.indentLevel ?? 0);
  }
  set indentLevel(value: number) {
    this.$set({ indentLevel: value || undefined });
  }

  /** Points; null where the columns differ. */
  get columnWidth(): number | null {
    return shared(this.$sheet.columnWidths, this.$rect.left, this.$rect.right, STANDARD_WIDTH);
  }
  set columnWidth(points: number) {
    this.$sheet.requireAllowed('allowFormatColumns');
    requireSize(points);
    this.$sheet.columnWidths.set(this.$rect.left, this.$rect.right, toPixel(points));
    this.$sheet.touched = true;
  }
  /** Points; null where the rows differ. */
  get rowHeight(): number | null {
    return shared(this.$sheet.rowHeights, this.$rect.top, this.$rect.bottom, STANDARD_HEIGHT);
  }
  set rowHeight(points: number) {
    this.$sheet.requireAllowed('allowFormatRows');
    requireSize(points);
    this.$sheet.rowHeights.set(this.$rect.top, this.$rect.bottom, toPixel(points));
    this.$sheet.touched = true;
  }

  /** By the number of characters, as a file-writing library would; Excel measures the text. */
  autofitColumns(): void {
    this.$sheet.requireAllowed('allowFormatColumns');
    const longest = new Map<number, number>();
    this.$sheet.cells.visit(this.$rect, (_row, column, cell) => {
      const lines = String(plainValue(cell)).split('\n');
      const length = Math.max(...lines.map((line) => line.length));
      longest.set(column, Math.max(longest.get(column) ?? 0, length));
    });
    for (const [column, length] of longest) {
      this.$sheet.columnWidths.set(
        column,
        column,
        toPixel(Math.min(255, length + 1) * 5.25 + 3.75),
      );
    }
    this.$sheet.touched = true;
  }
  autofitRows(): void {
    this.$sheet.requireAllowed('allowFormatRows');
    this.$sheet.rowHeights.set(this.$rect.top, this.$rect.bottom, undefined);
    this.$sheet.touched = true;
  }
}

class RangeFill extends Look {
  readonly $className = 'RangeFill';

  get color(): string | null {
    return this.$get((style) => style.fill ?? '#FFFFFF');
  }
  set color(value: string) {
    this.$set({ fill: colour(value) });
  }
  clear(): void {
    this.$set({ fill: undefined });
  }
}

class RangeFont extends Look {
  readonly $className = 'RangeFont';

  get bold(): boolean | null {
    return this.$get((style) => style.bold ?? false);
  }
  set bold(value: boolean) {
    this.$set({ bold: value || undefined });
  }
  get italic(): boolean | null {
    return this.$get((style) => style.italic ?? false);
  }
  set italic(value: boolean) {
    this.$set({ italic: value || undefined });
  }
  get underline(): string | null {
    return this.$get((style) => style.underline ?? 'None');
  }
  set underline(value: string) {
    this.$set({ underline: value === 'None' ? undefined : value });
  }
  get strikethrough(): boolean | null {
    return this.$get((style) => style.strikethrough ?? false);
  }
  set strikethrough(value: boolean) {
    this.$set({ strikethrough: value || undefined });
  }
  get color(): string | null {
    return this.$get((style) => style.fontColor ?? '#000000');
  }
  set color(value: string) {
    this.$set({ fontColor: colour(value) });
  }
  get name(): string | null {
    return this.$get((style) => style.fontName ?? 'Calibri');
  }
  set name(value: string) {
    this.$set({ fontName: value });
  }
  get size(): number | null {
    return this.$get((style) => style.fontSize ?? 11);
  }
  set size(value: number) {
    requireSize(value);
    this.$set({ fontSize: value });
  }
}

class FormatProtection extends Look {
  readonly $className = 'FormatProtection';

  get locked(): boolean | null {
    return this.$get((style) => !style.unlocked);
  }
  set locked(value: boolean) {
    this.$set({ unlocked: value ? undefined : true });
  }
}

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;
const INSIDES = ['InsideHorizontal', 'InsideVertical'] as const;
type Side = (typeof EDGES)[number] | (typeof INSIDES)[number];

class RangeBorderCollection extends HostCollection {
  readonly $className = 'RangeBorderCollection';

  constructor(
    private readonly $sheet: Sheet,
    private readonly $rect: Rect,
  ) {
    super();
  }

  get items(): RangeBorder[] {
    return [...EDGES, ...INSIDES].map((side) => new RangeBorder(this.$sheet, this.$rect, side));
  }
  get count(): number {
    return this.items.length;
  }
  getItem(side: string): RangeBorder {
    const known = [...EDGES, ...INSIDES].find((one) => one === side);
    if (!known) throw new HostError('InvalidArgument', `This host has no border ${side}.`);
    return new RangeBorder(this.$sheet, this.$rect, known);
  }
  getItemAt(index: number): RangeBorder {
    const border = this.items[index];
    if (!border) throw new HostError('InvalidArgument');
    return border;
  }
}

/** A line along an edge of the block or between its cells; kept with each cell that has it. */
class RangeBorder extends HostObject {
  readonly $className = 'RangeBorder';

  constructor(
    private readonly $sheet: Sheet,
    private readonly $rect: Rect,
    private readonly $side: Side,
  ) {
    super();
  }

  override $identity() {
    return { Id: this.$side };
  }
  get id(): string {
    return this.$side;
  }
  get sideIndex(): string {
    return this.$side;
  }
  get style(): string {
    return this.$border?.style ?? 'None';
  }
  set style(value: string) {
    // A double line has one weight only.
    const weight = value === 'Double' ? 'Thick' : this.$orThin.weight;
    this.$change(value === 'None' ? undefined : { ...this.$orThin, style: value, weight });
  }
  get weight(): string {
    return this.$border?.weight ?? 'Thin';
  }
  set weight(value: string) {
    this.$change({ ...this.$orThin, weight: value });
  }
  get color(): string {
    return this.$border?.color ?? '#000000';
  }
  set color(value: string) {
    this.$change({ ...this.$orThin, color: colour(value) });
  }

  private get $orThin(): Border {
    return this.$border ?? { style: 'Continuous', weight: 'Thin', color: '#000000' };
  }

  private get $border(): Border | undefined {
    const [part] = this.$parts;
    return part && this.$sheet.styleAt(part.rect.top, part.rect.left).borders?.[part.edge];
  }

  private $change(border: Border | undefined): void {
    this.$sheet.requireAllowed('allowFormatCells');
    for (const { rect, edge } of this.$parts) {
      this.$sheet.formats.update(rect, (style) => withBorder(style, edge, border));
    }
    this.$sheet.touched = true;
  }

  /** Which cells carry the line, and on which of their edges. */
  private get $parts(): { rect: Rect; edge: string }[] {
    const { top, left, bottom, right } = this.$rect;
    switch (this.$side) {
      case 'EdgeTop':
        return [{ rect: { ...this.$rect, bottom: top }, edge: 'EdgeTop' }];
      case 'EdgeBottom':
        return [{ rect: { ...this.$rect, top: bottom }, edge: 'EdgeBottom' }];
      case 'EdgeLeft':
        return [{ rect: { ...this.$rect, right: left }, edge: 'EdgeLeft' }];
      case 'EdgeRight':
        return [{ rect: { ...this.$rect, left: right }, edge: 'EdgeRight' }];
      case 'InsideHorizontal':
        return bottom > top
          ? [{ rect: { ...this.$rect, bottom: bottom - 1 }, edge: 'EdgeBottom' }]
          : [];
      case 'InsideVertical':
        return right > left
          ? [{ rect: { ...this.$rect, right: right - 1 }, edge: 'EdgeRight' }]
          : [];
    }
  }
}

function withBorder(style: Readonly<Style>, edge: string, border: Border | undefined) {
  const borders = { ...style.borders };
  if (border) borders[edge] = border;
  else delete borders[edge];
  return styleWith(style, { borders: Object.keys(borders).length > 0 ? borders : undefined });
}

const NAMED: Record<string, string> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  grey: '#808080',
  gray: '#808080',
};

/** '#RRGGBB' or one of a few names; office.js documents both. */
export function colour(value: string): string {
  const found = /^#?[0-9a-f]{6}$/i.test(value)
    ? value.toUpperCase()
    : NAMED[value?.toLowerCase?.()];
  if (!found) throw new HostError('InvalidArgument', `${value} is no colour that this host knows.`);
  return found.startsWith('#') ? found : `#${found}`;
}

function requireSize(points: number): void {
  if (typeof points !== 'number' || !(points >= 0 && points <= 1790)) {
    throw new HostError('InvalidArgument');
  }
}

/** One size that all share, else null; parts without one have the standard. */
function shared(sizes: Runs<number>, from: number, to: number, standard: number): number | null {
  const runs = sizes.within(from, to);
  const covered = runs.reduce((sum, run) => sum + run.to - run.from + 1, 0);
  const values = new Set(runs.map((run) => run.value));
  if (covered < to - from + 1) values.add(standard);
  return values.size === 1 ? [...values][0]! : null;
}
