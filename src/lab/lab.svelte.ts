import type { Browser } from '../browser/browser.ts';
import type { Cookie } from '../cookies/cookie.ts';
import type { SessionRecord } from '../server/sessions/session-record.ts';
import type { ShopSettings } from '../server/shop/settings.ts';
import type { CarrierState } from '../wire/events.ts';
import type { LabClock } from './clock.svelte.ts';
import type { Exchange } from './exchange.ts';
import type { LogEntry } from './log.ts';
import type { LabSnapshot } from './snapshot.ts';

/**
 * The laboratory: owns the clock, the browsers, the wire, the servers and the log, and is the only thing
 * that the interface and the tutorial hold. Everything readable here is reactive and pure; everything
 * that a learner can do is a method, and each of those can be taken back.
 *
 * SKELETON of the agreed surface; the implementation replaces the bodies.
 */
export declare class Lab {
  readonly clock: LabClock;

  /** Oldest first; append-only but for undo, which goes back to an earlier end. */
  readonly log: readonly LogEntry[];
  /** Oldest first, joined from the log. */
  readonly exchanges: readonly Exchange[];
  exchange(id: string): Exchange | undefined;

  /** All browsers of this lab by id: `alice-laptop`, `mallory-laptop`. */
  readonly browsers: ReadonlyMap<string, Browser>;
  /** The one on the stage. */
  readonly browser: Browser;
  readonly browserId: string;
  showBrowser(id: string): void;

  readonly settings: ShopSettings;
  /** Rows of the session table, oldest first. */
  readonly sessions: readonly SessionRecord[];
  readonly users: readonly { readonly id: string; readonly name: string; readonly passwordHash: string; readonly salt: string; readonly iterations: number }[];
  /** Values that are keys (session identifiers, tokens) and that the interface shows as pills. */
  readonly knownSecrets: ReadonlySet<string>;
  readonly carrier: CarrierState;
  /** Something is under way: a navigation, a restart. */
  readonly busy: boolean;

  // What a learner can do. Each takes a snapshot first, so that `undo` can take it back.
  visit(url: string): Promise<void>;
  followLink(href: string): Promise<void>;
  submitForm(form: { action: string; method: string; entries: readonly (readonly [string, string])[] }): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  forward(): Promise<void>;
  openTab(url?: string): Promise<void>;
  closeTab(tabId: string): void;
  showTab(tabId: string): void;
  closeBrowser(): void;
  openBrowser(): Promise<void>;
  putCookie(cookie: Cookie): void;
  /** As one adds a cookie in DevTools: for the page that is open, with the usual defaults. */
  addCookie(name: string, value: string): void;
  deleteCookie(cookie: Cookie): void;
  changeSettings(change: Partial<ShopSettings>): void;
  changeCookieAttributes(change: Partial<ShopSettings['cookie']>): void;
  advance(ms: number): void;
  restartServer(): void;
  revokeSession(id: string): void;

  readonly canUndo: boolean;
  undo(): void;
  /** An empty lab as on the first day; can be undone. */
  reset(): void;
  /** A point to which `returnTo` goes back, whatever happened since. */
  mark(): LabMark;
  returnTo(mark: LabMark): void;

  snapshot(): LabSnapshot;
  restore(snapshot: LabSnapshot): void;
}

/** Opaque: an earlier state of the lab. */
export type LabMark = { readonly __mark: unique symbol };
