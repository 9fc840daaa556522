import { askBarely } from '../browser/bare-client.ts';
import { Browser, type BrowserState } from '../browser/browser.ts';
import type { BrowserEvent } from '../browser/events.ts';
import { completeTab, type KeptTab } from '../browser/complete-tab.ts';
import type { Network } from '../browser/network.ts';
import type { FilledField, UserEvent } from '../browser/script/protocol.ts';
import type { StartScript } from '../browser/script/running-script.ts';
import { ScriptHosts } from '../browser/script/script-hosts.ts';
import type { StorageArea } from '../browser/storage.ts';
import type { StrictTransportHost } from '../browser/strict-transport/known-hosts.ts';
import type { Tab } from '../browser/tab.ts';
import { blankTab } from '../browser/tab-history.ts';
import type { Cookie } from '../cookies/cookie.ts';
import type { HttpResponse } from '../http/message.ts';
import { NetworkFailure } from '../http/network-failure.ts';
import type { Handle } from '../server/context.ts';
import type { ServerEvent } from '../server/events.ts';
import type { Loot } from '../server/evil/loot.ts';
import { createInternet, type Internet } from '../server/internet.ts';
import { completeSettings, type ShopSettings } from '../server/shop/settings.ts';
import type { ShopSecrets, ShopStores } from '../server/shop/stores.ts';
import { ConnectionTable } from '../wire/connections/connection-table.ts';
import type { OpenConnection } from '../wire/connections/open-connection.ts';
import {
  DEFAULT_CONNECTION_SETTINGS,
  type ConnectionSettings,
} from '../wire/connections/settings.ts';
import { instanceNames, sharedStore } from '../server/instances/machine.ts';
import type { SessionTables } from '../server/instances/session-rows.ts';
import type { SessionRecord } from '../server/sessions/session-record.ts';
import { addressOf, type NetworkName } from '../wire/addresses.ts';
import { defaultBrowserSettings, type BrowserSettings } from './browser-settings.ts';
import {
  computerOf,
  computers,
  labBrowser,
  labBrowsers,
  terminalId,
  type LabBrowser,
} from './computers.ts';
import { Memory, type Remembered } from './memory.ts';

export const homeUrl = 'https://shop.example/';

/** Under which name a machine's session table is kept. */
export function sessionsCollection(machineName: string): string {
  return machineName === instanceNames[0] ? 'shop/sessions' : `shop/sessions/${machineName}`;
}

export interface WorldOptions {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Never gives the same identifier twice, in whatever world. */
  readonly nextId: (prefix: string) => string;
  readonly acceptLanguage: () => string;
  /** `null`: no script runs. */
  readonly startScript: StartScript | null;
  /** The way to the servers. */
  readonly send: Network;
  readonly observeBrowser: (event: BrowserEvent) => void;
  readonly observeServer: (event: ServerEvent) => void;
}

/**
 * The browsers and servers of one timeline, built around what they remember. Undo abandons a world for a new
 * one with an earlier memory, so that nothing still under way in the old one can reach the new.
 */
export class World {
  readonly browsers: ReadonlyMap<string, Browser>;
  readonly internet: Internet;
  readonly stores: ShopStores;
  readonly loot: Map<string, Loot>;
  readonly connections: ConnectionTable;
  readonly #memory: Memory;
  readonly #settings: Map<string, ShopSettings>;
  readonly #networks: Map<string, NetworkName>;
  readonly #browserSettings: Map<string, BrowserSettings>;
  readonly #connectionSettings: Map<string, ConnectionSettings>;
  readonly #options: WorldOptions;
  readonly #scripts: ScriptHosts;
  readonly #end = new AbortController();
  readonly #begunExchanges = new Set<string>();
  #underWay = $state(0);

