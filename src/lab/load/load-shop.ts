import { octets } from '../../http/octets.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import { createInternet, type Internet } from '../../server/internet.ts';
import { instanceNames, sharedStore } from '../../server/instances/machine.ts';
import type { ServerEvent } from '../../server/events.ts';
import type { SessionRecord } from '../../server/sessions/session-record.ts';
import type { ShopSettings } from '../../server/shop/settings.ts';
import type { ShopStores } from '../../server/shop/stores.ts';
import { workOf } from '../comparison/measures.ts';

export interface LoadShopOptions {
  readonly settings: ShopSettings;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** What the servers did, counted from their traces. */
export interface ServerWork {
  lookUps: number;
  signatures: number;
  storeTrips: number;
  storeMs: number;
}

/**
 * A shop of its own for one load: the same servers as in the lab, empty, without browser and wire before them.
 */
export class LoadShop {
  readonly stores: ShopStores;
  readonly internet: Internet;
  readonly settings: ShopSettings;
  #work: ServerWork = noWork();

  constructor({ settings, randomBytes, now }: LoadShopOptions) {
    this.settings = settings;
    this.stores = emptyStores();
    this.internet = createInternet({
      stores: this.stores,
      secrets: { cookie: '' },
      adProfiles: new Map(),
      loot: new Map(),
      now,
      randomBytes,
      settings: () => settings,
      observe: () => undefined,
    });
  }

  /** Hands a request over as the wire would. */
  answer(request: HttpRequest, remoteAddress: string): Promise<HttpResponse> {
    return this.internet.handle(request, {
      exchangeId: 'load',
      connection: { id: 'load', remoteAddress, secure: true },
      observe: (event) => {
        this.#count(event);
      },
    });
  }

  /** What has been done since the last time that somebody asked. */
  takeWork(): ServerWork {
    const work = this.#work;
    this.#work = noWork();
    return work;
  }

  /** Octets of the rows that the shop keeps about those who are signed in, as JSON. */
  keptOctets(): number {
    const { sessionTables, deniedTokens, tokenVersions } = this.stores;
    const rows = [
      ...[...sessionTables.values()].flatMap((table) => [...table.values()]),
      ...deniedTokens.values(),
      ...tokenVersions,
    ];
    return rows.reduce((sum: number, row) => sum + octets(JSON.stringify(row)), 0);
  }

  #count(event: ServerEvent): void {
    if (event.type !== 'trace') return;
    const { code, values } = event.step;
    const kind = workOf[code];
    if (kind === 'look-up') this.#work.lookUps += 1;
    if (kind === 'signature') this.#work.signatures += 1;
    if (code === 'session-store-asked') {
      this.#work.storeTrips += 1;
      this.#work.storeMs += Number(values['ms']);
    }
  }
}

function noWork(): ServerWork {
  return { lookUps: 0, signatures: 0, storeTrips: 0, storeMs: 0 };
}

function emptyStores(): ShopStores {
  const tables = [...instanceNames, sharedStore].map(
    (name) => [name, new Map<string, SessionRecord>()] as const,
  );
  return {
    sessions: new Map(),
    sessionTables: new Map(tables),
    machines: new Map(),
    orders: new Map(),
    reviews: new Map(),
    guests: new Map(),
    carts: new Map(),
    refreshTokens: new Map(),
    signingKeys: new Map(),
    deniedTokens: new Map(),
    tokenVersions: new Map(),
  };
}
