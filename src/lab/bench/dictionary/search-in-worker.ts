import workerUrl from './search-worker.ts?worker&url';
import type { SearchDictionary } from './dictionary-search.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: () => string },
  ): { createScriptURL(url: string): string };
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/**
 * The search in a thread of its own, so that the page stays as quick as before; ended with it when aborted. In
 * the page's thread where a browser lets no worker start.
 */
export const searchInWorker: SearchDictionary = (search) =>
  new Promise((resolve) => {
    const { signingInput, signature, progress, signal } = search;
    const worker = new Worker(trustedUrl(), { type: 'module' });
    signal.addEventListener('abort', () => {
      worker.terminate();
      resolve(null);
    });
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.type === 'progress') return progress(data.progress);
      worker.terminate();
      resolve(data.outcome);
    });
    worker.addEventListener('error', () => {
      worker.terminate();
      resolve(import('./search-here.ts').then(({ searchHere }) => searchHere(search)));
    });
    worker.postMessage({ signingInput, signature } satisfies ToWorker);
  });

/** The page's Trusted Types let this one script through, whatever they are asked. */
function trustedUrl(): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  if (trustedTypes === undefined) return workerUrl;
  policy ??= trustedTypes.createPolicy('dictionary', { createScriptURL: () => workerUrl });
  return policy.createScriptURL(workerUrl);
}
