import { searchHere } from './search-here.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

const say = (message: FromWorker) => postMessage(message);

// Nobody aborts it: it is ended as a whole.
addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  const outcome = await searchHere({
    ...data,
    progress: (progress) => say({ type: 'progress', progress }),
    signal: new AbortController().signal,
  });
  if (outcome !== null) say({ type: 'outcome', outcome });
});
