import * as m from '../../messages/compiled/messages.js';
import type { SiteWorker } from '../shell/site-worker.svelte.ts';

/** How far the page is kept for use without a network, in a sentence. */
export function keepingText(worker: SiteWorker | null, language: string): string {
  if (worker === null) return m.app_offline_never();
  const { keeping } = worker;
  if (keeping.state === 'kept') return m.app_offline_kept();
  if (keeping.state === 'not-kept') return m.app_offline_not_yet();
  const number = new Intl.NumberFormat(language);
  return m.app_offline_keeping({
    done: number.format(keeping.done),
    all: number.format(keeping.all),
  });
}
