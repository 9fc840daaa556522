import type { InstanceSettings } from '../../server/instances/settings.ts';
import type { AccessTokenRevocation } from '../../server/shop/settings.ts';

/** What may fail while a load runs: one instance for a while, or the shared store until the end. */
export const breakages = ['nothing', 'instance', 'store'] as const;

export type Breakage = (typeof breakages)[number];

/** A load that is sent twice over: to a shop that remembers by sessions, and to one that does by JWT. */
export interface LoadPlan {
  /** Guests who are signed in, each with a key of their own. */
  readonly guests: number;
  /** Requests for the account, spread over the guests by chance, both times alike. */
  readonly requests: number;
  readonly instances: InstanceSettings;
  readonly breaks: Breakage;
  /** How a token may be taken back before its time. */
  readonly revocation: AccessTokenRevocation;
  readonly tokenLifetimeSeconds: number;
}

/** The ways that are put under the same load. */
export const loadedWays = ['session', 'jwt-cookie'] as const;

export type LoadedWay = (typeof loadedWays)[number];

/** What became of a stretch of the requests. */
export interface Slice {
  /** Answered with the account. */
  readonly known: number;
  /** Answered, but by a server that did not know the guest. */
  readonly strangers: number;
  /** Not answered: 503. */
  readonly failed: number;
}

/** What one way came to under the load; all of it counted, nothing timed. */
export interface WayOutcome {
  /** In the order in which they were sent. */
  readonly slices: readonly Slice[];
  /** In the session table, the deny-list or the versions. */
  readonly lookUps: number;
  readonly signatures: number;
  /** Ways to the shared store and back, and the milliseconds that these are set to take altogether. */
  readonly storeTrips: number;
  readonly storeMs: number;
  /** Octets of the `Cookie` fields of all requests. */
  readonly cookieOctets: number;
  /** Octets of what the shop keeps about those who are signed in, copies included, as JSON. */
  readonly serverOctets: number;
  /** Guests whom no machine knew any more when the load was over. */
  readonly lostGuests: number;
  /** From the order to block a stolen key until it opens nothing; `null`: it still opened after a day. */
  readonly lockOutMs: number | null;
}

export interface LoadOutcome {
  readonly plan: LoadPlan;
  readonly ways: Readonly<Record<LoadedWay, WayOutcome>>;
}

/** All slices in one. */
export function total({ slices }: Pick<WayOutcome, 'slices'>): Slice {
  return slices.reduce(
    (sum, { known, strangers, failed }) => ({
      known: sum.known + known,
      strangers: sum.strangers + strangers,
      failed: sum.failed + failed,
    }),
    { known: 0, strangers: 0, failed: 0 },
  );
}
