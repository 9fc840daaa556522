import workerUrl from './read-worker.ts?worker&url';
import type { RecordedExchange } from '../recorded-exchange.ts';
import type { ReadRecording } from './recording-reader.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: () => string },
  ): { createScriptURL(url: string): string };
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/**
 * Opens a recording in a thread of its own, so that the page stays as quick as before; ended with it when aborted.
 * In the page's thread where a browser lets no worker start.
 */
export const readInWorker: ReadRecording = (reading) =>
  new Promise((resolve) => {
    const { file, progress, signal } = reading;
    const worker = new Worker(trustedUrl(), { type: 'module' });
    const exchanges: RecordedExchange[] = [];
    signal.addEventListener('abort', () => {
      worker.terminate();
      resolve(null);
    });
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.type === 'progress') return progress(data.progress);
      if (data.type === 'exchanges') return void exchanges.push(...data.exchanges);
      worker.terminate();
      resolve(
        data.type === 'refused' ? data.refusal : { ok: true, summary: data.summary, exchanges },
      );
    });
    worker.addEventListener('error', () => {
      worker.terminate();
      resolve(import('./read-here.ts').then(({ readHere }) => readHere(reading)));
    });
    worker.postMessage({ file } satisfies ToWorker);
  });

/** The page's Trusted Types let this one script through, whatever they are asked. */
function trustedUrl(): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  if (trustedTypes === undefined) return workerUrl;
  policy ??= trustedTypes.createPolicy('recording', { createScriptURL: () => workerUrl });
  return policy.createScriptURL(workerUrl);
}
