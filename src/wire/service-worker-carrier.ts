import { http } from 'msw';
import { setupWorker } from 'msw/browser';
import { NetworkFailure } from '../http/network-failure.ts';
import {
  ENVELOPE_HEADER,
  type CarriedRequest,
  type CarriedResponse,
  type Deliver,
} from './carried.ts';
import { NotDelivered, type Carrier } from './carrier.ts';
import type { WorkerLocation } from './worker-location.ts';
import { within } from './within.ts';

/** Real milliseconds. */
const START_LIMIT = 5_000;
const PROBE_LIMIT = 1_500;
/** How long a request may be on its way to us; waking a sleeping worker takes the most of it. */
const DELIVERY_LIMIT = 3_000;

const DELIVERY_HEADER = 'lab-delivery';
const PROBE = 'https://probe.example/';
const EVERY_SIMULATED_HOST = /^https:\/\/[^/]+\.example(?::\d+)?\//;

/** The real browser adds nothing of its own: no cookie, no cache, no referrer, no redirect followed. */
const FETCH_OPTIONS = {
  cache: 'no-store',
  credentials: 'omit',
  redirect: 'manual',
  referrerPolicy: 'no-referrer',
} satisfies RequestInit;

/** Requests that `fetch` has taken and that have not come back to this page through the worker yet. */
const onTheWay = new Map<string, (request: Request) => Promise<Response>>();

let starting: Promise<unknown> | null = null;

/** A carrier once a probe came back through the worker; `null` where it does not. The worker must control the page. */
export async function connectThroughWorker(location: WorkerLocation): Promise<Carrier | null> {
  starting ??= startMsw(location).catch((error: unknown) => {
    starting = null;
    throw error;
  });
  await within(START_LIMIT, starting);
  return (await probe()) ? { name: 'service-worker', carry } : null;
}

/**
 * One MSW for the page, however many labs are in it. It gets plain responses without `Set-Cookie`, and
 * answers every host of the lab, so that nothing simulated is ever looked up in the real network.
 */
function startMsw({ url, scope }: WorkerLocation): Promise<unknown> {
  const script = new URL(url, document.baseURI).href;
  return setupWorker(http.all(EVERY_SIMULATED_HOST, ({ request }) => answer(request))).start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: { url: script, options: { scope, updateViaCache: 'none' } },
    findWorker: (scriptUrl) => scriptUrl === script,
  });
}

function answer(request: Request): Promise<Response> | Response {
  const delivery = request.headers.get(DELIVERY_HEADER) ?? '';
  const receive = onTheWay.get(delivery);
  if (receive !== undefined) {
    onTheWay.delete(delivery);
    return receive(request);
  }
  if (request.url.startsWith(PROBE)) return new Response(new URL(request.url).pathname.slice(1));
  return new Response('Not Found', { status: 404, headers: { 'Content-Type': 'text/plain' } });
}

async function probe(): Promise<boolean> {
  const sent = crypto.randomUUID();
  try {
    const response = await fetch(`${PROBE}${sent}`, {
      ...FETCH_OPTIONS,
      signal: AbortSignal.timeout(PROBE_LIMIT),
    });
    return (await response.text()) === sent;
  } catch {
    return false;
  }
}

async function carry(
  request: CarriedRequest,
  deliver: Deliver,
  signal?: AbortSignal,
): Promise<CarriedResponse> {
  const delivery = crypto.randomUUID();
  const undelivered = new AbortController();
  const timer = setTimeout(() => {
    undelivered.abort();
  }, DELIVERY_LIMIT);
  onTheWay.set(delivery, async (received) => {
    clearTimeout(timer);
    return toResponse(await deliver(await fromRequest(received)));
  });
  try {
    return await fetched(
      request,
      delivery,
      AbortSignal.any([undelivered.signal, ...(signal ? [signal] : [])]),
    );
  } catch (error) {
    if (signal?.aborted === true) throw new NetworkFailure('aborted');
    if (onTheWay.has(delivery))
      throw new NotDelivered('The worker did not pass the request on', { cause: error });
    throw new NetworkFailure('connection-lost', String(error));
  } finally {
    clearTimeout(timer);
    onTheWay.delete(delivery);
  }
}

async function fetched(
  request: CarriedRequest,
  delivery: string,
  signal: AbortSignal,
): Promise<CarriedResponse> {
  const response = await fetch(request.url, {
    ...FETCH_OPTIONS,
    method: request.method,
    headers: [
      ...request.headers.map(([name, value]): [string, string] => [name, value]),
      [DELIVERY_HEADER, delivery],
    ],
    body: request.body,
    signal,
  });
  const body = await response.text();
  if (!response.headers.has(ENVELOPE_HEADER))
    throw new TypeError(`Status ${String(response.status)} without an envelope`);
  return { status: response.status, headers: [...response.headers], body };
}

async function fromRequest(request: Request): Promise<CarriedRequest> {
  return {
    url: request.url,
    method: request.method,
    headers: [...request.headers],
    body: await request.text(),
  };
}

function toResponse({ status, headers, body }: CarriedResponse): Response {
  return new Response(body, {
    status,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
  });
}
