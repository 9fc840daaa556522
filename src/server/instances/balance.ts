import { balancer, instanceNames, machine, type Machines } from './machine.ts';
import type { InstanceSettings } from './settings.ts';

export interface BalanceOptions {
  readonly machines: Pick<Machines, 'get'>;
  readonly settings: InstanceSettings;
  /** The instance that the balancer's own cookie names, if the request brings one. */
  readonly stuckTo: string | undefined;
  readonly randomBytes: (count: number) => Uint8Array;
}

/** The instances that are there, running or not, in their order. */
export function instancesOf({ count }: InstanceSettings): readonly string[] {
  return instanceNames.slice(0, count);
}

/** The instance for the next request; `null` where none runs. */
export function chooseInstance(options: BalanceOptions): string | null {
  const { machines, settings, stuckTo } = options;
  const running = instancesOf(settings).filter((name) => machine(machines, name).running);
  if (settings.balancing === 'sticky' && stuckTo !== undefined && running.includes(stuckTo))
    return stuckTo;
  const turn =
    settings.balancing === 'random'
      ? (options.randomBytes(1)[0] ?? 0)
      : machine(machines, balancer).served;
  return running[turn % Math.max(1, running.length)] ?? null;
}
