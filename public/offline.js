/**
 * Keeps the page's own files, so that after one visit all of it opens without a network. Loaded by `sw.js`, after
 * the list of files that the build wrote (`kept-files.js`). One cache a version: whoever is served a document out
 * of it finds every file of that same version there too, whatever has been published since.
 */

const root = self.registration.scope;
/** Other projects of the same origin keep their own caches beside ours. */
const ourCaches = `remember-me:${new URL(root).pathname}:`;
const ownCache = ourCaches + self.keptFiles.version;

/** What each file must be, by its address. */
const integrities = new Map(
  self.keptFiles.files.map(([path, integrity]) => [new URL(path, root).href, integrity]),
);

/** Stands in a cache that lacks nothing. */
const completeMark = new URL('kept-files.js', root).href;

/** As the platform has it: `sw.js` gives MSW another one. */
const fetchFile = self.fetch.bind(self);

/** So many files are asked for at a time. */
const together = 6;

/** The address under which the file of a request is kept: documents by their folder, without a query. */
function keptAddress(url) {
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/\/index\.html$/, '/');
}

async function earlierCaches() {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(ourCaches) && name !== ownCache);
}

async function isComplete(name) {
  if (!(await caches.has(name))) return false;
  return (await (await caches.open(name)).match(completeMark)) !== undefined;
}

/** Files whose name tells their content need not be asked for again when another version has them too. */
async function copyOfEarlier(url) {
  return url.startsWith(new URL('assets/', root).href)
    ? caches.match(url, { ignoreVary: true })
    : undefined;
}

async function keepFile(cache, url, integrity) {
  // With its integrity: should the site have been replaced meanwhile, nothing of the next version gets in.
  const response =
    (await copyOfEarlier(url)) ?? (await fetchFile(url, { integrity, cache: 'no-cache' }));
  if (!response.ok) throw new TypeError(`${url} answered ${response.status}`);
  await cache.put(url, response);
}

let keeping = null;

/** Keeps what is not kept yet; `told` hears how many of how many files there are. Fails where one cannot be had. */
function keepAll(told) {
  keeping ??= keepMissing(told).finally(() => {
    keeping = null;
  });
  return keeping;
}

async function keepMissing(told) {
  if (integrities.size === 0) throw new TypeError('This build names no files');
  const cache = await caches.open(ownCache);
  const there = new Set((await cache.keys()).map(({ url }) => url));
  const missing = [...integrities].filter(([url]) => !there.has(url));
  let left = missing.length;
  const next = async () => {
    for (let file = missing.pop(); file !== undefined; file = missing.pop()) {
      await keepFile(cache, ...file);
      left -= 1;
      told?.(integrities.size - left, integrities.size);
    }
  };
  await Promise.all(Array.from({ length: together }, next));
  await cache.put(completeMark, new Response(''));
}

/** Whoever has kept one version wants the next as a whole, before it takes over. */
async function keepIfKept() {
  const earlier = await Promise.all((await earlierCaches()).map(isComplete));
  if (earlier.includes(true)) await keepAll();
}

/** A tab that still shows the version before needs its files; those of older ones nobody does. */
async function forgetOldVersions() {
  const old = (await earlierCaches()).slice(0, -1);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** The file of a request: kept, or from the network. */
async function answer(request) {
  const url = keptAddress(request.url);
  try {
    if (request.mode !== 'navigate') {
      const kept = (await keptFile(url)) ?? (await caches.match(url, { ignoreVary: true }));
      return kept ?? (await fetchFile(request));
    }
    const kept = await keptDocument(url);
    if (kept !== undefined && (await isComplete(ownCache))) return kept;
    return await fetchFile(request).catch((error) => {
      if (kept !== undefined) return kept;
      throw error;
    });
  } catch (error) {
    // A browser whose storage is in trouble keeps nothing, but the network is still there.
    if (error instanceof TypeError) throw error;
    return fetchFile(request);
  }
}

async function keptDocument(url) {
  const folder = `${url}/`;
  return integrities.has(folder) ? Response.redirect(folder) : keptFile(url);
}

/** Of this version. A tab of the version before may ask for a file that only that one had. */
async function keptFile(url) {
  return (await caches.open(ownCache)).match(url, { ignoreVary: true });
}

addEventListener('install', (event) => {
  event.waitUntil(keepIfKept());
});

addEventListener('activate', (event) => {
  event.waitUntil(forgetOldVersions());
});

addEventListener('message', (event) => {
  if (event.data?.type !== 'lab:keep') return;
  event.stopImmediatePropagation();
  const [port] = event.ports;
  const kept = keepAll((done, all) => port?.postMessage({ done, all }));
  event.waitUntil(
    kept.then(
      () => port?.postMessage({ kept: true }),
      () => port?.postMessage({ kept: false }),
    ),
  );
});

addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method !== 'GET' || new URL(url).origin !== self.location.origin) return;
  const address = keptAddress(url);
  if (integrities.has(address) || integrities.has(`${address}/`) || address.includes('/assets/'))
    event.respondWith(answer(event.request));
});
