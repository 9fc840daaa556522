import { expect, test } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { languages } from './support/stage.ts';

for (const language of languages) {
  const locale = { locale: language };

  test(`${language}: three clicks to a sign-in that is seen in all three rooms`, async ({
    page,
  }) => {
    await page.goto(`${language}/`);
    const shop = page.frameLocator('iframe');
    const lane = (name: string) => page.getByRole('region', { name, exact: true });
    const product = m.shop_product_salt_bread({}, locale);

    await shop.getByRole('button', { name: m.shop_add_named({ product }, locale) }).click();
    await expect(shop.getByText(m.shop_cart_empty({}, locale))).toBeVisible();
    await expect(lane(m.stage_server({}, locale))).toContainText(m.first_who_are_you({}, locale));

    await page.getByRole('button', { name: m.first_let_it_remember({}, locale) }).click();
    await shop.getByRole('button', { name: m.shop_sign_in({}, locale), exact: true }).click();

    const row = lane(m.stage_server({}, locale)).getByRole('button');
    await expect(row).toBeVisible();
    const key = (await row.textContent()) ?? '';
    expect(key).toMatch(/^[0-9a-f]{4}…[0-9a-f]{4}$/);
    await expect(lane(m.stage_browser({}, locale))).toContainText(key);
    await expect(lane(m.stage_wire({}, locale))).toContainText(`Set-Cookie: sid=${key}`);
  });

  test(`${language}: closing the browser leads into the chapter about sessions`, async ({
    page,
  }) => {
    await page.goto(`${language}/`);
    const shop = page.frameLocator('iframe');
    const product = m.shop_product_salt_bread({}, locale);
    await shop.getByRole('button', { name: m.shop_add_named({ product }, locale) }).click();
    await page.getByRole('button', { name: m.first_let_it_remember({}, locale) }).click();
    await shop.getByRole('button', { name: m.shop_sign_in({}, locale), exact: true }).click();
    await page.getByRole('button', { name: m.first_close_browser({}, locale) }).click();
    await expect(page.getByText(m.first_no_cookie({}, locale))).toBeVisible();
    await page.getByRole('link', { name: m.first_find_out({}, locale) }).click();
    await expect(page).toHaveURL(new RegExp(`/${language}/sessions/#close-and-copy$`));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
}

test('who comes back is offered to go on', async ({ page }) => {
  await page.goto('en/sessions/#two-clocks');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto('en/');
  await page.getByRole('link', { name: m.first_go_on({}, { locale: 'en' }) }).click();
  await expect(page).toHaveURL(/\/en\/sessions\/#two-clocks$/);
});

test('the other language shows the same place, and is remembered', async ({ page }) => {
  await page.goto('en/sessions/#two-clocks');
  await page.getByRole('link', { name: '한국어' }).click();
  await expect(page).toHaveURL(/\/ko\/sessions\/#two-clocks$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await page.goto('./');
  await expect(page).toHaveURL(/\/ko\/$/);
});
