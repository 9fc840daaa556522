import { expect, test } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';

const locale = { locale: 'ko' } as const;

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test('on a phone an exchange is told as one story', async ({ page }) => {
  await page.goto('ko/sessions/#sign-in');
  await page.getByRole('button', { name: m.stage_open_shop({}, locale) }).tap();
  const shop = page.frameLocator('iframe');
  await shop.getByRole('button', { name: m.shop_sign_in({}, locale), exact: true }).tap();
  await expect(shop.getByText(m.shop_cart_empty({}, locale))).toBeVisible();
  await page.getByRole('button', { name: m.app_close({}, locale) }).tap();

  const story = page.getByRole('region', { name: 'POST /login' });
  const told = await story.getByRole('list', { name: m.wire_story_label({}, locale) }).innerText();
  const order = [
    m.wire_story_sent({}, locale),
    m.wire_story_request({}, locale),
    m.wire_story_server({}, locale),
    m.trace_password_matched({}, locale),
    m.wire_story_response({}, locale),
    m.wire_story_jar_changed({}, locale),
  ].map((words) => told.indexOf(words));
  expect(order).not.toContain(-1);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  await expect(story).toContainText('Set-Cookie: sid=');
  await expect(page.getByText(m.stage_sessions_count({ count: 1 }, locale))).toBeVisible();
});

test('nothing is wider than the phone', async ({ page }) => {
  for (const path of ['ko/', 'ko/lab/', 'ko/cookies/', 'ko/sessions/#summary']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }
});
