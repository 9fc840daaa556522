import { expect, test } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { tap } from './support/tap.ts';

const locale = { locale: 'ko' } as const;

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test('on a phone an exchange is told as one story', async ({ page }) => {
  await page.goto('ko/sessions/#sign-in');
  await tap(page.getByRole('button', { name: m.stage_open_shop({}, locale) }));
  const shop = page.frameLocator('iframe');
  await tap(shop.getByRole('button', { name: m.shop_sign_in({}, locale), exact: true }));
  await expect(shop.getByText(m.shop_cart_empty({}, locale))).toBeVisible();
  await tap(page.getByRole('button', { name: m.app_close({}, locale) }));

  const story = page.getByRole('article', { name: 'POST /login' });
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

test('on a phone a step has the controls that it turns, and the waterfall', async ({ page }) => {
  await page.goto('ko/client-server/#second-version');
  await expect(page.locator('[data-place=lesson]')).toHaveAttribute('aria-busy', 'false');
  await tap(page.getByRole('button', { name: m.stage_open_tables({}, locale), exact: true }));
  await page
    .getByRole('combobox', { name: m.stage_release({}, locale) })
    .selectOption({ label: m.stage_release_two({}, locale) });
  await tap(page.getByRole('button', { name: m.app_close({}, locale), exact: true }));
  await expect(page.getByText(m.stage_goal_reached({}, locale), { exact: true })).toHaveCount(1);
  await tap(
    page.getByRole('button', { name: m.connections_way_waterfall({}, locale), exact: true }),
  );
  await expect(page.getByRole('table', { name: m.connections_table({}, locale) })).toBeVisible();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test('on a phone the lesson leads into the sheet in which one acts', async ({ page }) => {
  await page.goto('ko/cookies/#delete-it');
  await expect(page.locator('[data-place=lesson]')).toHaveAttribute('aria-busy', 'false');
  const tables = page.getByRole('button', { name: m.stage_open_tables({}, locale), exact: true });
  await expect(tables).toHaveAttribute('data-pointed', '');
  await tap(
    page.getByRole('button', {
      name: m.place_go_to({ place: m.place_cookies({}, locale) }, locale),
    }),
  );
  const sheet = page.getByRole('dialog', { name: m.stage_tables({}, locale) });
  const cookies = sheet.getByRole('region', { name: m.stage_cookies({}, locale), exact: true });
  await expect(cookies).toBeFocused();
  await expect(cookies).toHaveAttribute('data-pointed', '');
});

test('nothing is wider than the phone', async ({ page }) => {
  for (const path of ['ko/', 'ko/lab/', 'ko/cookies/', 'ko/sessions/#summary']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }
});
