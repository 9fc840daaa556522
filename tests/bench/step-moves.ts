import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { findChromium } from '../../build/find-chromium.js';
import { median } from './median.ts';

/** What it takes to move to steps of a chapter, from the link to the picture of the step, its lab prepared. */
export interface StepMoves {
  readonly chapter: string;
  readonly moves: number;
  /** Milliseconds. */
  readonly median: number;
  readonly slowest: number;
  readonly slowestStep: string;
}

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const chapters = new URL('../../src/tutorial/chapters/', import.meta.url);
const rounds = 3;

/** Walks through all chapters of the built site by links; `null` where it has not been built. */
export async function measuredStepMoves(): Promise<readonly StepMoves[] | null> {
  if (!existsSync(`${dist}index.html`)) return null;
  const server = await preview({
    configFile: false,
    logLevel: 'warn',
    base: '/remember-me/',
    build: { outDir: dist },
    preview: { port: 0 },
  });
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: ['--no-sandbox'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    const site = server.resolvedUrls?.local[0] ?? '';
    const measured: StepMoves[] = [];
    for (const chapter of readdirSync(chapters).toSorted())
      measured.push(await movesIn(page, site, chapter));
    return measured;
  } finally {
    await browser.close();
    await server.close();
  }
}

async function movesIn(page: Page, site: string, chapter: string): Promise<StepMoves> {
  const steps = stepsOf(chapter);
  await page.goto(new URL(`en/${chapter}/`, site).href);
  await page.waitForSelector('[data-place="lesson"][aria-busy="false"]');
  const moves: { readonly step: string; readonly ms: number }[] = [];
  // The first round fetches what steps share, and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    for (const step of [...steps.slice(1), steps[0] ?? '']) {
      const ms = await page.evaluate(moveTo, step);
      if (round > 0) moves.push({ step, ms });
    }
  }
  const slowest = moves.reduce((one, other) => (other.ms > one.ms ? other : one));
  return {
    chapter,
    moves: moves.length,
    median: median(moves.map(({ ms }) => ms)),
    slowest: slowest.ms,
    slowestStep: slowest.step,
  };
}

/** In the page: from the click on a link until the step is ready and has been painted. */
async function moveTo(step: string): Promise<number> {
  const title = document.querySelector('h1')?.textContent;
  const start = performance.now();
  location.hash = step;
  const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
  const lesson = (): Element | null => document.querySelector('[data-place="lesson"]');
  while (
    document.querySelector('h1')?.textContent === title ||
    lesson()?.getAttribute('aria-busy') !== 'false'
  )
    await frame();
  await frame();
  return performance.now() - start;
}

/** Slugs of the chapter's steps, as its text names them. */
function stepsOf(chapter: string): readonly string[] {
  const text = readFileSync(new URL(`${chapter}/en.md`, chapters), 'utf8');
  return [...text.matchAll(/^## .*\{#([\w-]+)\}$/gmu)]
    .map(([, slug]) => slug ?? '')
    .filter((slug) => slug !== 'summary');
}
