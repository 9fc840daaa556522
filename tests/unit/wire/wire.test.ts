import { describe, expect, it, vi } from 'vitest';
import type { HttpRequest, HttpResponse } from '../../../src/http/message.ts';
import { NetworkFailure } from '../../../src/http/network-failure.ts';
import type { Handle, ServerContext } from '../../../src/server/context.ts';
import type { WireEvent } from '../../../src/wire/events.ts';
import { ConnectionTable } from '../../../src/wire/connections/connection-table.ts';
import { DEFAULT_CONNECTION_SETTINGS } from '../../../src/wire/connections/settings.ts';
import { Wire } from '../../../src/wire/wire.ts';

const request: HttpRequest = {
  method: 'GET',
  targetUri: 'https://shop.example/cart?item=1',
  fields: [],
  content: '',
};
const response: HttpResponse = { status: 200, fields: [], content: 'A cart' };
const context = { exchangeId: 'e1', browserId: 'alice-laptop', tabId: 't1' };

function wireTo(handle: Handle) {
  const events: WireEvent[] = [];
  let now = 0;
  const wire = new Wire({
    handle,
    observe: (event) => events.push(event),
    monotonicNow: () => (now += 5),
  });
  return { wire, events };
}

/** What a server says of the first connection of a browser, as the settings are at first. */
const keptOpen = [
  ['Connection', 'keep-alive'],
  ['Keep-Alive', 'timeout=5, max=99'],
];

describe('the in-page carrier', () => {
  it('brings the request to the server and the response back, unchanged', async () => {
    const sent: HttpRequest = {
      method: 'QUERY',
      targetUri: 'http://localhost:8080/a?b=ü',
      fields: [
        ['X-Twice', '1'],
        ['cookie', 'a=b'],
        ['X-Twice', '2'],
        ['X-Name', '다람쥐'],
      ],
      content: '\uFEFFcontent \uD800',
    };
    const received: HttpResponse = {
      status: 303,
      fields: [
        ['Set-Cookie', 'a=1'],
        ['Location', '/'],
        ['set-cookie', 'b=2'],
      ],
      content: '몸',
    };
    const handle = vi.fn<Handle>(() => Promise.resolve(received));
    const { wire } = wireTo(handle);
    expect(await wire.network(sent, context)).toEqual({
      ...received,
      fields: [...received.fields, ...keptOpen],
    });
    expect(handle.mock.calls[0]?.[0]).toEqual(sent);
  });

  it('tells how the exchange went', async () => {
    const { wire, events } = wireTo(() => Promise.resolve(response));
    await wire.network(request, context);
    expect(events.filter(({ type }) => type !== 'connected')).toEqual([
      {
        type: 'carried',
        exchangeId: 'e1',
        carrier: 'in-page',
        connectionId: 'c1',
        tookMs: 5,
        requestOctets: 'GET /cart?item=1 HTTP/1.1\r\nHost: shop.example\r\n\r\n'.length,
        responseOctets:
          'HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5, max=99\r\n\r\nA cart'
            .length,
      },
    ]);
  });

  it('passes a network failure on', async () => {
    const { wire, events } = wireTo(() =>
      Promise.reject(new NetworkFailure('connection-refused', 'closed')),
    );
    const failure = wire.network(request, context);
    await expect(failure).rejects.toBeInstanceOf(NetworkFailure);
    await expect(failure).rejects.toMatchObject({ code: 'connection-refused', message: 'closed' });
    expect(events.map(({ type }) => type)).toEqual(['connected']);
  });

  it.each<[string, Handle, string]>([
    [
      'throws',
      () => {
        throw new RangeError('off by one');
      },
      'off by one',
    ],
    ['rejects', () => Promise.reject(new Error('no such table')), 'no such table'],
    [
      'answers with a broken field',
      () => Promise.resolve({ ...response, fields: [['X', 'a\r\nb']] }),
      'value of field X is not one line',
    ],
    [
      'answers with a broken status',
      () => Promise.resolve({ ...response, status: 20 }),
      'status 20 is not of three digits',
    ],
  ])('rejects with the bug of a server that %s', async (_, handle, message) => {
    await expect(wireTo(handle).wire.network(request, context)).rejects.toThrow(message);
  });

  it('stops waiting when the signal aborts', async () => {
    const { wire } = wireTo(() => new Promise<HttpResponse>(() => undefined));
    const stop = new AbortController();
    const failure = wire.network(request, { ...context, signal: stop.signal });
    stop.abort();
    await expect(failure).rejects.toMatchObject({ code: 'aborted' });
  });

  it('sends nothing once the signal is aborted', async () => {
    const handle = vi.fn<Handle>(() => Promise.resolve(response));
    const failure = wireTo(handle).wire.network(request, {
      ...context,
      signal: AbortSignal.abort(),
    });
    await expect(failure).rejects.toMatchObject({ code: 'aborted' });
    expect(handle).not.toHaveBeenCalled();
  });
});

