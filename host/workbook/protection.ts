import { HostError } from '../host-error';
import { HostObject } from '../host-object';
import type { ProtectionOptions, Sheet } from '../model/sheet';

export class WorksheetProtection extends HostObject {
  readonly $className = 'WorksheetProtection';

  constructor(private readonly $sheet: Sheet) {
    super();
  }

  get protected(): boolean {
    return this.$sheet.protection !== undefined;
  }
  get options(): ProtectionOptions | null {
    return this.$sheet.protection?.options ?? null;
  }
  /** Excel refuses to protect a sheet twice. */
  protect(options: ProtectionOptions = {}, password?: string): void {
    if (this.$sheet.protection) throw new HostError('AccessDenied');
    this.$sheet.protection = { options, ...(password && { password }) };
    this.$sheet.touched = true;
  }
  /** A file holds a hash of the password, which nothing typed here can match. */
  unprotect(password?: string): void {
    const needed = this.$sheet.protection?.password;
    if (needed !== undefined && needed !== password) throw new HostError('AccessDenied');
    this.$sheet.protection = undefined;
    this.$sheet.touched = true;
  }
}
