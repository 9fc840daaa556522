import { describe, expect, test } from 'vitest';
import { HTTP_VERSIONS } from '../../../../src/http/http-version.ts';
import {
  askingToStay,
  connectionFields,
} from '../../../../src/wire/connections/connection-fields.ts';
import { ConnectionTable } from '../../../../src/wire/connections/connection-table.ts';
import type { OpenConnection } from '../../../../src/wire/connections/open-connection.ts';
import {
  DEFAULT_CONNECTION_SETTINGS,
  type ConnectionSettings,
} from '../../../../src/wire/connections/settings.ts';

const settings = DEFAULT_CONNECTION_SETTINGS;
const one: OpenConnection = {
  id: 'c1',
  browserId: 'b1',
  origin: 'https://shop.example',
  httpVersion: '1.1',
  openedAt: 0,
  acceptedAt: 0,
  readyAt: 0,
  busyUntil: 0,
  carried: 1,
  closesAt: 0,
  promised: false,
};

test.each<[string, Partial<OpenConnection>, Partial<ConnectionSettings>, string[]]>([
  ['1.1 stays open', {}, {}, ['Connection: keep-alive', 'Keep-Alive: timeout=5, max=99']],
  [
    'as the settings say',
    { carried: 3 },
    { keepAliveTimeoutSeconds: 30, keepAliveMaximum: 10 },
    ['Connection: keep-alive', 'Keep-Alive: timeout=30, max=7'],
  ],
  ['the last of its requests', { carried: 100 }, {}, ['Connection: close']],
  ['keep-alive switched off', {}, { keepAlive: false }, ['Connection: close']],
  ['its slot promised to another', { promised: true }, {}, ['Connection: close']],
  ['1.0 closes', { httpVersion: '1.0' }, {}, ['Connection: close']],
  ['2 may not say so', { httpVersion: '2' }, {}, []],
  ['2 may not even say that it ends', { httpVersion: '2', carried: 100 }, {}, []],
  ['3 may not say so', { httpVersion: '3' }, {}, []],
])('%s', (_what, connection, changed, expected) => {
  const fields = connectionFields({ ...one, ...connection }, { ...settings, ...changed });
  expect(fields.map((field) => field.join(': '))).toEqual(expected);
});

test('only in HTTP/1.1 the browser says that it would stay', () => {
  const asking = HTTP_VERSIONS.filter((httpVersion) => askingToStay({ httpVersion }).length > 0);
  expect(asking).toEqual(['1.1']);
});

describe('on the connections of a browser', () => {
  test('max counts down from request to request, and the last one closes', () => {
    const table = new ConnectionTable({ settings: () => ({ ...settings, keepAliveMaximum: 3 }) });
    const told = [0, 1000, 2000, 3000].map((startAt) => {
      const placed = table.place({
        browserId: 'b1',
        targetUri: 'https://shop.example/',
        startAt,
      });
      return placed.ok ? placed.fields.at(-1)?.[1] : 'refused';
    });
    expect(told).toEqual(['timeout=5, max=2', 'timeout=5, max=1', 'close', 'timeout=5, max=2']);
  });
});
