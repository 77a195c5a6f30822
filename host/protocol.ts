/**
 * The request batch that office.js sends and the reply that it reads, as far as
 * excel-web-16.00.debug.js of @microsoft/office-js shows them (ClientRequestBase,
 * ObjectPathFactory, processRequestExecutorResponseMessage).
 */
export interface Batch {
  /** Keep every range that this batch instantiates until the client removes it. */
  AutoKeepReference?: boolean;
  Actions: Action[];
  ObjectPaths: Record<string, ObjectPath>;
}

export enum ActionType {
  Instantiate = 1,
  Load = 2,
  Method = 3,
  SetProperty = 4,
  Trace = 5,
  RecursiveQuery = 6,
  Retrieve = 7,
  EnsureUnchanged = 8,
  Update = 9,
}

export enum PathType {
  Root = 1,
  Service = 2,
  Method = 3,
  Property = 4,
  Indexer = 5,
  Reference = 6,
  Null = 7,
}

export interface Action {
  Id: number;
  ActionType: ActionType;
  ObjectPathId: number;
  Name?: string;
  ArgumentInfo?: ArgumentInfo;
  QueryInfo?: QueryInfo;
  ObjectState?: Record<string, unknown>;
}

export interface ObjectPath {
  Id: number;
  ObjectPathType: PathType;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: ArgumentInfo;
  /** The client has untracked the object and wants no reference to it. */
  D?: boolean;
}

/** An argument that is itself an API object arrives as the id of its path. */
export interface ArgumentInfo {
  Arguments?: unknown[];
  ReferencedObjectPathIds?: (number | null | (number | null)[])[] | null;
}

export interface QueryInfo {
  Select?: string[];
  Expand?: string[];
  Skip?: number;
  Top?: number;
}

export interface Reply {
  Results: { ActionId: number; Value: unknown }[];
  TraceIds?: number[];
  Error?: ReplyError;
}

export interface ReplyError {
  Code: string;
  Message: string;
  HttpStatusCode: number;
  Location: string;
  /** Which action failed; absent where the whole request did. */
  ActionIndex?: number;
}
