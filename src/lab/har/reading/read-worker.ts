import { inPortions } from './in-portions.ts';
import { readHere } from './read-here.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

const say = (message: FromWorker) => postMessage(message);

// Nobody aborts it: it is ended as a whole.
addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  const outcome = await readHere({
    file: data.file,
    progress: (progress) => say({ type: 'progress', progress }),
    signal: new AbortController().signal,
  });
  if (outcome === null) return;
  if (!outcome.ok) return say({ type: 'refused', refusal: outcome });
  for (const exchanges of inPortions(outcome.exchanges)) say({ type: 'exchanges', exchanges });
  say({ type: 'opened', summary: outcome.summary });
});
