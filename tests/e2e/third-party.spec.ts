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
