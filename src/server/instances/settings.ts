/** By what the load balancer chooses an instance for a request. */
export const balancings = ['round-robin', 'sticky', 'random'] as const;

export type Balancing = (typeof balancings)[number];

/**
 * Where the instances keep their sessions: each in its own memory, all in one store of their own, or each in
 * its own memory with a copy at every other.
 */
export const sessionStores = ['memory', 'shared', 'replicated'] as const;

export type SessionStoreKind = (typeof sessionStores)[number];

export interface InstanceSettings {
  /** From 1 to `mostInstances`. */
  readonly count: number;
  readonly balancing: Balancing;
  readonly sessionStore: SessionStoreKind;
  /** Milliseconds to the shared store and back. */
  readonly storeRoundTripMs: number;
}

export const defaultInstanceSettings: InstanceSettings = {
  count: 1,
  balancing: 'round-robin',
  sessionStore: 'memory',
  storeRoundTripMs: 2,
};
