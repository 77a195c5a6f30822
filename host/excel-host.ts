import { CustomFunctionCalls, type FunctionOutcome } from './custom-functions';
import { Dispatcher } from './dispatcher';
import { Failures } from './failures';
import { HostError } from './host-error';
import { isHousekeeping } from './housekeeping';
import { localAddress } from './model/address';
import { Book, type BookEvent } from './model/book';
import type { Batch, Reply } from './protocol';
import { gateFor, NEWEST } from './requirement-sets';
import { runtimeServices, type RuntimeState } from './services';
import { isWatched, WORKBOOK } from './workbook/events';
import type { Sheet } from './model/sheet';
import { Workbook } from './workbook/workbook';

export interface HostOptions {
  /** By default a blank workbook. */
  book?: Book;
  /** The ExcelApi version played, such as '1.12'; by default the newest that the types know. */
  plays?: string;
  /** Bytes of a request or a response; 5 MB is Excel on the web's, as Microsoft's guide says. */
  payloadLimit?: number;
  /** The origin of the host's page. */
  origin?: string;
}

/** What has crossed between the add-in and the host. */
export interface Traffic {
  /** Batches that the add-in itself syncs. */
  syncs: number;
  /** Batches that the library sends for itself; see housekeeping.ts. */
  housekeeping: number;
  requestBytes: number;
  responseBytes: number;
}

/** One batch, as a test wants to know of it. */
export interface BatchRecord {
  housekeeping: boolean;
  actions: number;
  requestBytes: number;
  responseBytes: number;
  /** The code of the error that ended it. */
  error?: string;
}

const FIVE_MEGABYTES = 5 * 1024 * 1024;

/** office.js turns these into RequestPayloadSizeLimitExceeded and its twin. */
const REQUEST_TOO_LARGE = 5103;
const RESPONSE_TOO_LARGE = 5104;
const NOT_SUPPORTED = 5001;

/** The requests that reach the host by number (OSF.DDA.MethodDispId). */
const enum Call {
  RefreshSettings = 75,
  SaveSettings = 76,
  RunBatch = 93,
  CommandCompleted = 94,
}

/** Sets beside ExcelApi that Excel on the web plays, as far as this add-in asks for them. */
const OTHER_SETS = {
  CustomFunctions: '1.8',
  CustomFunctionsRuntime: '1.4',
  DialogApi: '1.2',
  KeyboardShortcuts: '1.1',
  RibbonApi: '1.2',
  RichApiRuntime: '1.2',
  RichApiRuntimeFlag: '1.2',
  Settings: '1.1',
  SharedRuntime: '1.2',
};

const WORKSHEET_EVENTS = { changed: 10, activated: 11, added: 13, selected: 14, deleted: 15 };
const WORKSHEET_CATEGORY = 65536;
const ACTION_CATEGORY = 2;
const INVOKE_ACTION = 1000;

interface Incoming {
  _messageType: number;
  _actionName: string;
  _actionType: number;
  _conversationId: string;
  _correlationId: number;
  _data: unknown;
}

/** The payload of executeMethod; which field is there depends on the number. */
interface MethodCall {
  DdaMethod: { DispatchId: number };
  ArrayData?: unknown[];
  DdaSettingsMethod?: { Properties: [string, string][] };
}

/**
 * Excel on the web, as office.js sees it: the other end of the cross-document messages that the
 * unmodified library sends from the add-in's frame. The same class serves a browser and jsdom;
 * they differ only in how text reaches `receive` and leaves by `post`.
 */
export class ExcelHost {
  readonly book: Book;
  /** The workbook by its API, to be used directly: what an officer does, or a test looks at. */
  readonly workbook: Workbook;
  readonly plays: string;
  readonly origin: string;
  readonly conversationId = 'conversation-1';
  readonly addinId = 'addin-1';
  readonly io: Traffic = { syncs: 0, housekeeping: 0, requestBytes: 0, responseBytes: 0 };
  readonly batches: BatchRecord[] = [];
  readonly failures = new Failures();
  readonly runtime: RuntimeState = {
    visibility: 'Visible',
    startup: 'Inactive',
    ribbonUpdates: [],
  };
  /** Names of what the library asked for and this host does not play. */
  readonly unplayed: string[] = [];
  /** Delivers a message to the add-in's window; set by whoever connects the two. */
  post: (message: string) => void = () => {};

  private readonly dispatcher: Dispatcher;
  private readonly functions: CustomFunctionCalls;
  private readonly payloadLimit: number;
  private readonly subscribed = new Set<string>();
  private readonly commands = new Map<string, () => void>();
  private lastCommand = 0;
  private isRunning = false;

