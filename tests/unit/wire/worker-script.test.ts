import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { beforeEach, expect, it, vi } from 'vitest';

const script = readFileSync('public/sw.js', 'utf8');
type Listener = (event: unknown) => void;

let listeners: [type: string, listener: Listener][];
let scope: {
  registration: { unregister: () => Promise<boolean> };
  fetch: (url: string) => Promise<Response>;
  skipWaiting: () => void;
  clients: { claim: () => void };
};
const unregister = vi.fn(() => Promise.resolve(true));
const realFetch = vi.fn(() => Promise.resolve(new Response('real')));
const importScripts = vi.fn();

beforeEach(() => {
  vi.clearAllMocks();
  listeners = [];
  scope = {
    registration: { unregister },
    fetch: realFetch,
    skipWaiting: vi.fn(),
    clients: { claim: vi.fn() },
  };
  const self = Object.assign(scope, { location: new URL('https://site.test/sw.js') });
  const addEventListener = (type: string, listener: Listener): void => {
    listeners.push([type, listener]);
  };
  runInNewContext(script, {
    self,
    addEventListener,
    importScripts,
    URL,
    Request,
    Response,
    Promise,
  });
});

/** Gives an event to the listeners in turn, until one stops it. */
function dispatch(type: string, members: object) {
  let stopped = false;
  const stop = vi.fn(() => (stopped = true));
  const event = {
    stopImmediatePropagation: stop,
    waitUntil: vi.fn(),
    respondWith: vi.fn(() => stop()),
    ...members,
  };
  for (const [of, listener] of listeners) if (of === type && !stopped) listener(event);
  return event;
}

it('cannot be unregistered from inside', async () => {
  expect(await scope.registration.unregister()).toBe(false);
  expect(unregister).not.toHaveBeenCalled();
});

it('loads what keeps the files before its own listeners, and MSW after them', () => {
  expect(importScripts.mock.calls).toEqual([
    ['kept-files.js', 'offline.js'],
    ['mockServiceWorker.js'],
  ]);
});

it('takes over only when asked', () => {
  expect(dispatch('install', {}).stopImmediatePropagation).toHaveBeenCalled();
  expect(scope.skipWaiting).not.toHaveBeenCalled();
  dispatch('message', { data: { type: 'lab:take-over' } });
  expect(scope.skipWaiting).toHaveBeenCalled();
});

it('claims its pages when asked, and leaves other messages to MSW', () => {
  dispatch('message', { data: { type: 'lab:claim' } });
  expect(scope.clients.claim).toHaveBeenCalled();
  expect(
    dispatch('message', { data: 'MOCK_ACTIVATE' }).stopImmediatePropagation,
  ).not.toHaveBeenCalled();
});

it('keeps the files of the page from MSW, untouched', () => {
  const event = dispatch('fetch', { request: { url: 'https://site.test/index.html' } });
  expect(event.stopImmediatePropagation).toHaveBeenCalled();
  expect(event.respondWith).not.toHaveBeenCalled();
});

it('answers for a simulated host where MSW does not', () => {
  const answer = dispatch('fetch', { request: { url: 'https://shop.example/' } }).respondWith.mock
    .calls[0] as unknown as [Response];
  expect(answer[0].status).toBe(404);
});

it('never looks a simulated host up in the network', async () => {
  expect((await scope.fetch('https://shop.example:8443/')).status).toBe(404);
  expect(realFetch).not.toHaveBeenCalled();
  expect(await (await scope.fetch('https://elsewhere.test/')).text()).toBe('real');
});
