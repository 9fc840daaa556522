import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { HttpRequest, HttpResponse } from '../../src/http/message.ts';
import { NetworkFailure } from '../../src/http/network-failure.ts';
import type { Handle } from '../../src/server/context.ts';
import type { WireEvent } from '../../src/wire/events.ts';
import { ConnectionTable } from '../../src/wire/connections/connection-table.ts';
import { DEFAULT_CONNECTION_SETTINGS } from '../../src/wire/connections/settings.ts';
import { Wire } from '../../src/wire/wire.ts';

const worker = { url: '/sw.js', scope: '/' };
const request: HttpRequest = {
  method: 'GET',
  targetUri: 'https://shop.example/',
  fields: [],
  content: '',
};
const response: HttpResponse = { status: 200, fields: [], content: 'Bread' };
const context = { exchangeId: 'e1', browserId: 'alice-laptop', tabId: 't1' };

const events: WireEvent[] = [];
let handle: Handle = () => Promise.resolve(response);
/** HTTP/1.1 would add fields of the connection to each response. */
const multiplexed = new ConnectionTable({
  settings: () => ({ ...DEFAULT_CONNECTION_SETTINGS, httpVersion: '2' }),
});

const wire = new Wire({
  connections: () => multiplexed,
  handle: (...call) => handle(...call),
  observe: (event) => events.push(event),
});

beforeAll(async () => {
  expect(await wire.startServiceWorker(worker)).toEqual({ name: 'service-worker', reason: null });
  events.length = 0;
}, 20_000);

afterEach(async () => {
  vi.restoreAllMocks();
  handle = () => Promise.resolve(response);
  await wire.startServiceWorker(worker);
  events.length = 0;
});

describe('the service worker carrier', () => {
  it.each<[string, Partial<HttpRequest>]>([
    ['GET with content', { content: 'a=b' }],
    [
      'POST with a form',
      {
        method: 'POST',
        fields: [['Content-Type', 'application/x-www-form-urlencoded']],
        content: 'a=b',
      },
    ],
    ['plain http', { targetUri: 'http://shop.example/cart' }],
    ['a port', { targetUri: 'https://shop.example:8443/' }],
    ['a host that is really there', { targetUri: 'https://www.example.com/' }],
    ['a method that Fetch forbids', { method: 'TRACE' }],
    [
      'fields in order and repeated',
      {
        fields: [
          ['X-B', '1'],
          ['x-a', '2'],
          ['X-B', '3'],
          ['Cookie', 'id=1'],
          ['Host', 'shop.example'],
        ],
      },
    ],
    [
      'text beyond ASCII',
      { method: 'PUT', fields: [['X-Name', '다람쥐']], content: '\uFEFF빵 \uD800' },
    ],
    ['fields that would have it passed on', { fields: [['Accept', 'msw/passthrough']] }],
    ['a large cookie', { fields: [['Cookie', 'a'.repeat(100_000)]] }],
  ])('brings a request to the server as it was: %s', async (_, some) => {
    const received = vi.fn<Handle>(() => Promise.resolve(response));
    handle = received;
    await wire.network({ ...request, ...some }, context);
    expect(received.mock.calls.map(([message]) => message)).toEqual([{ ...request, ...some }]);
    expect(events.filter(({ type }) => type !== 'connected')).toMatchObject([
      { type: 'carried', carrier: 'service-worker' },
    ]);
  });

  it.each<[string, Partial<HttpResponse>, string]>([
    [
      'a redirect with cookies',
      {
        status: 303,
        fields: [
          ['Location', '/'],
          ['Set-Cookie', 'a=1'],
          ['Set-Cookie', 'b=2; Domain=other.example'],
        ],
      },
      'POST',
    ],
    ['no content', { status: 204, content: '' }, 'GET'],
    ['not modified', { status: 304, content: '' }, 'GET'],
    ['early hints', { status: 103, content: '' }, 'GET'],
    ['an unknown status', { status: 799 }, 'GET'],
    ['an error', { status: 500 }, 'GET'],
    ['content after HEAD', {}, 'HEAD'],
    ['text beyond ASCII', { fields: [['X-Name', '다람쥐']], content: '\uFEFF빵' }, 'GET'],
  ])('brings a response back as it was: %s', async (_, some, method) => {
    handle = () => Promise.resolve({ ...response, ...some });
    expect(await wire.network({ ...request, method }, context)).toEqual({ ...response, ...some });
  });

  it('leaves no cookie and nothing else in the real page', async () => {
    handle = () => Promise.resolve({ ...response, fields: [['Set-Cookie', 'session=1; Path=/']] });
    await wire.network(request, context);
    await wire.network(request, context);
    expect(document.cookie).toBe('');
    expect({ ...localStorage }).toEqual({});
  });

  it('passes a network failure on', async () => {
    handle = () => Promise.reject(new NetworkFailure('connection-lost', 'gone'));
    const failure = wire.network(request, context);
    await expect(failure).rejects.toBeInstanceOf(NetworkFailure);
    await expect(failure).rejects.toMatchObject({ code: 'connection-lost', message: 'gone' });
  });

  it('rejects with the bug of a server', async () => {
    handle = () => {
      throw new RangeError('off by one');
    };
    await expect(wire.network(request, context)).rejects.toThrow('off by one');
  });

  it('stops waiting when the signal aborts', async () => {
    const handling = vi.fn<Handle>(() => new Promise(() => undefined));
    handle = handling;
    const stop = new AbortController();
    const failure = wire.network(request, { ...context, signal: stop.signal });
    await vi.waitFor(() => {
      expect(handling).toHaveBeenCalled();
    });
    stop.abort();
    await expect(failure).rejects.toMatchObject({ code: 'aborted' });
  });

  it('keeps many exchanges at once apart', async () => {
    handle = ({ targetUri }) => Promise.resolve({ ...response, content: targetUri });
    const targets = Array.from(
      { length: 30 },
      (_, index) => `https://shop.example/${String(index)}`,
    );
    const answers = await Promise.all(
      targets.map((targetUri) => wire.network({ ...request, targetUri }, context)),
    );
    expect(answers.map(({ content }) => content)).toEqual(targets);
  });

  it('serves two labs in one page', async () => {
    const other = new Wire({
      handle: () => Promise.resolve({ ...response, content: 'Other' }),
      observe: () => undefined,
    });
    expect(await other.startServiceWorker(worker)).toEqual({
      name: 'service-worker',
      reason: null,
    });
    expect((await other.network(request, context)).content).toBe('Other');
    expect((await wire.network(request, context)).content).toBe('Bread');
  });

  it.each(['https://unknown.example/', 'https://shop.example/', 'https://shop.example:8443/a'])(
    'answers 404 to a real request for %s that no browser of the lab sent',
    async (url) => {
      const answer = await fetch(url, { headers: { 'lab-envelope': '{}', 'lab-delivery': '1' } });
      expect([answer.status, await answer.text()]).toEqual([404, 'Not Found']);
    },
  );

  it('leaves the files of the page alone', async () => {
    expect(await (await fetch('/sw.js')).text()).toContain("importScripts('mockServiceWorker.js')");
  });

  it('notices that MSW let go of the page, and that it took it up again', async () => {
    navigator.serviceWorker.controller?.postMessage('CLIENT_CLOSE');
    await vi.waitFor(async () => {
      await expect(wire.checkAgain()).resolves.toMatchObject({ name: 'in-page' });
    }, 5_000);
    navigator.serviceWorker.controller?.postMessage('MOCK_ACTIVATE');
    await vi.waitFor(async () => {
      await expect(wire.checkAgain()).resolves.toEqual({ name: 'service-worker', reason: null });
    }, 5_000);
  });
});

