import { HostError } from './host-error';
import { HostObject, memberOf } from './host-object';
import {
  ActionType,
  PathType,
  type Action,
  type ArgumentInfo,
  type Batch,
  type ObjectPath,
  type Reply,
} from './protocol';
import { answerQuery, LOAD, RETRIEVE } from './query';
import { EVERYTHING, type RequirementGate } from './requirement-sets';

/** Two properties travel under other names than their own (Worksheet_ShowGridlines_Set). */
const RENAMED: Record<string, string> = { Gridlines: 'showGridlines', Headings: 'showHeadings' };

const camel = (name: string): string =>
  RENAMED[name] ?? (name.startsWith('_') ? name : name.charAt(0).toLowerCase() + name.slice(1));

type Resolved = HostObject | null;
type Dynamic = Record<string, unknown>;

/** Lets a test make the n-th action of a batch fail; see failures.ts. */
export type ActionGuard = (actionIndex: number) => void;

/**
 * Runs a batch of office.js on host objects, found by name. It knows nothing of Excel: paths are
 * resolved when an action first needs them and once only (so that `add()` adds once), actions run
 * in order, and the first that fails ends the batch with what came before it in effect, as in
 * Excel. What an object does not offer is refused by name as ApiNotFound.
 */
export class Dispatcher {
  /** Ranges that the client asked to keep, by reference id. */
  private readonly kept = new Map<string, HostObject>();
  private nextReference = 1;

  constructor(
    readonly root: HostObject,
    /** Reached by name without the workbook, such as custom functions. */
    readonly services: Record<string, HostObject> = {},
    readonly gate: RequirementGate = EVERYTHING,
  ) {}

  /** How many ranges the client holds; 0 once Excel.run has cleaned up. */
  get references(): number {
    return this.kept.size;
  }

  execute(batch: Batch, guard: ActionGuard = () => {}): Reply {
    return new BatchRun(this, batch).run(guard);
  }

  keep(object: HostObject): string {
    for (const [id, other] of this.kept) if (other === object) return id;
    const id = `range${this.nextReference++}`;
    this.kept.set(id, object);
    return id;
  }

  held(id: string): HostObject {
    const object = this.kept.get(id);
    if (!object)
      throw new HostError('InvalidObjectPath', `There is no object with reference ${id}.`);
    return object;
  }

  drop(id: string): void {
    this.kept.delete(id);
  }
}

/** One batch: its paths as far as they are resolved, and where it stands. */
class BatchRun {
  private readonly resolved = new Map<number, Resolved>();
  /** References that this batch handed out, to be dropped at its end unless the client keeps them. */
  private readonly handedOut = new Map<string, HostObject>();
  private readonly wanted = new Set<HostObject>();
  /** 'Worksheet.getRange', for the error's Location. */
  private location = '';

  constructor(
    private readonly host: Dispatcher,
    private readonly batch: Batch,
  ) {}

  run(guard: ActionGuard): Reply {
    const reply: Reply = { Results: [] };
    const traces: number[] = [];
    for (const [index, action] of this.batch.Actions.entries()) {
      this.location = '';
      try {
        guard(index);
        // A trace answers like any action, or the client never attaches its event handlers.
        if (action.ActionType === ActionType.Trace) traces.push(action.Id);
        const Value = action.ActionType === ActionType.Trace ? null : this.perform(action);
        reply.Results.push({ ActionId: action.Id, Value: Value ?? null });
      } catch (error) {
        reply.Error = this.describe(error, index);
        break;
      }
    }
    if (traces.length > 0) reply.TraceIds = traces;
    this.releaseUnwanted();
    return reply;
  }

