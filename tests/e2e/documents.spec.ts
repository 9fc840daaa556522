import { expect, test } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { languages } from './support/stage.ts';

test.describe('the site served below a path', () => {
  test.use({ locale: 'ko-KR' });

  test('leads to the reader’s language', async ({ page }) => {
    await page.goto('./');
    await expect(page).toHaveURL(/\/remember-me\/ko\/$/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  });
});

/** Playwright tries to put its own script into each frame; the page frame refuses, as it should. */
const fromPlaywright = /^Blocked script execution in 'about:(blank|srcdoc)'/;

for (const language of languages) {
  test(`opens in ${language} without a complaint from the browser`, async ({ page }) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      const text = message.text();
      if (message.type() === 'error' && !fromPlaywright.test(text)) complaints.push(text);
    });
    page.on('pageerror', (error) => complaints.push(error.message));

    await page.goto(`${language}/`);
    await expect(page.getByRole('banner')).toBeVisible();
    await expect(page.getByRole('main')).toBeVisible();
    expect(complaints).toEqual([]);
  });

  test(`keeps its icons and its manifest on the way to another document in ${language}`, async ({
    page,
  }) => {
    await page.goto(`${language}/lab/`);
    await page
      .getByRole('banner')
      .getByRole('link', { name: m.app_recording({}, { locale: language }) })
      .click();
    await expect(page).toHaveURL(/tools\/har\/$/);
    const links = await page
      .locator('link[rel$="icon"], link[rel="manifest"]')
      .evaluateAll((found) => found.map((link) => (link as HTMLLinkElement).href));
    expect(links).toHaveLength(3);
    for (const link of links) expect((await page.request.get(link)).status(), link).toBe(200);
  });

  test(`says in ${language} without script what there is to read`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
    const page = await context.newPage();
    await page.goto(`${language}/`);
    const links = await page.locator('main a').all();
    const places = await Promise.all(links.map((link) => link.getAttribute('href')));
    expect(places).toEqual(expect.arrayContaining(['cookies/', 'sessions/', 'lab/']));
    const titles = new Set<string>();
    for (const place of ['', ...places]) {
      await page.goto(`${language}/${place}`);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\S/);
      await expect(page.getByRole('main')).toContainText(
        m.documents_needs_script({}, { locale: language }),
      );
      titles.add(await page.title());
    }
    expect(titles.size).toBe(places.length + 1);
    await context.close();
  });

  test(`a chapter that does not exist says so in ${language}`, async ({ page }) => {
    const locale = { locale: language };
    await page.goto(`${language}/`);
    await expect(page.getByRole('banner')).toBeVisible();
    // As by a link from another version, followed within the page.
    await page.evaluate((path) => {
      history.pushState(null, '', path);
      dispatchEvent(new PopStateEvent('popstate'));
    }, 'no-such-chapter/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      m.app_not_found_title({}, locale),
    );
    await page.getByRole('link', { name: m.app_to_first_page({}, locale) }).click();
    await expect(page).toHaveURL(new RegExp(`/remember-me/${language}/$`));
  });
}

test.describe('in the language of the browser', () => {
  test.use({ locale: 'ko-KR' });

  test('a choice made before counts for more', async ({ page }) => {
    await page.goto('ko/');
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page).toHaveURL(/\/en\/$/);
    await page.goto('./');
    await expect(page).toHaveURL(/\/en\/$/);
  });

  test('even where nothing can be stored', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    });
    await page.goto('./');
    await expect(page).toHaveURL(/\/ko\/$/);
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });
});

test('a path that leads nowhere shows the way back', async ({ page }) => {
  const response = await page.goto('ko/no/such/page');
  expect(response?.status()).toBe(404);
  await page.getByRole('link', { name: /기억/ }).click();
  await expect(page).toHaveURL(/\/remember-me\/ko\/$/);
});

test('nothing is asked of anybody else', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    const ours = origin === new URL(baseURL ?? '').origin || !protocol.startsWith('http');
    if (!ours) foreign.push(request.url());
  });
  await page.goto('en/');
  await expect(page.getByRole('banner')).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(foreign).toEqual([]);
});
