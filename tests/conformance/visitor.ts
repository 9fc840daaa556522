import { Browser } from '../../src/browser/browser.ts';
import { documentsOf } from '../../src/browser/document-place.ts';
import type { BrowserEvent } from '../../src/browser/events.ts';
import type { ExchangeContext } from '../../src/browser/network.ts';
import type { ScriptAccess } from '../../src/browser/script-access.ts';
import { fieldValue } from '../../src/http/fields.ts';
import type { Field, HttpRequest, HttpResponse } from '../../src/http/message.ts';
import type { CookieStep } from './case-file.ts';
import { realPublicSuffixes } from '../../src/http/real-public-suffixes.ts';

/** Any moment: no case waits. */
const now = Date.UTC(2026, 9, 1);

type RequestSent = Extract<BrowserEvent, { type: 'request-sent' }>;

/** What is being tried: which of the requests belong to it, and how they are answered. */
interface Trial {
  readonly step: CookieStep;
  readonly isOfIt: (sent: RequestSent) => boolean;
  /** In the pages around it. */
  readonly frame: string | null;
  /** `Cookie` fields of its requests, redirects included. */
  readonly cookies: (string | null)[];
}

/** Carries out the steps of a case with the lab's browser: pages, links, forms, frames and scripts. */
export class Visitor {
  readonly #sent = new Map<string, RequestSent>();
  readonly #browser: Browser;
  #count = 0;
  #trial: Trial | null = null;

