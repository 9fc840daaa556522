import { Browser, type BrowserState } from '../../../src/browser/browser.ts';
import type { ReachesHost } from '../../../src/browser/address.ts';
import type { BrowserEvent } from '../../../src/browser/events.ts';
import type { ExchangeContext } from '../../../src/browser/network.ts';
import type { ScriptAccess } from '../../../src/browser/script-access.ts';
import type { StorageArea } from '../../../src/browser/storage.ts';
import type { Tab } from '../../../src/browser/tab.ts';
import type { CookieJarOptions } from '../../../src/cookies/cookie-jar.ts';
import type { Cookie } from '../../../src/cookies/cookie.ts';
import type { Fields, HttpRequest, HttpResponse } from '../../../src/http/message.ts';

export type Answer = (
  request: HttpRequest,
  context: ExchangeContext,
) => HttpResponse | Promise<HttpResponse>;

export const NOW = Date.UTC(2026, 10, 23, 12);

export function html(content: string, fields: Fields = [], status = 200): HttpResponse {
  return { status, fields: [['Content-Type', 'text/html; charset=utf-8'], ...fields], content };
}

export function redirect(status: number, location: string, fields: Fields = []): HttpResponse {
  return { status, fields: [['Location', location], ...fields], content: '' };
}

/** A browser at a network that answers by target URI, with everything it sent and told. */
export function browserAt(
  answers: Readonly<Record<string, Answer | HttpResponse>>,
  now: () => number = () => NOW,
  jar: CookieJarOptions = {},
  reaches?: ReachesHost,
) {
  const events: BrowserEvent[] = [];
  const requests: HttpRequest[] = [];
  let count = 0;
  const maps = {
    cookies: new Map<string, Cookie>(),
    tabs: new Map<string, Tab>(),
    storage: new Map<string, StorageArea>(),
    state: new Map<string, BrowserState>(),
  };
  const browser = new Browser({
    id: 'alice-laptop',
    network: async (request, context) => {
      requests.push(request);
      const answer = answers[request.targetUri] ?? html('<title>Not found</title>', [], 404);
      return typeof answer === 'function' ? answer(request, context) : answer;
    },
    observe: (event) => events.push(event),
    now,
    jar,
    nextId: (prefix) => `${prefix}-${++count}`,
    ...maps,
    acceptLanguage: () => 'ko',
    homeUrl: 'https://shop.example/',
    ...(reaches === undefined ? {} : { reaches }),
  });
  const eventsOf = <T extends BrowserEvent['type']>(type: T) =>
    events.filter((event): event is Extract<BrowserEvent, { type: T }> => event.type === type);
  return { browser, events, eventsOf, requests, ...maps };
}

/** A browser with a tab at that page. */
export async function browserShowing(
  url: string,
  answers: Readonly<Record<string, Answer | HttpResponse>>,
  now?: () => number,
  jar?: CookieJarOptions,
  reaches?: ReachesHost,
) {
  const world = browserAt({ [url]: html(''), ...answers }, now, jar, reaches);
  const tabId = await world.browser.openTab(url);
  const tab = (): Tab => {
    const shown = world.browser.tabs.find(({ id }) => id === tabId);
    if (!shown) throw new Error('The tab has been closed.');
    return shown;
  };
  return { ...world, tabId, tab };
}

/** What script of the page that the tab shows may do. */
export function scriptOf(browser: Browser, tabId: string): ScriptAccess {
  const page = browser.tabs.find(({ id }) => id === tabId)?.page;
  const access = page ? browser.scriptAccess(page.id) : null;
  if (!access) throw new Error('The tab shows no page.');
  return access;
}
