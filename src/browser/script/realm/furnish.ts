import type { RealmStart } from '../protocol.ts';
import { createCookieStore } from './cookie-store.ts';
import { createConsole } from './console.ts';
import { createDocument } from './document.ts';
import type { DocumentCookie } from './document-cookie.ts';
import { PageFormData } from './element-properties.ts';
import { createFetch } from './fetch.ts';
import { createHistory, createLocation } from './location.ts';
import type { Tell } from './primordials.ts';
import type { PageClock } from './page-date.ts';
import type { Questions } from './questions.ts';
import { ScriptElement } from './script-element.ts';
import type { ScriptTree } from './script-tree.ts';
import type { MirroredStorage } from './storage.ts';
import { createTimers } from './timers.ts';

interface Furniture {
  readonly start: RealmStart;
  readonly cookie: DocumentCookie;
  readonly tree: ScriptTree;
  readonly clock: PageClock;
  readonly questions: Questions;
  readonly storages: Readonly<Record<'local' | 'session', MirroredStorage | null>>;
  readonly tell: Tell;
}

/** Puts into the bare realm what a page's window has, as far as it is simulated. */
export function furnish(furniture: Furniture): void {
  const { start, cookie, tree, clock, questions, storages, tell } = furniture;
  const console = createConsole(tell);
  const location = createLocation(start.url, tell);
  const globals: Readonly<Record<string, unknown>> = {
    window: globalThis,
    parent: globalThis,
    top: globalThis,
    opener: null,
    document: createDocument(start, tree, cookie, location),
    console,
    history: createHistory(tell),
    navigator: navigatorOf(start),
    isSecureContext: start.isSecureContext,
    origin: start.cookies === null ? 'null' : new URL(start.url).origin,
    fetch: createFetch(questions, start.url),
    Date: clock.Date,
    FormData: PageFormData,
    addEventListener: (type: unknown, listener: unknown) => {
      tree.windowListeners.add(type, listener);
    },
    removeEventListener: (type: unknown, listener: unknown) => {
      tree.windowListeners.remove(type, listener);
    },
    Image: function Image() {
      return new ScriptElement(tree, 'img');
    },
    alert: (value: unknown = '') => {
      console['info']?.(`alert: ${String(value)}`);
    },
    ...(start.isSecureContext ? { cookieStore: createCookieStore(questions) } : {}),
    ...createTimers(),
  };
  for (const [name, value] of Object.entries(globals))
    Reflect.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  Reflect.defineProperty(globalThis, 'location', {
    get: () => location,
    set: (to: unknown) => Reflect.set(location, 'href', to),
  });
  furnishStorage(storages);
}

function furnishStorage(storages: Furniture['storages']): void {
  for (const kind of ['local', 'session'] as const) {
    const kept = storages[kind]?.object;
    Reflect.defineProperty(globalThis, `${kind}Storage`, {
      configurable: true,
      get() {
        if (kept) return kept;
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });
  }
}

function navigatorOf({ userAgent, languages }: RealmStart): object {
  return Object.freeze({
    userAgent,
    language: languages[0] ?? 'en',
    languages: Object.freeze([...languages]),
    onLine: true,
    cookieEnabled: true,
  });
}
