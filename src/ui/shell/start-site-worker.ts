import { mount } from 'svelte';
import type { WorkerLocation } from '../../wire/worker-location.ts';
import type { Navigation } from './navigation.svelte.ts';
import NewVersion from './NewVersion.svelte';
import { SiteWorker } from './site-worker.svelte.ts';

/** Real milliseconds after which a visit is taken for one: what is only glanced at need not be kept. */
const glance = 8_000;

/** Keeps the page's files for use without a network, and says when there is a new version of them. */
export async function startSiteWorker(
  location: WorkerLocation,
  navigation: Navigation,
): Promise<SiteWorker | null> {
  const worker = await SiteWorker.start(location, {
    reload: () => window.location.reload(),
    now: () => Date.now(),
  });
  if (worker === null) return null;
  mount(NewVersion, { target: document.body, props: { worker, navigation } });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void worker.look();
  });
  setTimeout(() => void worker.keep(), glance);
  return worker;
}
