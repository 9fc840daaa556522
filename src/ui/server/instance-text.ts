import * as m from '../../messages/compiled/messages.js';
import type { InstanceSettings } from '../../server/instances/settings.ts';

const balancingNames: ReadonlyMap<string, () => string> = new Map([
  ['round-robin', m.instances_round_robin],
  ['sticky', m.instances_sticky],
  ['random', m.instances_random],
]);

const storeNames: ReadonlyMap<string, () => string> = new Map([
  ['memory', m.instances_memory],
  ['shared', m.instances_shared],
  ['replicated', m.instances_replicated],
]);

export function balancingName(balancing: string): string {
  return balancingNames.get(balancing)?.() ?? balancing;
}

export function storeName(store: string): string {
  return storeNames.get(store)?.() ?? store;
}

/** What stands beside the server's name: how many instances, and where their sessions are. */
export function serverNote({ count, sessionStore }: InstanceSettings): string {
  const store = storeName(sessionStore);
  return count === 1 ? m.instances_note_one({ store }) : m.instances_note({ count, store });
}