  constructor() {
    this.#browser = new Browser({
      id: 'browser',
      network: (request, context) => Promise.resolve(this.#answer(request, context)),
      observe: (event) => {
        if (event.type === 'request-sent') this.#sent.set(event.exchangeId, event);
      },
      now: () => now,
      nextId: (prefix) => `${prefix}-${String(++this.#count)}`,
      cookies: new Map(),
      tabs: new Map(),
      storage: new Map(),
      state: new Map(),
      acceptLanguage: () => 'en',
      homeUrl: 'https://home.example/',
      jar: { publicSuffixes: realPublicSuffixes },
      reaches: () => true,
    });
  }

  /** Makes the step's request; gives its last `Cookie` field and what a document there then sees. */
  async request(step: CookieStep): Promise<{ readonly header: string; readonly doc: string }> {
    const { trial, script } = await this.#make(step);
    const there = script ?? (await this.#documentAt(step.url));
    return { header: trial.cookies.at(-1) ?? '', doc: cookieOf(there) };
  }

  /** Assigns to `document.cookie` of a document at the step's address. */
  async assign(step: CookieStep, cookies: readonly string[]): Promise<{ readonly doc: string }> {
    const { url, ctx } = step;
    const script =
      ctx.topLevel === null || ctx.topLevel === url
        ? await this.#documentAt(url)
        : (await this.#make({ ...step, op: 'get', ctx: { ...ctx, kind: 'iframe' } })).script;
    for (const cookie of cookies) script?.writeCookie(cookie);
    return { doc: cookieOf(script) };
  }

  async #make(step: CookieStep): Promise<{ trial: Trial; script: ScriptAccess | null }> {
    const { url, ctx } = step;
    const first = ctx.via[0] ?? url;
    const { initiator } = ctx;
    if (ctx.kind === 'typed' || initiator === null) {
      const trial = this.#begin(step, ({ kind }) => kind === 'navigation');
      return { trial, script: await this.#open(first) };
    }
    const top = ctx.topLevel ?? initiator;
    const isEmbedded = ctx.kind === 'iframe' && initiator === top;
    if (isEmbedded) {
      const trial = this.#begin(step, ({ kind }) => kind === 'frame', first);
      await this.#open(top);
      return { trial, script: this.#innermost() };
    }
    const isNavigation = ctx.kind === 'nav' || ctx.kind === 'form-post';
    const isFramed = !isNavigation && initiator !== top;
    this.#trial = null;
    const asker = isFramed ? await this.#framed(top, initiator) : await this.#open(initiator);
    const trial = this.#begin(step, () => true);
    await this.#ask(step, first, asker);
    const isShown = isNavigation || ctx.kind === 'iframe';
    return { trial, script: isShown ? this.#innermost() : null };
  }

  async #ask({ ctx }: CookieStep, first: string, asker: ScriptAccess | null): Promise<unknown> {
    const tabId = this.#browser.activeTabId ?? '';
    switch (ctx.kind) {
      case 'form-post':
        return this.#browser.submitForm(tabId, { action: first, method: 'POST', entries: [] });
      case 'nav':
        return this.#browser.followLink(tabId, first);
      case 'img':
        return asker?.loadImage(first);
      case 'iframe':
        return asker?.navigate(first);
      default:
        return asker?.fetch(first, { method: ctx.method, credentials: 'include' });
    }
  }

  /** A document of that address in a tab of its own, without any part in what is tried. */
  async #documentAt(url: string): Promise<ScriptAccess | null> {
    this.#trial = null;
    return this.#open(url);
  }

  async #open(url: string): Promise<ScriptAccess | null> {
    await this.#browser.openTab(url);
    return this.#innermost();
  }

  async #framed(top: string, url: string): Promise<ScriptAccess | null> {
    const step: CookieStep = { op: 'get', url, ctx: { ...typed, kind: 'iframe' } };
    this.#begin(step, ({ kind }) => kind === 'frame', url);
    return this.#open(top);
  }

  #innermost(): ScriptAccess | null {
    const tab = this.#browser.activeTab;
    const page = tab === null ? undefined : documentsOf(tab).at(-1)?.page;
    return page === undefined ? null : this.#browser.scriptAccess(page.id);
  }

  #begin(step: CookieStep, isOfIt: Trial['isOfIt'], frame: string | null = null): Trial {
    const trial = { step, isOfIt, frame, cookies: [] };
    this.#trial = trial;
    return trial;
  }

  #answer({ fields, method }: HttpRequest, { exchangeId }: ExchangeContext): HttpResponse {
    const trial = this.#trial;
    const sent = this.#sent.get(exchangeId);
    if (trial === null || sent === undefined || !trial.isOfIt(sent)) return page(trial);
    const open = opening(fieldValue(fields, 'Origin'), method);
    if (sent.kind === 'preflight') return { ...empty, fields: open };
    const { step, cookies } = trial;
    cookies.push(fieldValue(fields, 'Cookie'));
    const next =
      cookies.length > step.ctx.via.length ? null : (step.ctx.via[cookies.length] ?? step.url);
    if (next !== null) {
      const status = step.ctx.method === 'GET' ? 302 : 307;
      return { status, content: '', fields: [...open, ['Location', next]] };
    }
    const values = step.op === 'set' && step.api === 'http' ? step.cookies : [];
    const set = values.map((value): Field => ['Set-Cookie', value]);
    return { ...empty, fields: [['Content-Type', 'text/html'], ...open, ...set] };
  }
}

const typed = {
  kind: 'typed',
  method: 'GET',
  initiator: null,
  topLevel: null,
  via: [],
} satisfies CookieStep['ctx'];
const empty: HttpResponse = { status: 200, fields: [], content: '' };

function page(trial: Trial | null): HttpResponse {
  const frame = trial?.frame ?? null;
  const src = frame?.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const content = src === undefined ? '' : `<iframe src="${src}"></iframe>`;
  return { ...empty, fields: [['Content-Type', 'text/html']], content };
}

/** Lets every script read the answer: what is tried is cookies, not CORS. */
function opening(origin: string | null, method: string): readonly Field[] {
  if (origin === null) return [];
  return [
    ['Access-Control-Allow-Origin', origin],
    ['Access-Control-Allow-Credentials', 'true'],
    ...(method === 'OPTIONS'
      ? [['Access-Control-Allow-Methods', 'PUT, PATCH, DELETE, OPTIONS'] as const]
      : []),
  ];
}

function cookieOf(script: ScriptAccess | null): string {
  const read = script?.readCookie();
  return read?.ok === true ? read.value : '';
}
