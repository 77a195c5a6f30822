import { HostError } from '../host-error';
import { HostCollection, HostObject } from '../host-object';
import type { ShapeState, Sheet } from '../model/sheet';

/** Boxes and shapes over a sheet's cells that were added here; those of a file are not read, nor saved. */
export class ShapeCollection extends HostCollection {
  readonly $className = 'ShapeCollection';

  constructor(private readonly $sheet: Sheet) {
    super();
  }

  get items(): Shape[] {
    return this.$sheet.shapes.map((shape) => new Shape(shape));
  }
  getCount(): number {
    return this.items.length;
  }
  addGeometricShape(_kind: string): Shape {
    return this.$add('GeometricShape', 'Shape');
  }
  addTextBox(_text?: string): Shape {
    return this.$add('GeometricShape', 'TextBox');
  }
  addImage(_base64: string): Shape {
    return this.$add('Image', 'Picture');
  }
  getItem(key: string): Shape {
    const shape = this.items.find(({ id, name }) => id === key || name === key);
    if (!shape) throw new HostError('ItemNotFound');
    return shape;
  }

  private $add(type: string, name: string): Shape {
    const id = `{00000000-0009-0000-0000-${String(this.$sheet.book.nextId()).padStart(12, '0')}}`;
    const state = { id, type, name: `${name} ${this.getCount() + 1}`, alternativeText: '' };
    this.$sheet.shapes.push(state);
    this.$sheet.touched = true;
    return new Shape(state);
  }
}

export class Shape extends HostObject {
  readonly $className = 'Shape';

  constructor(private readonly $shape: ShapeState) {
    super();
  }

  override $identity() {
    return { Id: this.id };
  }
  get id(): string {
    return this.$shape.id;
  }
  get name(): string {
    return this.$shape.name;
  }
  set name(name: string) {
    this.$shape.name = name;
  }
  get type(): string {
    return this.$shape.type;
  }
  get altTextDescription(): string {
    return this.$shape.alternativeText;
  }
  set altTextDescription(text: string) {
    this.$shape.alternativeText = text;
  }
}