  constructor(options: HostOptions = {}) {
    this.book = options.book ?? Book.blank();
    this.workbook = new Workbook(this.book);
    this.plays = options.plays ?? NEWEST;
    this.origin = options.origin ?? 'https://localhost:3000';
    this.payloadLimit = options.payloadLimit ?? FIVE_MEGABYTES;
    this.functions = new CustomFunctionCalls((category, type, message) =>
      this.sendRichMessage(category, type, '', message),
    );
    const services = {
      ...runtimeServices(this.runtime),
      'Microsoft.ExcelServices.CustomFunctions': this.functions.service,
    };
    this.dispatcher = new Dispatcher(this.workbook, services, gateFor(this.plays));
    this.book.listen((event) => this.passOn(event));
  }

  /** Resolves once the add-in's custom functions can be called. */
  get functionsReady(): Promise<void> {
    return this.functions.ready;
  }

  /** How many ranges the add-in has the host keep; 0 once Excel.run has cleaned up. */
  get keptReferences(): number {
    return this.dispatcher.references;
  }

  /** What a frame's address needs so that office.js takes this host for Excel on the web. */
  addressOf(page: string): string {
    // 3: shared runtime and custom functions. `_xdm_Info` must come last.
    return (
      `${page}?_host_Info=Excel$Web$16.01$en-US$${this.conversationId}$$disableLogging$3` +
      `#&_serializer_version=1&_xdm_Info=${this.conversationId}|${this.addinId}|${this.origin}`
    );
  }

  /** Calls a custom function of the add-in; see CustomFunctionCalls.call. */
  callFunction(
    name: string,
    parameters: unknown[],
    from: { address?: string } = {},
  ): Promise<FunctionOutcome> {
    return this.functions.call(name, parameters, from.address);
  }

  /** Presses a ribbon button of type ExecuteFunction; resolves when it calls event.completed(). */
  invokeCommand(name: string, buttonId = name): Promise<void> {
    const id = `command-${++this.lastCommand}`;
    const completed = new Promise<void>((resolve) => this.commands.set(id, resolve));
    this.fire('appCommandInvoked', {
      0: id,
      1: name,
      2: JSON.stringify({ source: { id: buttonId } }),
    });
    return completed;
  }

  /** Runs an associated action as a keyboard shortcut does. */
  invokeAction(name: string): void {
    this.sendRichMessage(ACTION_CATEGORY, INVOKE_ACTION, '', JSON.stringify([name, '']));
  }

  /** Takes a message from the add-in's window. */
  receive(text: string): void {
    const message = parsed(text);
    if (message?._messageType !== 0 || message._conversationId !== this.conversationId) return;
    if (message._actionType === 1) {
      this.subscribed.add(message._actionName);
      return this.reply(message, { Version: 1, Error: 0 });
    }
    if (message._actionType === 2) {
      this.subscribed.delete(message._actionName);
      return this.reply(message, { Version: 1, Error: 0 });
    }
    switch (message._actionName) {
      case 'ContextActivationManager_getAppContextAsync':
        return this.reply(message, this.appContext());
      case 'ContextActivationManager_notifyHost':
        return this.reply(message, null);
      case 'executeMethod':
        return this.reply(message, this.answerCall(message._data as MethodCall));
      default:
        this.unplayed.push(message._actionName);
        return this.reply(message, null, -2);
    }
  }

  private appContext() {
    return {
      _id: this.addinId,
      _appInstanceId: this.addinId,
      _appName: 16,
      _appVersion: '16.01',
      _appMinorVersion: 1,
      _appUILocale: 'en-gb',
      _dataLocale: 'en-gb',
      _docUrl: `${this.origin}/${encodeURIComponent(this.book.name)}`,
      _clientMode: 0,
      _settings: this.settingsAsText(),
      _reason: 'inserted',
      _osfControlType: 1,
      _eToken: '',
      _correlationId: this.conversationId,
      _hostFullVersion: '16.0.0.0',
      _requirementMatrix: JSON.stringify({ ExcelApi: this.plays, ...OTHER_SETS }),
      _initialDisplayMode: 2,
      _hostCustomMessage: '',
      _addinName: 'addin',
      _appDomains: [],
      _featureGates: {},
    };
  }

  private answerCall(call: MethodCall): object {
    const { DispatchId } = call.DdaMethod;
    switch (DispatchId as Call) {
      case Call.RunBatch:
        return this.answerBatch(String(call.ArrayData?.[4]));
      case Call.RefreshSettings: {
        const Settings = this.settingsAsText().map(([Name, Value]) => ({ Name, Value }));
        return { Version: 1, Error: 0, Properties: { Settings } };
      }
      case Call.SaveSettings:
        this.saveSettings(call.DdaSettingsMethod?.Properties ?? []);
        return { Version: 1, Error: 0 };
      case Call.CommandCompleted:
        this.completeCommand(JSON.stringify(call));
        return { Version: 1, Error: 0 };
      default:
        this.unplayed.push(`method ${DispatchId}`);
        return { Version: 1, Error: NOT_SUPPORTED };
    }
  }

