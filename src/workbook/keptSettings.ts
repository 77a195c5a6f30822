/** A value that is kept in the workbook's settings together with a write. */
export interface KeptValue {
  key: string;
  /** undefined takes the setting away. */
  value: unknown;
  /** What it is put back to where it may have been kept anew since; otherwise it is as it was. */
  putBack?: (earlier: unknown, now: unknown) => unknown;
}

/** A setting as it stood before a write. */
export interface EarlierValue extends Omit<KeptValue, 'value'> {
  earlier: unknown;
}

/** A setting on its way from Excel. */
type Loaded<T> = T & { setting: Excel.Setting };

/** Asks for settings with what else is queued. */
export const loadSettings = <T extends { key: string }>(
  { workbook }: Excel.RequestContext,
  settings: readonly T[],
): Loaded<T>[] =>
  settings.map((each) => ({
    ...each,
    setting: workbook.settings.getItemOrNullObject(each.key).load('value'),
  }));

const valueOf = (setting: Excel.Setting): unknown =>
  setting.isNullObject ? undefined : setting.value;

export const earlierValues = (loaded: readonly Loaded<KeptValue>[]): EarlierValue[] =>
  loaded.map(({ key, putBack, setting }) => ({ key, putBack, earlier: valueOf(setting) }));

export function keepValues({ workbook }: Excel.RequestContext, values: readonly KeptValue[]): void {
  for (const { key, value } of values) {
    if (value === undefined) workbook.settings.getItemOrNullObject(key).delete();
    else workbook.settings.add(key, value);
  }
}

export function putValuesBack(
  context: Excel.RequestContext,
  loaded: readonly Loaded<EarlierValue>[],
): void {
  keepValues(
    context,
    loaded.map(({ key, earlier, putBack, setting }) => ({
      key,
      value: putBack ? putBack(earlier, valueOf(setting)) : earlier,
    })),
  );
}
