import { HostError } from './host-error';

interface Planned {
  request: number;
  /** Absent where the request fails as a whole. */
  action?: number;
  code: string;
}

/**
 * Failures on order. Requests are counted from the next one that the add-in itself syncs, which
 * is 1; actions within a request from 1. Each happens once. The library's own housekeeping never
 * fails this way.
 */
export class Failures {
  private planned: Planned[] = [];

  /** The n-th request from now fails wholly: nothing of it takes effect. */
  atRequest(n: number, code = 'GeneralException'): void {
    this.planned.push({ request: n, code });
  }

  /** The n-th action of a request fails; what came before it stays in effect, as in Excel. */
  atAction(n: number, request = 1, code = 'GeneralException'): void {
    this.planned.push({ request, action: n, code });
  }

  clear(): void {
    this.planned = [];
  }

  /** Takes one request off the count; what is due for it guards its actions, or throws at once. */
  nextRequest(): (actionIndex: number) => void {
    const due = this.planned.filter((plan) => plan.request === 1);
    this.planned = this.planned
      .filter((plan) => plan.request > 1)
      .map((plan) => ({ ...plan, request: plan.request - 1 }));
    const whole = due.find((plan) => plan.action === undefined);
    if (whole) throw new HostError(whole.code, 'The request failed, as the test asked.');
    return (actionIndex) => {
      const plan = due.find((candidate) => candidate.action === actionIndex + 1);
      if (plan) throw new HostError(plan.code, `Action ${plan.action} failed, as the test asked.`);
    };
  }
}
