import type { WorkerLocation } from '../../wire/worker-location.ts';

/**
 * - `current`: nothing newer is known;
 * - `ready`: the next version is kept as a whole and waits for the reader's word;
 * - `replaced`: another tab took it; this one goes on with the files of the version before.
 */
export type SiteVersion = 'current' | 'ready' | 'replaced';

/** How far the page's files are kept for use without a network. */
export type Keeping =
  | { readonly state: 'not-kept' }
  | { readonly state: 'keeping'; readonly done: number; readonly all: number }
  | { readonly state: 'kept' };

/** Real milliseconds between two looks for a new version, for tabs that stay open. */
const betweenLooks = 60 * 60 * 1000;

/** The page's own files in the hands of its service worker: kept for offline use, replaced when the reader says so. */
export class SiteWorker {
  #version = $state<SiteVersion>('current');
  #keeping = $state.raw<Keeping>({ state: 'not-kept' });
  #asked = false;
  #lookedAt: number;

  private constructor(
    private readonly registration: ServiceWorkerRegistration,
    private readonly container: ServiceWorkerContainer,
    private readonly reload: () => void,
    private readonly now: () => number,
  ) {
    this.#lookedAt = now();
    this.#watchNewVersions();
  }

  /** `null` where the browser has no service workers, or refuses this one. */
  static async start(
    { url, scope }: WorkerLocation,
    { reload, now }: { readonly reload: () => void; readonly now: () => number },
  ): Promise<SiteWorker | null> {
    try {
      const container = navigator.serviceWorker;
      const registration = await container.register(url, { scope, updateViaCache: 'none' });
      return new SiteWorker(registration, container, reload, now);
    } catch {
      return null;
    }
  }

  get version(): SiteVersion {
    return this.#version;
  }

  get keeping(): Keeping {
    return this.#keeping;
  }

  /** Has the worker keep all files of the page; resolves when they are, or when it cannot be done now. */
  async keep(): Promise<void> {
    await this.container.ready;
    const { active } = this.registration;
    if (active === null) return;
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }: MessageEvent<unknown>) => {
        const news = keepingOf(data);
        if (news === null) return;
        this.#keeping = news;
        if (news.state === 'keeping') return;
        port1.close();
        resolve();
      };
      active.postMessage({ type: 'lab:keep' }, [port2]);
    });
  }

  /** Lets the version that waits take over, and reloads this tab with it. */
  takeOver(): void {
    this.#asked = true;
    if (this.registration.waiting === null) this.reload();
    else this.registration.waiting.postMessage({ type: 'lab:take-over' });
  }

  /** Looks for a new version, if the last look is an hour ago. Without a network there is none. */
  async look(): Promise<void> {
    if (this.now() - this.#lookedAt < betweenLooks) return;
    this.#lookedAt = this.now();
    try {
      await this.registration.update();
    } catch {
      // No network, or the site is gone: what is kept goes on.
    }
  }

  #watchNewVersions(): void {
    // The first worker of all replaces nothing. Firefox may tell that it controls the page before it tells
    // that it is installed: what counts as well is whether another one is active.
    let controlled = this.container.controller !== null;
    const replaces = (): boolean => controlled && this.registration.active !== null;
    const watch = (): void => {
      if (this.registration.waiting !== null && replaces()) this.#version = 'ready';
      const { installing } = this.registration;
      installing?.addEventListener('statechange', () => {
        if (installing.state === 'installed' && replaces()) this.#version = 'ready';
      });
    };
    watch();
    this.registration.addEventListener('updatefound', watch);
    this.container.addEventListener('controllerchange', () => {
      if (this.#asked) this.reload();
      else if (controlled) this.#version = 'replaced';
      controlled = true;
    });
  }
}

/** Reads what the worker says about how far it is. */
function keepingOf(data: unknown): Keeping | null {
  if (typeof data !== 'object' || data === null) return null;
  if ('kept' in data) return { state: data.kept === true ? 'kept' : 'not-kept' };
  if (!('done' in data && 'all' in data)) return null;
  const { done, all } = data;
  return typeof done === 'number' && typeof all === 'number'
    ? { state: 'keeping', done, all }
    : null;
}
