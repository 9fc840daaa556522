import { http } from 'msw';
import { setupWorker } from 'msw/browser';
import { request, response } from './message.ts';
import type { Exchange } from './ways.ts';

const headers = [...response.fields]
  .filter(([name]) => name !== 'Set-Cookie')
  .map(([name, value]): [string, string] => [name, value]);
const exchange: Exchange = async () => {
  const answer = await fetch(request.targetUri, {
    headers: { Accept: 'text/html', 'Accept-Language': 'en' },
  });
  if ((await answer.text()) !== response.content) throw new Error('Not answered by the handler');
};

/** MSW as its manual shows it: one handler, one `fetch`, through the same worker. */
window.ways = (async () => {
  const worker = setupWorker(
    http.get(request.targetUri, () => new Response(response.content, { headers })),
  );
  await worker.start({
    quiet: true,
    serviceWorker: { url: new URL('./sw.js', location.href).href },
  });
  return { bareMsw: exchange };
})();
