import { expect, test, type Locator, type Page } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { Stage } from './support/stage.ts';

const locale = { locale: 'en' } as const;

/** Goes on with the Tab key until the place is reached, as one does who has no mouse. */
async function tabTo(page: Page, place: Locator): Promise<void> {
  const focused = () => place.evaluate((element) => element.matches(':focus'));
  for (let stops = 0; stops < 40; stops += 1) {
    if (await focused()) return;
    await page.keyboard.press('Tab');
  }
  await expect(place).toBeFocused();
}

test('signing in needs no mouse', async ({ page }) => {
  const stage = new Stage(page, 'en');
  await page.goto('en/lab/');
  const link = stage.shop.getByRole('link', { name: m.shop_sign_in({}, locale) });
  await expect(link).toBeVisible();
  await tabTo(page, link);
  await page.keyboard.press('Enter');
  const send = stage.shop.getByRole('button', { name: m.shop_sign_in({}, locale), exact: true });
  await expect(send).toBeVisible();
  await tabTo(page, send);
  await page.keyboard.press('Enter');
  await expect(stage.sessionIds).toHaveCount(1);
});

test('the arrow keys go from message to message', async ({ page }) => {
  const stage = new Stage(page, 'en');
  await page.goto('en/lab/');
  await stage.signIn();
  const messages = page.getByRole('list', { name: m.wire_list_label({}, locale) });
  const chosen = messages.locator('[aria-current="true"]');
  const last = await chosen.getAttribute('aria-label');
  await chosen.focus();
  await page.keyboard.press('Home');
  await expect(chosen).toBeFocused();
  await expect(chosen).not.toHaveAttribute('aria-label', last ?? '');
  await page.keyboard.press('ArrowDown');
  await expect(chosen).toBeFocused();
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

test('the lesson leads the keyboard to where one acts, in a column that was folded away', async ({
  page,
}) => {
  await page.setViewportSize({ width: 820, height: 1180 });
  const stage = new Stage(page, 'en');
  await stage.enter({ chapter: 'cookies', step: 'delete-it' });
  const browser = page.getByRole('region', { name: m.stage_browser({}, locale), exact: true });
  await page.getByRole('button', { name: m.stage_server({}, locale), expanded: false }).click();
  await expect(browser).toBeHidden();
  const go = stage.lesson.getByRole('button', {
    name: m.place_go_to({ place: m.place_cookies({}, locale) }, locale),
  });
  await go.focus();
  await page.keyboard.press('Enter');
  await expect(stage.cookies).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(stage.cookies.locator(':focus')).toBeVisible();
});
