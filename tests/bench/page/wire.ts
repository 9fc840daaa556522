import { Wire } from '../../../src/wire/wire.ts';
import { request, response } from './message.ts';
import type { Exchange } from './ways.ts';

/** The wire with its service worker, and the wire in the page. */
window.ways = (async () => {
  const byWorker = newWire();
  const state = await byWorker.startServiceWorker({ url: './sw.js', scope: './' });
  if (state.name !== 'service-worker')
    throw new Error(`No service worker: ${String(state.reason)}`);
  return { serviceWorker: exchangeBy(byWorker), inPage: exchangeBy(newWire()) };
})();

function newWire(): Wire {
  return new Wire({ handle: () => Promise.resolve(response), observe: () => undefined });
}

function exchangeBy(wire: Wire): Exchange {
  return async () => {
    await wire.network(request, { exchangeId: 'e1', browserId: 'b1', tabId: 't1' });
  };
}
