import { createInternet, type Internet } from '../../../../src/server/internet.ts';
import type { Loot } from '../../../../src/server/evil/loot.ts';
import type { ServerEvent, TraceStep } from '../../../../src/server/events.ts';
import type { Fields, HttpResponse } from '../../../../src/http/message.ts';
import { instanceNames, sharedStore } from '../../../../src/server/instances/machine.ts';
import type { SessionRecord } from '../../../../src/server/sessions/session-record.ts';
import { defaultShopSettings, type ShopSettings } from '../../../../src/server/shop/settings.ts';
import type { ShopStores } from '../../../../src/server/shop/stores.ts';

/**
 * A town with its servers and one guest, who carries cookies as simply as can be: what is set is sent
 * again, whatever its attributes. What browsers really do is tested elsewhere.
 */
export class Town {
  now = Date.UTC(2026, 10, 23, 12);
  settings: ShopSettings = defaultShopSettings;
  readonly sessions = new Map<string, SessionRecord>();
  readonly stores: ShopStores = {
    sessions: this.sessions,
    sessionTables: new Map(
      [...instanceNames, sharedStore].map((name, index) => [
        name,
        index === 0 ? this.sessions : new Map<string, SessionRecord>(),
      ]),
    ),
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
  readonly loot = new Map<string, Loot>();
  readonly events: ServerEvent[] = [];
  readonly internet: Internet;
  #bytes = 0;

  constructor() {
    this.internet = createInternet({
      stores: this.stores,
      adProfiles: new Map(),
      loot: this.loot,
      secrets: { cookie: 'cookie key of the test' },
      now: () => this.now,
      randomBytes: (count) =>
        Uint8Array.from({ length: count }, () => (this.#bytes = (this.#bytes + 1) % 256)),
      settings: () => this.settings,
      observe: (event) => this.events.push(event),
    });
  }

  guest(address = '192.0.2.1'): Guest {
    return new Guest(this, address);
  }

  set(change: Partial<ShopSettings>): void {
    this.settings = { ...this.settings, ...change };
  }
}

export interface Answer extends HttpResponse {
  readonly trace: readonly TraceStep[];
  readonly codes: readonly string[];
  field(name: string): string | null;
}

export class Guest {
  readonly cookies = new Map<string, string>();

  constructor(
    readonly town: Town,
    public address: string,
  ) {}

  get(path: string, fields: Fields = []): Promise<Answer> {
    return this.send('GET', path, '', fields);
  }

  post(path: string, entries: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const content = new URLSearchParams(entries).toString();
    return this.send('POST', path, content, [
      ['Content-Type', 'application/x-www-form-urlencoded'],
    ]);
  }

  signIn(username = 'alice', password = 'butter'): Promise<Answer> {
    return this.post('/login', { username, password });
  }

  async send(method: string, path: string, content: string, fields: Fields): Promise<Answer> {
    const { town } = this;
    const before = town.events.length;
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await town.internet.handle(
      {
        method,
        targetUri: path.startsWith('/') ? `https://shop.example${path}` : path,
        fields: cookie === '' ? fields : [...fields, ['Cookie', cookie]],
        content,
      },
      {
        exchangeId: `exchange-${before}`,
        connection: { id: 'connection', remoteAddress: this.address, secure: true },
        observe: (event) => town.events.push(event),
      },
    );
    this.#keep(response);
    const trace = town.events
      .slice(before)
      .flatMap((event) => (event.type === 'trace' ? [event.step] : []));
    return {
      ...response,
      trace,
      codes: trace.map(({ code }) => code),
      field: (name) => fieldOf(response, name),
    };
  }

  #keep({ fields }: HttpResponse): void {
    for (const [name, value] of fields) {
      if (name !== 'Set-Cookie') continue;
      const [pair = ''] = value.split(';');
      const equals = pair.indexOf('=');
      if (/; Max-Age=0(;|$)/.test(value)) this.cookies.delete(pair.slice(0, equals));
      else this.cookies.set(pair.slice(0, equals), pair.slice(equals + 1));
    }
  }
}

function fieldOf({ fields }: HttpResponse, wanted: string): string | null {
  return fields.find(([name]) => name.toLowerCase() === wanted.toLowerCase())?.[1] ?? null;
}
