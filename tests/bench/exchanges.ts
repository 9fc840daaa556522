import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { findChromium } from '../../build/find-chromium.js';
import { publicSuffixPlugin } from '../../build/public-suffix-plugin.ts';

/** Milliseconds, each the median of as many exchanges as there were rounds. */
export interface Medians {
  readonly rounds: number;
  readonly bareMsw: number;
  readonly serviceWorker: number;
  readonly inPage: number;
}

/** Builds the bench's pages, opens them in a real Chromium and lets them measure themselves. */
export async function measuredExchanges(): Promise<Medians> {
  const outDir = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    await buildPages(outDir);
    return await measuredIn(outDir);
  } finally {
    await rm(outDir, { recursive: true });
  }
}

async function buildPages(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: pathTo('page/'),
    publicDir: pathTo('../../public/'),
    logLevel: 'warn',
    plugins: [publicSuffixPlugin()],
    build: {
      target: 'es2023',
      outDir,
      emptyOutDir: false,
      rolldownOptions: {
        input: ['index.html', 'wire.html', 'bare.html'].map((name) => pathTo(`page/${name}`)),
      },
    },
  });
}

async function measuredIn(outDir: string): Promise<Medians> {
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
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    return await page.evaluate(() => window.medians);
  } finally {
    await browser.close();
    await server.close();
  }
}

function pathTo(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}
