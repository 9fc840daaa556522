export interface Fault {
  /** What goes wrong, for the table in `docs/robustness.md`. */
  readonly name: string;
  /** How the test really brings it about. */
  readonly produced: string;
}

/** What may happen to the page from outside; each has a test that produces it, and a row in `docs/robustness.md`. */
export const faults = {
  'worker-refused': {
    name: 'Service worker refused',
    produced: 'the site’s `sw.js` throws, so that `register()` rejects',
  },
  'worker-missing': {
    name: 'Service worker missing on the host',
    produced: 'the host has no `sw.js`: 404',
  },
  'worker-part-missing': {
    name: 'A part of the service worker missing on the host',
    produced: 'the host has no `mockServiceWorker.js`: 404',
  },
  'worker-unknown': {
    name: 'A browser without service workers',
    produced: '`navigator.serviceWorker` taken out before the page starts',
  },
  'worker-bypassed': {
    name: 'Service worker bypassed in DevTools',
    produced: '`Network.setBypassServiceWorker`',
  },
  'worker-stopped': {
    name: 'Service worker stopped by the browser while idle',
    produced: '`ServiceWorker.stopAllWorkers`',
  },
  'new-version': {
    name: 'Replaced by a new deployment with two tabs open',
    produced: 'the host gets another build, and one of two tabs takes it',
  },
  'no-network': {
    name: 'No network after one visit',
    produced: 'the host is switched off',
  },
  'hard-reload': {
    name: 'Hard reload',
    produced: '`Page.reload` with `ignoreCache`',
  },
  'storage-blocked': {
    name: 'Storage blocked',
    produced: 'a Chromium set to let no site store anything',
  },
  'storage-full': {
    name: 'Storage full',
    produced: '`Storage.overrideQuotaForOrigin` with one octet',
  },
  'storage-cleared': {
    name: 'Storage cleared while open',
    produced: '`Storage.clearDataForOrigin`, all types',
  },
  'storage-nonsense': {
    name: 'Storage holds nonsense',
    produced: 'nonsense under each key of `localStorage` and `sessionStorage`',
  },
  'record-unreadable': {
    name: 'The kept lab holds nonsense',
    produced: 'another record written over it in IndexedDB',
  },
  'private-window': {
    name: 'Private window',
    produced: 'a private window, closed, and another one opened',
  },
  'insecure-origin': {
    name: 'Insecure origin, without WebCrypto',
    produced: 'opened over http by the machine’s address in its network',
  },
  'from-file': {
    name: 'Opened as a file',
    produced: '`file://…/dist/en/index.html`',
  },
  'two-tabs': {
    name: 'Two tabs',
    produced: 'the tab is duplicated',
  },
  'ten-tabs': {
    name: 'Ten tabs',
    produced: 'ten tabs of one browser',
  },
  'left-and-back': {
    name: 'Gone back to, without the back-forward cache',
    produced: 'another address, then back, the cache switched off',
  },
  'back-forward-cache': {
    name: 'Back-forward cache',
    produced: 'another site, then back; `pageshow` says `persisted`',
  },
  'beside-cached': {
    name: 'Opened anew beside itself in the back-forward cache',
    produced: 'another site, then the lab by its address, then back to the first',
  },
  'clock-changed': {
    name: 'The computer’s clock changed',
    produced: 'five years forward, twelve back',
  },
  asleep: {
    name: 'A laptop asleep for a day',
    produced:
      'the page’s clocks, the monotonic one too, go on by a day in one leap; workers stopped',
  },
} as const satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof faults;
