import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { makeCertificate } from '../../fidelity/chromium/certificate.ts';

/** What the server saw of one request, and what cookies it answered with. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  /** The `Cookie` field as it came; empty where there was none. */
  readonly cookie: string;
  readonly setCookies: readonly string[];
}

interface Answer {
  readonly status?: number;
  readonly location?: string;
  readonly setCookies?: readonly string[];
  readonly type?: string;
  readonly content?: string;
}

const key = '8f14e45fceea167a5a36dedd4bea2543';

/** What each address answers with; the cookies are known, and all of them are noted. */
const answers: Readonly<Record<string, (elsewhere: string) => Answer>> = {
  'GET /': (elsewhere) => ({
    setCookies: ['visit=1; Max-Age=86400', 'strict=1; SameSite=Strict; Secure'],
    content: `<title>Shop</title><img src="${elsewhere}/pixel" alt=""><a href="/login">Sign in</a>`,
  }),
  'GET /login': () => ({
    content: `<title>Sign in</title><form method="post"><input name="user" value="alice">
      <input name="password" type="password" value="butter"><button>Go</button></form>`,
  }),
  'POST /login': () => ({
    status: 303,
    location: '/account',
    setCookies: [
      `sid=${key}; Path=/; HttpOnly; Secure; SameSite=Lax`,
      'refused=1; Domain=elsewhere.example',
      '__Host-no=1; Secure; Path=/login',
    ],
  }),
  'GET /account': () => ({
    content: `<title>Account</title><script>fetch('/api/me').then(() => (document.title = 'Ready'))</script>
      <form method="post" action="/logout"><button>Leave</button></form>`,
  }),
  'GET /api/me': () => ({
    setCookies: ['two=a', 'two=b; Path=/api', 'quoted="a b"; Path=/'],
    type: 'application/json',
    content: '{"user":"alice"}',
  }),
  'POST /logout': () => ({
    status: 303,
    location: '/login',
    setCookies: ['sid=; Path=/; Max-Age=0', 'visit=2; Expires=Thu, 01 Jan 2037 00:00:00 GMT'],
  }),
  'GET /pixel': () => ({ setCookies: ['ad=77; SameSite=None; Secure'], type: 'image/svg+xml' }),
  'GET /news': (elsewhere) => ({
    content: `<title>News</title><a href="${elsewhere}/">To the shop</a>`,
  }),
};

/** A real server over TLS, under two sites, that sets known cookies and keeps what it saw. */
export class KnownServer {
  readonly seen: Seen[] = [];
  #server: Server | null = null;
  #port = 0;

  static async start(): Promise<KnownServer> {
    const known = new KnownServer();
    const { key: privateKey, cert } = await makeCertificate();
    const server = createServer({ key: privateKey, cert }, (request, response) =>
      known.#answer(request, response),
    );
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    known.#server = server;
    known.#port = (server.address() as AddressInfo).port;
    return known;
  }

  get shop(): string {
    return `https://shop.localhost:${this.#port}`;
  }

  get elsewhere(): string {
    return `https://elsewhere.localhost:${this.#port}`;
  }

  stop(): void {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { method = '', url = '', headers } = request;
    request.resume();
    const isShop = headers.host?.startsWith('shop.') === true;
    const answer = answers[`${method} ${url}`]?.(isShop ? this.elsewhere : this.shop);
    if (answer === undefined) return void response.writeHead(404).end();
    const { status = 200, location, setCookies = [], type = 'text/html', content = '' } = answer;
    this.seen.push({
      method,
      url: `https://${headers.host ?? ''}${url}`,
      cookie: headers.cookie ?? '',
      setCookies,
    });
    response.writeHead(status, {
      'Content-Type': type,
      'Cache-Control': 'no-store',
      ...(setCookies.length > 0 && { 'Set-Cookie': [...setCookies] }),
      ...(location !== undefined && { Location: location }),
    });
    response.end(content);
  }
}
