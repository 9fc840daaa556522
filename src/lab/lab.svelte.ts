import { untrack } from 'svelte';
import type { Browser, LinkPlace, SubmittedForm } from '../browser/browser.ts';
import type { FilledField, UserEvent } from '../browser/script/protocol.ts';
import type { StartScript } from '../browser/script/running-script.ts';
import type { StorageKey } from '../browser/storage.ts';
import { cookieKey } from '../cookies/cookie-key.ts';
import type { Cookie } from '../cookies/cookie.ts';
import type { Loot } from '../server/evil/loot.ts';
import type { SessionEdit } from '../server/internet.ts';
import type { PlacedRecord } from '../server/instances/fleet.ts';
import { machine, type MachineState } from '../server/instances/machine.ts';
import type { InstanceSettings } from '../server/instances/settings.ts';
import type { SessionRecord } from '../server/sessions/session-record.ts';
import type { ProtectionSettings } from '../server/shop/protection/settings.ts';
import type { CarelessSettings, ShopSettings } from '../server/shop/settings.ts';
import type { User } from '../server/shop/users.ts';
import type { NetworkName } from '../wire/addresses.ts';
import { letGuestsCome } from '../wire/connections/crowd.ts';
import type { ConnectionSettings } from '../wire/connections/settings.ts';
import type { CarrierState, WireEvent } from '../wire/events.ts';
import { Wire } from '../wire/wire.ts';
import type { BrowserSettings } from './browser-settings.ts';
import type { SearchDictionary } from './bench/dictionary/dictionary-search.ts';
import { TokenBench } from './bench/token-bench.svelte.ts';
import { LabClock } from './clock.svelte.ts';
import {
  computers,
  labBrowser,
  presentBrowsers,
  privateWindowOf,
  type LabBrowser,
} from './computers.ts';
import { cookieByHand } from './cookie-by-hand.ts';
import { EventLog } from './event-log.svelte.ts';
import type { Exchange } from './exchange.ts';
import { Identifiers } from './identifiers.ts';
import { LoadBench } from './load/load-bench.svelte.ts';
import type { AnyEvent, LogEntry } from './log.ts';
import type { Moment } from './moment.ts';
import { snapshotSchema, snapshotVersion, type LabSnapshot } from './snapshot.ts';
import type { Ticker } from './ticker.ts';
import { TokenStores } from './token-stores.ts';
import type { Remembered } from './memory.ts';
import { homeUrl, World } from './world.svelte.ts';

export interface LabOptions {
  /** Without one, time passes only by hand. */
  readonly ticker?: Ticker;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Milliseconds since the epoch; a pleasant afternoon when absent. */
  readonly startTime?: number;
  /** The browsers' `Accept-Language` field, asked for every request. */
  readonly acceptLanguage: () => string;
  /** Real milliseconds from anywhere, never backward. */
  readonly monotonicNow: () => number;
  /** Runs script of the simulated pages; without one, none runs. */
  readonly startScript?: StartScript;
  /** Looks for a secret word; without one, in the thread of whoever asks. */
  readonly searchDictionary?: SearchDictionary;
}

/** Where a link or a form stands that the user follows or sends. */
export interface PagePlace extends LinkPlace {
  /** It comes of an event that script was told of: one action with it. */
  readonly followsEvent?: boolean;
}

/** An earlier state of the lab; only for the lab that made it. */
export type LabMark = Moment;

const searchHere: SearchDictionary = async (search) =>
  (await import('./bench/dictionary/search-here.ts')).searchHere(search);

const pleasantAfternoon = Date.parse('2026-11-02T14:00:00+09:00');
const undoLimit = 100;

/**
 * The laboratory: owns the clock, the browsers, the wire, the servers and the log, and is the only thing
 * that the interface and the tutorial hold. Everything readable here is reactive and pure; everything
 * that a learner can do is a method, and each of those can be taken back.
 */
