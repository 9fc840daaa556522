import { expect, test, type Page } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { Stage } from './support/stage.ts';

const locale = { locale: 'en' } as const;

const payloads = [
  '<img src=x onerror="top.pwned=1">',
  '<script>top.pwned=1</script>',
  '"><svg onload="top.pwned=1">',
  '<iframe srcdoc="<script>top.pwned=1</script>"></iframe>',
  '<a href="javascript:top.pwned=1">click</a>',
];

/** Playwright tries to put its own script into each frame; the page frame refuses, as it should. */
const fromPlaywright = /^Blocked script execution in 'about:(blank|srcdoc)'/;

/** What the browser says against the page, and whom the page asks for anything. */
function watch(page: Page) {
  const violations: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    const isPolicy = /Content Security Policy|Trusted|violates/i.test(text);
    if (isPolicy && !fromPlaywright.test(text)) violations.push(text);
  });
  page.on('pageerror', (error) => violations.push(error.message));
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== 'localhost') foreign.push(request.url());
  });
  return { violations, foreign };
}

/** Everything but the site itself and the lab's own names, which end in the worker, is cut off and noted. */
async function cutOff(page: Page): Promise<readonly string[]> {
  const asked: string[] = [];
  await page.context().route(
    ({ hostname }) => hostname !== 'localhost' && !hostname.endsWith('.example'),
    (route) => {
      asked.push(route.request().url());
      return route.abort();
    },
  );
  return asked;
}

test('no screen breaks the policy or asks anybody else', async ({ page }) => {
  const asked = await cutOff(page);
  const { violations, foreign } = watch(page);
  const stage = new Stage(page, 'en');
  for (const path of [
    'en/',
    'en/lab/',
    'en/cookies/',
    'en/sessions/#two-clocks',
    'en/sessions/#summary',
  ]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
  }
  await page.goto('en/lab/');
  await stage.rememberBy(m.stage_remember_jwt_cookie({}, locale));
  await stage.signIn();
  await stage.visit('news.example');
  await stage.controls
    .getByRole('button', { name: m.stage_timeouts({}, locale), exact: true })
    .click();
  expect(violations).toEqual([]);
  expect(asked).toEqual([]);
  expect(foreign.filter((url) => !new URL(url).hostname.endsWith('.example'))).toEqual([]);
});

test('nothing of the lab reaches the real cookies or the storage of the real page', async ({
  page,
}) => {
  const stage = new Stage(page, 'en');
  await page.goto('en/lab/');
  await stage.signIn();
  await expect(stage.cookie('sid')).toBeVisible();
  const kept = await page.evaluate(() =>
    [document.cookie, JSON.stringify({ ...localStorage })].join(),
  );
  expect(kept).not.toMatch(/sid|alice/);
  expect(await page.context().cookies()).toEqual([]);
});

test('HTML in a review stays text wherever it is shown', async ({ page }) => {
  const { violations } = watch(page);
  const stage = new Stage(page, 'en');
  await page.goto('en/lab/');
  await stage.signIn();
  for (const payload of payloads) {
    await stage.visit('shop.example/products/salt-bread');
    await stage.shop.locator('#review-text').fill(payload);
    await stage.shop
      .locator('form')
      .filter({ has: stage.shop.locator('#review-text') })
      .getByRole('button')
      .click();
    await stage.settled();
    await expect(stage.shop.getByText(payload, { exact: true })).toBeVisible();
  }
  expect(await stage.shop.locator('script, iframe, svg, [onerror], [onload]').count()).toBe(0);
  const shown = page.getByRole('list', { name: m.wire_list_label({}, locale) });
  await shown
    .getByRole('button', { name: /^GET \/products\/salt-bread/ })
    .last()
    .click();
  const inspector = page.getByRole('region', { name: /^Message: GET \/products\/salt-bread/ });
  await inspector.getByText(m.wire_response({}, locale), { exact: true }).click();
  await inspector.getByRole('button', { name: /content/ }).click();
  // The shop escapes what it was told, or the page frame would not have shown it as text.
  await expect(inspector).toContainText('&lt;img src=x onerror=&quot;top.pwned=1&quot;&gt;');
  await inspector.getByRole('button', { name: m.wire_raw({}, locale) }).click();
  await expect(inspector).toContainText('&lt;script&gt;top.pwned=1&lt;/script&gt;');
  expect(await page.locator('main').locator('[onerror], [onload], script').count()).toBe(0);
  expect(await page.evaluate(() => (globalThis as { pwned?: unknown }).pwned)).toBeUndefined();
  expect(violations).toEqual([]);
});
