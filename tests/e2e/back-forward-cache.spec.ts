import { expect, test, type Page } from '@playwright/test';
import { chromiumLaunch } from '../../build/find-chromium.js';
import * as m from '../../src/messages/compiled/messages.js';
import { ofFault } from './support/of-fault.ts';
import { carrier, signedIn, stillKnown } from './support/shopper.ts';
import { Stage } from './support/stage.ts';

const locale = { locale: 'en' } as const;

// Playwright switches it off: a page that comes back from it is not loaded, which is what `goto` waits for.
test.use({
  launchOptions: {
    ...chromiumLaunch(),
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  },
});

/** Has the page remember how it was last shown; forgotten where it is loaded again. */
async function watchShows(page: Page): Promise<void> {
  await page.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => Object.assign(globalThis, { persisted }));
  });
}

/** Whether it came back from the cache; otherwise the browser tells the reasons. */
async function cameFromCache(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() => {
        const { persisted = false } = globalThis as { persisted?: boolean };
        const [loaded] = performance.getEntriesByType('navigation');
        return {
          persisted,
          reasons: (loaded as unknown as Record<string, unknown>)['notRestoredReasons'],
        };
      }),
    )
    .toEqual({ persisted: true, reasons: null });
}

async function back(page: Page): Promise<void> {
  await page.goBack({ waitUntil: 'commit' });
}

test(
  'left for another site and gone back to: the very page, as it was left',
  ofFault('back-forward-cache'),
  async ({ page }) => {
    const stage = await signedIn(page);
    const key = await stage.sessionId();
    await watchShows(page);
    await page.goto('about:blank');
    await back(page);
    await cameFromCache(page);
    // The tools see no frames in a page from the cache: the tab's title says what the shop answered.
    await stage.visit('shop.example/cart');
    const cart = `${m.shop_cart_title({}, locale)} · Crumb`;
    await expect(stage.window.getByRole('button', { name: cart })).toBeVisible();
    expect(await stage.sessionId()).toBe(key);
    await carrier(page, m.stage_carrier_service_worker({}, locale));
    // What is done from then on is kept as before.
    await stage.addCookie('later', '1');
    await page.reload();
    await expect(stage.cookie('later')).toBeVisible();
    await stillKnown(stage);
  },
);

test(
  'opened by its address while the page before waits in the cache: both go on with what was done',
  ofFault('beside-cached'),
  async ({ page }) => {
    await signedIn(page);
    await page.goto('about:blank');
    await page.goto('en/lab/');
    const again = new Stage(page, 'en');
    await again.settled();
    await stillKnown(again);
    await again.addCookie('later', '1');
    await back(page);
    await back(page);
    await again.settled();
    await stillKnown(again);
    await page.goForward({ waitUntil: 'commit' });
    await page.goForward({ waitUntil: 'commit' });
    await expect(again.cookie('later')).toBeVisible();
  },
);
