import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { budgetedChunks } from '../../build/budgets.js';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Names of the scripts that the page itself asks for; the worker's own requests keep the site for later. */
function scriptsOf(page: Page): ReadonlySet<string> {
  const names = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (request.serviceWorker() === null && pathname.endsWith('.js')) names.add(basename(pathname));
  });
  return names;
}

/** What waits until the page is idle waits for ever. */
async function neverIdle(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
}

const routes = [
  { budget: 'firstLesson', path: 'ko/client-server/#ask-and-answer', usable: '주소' },
  { budget: 'jwtWorkbench', path: 'ko/tools/jwt/', usable: null },
] as const;

for (const { budget, path, usable } of routes) {
  test(`what is weighed as ${budget} is just what a browser loads`, async ({ page }) => {
    await neverIdle(page);
    const scripts = scriptsOf(page);
    await page.goto(path);
    const weighed = (budgetedChunks(dist)?.[budget] ?? []).map((file) => basename(file));
    await expect.poll(() => [...scripts].toSorted()).toEqual(weighed.toSorted());
    if (usable === null) return;
    const address = page.getByRole('textbox', { name: usable });
    await address.fill('shop.example');
    await address.press('Enter');
    await expect(page.getByRole('listitem').filter({ hasText: '✓' })).not.toHaveCount(0);
  });
}
