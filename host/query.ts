import { HostError } from './host-error';
import { HostCollection, HostObject, memberOf, propertiesOf } from './host-object';
import type { QueryInfo } from './protocol';
import type { RequirementGate } from './requirement-sets';

type Tree = { [name: string]: Tree };

/** Everything on the object that is plain data; what office.js asks for with `load()`. */
const ALL = '*';

/** How the answer is spelt: `load` wants `_Items` and PascalCase, `retrieve` the API's own names. */
export interface Spelling {
  items: string;
  property: (name: string) => string;
}

export const LOAD: Spelling = {
  items: '_Items',
  property: (name) => (name.startsWith('_') ? name : name[0]!.toUpperCase() + name.slice(1)),
};
export const RETRIEVE: Spelling = { items: 'items', property: (name) => name };

/** Answers a load: the chosen properties of an object, and of a collection's items. */
export function answerQuery(
  object: HostObject,
  query: QueryInfo,
  spelling: Spelling,
  gate: RequirementGate,
): Record<string, unknown> {
  return new Answer(spelling, gate).of(object, treeOf(query), query);
}

function treeOf(query: QueryInfo): Tree {
  const root: Tree = {};
  const grow = (path: string) =>
    path.split(/[/.]/).reduce((tree, name) => (tree[name] ??= {}), root);
  for (const path of query.Select ?? []) grow(path);
  for (const path of query.Expand ?? []) grow(path)[ALL] = {};
  return root;
}

class Answer {
  constructor(
    private readonly spelling: Spelling,
    private readonly gate: RequirementGate,
  ) {}

  of(object: HostObject, tree: Tree, page: QueryInfo = {}): Record<string, unknown> {
    return object instanceof HostCollection
      ? this.ofCollection(object, tree, page)
      : this.ofObject(object, tree);
  }

  private ofObject(object: HostObject, tree: Tree): Record<string, unknown> {
    const answer = { ...object.$identity() };
    for (const name of this.wanted(object, tree)) {
      const value = this.read(object, name);
      answer[this.spelling.property(name)] =
        value instanceof HostObject ? this.of(value, tree[name] ?? {}) : (value ?? null);
    }
    return answer;
  }

  /** A collection's own properties come beside its items; every other name is meant for the items. */
  private ofCollection(collection: HostCollection, tree: Tree, page: QueryInfo) {
    const answer: Record<string, unknown> = { ...collection.$identity() };
    const all = Object.keys(tree).length === 0 || ALL in tree;
    const forItems: Tree = { ...tree.items };
    for (const [name, below] of Object.entries(tree)) {
      if (name === 'items') continue;
      if (memberOf(collection, name)?.get) {
        answer[this.spelling.property(name)] = this.read(collection, name);
      } else forItems[name] = below;
    }
    if (all) {
      for (const name of this.plainProperties(collection)) {
        answer[this.spelling.property(name)] = this.read(collection, name);
      }
    }
    if (all || 'items' in tree || Object.keys(forItems).length > 0) {
      const skip = page.Skip ?? 0;
      const items = collection.items.slice(
        skip,
        page.Top === undefined ? undefined : skip + page.Top,
      );
      answer[this.spelling.items] = items.map((item) => this.of(item, forItems));
    }
    return answer;
  }

  private wanted(object: HostObject, tree: Tree): string[] {
    const named = Object.keys(tree).filter((name) => name !== ALL);
    if (named.length > 0 && !(ALL in tree)) return named;
    return [...new Set([...this.plainProperties(object), ...named])];
  }

  /** `load()` without names brings what the played requirement set knows, and nothing above it. */
  private plainProperties(object: HostObject): string[] {
    return propertiesOf(object).filter(
      (name) =>
        this.gate.allows(object.$className, name) &&
        !((object as unknown as Record<string, unknown>)[name] instanceof HostObject),
    );
  }

  private read(object: HostObject, name: string): unknown {
    if (!memberOf(object, name)?.get) {
      throw new HostError(
        'ApiNotFound',
        `This host does not implement ${object.$className}.${name}.`,
      );
    }
    this.gate.require(object.$className, name);
    return (object as unknown as Record<string, unknown>)[name];
  }
}
