/**
 * What the add-in can reach: an object of the Excel API, played by the host. Its getters, setters
 * and methods carry the names of Office.js and work synchronously; the dispatcher finds them by
 * name. Names that begin with `$` are the host's own, and so is every own field.
 */
export abstract class HostObject {
  /** The class's name in Office.js, by which its requirement set is looked up. */
  abstract readonly $className: string;

  /** Ranges are kept by reference id: their address says nothing once rows have moved. */
  readonly $byReference: boolean = false;

  /** What the client needs to find the object again: `{ Id }`, `{ _Id }` or nothing. */
  $identity(): Record<string, unknown> {
    return {};
  }
}

/** A collection of the Excel API: what `load('items/…')` walks. */
export abstract class HostCollection extends HostObject {
  abstract get items(): HostObject[];
}

/** The accessor or method that an API object offers under a name of Office.js. */
export function memberOf(object: HostObject, name: string): PropertyDescriptor | undefined {
  if (name.startsWith('$') || name === 'constructor') return undefined;
  for (
    let prototype = Object.getPrototypeOf(object);
    prototype && prototype !== HostObject.prototype && prototype !== Object.prototype;
    prototype = Object.getPrototypeOf(prototype)
  ) {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
    if (descriptor) return descriptor;
  }
  return undefined;
}

/** The names of all readable properties, the collection's items left out. */
export function propertiesOf(object: HostObject): string[] {
  const names = new Set<string>();
  for (
    let prototype = Object.getPrototypeOf(object);
    prototype && prototype !== HostObject.prototype;
    prototype = Object.getPrototypeOf(prototype)
  ) {
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (descriptor.get && !name.startsWith('$') && name !== 'items') names.add(name);
    }
  }
  return [...names];
}
