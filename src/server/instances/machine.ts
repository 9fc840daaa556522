/** How many instances of the shop there may be. */
export const mostInstances = 8;

/** Names of the shop's instances, the first of which is always there. */
export const instanceNames: readonly string[] = Array.from(
  { length: mostInstances },
  (_, index) => `shop-${String(index + 1)}`,
);

/** The machine that keeps the sessions of all instances, where they share a store. */
export const sharedStore = 'store';

/** The load balancer in front of the instances. */
export const balancer = 'balancer';

/** A machine of the shop as it stands; one of which nothing is known runs and has done nothing yet. */
export interface MachineState {
  readonly name: string;
  readonly running: boolean;
  /** How many requests it has answered, or passed on. */
  readonly served: number;
}

export type Machines = Pick<Map<string, MachineState>, 'get' | 'set'>;

export function machine(machines: Pick<Machines, 'get'>, name: string): MachineState {
  return machines.get(name) ?? { name, running: true, served: 0 };
}

/** One more request for a machine. */
export function countServed(machines: Machines, name: string): void {
  const state = machine(machines, name);
  machines.set(name, { ...state, served: state.served + 1 });
}
