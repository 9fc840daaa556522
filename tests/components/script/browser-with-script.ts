import { Browser } from '../../../src/browser/browser.ts';
import type { BrowserEvent } from '../../../src/browser/events.ts';
import { startInSandbox } from '../../../src/browser/script/sandbox.ts';
import { ScriptHosts } from '../../../src/browser/script/script-hosts.ts';
import type { PageNode } from '../../../src/browser/tab.ts';
import type { Fields, HttpRequest, HttpResponse } from '../../../src/http/message.ts';

export const shop = 'https://shop.example/';

export function html(content: string, fields: Fields = []): HttpResponse {
  return { status: 200, fields: [['Content-Type', 'text/html'], ...fields], content };
}

export function javaScript(content: string): HttpResponse {
  return { status: 200, fields: [['Content-Type', 'text/javascript']], content };
}

/** A browser whose pages' scripts run in real sandboxes, at a network that answers by target URI. */
export function browserWithScript(answers: Readonly<Record<string, HttpResponse>>) {
  const events: BrowserEvent[] = [];
  const requests: HttpRequest[] = [];
  let count = 0;
  const observe = (event: BrowserEvent): void => {
    events.push(event);
    hosts.heard(event);
  };
  const hosts: ScriptHosts = new ScriptHosts({
    start: async (start, sandboxEvents) => startInSandbox(document, start, sandboxEvents),
    observe,
    acceptLanguage: () => 'ko',
    now: () => 1_000,
    underWay: async (run) => {
      await run();
    },
  });
  const browser: Browser = new Browser({
    id: 'alice-laptop',
    network: async (request) => {
      requests.push(request);
      return answers[request.targetUri] ?? { ...html('<title>Not found</title>'), status: 404 };
    },
    observe,
    now: () => 1_000,
    nextId: (prefix) => `${prefix}-${++count}`,
    cookies: new Map(),
    tabs: new Map(),
    storage: new Map(),
    state: new Map(),
    acceptLanguage: () => 'ko',
    homeUrl: shop,
    documentLoaded: (documentId) => hosts.documentLoaded(browser, documentId),
  });
  const page = () => {
    const shown = browser.activeTab?.page;
    if (!shown) throw new Error('The tab shows no page.');
    return shown;
  };
  return {
    browser,
    hosts,
    events,
    page,
    asked: () => requests.map(({ method, targetUri }) => `${method} ${targetUri}`),
    text: (): string => page().body.map(textOf).join(''),
    logged: () => events.flatMap((event) => (event.type === 'script-logged' ? [event.text] : [])),
  };
}

function textOf(node: PageNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}
