import { HTTP_VERSIONS } from '../../../../src/http/http-version.ts';
import { describe, expect, it, test } from 'vitest';
import fc from 'fast-check';
import { ConnectionTable, type Placed } from '../../../../src/wire/connections/connection-table.ts';
import { letGuestsCome } from '../../../../src/wire/connections/crowd.ts';
import {
  DEFAULT_CONNECTION_SETTINGS,
  type ConnectionSettings,
} from '../../../../src/wire/connections/settings.ts';

const shop = 'https://shop.example/';

function tableWith(change: Partial<ConnectionSettings> = {}) {
  let settings: ConnectionSettings = {
    ...DEFAULT_CONNECTION_SETTINGS,
    roundTripMs: 100,
    serverMs: 10,
    ...change,
  };
  const table = new ConnectionTable({ settings: () => settings });
  const ask = (startAt: number, targetUri = shop, browserId = 'alice') =>
    table.place({ browserId, targetUri, startAt });
  return {
    table,
    ask,
    set: (next: Partial<ConnectionSettings>) => (settings = { ...settings, ...next }),
  };
}

const took = ({ timing }: Placed) => timing.endedAt - timing.startedAt;
const phases = ({ timing }: Placed) =>
  timing.phases.map(({ phase, ms }) => `${phase} ${String(ms)}`);
const handshakes = (placed: readonly Placed[]) =>
  placed.filter(({ timing }) => !timing.reused).length;

describe('the first request of a connection pays for its handshakes', () => {
  test.each([
    ['1.0', shop, ['tcp 100', 'tls 100', 'exchange 110']],
    ['1.1', shop, ['tcp 100', 'tls 100', 'exchange 110']],
    ['1.1', 'http://shop.example/', ['tcp 100', 'exchange 110']],
    ['2', shop, ['tcp 100', 'tls 100', 'exchange 110']],
    ['3', shop, ['quic 100', 'exchange 110']],
  ] as const)('HTTP/%s to %s', (httpVersion, url, expected) => {
    expect(phases(tableWith({ httpVersion }).ask(0, url))).toEqual(expected);
  });

  it('speaks HTTP/1.1 without TLS, whatever was agreed on', () => {
    const { ask } = tableWith({ httpVersion: '2' });
    expect(ask(0, 'http://shop.example/').timing.httpVersion).toBe('1.1');
  });
});