  constructor(remembered: Remembered, options: WorldOptions) {
    this.#options = options;
    this.#memory = new Memory(remembered);
    this.#settings = this.#memory.collection<ShopSettings>('shop/settings');
    this.stores = {
      sessions: this.#memory.collection('shop/sessions'),
      sessionTables: this.#sessionTables(),
      machines: this.#memory.collection('shop/machines'),
      orders: this.#memory.collection('shop/orders'),
      reviews: this.#memory.collection('shop/reviews'),
      guests: this.#memory.collection('shop/guests'),
      carts: this.#memory.collection('shop/carts'),
      refreshTokens: this.#memory.collection('shop/refresh-tokens'),
      signingKeys: this.#memory.collection('shop/signing-keys'),
      deniedTokens: this.#memory.collection('shop/denied-tokens'),
      tokenVersions: this.#memory.collection('shop/token-versions'),
    };
    this.loot = this.#memory.collection('evil/loot');
    this.internet = createInternet({
      stores: this.stores,
      secrets: this.#secrets(),
      adProfiles: this.#memory.collection('ads/profiles'),
      loot: this.loot,
      now: options.now,
      randomBytes: options.randomBytes,
      settings: () => this.settings,
      observe: options.observeServer,
    });
    this.#browserSettings = this.#memory.collection<BrowserSettings>('browser/settings');
    this.#networks = this.#memory.collection<NetworkName>('wire/networks');
    this.#connectionSettings = this.#memory.collection<ConnectionSettings>('wire/settings');
    this.connections = new ConnectionTable({
      open: this.#memory.collection<OpenConnection>('wire/connections'),
      settings: () => this.connectionSettings,
      nextId: () => options.nextId('connection'),
      remoteAddressOf: (browserId) => this.#addressOf(browserId),
    });
    this.#scripts = new ScriptHosts({
      start: options.startScript,
      observe: (event) => {
        this.#observeBrowser(event);
      },
      acceptLanguage: options.acceptLanguage,
      now: options.now,
      underWay: (run) => this.whileBusy(run),
    });
    this.browsers = new Map(labBrowsers.map((one) => [one.id, this.#browser(one)]));
  }

  get settings(): ShopSettings {
    return completeSettings(this.#settings.get('shop'));
  }

  set settings(settings: ShopSettings) {
    this.#settings.set('shop', settings);
  }

  get connectionSettings(): ConnectionSettings {
    return this.#connectionSettings.get('wire') ?? DEFAULT_CONNECTION_SETTINGS;
  }

  set connectionSettings(settings: ConnectionSettings) {
    this.#connectionSettings.set('wire', settings);
  }

  browserSettings(browserId: string): BrowserSettings {
    const { isPrivate } = labBrowser(browserId);
    return this.#browserSettings.get(browserId) ?? defaultBrowserSettings(isPrivate);
  }

  changeBrowserSettings(browserId: string, settings: BrowserSettings): void {
    this.#browserSettings.set(browserId, settings);
  }

  /** The network by which a browser reaches the servers: its computer's. */
  networkOf(browserId: string): NetworkName {
    const computerId = computerOf(browserId);
    const { network = 'home' } = computers.find(({ id }) => id === computerId) ?? {};
    return this.#networks.get(computerId) ?? network;
  }

  /** Another network is another address: open connections do not survive it. */
  joinNetwork(browserId: string, network: NetworkName): void {
    const computerId = computerOf(browserId);
    this.#networks.set(computerId, network);
    for (const one of labBrowsers)
      if (one.computerId === computerId) this.connections.close(one.id);
  }

  /** Something is under way: a navigation, a restart. */
  get busy(): boolean {
    return this.#underWay > 0;
  }

  /** Whether a browser of this world began that exchange. */
  hasBegun(exchangeId: string): boolean {
    return this.#begunExchanges.has(exchangeId);
  }

  async whileBusy(run: () => Promise<unknown>): Promise<void> {
    this.#underWay += 1;
    try {
      await run();
    } finally {
      this.#underWay -= 1;
    }
  }

  /** Runs a line of the console in a document that the browser shows. */
  runInConsole(browser: Browser, documentId: string, text: string): Promise<void> {
    return this.#scripts.evaluate(browser, documentId, text);
  }

  /** Asks for a URL by the command line's client. */
  ask(url: string): Promise<HttpResponse | null> {
    const { observeBrowser: observe, nextId, acceptLanguage } = this.#options;
    const network = this.#network;
    return askBarely(url, { clientId: terminalId, network, observe, nextId, acceptLanguage });
  }

  /** Whether script of the document may hear of what the user does there. */
  hasScript(browser: Browser, documentId: string): boolean {
    return this.#scripts.hasScript(browser, documentId);
  }

  /** Tells script what the user does in a document; whether it has prevented what would come of it. */
  async dispatch(
    browser: Browser,
    documentId: string,
    event: UserEvent,
    fields: readonly FilledField[],
  ): Promise<boolean> {
    let prevented = false;
    await this.whileBusy(async () => {
      prevented = await this.#scripts.dispatch(browser, documentId, event, fields);
    });
    return prevented;
  }

  /** Something has been done that no browser told of: the script of documents that are gone ends. */
  lookAtScripts(): void {
    this.#scripts.look();
  }

  /** The servers of this world; a request of another world does not reach them. */
  readonly handle: Handle = (request, context) => {
    if (!this.hasBegun(context.exchangeId)) throw new NetworkFailure('aborted');
    return this.internet.handle(request, { ...context, observe: this.#options.observeServer });
  };

  remembered(): Remembered {
    return this.#memory.capture();
  }

  /** Breaks off whatever is under way. */
  abandon(): void {
    this.#scripts.end();
    this.#end.abort(new NetworkFailure('aborted'));
  }

  readonly #network: Network = async (request, context): Promise<HttpResponse> => {
    this.#begunExchanges.add(context.exchangeId);
    const signals = [this.#end.signal, ...(context.signal ? [context.signal] : [])];
    const response = await this.#options.send(request, {
      ...context,
      signal: AbortSignal.any(signals),
    });
    if (this.#end.signal.aborted) throw new NetworkFailure('aborted');
    return response;
  };

  /** A computer's browser is open from the first day on, a private window only when somebody opens it. */
  #browser({ id, name, isPrivate }: LabBrowser): Browser {
    const tabs = this.#memory.collection<Tab>(`browser/${id}/tabs`);
    for (const tab of this.#memory.collection<KeptTab>(`browser/${id}/tabs`).values())
      tabs.set(tab.id, completeTab(tab, this.#options.nextId));
    const state = this.#memory.collection<BrowserState>('browser/state');
    if (!state.has(id) && !isPrivate) {
      const tab = blankTab(this.#options.nextId('tab'));
      tabs.set(tab.id, tab);
      state.set(id, { open: true, activeTabId: tab.id });
    }
    const browser: Browser = new Browser({
      id,
      name,
      network: this.#network,
      observe: (event) => {
        this.#observeBrowser(event);
      },
      now: this.#options.now,
      nextId: this.#options.nextId,
      cookies: this.#memory.collection<Cookie>(`browser/${id}/cookies`),
      tabs,
      storage: this.#memory.collection<StorageArea>(`browser/${id}/storage`),
      strictTransport: this.#memory.collection<StrictTransportHost>(
        `browser/${id}/strict-transport`,
      ),
      state,
      acceptLanguage: this.#options.acceptLanguage,
      homeUrl,
      documentLoaded: (documentId) => this.#scripts.documentLoaded(browser, documentId),
      jar: { thirdPartyCookies: () => this.browserSettings(id).thirdPartyCookies },
      continuesSession: () => this.browserSettings(id).onStartup === 'last-session',
      isPrivate,
    });
    browser.restored();
    return browser;
  }

  #observeBrowser(event: BrowserEvent): void {
    this.#options.observeBrowser(event);
    this.#scripts.heard(event);
  }

  #addressOf(browserId: string): string {
    const computerId = computerOf(browserId);
    const number = computers.findIndex(({ id }) => id === computerId);
    return addressOf(this.networkOf(browserId), number);
  }

  /** The first instance's table has the name that it had when there was only one. */
  #sessionTables(): SessionTables {
    return new Map(
      [...instanceNames, sharedStore].map((name) => [
        name,
        this.#memory.collection<SessionRecord>(sessionsCollection(name)),
      ]),
    );
  }

  #secrets(): ShopSecrets {
    const kept = this.#memory.collection<ShopSecrets>('shop/secrets');
    const secrets = kept.get('shop') ?? { cookie: this.#newSecret() };
    kept.set('shop', secrets);
    return secrets;
  }

  /** 256 random bits. */
  #newSecret(): string {
    return Array.from(this.#options.randomBytes(32), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join('');
  }
}