describe('when the worker stops intercepting', () => {
  it('the request goes through the page, once', async () => {
    const received = vi.fn<Handle>(() => Promise.resolve(response));
    handle = received;
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
    expect(await wire.network(request, context)).toEqual(response);
    expect(received).toHaveBeenCalledTimes(1);
    expect(events.filter(({ type }) => type !== 'connected')).toMatchObject([
      { type: 'carrier-changed', carrier: { name: 'in-page', reason: 'not-intercepting' } },
      { type: 'carried', carrier: 'in-page' },
    ]);
    expect(await wire.checkAgain()).toEqual({ name: 'in-page', reason: 'not-intercepting' });
    vi.restoreAllMocks();
    expect(await wire.checkAgain()).toEqual({ name: 'service-worker', reason: null });
  });

  it('a request that a server has seen is not sent again', async () => {
    const received = vi.fn<Handle>(() => Promise.resolve(response));
    handle = received;
    const realFetch = globalThis.fetch;
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (...call) => {
      await realFetch(...call);
      throw new TypeError('Failed to fetch');
    });
    await expect(wire.network(request, context)).rejects.toMatchObject({ code: 'connection-lost' });
    expect(received).toHaveBeenCalledTimes(1);
  });
});

describe('a choice', () => {
  it('for the page is kept until the worker is started again', async () => {
    wire.useInPage();
    expect(await wire.checkAgain()).toEqual({ name: 'in-page', reason: 'chosen' });
    await wire.network(request, context);
    expect(events.filter(({ type }) => type !== 'connected')).toMatchObject([
      { type: 'carrier-changed' },
      { type: 'carried', carrier: 'in-page' },
    ]);
  });

  it('for the page wins over a start that is under way', async () => {
    wire.useInPage();
    const starting = wire.startServiceWorker(worker);
    wire.useInPage();
    expect(await starting).toEqual({ name: 'in-page', reason: 'chosen' });
  });
});
