import { expect, test } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { Stage } from './support/stage.ts';

const locale = { locale: 'en' } as const;

test('signing in needs no mouse', async ({ page }) => {
  const stage = new Stage(page, 'en');
  await page.goto('en/lab/');
  const address = page.getByRole('textbox', { name: m.stage_address({}, locale), exact: true });
  await expect(address).toBeVisible();
  await address.focus();
  await page.keyboard.type('shop.example/login');
  await page.keyboard.press('Enter');
  await stage.settled();
  await stage.shop.locator('#password').press('Enter');
  await expect(stage.sessionIds).toHaveCount(1);
});

test('the first stop leads past the head of the page', async ({ page }) => {
  await page.goto('en/lab/');
  await expect(page.getByRole('toolbar')).toBeVisible();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: m.app_skip_to_content({}, locale) });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('a popover closes with Escape and gives the focus back', async ({ page }) => {
  await page.goto('en/lab/');
  const name = m.stage_timeouts({}, locale);
  const opener = page.getByRole('button', { name, exact: true });
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name })).toBeHidden();
  await expect(opener).toBeFocused();
});

test('a column that shrank to a strip opens with a key', async ({ page }) => {
  await page.setViewportSize({ width: 820, height: 800 });
  await page.goto('en/lab/');
  const strip = page.getByRole('button', {
    name: m.stage_server({}, locale),
    exact: false,
    expanded: false,
  });
  await strip.focus();
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('region', { name: m.stage_sessions({}, locale), exact: true }),
  ).toBeVisible();
});