export class Lab {
  readonly clock: LabClock;
  readonly wire: Wire;
  /** What the shop keeps for its tokens. */
  readonly tokens: TokenStores;
  /** Where the learner makes tokens by hand. */
  readonly bench: TokenBench;
  /** Where sessions and tokens are put under the same load, unseen. */
  readonly loads: LoadBench;
  readonly #options: LabOptions;
  readonly #startTime: number;
  readonly #log = new EventLog();
  readonly #identifiers = new Identifiers();
  #world: World;
  #browserId = $state<string>(computers[0].id);
  #carrier: CarrierState;
  #earlier = $state.raw<readonly Moment[]>([]);
  /** Where the last event began that script was told of. */
  #toldFrom: Moment | null = null;
  #revision = $state(0);

  constructor(options: LabOptions) {
    this.#options = options;
    this.#startTime = options.startTime ?? pleasantAfternoon;
    this.clock = new LabClock({
      startTime: this.#startTime,
      monotonicNow: options.monotonicNow,
      ticker: options.ticker,
      moved: () => {
        for (const browser of this.#world.browsers.values()) browser.removeExpiredCookies();
      },
    });
    this.wire = new Wire({
      handle: (request, context) => this.#world.handle(request, context),
      hosts: () => this.#world.internet.hosts,
      observe: (event) => {
        this.#observeWire(event);
      },
      connections: () => this.#world.connections,
      now: () => this.clock.read(),
      monotonicNow: options.monotonicNow,
    });
    this.tokens = new TokenStores({
      world: () => this.#world,
      act: (action) => this.#act(action),
    });
    this.bench = new TokenBench({
      lab: () => this,
      act: (action) => this.#act(action),
      note: (event) => this.#record('lab', event),
      searchDictionary: options.searchDictionary ?? searchHere,
      monotonicNow: options.monotonicNow,
    });
    this.loads = new LoadBench({
      randomBytes: options.randomBytes,
      now: () => this.clock.read(),
      monotonicNow: options.monotonicNow,
      timeline: () => this.#world,
      note: (event) => {
        this.#act(() => {
          this.#record('lab', event);
        });
      },
    });
    this.#carrier = $state.raw(this.wire.carrier);
    this.#world = $state.raw(this.#newWorld({}));
    if (options.ticker) this.clock.start();
  }

  /** A fresh lab of the same makings, for a trial that nobody watches: its time passes only by hand. */
  trialLab(): Lab {
    const { randomBytes, acceptLanguage, startScript } = this.#options;
    const scripting = startScript === undefined ? {} : { startScript };
    return new Lab({ randomBytes, acceptLanguage, monotonicNow: () => 0, ...scripting });
  }

  /** Oldest first; append-only but for undo, which goes back to an earlier end. Numbers are never given twice. */
  get log(): readonly LogEntry[] {
    return this.#log.entries;
  }

  /** Oldest first, joined from the log. */
  get exchanges(): readonly Exchange[] {
    return this.#log.exchanges;
  }

  exchange(id: string): Exchange | undefined {
    return this.#log.exchange(id);
  }

  /**
   * All browsers of this lab by id, `alice-laptop`, `alice-laptop-private` and so on, private windows that are
   * closed included. Others after undo: do not hold them.
   */
  get browsers(): ReadonlyMap<string, Browser> {
    return this.#world.browsers;
  }

  /** The one on the stage. */
  get browser(): Browser {
    const browser = this.browsers.get(this.#browserId);
    if (browser === undefined) throw new Error(`there is no browser ${this.#browserId}`);
    return browser;
  }

  get browserId(): string {
    return this.#browserId;
  }

  /** The browsers that one may sit down at: the computers' own, and the private windows that are open. */
  get presentBrowsers(): readonly LabBrowser[] {
    return presentBrowsers(this.browsers);
  }

  /** What the browser on the stage is set to. */
  get browserSettings(): BrowserSettings {
    return this.#world.browserSettings(this.#browserId);
  }

  /** How the browser on the stage treats the cookies of third parties from now on; reload to see it. */
  changeThirdPartyCookies(thirdPartyCookies: BrowserSettings['thirdPartyCookies']): void {
    this.#changeBrowserSettings({ thirdPartyCookies });
  }

  /** Whether the browser on the stage, when it is closed, keeps its session to take it up again. */
  changeStartup(onStartup: BrowserSettings['onStartup']): void {
    this.#changeBrowserSettings({ onStartup });
  }

  /** Opens and shows the private window of the computer on the stage: its own jar, its own storage. */
  openPrivateWindow(): Promise<void> {
    const { computerId } = labBrowser(untrack(() => this.#browserId));
    return this.#act(() => {
      this.#browserId = privateWindowOf(computerId);
      return this.#world.whileBusy(() => this.browser.reopen());
    });
  }

  get settings(): ShopSettings {
    return this.#world.settings;
  }

  /** Rows of the session table, oldest first. */
  get sessions(): readonly SessionRecord[] {
    return this.sessionsByMachine.map(({ record }) => record);
  }

  /** The same rows, each with the machines that have it. */
  get sessionsByMachine(): readonly PlacedRecord[] {
    return this.#world.internet.fleet
      .records()
      .toSorted((a, b) => a.record.createdAt - b.record.createdAt);
  }

  /** Whether any machine has a row with this identifier. */
  hasSession(id: string): boolean {
    return [...this.#world.stores.sessionTables.values()].some((table) => table.has(id));
  }

  /** How a machine of the shop stands: `shop-1` to `shop-8`, `store`. */
  machine(name: string): MachineState {
    return machine(this.#world.stores.machines, name);
  }

  stopMachine(name: string): void {
    this.#act(() => {
      this.#world.internet.fleet.stop(name);
    });
  }

  startMachine(name: string): void {
    this.#act(() => {
      this.#world.internet.fleet.start(name);
    });
  }

  changeInstances(change: Partial<InstanceSettings>): void {
    const { instances } = untrack(() => this.settings);
    this.changeSettings({ instances: { ...instances, ...change } });
  }

  /** What evil.example has collected, oldest first. */
  get loot(): readonly Loot[] {
    return [...this.#world.loot.values()];
  }

  get users(): readonly User[] {
    return this.#world.internet.users;
  }

  /** Values that are keys (session identifiers, tokens), whether they still open anything or not. */
  get knownSecrets(): ReadonlySet<string> {
    return this.#log.secrets;
  }

  get carrier(): CarrierState {
    return this.#carrier;
  }

  /** Something is under way: a navigation, a restart. */
  get busy(): boolean {
    return this.#world.busy;
  }

  /** Another number after every change; for whoever keeps the lab. */
  get revision(): number {
    return this.#revision;
  }

  showBrowser(id: string): void {
    if (!this.browsers.has(id)) throw new Error(`there is no browser ${id}`);
    this.#act(() => {
      this.#browserId = id;
    });
  }

  /** Goes to an address in the tab on the stage; in a new one where there is none. */
  visit(url: string): Promise<void> {
    return this.#travel((browser, tabId) =>
      tabId === null ? browser.openTab(url) : browser.navigate(tabId, url),
    );
  }

  /** Asks for a URL by a client without a window, as `curl` does on the command line of Alice's laptop. */
  ask(url: string): Promise<void> {
    return this.#act(() => this.#world.whileBusy(() => this.#world.ask(url)));
  }

  /** By a link in the page that the tab shows, or in the frame whose document is named. */
  followLink(href: string, from: PagePlace = {}): Promise<void> {
    const { followsEvent, ...place } = from;
    return this.#travelInTab(
      (browser, tabId) => browser.followLink(tabId, href, place),
      followsEvent,
    );
  }

  submitForm(form: SubmittedForm, from: PagePlace = {}): Promise<void> {
    const { followsEvent, ...place } = from;
    return this.#travelInTab(
      (browser, tabId) => browser.submitForm(tabId, form, place),
      followsEvent,
    );
  }

  reload(): Promise<void> {
    return this.#travelInTab((browser, tabId) => browser.reload(tabId));
  }

  back(): Promise<void> {
    return this.#travelInTab((browser, tabId) => browser.back(tabId));
  }

  forward(): Promise<void> {
    return this.#travelInTab((browser, tabId) => browser.forward(tabId));
  }

  openTab(url?: string): Promise<void> {
    return this.#travel((browser) => browser.openTab(url));
  }

  closeTab(tabId: string): void {
    this.#act(() => {
      this.browser.closeTab(tabId);
      if (!this.browser.open) this.#leavePrivateWindow();
    });
  }

  showTab(tabId: string): void {
    this.#act(() => {
      this.browser.showTab(tabId);
    });
  }

  /** Closes the browser on the stage; of a private window nothing is left, and its computer's own is shown. */
  closeBrowser(): void {
    this.#act(() => {
      this.browser.close();
      this.wire.closeConnections(this.#browserId);
      this.#leavePrivateWindow();
    });
  }

  openBrowser(): Promise<void> {
    return this.#travel((browser) => browser.reopen());
  }

  putCookie(cookie: Cookie): void {
    this.#act(() => {
      this.browser.putCookie(cookie);
    });
  }

  /** Puts a changed cookie where another one was: one with another identity would leave the old one there. */
  editCookie(stored: Cookie, changed: Cookie): void {
    this.#act(() => {
      if (cookieKey(stored) !== cookieKey(changed)) this.browser.removeCookie(stored);
      this.browser.putCookie(changed);
    });
  }

  get canRunScript(): boolean {
    return this.#options.startScript !== undefined;
  }

  /** Runs a line of JavaScript in a document that the browser on the stage shows, as its console does. */
  runInConsole(documentId: string, text: string): Promise<void> {
    return this.#act(() => this.#world.runInConsole(this.browser, documentId, text));
  }

  /** Whether script of the document may hear of what the user does there. */
  hasScript(documentId: string): boolean {
    return this.#world.hasScript(this.browser, documentId);
  }

  /**
   * Tells script what the user does in its document; whether it has prevented what would come of it. That, and
   * an event that `followsEvent`, is one action with it: undone together.
   */
  dispatchInPage(
    documentId: string,
    event: UserEvent,
    fields: readonly FilledField[],
    followsEvent = false,
  ): Promise<boolean> {
    const prevented = this.#act(
      () => this.#world.dispatch(this.browser, documentId, event, fields),
      followsEvent,
    );
    this.#toldFrom = untrack(() => this.#earlier.at(-1) ?? null);
    return prevented;
  }

  /** Empties the console of a tab. */
  clearConsole(tabId: string): void {
    this.#act(() => {
      this.#record('lab', { type: 'console-cleared', browserId: this.#browserId, tabId });
    });
  }

  /** Empties the list of what the browser on the stage refused to store. */
  clearRejectedCookies(): void {
    this.#act(() => {
      this.#record('lab', { type: 'rejected-cookies-cleared', browserId: this.#browserId });
    });
  }

  /** As one adds a cookie in DevTools: for the page that is open, with the usual defaults. */
  addCookie(name: string, value: string): void {
    this.#act(() => {
      const { activeTab, jar } = this.browser;
      const number = Math.max(0, ...jar.all().map(({ creationNumber }) => creationNumber)) + 1;
      this.browser.putCookie(
        cookieByHand(name, value, activeTab?.page?.url ?? homeUrl, this.clock.read(), number),
      );
    });
  }

  deleteCookie(cookie: Cookie): void {
    this.#act(() => {
      this.browser.removeCookie(cookie);
    });
  }

  /** Sets an entry of web storage by hand, or removes it (`null`); whether there was room for it. */
  editStorage(area: StorageKey, key: string, value: string | null): boolean {
    return this.#act(() => this.browser.editStorage(area, key, value));
  }

  changeSettings(change: Partial<ShopSettings>): void {
    this.#act(() => {
      this.#world.settings = { ...this.#world.settings, ...change };
      this.#record('lab', { type: 'settings-changed', changed: Object.keys(change) });
    });
  }

  /** What the shop leaves out from now on when it verifies a token. */
  changeCarelessness(change: Partial<CarelessSettings>): void {
    this.#act(() => {
      const { settings } = this.#world;
      this.#world.settings = { ...settings, careless: { ...settings.careless, ...change } };
      this.#record('lab', {
        type: 'settings-changed',
        changed: Object.keys(change).map((name) => `careless.${name}`),
      });
    });
  }

  /** Which holes the shop has from now on, and which defences it puts up. */
  changeProtection(change: Partial<ProtectionSettings>): void {
    this.#act(() => {
      const { settings } = this.#world;
      this.#world.settings = { ...settings, protection: { ...settings.protection, ...change } };
      this.#record('lab', {
        type: 'settings-changed',
        changed: Object.keys(change).map((name) => `protection.${name}`),
      });
    });
  }

  changeCookieAttributes(change: Partial<ShopSettings['cookie']>): void {
    this.#act(() => {
      const { settings } = this.#world;
      this.#world.settings = { ...settings, cookie: { ...settings.cookie, ...change } };
      this.#record('lab', {
        type: 'settings-changed',
        changed: Object.keys(change).map((name) => `cookie.${name}`),
      });
    });
  }

  get connectionSettings(): ConnectionSettings {
    return this.#world.connectionSettings;
  }

  /** How the wire's connections behave from now on; those that are open stay open. */
  changeConnections(change: Partial<ConnectionSettings>): void {
    this.#act(() => {
      this.#world.connectionSettings = { ...this.#world.connectionSettings, ...change };
      this.#record('lab', {
        type: 'settings-changed',
        changed: Object.keys(change).map((name) => `connections.${name}`),
      });
    });
  }

  /** The network by which the browser on the stage reaches the servers. */
  get network(): NetworkName {
    return this.#world.networkOf(this.#browserId);
  }

  /** The network by which that browser reaches the servers. */
  networkOf(browserId: string): NetworkName {
    return this.#world.networkOf(browserId);
  }

  joinNetwork(network: NetworkName): void {
    this.#act(() => {
      this.#world.joinNetwork(this.#browserId, network);
      this.#record('lab', { type: 'network-joined', browserId: this.#browserId, network });
    });
  }

  /** So many other guests ask the shop for a page within a second; only their connections are simulated. */
  letGuestsCome(guests: number): void {
    this.#act(() => {
      const outcome = letGuestsCome(this.#world.connections, {
        guests,
        withinMs: 1000,
        targetUri: homeUrl,
        startAt: this.clock.read(),
        name: this.#identifiers.next('crowd'),
      });
      this.#record('lab', { type: 'guests-came', ...outcome });
    });
  }

  /** How many of a server's connection slots are held now, and how many of these by idle connections. */
  connectionLoad(host: string): { readonly held: number; readonly idle: number } {
    return this.#world.connections.load(host, this.clock.now);
  }

  /** Turns the clock forward by so many milliseconds. */
  advance(ms: number): void {
    this.#act(() => {
      this.#record('lab', { type: 'clock-advanced', byMs: ms });
      this.clock.advance(ms);
    });
  }

  restartServer(): void {
    this.#act(() => {
      this.#world.internet.restart();
      this.wire.closeConnections();
    });
  }

  /** Writes over a row of the session table by hand. */
  editSession(id: string, change: SessionEdit): void {
    this.#act(() => {
      this.#world.internet.editSession(id, change);
    });
  }

  revokeSession(id: string): void {
    this.#act(() => {
      this.#world.internet.revokeSession(id);
    });
  }

  get canUndo(): boolean {
    return this.#earlier.length > 0;
  }

  /** Takes the last action back, the time that has passed included; breaks off what is under way. */
  undo(): void {
    untrack(() => {
      const moment = this.#earlier.at(-1);
      if (moment === undefined) return;
      this.#earlier = this.#earlier.slice(0, -1);
      this.#goTo(moment);
    });
  }

  /** An empty lab as on the first day; can be undone. */
  reset(): void {
    this.#act(() => {
      this.#goTo({
        remembered: {},
        time: this.#startTime,
        log: { buffer: [], length: 0 },
        browserId: computers[0].id,
      });
    });
  }

  /** Writes into the log that from here on the learner follows a plan: a step of a lesson. */
  notePlan(plan: string): void {
    this.#record('lab', { type: 'lab-prepared', plan });
  }

  /** A point to which `returnTo` goes back, whatever happened since. */
  mark(): LabMark {
    return untrack(() => ({
      remembered: this.#world.remembered(),
      time: this.clock.read(),
      log: this.#log.position(),
      browserId: this.#browserId,
    }));
  }

  /** Can be undone like everything else. */
  returnTo(mark: LabMark): void {
    this.#act(() => {
      this.#goTo(mark);
    });
  }

  /** All of it as plain JSON, but for what can be undone. */
  snapshot(): LabSnapshot {
    const { remembered, time, browserId } = this.mark();
    return {
      schema: snapshotSchema,
      version: snapshotVersion,
      time,
      browserId,
      identifiersGiven: this.#identifiers.given(),
      remembered,
      log: untrack(() => this.log),
    };
  }

  /** Becomes another lab, as a trial has left it or somebody has shared it; can be undone like everything else. */
  takeOver(other: LabSnapshot): void {
    this.#act(() => {
      this.#become(other);
    });
  }

  /** Becomes the lab of the snapshot; nothing before it can be undone. */
  restore(snapshot: LabSnapshot): void {
    untrack(() => {
      this.#become(snapshot);
      this.#earlier = [];
    });
  }

  #become({ remembered, time, browserId, identifiersGiven, log }: LabSnapshot): void {
    this.#identifiers.skip(identifiersGiven);
    this.#goTo({ remembered, time, browserId, log: { buffer: log, length: log.length } });
  }

  #changeBrowserSettings(change: Partial<BrowserSettings>): void {
    this.#act(() => {
      const browserId = this.#browserId;
      const settings = { ...this.#world.browserSettings(browserId), ...change };
      this.#world.changeBrowserSettings(browserId, settings);
      this.#record('lab', { type: 'browser-settings-changed', browserId, settings });
    });
  }

  #leavePrivateWindow(): void {
    this.#browserId = labBrowser(this.#browserId).computerId;
  }

  #travel(
    go: (browser: Browser, tabId: string | null) => Promise<unknown>,
    followsEvent = false,
  ): Promise<void> {
    return this.#act(
      () => this.#world.whileBusy(() => go(this.browser, this.browser.activeTabId)),
      followsEvent,
    );
  }

  async #travelInTab(
    go: (browser: Browser, tabId: string) => Promise<unknown>,
    followsEvent = false,
  ): Promise<void> {
    const tabId = untrack(() => this.browser.activeTabId);
    if (tabId !== null) await this.#travel((browser) => go(browser, tabId), followsEvent);
  }

  /** One action of the learner, or what follows from an event: remembered first, so that it can be taken back. */
  #act<Result>(action: () => Result, followsEvent = false): Result {
    return untrack(() => {
      const isBegun = followsEvent && this.#earlier.at(-1) === this.#toldFrom;
      if (!isBegun) this.#earlier = [...this.#earlier, this.mark()].slice(-undoLimit);
      const result = action();
      this.#world.lookAtScripts();
      this.#revision += 1;
      return result;
    });
  }

  #goTo({ remembered, time, log, browserId }: Moment): void {
    this.#world.abandon();
    this.bench.giveUpSearch();
    this.clock.jumpTo(time);
    this.#log.goTo(log);
    this.#browserId = browserId;
    this.#world = this.#newWorld(remembered);
    this.#endAbandonedExchanges();
    this.#revision += 1;
  }

  /** What was still under way at the moment returned to will never be answered. */
  #endAbandonedExchanges(): void {
    for (const { id, browserId, endedAt } of this.exchanges) {
      if (endedAt !== null) continue;
      this.#record('browser', {
        type: 'exchange-failed',
        exchangeId: id,
        browserId,
        failure: 'aborted',
      });
    }
  }

  #newWorld(remembered: Remembered): World {
    const world: World = new World(remembered, {
      now: () => this.clock.read(),
      randomBytes: this.#options.randomBytes,
      nextId: this.#identifiers.next,
      acceptLanguage: this.#options.acceptLanguage,
      startScript: this.#options.startScript ?? null,
      send: (request, context) => this.wire.network(request, context),
      observeBrowser: (event) => {
        if (this.#world === world) this.#record('browser', event);
      },
      observeServer: (event) => {
        if (this.#world === world) this.#record('server', event);
      },
    });
    return world;
  }

  #observeWire(event: WireEvent): void {
    if (event.type === 'carrier-changed') this.#carrier = event.carrier;
    else if (!this.#world.hasBegun(event.exchangeId)) return;
    this.#record('wire', event);
  }

  #record(room: LogEntry['room'], event: AnyEvent): void {
    untrack(() => {
      this.clock.commit();
      this.#log.append(room, event, this.clock.now);
      this.#revision += 1;
    });
  }
}