  private perform(action: Action): unknown {
    const object = this.object(action.ObjectPathId);
    const query = action.QueryInfo ?? {};
    switch (action.ActionType) {
      case ActionType.Instantiate:
        return this.identity(object, this.batch.ObjectPaths[action.ObjectPathId]?.D);
      case ActionType.Load:
        return object && answerQuery(object, query, LOAD, this.host.gate);
      case ActionType.Retrieve:
        return object && answerQuery(object, query, RETRIEVE, this.host.gate);
      case ActionType.Method:
        return this.method(object, camel(action.Name ?? ''), action.ArgumentInfo);
      case ActionType.SetProperty:
        return this.set(object, camel(action.Name ?? ''), action.ArgumentInfo?.Arguments?.[0]);
      case ActionType.Update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) {
          this.set(object, camel(name), value);
        }
        return null;
      default:
        throw new HostError('ApiNotFound', `This host has no action of type ${action.ActionType}.`);
    }
  }

  private method(object: Resolved, name: string, info: ArgumentInfo | undefined): unknown {
    if (name === '_KeepReference' && object) {
      this.wanted.add(object);
      return null;
    }
    if (name === '_RemoveReference') {
      this.host.drop(String(info?.Arguments?.[0]));
      return null;
    }
    // A method of a null object does nothing: Script Lab's samples delete sheets that way.
    if (object === null) return null;
    const value = this.call(object, name, info);
    return value instanceof HostObject ? this.identity(value) : value;
  }

  private object(id: number): Resolved {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const path = this.batch.ObjectPaths[id];
    if (!path) throw new HostError('InvalidObjectPath', `The request has no object path ${id}.`);
    const object = this.follow(path);
    this.resolved.set(id, object);
    return object;
  }

  private follow(path: ObjectPath): Resolved {
    const parent = path.ParentObjectPathId ? this.object(path.ParentObjectPathId) : undefined;
    if (parent === null) return null;
    switch (path.ObjectPathType) {
      case PathType.Root:
        return this.host.root;
      case PathType.Service:
        return this.service(path.Name);
      case PathType.Method:
        return asObject(this.call(parent!, camel(path.Name), path.ArgumentInfo));
      case PathType.Property:
        return asObject(this.property(parent!, camel(path.Name)));
      case PathType.Indexer:
        return asObject(this.call(parent!, 'getItem', path.ArgumentInfo));
      case PathType.Reference:
        return this.host.held(path.Name);
      case PathType.Null:
        return null;
      default:
        throw new HostError('ApiNotFound', `This host has no path of type ${path.ObjectPathType}.`);
    }
  }

  private service(name: string): HostObject {
    const service = this.host.services[name];
    if (!service) throw new HostError('ApiNotFound', `This host does not implement ${name}.`);
    return service;
  }

  private property(object: HostObject, name: string): unknown {
    this.location = `${object.$className}.${name}`;
    if (!memberOf(object, name)?.get) throw notImplemented(this.location);
    this.host.gate.require(object.$className, name);
    return (object as unknown as Dynamic)[name];
  }

  private call(object: HostObject, name: string, info: ArgumentInfo | undefined): unknown {
    this.location = `${object.$className}.${name}`;
    const method = memberOf(object, name)?.value as unknown;
    if (typeof method !== 'function') throw notImplemented(`${this.location}()`);
    this.host.gate.require(object.$className, name);
    const location = this.location;
    const args = this.argumentsOf(info);
    this.location = location;
    return method.apply(object, args) as unknown;
  }

  private set(object: Resolved, name: string, value: unknown): null {
    if (object === null) {
      throw new HostError('InvalidOperation', `${name} cannot be set on a null object.`);
    }
    this.location = `${object.$className}.${name}`;
    const member = memberOf(object, name);
    if (!member?.set) {
      throw member
        ? new HostError('AccessDenied', `${this.location} is read-only.`)
        : notImplemented(this.location);
    }
    this.host.gate.require(object.$className, name, 'set');
    (object as unknown as Dynamic)[name] = value;
    return null;
  }

  /** Omitted arguments arrive as null; objects as ids of their paths. */
  private argumentsOf(info: ArgumentInfo | undefined): unknown[] {
    const args: unknown[] = (info?.Arguments ?? []).map((value) => value ?? undefined);
    for (const [index, id] of (info?.ReferencedObjectPathIds ?? []).entries()) {
      if (typeof id === 'number' && id > 0) args[index] = this.object(id);
    }
    return args;
  }

  private identity(object: Resolved, untracked = false): unknown {
    if (object === null) return null;
    if (!object.$byReference || untracked) return object.$identity();
    const id = this.host.keep(object);
    this.handedOut.set(id, object);
    return { _ReferenceId: id };
  }

  private releaseUnwanted(): void {
    for (const [id, object] of this.handedOut) {
      if (!this.batch.AutoKeepReference && !this.wanted.has(object)) this.host.drop(id);
    }
  }

  private describe(error: unknown, index: number) {
    const refusal =
      error instanceof HostError
        ? error
        : new HostError(
            'GeneralException',
            `The host itself failed: ${String((error as Error)?.stack ?? error)}`,
          );
    return {
      Code: refusal.code,
      Message: refusal.message,
      HttpStatusCode: refusal.httpStatus,
      Location: this.location,
      ActionIndex: index,
    };
  }
}

const notImplemented = (what: string) =>
  new HostError('ApiNotFound', `This host does not implement ${what}.`);

function asObject(value: unknown): Resolved {
  if (value === null || value === undefined) return null;
  if (value instanceof HostObject) return value;
  throw new HostError('InvalidObjectPath', 'The path leads to a plain value, not to an object.');
}
