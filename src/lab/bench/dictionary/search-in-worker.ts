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

/** The search in a thread of its own, so that the page stays as quick as before; ended with it when aborted. */
export const searchInWorker: SearchDictionary = ({ signingInput, signature, progress, signal }) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(trustedUrl(), { type: 'module' });
    const end = () => worker.terminate();
    signal.addEventListener('abort', () => {
      end();
      resolve(null);
    });
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.type === 'progress') return progress(data.progress);
      end();
      resolve(data.outcome);
    });
    worker.addEventListener('error', () => {
      end();
      reject(new Error('the worker of the dictionary could not be started'));
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
