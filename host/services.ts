import { HostObject } from './host-object';

/** What the add-in's runtime tells and asks its host beside the workbook. */
export interface RuntimeState {
  /** 'Visible' or 'Hidden': whether the pane shows. */
  visibility: string;
  /** What Office.addin.setStartupBehavior asked for. */
  startup: string;
  /** Every Office.ribbon.requestUpdate, last one last. */
  ribbonUpdates: unknown[];
}

/** The services that office.js reaches by name in a shared runtime. */
export function runtimeServices(state: RuntimeState): Record<string, HostObject> {
  return {
    'Microsoft.AppRuntime.AppRuntimeService': new AppRuntimeService(state),
    'Microsoft.AppRuntime.AppRuntimePersistenceService': new AppRuntimePersistenceService(state),
    'Microsoft.InternalService.AddinInternalService': new AddinInternalService(),
    'Microsoft.DynamicRibbon.DynamicRibbon': new DynamicRibbon(state),
  };
}

class AppRuntimeService extends HostObject {
  readonly $className = 'AppRuntimeService';
  constructor(private readonly $state: RuntimeState) {
    super();
  }
  setAppRuntimeState(state: string): void {
    this.$state.visibility = state;
  }
  getAppRuntimeState(): string {
    return this.$state.visibility;
  }
}

class AppRuntimePersistenceService extends HostObject {
  readonly $className = 'AppRuntimePersistenceService';
  constructor(private readonly $state: RuntimeState) {
    super();
  }
  setAppRuntimeStartState(state: string): void {
    this.$state.startup = state;
  }
  getAppRuntimeStartState(): string {
    return this.$state.startup;
  }
}

class AddinInternalService extends HostObject {
  readonly $className = 'AddinInternalService';
  notifyActionHandlerReady(): void {}
}

class DynamicRibbon extends HostObject {
  readonly $className = 'DynamicRibbon';
  constructor(private readonly $state: RuntimeState) {
    super();
  }
  executeRequestUpdate(json: string): void {
    this.$state.ribbonUpdates.push(JSON.parse(json));
  }
}
