import { Browser } from '../../browser/browser.ts';
import { documentsOf, type DocumentPlace } from '../../browser/document-place.ts';
import type { BrowserEvent } from '../../browser/events.ts';
import type { Network } from '../../browser/network.ts';
import type { CookieJar } from '../../cookies/cookie-jar.ts';
import { fieldValue } from '../../http/fields.ts';
import type { Fields, HttpRequest, HttpResponse } from '../../http/message.ts';
import type { PublicSuffixes } from '../../http/public-suffixes.ts';
import type { Asking, CookieCase } from './cookie-case.ts';

export type RequestSent = Extract<BrowserEvent, { type: 'request-sent' }>;
export type ResponseReceived = Extract<BrowserEvent, { type: 'response-received' }>;

/** What came of one request of the case. */
export interface Played {
  /** `null`: it never left the browser. */
  readonly sent: RequestSent | null;
  readonly received: ResponseReceived | null;
  /** All else that the browser told meanwhile: what it refused, what it changed. */
  readonly events: readonly BrowserEvent[];
}

export interface PlayedCase {
  readonly setting: Played;
  readonly request: Played;
  /** The jar as it is in the end. */
  readonly jar: CookieJar;
}

const BROWSER = 'browser';
const SECOND = 1000;

/** Lets the lab's own browser live through a case, at a network where every host answers what the case needs. */
export async function playCase(
  cookieCase: CookieCase,
  publicSuffixes: PublicSuffixes,
): Promise<PlayedCase> {
  const stage = new CaseStage(cookieCase, publicSuffixes);
  const setting = await stage.ask(cookieCase.setting, cookieCase.setCookies);
  stage.wait(cookieCase.secondsBetween * SECOND);
  const request = await stage.ask(cookieCase.request, []);
  return { setting, request, jar: stage.browser.jar };
}

class CaseStage {
  readonly browser: Browser;
  readonly #case: CookieCase;
  #now: number;
  #count = 0;
  #events: BrowserEvent[] = [];
  /** Documents that are asked for before what the case is about. */
  #documents: string[] = [];
  #setCookies: readonly string[] = [];
  /** The exchange that the case is about. */
  #exchangeId: string | null = null;

  constructor(cookieCase: CookieCase, publicSuffixes: PublicSuffixes) {
    this.#case = cookieCase;
    this.#now = cookieCase.now;
    const network: Network = (request, { exchangeId }) =>
      Promise.resolve(this.#answer(request, exchangeId));
    this.browser = new Browser({
      id: BROWSER,
      network,
      observe: (event) => this.#events.push(event),
      now: () => this.#now,
      nextId: (prefix) => `${prefix}-${++this.#count}`,
      cookies: new Map(),
      tabs: new Map(),
      storage: new Map(),
      state: new Map(),
      acceptLanguage: () => 'en',
      homeUrl: 'about:blank',
      jar: { publicSuffixes, thirdPartyCookies: () => cookieCase.thirdPartyCookies },
      reaches: () => true,
    });
  }

  wait(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** In a tab of its own. */
  async ask(asking: Asking, setCookies: readonly string[]): Promise<Played> {
    const tabId = await this.browser.openTab();
    this.#events = [];
    this.#exchangeId = null;
    this.#setCookies = setCookies;
    this.#documents = [];
    if (asking.by === 'address') await this.browser.navigate(tabId, asking.url);
    else await this.#askFromPage(tabId, asking);
    return this.#played();
  }

  async #askFromPage(tabId: string, asking: Asking): Promise<void> {
    const { pageUrl, embedderUrl } = this.#case;
    const page = asking.by === 'frame' ? withFrame(asking.url) : '';
    this.#documents = embedderUrl === null ? [page] : [withFrame(pageUrl), page];
    const depth = this.#documents.length - 1;
    await this.browser.navigate(tabId, embedderUrl ?? pageUrl);
    const place = this.#placeAt(tabId, depth);
    if (place !== null) await this.#act(place, asking);
  }

  async #act({ tabId, page }: DocumentPlace, { by, url, credentials }: Asking): Promise<void> {
    const documentId = page.id;
    switch (by) {
      case 'address':
      case 'frame':
        return;
      case 'link':
        return this.browser.followLink(tabId, url, { documentId });
      case 'get-form':
      case 'post-form': {
        const method = by === 'post-form' ? 'POST' : 'GET';
        const entries = [...new URL(url).searchParams];
        return this.browser.submitForm(tabId, { action: url, method, entries }, { documentId });
      }
      case 'fetch':
        await this.browser.scriptAccess(documentId)?.fetch(url, { credentials });
        return;
      case 'image':
        await this.browser.scriptAccess(documentId)?.loadImage(url);
    }
  }

  #placeAt(tabId: string, depth: number): DocumentPlace | null {
    const tab = this.browser.tabs.find(({ id }) => id === tabId);
    return (
      (tab ? documentsOf(tab) : []).find(({ ancestors }) => ancestors.length === depth) ?? null
    );
  }

  #answer(request: HttpRequest, exchangeId: string): HttpResponse {
    const document = this.#documents.shift();
    if (document !== undefined) return { status: 200, fields: [HTML], content: document };
    this.#exchangeId = exchangeId;
    const cookies = this.#setCookies.map((value) => ['Set-Cookie', value] as const);
    const fields = [HTML, ...corsFields(request, this.#case.cors), ...cookies];
    return { status: 200, fields, content: '' };
  }

  #played(): Played {
    const events = this.#events;
    const isOfIt = (event: BrowserEvent): boolean =>
      'exchangeId' in event && event.exchangeId === this.#exchangeId && this.#exchangeId !== null;
    const sent = events.find((event) => event.type === 'request-sent' && isOfIt(event));
    const received = events.find((event) => event.type === 'response-received' && isOfIt(event));
    return {
      sent: sent?.type === 'request-sent' ? sent : null,
      received: received?.type === 'response-received' ? received : null,
      events,
    };
  }
}

const HTML = ['Content-Type', 'text/html; charset=utf-8'] as const;

function withFrame(url: string): string {
  return `<iframe src="${url.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`;
}

function corsFields({ fields }: HttpRequest, cors: Fields | null): Fields {
  if (cors !== null) return cors;
  const origin = fieldValue(fields, 'Origin');
  if (origin === null) return [];
  return [
    ['Access-Control-Allow-Origin', origin],
    ['Access-Control-Allow-Credentials', 'true'],
  ];
}
