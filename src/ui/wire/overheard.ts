import { computers } from '../../lab/computers.ts';
import type { Lab } from '../../lab/lab.svelte.ts';

/** Whether somebody of the lab sits in the café, or has sat there: at home nobody listens. */
export function isOverheard(lab: Pick<Lab, 'log' | 'networkOf'>): boolean {
  return (
    computers.some(({ id }) => lab.networkOf(id) === 'cafe') ||
    lab.log.some(({ event }) => event.type === 'network-joined' && event.network === 'cafe')
  );
}
