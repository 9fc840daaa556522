import { afterEach, describe, expect, it, vi } from 'vitest';
import type { InPageReason } from '../../src/wire/events.ts';
import { ConnectionTable } from '../../src/wire/connections/connection-table.ts';
import { DEFAULT_CONNECTION_SETTINGS } from '../../src/wire/connections/settings.ts';
import { Wire } from '../../src/wire/wire.ts';

const worker = { url: '/sw.js', scope: '/' };

/** HTTP/1.1 would add fields of the connection to each response. */
const multiplexed = new ConnectionTable({
  settings: () => ({ ...DEFAULT_CONNECTION_SETTINGS, httpVersion: '2' }),
});

function denied(): never {
  throw new DOMException('Denied', 'SecurityError');
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('without a service worker the wire stays in the page and says why', () => {
  it.each<[InPageReason, () => void]>([
    ['insecure-origin', () => vi.stubGlobal('isSecureContext', false)],
    ['unsupported', () => vi.stubGlobal('navigator', {})],
    [
      'unsupported',
      () =>
        vi.stubGlobal('navigator', {
          get serviceWorker() {
            return denied();
          },
        }),
    ],
    ['storage-blocked', () => vi.spyOn(Storage.prototype, 'getItem').mockImplementation(denied)],
    [
      'registration-refused',
      () => vi.spyOn(navigator.serviceWorker, 'register').mockRejectedValue(new TypeError('No')),
    ],
  ])('%s', async (reason, prepare) => {
    const changes: unknown[] = [];
    const response = { status: 200, fields: [], content: 'Bread' };
    const wire = new Wire({
      connections: () => multiplexed,
      handle: () => Promise.resolve(response),
      observe: (event) => {
        if (event.type === 'carrier-changed') changes.push(event.carrier);
      },
    });
    prepare();
    expect(await wire.startServiceWorker(worker)).toEqual({ name: 'in-page', reason });
    expect(changes).toEqual([{ name: 'in-page', reason }]);
    const request = { method: 'GET', targetUri: 'https://shop.example/', fields: [], content: '' };
    expect(await wire.network(request, { exchangeId: 'e1', browserId: 'b1', tabId: 't1' })).toEqual(
      response,
    );
  });

  it('not-controlled, and never asks MSW, which would reload', async () => {
    const registration = { active: null } as unknown as ServiceWorkerRegistration;
    vi.spyOn(navigator.serviceWorker, 'register').mockResolvedValue(registration);
    const wire = new Wire({
      handle: () => Promise.reject(new Error('unused')),
      observe: () => undefined,
    });
    expect(await wire.startServiceWorker({ url: '/other.js', scope: '/' })).toEqual({
      name: 'in-page',
      reason: 'not-controlled',
    });
  }, 10_000);
});
