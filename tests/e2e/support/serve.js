import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { argv, env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';

/** Where the built site is served: below a path, as a project page is. */
export const basePath = '/remember-me/';
export const port = Number(env['PORT'] ?? 4179);

/** The built site: `dist/`, or the folder named by `REMEMBER_ME_SITE`. */
const site = env['REMEMBER_ME_SITE']
  ? resolve(env['REMEMBER_ME_SITE']) + sep
  : fileURLToPath(new URL('../../../dist/', import.meta.url));

const contentTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
  '.woff2': 'font/woff2',
};

/** The file of a path, the document of a folder, or none. */
function fileOf(site, path) {
  const file = resolve(site, decodeURIComponent(path));
  if (file + sep !== site && !file.startsWith(site)) return null;
  if (!existsSync(file)) return null;
  if (!statSync(file).isDirectory()) return file;
  const document = join(file, 'index.html');
  return existsSync(document) ? document : null;
}

/** Serves the folder of a site as a plain static host does; nothing is rewritten, what is missing gets `404.html`. */
export function siteServer(site) {
  return createServer((request, response) => serve(site, request, response));
}

function serve(site, request, response) {
  const { pathname } = new URL(request.url, 'http://localhost');
  const file = pathname.startsWith(basePath) ? fileOf(site, pathname.slice(basePath.length)) : null;
  if (!file) {
    response.writeHead(404, { 'Content-Type': contentTypes['.html'] });
    response.end(
      pathname.startsWith(basePath) ? readFileSync(join(site, '404.html')) : 'Not found',
    );
    return;
  }
  if (file.endsWith('index.html') && !pathname.endsWith('/') && !pathname.endsWith('.html')) {
    response.writeHead(301, { Location: `${pathname}/` }).end();
    return;
  }
  const contentType = contentTypes[extname(file)] ?? 'application/octet-stream';
  const isZipped = zips(request, contentType);
  response.writeHead(200, {
    'Content-Type': contentType,
    Vary: 'Accept-Encoding',
    ...(isZipped && { 'Content-Encoding': 'gzip' }),
  });
  const octets = createReadStream(file);
  (isZipped ? octets.pipe(createGzip()) : octets).pipe(response);
}

/** Text goes compressed to whoever takes it so, as it does from GitHub Pages. */
function zips({ headers }, contentType) {
  return /^text\/|json|xml/.test(contentType) && /\bgzip\b/.test(headers['accept-encoding'] ?? '');
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  siteServer(site).listen(port, () => console.log(`http://localhost:${port}${basePath}`));
}
