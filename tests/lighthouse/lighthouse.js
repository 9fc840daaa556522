import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { build } from 'vite';
import { chromiumLaunch } from '../../build/find-chromium.js';
import { freePort, listening } from '../e2e/support/ports.js';
import { basePath, siteServer } from '../e2e/support/serve.js';

/**
 * Lighthouse, as on a phone, over the built site and beside a page of the same stack that only says hello.
 * The reports are kept in `reports/lighthouse/`. What does not depend on the machine has to be full marks;
 * performance is measured, with this machine's noise in it, and told.
 */

const pages = ['ko/', 'en/', 'ko/client-server/', 'en/client-server/', 'en/tools/jwt/'];
const certain = ['accessibility', 'best-practices', 'seo'];
const root = fileURLToPath(new URL('../../', import.meta.url));
const reports = join(root, 'reports/lighthouse');
const folder = mkdtempSync(join(tmpdir(), 'remember-me-lighthouse-'));

async function buildHello(outDir) {
  await build({
    root: fileURLToPath(new URL('hello/', import.meta.url)),
    configFile: false,
    base: basePath,
    logLevel: 'warn',
    plugins: [svelte({ configFile: false })],
    build: { outDir, emptyOutDir: true },
  });
}

/** Built for the very address at which it is looked at, as a deployed site is. */
async function buildSite(outDir, address) {
  process.env['REMEMBER_ME_URL'] = address;
  await build({ root, logLevel: 'warn', build: { outDir, emptyOutDir: true } });
}

const score = (categories, name) => Math.round((categories[name]?.score ?? 0) * 100);

/** Looks at one page; tells its scores, and what of the certain ones is missing. */
async function look(url, name, port) {
  const { lhr, report } = await lighthouse(url, { port, output: 'html', logLevel: 'error' });
  writeFileSync(join(reports, `${name}.html`), report);
  const told = ['performance', ...certain].map((one) => `${one} ${score(lhr.categories, one)}`);
  const times = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time'].map(
    (id) => `${id} ${Math.round(lhr.audits[id]?.numericValue ?? 0)} ms`,
  );
  console.log(`${name}\n  ${told.join(', ')}\n  ${times.join(', ')}`);
  return certain
    .filter((one) => score(lhr.categories, one) < 100)
    .flatMap((one) => lhr.categories[one].auditRefs)
    .filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 1)
    .map(({ id }) => `${name}: ${lhr.audits[id].title}`);
}

async function main(wanted) {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const [site, hello] = [join(folder, 'site'), join(folder, 'hello')];
  const servers = [siteServer(`${site}/`), siteServer(`${hello}/`)];
  const [address, greeting] = (await Promise.all(servers.map(listening))).map(
    (own) => `http://localhost:${own}${basePath}`,
  );
  await buildHello(hello);
  await buildSite(site, address);
  const port = await freePort();
  const { args, ...launch } = chromiumLaunch();
  const browser = await chromium.launch({
    ...launch,
    args: [...args, `--remote-debugging-port=${port}`],
  });
  try {
    await look(greeting, 'hello', port);
    const missing = [];
    for (const page of wanted.length > 0 ? wanted : pages)
      missing.push(...(await look(address + page, page.replaceAll('/', '_'), port)));
    for (const one of missing) console.error(`not met: ${one}`);
    return missing.length === 0 ? 0 : 1;
  } finally {
    await browser.close();
    for (const server of servers) server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main(argv.slice(2));