  private answerBatch(text: string): object {
    const batch = JSON.parse(text) as Batch;
    const record: BatchRecord = {
      housekeeping: isHousekeeping(batch),
      actions: batch.Actions.length,
      requestBytes: bytesOf(text),
      responseBytes: 0,
    };
    this.batches.push(record);
    this.io[record.housekeeping ? 'housekeeping' : 'syncs']++;
    this.io.requestBytes += record.requestBytes;
    if (record.requestBytes > this.payloadLimit) {
      record.error = 'RequestPayloadSizeLimitExceeded';
      return { Version: 1, Error: REQUEST_TOO_LARGE };
    }
    const reply = this.run(batch, record.housekeeping);
    record.error = reply.Error?.Code;
    const body = JSON.stringify(reply);
    record.responseBytes = bytesOf(body);
    this.io.responseBytes += record.responseBytes;
    if (record.responseBytes > this.payloadLimit) {
      record.error = 'ResponsePayloadSizeLimitExceeded';
      return { Version: 1, Error: RESPONSE_TOO_LARGE };
    }
    return { Version: 1, Error: 0, Data: [200, [], body] };
  }

  private run(batch: Batch, housekeeping: boolean): Reply {
    this.isRunning = true;
    try {
      return this.dispatcher.execute(batch, housekeeping ? undefined : this.failures.nextRequest());
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      const { code: Code, message: Message, httpStatus: HttpStatusCode } = error;
      return { Results: [], Error: { Code, Message, HttpStatusCode, Location: '' } };
    } finally {
      this.isRunning = false;
    }
  }

  /** The common API keeps values as JSON text, the Excel API as JSON; the workbook has them once. */
  private settingsAsText(): [string, string][] {
    return [...this.book.settings].map(([key, value]) => [key, JSON.stringify(value)]);
  }

  private saveSettings(entries: [string, string][]): void {
    this.book.settings.clear();
    for (const [key, text] of entries) this.book.settings.set(key, JSON.parse(text));
    this.book.tell({ kind: 'settings' });
  }

  private completeCommand(payload: string): void {
    for (const [id, resolve] of this.commands) {
      if (!payload.includes(`"${id}"`)) continue;
      this.commands.delete(id);
      resolve();
    }
  }

  private passOn(event: BookEvent): void {
    if (event.kind === 'settings') return this.fire('settingsChanged', {});
    if (event.kind === 'drawn' || event.kind === 'workbook created') return;
    if (event.kind === 'selected') this.fire('documentSelectionChanged', {});
    const { id } = event.sheet;
    const message = JSON.stringify(this.describe(event));
    for (const target of [id, WORKBOOK]) {
      if (isWatched(this.book, event.kind, target)) {
        this.sendRichMessage(WORKSHEET_CATEGORY, WORKSHEET_EVENTS[event.kind], target, message);
      }
    }
  }

  private describe(event: Extract<BookEvent, { sheet: Sheet }>): object {
    const facts = { worksheetId: event.sheet.id, source: 'Local' };
    if (event.kind !== 'changed' && event.kind !== 'selected') return facts;
    const address = localAddress(event.rect);
    const reference = `${event.sheet.quotedName}!${address}`;
    return {
      ...facts,
      address,
      changeType: event.kind === 'changed' ? event.change : 'RangeEdited',
      shiftDirection: 'None',
      referenceId: reference,
      triggerSource: this.isRunning ? 'ThisLocalAddin' : 'Unknown',
    };
  }

  private sendRichMessage(category: number, type: number, target: string, message: string): void {
    this.fire('richApiMessage', { ArrayData: [[category, type, target, message, 0, false]] });
  }

  private fire(event: string, data: unknown): void {
    if (!this.subscribed.has(event)) return;
    this.post(this.envelope(event, -1, data, 0, 1));
  }

  private reply(message: Incoming, data: unknown, error = 0): void {
    this.post(this.envelope(message._actionName, message._correlationId, data, error, 0));
  }

  private envelope(
    name: string,
    correlation: number,
    data: unknown,
    error: number,
    responseType: number,
  ): string {
    return JSON.stringify({
      _messageType: 1,
      _actionName: name,
      _conversationId: this.conversationId,
      _correlationId: correlation,
      _origin: this.origin,
      _data: data,
      _errorCode: error,
      _responseType: responseType,
      _serializerVersion: 1,
    });
  }
}

const encoder = new TextEncoder();
const bytesOf = (text: string) => encoder.encode(text).length;

function parsed(text: unknown): Incoming | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text) as Incoming;
  } catch {
    return undefined;
  }
}