describe('connections', () => {
  async function connectionsOf(
    run: (wire: Wire) => Promise<void>,
  ): Promise<ServerContext['connection'][]> {
    const connections: ServerContext['connection'][] = [];
    const { wire } = wireTo((_, { connection }) => {
      connections.push(connection);
      return Promise.resolve(response);
    });
    await run(wire);
    return connections;
  }

  it('are kept for one browser and origin', async () => {
    const connections = await connectionsOf(async (wire) => {
      await wire.network(request, context);
      await wire.network({ ...request, targetUri: 'https://shop.example/' }, context);
      await wire.network({ ...request, targetUri: 'http://shop.example/' }, context);
      await wire.network(request, { ...context, browserId: 'mallory-laptop' });
    });
    expect(connections).toEqual([
      { id: 'c1', remoteAddress: '203.0.113.1', secure: true },
      { id: 'c1', remoteAddress: '203.0.113.1', secure: true },
      { id: 'c2', remoteAddress: '203.0.113.1', secure: false },
      { id: 'c3', remoteAddress: '203.0.113.2', secure: true },
    ]);
  });

  it('are opened anew after they were closed', async () => {
    const connections = await connectionsOf(async (wire) => {
      await wire.network(request, context);
      wire.closeConnections('mallory-laptop');
      await wire.network(request, context);
      wire.closeConnections('alice-laptop');
      await wire.network(request, context);
      wire.closeConnections();
      await wire.network(request, context);
    });
    expect(connections.map(({ id }) => id)).toEqual(['c1', 'c1', 'c2', 'c3']);
  });
});

describe('the choice of the carrier', () => {
  it('starts in the page and can be kept there', async () => {
    const { wire, events } = wireTo(() => Promise.resolve(response));
    expect(wire.carrier).toEqual({ name: 'in-page', reason: 'not-started-yet' });
    expect(await wire.checkAgain()).toEqual({ name: 'in-page', reason: 'not-started-yet' });
    wire.useInPage();
    expect(events).toEqual([
      { type: 'carrier-changed', carrier: { name: 'in-page', reason: 'chosen' } },
    ]);
  });

  it('refuses where the server has no slot, and says how long that took', async () => {
    const events: WireEvent[] = [];
    const handle = vi.fn<Handle>(() => Promise.resolve(response));
    const full = new ConnectionTable({
      settings: () => ({ ...DEFAULT_CONNECTION_SETTINGS, slots: 0, backlog: 0 }),
    });
    const wire = new Wire({
      handle,
      observe: (event) => events.push(event),
      connections: () => full,
    });
    await expect(wire.network(request, context)).rejects.toMatchObject({
      code: 'connection-refused',
    });
    expect(handle).not.toHaveBeenCalled();
    expect(events).toMatchObject([{ type: 'connected', timing: { refused: true } }]);
  });
});

it.each([
  ['https://foo.example/', 'name-not-resolved'],
  ['https://shop.example.evil.example/', 'name-not-resolved'],
  ['http://localhost:8080/', 'connection-refused'],
  ['https://shop.example:8443/', null],
])('%s: %s, before there is a connection', async (targetUri, code) => {
  const events: WireEvent[] = [];
  const handle = vi.fn<Handle>(() => Promise.resolve(response));
  const hosts = () => new Set(['shop.example']);
  const wire = new Wire({ handle, hosts, observe: (event) => events.push(event) });
  const answer = wire.network({ ...request, targetUri }, context);
  if (code === null) {
    expect(await answer).toEqual({ ...response, fields: keptOpen });
    return;
  }
  await expect(answer).rejects.toThrow(new NetworkFailure(code as 'name-not-resolved'));
  expect(events).toEqual([]);
  expect(handle).not.toHaveBeenCalled();
});
