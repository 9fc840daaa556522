import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, preview } from 'vite';
import { findChromium } from '../../build/find-chromium.js';
import { mswCookiesPlugin } from '../../build/msw-cookies-plugin.ts';
import { scriptRealmPlugin } from '../../build/script-realm-plugin.ts';

/** Builds pages of the bench as the site is built, and lets the first one measure itself in a real Chromium. */
export async function measuredInChromium<Result>(
  pages: readonly [string, ...string[]],
  measure: (page: Page) => Promise<Result>,
): Promise<Result> {
  const outDir = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    await buildPages(pages, outDir);
    return await measuredIn(outDir, pages[0], measure);
  } finally {
    await rm(outDir, { recursive: true });
  }
}

async function buildPages(pages: readonly string[], outDir: string): Promise<void> {
  // Whoever runs this with Vite is in development, where Svelte keeps a stack for each of its steps.
  process.env['NODE_ENV'] = 'production';
  await build({
    configFile: false,
    mode: 'production',
    root: pathTo('page/'),
    publicDir: pathTo('../../public/'),
    logLevel: 'warn',
    plugins: [
      mswCookiesPlugin(),
      scriptRealmPlugin(),
      svelte({ configFile: false, compilerOptions: { dev: false } }),
    ],
    build: {
      target: 'es2023',
      outDir,
      emptyOutDir: false,
      rolldownOptions: {
        checks: { bundlerTimings: false },
        input: pages.map((name) => pathTo(`page/${name}`)),
      },
    },
  });
}

async function measuredIn<Result>(
  outDir: string,
  first: string,
  measure: (page: Page) => Promise<Result>,
): Promise<Result> {
  const server = await preview({
    configFile: false,
    logLevel: 'warn',
    build: { outDir },
    preview: { port: 0 },
  });
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: ['--no-sandbox'],
  });
  try {
    const page = await browser.newPage();
    await page.goto(new URL(first, server.resolvedUrls?.local[0]).href);
    return await measure(page);
  } finally {
    await browser.close();
    await server.close();
  }
}

function pathTo(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}