describe('HTTP/1.0 and 1.1', () => {
  it('opens a new connection for every request in 1.0 (RFC 9112 §9.3)', () => {
    const { ask } = tableWith({ httpVersion: '1.0' });
    expect(handshakes([ask(0), ask(1000), ask(2000)])).toBe(3);
  });

  it('uses an idle connection again in 1.1, with no handshake', () => {
    const { ask } = tableWith();
    ask(0);
    const second = ask(1000);
    expect(second.timing.reused).toBe(true);
    expect(phases(second)).toEqual(['exchange 110']);
  });

  it('opens a new one for every request when keep-alive is off', () => {
    const { ask } = tableWith({ keepAlive: false });
    expect(handshakes([ask(0), ask(1000)])).toBe(2);
  });

  it('opens a new one after the time-out, counted from the last response', () => {
    const { ask } = tableWith({ keepAliveTimeoutSeconds: 5 });
    const { timing } = ask(0);
    expect(ask(timing.endedAt + 4999).timing.reused).toBe(true);
    expect(ask(timing.endedAt + 4999 + 110 + 5000).timing.reused).toBe(false);
  });

  it('opens a new one after the most that one connection carries', () => {
    const { ask } = tableWith({ keepAliveMaximum: 2 });
    expect([ask(0), ask(1000), ask(2000)].map(({ timing }) => timing.reused)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('opens six at a time, and lets the seventh request wait', () => {
    const { ask } = tableWith();
    const eight = Array.from({ length: 8 }, () => ask(0));
    expect(handshakes(eight)).toBe(6);
    expect(eight.map(took)).toEqual([310, 310, 310, 310, 310, 310, 420, 420]);
    expect(phases(eight[6]!)).toEqual(['queued 310', 'exchange 110']);
  });

  it('waits for one of the six to close in 1.0, then shakes hands once more', () => {
    const { ask } = tableWith({ httpVersion: '1.0' });
    const seven = Array.from({ length: 7 }, () => ask(0));
    expect(phases(seven[6]!)).toEqual(['queued 310', 'tcp 100', 'tls 100', 'exchange 110']);
  });

  it('shares no connection between browsers, nor between origins', () => {
    const { ask } = tableWith();
    ask(0);
    expect(ask(1000, shop, 'mallory').timing.reused).toBe(false);
    expect(ask(1000, 'https://shop.example:8443/').timing.reused).toBe(false);
  });
});

describe('HTTP/2 and 3', () => {
  test.each(['2', '3'] as const)(
    'HTTP/%s carries eight requests at once on one connection',
    (httpVersion) => {
      const { ask } = tableWith({ httpVersion });
      const eight = Array.from({ length: 8 }, () => ask(0));
      expect(handshakes(eight)).toBe(1);
      expect(new Set(eight.map(took))).toEqual(new Set([httpVersion === '2' ? 310 : 210]));
    },
  );

  it('lets a request wait until the connection is ready', () => {
    const { ask } = tableWith({ httpVersion: '2' });
    ask(0);
    expect(phases(ask(50))).toEqual(['queued 150', 'exchange 110']);
  });
});

describe('a server with few slots', () => {
  const few = { slots: 2, backlog: 1, keepAliveTimeoutSeconds: 5 };

  it('lets the third guest wait until an idle connection times out, and refuses the fourth', () => {
    const { ask } = tableWith(few);
    const [first, , third, fourth] = ['a', 'b', 'c', 'd'].map((guest) => ask(0, shop, guest));
    expect(phases(third!)).toEqual([
      'tcp 100',
      `accept ${String(first!.timing.endedAt + 5000 - 100)}`,
      'tls 100',
      'exchange 110',
    ]);
    expect(fourth).toMatchObject({ ok: false, code: 'connection-refused' });
    expect(fourth!.timing.refused).toBe(true);
  });

  it('serves everybody when connections are not kept', () => {
    const { ask } = tableWith({ ...few, keepAlive: false, backlog: 2 });
    expect(['a', 'b', 'c', 'd'].map((guest) => ask(0, shop, guest).ok)).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it('tells how many slots are held, and how many of these idle', () => {
    const { table, ask } = tableWith();
    ask(0);
    expect(table.load('shop.example', 150)).toEqual({ held: 1, idle: 0 });
    expect(table.load('shop.example', 1000)).toEqual({ held: 1, idle: 1 });
    expect(table.load('shop.example', 6000)).toEqual({ held: 0, idle: 0 });
  });

  it('counts what became of a crowd, whose idle connections keep others out', () => {
    const { table, ask } = tableWith({ slots: 10, backlog: 0 });
    const crowd = { guests: 12, withinMs: 0, targetUri: shop, startAt: 0, name: 'crowd' };
    expect(letGuestsCome(table, crowd)).toEqual({
      guests: 12,
      served: 10,
      refused: 2,
      waited: 0,
      longestWaitMs: 0,
    });
    expect(ask(2000).ok).toBe(false);
    expect(ask(6000).ok).toBe(true);
  });
});

const call = fc.record({
  gap: fc.nat(3000),
  guest: fc.constantFrom('alice', 'bob', 'mallory'),
  url: fc.constantFrom(shop, 'http://shop.example/', 'https://news.example/'),
});

const anySettings = fc.record({
  httpVersion: fc.constantFrom(...HTTP_VERSIONS),
  roundTripMs: fc.nat(300),
  serverMs: fc.nat(300),
  keepAlive: fc.boolean(),
  keepAliveTimeoutSeconds: fc.nat(10),
  keepAliveMaximum: fc.integer({ min: 1, max: 5 }),
  slots: fc.integer({ min: 1, max: 8 }),
  backlog: fc.nat(4),
});

test('phases add up, slots are never exceeded, a serial connection carries one exchange at a time', () => {
  fc.assert(
    fc.property(anySettings, fc.array(call, { maxLength: 60 }), (settings, calls) => {
      const { table, ask } = tableWith(settings);
      let now = 0;
      const placed = calls.map(({ gap, guest, url }) => ask((now += gap), url, guest));
      for (const { timing } of placed) {
        const sum = timing.phases.reduce((total, { ms }) => total + ms, 0);
        expect(sum).toBe(timing.endedAt - timing.startedAt);
        expect(timing.phases.every(({ ms }) => ms > 0)).toBe(true);
      }
      expect(table.load('shop.example', now).held).toBeLessThanOrEqual(settings.slots);
      const serial = placed.filter(({ ok, timing }) => ok && Number(timing.httpVersion) < 2);
      for (const id of new Set(serial.map(({ timing }) => timing.connectionId))) {
        const ends = serial
          .filter(({ timing }) => timing.connectionId === id)
          .map(({ timing }) => timing.endedAt);
        expect(ends).toEqual(ends.toSorted((a, b) => a - b));
        expect(ends.length).toBeLessThanOrEqual(settings.keepAliveMaximum);
      }
    }),
  );
});

it('lets nobody ask before they have the answer that made them ask', () => {
  const { table, ask } = tableWith();
  const { timing } = ask(0);
  table.received('alice', timing.endedAt);
  const next = ask(1);
  expect(next.timing).toMatchObject({ startedAt: timing.endedAt, reused: true });
});
