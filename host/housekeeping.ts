import { ActionType, PathType, type Batch } from './protocol';

/**
 * Whether a batch is the library's own work rather than a `context.sync()` of the add-in:
 * Excel.run's cleanup, which is made of nothing but _RemoveReference, and calls of services
 * beside the workbook (custom function results, the runtime's state).
 */
export function isHousekeeping(batch: Batch): boolean {
  const onlyReleases = batch.Actions.every(
    (action) =>
      (action.ActionType === ActionType.Method && action.Name === '_RemoveReference') ||
      (action.ActionType === ActionType.Instantiate &&
        batch.ObjectPaths[action.ObjectPathId]?.ObjectPathType === PathType.Root),
  );
  const releases = batch.Actions.some((action) => action.Name === '_RemoveReference');
  const roots = Object.values(batch.ObjectPaths).filter((path) => !path.ParentObjectPathId);
  const onlyServices =
    roots.length > 0 && roots.every((path) => path.ObjectPathType === PathType.Service);
  return (onlyReleases && releases) || onlyServices;
}
