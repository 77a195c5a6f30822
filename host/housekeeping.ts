import { ActionType, PathType, type Action, type Batch } from './protocol';

/**
 * Whether a batch is the library's own work rather than a `context.sync()` of the add-in: the
 * cleanup after Excel.run, which is made of nothing but _RemoveReference, and calls of services
 * beside the workbook (results of custom functions, the runtime's state).
 */
export function isHousekeeping(batch: Batch): boolean {
  const typeOf = (action: Action) => batch.ObjectPaths[action.ObjectPathId]?.ObjectPathType;
  // Each batch names its roots first, whatever it is for.
  const work = batch.Actions.filter(
    (action) =>
      action.ActionType !== ActionType.Instantiate ||
      (typeOf(action) !== PathType.Root && typeOf(action) !== PathType.Service),
  );
  return (
    work.length > 0 &&
    work.every(
      (action) => action.Name === '_RemoveReference' || typeOf(action) === PathType.Service,
    )
  );
}
