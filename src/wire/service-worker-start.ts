import type { Carrier } from './carrier.ts';
import type { InPageReason } from './events.ts';
import { within } from './within.ts';
import type { WorkerLocation } from './worker-location.ts';

/** Real milliseconds. A first visit has to install and activate before the worker claims the page. */
const REGISTER_LIMIT = 10_000;
const CONTROL_LIMIT = 5_000;

/**
 * Brings the service worker's carrier up, or says why it cannot be.
 * Nothing here reloads: a page that the worker does not control stays with the in-page carrier.
 */
export async function startServiceWorkerCarrier(
  location: WorkerLocation,
): Promise<Carrier | InPageReason> {
  if (!isSecureContext) return 'insecure-origin';
  const container = serviceWorkers();
  if (container === null) return 'unsupported';
  if (storageIsBlocked()) return 'storage-blocked';
  const registration = await register(container, location);
  if (registration === null) return 'registration-refused';
  if (!(await controlled(container, registration, location))) return 'not-controlled';
  try {
    const { connectThroughWorker } = await import('./service-worker-carrier.ts');
    return (await connectThroughWorker(location)) ?? 'not-intercepting';
  } catch {
    return 'not-intercepting';
  }
}

/** Absent in some private windows; in a sandboxed document even looking throws. */
function serviceWorkers(): ServiceWorkerContainer | null {
  try {
    return 'serviceWorker' in navigator ? navigator.serviceWorker : null;
  } catch {
    return null;
  }
}

/** MSW reads localStorage as it is loaded, and throws where the browser forbids that. */
function storageIsBlocked(): boolean {
  try {
    localStorage.getItem('');
    return false;
  } catch {
    return true;
  }
}

async function register(
  container: ServiceWorkerContainer,
  { url, scope }: WorkerLocation,
): Promise<ServiceWorkerRegistration | null> {
  try {
    // Some tools that block workers answer with nothing at all.
    const registering: Promise<ServiceWorkerRegistration | undefined> = container.register(url, {
      scope,
      updateViaCache: 'none',
    });
    return (await within(REGISTER_LIMIT, registering)) ?? null;
  } catch {
    return null;
  }
}

/** Whether our worker controls the page now, or does so soon: it claims its pages when it activates. */
async function controlled(
  container: ServiceWorkerContainer,
  registration: ServiceWorkerRegistration,
  { url }: WorkerLocation,
): Promise<boolean> {
  const script = new URL(url, document.baseURI).href;
  const isOurs = (): boolean => container.controller?.scriptURL === script;
  if (isOurs()) return true;
  // After a forced reload an active worker is there but does not control the page until it claims it.
  registration.active?.postMessage({ type: 'lab:claim' });
  const listening = new AbortController();
  const claimed = new Promise<void>((resolve) => {
    const check = (): void => {
      if (isOurs()) resolve();
    };
    container.addEventListener('controllerchange', check, { signal: listening.signal });
    check();
  });
  try {
    await within(CONTROL_LIMIT, claimed);
    return true;
  } catch {
    return false;
  } finally {
    listening.abort();
  }
}
