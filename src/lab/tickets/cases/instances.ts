import {
  defaultInstanceSettings,
  type InstanceSettings,
} from '../../../server/instances/settings.ts';

/** Several machines behind one load balancer. */
export function machines(count: number, change: Partial<InstanceSettings>): InstanceSettings {
  return { ...defaultInstanceSettings, count, ...change };
}
