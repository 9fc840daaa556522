/**
 * The worker of this page. It lives under one address for good, because an address that changes would
 * leave a waiting worker behind and MSW waiting for it. Its listeners come first and decide what MSW's,
 * loaded at the end, gets to see: only the simulated hosts below `example`.
 */

const isSimulated = (url) => {
  const { hostname } = new URL(url);
  return hostname === 'example' || hostname.endsWith('.example');
};

const isSameOrigin = (url) => new URL(url).origin === self.location.origin;

const notFound = () =>
  new Response('Not Found', { status: 404, headers: { 'Content-Type': 'text/plain' } });

// MSW removes the worker together with its last tab; what the worker keeps for offline use would go with it.
Object.defineProperty(self.registration, 'unregister', { value: () => Promise.resolve(false) });

importScripts('kept-files.js', 'offline.js');

// MSW's own listener would call skipWaiting() and so take over tabs in the middle of a lesson.
// The first worker of all waits for nobody and is active at once anyway.
addEventListener('install', (event) => {
  event.stopImmediatePropagation();
});

addEventListener('message', (event) => {
  switch (event.data?.type) {
    // A page after a forced reload: it has a registration, but nobody controls it.
    case 'lab:claim':
      event.stopImmediatePropagation();
      event.waitUntil(self.clients.claim());
      break;
    // The learner agreed to the new version.
    case 'lab:take-over':
      event.stopImmediatePropagation();
      event.waitUntil(self.skipWaiting());
      break;
  }
});

// The files of the page itself: untouched by MSW. `offline.js` has answered already, where it could.
addEventListener('fetch', (event) => {
  if (isSameOrigin(event.request.url)) event.stopImmediatePropagation();
});

// MSW passes on to the network what no page of it claims. No simulated host may be looked up there.
const realFetch = self.fetch.bind(self);
self.fetch = (input, init) => {
  const url = input instanceof Request ? input.url : new URL(input, self.location.href).href;
  return isSimulated(url) ? Promise.resolve(notFound()) : realFetch(input, init);
};

importScripts('mockServiceWorker.js');

// Only reached where MSW did not answer.
addEventListener('fetch', (event) => {
  if (isSimulated(event.request.url)) event.respondWith(notFound());
});
