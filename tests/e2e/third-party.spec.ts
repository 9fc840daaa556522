import { expect, test } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { languages, Stage } from './support/stage.ts';

for (const language of languages) {
  test(`the ad on the newspaper is a frame of its own that knows who comes again, in ${language}`, async ({
    page,
  }) => {
    const stage = new Stage(page, language);
    await page.goto(`${language}/lab/`);
    await stage.visit('news.example');
    const ad = stage.shop.frameLocator('iframe');
    await expect(ad.getByText(m.shop_ad_stranger({}, stage.locale))).toBeVisible();
    await expect(stage.cookie('ad_id')).toBeVisible();
    await stage.reloadShop();
    const again = m.shop_ad_you_again({ count: 2, hosts: 'news.example' }, stage.locale);
    await expect(ad.getByText(again)).toBeVisible();
  });
}

test('how third parties are treated is chosen beside the browser, and the ad shows it', async ({
  page,
}) => {
  const stage = new Stage(page, 'en');
  const { locale } = stage;
  await page.goto('en/lab/');
  await stage.visit('ads.example');
  await stage.visit('news.example');
  const ad = stage.shop.frameLocator('iframe');
  await expect(ad.getByText('Seen on: ads.example, news.example')).toBeVisible();
  const choose = async (policy: string) => {
    await page.getByRole('button', { name: m.browsers_settings({}, locale) }).press('Enter');
    const dialog = page.getByRole('dialog', { name: m.browsers_settings({}, locale) });
    await dialog.getByLabel(m.browsers_third_party({}, locale)).selectOption({ label: policy });
    await dialog.getByRole('button', { name: m.browsers_reload({}, locale) }).press('Enter');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await stage.settled();
  };
  await choose(m.browsers_blocked({}, locale));
  await expect(ad.getByText(m.shop_ad_stranger({}, locale))).toBeVisible();
  await choose(m.browsers_partitioned({}, locale));
  await expect(ad.getByText(m.shop_ad_stranger({}, locale))).toBeVisible();
  await expect(async () => {
    await stage.reloadShop();
    await expect(ad.getByText('for you. Seen on: news.example')).toBeVisible({ timeout: 3000 });
  }).toPass();
});

test('a private window knows nobody, and is gone when it is closed', async ({ page }) => {
  const stage = new Stage(page, 'en');
  const { locale } = stage;
  await page.goto('en/lab/');
  await stage.signIn();
  await page
    .getByRole('button', { name: m.browsers_open_private({}, locale), exact: true })
    .click();
  await expect(stage.shop.getByRole('link', { name: m.shop_sign_in({}, locale) })).toBeVisible();
  await expect(stage.cookie('sid')).toBeHidden();
  await page.reload();
  await stage.window
    .getByRole('button', { name: m.browsers_close_private({}, locale), exact: true })
    .click();
  await expect(stage.cookie('sid')).toBeVisible();
});
