import { expect, test } from '@playwright/test';

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

for (const language of ['en', 'ko']) {
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

  test(`says something in ${language} without script`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
    const page = await context.newPage();
    await page.goto(`${language}/`);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.locator('main a').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await context.close();
  });
}

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
