import type { HttpRequest, HttpResponse } from '../http/message.ts';
import { NetworkFailure } from '../http/network-failure.ts';
import type { AdProfile } from './ads/ad-profile.ts';
import type { Handle, ServerContext } from './context.ts';
import type { ObserveServer } from './events.ts';
import type { Loot } from './evil/loot.ts';
import { preferredLanguage } from './language.ts';
import type { SessionRecord } from './sessions/session-record.ts';
import type { ShopSettings } from './shop/settings.ts';
import { shop } from './shop/shop.ts';
import { Fleet } from './instances/fleet.ts';
import { passOn } from './instances/pass-on.ts';
import { openingBooks, type ShopSecrets, type ShopStores } from './shop/stores.ts';
import type { Turn } from './shop/turn.ts';
import { users, type User } from './shop/users.ts';
import type { SiteTurn } from './site-turn.ts';
import { tokenHands, type TokenHands } from './tokens/token-hands.ts';
import { Trace } from './trace.ts';

export interface InternetOptions {
  /** Everything that the shop keeps; filled with the first day's orders and reviews where it has no orders. */
  readonly stores: ShopStores;
  readonly secrets: ShopSecrets;
  /** What the ad server keeps, by identifier. */
  readonly adProfiles: Map<string, AdProfile>;
  /** What the attacker's site keeps, by number. */
  readonly loot: Map<string, Loot>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Asked anew for every request, so that the shop can be changed while it runs. */
  readonly settings: () => ShopSettings;
  /** Told what happens without any request: a restart, a session revoked by hand. */
  readonly observe: ObserveServer;
}

export interface Internet {
  /** Answers for every host of the lab; a host that nobody runs cannot be reached at all. */
  readonly handle: Handle;
  /** The names that somebody runs a server under. */
  readonly hosts: ReadonlySet<string>;
  readonly users: readonly User[];
  /** The machines of the shop. */
  readonly fleet: Fleet;
  /** The shop's process ends and begins again. Its sessions were in memory only; its books were not. */
  restart(): void;
  /** Deletes a row of the session table; `false` where there was none. */
  revokeSession(id: string): boolean;
  /** Writes over a row of the session table, as one does in a database; `false` where there was none. */
  editSession(id: string, change: SessionEdit): boolean;
  /** What one may do by hand to the stores behind the tokens. */
  readonly tokens: TokenHands;
}

/** What of a row may be changed by hand; its identifier is its place in the table. */
export type SessionEdit = Partial<Omit<SessionRecord, 'id'>>;

const shopHost = 'shop.example';
const apiHost = 'api.shop.example';

type Site = (turn: SiteTurn) => Promise<HttpResponse>;

/** The other sites, loaded when somebody first goes there. */
const neighbours: ReadonlyMap<string, () => Promise<Site>> = new Map([
  ['news.example', async () => (await import('./news/news.ts')).news],
  ['ads.example', async () => (await import('./ads/ads.ts')).ads],
  ['evil.example', async () => (await import('./evil/evil.ts')).evil],
  ['blog.shop.example', async () => (await import('./evil/blog.ts')).blog],
]);

/** All servers of the lab's small internet. */
export function createInternet(options: InternetOptions): Internet {
  const { stores, observe } = options;
  const fleet = new Fleet({
    machines: stores.machines,
    tables: stores.sessionTables,
    settings: () => options.settings().instances,
    observe,
  });
  openBooks(stores, options.now());
  return {
    handle: (request, context) => dispatch(request, context, options),
    hosts: new Set([shopHost, apiHost, ...neighbours.keys()]),
    users,
    fleet,
    restart: () => {
      stores.guests.clear();
      const sessionsLost = fleet.restart();
      observe({ type: 'server-restarted', host: shopHost, sessionsLost });
    },
    revokeSession: (id) => {
      const record = fleet.change(id, null);
      if (record === undefined) return false;
      observe({
        type: 'session-changed',
        exchangeId: null,
        change: 'deleted',
        record,
        previous: record,
      });
      return true;
    },
    tokens: tokenHands(options),
    editSession: (id, change) => {
      const previous = fleet.records().find(({ record }) => record.id === id)?.record;
      if (previous === undefined) return false;
      const edited = { ...previous, ...change };
      const idleExpiresAt = Math.min(edited.idleExpiresAt, edited.absoluteExpiresAt);
      const record = { ...edited, idleExpiresAt };
      fleet.change(id, record);
      const type = 'session-changed';
      observe({ type, exchangeId: null, change: 'edited-by-hand', record, previous });
      return true;
    },
  };
}

/** Writes the first day's orders and reviews into empty books. */
export function openBooks({ orders, reviews }: ShopStores, now: number): void {
  if (orders.size > 0) return;
  const books = openingBooks(now);
  for (const order of books.orders) orders.set(order.id, order);
  for (const review of books.reviews) reviews.set(review.id, review);
}

async function dispatch(
  request: HttpRequest,
  context: ServerContext,
  options: InternetOptions,
): Promise<HttpResponse> {
  const { now, settings, stores, secrets, randomBytes, adProfiles, loot } = options;
  const time = now();
  const url = URL.canParse(request.targetUri) ? new URL(request.targetUri) : null;
  const host = url?.hostname ?? '';
  const trace = new Trace(context, host);
  const language = preferredLanguage(request);
  const { connection } = context;
  const site = { request, connection, language, trace, now: time, randomBytes, adProfiles, loot };
  if (url !== null && (host === shopHost || host === apiHost)) {
    const ofShop = { settings: settings(), stores, secrets, setCookies: [] };
    const turn: Turn = { ...site, ...ofShop, url, answer: { rewriting: null, formToken: null } };
    return host === shopHost ? passOn(turn, shop) : (await import('./api/api.ts')).api(turn);
  }
  const neighbour = url === null ? undefined : neighbours.get(host);
  if (url !== null && neighbour !== undefined) return (await neighbour())({ ...site, url });
  throw new NetworkFailure('name-not-resolved');
}
